"""What people are called on a card, so that two of one name are told apart wherever they stand."""

from collections.abc import Iterable

from bot.conversation.people import Among
from bot.conversation.voice import Spoken, listing
from bot.domain.people import Person
from bot.domain.proposal import ProposalState
from bot.services.called import distinct, is_numbered, titled, told_apart

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
    label = distinct((person, *others.values()), short=True)[person.id]
    return told_apart(turn.work, [person])[person.id] if is_numbered(person, label) else label


def named(turn: Among, ids: Iterable[str]) -> dict[str, str]:
    """Return the full names of all people of one card by id, no two alike."""
    people = turn.work.people.by_id(ids)
    labels = distinct(people.values())
    numbered = [each for id_, each in people.items() if is_numbered(each, labels[id_])]
    # A number of this card would be another one on the next: there is one for all of them.
    return labels | told_apart(turn.work, numbered) if numbered else labels


def in_full(turn: Among, ids: Iterable[str]) -> dict[str, str]:
    """Return full names by id as a coordinator reads them, the same on each card.

    They are told from all namesakes of the organisation, and have the title beside a number.
    """
    people = turn.work.people.by_id(ids)
    labels = told_apart(turn.work, people.values())
    return {id_: titled(people[id_], label) for id_, label in labels.items()}


def choices(turn: Spoken, names: Iterable[str]) -> str:
    """Return whom a name may mean, in words that each mean one of them."""
    told = list(names)
    if len(told) > MOST_CHOICES:
        return ", ".join([*told[:MOST_CHOICES], "…"])
    return listing(turn, told)
