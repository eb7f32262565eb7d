"""Every override says what it costs, and whom, before it is done; and why not any two."""

from typing import Any

import pytest

from bot.domain.programme import EnrolmentState
from tests.transcripts.coordinated import all_drafts, drafts, the_cycle, with_volunteers
from tests.transcripts.coordinating.test_review import show
from tests.world import World

BOTH = {"topics": {"ai-assistants": 1, "cyber-hygiene": 1}}


async def rules(world: World) -> list[tuple[str, str, str]]:
    cycle = await the_cycle(world)
    found = await world.look(lambda work: work.proposals.rules(cycle.id))
    return [(rule.kind.value, rule.mentor_id, rule.mentee_id) for rule in found]


async def test_forbidding_says_the_price_and_who_pays_before_anything_changes():
    world = await with_volunteers(without=("denis", "nadia"))
    await world.says("claire", "match")
    before = await drafts(world)
    await show(world, "sophie")
    await world.presses("claire", "forbid")
    draft = next(d for d in await all_drafts(world) if d.mentee_id == "sophie")
    assert f"That costs {draft.score} points in all" in world.text("claire")
    assert "Sophie Test would be left without a partner." in world.text("claire")
    assert "Lina Test would be left without a partner." in world.text("claire")
    assert (await drafts(world), await rules(world)) == (before, [])
    await world.presses("claire", "no")
    assert "Sophie Test" in world.text("claire")
    assert (await drafts(world), await rules(world)) == (before, [])
    await world.presses("claire", "forbid")
    await world.presses("claire", "yes")
    assert await rules(world) == [("forbid", "lina", "sophie")]
    assert await drafts(world) == before - {("lina", "sophie")}


async def test_locking_what_is_best_anyway_costs_nothing_and_says_so():
    world = await with_volunteers()
    await world.says("claire", "match")
    await show(world, "sophie")
    await world.presses("claire", "lock")
    assert "costs nothing as things stand" in world.text("claire")
    assert await rules(world) == []
    await world.presses("claire", "yes")
    assert await rules(world) == [("lock", "lina", "sophie")]


async def test_leaving_out_says_whose_points_go_and_who_would_wait():
    world = await with_volunteers()
    await world.says("claire", "match")
    await show(world, "sophie")
    before = await drafts(world)
    await world.presses("claire", "drop")
    draft = next(d for d in await all_drafts(world) if d.mentee_id == "sophie")
    assert f"their {draft.score} points" in world.text("claire")
    assert "Lina Test would be left without a partner." in world.text("claire")
    assert await drafts(world) == before
    await world.presses("claire", "no")
    assert await drafts(world) == before


async def test_why_not_says_what_two_others_would_cost_and_can_lock_them():
    world = await with_volunteers(
        without=("denis", "nadia"),
        marc={"topics": {"ai-assistants": 1}},
        sophie=BOTH,
    )
    await world.says("claire", "match")
    assert await drafts(world) == {("omar", "marc"), ("lina", "sophie")}
    await world.says("claire", "/mentor why-not Omar, Sophie")
    assert "Keep Omar Test and Sophie Test together?" in world.text("claire")
    assert "Marc Test would be left without a partner." in world.text("claire")
    assert await rules(world) == []
    await world.presses("claire", "yes")
    assert "The next run makes this pair" in world.text("claire")
    await world.says("claire", "match")
    assert ("omar", "sophie") in await drafts(world)


async def test_two_who_are_drafted_already_are_shown():
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.says("claire", "why-not sophie@example.org and lina@example.org")
    assert "Mentor: Lina Test" in world.text("claire")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"marc": {"topics": {"gaming": 1}}}, "nothing the one wants to learn"),
        ({"nadia": {"slots": ("0-am",)}, "marc": {"slots": ("4-pm",)}}, "hours or languages"),
    ],
)
async def test_the_rule_against_two_is_named(changes, says):
    world = await with_volunteers(**changes)
    await world.says("claire", "why-not nadia, marc")
    assert says in world.text("claire")
    assert "exclu" not in world.text("claire")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_private_exclusion_changes_no_price_and_no_answer(language):
    seen = set()
    wishes: list[dict[str, Any]] = [
        {},
        {"nadia": {"excluded_people": ("marc",)}},
        {"marc": {"excluded_departments": ("Data",)}},
    ]
    for changes in wishes:
        world = await with_volunteers(language, **changes)
        await world.says("claire", "why-not nadia, marc")
        seen.add(world.text("claire"))
    assert len(seen) == 1


async def test_whoever_rests_reads_like_whoever_is_taken():
    world = await with_volunteers(nadia={"state": EnrolmentState.PAUSED})
    await world.says("claire", "why-not nadia, marc")
    rests = world.text("claire")
    world = await with_volunteers(nadia={"capacity": 0})
    await world.says("claire", "why-not nadia, marc")
    assert "Nadia Test cannot be paired now." in rests
    assert world.text("claire") == rests


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("why-not Nobody, Marc", "Nobody who volunteered in this round is called “Nobody”"),
        ("why-not Test, Marc", "Several volunteers are called “Test”"),
        ("why-not Nadia, Omar", "Both volunteered as mentors"),
        ("why-not Claire, Marc", "is called “Claire”"),
    ],
)
async def test_names_that_do_not_say_who_are_named(said, fault):
    world = await with_volunteers()
    await world.says("claire", said)
    assert fault in world.text("claire")


async def test_both_names_may_be_filled_in_instead():
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.presses("claire", "why-not")
    reply = await world.submits("claire", one="Nobody", other="Test")
    assert set(reply.faults) == {"one", "other"}
    await world.submits("claire", one="Théo", other="Marc")
    assert "can never be paired as things stand" in world.text("claire")


async def test_those_who_are_left_are_named_with_why_but_not_how_long_they_waited():
    world = await with_volunteers(denis={"rounds_waited": 2})
    await world.says("claire", "match")
    await world.presses("claire", "unmatched")
    await world.presses("claire", "names")
    text = world.text("claire")
    assert "Denis Test – too few of those who are free share a topic" in text
    assert "rounds" not in text
    assert text.index("Denis Test") < text.index("Théo Test")


async def test_an_old_comparison_is_refused_once_there_is_a_newer_one():
    world = await with_volunteers()
    await world.says("claire", "match")
    await show(world, "sophie")
    await world.presses("claire", "lock")
    old = world.button("claire", "yes")
    await world.says("claire", "match")
    await world.press_button("claire", old)
    assert "replaced by a newer one" in world.text("claire")
    assert await rules(world) == []
