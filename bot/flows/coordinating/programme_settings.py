"""The settings of a programme as a form: its inputs, and what is wrong with what was filled in."""

from dataclasses import dataclass
from datetime import date, time

from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.programme import Programme
from bot.messages.form import Choice, DateInput, Input, Option, TextInput, number_in

NAME_LIMIT = 80
NUMBERS = {
    "weeks": rhythm.WEEKS_TO_CHOOSE,
    "meetings": rhythm.MEETINGS_TO_CHOOSE,
    "weekday": rhythm.WORKWEEK,
    "hour": rhythm.HOURS_TO_CHOOSE,
}
TYPED = frozenset({"weeks", "meetings"})
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
    weekdays = tuple(
        Option(str(d), turn.say(f"programme-weekday.d{d}")) for d in NUMBERS["weekday"]
    )
    hours = tuple(Option(str(h), turn.say("programme-hour", hour=str(h))) for h in NUMBERS["hour"])
    return (
        TextInput(
            name="name",
            label=turn.say("programme-field.name"),
            hint=turn.say("programme-field.name-hint"),
            required=True,
            value=now.name,
            limit=NAME_LIMIT,
        ),
        _typed(turn, "weeks", now.weeks),
        _typed(turn, "meetings", now.meetings),
        Choice(
            name="weekday",
            label=turn.say("programme-field.weekday"),
            options=weekdays,
            required=True,
            values=(str(now.weekday),),
        ),
        Choice(
            name="hour",
            label=turn.say("programme-field.hour"),
            hint=turn.say("programme-field.hour-hint"),
            options=hours,
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
        value=(turn.today + rhythm.USUAL_WAIT).isoformat(),
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


DEFAULTS = Settings(
    name="",
    weeks=rhythm.USUAL_WEEKS,
    meetings=rhythm.USUAL_MEETINGS,
    weekday=rhythm.USUAL_WEEKDAY,
    hour=rhythm.USUAL_AT.hour,
)


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
        number = number_in(turn.field(field), within, digits=DIGITS)
        if number is None:
            key = "number" if field in TYPED else "choose"
            faults[field] = turn.say(f"field-{key}", low=within[0], high=within[-1])
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
    if day > turn.today + rhythm.LONGEST_WAIT:
        return None, {"answer_by": turn.say("programme-fault.far")}
    return day, {}


def _typed(turn: Turn, name: str, now: int) -> TextInput:
    within = NUMBERS[name]
    return TextInput(
        name=name,
        label=turn.say(f"programme-field.{name}", low=within[0], high=within[-1]),
        required=True,
        value=str(now),
        limit=DIGITS,
    )
