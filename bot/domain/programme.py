"""Programmes, their cycles, and people's enrolments in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from bot.domain import rhythm
from bot.domain.moves import Move, Moves, State
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
    weeks: int = rhythm.USUAL_WEEKS
    meetings: int = rhythm.USUAL_MEETINGS
    checkin_weekday: int = rhythm.USUAL_WEEKDAY
    checkin_at: time = rhythm.USUAL_AT
    digest_due_at: datetime | None = None
    digests: int = 0


class CycleState(State):
    """The life of one round of pairing."""

    OPEN = "open", "People volunteer; drafts may be reviewed."
    RUNNING = "running", "Proposals were sent at least once; late volunteers are still welcome."
    CLOSED = "closed", "It is finished: nobody new; pairings go on to their own end."
    CANCELLED = "cancelled", "The coordinator called it off."


WELCOMING = (CycleState.OPEN, CycleState.RUNNING)
"""Where people may still volunteer."""
CYCLE_MOVES = Moves(
    CycleState.OPEN,
    approve=Move(*WELCOMING, to=CycleState.RUNNING),
    close=Move(*WELCOMING, to=CycleState.CLOSED),
    cancel=Move(*WELCOMING, to=CycleState.CANCELLED),
)
"""The only moves of a cycle; as long as it welcomes people, drafts are approved again and again."""


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
    rules: Mapping[str, int | str] = field(default_factory=dict)
    proposed_at: datetime | None = None
    approved_at: datetime | None = None
    approved_by: str = ""

    @property
    def welcomes(self) -> bool:
        """Whether people may still volunteer."""
        return self.state in WELCOMING

    def approve(self, at: datetime, by: str) -> None:
        """Have the drafts offered; ``by`` is the id of the coordinator who decided."""
        CYCLE_MOVES.make("approve", self)
        self.approved_at, self.approved_by = at, by

    def close(self) -> None:
        """Take nobody new; pairings go on."""
        CYCLE_MOVES.make("close", self)

    def cancel(self) -> None:
        """Call it off; pairings that exist go on all the same."""
        CYCLE_MOVES.make("cancel", self)


class EnrolmentState(State):
    """Where a person stands in one cycle; being paired is the pairing's business."""

    INVITED = "invited", "They are asked, and have not answered yet."
    CHOOSING = "choosing", "They said yes; role, consents or profile are still to be filled in."
    JOINED = "joined", "They take part: they wait for a partner, or are in a pairing."
    PAUSED = "paused", "They take part, and want silence until a day or until they come back."
    DECLINED = "declined", "They said no."
    LEFT = "left", "They took part once, and stopped."


TAKES_PART = (EnrolmentState.JOINED, EnrolmentState.PAUSED)
"""Where somebody has volunteered and not stopped."""
NOT_YET_IN = (EnrolmentState.INVITED, EnrolmentState.CHOOSING)
"""Where somebody is asked, and may still say no."""
ENROLMENT_MOVES = Moves(
    EnrolmentState.INVITED,
    begin=Move(
        *(EnrolmentState.INVITED, EnrolmentState.DECLINED, EnrolmentState.LEFT),
        to=EnrolmentState.CHOOSING,
    ),
    join=Move(EnrolmentState.CHOOSING, to=EnrolmentState.JOINED),
    decline=Move(*NOT_YET_IN, to=EnrolmentState.DECLINED),
    pause=Move(*TAKES_PART, to=EnrolmentState.PAUSED),
    resume=Move(EnrolmentState.PAUSED, to=EnrolmentState.JOINED),
    leave=Move(EnrolmentState.CHOOSING, *TAKES_PART, to=EnrolmentState.LEFT),
    come_back=Move(EnrolmentState.LEFT, to=EnrolmentState.JOINED),
)
"""The only moves of a part: nobody is out for good, and a break may be given another end."""


CONSENTS = ("matching", "facts", "statistics", "recognition")
"""The four separate switches; the first two are needed to take part."""
NEEDED_CONSENTS = frozenset({"matching", "facts"})
SLOTS = tuple(f"{weekday}-{part}" for weekday in rhythm.WORKWEEK for part in rhythm.PARTS_OF_DAY)
"""Moments of a week that may suit somebody: "3-am" is Thursday morning."""
INTERESTS = (
    *("art", "reading", "cinema", "music", "theatre", "photography", "games", "history"),
    *("cooking", "gardening", "crafts", "animals", "languages", "travel", "science", "nature"),
    *("hiking", "cycling", "running", "team-sports", "winter-sports", "yoga"),
    *("volunteering", "family"),
)
"""What somebody may like outside of work: none of it tells of origin, faith, health or opinion."""


USUAL_FORMATS = ("video",)


