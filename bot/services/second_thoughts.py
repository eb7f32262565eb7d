"""Taking back that somebody left, as long as none of their partners was told."""

from datetime import datetime

from bot.domain.pairing import Pairing, PairingState
from bot.domain.people import Person
from bot.domain.programme import EnrolmentState
from bot.ports import Work
from bot.services import pairings


def stopped_by(work: Work, person: Person) -> list[Pairing]:
    """Return the pairings somebody stopped and whose other side was not told yet."""
    over = work.pairings.of(person.id, PairingState.ENDED)
    return [pairing for pairing in over if pairing.is_stopped_by(person.id)]


def stay(work: Work, now: datetime, person: Person) -> list[Pairing]:
    """Let somebody take part again where they had left; return the pairings that go on.

    What was taken back with their leaving, such as an offer or a message, stays so.
    """
    kept = [each for each in stopped_by(work, person) if each.over_at and each.over_at > now]
    for pairing in kept:
        pairings.stay(work, now, pairing, person)
        _take_part_again(work, pairing, person)
    return kept


def _take_part_again(work: Work, pairing: Pairing, person: Person) -> None:
    """Bring back a part that was left; on a break where the pairing rests because of it."""
    mine = pairings.part_of(work, pairing, person.id)
    if mine is None or mine.state is not EnrolmentState.LEFT:
        return
    mine.come_back()
    theirs = pairings.part_of(work, pairing, pairing.other(person.id))
    is_theirs = theirs is not None and theirs.state is EnrolmentState.PAUSED
    if pairing.state is PairingState.PAUSED and not is_theirs:
        mine.pause(None, None)
