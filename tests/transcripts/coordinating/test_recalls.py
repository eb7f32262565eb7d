"""Transcripts: what Claire did can be taken back, wherever nobody has seen it."""

import pytest

from bot.domain.programme import Enrolment, EnrolmentState
from bot.domain.proposal import ProposalState
from bot.ports import Work
from tests.transcripts.coordinated import a_programme, drafts, the_cycle, with_volunteers
from tests.world import World, a_person

WORDS = {
    "en": {
        "one": "One invitation is taken back",
        "out": "It has gone out to 8 people already",
        "late": "It is too late for that",
        "none": "There is nothing to take back",
        "pairs": "2 pairs wait for your review again",
        "spared": "taken back from everybody who had not got it",
    },
    "fr": {
        "one": "Une invitation est reprise",
        "out": "C’est déjà arrivé chez 8 personnes",
        "late": "Il est trop tard",
        "none": "Il n’y a rien à reprendre",
        "pairs": "de nouveau votre révision",
        "spared": "reprise pour toutes les personnes qui ne l’avaient pas reçue",
    },
}
LANGUAGES = pytest.mark.parametrize("language", WORDS)
WEST = {"zone": "America/Vancouver", "subdivision": "BC"}
"""Where the working day begins three hours later."""


async def invited(language: str, *more: str) -> World:
    """Claire invites everybody; some are in the west, still asleep."""
    world = await a_programme(language)
    await world.add_people(a_person(name, language=language, **WEST) for name in more)
    await world.says("claire", "invite")
    await world.presses("claire", "go")
    await world.presses("claire", "yes")
    return world


async def takes_back(world: World, kind: str) -> None:
    await world.says("claire", "recall")
    await world.presses("claire", kind)
    await world.presses("claire", "yes")


@LANGUAGES
async def test_invitations_that_have_not_arrived_are_taken_back(language: str) -> None:
    world = await invited(language, "Vera")
    assert len(await world.run_due()) == 8
    await world.says("claire", "recall")
    await world.presses("claire", "invitation")
    assert WORDS[language]["out"] in world.text("claire")
    assert "Vera" not in world.text("claire")
    await world.presses("claire", "yes")
    assert WORDS[language]["one"] in world.text("claire")
    assert WORDS[language]["out"] in world.text("claire")
    assert "Nadia Test (nadia@example.org)" in world.text("claire")
    assert "Vera" not in world.text("claire")
    assert await world.pass_time(days=2) == []
    await world.says("claire", "invite")
    await world.presses("claire", "go")
    await world.presses("claire", "yes")
    assert [person for person, _ in await world.pass_time(days=1)] == ["vera"]


@LANGUAGES
async def test_before_anything_left_all_of_it_is_taken_back(language: str) -> None:
    world = await invited(language)
    await takes_back(world, "invitation")
    assert await world.run_due() == []
    assert await world.look(lambda work: work.enrolments.latest("nadia")) is None


@LANGUAGES
async def test_what_is_out_is_too_late_to_take_back(language: str) -> None:
    world = await invited(language)
    await world.says("claire", "recall")
    button = world.button("claire", "invitation")
    await world.run_due()
    await world.press_button("claire", button)
    assert WORDS[language]["late"] in world.text("claire")
    assert WORDS[language]["out"] in world.text("claire")
    await world.says("claire", "recall")
    assert WORDS[language]["none"] in world.text("claire")


async def test_whoever_answered_stays_in() -> None:
    world = await invited("en")
    await world.says("nadia", "join")
    await world.presses("nadia", "yes")
    await takes_back(world, "invitation")
    latest = await world.look(lambda work: work.enrolments.latest("nadia"))
    assert isinstance(latest, Enrolment)
    assert latest.state is EnrolmentState.CHOOSING


async def test_a_coordinator_may_leave_it() -> None:
    world = await invited("en")
    await world.says("claire", "recall")
    await world.presses("claire", "invitation")
    await world.presses("claire", "no")
    assert "It goes on as planned" in world.text("claire")
    assert len(await world.run_due()) == 8


async def approved(language: str) -> World:
    world = await with_volunteers(language)
    await world.says("claire", "match")
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")
    return world


@LANGUAGES
@pytest.mark.parametrize("offered", [False, True])
async def test_an_approval_nobody_has_seen_becomes_drafts_again(
    language: str, *, offered: bool
) -> None:
    world = await approved(language)
    if offered:
        await world.schedule.run()
    await takes_back(world, "approval")
    assert WORDS[language]["pairs"] in world.text("claire")
    assert await world.run_due() == []
    assert len(await drafts(world)) == 2
    waited = await world.look(lambda work: work.enrolments.latest("denis").rounds_waited)
    assert waited == 0
    await world.presses("claire", "review")
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")
    assert len(await world.run_due()) == 7


async def test_offers_that_are_out_stay_whatever_was_answered() -> None:
    world = await approved("en")
    await world.schedule.run()
    await world.says("claire", "recall")
    button = world.button("claire", "approval")
    await world.run_due()
    offers = await world.look(all_offers)
    await world.press_button("claire", button)
    before = world.text("claire")
    await world.presses("marc", "other")
    await world.press_button("claire", button)
    assert "It is too late for that" in before
    assert world.text("claire") == before
    assert len(offers) == 2


def all_offers(work: Work) -> list[str]:
    cycle = work.programmes.last_cycle()
    assert cycle is not None
    return [each.id for each in work.proposals.all(cycle.id, ProposalState.OFFERED)]


@LANGUAGES
async def test_an_announcement_that_has_not_arrived_is_taken_back(language: str) -> None:
    world = await with_volunteers(language)
    await world.says("claire", "announce")
    await world.submits("claire", fr="Bonjour", en="Hello")
    await world.presses("claire", "go")
    await world.presses("claire", "yes")
    await takes_back(world, "announcement")
    assert WORDS[language]["spared"] in world.text("claire")
    assert await world.run_due() == []
    assert (await the_cycle(world)).number == 1


async def test_only_coordinators_take_anything_back() -> None:
    world = await invited("en")
    await world.says("nadia", "recall")
    assert "for programme coordinators" in world.text("nadia")


async def test_of_many_who_have_it_a_page_is_named() -> None:
    world = await a_programme()
    await world.add_people(a_person(f"P{n}") for n in range(14))
    await world.add_people([a_person("Vera", **WEST)])
    await world.says("claire", "invite")
    await world.presses("claire", "go")
    await world.presses("claire", "yes")
    await world.run_due()
    await takes_back(world, "invitation")
    assert "and 2 more" in world.text("claire")