@dataclass(eq=False, kw_only=True)
class Enrolment:
    """A person's part in a cycle: role, consents, profile, pause.

    ``topics`` maps a topic code to a self-rated level 1 to 5 (private); ``wishes`` are topics in
    own words, which HR may read without a name only if ``wishes_shared``; ``interests`` are codes
    of INTERESTS; ``slots`` are some of SLOTS; ``due_at`` is when the pause ends, the invitation
    goes out, an answer was promised, or the profile of somebody who left is emptied;
    ``invitation_id`` names the coordinator's invitation that asked, if one did.
    """

    organisation_id: str
    id: str
    cycle_id: str
    person_id: str
    state: EnrolmentState = EnrolmentState.INVITED
    role: Role | None = None
    invited_at: datetime | None = None
    joined_at: datetime | None = None
    consents: tuple[str, ...] = ()
    topics: Mapping[str, int] = field(default_factory=dict)
    wishes: tuple[str, ...] = ()
    wishes_shared: bool = False
    interests: tuple[str, ...] = ()
    goal: str = ""
    obstacle: str = ""
    slots: tuple[str, ...] = ()
    formats: tuple[str, ...] = USUAL_FORMATS
    excluded_people: tuple[str, ...] = ()
    excluded_departments: tuple[str, ...] = ()
    capacity: int = 1
    rounds_waited: int = 0
    unmatched_reason: str = ""
    paused_until: date | None = None
    due_at: datetime | None = None
    invitation_id: str = ""

    @property
    def takes_part(self) -> bool:
        """Whether this person volunteered and has not stopped."""
        return self.state in TAKES_PART

    @property
    def may_begin(self) -> bool:
        """Whether a yes begins something: nobody who is in, or choosing, begins again."""
        return self.state in ENROLMENT_MOVES.sources(EnrolmentState.CHOOSING)

    @property
    def is_not_yet_in(self) -> bool:
        """Whether this person is asked, and may still say no."""
        return self.state in NOT_YET_IN

    @property
    def awaits_answer(self) -> bool:
        """Whether a day was promised by which this person hears back, and no answer came yet."""
        return self.state is EnrolmentState.JOINED and self.due_at is not None

    def consents_to(self, item: str) -> bool:
        """Whether one of the four switches is on."""
        return item in self.consents

    def begin(self) -> None:
        """Say yes, and begin to choose: no role and no consent is taken over from earlier."""
        ENROLMENT_MOVES.make("begin", self)
        self.consents, self.role, self.due_at = (), None, None

    def join(self, at: datetime) -> None:
        """Take part, now that all is chosen."""
        ENROLMENT_MOVES.make("join", self)
        self.joined_at = at

    def await_answer(self, due_at: datetime) -> None:
        """Be owed an answer, be it that there is none yet, when an instant comes."""
        if self.state is EnrolmentState.JOINED:
            self.due_at = due_at

    def have_answer(self) -> None:
        """Be owed nothing any more; the end of a break stays as it is."""
        if self.awaits_answer:
            self.due_at = None

    def decline(self) -> None:
        """Say no; what was filled in so far is emptied at once."""
        ENROLMENT_MOVES.make("decline", self)
        self._forget()

    def pause(self, until: date | None, due_at: datetime | None) -> None:
        """Fall silent until a day (its first open hour is ``due_at``), or until further notice."""
        ENROLMENT_MOVES.make("pause", self)
        self.paused_until, self.due_at = until, due_at

    def resume(self) -> None:
        """Take part again."""
        ENROLMENT_MOVES.make("resume", self)
        self.paused_until, self.due_at = None, None

    def leave(self, seen_until: datetime | None = None) -> None:
        """Stop; the profile is emptied, only the bare fact of having taken part stays.

        It is emptied at once, unless a partner sees some of it until an instant.
        """
        ENROLMENT_MOVES.make("leave", self)
        self.paused_until, self.due_at = None, seen_until
        if seen_until is None:
            self._forget()

    def come_back(self) -> None:
        """Take back that they left, before anything was emptied."""
        ENROLMENT_MOVES.make("come_back", self)
        self.due_at = None

    def empty(self) -> None:
        """Empty the profile of somebody who left, now that nobody sees any of it."""
        self.due_at = None
        if self.state is EnrolmentState.LEFT:
            self._forget()

    def _forget(self) -> None:
        """Make everything that was filled in, or follows from it, what it is of somebody new."""
        self.paused_until, self.due_at = None, None
        self.role, self.consents, self.topics = None, (), {}
        self.wishes, self.wishes_shared, self.interests = (), False, ()
        self.goal = self.obstacle = self.unmatched_reason = ""
        self.slots, self.formats, self.capacity = (), USUAL_FORMATS, 1
        self.excluded_people, self.excluded_departments = (), ()
        self.rounds_waited = 0


@dataclass(eq=False, kw_only=True)
class Announcement:
    """A message of a coordinator to all who take part in a cycle, in both languages."""

    organisation_id: str
    id: str
    cycle_id: str
    author_id: str
    written_at: datetime
    texts: Mapping[str, str] = field(default_factory=dict)
    sent_at: datetime | None = None
