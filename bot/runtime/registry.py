"""All flows by name, and all commands by word."""

from bot.conversation.flow import Flow, Tap
from bot.flows import checkin, feedback
from bot.flows.coordinating import (
    announcement,
    approval,
    console,
    digest,
    invitations,
    programme,
    review,
    topics,
    volunteers,
)
from bot.flows.joining import profile, welcome
from bot.flows.leaving import erasure, exits, pause
from bot.flows.meeting import moves, plan
from bot.flows.mine import help as help_
from bot.flows.mine import privacy
from bot.flows.pairing import introduction, proposal, relay
from bot.messages.card import COMMAND, Button
from bot.texts.folding import folded

FLOWS: dict[str, Flow] = {
    module.flow.name: module.flow
    for module in (
        welcome,
        profile,
        pause,
        help_,
        privacy,
        erasure,
        proposal,
        introduction,
        plan,
        relay,
        checkin,
        feedback,
        exits,
        console,
        programme,
        announcement,
        invitations,
        volunteers,
        topics,
        review,
        approval,
        moves,
        digest,
    )
}
"""Every flow by its stored name, in the order of a programme."""


def _commands() -> dict[str, tuple[str, Tap]]:
    commands: dict[str, tuple[str, Tap]] = {}
    for flow in FLOWS.values():
        for command in flow.commands:
            for word in command.words:
                if folded(word) in commands:
                    message = f"/mentor {word} is claimed twice"
                    raise ValueError(message)
                commands[folded(word)] = (flow.name, command.run)
    return commands


COMMANDS = _commands()
"""Every word after ``/mentor``, folded, with the flow it belongs to and what it does."""
SPELLED = {
    folded(word): word
    for flow in FLOWS.values()
    for command in flow.commands
    for word in command.words
}
"""How a folded word is written, accents included."""


def opens_form(button: Button) -> bool:
    """Whether pressing a button leads to a form, as far as can be said before it is pressed."""
    if button.action == COMMAND:
        return folded(button.value) in FORM_WORDS
    name, _, tap = button.action.rpartition(".")
    flow, _, step = name.partition(".")
    return flow in FLOWS and step in FLOWS[flow].steps and tap in FLOWS[flow].steps[step].forms


FORM_WORDS = frozenset(
    folded(word)
    for flow in FLOWS.values()
    for command in flow.commands
    if command.form
    for word in command.words
)
"""Every word after ``/mentor`` that leads to a form, folded."""
