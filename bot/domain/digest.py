"""The weekly digest as it was published: figures that hold ids, codes and numbers only.

Counts of people are bands: "none", "few", "some", or what a band begins with (bot.privacy.figures).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Decide:
    """What awaits the coordinator: drafts to review, or that a run would find pairs (``free``)."""

    drafts: int
    free: bool


@dataclass(frozen=True, kw_only=True)
class ShortTopic:
    """A topic that more people want than offer, both as bands."""

    code: str
    wanted: str
    offered: str


@dataclass(frozen=True, kw_only=True)
class Recruit:
    """Who waits, as bands; which topics are short; and shares in per cent, where they may be shown.

    ``reach`` of those invited take part, ``matched`` of those had a partner, ``accepted`` of the
    proposals that were decided.
    """

    mentors: str
    mentees: str
    topics: tuple[ShortTopic, ...]
    reach: int | None
    matched: int | None
    accepted: int | None


@dataclass(frozen=True, kw_only=True)
class NeedsHelp:
    """A pair that could use a hand: its label, and its days without a meeting."""

    pairing_id: str
    label: str
    days: int


@dataclass(frozen=True, kw_only=True)
class Deliverability:
    """How many people cannot be written to, or deliveries ended badly since the last digest."""

    unreachable: int = 0
    gone: int = 0
    refused: int = 0
    expired: int = 0
    unplaced: int = 0
    suspended: int = 0
    guest: int = 0
    stranger: int = 0
    deactivated: int = 0


@dataclass(frozen=True, kw_only=True)
class Momentum:
    """Meetings held and agreed to date, as bands; ``trend`` is days with shares in per cent."""

    held: str
    agreed: str
    percent: int | None
    trend: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Shown:
    """A mean as it was shown: of which cycle, and since when (an ISO instant)."""

    value: float
    cycle_id: str = ""
    at: str = ""


@dataclass(frozen=True, kw_only=True)
class Milestones:
    """How many pairs reach their middle or their end within a week."""

    mid: int = 0
    final: int = 0


@dataclass(frozen=True, kw_only=True)
class Exits:
    """How many pairs ended early, or as planned, so far, as bands; ``lost`` is in neither.

    It counts the pairs of which somebody left the organisation: an event, and nobody's choice.
    """

    early: str
    completed: str
    lost: int = 0


@dataclass(frozen=True, kw_only=True)
class Figures:
    """All sections of a digest; None, or empty, where there is nothing to say.

    ``answers`` says whether anybody answered at all; ``measures`` are names with what was shown, or
    None where the mean was held back; ``wins`` are ids of feedbacks that may be published.
    """

    cycle_id: str = ""
    number: int = 0
    decide: Decide | None = None
    recruit: Recruit | None = None
    help: tuple[NeedsHelp, ...] = ()
    deliverability: Deliverability | None = None
    momentum: Momentum | None = None
    answers: bool = False
    measures: tuple[tuple[str, Shown | None], ...] = ()
    milestones: Milestones = Milestones()
    exits: Exits | None = None
    wins: tuple[str, ...] = ()

    def shown(self, measure: str) -> Shown | None:
        """Return what was shown of a measure."""
        return dict(self.measures).get(measure)


@dataclass(eq=False, kw_only=True)
class Digest:
    """One weekly digest as it was published; ``cohorts`` guards the next one against subtraction.

    ``cohorts`` maps a measure's name to the sorted ids of the people it was computed from, and
    never leaves the store.
    """

    organisation_id: str
    id: str
    programme_id: str
    number: int
    at: datetime
    figures: Figures = field(default_factory=Figures)
    cohorts: Mapping[str, Sequence[str]] = field(default_factory=dict)
