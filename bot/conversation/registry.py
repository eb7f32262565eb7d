"""All flows, commands and prompts by name: what can be pressed, typed, and is said unasked."""

from collections.abc import Iterable

from bot.conversation.flow import Command, Flow, Step
from bot.conversation.prompt import Prompt
from bot.domain.people import Role
from bot.messages.card import COMMAND, Button
from bot.texts.folding import folded


class Registry:
    """Flows by stored name and commands by folded word, in the order in which flows are given.

    ``prompts`` are what the bot says by itself, by name. One without flows knows nothing, and so
    leads nowhere.
    """

    def __init__(self, flows: Iterable[Flow] = (), prompts: Iterable[Prompt] = ()) -> None:
        self.prompts = {prompt.name: prompt for prompt in prompts}
        self.flows: dict[str, Flow] = {}
        self.commands: dict[str, Command] = {}
        self._spelled: dict[str, str] = {}
        for flow in flows:
            self._add(flow)

    def step(self, full_name: str) -> Step | None:
        """Return a step by its stored name: "checkin.met"."""
        flow, _, name = full_name.partition(".")
        return self.flows[flow].steps.get(name) if flow in self.flows else None

    def spelled(self, word: str) -> str:
        """Return how a folded word is written, accents included."""
        return self._spelled[word]

    def allowed(self, roles: frozenset[Role]) -> list[Command]:
        """Return the commands that one of the roles may use, in the order of the help."""
        return [
            command
            for flow in self.flows.values()
            if flow.roles & roles
            for command in sorted(flow.commands, key=lambda each: each.rank)
        ]

    def opens_form(self, button: Button) -> bool:
        """Whether pressing a button leads to a form, as far as can be said before it is pressed."""
        if button.action == COMMAND:
            command = self.commands.get(folded(button.value))
            return command is not None and command.form
        name, _, tap = button.action.rpartition(".")
        step = self.step(name)
        return step is not None and tap in step.forms

    def _add(self, flow: Flow) -> None:
        if flow.name in self.flows:
            message = f"two flows are named {flow.name}: give the newer one a name of its own"
            raise ValueError(message)
        self.flows[flow.name] = flow
        for command in flow.commands:
            for word in command.words:
                self._claim(word, command)

    def _claim(self, word: str, command: Command) -> None:
        claimed = self.commands.setdefault(folded(word), command)
        if claimed is not command:
            message = (
                f"/mentor {word} is claimed by {claimed.full_name} and by {command.full_name}: "
                "give one of them another word"
            )
            raise ValueError(message)
        self._spelled.setdefault(folded(word), word)
