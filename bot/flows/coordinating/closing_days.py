"""Days on which an office is closed, holidays aside: nobody of it is written to, nothing is due."""

from dataclasses import dataclass
from datetime import date

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Invalid, Next, ask
from bot.conversation.turn import Turn
from bot.domain.closing import Closing
from bot.errors import Sorry
from bot.messages.card import Block, Bullets, Card
from bot.messages.form import Choice, DateInput, Form, Option, TextInput
from bot.services import closings

flow = Flow("closings", roles=COORDINATORS, chapter=Chapter.COORDINATORS)

MOST_OFFICES = 99
"""Options of one list beside "everywhere"; what Slack takes."""
EVERYWHERE = "everywhere"
OFFICE = "office:"
"""Before the name of an office, so that none is taken for "everywhere"."""


@flow.command("closing-days", "jours-de-fermeture", "closings", "fermetures")
def closing_days(turn: Turn) -> Next:
    return ask(home)


@flow.step("home")
def home(turn: Turn) -> Card:
    """The closing days that are not over, each with a button that takes it off."""
    found = _ahead(turn)
    blocks: list[Block] = [Bullets(tuple(_said(turn, each) for each in found))] if found else []
    buttons = [
        turn.tap("take", turn.say("closings-home.take", **_facts(turn, each)), value=each.id)
        for each in found
    ]
    key = "closings-home" if found else "closings-none"
    add = turn.tap("add", turn.say("closings-home.add"))
    taps = [add, *buttons] if len(found) < closings.MOST else buttons
    return turn.card(key, *blocks, taps=taps, commands=("programme",))


@home.on("add", form=True)
def add_asked(turn: Turn) -> Next:
    return ask(edit)


@home.on("take")
def taken_off(turn: Turn) -> Next:
    closing = turn.coordinated_if_there(Closing, turn.value)
    if closing is not None:
        turn.work.remove(closing)
        closings.put_into_effect(turn.work, turn.today)
        turn.audit("closing.removed", closing.id)
    return ask(home)


@flow.step("edit")
def edit(turn: Turn) -> Form:
    """A day or some days in a row, of one office or of all."""
    offices = [
        Option(EVERYWHERE, turn.say("closings-edit.everywhere")),
        *(Option(f"{OFFICE}{name}", name) for name in turn.work.offices.names()[:MOST_OFFICES]),
    ]
    return turn.form(
        "closings-edit",
        TextInput(
            name="name",
            label=turn.say("closings-edit.name"),
            hint=turn.say("closings-edit.name-hint"),
            required=True,
            limit=closings.NAME_LIMIT,
        ),
        DateInput(name="first", label=turn.say("closings-edit.first"), required=True),
        DateInput(
            name="last",
            label=turn.say("closings-edit.last"),
            hint=turn.say("closings-edit.last-hint"),
        ),
        Choice(
            name="office",
            label=turn.say("closings-edit.office"),
            options=tuple(offices),
            required=True,
            values=(EVERYWHERE,),
        ),
    )


@edit.on_submit
def added(turn: Turn) -> Next:
    turn.work.one_at_a_time()
    if len(_ahead(turn)) >= closings.MOST:
        raise Sorry("closings-many", most=closings.MOST)
    filled, faults = _read(turn)
    if filled is None:
        return Invalid(faults)
    closing = Closing(
        organisation_id=turn.work.organisation_id,
        id=turn.work.new_id(),
        name=filled.name,
        office=filled.office,
        first=filled.first,
        last=filled.last,
    )
    turn.work.add(closing)
    closings.put_into_effect(turn.work, turn.today)
    turn.audit("closing.added", closing.id)
    return ask(home)


@dataclass(frozen=True)
class _Filled:
    """What was filled in, with nothing wrong in it."""

    name: str
    office: str
    first: date
    last: date


def _read(turn: Turn) -> tuple[_Filled | None, dict[str, str]]:
    """Return what was filled in, or a sentence for each field at fault."""
    faults: dict[str, str] = {}
    name = " ".join(turn.field("name").split())
    if not name:
        faults["name"] = turn.say("closings-fault.name")
    elif len(name) > closings.NAME_LIMIT:
        faults["name"] = turn.say("field-length", length=len(name), limit=closings.NAME_LIMIT)
    office = turn.field("office").removeprefix(OFFICE)
    known = {EVERYWHERE, *turn.work.offices.names()}
    if office not in known:
        faults["office"] = turn.say("closings-fault.office")
    days = {field: _day(turn.field(field)) for field in ("first", "last") if turn.field(field)}
    faults |= {name: turn.say("closings-fault.date") for name, day in days.items() if day is None}
    first = days.get("first")
    last = days.get("last", first)
    if first is None or last is None:
        faults.setdefault("first" if first is None else "last", turn.say("closings-fault.date"))
        return None, faults
    faults |= _wrong_days(turn, first, last)
    where = "" if turn.field("office") == EVERYWHERE else office
    return (None, faults) if faults else (_Filled(name, where, first, last), {})


def _wrong_days(turn: Turn, first: date, last: date) -> dict[str, str]:
    """Return the field at fault, with a sentence, where days cannot be closing days."""
    wrong = closings.wrong_days(first, last, turn.today)
    if wrong is None:
        return {}
    values = {n: turn.day(v) if isinstance(v, date) else v for n, v in wrong.values.items()}
    return {wrong.where: turn.say(f"closings-fault.{wrong.what}", **values)}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _ahead(turn: Turn) -> list[Closing]:
    return [each for each in turn.work.offices.closings() if each.last >= turn.today]


def _said(turn: Turn, closing: Closing) -> str:
    return turn.say("closings-one", **_facts(turn, closing))


def _facts(turn: Turn, closing: Closing) -> dict[str, str]:
    """Return a closing as the texts name it; the year is said because it may be the next one."""
    days = [f"{turn.day(day)} {day.year}" for day in (closing.first, closing.last)]
    return {
        "name": closing.name,
        "day": closing.first.isoformat(),
        "first": days[0],
        "last": days[1],
        "span": "one" if closing.first == closing.last else "some",
        "office": closing.office,
        "where": "office" if closing.office else EVERYWHERE,
    }
