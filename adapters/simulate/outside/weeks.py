"""Nobody receives more than three counted messages in a local week, or waits without need."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.simulate.outside.days import is_working, local, next_working_day, week_of
from adapters.simulate.outside.judge import Docket, Judge
from adapters.simulate.outside.records import Message, Record
from adapters.simulate.outside.truth import Truth
from adapters.simulate.seen import Seen

MOST = 3
"""Counted messages in one person's local week."""
CLOSING = 17
"""From this hour on, what is written is for the next working day."""


@dataclass
class _OnItsWay:
    message: Message
    until: datetime | None = None
    arrived: bool = False


class OvercountedWeeks(Judge):
    """A week holds three counted messages at most, and a fourth only waits when three were there.

    What waits is known by when it is due: on the first working morning of a later week, with a
    whole working day in between on which it might have come. An urgent message is not counted
    among the three, and takes a place all the same: nobody gets more for its sake.
    """

    name = "overcounted_weeks"

    def __init__(self, truth: Truth, docket: Docket) -> None:
        super().__init__(truth, docket)
        self._received: Counter[tuple[str, tuple[int, int]]] = Counter()
        self._arrived: Counter[tuple[str, tuple[int, int]]] = Counter()
        self._ways: dict[str, dict[str, _OnItsWay]] = {}

    def wrote(self, record: Record, now: datetime) -> None:
        """Ask of what is newly on its way whether it had to wait."""
        if not isinstance(record, Message):
            return
        ways = self._ways.setdefault(record.person_id, {})
        if record.id in ways or record.person_id not in self.truth.people:
            return
        if not record.urgent and self._waits(record, now):
            taken = self._places_taken(record.person_id, now)
            if taken < MOST:
                what = f"{record.id} waits until {record.due_at.isoformat()} behind {taken}"
                self.violation(record.person_id, now, what)
        self._forget(ways, now)
        ways[record.id] = _OnItsWay(record)

    def withdrew(self, person_id: str, prefix: str, now: datetime) -> None:
        """What is withdrawn gives its place back."""
        for key, way in self._ways.get(person_id, {}).items():
            if key.startswith(prefix) and not way.arrived and way.until is None:
                way.until = now

    def saw(self, person_id: str, seen: Seen, now: datetime) -> None:
        """Count what arrives; an answer in a conversation has no key, and does not count."""
        way = self._ways.get(person_id, {}).get(seen.key)
        if not seen.key or way is None or way.arrived:
            return
        way.arrived = True
        week = (person_id, week_of(now, self.truth.people[person_id]))
        self._arrived[week] += 1
        if way.message.urgent:
            return
        self._received[week] += 1
        if self._received[week] > MOST:
            self.violation(person_id, now, f"{seen.key} is number {self._received[week]}")

    def _waits(self, message: Message, now: datetime) -> bool:
        person = self.truth.people[message.person_id]
        if week_of(message.due_at, person) <= week_of(now, person):
            return False
        wrote, due = local(now, person), local(message.due_at, person)
        monday = due.date() - timedelta(days=due.weekday())
        first = monday if is_working(monday, person) else next_working_day(monday, person)
        free = next_working_day(wrote.date(), person)
        has_a_day = week_of(datetime.combine(free, wrote.timetz()), person) == week_of(now, person)
        return due.date() == first and (due.hour, due.minute) == (8, 30) and has_a_day

    def _places_taken(self, person_id: str, now: datetime) -> int:
        """Count what arrived this week, and what is still to come in it."""
        person = self.truth.people[person_id]
        week = week_of(now, person)
        coming = sum(
            not way.arrived and way.until is None
            for way in self._ways[person_id].values()
            if week_of(way.message.due_at, person) == week
        )
        return self._arrived[person_id, week] + coming

    def _forget(self, ways: dict[str, _OnItsWay], now: datetime) -> None:
        old = [key for key, way in ways.items() if way.message.due_at < now - timedelta(weeks=2)]
        for key in old:
            del ways[key]
