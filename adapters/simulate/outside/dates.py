"""Dates are known in time, and what is still to come is never counted as past."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from adapters.simulate.outside.days import local, shows
from adapters.simulate.outside.judge import Docket, Judge, pressed
from adapters.simulate.outside.records import PAIRING, Appointment, Couple, Record
from adapters.simulate.outside.truth import Truth
from adapters.simulate.seen import Gesture, Seen

AGREED, ACTIVE = "agreed", "active"
YES = frozenset({"yes", "accept", "agree", "keep"})
"""Last words of actions that say yes to all the card shows; a moment that is picked is a label."""
REMEMBERED = 30
"""Taps of one person that may still turn out to have chosen a date."""


@dataclass
class _Date:
    """One date of one meeting: since when it stands, who knows of it, who chose it by a tap."""

    record: Appointment
    agreed_at: datetime | None = None
    knows: dict[str, datetime] = field(default_factory=dict)
    tapped: set[str] = field(default_factory=set)

    def stands(self, record: Appointment, now: datetime) -> None:
        """Note how it stands now; what is agreed to in hindsight was no date of anybody's."""
        self.record = record
        if record.state != AGREED:
            self.agreed_at = None
        elif self.agreed_at is None:
            self.agreed_at = now

    def has_come(self, now: datetime) -> bool:
        """Whether it stood when its moment came."""
        starts_at = self.record.starts_at
        return self.agreed_at is not None and self.agreed_at <= starts_at <= now


class LateDates(Judge):
    """A date one side chose reaches the other a working day before, unless both tapped it."""

    name = "late_dates"

    def __init__(self, truth: Truth, docket: Docket) -> None:
        super().__init__(truth, docket)
        self._pairs: dict[str, Couple] = {}
        self._dates: dict[str, _Date] = {}
        self._mine: defaultdict[str, set[str]] = defaultdict(set)
        self._taps: defaultdict[str, list[tuple[datetime, str]]] = defaultdict(list)

    def saw(self, person_id: str, seen: Seen, now: datetime) -> None:
        """Whoever reads a date knows it from then on."""
        for date in self._of(person_id):
            if person_id not in date.knows and self._shows(person_id, seen.plain, date):
                date.knows[person_id] = now

    def did(self, person_id: str, gesture: Gesture, on: Seen, now: datetime) -> None:
        """Whoever taps a moment, or says yes to a card that shows it, chose it."""
        button = pressed(gesture, on)
        if button is None:
            text = gesture.words
        else:
            is_yes = str(button["action"]).rpartition(".")[2] in YES
            text = f"{button['label']} {on.plain if is_yes else ''}"
        self._taps[person_id] = [*self._taps[person_id][-REMEMBERED:], (now, text)]
        for date in self._of(person_id):
            if self._shows(person_id, text, date):
                date.tapped.add(person_id)

    def wrote(self, record: Record, now: datetime) -> None:
        """A new moment is news to everybody but those who chose it."""
        if isinstance(record, Couple) and record.kind == PAIRING:
            self._close_pair(record, now)
        if not isinstance(record, Appointment):
            return
        date = self._dates.get(record.id)
        if date is None or date.record.starts_at != record.starts_at:
            self._judge(date, now)
            self._begin(record, now)
        else:
            if record.state != AGREED:
                self._judge(date, now)
            date.stands(record, now)

    def closes(self, now: datetime) -> None:
        """Judge the dates that have come by the end."""
        for date in self._dates.values():
            self._judge(date, now)

    def _begin(self, record: Appointment, now: datetime) -> None:
        date = self._dates[record.id] = _Date(record)
        date.stands(record, now)
        couple = self._pairs.get(record.pairing_id)
        for person_id in couple.sides if couple else ():
            self._mine[person_id].add(record.id)
            for at, text in self._taps[person_id]:
                if at == now or self._shows(person_id, text, date):
                    date.tapped.add(person_id)

    def _close_pair(self, record: Couple, now: datetime) -> None:
        before = self._pairs.get(record.id)
        self._pairs[record.id] = record
        if before is None or record.state in {ACTIVE, before.state}:
            return
        for date in self._of(record.mentor_id):
            if date.record.pairing_id == record.id:
                self._judge(date, now)
                self._mine[record.mentor_id].discard(date.record.id)
                self._mine[record.mentee_id].discard(date.record.id)
                del self._dates[date.record.id]

    def _judge(self, date: _Date | None, now: datetime) -> None:
        """Judge a date that stood until it came."""
        if date is None or not date.has_come(now):
            return
        couple = self._pairs.get(date.record.pairing_id)
        starts_at = date.record.starts_at
        for person_id in couple.sides if couple else ():
            person = self.truth.people[person_id]
            day = local(starts_at, person).date()
            knew_at = date.knows.get(person_id)
            is_late = knew_at is None or local(knew_at, person).date() >= day
            if is_late and person_id not in date.tapped and self.truth.is_here(person_id, day):
                since = knew_at.isoformat() if knew_at else "never"
                self.violation(person_id, starts_at, f"{date.record.id} known since {since}")

    def _of(self, person_id: str) -> list[_Date]:
        return [self._dates[each] for each in sorted(self._mine[person_id]) if each in self._dates]

    def _shows(self, person_id: str, text: str, date: _Date) -> bool:
        return shows(text, date.record.starts_at, self.truth.people[person_id])


class FutureHeld(Judge):
    """A meeting of the future is neither held nor missed, and nobody met on a day to come."""

    name = "future_held"

    def wrote(self, record: Record, now: datetime) -> None:
        """Compare what is written as past with the clock."""
        match record:
            case Appointment(state="held" | "missed") if record.starts_at > now:
                what = f"{record.id} is {record.state}, and begins {record.starts_at.isoformat()}"
                self.violation(record.pairing_id, now, what)
            case Couple(kind="pairing", met_on=met_on) if met_on is not None:
                mentor = self.truth.people[self.truth.records[record.mentor_id]]
                if met_on > local(now, mentor).date():
                    self.violation(record.mentor_id, now, f"{record.id} met on {met_on}")
