"""Erasing everything kept about somebody, at their word."""

from bot.conversation.flow import EVERYBODY, Chapter, Flow, Next, ask, finish
from bot.conversation.turn import Turn
from bot.domain.proposal import ProposalState
from bot.errors import Sorry
from bot.flows.leaving import exits
from bot.flows.pairing import proposal as proposals
from bot.messages.card import Bullets, Card, Style, Text
from bot.services import directory, second_thoughts

flow = Flow("erasure", roles=EVERYBODY, chapter=Chapter.EVERYBODY)

WHAT_GOES = ("profile", "answers", "pairing", "account")
WHAT_STAYS = ("tombstone", "decisions")


@flow.command("forget-me", "oublie-moi")
def forget_me(turn: Turn) -> Next:
    _refuse_the_last_coordinator(turn)
    return ask(sure)


@flow.step("sure")
def sure(turn: Turn) -> Card:
    goes = tuple(turn.say(f"erasure-goes-{item}") for item in WHAT_GOES)
    stays = tuple(turn.say(f"erasure-stays-{item}") for item in WHAT_STAYS)
    # The day makes an old card harmless: pressed later, it asks again.
    label, today = turn.say("erasure-sure.yes"), turn.today.isoformat()
    return turn.card(
        "erasure-sure",
        Bullets(goes),
        Text(turn.say("erasure-stays")),
        Bullets(stays),
        taps=(turn.tap("yes", label, value=today, style=Style.DANGER), "no"),
        commands=("my-data", "pause"),
    )


@sure.on("yes")
def they_are_sure(turn: Turn) -> Next:
    _refuse_the_last_coordinator(turn)
    if turn.value != turn.today.isoformat():
        return ask(sure)
    exits.leave_programme(turn)
    for pairing in second_thoughts.stopped_by(turn.work, turn.person):
        # Nothing of them stays that could stand until the morning; the message still waits for it.
        exits.conclude(turn.work, turn.now, pairing)
    for proposal in turn.work.proposals.of(turn.person.id, ProposalState.OFFERED):
        proposals.withdraw(turn.work, turn.now, proposal, besides=turn.person.id)
    directory.forget(turn.work, turn.work.accounts.all(turn.person.id))
    gone = turn.work.people.erase(turn.person.id)
    return finish(turn.card("erasure-done", count=sum(gone.values())))


@sure.on("no")
def they_stay(turn: Turn) -> Next:
    return finish(turn.card("erasure-kept", commands=("status",)))


def _refuse_the_last_coordinator(turn: Turn) -> None:
    if directory.is_last_coordinator(turn.work, turn.person):
        raise Sorry("erasure-last-coordinator")
