"""What the coordinator's conversations share: the open cycle, and how its rhythm is said."""

from bot.conversation.turn import Turn
from bot.domain.programme import Cycle, Programme
from bot.errors import Sorry


def open_cycle(turn: Turn, cycle_id: str = "") -> Cycle:
    """Return the cycle that welcomes people; Sorry if there is none, or another was meant."""
    if turn.cycle is None:
        raise Sorry("programme-none-open")
    if cycle_id and turn.cycle.id != cycle_id:
        raise Sorry("stale")
    return turn.cycle


def lock_cycle(turn: Turn, cycle_id: str = "") -> Cycle:
    """Return the open cycle, locked: of two who decide upon it, one comes after the other."""
    cycle = open_cycle(turn, cycle_id)
    turn.work.lock(Cycle, cycle.id)
    return cycle


def answer_by(turn: Turn, cycle: Cycle, label: str) -> list[tuple[str, str]]:
    """Return the row that says by when an answer was promised, until that day has passed."""
    return [(turn.say(label), turn.day(cycle.answer_by))] if turn.today <= cycle.answer_by else []


def promised(turn: Turn, cycle: Cycle) -> dict[str, str]:
    """Return for a text by which day an answer was promised, and whether it is ahead."""
    is_ahead = turn.today <= cycle.answer_by
    return {"promised": "yes" if is_ahead else "no", "day": turn.day(cycle.answer_by)}


def checkin_moment(turn: Turn, programme: Programme) -> str:
    """Return when the weekly check-in is asked, in words: "Thursday at 10:00"."""
    weekday = turn.say(f"programme-weekday.d{programme.checkin_weekday}")
    return turn.say(
        "programme-checkin-moment", weekday=weekday, hour=str(programme.checkin_at.hour)
    )
