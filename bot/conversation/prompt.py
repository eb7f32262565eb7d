"""What the bot says by itself: declared once, as a value that whoever sends it has to name."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot import calendar
from bot.calendar import WorkingTime
from bot.conversation.flow import Step
from bot.conversation.instants import AtOnce, Instant, Until
from bot.domain import rhythm
from bot.domain.delivery import Kind
from bot.domain.rhythm import WorkingDays

AT_ONCE = AtOnce()


class Audience(StrEnum):
    """To whom something is said."""

    INVITED = "invited"  # everybody HR knows who has no part in the cycle
    VOLUNTEERS = "volunteers"  # everybody who takes part and is not on a break
    UNPAIRED = "unpaired"  # volunteers who have no partner
    ONESELF = "oneself"  # the person it is about
    ASKED = "asked"  # those who were asked, but for whoever ended it
    EACH = "each"  # the two of a pair, each privately
    BOTH = "both"  # the two of a pair, in one room
    PARTNER = "partner"  # the other side of a pair
    COORDINATORS = "coordinators"
    ASKER = "asker"  # the coordinator who asked for it


class Silence(StrEnum):
    """What happens when nobody answers."""

    NOTHING = "nothing"  # no answer is expected
    STAYS_OPEN = "stays_open"  # it is not repeated, and can be answered any time
    ASKED_AGAIN = "asked_again"  # the next question comes as ever; a silent week is counted
    RESTS = "rests"  # the pairing rests with the next silent week
    BREAK = "break"  # the break goes on until they come back
    LAPSES = "lapses"  # it ends without blame; both are told the same
    DATE_LAPSES = "date_lapses"  # the moment is no date; both are told, and can pick another
    COORDINATORS = "coordinators"  # coordinators see for how many days no meeting is on record
    GOES_ON = "goes_on"  # the pairing goes on as planned
    ENDS = "ends"  # the pairing ends, and both are told the same
    LEFT = "left"  # they are taken to have left, and what they took part in ends
    CLOSES = "closes"  # the pairing is closed all the same


class FullWeek(StrEnum):
    """What becomes of a message whose reader's week is full; each that goes out is counted."""

    WAITS = "waits"
    LEFT_OUT = "left_out"
    GOES_OUT = "goes_out"
    BY_DATE = "by_date"  # it goes out when a date of theirs hangs on it, and waits otherwise


class Asked(Protocol):
    """A question as it was put to one person, with the reminders of it that were sent."""

    asked_at: datetime
    reminders: int
    due_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """Something the bot says by itself: to whom, when, how often again, and what silence means.

    ``name`` is what the timetable calls it. ``shows`` are the steps it may show, the usual one
    first; none where the card is made for the occasion. ``reminders`` follow the question, each so
    many working days after it. What is ``spare`` is not worth waiting for a week with room. What is
    ``daily`` says the same of everything it may be about: of those of one day only one goes out.
    What is ``dated`` may be news of a date that both agreed to: then it waits for no week.
    """

    name: str
    to: Audience
    kind: Kind
    when: Instant = AT_ONCE
    shows: tuple[Step, ...] = ()
    reminders: tuple[WorkingDays, ...] = ()
    until: Instant | Until = Until.READ
    silence: Silence = Silence.NOTHING
    spare: bool = False
    daily: bool = False
    dated: bool = False

    @property
    def full_week(self) -> FullWeek:
        """What becomes of it when its reader's week is full."""
        if self.kind is Kind.URGENT:
            return FullWeek.GOES_OUT
        if self.dated:
            return FullWeek.BY_DATE
        is_spare = self.spare or self.kind is Kind.NUDGE
        return FullWeek.LEFT_OUT if is_spare else FullWeek.WAITS

    def kind_about(self, about: datetime | None, *, again: bool) -> Kind:
        """Return how one message of it is sent; ``about`` is the date that hangs on it, if any."""
        if again:
            return Kind.NUDGE
        return Kind.URGENT if self.dated and about is not None else self.kind

    def step(self, wanted: Step | None = None) -> Step:
        """Return the step to show: the usual one, or another that was declared."""
        step = wanted or self.shows[0]
        if step not in self.shows:
            message = f"{self.name} does not show {step.full_name}"
            raise TypeError(message)
        return step

    def first_reminder(self, asked_at: datetime, where: WorkingTime) -> datetime:
        """Return when the first reminder is due."""
        return calendar.add_working_days(asked_at, self.reminders[0], where)

    def take_reminder(self, asked: Asked, now: datetime, where: WorkingTime) -> str:
        """Count a reminder that is due, and plan the next one; return how it is worded.

        It is "nudge", or "last" when no other follows. Nothing is sent (and "" returned) when it
        comes too late to be worth it: the next one asks the same.
        """
        due_at, following = asked.due_at, self.reminders[asked.reminders + 1 :]
        later = (calendar.add_working_days(asked.asked_at, days, where) for days in following)
        asked.due_at = next((at for at in later if at > now), None)
        if due_at is not None and now - due_at > rhythm.TOO_LATE:
            return ""
        asked.reminders += 1
        return "last" if asked.due_at is None else "nudge"
