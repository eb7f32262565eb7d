"""Invitations: everybody without a part in the cycle is asked once, after two confirmations."""

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Next, ask, finish
from bot.conversation.turn import Turn
from bot.errors import Sorry
from bot.flows.coordinating.cycles import open_cycle
from bot.flows.joining import welcome
from bot.messages.card import Card, Quote, Style
from bot.messages.plain import plain

flow = Flow("invitations", roles=COORDINATORS, chapter=Chapter.COORDINATORS)


@flow.command("invite", "inviter")
def invite(turn: Turn) -> Next:
    cycle = open_cycle(turn)
    if not turn.work.enrolments.uninvited(cycle.id):
        return finish(turn.card("invitations-none", commands=("volunteers", "programme")))
    return ask(preview, cycle.id)


@flow.step("preview")
def preview(turn: Turn) -> Card:
    cycle = open_cycle(turn, turn.subject)
    shown = turn.shown(welcome.invitation, cycle.id)
    text = plain(shown) if isinstance(shown, Card) else ""
    return turn.card(
        "invitations-preview",
        Quote(text),
        taps=("go", "no"),
        count=turn.work.enrolments.uninvited(cycle.id),
        unreachable=turn.work.people.unreachable(),
    )


@preview.on("go")
def sure_asked(turn: Turn) -> Next:
    return ask(sure, open_cycle(turn, turn.subject).id)


@flow.step("sure")
def sure(turn: Turn) -> Card:
    count = turn.work.enrolments.uninvited(open_cycle(turn, turn.subject).id)
    label = turn.say("invitations-sure.yes", count=count)
    yes = turn.tap("yes", label, style=Style.PRIMARY)
    return turn.card("invitations-sure", taps=(yes, "no"), count=count)


@sure.on("yes")
def sent(turn: Turn) -> Next:
    cycle = open_cycle(turn, turn.subject)
    count = turn.work.enrolments.invite_everybody(cycle.id, turn.now)
    if not count:
        raise Sorry("invitations-already")
    turn.audit("cycle.invited", cycle.id, count=count)
    day = turn.day(cycle.answer_by)
    return finish(turn.card("invitations-sent", commands=("volunteers",), count=count, day=day))


@preview.on("no")
@sure.on("no")
def not_sent(turn: Turn) -> Next:
    return finish(turn.card("invitations-kept", commands=("invite", "programme")))
