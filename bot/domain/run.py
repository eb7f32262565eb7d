"""A run of the matching: what was asked of it, how far it is, and what it came to."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class RunKind(StrEnum):
    """What a run is for: only the first kind changes anything by itself."""

    PAIR = "pair"  # look for pairs, and keep them as drafts
    SETTINGS = "settings"  # what would other settings of the cycle change?
    LOCK = "lock"  # what would it cost to keep two people together?
    FORBID = "forbid"  # what would it cost to keep two people apart?


class RunState(StrEnum):
    """The life of a run."""

    ASKED = "asked"  # waits for whoever solves
    SOLVING = "solving"  # somebody solves it, until ``due_at`` at the latest
    DONE = "done"  # the outcome is there, and holds as long as nothing else changed
    CANCELLED = "cancelled"  # the coordinator does not want it any more
    OUTDATED = "outdated"  # the cycle changed meanwhile, so that nothing was kept
    FAILED = "failed"  # it could not be solved; ``outcome`` says why, in a code


OPEN_STATES = frozenset({RunState.ASKED, RunState.SOLVING})


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
        self.state, self.due_at = RunState.SOLVING, until
        self.attempts += 1

    def end(self, state: RunState, outcome: dict[str, object] | None = None) -> None:
        """Come to an end, with what it came to."""
        self.state, self.due_at, self.outcome = state, None, outcome or {}
