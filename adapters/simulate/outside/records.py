"""What the product wrote down, copied at each commit, so that it can be held against the truth."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.delivery import Delivery, Kind
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing
from bot.domain.people import Person
from bot.domain.proposal import PairRule, Proposal, RuleKind

DRAFT, LOCK, PAIRING = "draft", "lock", "pairing"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting of a pairing."""

    id: str
    pairing_id: str
    state: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class Couple:
    """Two people put together: as a draft, by a coordinator's word, or as a pairing."""

    kind: str
    id: str
    mentor_id: str
    mentee_id: str
    state: str = ""
    met_on: date | None = None

    @property
    def sides(self) -> tuple[str, str]:
        """Both of them."""
        return self.mentor_id, self.mentee_id


@dataclass(frozen=True, slots=True)
class Message:
    """A message on its way; one that is ``urgent`` is not counted among those of a week."""

    id: str
    person_id: str
    due_at: datetime
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Somebody:
    """A record of a person."""

    id: str
    email: str


Record = Appointment | Couple | Message | Somebody


def copy_of(entity: object) -> Record | None:  # noqa: PLR0911  one line for each kind
    """Return a copy of what somebody wrote down; None for what no judge asks about."""
    match entity:
        case Meeting():
            return Appointment(entity.id, entity.pairing_id, entity.state.value, entity.starts_at)
        case Pairing(mentor_id=mentor, mentee_id=mentee):
            state = entity.state.value
            return Couple(PAIRING, entity.id, mentor, mentee, state, entity.last_met_on)
        case Proposal(mentor_id=mentor, mentee_id=mentee):
            return Couple(DRAFT, entity.id, mentor, mentee, entity.state.value)
        case PairRule(kind=RuleKind.LOCK, mentor_id=mentor, mentee_id=mentee):
            return Couple(LOCK, f"{entity.cycle_id}:{mentor}:{mentee}", mentor, mentee)
        case Delivery():
            is_urgent = entity.kind is Kind.URGENT
            return Message(entity.key, entity.person_id, entity.due_at, is_urgent)
        case Person():
            return Somebody(entity.id, entity.email)
    return None
