"""No two of one reporting line are put together, and no end is kept from a partner."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.simulate.outside.days import end_of_next_working_day, local
from adapters.simulate.outside.judge import Docket, Judge, pressed
from adapters.simulate.outside.records import PAIRING, Couple, Record, Somebody
from adapters.simulate.outside.truth import Truth
from adapters.simulate.seen import Gesture, Seen

ENDED = "ended"
ENDS = frozenset(
    {"exits.leave.stop", "exits.leave.out", "exits.confirm.out", "exits.rematch.change"}
)
"""Buttons by which somebody ends what they are part of."""
KEPT_FROM_THE_OTHER = timedelta(days=5)
"""How long an end of one side's may wait for the other's next working morning: over Christmas."""
TELLS_ENDINGS = frozenset({"exits", "feedback", "staff", "erasure", "rests"})
"""Conversations whose cards about a pairing say that it is over."""
LAST_FEEDBACK = ["feedback", "final"]
"""In the key of the message that asks to look back: it says when the planned end comes."""


class Lines(Judge):
    """No draft, lock, override or pairing crosses the reporting line as it really is."""

    name = "line_violations"

    def __init__(self, truth: Truth, docket: Docket) -> None:
        super().__init__(truth, docket)
        self._known: set[tuple[str, str]] = set()

    def wrote(self, record: Record, now: datetime) -> None:
        """Look at each couple once; a second record of somebody is still that person."""
        if isinstance(record, Somebody):
            self._recognise(record, now)
        if not isinstance(record, Couple) or (record.kind, record.id) in self._known:
            return
        self._known.add((record.kind, record.id))
        if self.truth.is_same_line(*record.sides):
            self.violation(record.mentor_id, now, f"{record.kind} with {record.mentee_id}")

    def _recognise(self, record: Somebody, now: datetime) -> None:
        if record.id in self.truth.records:
            return
        owner = self.truth.addresses.get(record.email)
        if owner is not None:
            self.truth.records[record.id] = owner
            self.violation(owner, now, f"doubled as {record.id}")


@dataclass
class _Debt:
    """An ending somebody has to be told of by an instant."""

    since: datetime
    by: datetime
    why: str


class Endings(Judge):
    """A partner reads of an ending, and of one by a leaver, within one working day."""

    name = "untold_endings"

    def __init__(self, truth: Truth, docket: Docket) -> None:
        super().__init__(truth, docket)
        self._live: dict[str, Couple] = {}
        self._owed: dict[tuple[str, str], _Debt] = {}
        self._told: set[tuple[str, str]] = set()
        self._acted: dict[str, datetime] = {}
        self._stopped: dict[str, datetime] = {}

    def did(self, person_id: str, gesture: Gesture, on: Seen, now: datetime) -> None:
        """Whoever ends something by an act of theirs knows, also while the other is not to."""
        self._acted[person_id] = now
        button = pressed(gesture, on)
        if button is not None and str(button["action"]) in ENDS:
            self._stopped[person_id] = now

    def saw(self, person_id: str, seen: Seen, now: datetime) -> None:
        """Somebody is told by a card about that pairing, of a conversation that ends it."""
        for pairing_id in _endings_told(seen):
            self._told.add((pairing_id, person_id))
            debt = self._owed.pop((pairing_id, person_id), None)
            if debt is not None and now > debt.by:
                self.violation(person_id, debt.since, f"{debt.why}; told {now.isoformat()}")

    def wrote(self, record: Record, now: datetime) -> None:
        """What ends is owed to both sides, but for the one whose act it was."""
        if not isinstance(record, Couple) or record.kind != PAIRING:
            return
        if record.state != ENDED:
            self._live[record.id] = record
            return
        if self._live.pop(record.id, None) is None:
            return
        for person_id in record.sides:
            stopped_at = self._stopped.get(person_id)
            is_theirs = stopped_at is not None and now - stopped_at <= KEPT_FROM_THE_OTHER
            if self._acted.get(person_id) != now and not is_theirs:
                self._owe(record.id, person_id, now, f"{record.id} ended")

    def left(self, person_id: str, now: datetime) -> None:
        """Whoever leaves ends what they were part of, whether the product has heard or not."""
        for couple in list(self._live.values()):
            if person_id in couple.sides:
                partner = next(each for each in couple.sides if each != person_id)
                self._owe(couple.id, partner, now, f"{couple.id} lost {person_id}")

    def closes(self, now: datetime) -> None:
        """What is still owed at the end was never told."""
        for (_, person_id), debt in self._owed.items():
            if debt.by < now and self._is_reachable(person_id, debt):
                self.violation(person_id, debt.since, f"{debt.why}; never told")

    def _owe(self, pairing_id: str, person_id: str, now: datetime, why: str) -> None:
        if (pairing_id, person_id) in self._told or (pairing_id, person_id) in self._owed:
            return
        by = end_of_next_working_day(now, self.truth.people[person_id])
        debt = _Debt(now, by, why)
        if self._is_reachable(person_id, debt):
            self._owed[pairing_id, person_id] = debt

    def _is_reachable(self, person_id: str, debt: _Debt) -> bool:
        gone_at = self.truth.gone.get(person_id)
        if gone_at is not None and gone_at <= debt.by:
            return False
        until = self.truth.away.get(person_id)
        return until is None or until <= local(debt.since, self.truth.people[person_id]).date()


def _endings_told(seen: Seen) -> set[str]:
    """Return the pairings a card says the end of: by its key, or by what its buttons are about."""
    about = {str(b["subject"]) for b in seen.buttons if _tells_an_end(str(b["action"]))}
    kind, pairing_id, *rest = (*seen.key.split(":"), "", "")
    is_last = kind == "ended" or (kind == PAIRING and rest[:2] == LAST_FEEDBACK)
    return {*about, pairing_id} if is_last else about


def _tells_an_end(action: str) -> bool:
    return action.partition(".")[0] in TELLS_ENDINGS
