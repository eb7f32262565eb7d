"""A run of the matching: what was asked of it, how far it is, and what it came to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from bot.domain.moves import Move, Moves, State


class RunKind(StrEnum):
    """What a run is for: only the first kind changes anything by itself."""

    PAIR = "pair"  # look for pairs, and keep them as drafts
    SETTINGS = "settings"  # what would other settings of the cycle change?
    LOCK = "lock"  # what would it cost to keep two people together?
    FORBID = "forbid"  # what would it cost to keep two people apart?


class RunState(State):
    """The life of a run."""

    ASKED = "asked", "It waits for whoever solves."
    SOLVING = "solving", "Somebody solves it, for a while at the most."
    DONE = "done", "The outcome is there, and holds as long as nothing else changed."
    CANCELLED = "cancelled", "The coordinator does not want it any more."
    OUTDATED = "outdated", "The cycle changed meanwhile, so that nothing was kept."
    FAILED = "failed", "It could not be solved; its outcome says why, in a code."


OPEN_STATES = (RunState.ASKED, RunState.SOLVING)
"""Where an outcome is still to come."""
RUN_MOVES = Moves(
    RunState.ASKED,
    claim=Move(*OPEN_STATES, to=RunState.SOLVING),
    finish=Move(*OPEN_STATES, to=RunState.DONE),
    cancel=Move(*OPEN_STATES, to=RunState.CANCELLED),
    outdate=Move(*OPEN_STATES, to=RunState.OUTDATED),
    fail=Move(RunState.SOLVING, to=RunState.FAILED),
)
"""The only moves of a run: a small one is done as soon as it is asked, and one whose solver died
is claimed again.
"""


@dataclass(frozen=True)
class NewSettings:
    """What a trial of settings tries: all of them by name, and the names of those that change."""

    settings: Mapping[str, int | str]
    different: tuple[str, ...]


@dataclass(frozen=True)
class Two:
    """Whom a trial would keep together, or apart; ``score`` where they were weighed before."""

    mentor_id: str
    mentee_id: str
    score: int | None = None


@dataclass(frozen=True)
class Everybody:
    """That a run for pairs looks at everybody, though a repair of the drafts would do."""


Change = NewSettings | Two | Everybody | None
"""What a run tries, or how it looks for pairs; nothing when that is as usual."""


@dataclass(frozen=True, kw_only=True)
class HowFar:
    """How many people a run is about, and how much of the work is done."""

    people: int = 0
    percent: int = 0


@dataclass(frozen=True, kw_only=True)
class Failure:
    """Why a run was not solved: the key of a text, or a lock on two people that breaks a rule."""

    text: str = ""
    code: str = ""
    mentor_id: str = ""
    mentee_id: str = ""


class Gone(NamedTuple):
    """A pair that a run takes apart, and why."""

    mentor_id: str
    mentee_id: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a run changed or would change: counts, and the first of those concerned.

    Numbers come in twos: before, after. ``left`` lose their only partner, ``served`` get their
    first. A run that makes drafts notes its settings as well, and whether it was ``repaired``: only
    some were weighed. A trial counts the ``mentees`` who have a partner.
    """

    pairs: tuple[int, int]
    total: tuple[int, int]
    changed: int
    moved: int
    gone: tuple[Gone, ...] = ()
    new: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()
    served: tuple[str, ...] = ()
    mentees: tuple[int, int] | None = None
    settings: Mapping[str, int | str] = field(default_factory=dict)
    repaired: bool = False


Outcome = HowFar | Found | Failure | None
"""What a run came to, or how far it is; nothing when it was cancelled or is out of date."""


@dataclass(eq=False, kw_only=True)
class Run:
    """One question put to the matching.

    ``outcome`` holds ids and numbers only, never a name. ``due_at`` is when it is to be solved, or
    when whoever solves it must be done; ``attempts`` counts how often somebody began.
    """

    organisation_id: str
    id: str
    cycle_id: str
    asked_by: str
    asked_at: datetime
    kind: RunKind
    change: Change = None
    state: RunState = RunState.ASKED
    outcome: Outcome = None
    attempts: int = 0
    due_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether an outcome is still to come."""
        return self.state in OPEN_STATES

    def claim(self, until: datetime) -> None:
        """Begin to solve; after an instant somebody else may."""
        RUN_MOVES.make("claim", self)
        self.due_at = until
        self.attempts += 1

    def finish(self, outcome: Outcome) -> None:
        """Keep what it came to."""
        self._end("finish", outcome)

    def cancel(self) -> None:
        """Give it up: nobody wants the outcome any more."""
        self._end("cancel", None)

    def outdate(self) -> None:
        """Give it up: it asks about a cycle that is not like that any more."""
        self._end("outdate", None)

    def fail(self, why: Failure) -> None:
        """Note why it cannot be solved."""
        self._end("fail", why)

    def _end(self, move: str, outcome: Outcome) -> None:
        RUN_MOVES.make(move, self)
        self.due_at, self.outcome = None, outcome
