"""When the bot speaks by itself, as values: a prompt declares one, and the code acts by it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot import calendar
from bot.calendar import WorkingTime
from bot.calendar.people import next_morning, working_time
from bot.domain.people import Person
from bot.domain.rhythm import Weeks, WorkingDays


class Instant:
    """When something is said, counted from what has happened."""

    def earliest(self, now: datetime, _person: Person, _about: datetime | None = None) -> datetime:
        """Return before when a person is not written to about a matter of a given time."""
        return now


@dataclass(frozen=True)
class AtOnce(Instant):
    """As soon as it has happened, at an open hour like everything."""


@dataclass(frozen=True)
class NextMorning(Instant):
    """When a person's next working day opens: so that no message follows anybody's answer."""

    def earliest(self, now: datetime, person: Person, about: datetime | None = None) -> datetime:
        """Return the opening of the person's next working day, or the morning that was set."""
        return next_morning(now, person) if about is None else max(now, about)


@dataclass(frozen=True)
class Withheld(Instant):
    """After a while in which it may be taken back, or at once when the matter is too near."""

    by: timedelta
    unless_within: timedelta

    def earliest(self, now: datetime, _person: Person, about: datetime | None = None) -> datetime:
        """Return the end of the while, or now."""
        is_near = about is not None and about - now <= self.unless_within
        return now if is_near else now + self.by


@dataclass(frozen=True)
class BothAtWork(Instant):
    """When two people are both at work; not at all if the week of one of them is full."""


@dataclass(frozen=True)
class ByProgramme(Instant):
    """Every week at the weekday and hour of the programme, spread, once people have settled in."""

    spread: timedelta
    settling_in: timedelta


@dataclass(frozen=True)
class Weekly(Instant):
    """Every week at one weekday and hour; Monday is 0."""

    weekday: int
    at: time

    def after(self, now: datetime, person: Person) -> datetime:
        """Return the first such instant after one, in a person's zone."""
        return calendar.next_weekly(now, working_time(person), weekday=self.weekday, at=self.at)


@dataclass(frozen=True)
class HalfWay(Instant):
    """In the middle of the weeks of the programme."""


@dataclass(frozen=True)
class AtTheEnd(Instant):
    """When the weeks of the programme are over."""


@dataclass(frozen=True)
class Later(Instant):
    """So long after what came before."""

    by: timedelta


@dataclass(frozen=True)
class WorkingDaysLater(Instant):
    """So many working days after what came before."""

    days: WorkingDays

    def after(self, then: datetime, where: WorkingTime) -> datetime:
        """Return the same local time so many working days later."""
        return calendar.add_working_days(then, self.days, where)


@dataclass(frozen=True)
class BeforeMeeting(Instant):
    """When the mentor's last working day, or an earlier one, before a meeting opens."""

    days: WorkingDays


@dataclass(frozen=True)
class AtMeeting(Instant):
    """When a moment that somebody picked comes, or could not be read in time any more."""


@dataclass(frozen=True)
class WithoutMeeting(Instant):
    """With the check-in, after so long without a recorded meeting."""

    span: timedelta


@dataclass(frozen=True)
class Silent(Instant):
    """In place of the check-in, after so many weeks without an answer."""

    weeks: Weeks


class Until(StrEnum):
    """How long an answer counts, where it is no matter of an instant."""

    READ = "read"  # nothing is asked
    NEXT = "next"  # the next one of its kind comes, or the pairing rests or ends
    CYCLE = "cycle"  # the round of pairing ends
    PAIRING = "pairing"  # the pairing rests or ends
    ANSWERED = "answered"  # somebody answers, however late
