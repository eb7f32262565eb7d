"""The settings of a programme as a form: its inputs, and what is wrong with what was filled in."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.conversation.turn import Turn
from bot.domain.programme import Programme
from bot.messages.form import Choice, DateInput, Input, Option, TextInput

NAME_LIMIT = 80
WEEKS = range(4, 53)
MEETINGS = range(1, 27)
WEEKDAYS = range(5)
HOURS = range(9, 17)
"""Check-ins are asked in working hours, with room for the spread of one hour."""
NUMBERS = {"weeks": WEEKS, "meetings": MEETINGS, "weekday": WEEKDAYS, "hour": HOURS}
TYPED = frozenset({"weeks", "meetings"})
USUAL_WAIT = timedelta(weeks=3)
"""From the invitation to an answer, unless the coordinator says otherwise."""
ANSWER_WITHIN = timedelta(days=365)
DIGITS = 3
"""Digits of a number worth reading; every number asked for has fewer."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a coordinator chose; weeks and meetings are counts, Monday is weekday 0."""

    name: str
    weeks: int
    meetings: int
    weekday: int
    hour: int

    def apply(self, programme: Programme) -> None:
        """Write the choice into a programme."""
        programme.name, programme.weeks, programme.meetings = self.name, self.weeks, self.meetings
        programme.checkin_weekday, programme.checkin_at = self.weekday, time(self.hour)


def settings_inputs(turn: Turn, now: Settings) -> tuple[Input, ...]:
    """Return the inputs, filled in as things stand."""
    return (
        TextInput(
            name="name",
            label=turn.say("programme-field.name"),
            hint=turn.say("programme-field.name-hint"),
            required=True,
            value=now.name,
            limit=NAME_LIMIT,
        ),
        TextInput(
            name="weeks",
            label=turn.say("programme-field.weeks", low=WEEKS[0], high=WEEKS[-1]),
            required=True,
            value=str(now.weeks),
            limit=DIGITS,
        ),
        TextInput(
            name="meetings",
            label=turn.say("programme-field.meetings", low=MEETINGS[0], high=MEETINGS[-1]),
            required=True,
            value=str(now.meetings),
            limit=DIGITS,
        ),
        Choice(
            name="weekday",
            label=turn.say("programme-field.weekday"),
            options=tuple(Option(str(d), turn.say(f"programme-weekday.d{d}")) for d in WEEKDAYS),
            required=True,
            values=(str(now.weekday),),
        ),
        Choice(
            name="hour",
            label=turn.say("programme-field.hour"),
            hint=turn.say("programme-field.hour-hint"),
            options=tuple(Option(str(h), turn.say("programme-hour", hour=str(h))) for h in HOURS),
            required=True,
            values=(str(now.hour),),
        ),
    )


def answer_by_input(turn: Turn) -> DateInput:
    """Ask by which day everybody who volunteers has an answer."""
    return DateInput(
        name="answer_by",
        label=turn.say("programme-field.answer-by"),
        hint=turn.say("programme-field.answer-by-hint"),
        required=True,
        value=(turn.today + USUAL_WAIT).isoformat(),
    )


def settings_of(programme: Programme) -> Settings:
    """Return a programme's settings as they stand."""
    return Settings(
        name=programme.name,
        weeks=programme.weeks,
        meetings=programme.meetings,
        weekday=programme.checkin_weekday,
        hour=programme.checkin_at.hour,
    )


DEFAULTS = Settings(name="", weeks=12, meetings=6, weekday=3, hour=10)
"""Six meetings in twelve weeks, asked about on Thursdays: what most programmes converge on."""


def read_settings(turn: Turn) -> tuple[Settings | None, dict[str, str]]:
    """Return what was filled in, or a sentence for each field at fault."""
    faults: dict[str, str] = {}
    name = " ".join(turn.field("name").split())
    if not name:
        faults["name"] = turn.say("programme-fault.name")
    elif len(name) > NAME_LIMIT:
        faults["name"] = turn.say("programme-fault.name-long", limit=NAME_LIMIT, length=len(name))
    numbers = {}
    for field, within in NUMBERS.items():
        number = _number(turn, field, within)
        if number is None:
            key = "number" if field in TYPED else "choose"
            faults[field] = turn.say(f"programme-fault.{key}", low=within[0], high=within[-1])
        else:
            numbers[field] = number
    if not faults and numbers["meetings"] > numbers["weeks"]:
        weeks = numbers["weeks"]
        faults["meetings"] = turn.say("programme-fault.meetings-many", weeks=weeks)
    return (None, faults) if faults else (Settings(name=name, **numbers), {})


def read_answer_by(turn: Turn) -> tuple[date | None, dict[str, str]]:
    """Return the day that was filled in, or a sentence why it cannot be."""
    try:
        day = date.fromisoformat(turn.field("answer_by"))
    except ValueError:
        return None, {"answer_by": turn.say("programme-fault.date")}
    if day <= turn.today:
        return None, {"answer_by": turn.say("programme-fault.past", day=turn.day(turn.today))}
    if day > turn.today + ANSWER_WITHIN:
        return None, {"answer_by": turn.say("programme-fault.far")}
    return day, {}


def _number(turn: Turn, field: str, within: range) -> int | None:
    text = turn.field(field)
    # Only plain digits: int() would also take "1_2", "+5" and digits of other scripts.
    if not (text.isascii() and text.isdecimal() and len(text) <= DIGITS):
        return None
    return int(text) if int(text) in within else None
