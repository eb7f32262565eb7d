"""Two colleagues called Nadia Roy are told apart, wherever somebody names one."""

import re

import pytest

from bot import texts
from bot.domain.people import Person
from bot.messages.card import Bullets, Card
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


MENTORS = ("nadia", "omar", "lina", "théo")
MENTOR = {"en": ": mentor", "fr": "\u00a0: mentor ou mentore"}
TITLES = {"nadia": "Developer", "marc": "VP Sales"}
NUMBERED = re.compile(r"Marie Roy \((\d+)([^)]*)\)")


async def only_maries(language: str) -> World:
    """Nobody is known by more than the name, and by a title at best; Claire runs it."""
    world = await with_volunteers(language, nadia={"capacity": 2})

    def act(work: Work) -> None:
        for person in work.people.all():
            if person.id != "claire":
                person.name, person.title = "Marie Roy", TITLES.get(person.id, "")
                person.department = person.office = person.email = ""

    await world.look(act)
    await world.says("claire", "match")
    return world


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_a_number_means_one_person_on_all_cards_of_a_review(language: str) -> None:
    world = await only_maries(language)
    seen: set[tuple[str, str]] = set()
    drafts = await all_drafts(world)
    for draft in drafts:
        await show(world, draft.mentee_id)
        both = NUMBERED.findall(world.text("claire"))
        for (number, rest), id_ in zip(both, (draft.mentor_id, draft.mentee_id), strict=False):
            seen.add((number, id_))
            assert TITLES.get(id_, "") in rest
        assert len(set(both)) == 2, "the warnings below name the same two"
        await world.presses("claire", "swap")
        seen |= {
            (number, button.value)
            for button in the_card(world).buttons
            for number, _ in NUMBERED.findall(button.label)
        }

    people = dict(seen)
    assert len(drafts) > 1
    assert len(people) == len(seen) == len(set(people.values()))
    await world.says("claire", "volunteers")
    await world.presses("claire", "names")
    lists = (block for block in the_card(world).body if isinstance(block, Bullets))
    rows = [row for each in lists for row in each.items]
    for number, id_ in people.items():
        (row,) = (row for row in rows if f"({number}" in row)
        assert row.partition(";")[0].endswith(MENTOR[language]) == (id_ in MENTORS)


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_a_number_that_was_read_is_understood(language: str) -> None:
    world = await only_maries(language)
    draft = (await all_drafts(world))[0]
    await show(world, draft.mentee_id)
    mentor, mentee = (f"Marie Roy ({n}{t})" for n, t in NUMBERED.findall(world.text("claire"))[:2])
    card = world.text("claire")

    await world.says("claire", "why-not")
    await world.submits("claire", one=mentee, other=mentor)

    assert world.text("claire") == card


def the_card(world: World) -> Card:
    card = world.shown["claire"]
    assert isinstance(card, Card)
    return card
