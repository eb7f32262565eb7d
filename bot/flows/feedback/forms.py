"""The questions of the two feedbacks, and what counts as an answer to them."""

from collections.abc import Iterable

from bot.conversation.turn import Turn
from bot.domain.checkin import Feedback, FeedbackKind
from bot.domain.pairing import Pairing
from bot.domain.people import Role
from bot.flows.meeting import days
from bot.messages.form import (
    A_FEW_SENTENCES,
    OUT_OF_FIVE,
    Choice,
    Input,
    Option,
    Switch,
    TextInput,
    Values,
    first,
)

OUT_OF_TEN = tuple(str(number) for number in range(11))
PARTNER = ("keep", "adjust", "change")
NEXT = ("continue", "new", "swap", "stop")
MET, NOT_MET = "met", "no"
"""The question whether they met, and its no; a yes is the day."""


def questions(turn: Turn, feedback: Feedback) -> tuple[Input, ...]:
    """Return what is asked in a feedback, in words for the role of its person."""
    others = (
        _mid(turn, feedback.role)
        if feedback.kind is FeedbackKind.MID
        else _final(turn, feedback.role)
    )
    return (_met(turn, feedback), *others)


def read(
    turn: Turn, asked: Iterable[Input], values: Values
) -> tuple[dict[str, object], dict[str, str]]:
    """Return the answers by name, and a sentence for each one that cannot be taken.

    Ratings are numbers, switches are true or false, what was left out is absent.
    """
    answers: dict[str, object] = {}
    faults: dict[str, str] = {}
    for question in asked:
        given = first(values, question.name)
        match question:
            case Switch():
                answers[question.name] = given == "yes"
            case _ if not given:
                if question.required:
                    faults[question.name] = turn.say("typed-required")
            case Choice(options=options):
                if all(given != option.value for option in options):
                    faults[question.name] = turn.say("typed-choose")
                answers[question.name] = int(given) if given.isdecimal() else given
            case TextInput(limit=limit) if len(given) > limit:
                faults[question.name] = turn.say("field-too-long", limit=limit)
            case _:
                answers[question.name] = given
    return answers, faults


def _met(turn: Turn, feedback: Feedback) -> Choice:
    """Whether they met, and when: this question stands in place of a check-in."""
    pairing = turn.mine(Pairing, feedback.pairing_id)
    met_on = [*days.to_choose(turn, pairing), *days.earlier(turn, pairing)]
    options = [
        Option(day.isoformat(), turn.say("days-yes.on", day=turn.day(day)))
        for day in dict.fromkeys(met_on)
    ]
    not_met = Option(NOT_MET, turn.say("feedback-ask-met.no"))
    label = turn.say("feedback-ask-met")
    return Choice(name=MET, label=label, options=(not_met, *options))


def _mid(turn: Turn, role: Role) -> tuple[Input, ...]:
    return (
        _scale(turn, "progress", role.value),
        _scale(turn, "expectations"),
        _scale(turn, "voice"),
        _choice(turn, "partner", PARTNER),
        _text(turn, "change"),
        _switch(turn, "share"),
    )


def _final(turn: Turn, role: Role) -> tuple[Input, ...]:
    asked: tuple[Input, ...] = (
        _scale(turn, "level_now", role.value),
        _scale(turn, "level_then", role.value),
        _scale(turn, "listened"),
        _scale(turn, "myself"),
        _choice(turn, "recommend", OUT_OF_TEN),
    )
    if role is Role.MENTEE:
        asked += (_text(turn, "changed"), _switch(turn, "publish"))
    asked += (_choice(turn, "next", NEXT),)
    return (*asked, _text(turn, "thanks")) if role is Role.MENTEE else asked


def _scale(turn: Turn, name: str, role: str = "") -> Choice:
    options = tuple(Option(number, turn.say(f"feedback-scale.n{number}")) for number in OUT_OF_FIVE)
    label = turn.say(f"feedback-ask-{name}", role=role)
    return Choice(name=name, label=label, options=options, required=True)


def _choice(turn: Turn, name: str, values: Iterable[str]) -> Choice:
    """A choice whose numbers speak for themselves, and whose words are in the catalogue."""
    options = tuple(
        Option(value, value if value.isdecimal() else turn.say(f"feedback-ask-{name}.{value}"))
        for value in values
    )
    return Choice(name=name, label=turn.say(f"feedback-ask-{name}"), options=options, required=True)


def _text(turn: Turn, name: str) -> TextInput:
    label, hint = turn.say(f"feedback-ask-{name}"), turn.say(f"feedback-ask-{name}.hint")
    return TextInput(name=name, label=label, hint=hint, limit=A_FEW_SENTENCES, long=True)


def _switch(turn: Turn, name: str) -> Switch:
    label, hint = turn.say(f"feedback-ask-{name}"), turn.say(f"feedback-ask-{name}.hint")
    return Switch(name=name, label=label, hint=hint)
