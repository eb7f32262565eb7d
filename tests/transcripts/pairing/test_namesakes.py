"""Transcripts: two partners of one name are told apart, by whoever teaches both."""

from typing import Any

import pytest

from bot import texts
from bot.domain.people import Role
from bot.domain.proposal import Proposal, ProposalState
from bot.messages.card import Card
from bot.ports import Work
from bot.services import pairings
from tests.builders import ORGANISATION, a_person, an_enrolment
from tests.transcripts.pair import Pair
from tests.world import World
from tests.world import a_person as world_person

MARIES: dict[str, dict[str, Any]] = {
    "surnames": {"name": "Marie Côté"},
    "departments": {"department": "Finance"},
    "mailboxes": {},
}
"""What tells the second Marie from the first one, each time less than before."""
TOLD_BY = {
    "surnames": ("Marie Roy", "Marie Côté"),
    "departments": ("Marie Roy (Sales)", "Marie Roy (Finance)"),
    "mailboxes": ("Marie Roy (marc@example.org)", "Marie Roy (denis@example.org)"),
}


async def two_maries(language: str, kind: str) -> Pair:
    """Nadia teaches two Maries; the second one is kept under "denis"."""
    usual: dict[str, Any] = {"language": language, "level": 8, "department": "Sales"}
    people = (
        world_person("Nadia", language=language),
        a_person("marc", **{**usual, "name": "Marie Roy"}),
        a_person("denis", **{**usual, "name": "Marie Roy", **MARIES[kind]}),
        world_person("Claire", language=language, is_coordinator=True),
    )
    world = await Pair.create(people)
    await world.begin()

    def act(work: Work) -> None:
        part = work.enrolments.part("cycle", "nadia")
        assert part is not None
        part.capacity = 2
        second = Proposal(
            organisation_id=ORGANISATION,
            id="second",
            cycle_id="cycle",
            mentor_id="nadia",
            mentee_id="denis",
            score=1,
            state=ProposalState.ACCEPTED,
        )
        work.add(an_enrolment("denis", role=Role.MENTEE), second)
        pairings.start(work, world.clock.now(), second)

    await world.look(act)
    return world


def labels(world: World, action: str) -> set[str]:
    card = world.shown["nadia"]
    assert isinstance(card, Card)
    return {each.label for each in card.buttons if each.action.endswith(f".{action}")}


WORDS = {
    "en": (("tell", "open"), ("plan", "open"), ("rematch", "change"), ("leave", "stop")),
    "fr": (
        ("dire", "open"),
        ("échéancier", "open"),
        ("rejumeler", "change"),
        ("quitter", "stop"),
    ),
}


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("kind", MARIES)
async def test_each_choice_between_two_of_one_name_says_which(language: str, kind: str) -> None:
    world = await two_maries(language, kind)

    for word, action in WORDS[language]:
        await world.says("nadia", word)

        found = labels(world, action)
        assert len(found) == 2, word
        assert all(any(name in label for label in found) for name in TOLD_BY[kind]), word


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("kind", MARIES)
async def test_each_question_says_whom_it_is_about(language: str, kind: str) -> None:
    world = await two_maries(language, kind)

    await world.asked(weeks=2)

    asked = [repr(card) for card in world.inbox("nadia")]
    for name in TOLD_BY[kind]:
        assert any(f"{name} " in card for card in asked), name


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_what_is_chosen_by_its_name_is_that_one(language: str) -> None:
    world = await two_maries(language, "departments")
    await world.says("nadia", WORDS[language][0][0])

    await world.says("nadia", "marie roy (finance)")

    assert "Marie Roy (Finance)" in world.text("nadia")


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_where_people_stand_names_both_in_full(language: str) -> None:
    world = await two_maries(language, "mailboxes")

    await world.says("nadia", "status")

    for name in TOLD_BY["mailboxes"]:
        assert name in world.text("nadia")


async def test_somebody_without_a_namesake_is_called_by_the_first_name() -> None:
    world = await two_maries("en", "surnames")

    await world.says("marc", "plan")

    assert "You and Nadia have" in world.text("marc")
