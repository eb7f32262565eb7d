"""Coaching tips for either side and the prompts on five values; private, none twice in a cycle."""

from bot import texts
from bot.conversation.turn import Turn
from bot.domain.meeting import Meeting
from bot.domain.pairing import Seat

TIPS = 14
"""Per role; each is given once in a cycle, before a meeting or to whoever asks for one."""
VALUES = 5
"""Listening, openness, authenticity, trust, mutual respect: one a fortnight."""


def next_number(seat: Seat) -> int:
    """Return the number of the next tip for a seat; 0 when all were given."""
    return next((n for n in range(1, TIPS + 1) if n not in seat.tips), 0)


def note_given(seat: Seat, number: int) -> None:
    """Remember a tip as given, so that it does not come again."""
    if number and number not in seat.tips:
        seat.tips = (*seat.tips, number)


def tip(turn: Turn, seat: Seat, number: int) -> str:
    """Return a tip in the person's language, in words for their role; empty for none."""
    key = f"tip-{seat.role.value}-{number}"
    return turn.say(key) if texts.has_text(turn.person.language, key) else ""


def next_tip(turn: Turn, seat: Seat) -> str:
    """Return the next tip for a seat and note it as given; empty when all were."""
    number = next_number(seat)
    note_given(seat, number)
    return tip(turn, seat, number)


def value_before(turn: Turn, meeting: Meeting) -> str:
    """Return what to watch in a meeting: one of the five values; empty after the fifth meeting."""
    return turn.say(f"value-{meeting.number}.before") if meeting.number <= VALUES else ""


def value_after(turn: Turn, meeting: Meeting) -> str:
    """Return what to ask oneself after a meeting; empty after the fifth."""
    return turn.say(f"value-{meeting.number}.after") if meeting.number <= VALUES else ""
