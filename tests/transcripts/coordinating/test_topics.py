"""Topics of the organisation's own: from what people wish for, into every profile."""

from typing import Any

import pytest

from bot.messages.form import Choice, Form
from tests.transcripts.coordinated import drafts, enrolment, with_volunteers
from tests.transcripts.coordinating.test_review import show
from tests.world import World, a_person

GRAFTING = {"fr": "Greffe de pommiers", "en": "Grafting apple trees", "synonyms": "greffe, grafts"}
WISH: dict[str, Any] = {"wishes": ("grafts",), "wishes_shared": True}


async def crowd(**changes: Any) -> World:
    """Open a round with five mentors, so that wishes of mentors may be read."""
    world = await with_volunteers(**changes)
    await world.add_people([a_person("Zed", department="Data", level=2)])
    await world.says("zed", "join")
    await world.presses("zed", "yes")
    await world.presses("zed", "mentor")
    await world.submits("zed", matching="yes", facts="yes")
    await world.submits("zed", **{"topics-mentor": ["gaming"]})
    return world


async def test_a_shared_wish_is_read_only_among_five_of_a_role():
    four = await with_volunteers(nadia=WISH)
    await four.says("claire", "topics")
    assert "grafts" not in four.text("claire")
    five = await crowd(nadia=WISH)
    await five.says("claire", "topics")
    assert "grafts" in five.text("claire")
    assert "Nadia" not in five.text("claire")


async def test_a_wish_that_was_not_shared_is_never_read():
    world = await crowd(nadia={"wishes": ("grafts",)})
    await world.says("claire", "topics")
    assert "grafts" not in world.text("claire")


async def test_words_too_long_for_a_topic_may_tell_of_a_person_and_stay_private():
    long = "grafting apple trees as my late grandmother in Rimouski taught me"
    world = await crowd(nadia={"wishes": (long,), "wishes_shared": True})
    await world.says("claire", "topics")
    assert "grandmother" not in world.text("claire")


async def test_a_wish_becomes_a_topic_that_its_authors_have_and_others_find():
    world = await crowd(nadia=WISH, omar={"wishes": ("greffe",)}, marc={"topics": {"gaming": 1}})
    await world.says("claire", "topics")
    await world.presses("claire", "wish")
    form = world.shown["claire"]
    assert isinstance(form, Form)
    assert [getattr(each, "value", None) for each in form.inputs] == ["grafts"] * 3
    await world.submits("claire", **GRAFTING)
    assert "“Grafting apple trees” is in the catalogue" in world.text("claire")
    nadia, omar = await enrolment(world, "nadia"), await enrolment(world, "omar")
    [code] = set(nadia.topics) - {"ai-assistants"}
    assert nadia.wishes == ()
    assert (omar.wishes, code in omar.topics) == (("greffe",), False), "not shared, so not granted"
    await world.says("marc", "profile")
    wanted: dict[str, Any] = {"topics-mentee": [], "others": "Greffes", "goal": "Graft"}
    await world.submits("marc", **wanted)
    assert (await enrolment(world, "marc")).topics == {code: 3}
    await world.says("claire", "match")
    assert ("nadia", "marc") in await drafts(world)
    await show(world, "marc")
    assert "A wished topic is offered: Grafting apple trees" in world.text("claire")


async def test_an_own_topic_is_offered_in_every_profile_and_can_be_changed():
    world = await with_volunteers("fr")
    await world.says("claire", "sujets")
    await world.presses("claire", "add")
    await world.submits("claire", **GRAFTING)
    await world.says("nadia", "profil")
    form = world.shown["nadia"]
    assert isinstance(form, Form)
    choice = next(each for each in form.inputs if isinstance(each, Choice))
    assert choice.options[-1].label == "Greffe de pommiers"
    await world.says("claire", "sujets")
    await world.presses("claire", "change")
    await world.submits("claire", **{**GRAFTING, "fr": "Greffes"})
    await world.says("claire", "sujets")
    assert "• Greffes" in world.text("claire")
    assert "pommiers" not in world.text("claire")


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"fr": ""}, "fr", "in letters or digits"),
        ({"en": "?!"}, "en", "in letters or digits"),
        ({"fr": "x" * 49}, "fr", "48 fit"),
        ({"synonyms": "reseaux sociaux"}, "synonyms", "already means the topic “Social networks”"),
        ({"en": "Excel"}, "en", "already means the topic “Advanced spreadsheets”"),
    ],
)
async def test_a_name_that_cannot_be_is_named_with_why(changes, field, says):
    world = await with_volunteers()
    await world.says("claire", "topics")
    await world.presses("claire", "add")
    reply = await world.submits("claire", **{**GRAFTING, **changes})
    assert says in reply.faults[field]
    assert await world.look(lambda work: work.programmes.topics()) == []


async def test_only_coordinators_extend_the_catalogue():
    world = await with_volunteers()
    await world.says("nadia", "topics")
    assert "Your own topics" not in world.text("nadia")
    assert "Topics\n" not in world.text("nadia")
