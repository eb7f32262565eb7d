"""What people are called on a card, so that two of one name are told apart wherever they stand."""

from collections.abc import Iterable, Sequence

from bot.conversation.people import Among
from bot.conversation.voice import Spoken, listing
from bot.domain.people import Person
from bot.domain.proposal import ProposalState
from bot.services.called import distinct

TOLD = tuple(state for state in ProposalState if state is not ProposalState.DRAFT)
"""Proposals that both sides heard of, whatever came of them."""
MOST_CHOICES = 5
"""Namesakes that are listed when a name may mean several people."""


def called(turn: Among, person: Person) -> str:
    """Return what to call somebody to this turn's person: the first name, if it tells them apart.

    It is told apart from everybody they were ever proposed to. So no name changes because somebody
    declined or stopped, which would give it away; and what stands further up still fits.
    """
    met = turn.work.proposals.of(turn.person.id, *TOLD)
    ids = {each.other(turn.person.id) for each in met} - {person.id}
    others = turn.work.people.by_id(sorted(ids)) if ids else {}
    return distinct((person, *others.values()), short=True)[person.id]


def named(turn: Among, ids: Iterable[str]) -> dict[str, str]:
    """Return the full names of all people of one card by id, no two alike."""
    return distinct(turn.work.people.by_id(ids).values())


def choices(turn: Spoken, people: Sequence[Person]) -> str:
    """Return whom a name may mean, in words that each mean one of them."""
    names = list(distinct(people).values())
    if len(names) > MOST_CHOICES:
        return ", ".join([*names[:MOST_CHOICES], "…"])
    return listing(turn, names)
