"""The gate between an id that came with a button and the record it names.

Whoever knows or guesses an id can send it back, so no conversation reads a record by the id of a
button: it asks here, and hears Sorry where the record is not this person's to touch. A record
of a kind nobody said anything about is nobody's.
"""

from typing import Protocol, TypeVar

from bot.domain.checkin import CheckIn, Feedback
from bot.domain.invitation import Invitation
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing
from bot.domain.people import Account, Person
from bot.domain.programme import Announcement, Cycle, Enrolment
from bot.domain.proposal import Proposal
from bot.errors import Sorry
from bot.ports import Work

T = TypeVar("T")
Told = TypeVar("Told", CheckIn, Feedback)


class Asking(Protocol):
    """A turn, as far as the gate goes: a person who presses a button about a subject."""

    work: Work
    person: Person
    account: Account | None
    subject: str


def mine(turn: Asking, kind: type[T], subject: str = "") -> T:
    """Return the subject if it is this person's own to answer; Sorry otherwise.

    It stays as it is until the end of the turn, for the other side may press at the same moment.
    """
    entity = _kept_still(turn, kind, subject or turn.subject)
    if entity is None:
        raise Sorry("stale")
    if not _is_theirs(turn, entity):
        raise Sorry("not-yours")
    return entity


def from_partner(turn: Asking, kind: type[Told]) -> Told:
    """Return what a partner wrote, to whom it was written; Sorry otherwise, to its author too."""
    entity = turn.work.get(kind, turn.subject)
    if entity is None:
        raise Sorry("stale")
    mine(turn, Pairing, entity.pairing_id)
    if entity.person_id == turn.person.id:
        raise Sorry("stale")
    return entity


def coordinated(turn: Asking, kind: type[T], subject: str = "", *, gone: str = "stale") -> T:
    """Return a thing of the programme to somebody who coordinates; Sorry otherwise.

    ``gone`` is the text that says that it is no longer there.
    """
    entity = coordinated_if_there(turn, kind, subject or turn.subject)
    if entity is None:
        raise Sorry(gone)
    return entity


def coordinated_if_there(turn: Asking, kind: type[T], subject: str) -> T | None:
    """Return a thing of the programme as ``coordinated`` does, or None where there is none."""
    if not turn.person.is_coordinator:
        raise Sorry("not-yours")
    return turn.work.get(kind, subject) if subject else None


def _kept_still(turn: Asking, kind: type[T], subject: str) -> T | None:
    """Lock what somebody presses about, but for a cycle: all who join it decide upon it at once."""
    if turn.account is None:  # nobody presses: a card is made to be sent
        return turn.work.get(kind, subject)
    return turn.work.hold(kind, subject) if kind is Cycle else turn.work.lock(kind, subject)


def _is_theirs(turn: Asking, entity: object) -> bool:
    match entity:
        case Cycle():  # everybody is asked into it
            return True
        case Enrolment() | CheckIn() | Feedback():
            return entity.person_id == turn.person.id
        case Announcement() | Invitation():
            return entity.author_id == turn.person.id
        case Pairing() | Proposal():
            return entity.role_of(turn.person.id) is not None
        case Meeting():
            return _is_theirs(turn, turn.work.get(Pairing, entity.pairing_id))
    return False
