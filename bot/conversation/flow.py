"""How a conversation is written down: flows of named steps, and what a step may answer.

Step and action names are stored in buttons and accounts: renaming one strands people. A step is
synchronous and sees the world only through its turn; the engine does all I/O around it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.people import Role
from bot.errors import Sorry
from bot.messages.card import Card
from bot.messages.form import Form

if TYPE_CHECKING:
    from bot.conversation.turn import Turn

Show = Callable[["Turn"], Card | Form]

EVERYBODY = frozenset({Role.MEMBER})
COORDINATORS = frozenset({Role.COORDINATOR})


class Chapter(StrEnum):
    """A part of the help, in the order in which they are read; ``help-group-…`` heads it."""

    PARTICIPANTS = "participants"
    EVERYBODY = "everybody"
    COORDINATORS = "coordinators"


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


@dataclass(frozen=True, kw_only=True)
class Command:
    """A word after ``/mentor``: its English spelling, its French one, then any others.

    ``form`` says that it leads to a form; by ``rank`` the commands of one flow stand in the help.
    """

    flow: "Flow"
    words: tuple[str, ...]
    run: Tap
    chapter: Chapter
    form: bool
    rank: int

    @property
    def name(self) -> str:
        """The word that names it in the code and the texts."""
        return self.words[0]

    @property
    def full_name(self) -> str:
        """The name with its flow's: "plan.plan"."""
        return f"{self.flow.name}.{self.name}"

    @property
    def help_line(self) -> str:
        """The key of the text that tells of it in the help."""
        return f"help-command-{self.name}"

    def word(self, language: str) -> str:
        """Return the word to suggest to somebody who reads a language."""
        return self.words[1] if language == "fr" and len(self.words) > 1 else self.name


class Flow:
    """One conversation: its steps by stored name, and the commands that lead into it.

    ``roles`` may take its steps and commands, and nobody else; what a step is about is checked
    besides. ``chapter`` is where the help tells its commands.
    """

    def __init__(
        self, name: str, *, roles: frozenset[Role], chapter: Chapter | None = None
    ) -> None:
        if not roles:
            message = f"nobody may use the flow {name}: say roles=EVERYBODY or roles=COORDINATORS"
            raise ValueError(message)
        self.name = name
        self.roles = roles
        self.chapter = chapter
        self.steps: dict[str, Step] = {}
        self.commands: list[Command] = []

    def admit(self, roles: frozenset[Role]) -> None:
        """Raise Sorry unless one of the roles may use the flow."""
        if not self.roles & roles:
            raise Sorry("not-allowed")

    def step(self, name: str) -> Callable[[Show], Step]:
        """Register a step under its stored name."""

        def register(show: Show) -> Step:
            if name in self.steps:
                message = f"{self.name}.{name} exists twice"
                raise ValueError(message)
            step = self.steps[name] = Step(self.name, name, show)
            return step

        return register

    def command(
        self,
        english: str,
        *others: str,
        form: bool = False,
        chapter: Chapter | None = None,
        rank: int = 0,
    ) -> Callable[[Tap], Tap]:
        """Register a command under its words: English, French if it differs, further spellings.

        ``chapter`` is for one that the help tells elsewhere than its flow's others. Among these it
        stands by ``rank``, then as it is written; a flow of several files has no order but ranks.
        """
        words, told_in = (english, *others), chapter or self.chapter
        if told_in is None:
            message = (
                f"no chapter of the help tells /mentor {english}: "
                f"say chapter=Chapter.… where the flow {self.name} is made"
            )
            raise ValueError(message)

        def register(run: Tap) -> Tap:
            self.commands.append(
                Command(flow=self, words=words, run=run, chapter=told_in, form=form, rank=rank)
            )
            return run

        return register
