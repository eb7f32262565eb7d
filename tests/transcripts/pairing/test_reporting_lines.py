"""Transcripts: of reporting lines no more is said than somebody told."""

import pytest

from bot import texts
from bot.conversation.turn import Turn
from bot.domain.people import Person
from bot.domain.proposal import ProposalState
from bot.flows.pairing.proposal import offer
from bot.messages.card import Card
from bot.messages.plain import plain
from bot.ports import Work
from tests.transcripts.proposed import Proposed, a_proposal

CERTAIN = {
    "en": "is not in your reporting line",
    "fr": "n’est pas dans votre ligne hiérarchique",
}
UNKNOWN = {
    "en": "is in yours, say no; nobody hears why",
    "fr": "fait partie de la vôtre, refusez; personne ne saura pourquoi",
}
NO_CONTACT = {
    "en": "None of them is in your reporting line",
    "fr": "Aucune ne fait partie de votre ligne",
}
CHOOSE = {
    "en": "choose somebody who is not in yours",
    "fr": "choisissez une personne qui n’est ni dans la vôtre",
}


async def told(world: Proposed, *people: str) -> None:
    """Somebody says to whom some people report."""

    def act(work: Work) -> None:
        for id_ in people:
            person = work.get(Person, id_)
            assert person is not None
            person.manager_id = "somebody"

    await world.look(act)


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("known", [(), ("nadia",), ("marc",), ("nadia", "marc")])
async def test_an_offer_says_what_is_known(language: str, known: tuple[str, ...]) -> None:
    world = await a_proposal(language)
    await told(world, *known)

    card = await world.look(lambda work: offer_to(world, work, "marc"))

    assert (CERTAIN[language] in card) == (len(known) == 2)
    assert (UNKNOWN[language] in card) == (len(known) < 2)


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("known", [("marc",), ("marc", "claire")])
async def test_so_does_the_card_of_contacts(language: str, known: tuple[str, ...]) -> None:
    world = await a_proposal(language)
    await told(world, *known)

    def act(work: Work) -> None:
        contact = work.get(Person, "claire")
        assert contact is not None
        contact.is_concern_contact = True

    await world.look(act)
    await world.says("marc", "report")

    card = world.text("marc")
    assert (NO_CONTACT[language] in card) == (len(known) == 2)
    assert (CHOOSE[language] in card) == (len(known) < 2)


def offer_to(world: Proposed, work: Work, person_id: str) -> str:
    """Return the offer as somebody reads it now."""
    person = work.get(Person, person_id)
    assert person is not None
    turn = Turn(work=work, now=world.clock.now(), person=person)
    (proposal,) = work.proposals.of(person_id, ProposalState.OFFERED)
    card = turn.shown(offer, proposal.id)
    assert isinstance(card, Card)
    return plain(card)
