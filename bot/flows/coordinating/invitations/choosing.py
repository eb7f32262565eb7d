"""Choosing whom to invite: everybody, a part of the organisation, or people by name or address."""

from collections.abc import Iterable

from bot.conversation.flow import Invalid, Next, ask
from bot.conversation.turn import Turn
from bot.flows.coordinating.invitations.drafts import drafted, flow, whom
from bot.flows.coordinating.invitations.named import MOST_CHARACTERS, read_people
from bot.flows.coordinating.invitations.sending import preview
from bot.messages.card import Card
from bot.messages.form import Choice, Form, Input, Option, TextInput, number_in
from bot.texts.folding import folded

MOST_OPTIONS = 100
"""Options of one list; what Slack takes. Where there are more, they are written instead."""
LEVELS, LEVEL_DIGITS = range(1, 1000), 3
LONG = 1000
"""Characters of a list of departments, or of offices, that is written."""


@preview.on("choose")
def choice_asked(turn: Turn) -> Next:
    return ask(choice, drafted(turn).id)


@flow.step("choice")
def choice(turn: Turn) -> Card:
    draft = drafted(turn)
    unreached = turn.work.invitations.unreached(draft.cycle_id)
    again = [turn.tap("again", turn.say("invitations-choice.again", count=unreached))]
    taps = ("everybody", "part", "named", *(again if unreached else ()), "back")
    return turn.card("invitations-choice", taps=taps, whom=whom(turn, draft))


@choice.on("everybody")
def everybody(turn: Turn) -> Next:
    draft = drafted(turn)
    draft.is_for()
    return ask(preview, draft.id)


@choice.on("again")
def those_not_reached(turn: Turn) -> Next:
    draft = drafted(turn)
    draft.is_for(again=True)
    return ask(preview, draft.id)


@choice.on("back")
def as_it_was(turn: Turn) -> Next:
    return ask(preview, drafted(turn).id)


@choice.on("part", form=True)
def part_asked(turn: Turn) -> Next:
    return ask(part, drafted(turn).id)


@choice.on("named", form=True)
def names_asked(turn: Turn) -> Next:
    return ask(named, drafted(turn).id)


@flow.step("part")
def part(turn: Turn) -> Form:
    draft = drafted(turn)
    departments, offices = turn.work.people.departments(), turn.work.offices.names()
    inputs = [
        _some(turn, "departments", departments, draft.departments),
        _some(turn, "offices", offices, draft.offices),
        _level(turn, "lowest", draft.lowest),
        _level(turn, "highest", draft.highest),
    ]
    return turn.form("invitations-part", *inputs)


@part.on_submit
def part_chosen(turn: Turn) -> Next:
    draft = drafted(turn)
    faults: dict[str, str] = {}
    departments = _chosen(turn, "departments", turn.work.people.departments(), faults)
    offices = _chosen(turn, "offices", turn.work.offices.names(), faults)
    lowest, highest = _number(turn, "lowest", faults), _number(turn, "highest", faults)
    if lowest and highest and lowest > highest:
        faults["highest"] = turn.say("invitations-fault.levels", lowest=lowest)
    if not faults and not (departments or offices or lowest or highest):
        faults["departments"] = turn.say("invitations-fault.nothing")
    if faults:
        return Invalid(faults)
    draft.is_for(departments=departments, offices=offices, lowest=lowest, highest=highest)
    return ask(preview, draft.id)


@flow.step("named")
def named(turn: Turn) -> Form:
    drafted(turn)
    people = TextInput(
        name="people",
        label=turn.say("invitations-named-form.people"),
        hint=turn.say("invitations-named-form.hint"),
        required=True,
        limit=MOST_CHARACTERS,
        long=True,
    )
    return turn.form("invitations-named-form", people)


@named.on_submit
def people_named(turn: Turn) -> Next:
    draft = drafted(turn)
    read = read_people(turn, turn.field("people"))
    if read.fault:
        return Invalid({"people": read.fault})
    draft.is_for(people=tuple(read.ids))
    return ask(preview, draft.id)


def _some(turn: Turn, name: str, known: list[str], chosen: Iterable[str]) -> Input:
    """Ask for some of a list: by choosing, or by writing where it is too long to choose from."""
    label = turn.say(f"invitations-part.{name}")
    if len(known) > MOST_OPTIONS:
        hint, value = turn.say("invitations-part.written"), ", ".join(chosen)
        return TextInput(name=name, label=label, hint=hint, value=value, limit=LONG, long=True)
    options = tuple(Option(each, each) for each in known)
    return Choice(
        name=name, label=label, options=options, values=tuple(chosen), most=max(2, len(options))
    )


def _chosen(turn: Turn, name: str, known: list[str], faults: dict[str, str]) -> tuple[str, ...]:
    """Return what was chosen, or written, of a list; what is not in it is a fault."""
    said = [part.strip() for text in turn.values.get(name, ()) for part in _parts(text, known)]
    by_fold = {folded(each): each for each in known}
    unknown = [each for each in said if each and folded(each) not in by_fold]
    if unknown:
        names = turn.listing(unknown)
        faults[name] = turn.say("invitations-fault.unknown", names=names, count=len(unknown))
        return ()
    return tuple(dict.fromkeys(by_fold[folded(each)] for each in said if each))


def _parts(text: str, known: list[str]) -> list[str]:
    """A whole name, which may hold a comma, or several with commas or lines between."""
    return [text] if text in known else text.replace("\n", ",").split(",")


def _level(turn: Turn, name: str, now: int) -> TextInput:
    label = turn.say(f"invitations-part.{name}")
    value = str(now) if now else ""
    return TextInput(name=name, label=label, value=value, limit=LEVEL_DIGITS)


def _number(turn: Turn, name: str, faults: dict[str, str]) -> int:
    text = turn.field(name)
    if not text:
        return 0
    number = number_in(text, LEVELS, digits=LEVEL_DIGITS)
    if number is None:
        faults[name] = turn.say("field-number", low=LEVELS[0], high=LEVELS[-1])
    return number or 0
