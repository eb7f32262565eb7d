"""Two colleagues called Nadia Roy are told apart, wherever somebody names one."""

import pytest

from bot import texts
from bot.domain.people import Person
from bot.messages.card import Card
from bot.messages.form import Form
from bot.ports import Work
from tests.transcripts.coordinated import all_drafts, with_volunteers
from tests.transcripts.coordinating.test_review import show
from tests.world import World

BOTH = ("Nadia Roy (Data)", "Nadia Roy (Research)")
SEVERAL = {"en": "Several", "fr": "Plusieurs personnes"}


async def two_nadias(language: str) -> World:
    """Nadia and Omar share a name now; they can both teach Marc."""
    world = await with_volunteers(language, without=("lina", "théo", "sophie", "denis"))

    def act(work: Work) -> None:
        for id_, department in (("nadia", "Data"), ("omar", "Research")):
            person = work.get(Person, id_)
            assert person is not None
            person.name, person.department = "Nadia Roy", department

    await world.look(act)
    await world.says("claire", "match")
    return world


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_the_list_of_other_mentors_says_which_nadia(language: str) -> None:
    world = await two_nadias(language)
    drafted = (await all_drafts(world))[0].mentor_id
    await show(world, "marc")

    await world.presses("claire", "swap")

    mine, other = BOTH if drafted == "nadia" else BOTH[::-1]
    card = world.shown["claire"]
    assert isinstance(card, Card)
    assert other in {button.label for button in card.buttons}
    assert mine in world.text("claire")


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_rules_for_both_can_be_taken_off_one_by_one(language: str) -> None:
    world = await two_nadias(language)
    for _ in BOTH:
        await show(world, "marc")
        await world.presses("claire", "forbid")
        await world.presses("claire", "yes")
        await world.says("claire", "match")

    await world.says("claire", "rules")

    card = world.shown["claire"]
    assert isinstance(card, Card)
    labels = {button.label for button in card.buttons if button.action.endswith(".take")}
    assert len(labels) == 2
    assert all(any(name in label for label in labels) for name in BOTH)


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_a_name_of_two_is_answered_by_names_of_one(language: str) -> None:
    world = await two_nadias(language)
    await world.says("claire", "why-not")

    await world.submits("claire", one="Nadia Roy", other="Marc Test")

    said = world.last["claire"].faults["one"]
    assert said.startswith(SEVERAL[language])
    assert all(name in said for name in BOTH)
    await world.submits("claire", one=BOTH[1], other="Marc Test")
    assert not world.last["claire"].faults


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_whom_to_avoid_is_one_of_two(language: str) -> None:
    world = await two_nadias(language)
    await world.says("marc", "profile")
    form = world.shown["marc"]
    assert isinstance(form, Form)
    filled = {"goal": "A letter", "topics-mentee": "ai-assistants"}

    await world.submits("marc", **filled, avoid="nadia roy")

    assert all(name in world.last["marc"].faults["avoid"] for name in BOTH)
    world.shown["marc"] = form
    await world.submits("marc", **filled, avoid=BOTH[0])
    await world.submits("marc")
    assert "Nadia Roy" in world.text("marc")
    part = await world.look(lambda work: work.enrolments.latest("marc"))
    assert part.excluded_people == ("nadia",)
