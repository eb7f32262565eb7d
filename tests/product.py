"""The product's flows and commands, as the gallery asks for them: here, and nowhere else."""

from collections.abc import Iterator

from bot.conversation.flow import Command, Flow, Step
from bot.messages.card import COMMAND, Button
from bot.runtime.registry import every_flow
from bot.texts.folding import folded

REGISTRY = every_flow()


def flows() -> tuple[Flow, ...]:
    """Return every flow, in the order of a programme."""
    return tuple(REGISTRY.flows.values())


def folder(flow: Flow) -> str:
    """Return the folder a flow is written in: a chapter of the product."""
    return homes(flow)[0]


def homes(flow: Flow) -> list[str]:
    """Return every folder that holds a part of a flow, that of its commands first."""
    modules = [command.run.__module__ for command in flow.commands]
    modules += [tap.__module__ for step in flow.steps.values() for tap in step.taps.values()]
    return [module.split(".")[2] for module in modules]


def folders() -> tuple[str, ...]:
    """Return every chapter of the product, in the order in which a programme comes to it."""
    return tuple(dict.fromkeys(map(folder, flows())))


def steps() -> tuple[Step, ...]:
    """Return every step of every flow."""
    return tuple(step for flow in flows() for step in flow.steps.values())


def step_named(full_name: str) -> Step:
    """Return a step by its stored name."""
    found = REGISTRY.step(full_name)
    assert found is not None, full_name
    return found


def taps() -> frozenset[str]:
    """Return the action of every button that is answered."""
    return frozenset(f"{step.full_name}.{tap}" for step in steps() for tap in step.taps)


def commands() -> Iterator[Command]:
    """Yield every command, flow by flow."""
    for flow in flows():
        yield from flow.commands


def words() -> tuple[str, ...]:
    """Return every word that is understood after ``/mentor``, folded."""
    return tuple(REGISTRY.commands)


def command_named(word: str) -> Command:
    """Return the command that a word after ``/mentor`` stands for."""
    return REGISTRY.commands[folded(word)]


def is_answered(button: Button) -> bool:
    """Whether pressing a button does something."""
    if button.action == COMMAND:
        return folded(button.value) in REGISTRY.commands
    return button.action in taps()


def opens_form(button: Button) -> bool:
    """Whether a button says that it leads to a form."""
    return REGISTRY.opens_form(button)
