"""Programmes, their cycles, and people's enrolments in them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.people import Role


@dataclass(eq=False, kw_only=True)
class Programme:
    """A reverse-mentoring programme: its rhythm and who receives its digest.

    ``checkin_weekday`` counts from Monday = 0; ``checkin_at`` is each person's own local time.
    """

    organisation_id: str
    id: str
    name: str
    created_by: str
    weeks: int = 12
    meetings: int = 6
    checkin_weekday: int = 3
    checkin_at: time = time(10, 0)
    digest_due_at: datetime | None = None
    digests: int = 0


class CycleState(StrEnum):
    """The life of one round of pairing."""

    OPEN = "open"  # people volunteer; drafts may be reviewed
    RUNNING = "running"  # proposals were sent at least once; late volunteers are still welcome
    CLOSED = "closed"  # finished: nobody new; pairings go on to their own end
    CANCELLED = "cancelled"  # called off by the coordinator


@dataclass(eq=False, kw_only=True)
class Cycle:
    """One round of pairing; ``answer_by`` is the day by which everybody has an answer.

    ``rules`` are the settings of its matching that differ from the usual
    (bot.services.rounds.criteria).
    """

    organisation_id: str
    id: str
    programme_id: str
    number: int
    answer_by: date
    state: CycleState = CycleState.OPEN
    rules: dict[str, int | str] = field(default_factory=dict)
    proposed_at: datetime | None = None
    approved_at: datetime | None = None
    approved_by: str = ""

    @property
    def welcomes(self) -> bool:
        """Whether people may still volunteer."""
        return self.state in {CycleState.OPEN, CycleState.RUNNING}


class EnrolmentState(StrEnum):
    """Where a person stands in one cycle; being paired is the pairing's business."""

    INVITED = "invited"  # asked, no answer yet
    CHOOSING = "choosing"  # said yes; consent or profile still to be filled in
    JOINED = "joined"  # takes part: waiting for a partner, or in a pairing
    PAUSED = "paused"  # silent until paused_until, or until they come back
    DECLINED = "declined"  # said no, or never answered
    LEFT = "left"  # took part once, stopped


CONSENTS = ("matching", "facts", "statistics", "recognition")
"""The four separate switches; the first two are needed to take part."""
NEEDED_CONSENTS = frozenset({"matching", "facts"})
PARTS_OF_DAY = {"am": (9, 10, 11), "noon": (12, 13), "pm": (14, 15, 16)}
"""Parts of a working day, and the local hours that begin in each."""
INTERESTS = (
    *("art", "reading", "cinema", "music", "theatre", "photography", "games", "history"),
    *("cooking", "gardening", "crafts", "animals", "languages", "travel", "science", "nature"),
    *("hiking", "cycling", "running", "team-sports", "winter-sports", "yoga"),
    *("volunteering", "family"),
)
"""What somebody may like outside of work: none of it tells of origin, faith, health or opinion."""


@dataclass(eq=False, kw_only=True)
class Enrolment:
    """A person's part in a cycle: role, consents, profile, pause.

    ``topics`` maps a topic code to a self-rated level 1 to 5 (private); ``wishes`` are topics in
    own words, which HR may read without a name only if ``wishes_shared``; ``interests`` are codes
    of INTERESTS; ``slots`` are "weekday-part" words such as "3-am" (Thursday morning, see
    PARTS_OF_DAY); ``due_at`` is when the pause ends, or when the invitation goes out.
    """

    organisation_id: str
    id: str
    cycle_id: str
    person_id: str
    state: EnrolmentState
    role: Role | None = None
    invited_at: datetime | None = None
    joined_at: datetime | None = None
    consents: tuple[str, ...] = ()
    topics: dict[str, int] = field(default_factory=dict)
    wishes: tuple[str, ...] = ()
    wishes_shared: bool = False
    interests: tuple[str, ...] = ()
    goal: str = ""
    obstacle: str = ""
    slots: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("video",)
    excluded_people: tuple[str, ...] = ()
    excluded_departments: tuple[str, ...] = ()
    capacity: int = 1
    rounds_waited: int = 0
    unmatched_reason: str = ""
    paused_until: date | None = None
    due_at: datetime | None = None

    @property
    def takes_part(self) -> bool:
        """Whether this person volunteered and has not stopped."""
        return self.state in {EnrolmentState.JOINED, EnrolmentState.PAUSED}

    def consents_to(self, item: str) -> bool:
        """Whether one of the four switches is on."""
        return item in self.consents

    def pause(self, until: date | None, due_at: datetime | None) -> None:
        """Fall silent until a day (its first open hour is ``due_at``), or until further notice."""
        self.state, self.paused_until, self.due_at = EnrolmentState.PAUSED, until, due_at

    def resume(self) -> None:
        """Take part again."""
        self.state, self.paused_until, self.due_at = EnrolmentState.JOINED, None, None

    def leave(self) -> None:
        """Stop; the profile is emptied at once, only the bare fact of having taken part stays."""
        self.state, self.paused_until, self.due_at = EnrolmentState.LEFT, None, None
        self.topics, self.wishes, self.slots = {}, (), ()
        self.wishes_shared, self.interests = False, ()
        self.excluded_people, self.excluded_departments = (), ()
        self.goal = self.obstacle = ""


@dataclass(eq=False, kw_only=True)
class Announcement:
    """A message of a coordinator to all who take part in a cycle, in both languages."""

    organisation_id: str
    id: str
    cycle_id: str
    author_id: str
    written_at: datetime
    texts: dict[str, str] = field(default_factory=dict)
    sent_at: datetime | None = None
