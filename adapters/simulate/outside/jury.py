"""All judges at once: each looks at everything, and all write on one docket."""

from adapters.clocks import MovableClock
from adapters.simulate.outside.cards import FalseAlarms, IndistinctChoices
from adapters.simulate.outside.dates import FutureHeld, LateDates
from adapters.simulate.outside.judge import Docket, Judge
from adapters.simulate.outside.pairs import Endings, Lines
from adapters.simulate.outside.records import Message, Record
from adapters.simulate.outside.truth import Truth
from adapters.simulate.outside.weeks import OvercountedWeeks
from adapters.simulate.seen import Gesture, Seen

JUDGES: tuple[type[Judge], ...] = (
    LateDates,
    Lines,
    Endings,
    FutureHeld,
    FalseAlarms,
    IndistinctChoices,
    OvercountedWeeks,
)
KINDS = tuple(judge.name for judge in JUDGES)
"""What must never be, by the names of the figures."""


class Jury:
    """Seven judges, who know the company as it is and read the time off the rehearsal's clock."""

    def __init__(self, truth: Truth, clock: MovableClock) -> None:
        self.truth = truth
        self.docket = Docket()
        self._clock = clock
        self._judges = [judge(truth, self.docket) for judge in JUDGES]
        self._written: dict[tuple[str, str, str], Record] = {}

    def saw(self, person_id: str, seen: Seen) -> None:
        """Show the judges what somebody reads."""
        for judge in self._judges:
            judge.saw(person_id, seen, self._clock.now())

    def did(self, person_id: str, gesture: Gesture, on: Seen) -> None:
        """Show the judges what somebody does, before the product knows."""
        for judge in self._judges:
            judge.did(person_id, gesture, on, self._clock.now())

    def wrote(self, record: Record) -> None:
        """Show the judges what the product wrote down, once for each change."""
        if not isinstance(record, Message):
            mark = (type(record).__name__, getattr(record, "kind", ""), record.id)
            if self._written.get(mark) == record:
                return
            self._written[mark] = record
        for judge in self._judges:
            judge.wrote(record, self._clock.now())

    def withdrew(self, person_id: str, prefix: str) -> None:
        """Tell the judges what was withdrawn."""
        for judge in self._judges:
            judge.withdrew(person_id, prefix, self._clock.now())

    def left(self, person_id: str) -> None:
        """Tell the judges that somebody works there no more."""
        self.truth.gone[person_id] = self._clock.now()
        for judge in self._judges:
            judge.left(person_id, self._clock.now())

    def figures(self) -> dict[str, int]:
        """Return how often each thing happened that must not."""
        return {kind: self.docket.counts[kind] for kind in KINDS}

    def close(self) -> None:
        """Let the judges look at what is still open at the end."""
        for judge in self._judges:
            judge.closes(self._clock.now())
