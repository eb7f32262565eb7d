"""How a conversation is written down: flows of named steps, and what a step may answer.

Step and action names are stored in buttons and accounts: renaming one strands people. A step is
synchronous and sees the world only through its turn; the engine does all I/O around it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.messages.card import Card
from bot.messages.form import Form

if TYPE_CHECKING:
    from bot.conversation.turn import Turn

Show = Callable[["Turn"], Card | Form]


@dataclass(frozen=True)
class Ask:
    """Show a step next, about a subject, and await its answer."""

    step: "Step"
    subject: str = ""


@dataclass(frozen=True)
class Finish:
    """Show a last card; nothing is awaited."""

    card: Card


@dataclass(frozen=True)
class Invalid:
    """A form cannot be taken as it is: a sentence per field at fault; what was typed is kept."""

    faults: Mapping[str, str]


Next = Ask | Finish | Invalid
Tap = Callable[["Turn"], Next]


def ask(step: "Step", subject: str = "") -> Ask:
    """Go on with a step."""
    return Ask(step, subject)


def finish(card: Card) -> Finish:
    """End with a card."""
    return Finish(card)


@dataclass(eq=False)
class Step:
    """One card or form of a flow, and what each answer to it does.

    ``forms`` names the answers that lead to a form: a platform may have to know before the press.
    """

    flow: str
    name: str
    show: Show
    taps: dict[str, Tap] = field(default_factory=dict)
    submit: Tap | None = None
    forms: set[str] = field(default_factory=set)

    @property
    def full_name(self) -> str:
        """The stored name: "checkin.met"."""
        return f"{self.flow}.{self.name}"

    def on(self, *actions: str, form: bool = False) -> Callable[[Tap], Tap]:
        """Register what pressing one of these buttons does, and whether it leads to a form."""

        def register(tap: Tap) -> Tap:
            for action in actions:
                if action in self.taps:
                    message = f"{self.full_name}.{action} is answered twice"
                    raise ValueError(message)
                self.taps[action] = tap
            if form:
                self.forms.update(actions)
            return tap

        return register

    def on_submit(self, tap: Tap) -> Tap:
        """Register what sending in the form does."""
        self.submit = tap
        return tap


@dataclass(frozen=True)
class Command:
    """A word after ``/mentor``; ``words`` holds every spelling, French ones too.

    ``form`` says that it leads to a form.
    """

    words: tuple[str, ...]
    run: Tap
    form: bool = False


class Flow:
    """One conversation: its steps by stored name, and the commands that lead into it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.steps: dict[str, Step] = {}
        self.commands: list[Command] = []

    def step(self, name: str) -> Callable[[Show], Step]:
        """Register a step under its stored name."""

        def register(show: Show) -> Step:
            if name in self.steps:
                message = f"{self.name}.{name} exists twice"
                raise ValueError(message)
            step = self.steps[name] = Step(self.name, name, show)
            return step

        return register

    def command(self, *words: str, form: bool = False) -> Callable[[Tap], Tap]:
        """Register a command under its words; the first is its name in the help."""

        def register(run: Tap) -> Tap:
            self.commands.append(Command(words, run, form))
            return run

        return register
