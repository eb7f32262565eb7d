"""Coaching tips for either side and the prompts on five values; private, none twice in a cycle."""

from bot import texts
from bot.conversation.turn import Turn
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing, Seat
from bot.domain.people import Role
from bot.ports import Work

TIPS = 14
"""Per role: as many as a programme could ask for."""
ON_CANCELLING = 6
"""The tip for a mentee who cannot come."""
FITTING = {"time": (6, 8), "lost": (4, 9), "deciding": (3, 5)}
"""The tips that come first for what a mentee said makes it hard to be a beginner."""
VALUES = 5
"""Listening, openness, authenticity, trust, mutual respect: one a meeting."""


def next_number(work: Work, seat: Seat) -> int:
    """Return the number of the next tip for a seat, a fitting one first; 0 when all were given."""
    order = (*FITTING.get(_obstacle(work, seat), ()), *range(1, TIPS + 1))
    return next((number for number in order if number not in seat.tips), 0)


def note_given(seat: Seat, number: int) -> None:
    """Remember a tip as given, so that it does not come again."""
    if number and number not in seat.tips:
        seat.tips = (*seat.tips, number)


def tip(turn: Turn, seat: Seat, number: int) -> str:
    """Return a tip in the person's language, in words for their role; empty for none."""
    key = f"tip-{seat.role.value}-{number}"
    return turn.say(key) if texts.has_text(turn.person.language, key) else ""


def value_before(turn: Turn, meeting: Meeting) -> str:
    """Return what to watch in a meeting: one of the values; empty once all had their turn."""
    return _value(turn, meeting.number) if meeting.number <= VALUES else ""


def value_of_week(turn: Turn, week: str) -> str:
    """Return a small try on the value whose turn it is by the number of an ISO week."""
    return _value(turn, int(week[-2:]) % VALUES + 1)


def on_cancelling(turn: Turn) -> str:
    """Return what helps a mentee who has to cancel."""
    return turn.say(f"tip-{Role.MENTEE.value}-{ON_CANCELLING}")


def _obstacle(work: Work, seat: Seat) -> str:
    """Return what a mentee said makes it hard to be a beginner; mentors are not asked."""
    pairing = work.get(Pairing, seat.pairing_id)
    if pairing is None or seat.role is not Role.MENTEE:
        return ""
    enrolment = work.enrolments.part(pairing.cycle_id, seat.person_id)
    return enrolment.obstacle if enrolment else ""


def _value(turn: Turn, number: int) -> str:
    return turn.say(f"value-{number}.before")
