"""A run of the matching: what was asked of it, how far it is, and what it came to."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

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


@dataclass(eq=False, kw_only=True)
class Run:
    """One question put to the matching.

    ``change`` is what is tried: {settings: all by name, different: names of those that change}, or
    {mentor, mentee: ids, score}. ``outcome`` holds ids and numbers only, never a name
    (bot.services.rounds.runs). ``due_at`` is when it is to be solved, or when whoever
    solves it must be done; ``attempts`` counts how often somebody began.
    """

    organisation_id: str
    id: str
    cycle_id: str
    asked_by: str
    asked_at: datetime
    kind: RunKind
    change: dict[str, object] = field(default_factory=dict)
    state: RunState = RunState.ASKED
    outcome: dict[str, object] = field(default_factory=dict)
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

    def finish(self, outcome: dict[str, object]) -> None:
        """Keep what it came to."""
        self._end("finish", outcome)

    def cancel(self) -> None:
        """Give it up: nobody wants the outcome any more."""
        self._end("cancel", {})

    def outdate(self) -> None:
        """Give it up: it asks about a cycle that is not like that any more."""
        self._end("outdate", {})

    def fail(self, why: dict[str, object]) -> None:
        """Note why it cannot be solved."""
        self._end("fail", why)

    def _end(self, move: str, outcome: dict[str, object]) -> None:
        RUN_MOVES.make(move, self)
        self.due_at, self.outcome = None, outcome
