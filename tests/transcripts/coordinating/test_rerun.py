"""Running the pairing again: drafts stay, newcomers are paired, the summary says what it did."""

import pytest

from bot.domain.programme import Cycle, EnrolmentState
from tests.transcripts.coordinated import drafts, the_cycle, with_volunteers


def almost(**changes):
    """Omar suits Marc almost as well as Nadia does, who comes later: one hour less in common."""
    slots = ("0-am", "1-am", "2-am", "3-noon")
    omar = {"topics": {"ai-assistants": 5}, "slots": slots}
    return {"omar": omar, "nadia": {"state": EnrolmentState.PAUSED}, **changes}


async def settings_are(world, **rules):
    cycle = await the_cycle(world)
    await world.look(lambda work: setattr(work.get(Cycle, cycle.id), "rules", rules))


async def test_drafts_stay_where_a_new_run_would_gain_little_and_the_summary_says_so():
    world = await with_volunteers(**almost())
    await settings_are(world, fairness="total")
    await world.says("claire", "match")
    assert ("omar", "marc") in await drafts(world)
    await world.says("nadia", "resume")
    await world.says("claire", "match")
    assert ("omar", "marc") in await drafts(world)
    assert "Of the drafts before, 2 stay; none had to change." in world.text("claire")


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "I looked only at people without a partner"), ("fr", "J’ai examiné seulement")],
)
async def test_the_summary_says_that_only_some_were_looked_at_and_how_to_look_at_all(
    language, words
):
    world = await with_volunteers(language)
    await world.says("claire", "match")
    assert words not in world.text("claire")
    await world.says("claire", "match")
    assert words in world.text("claire")
    before = await drafts(world)
    await world.presses("claire", "anew")
    assert words not in world.text("claire")
    assert await drafts(world) == before
    await settings_are(world, stay_bonus=0)
    for _ in range(2):
        await world.says("claire", "match")
        assert words not in world.text("claire")


def fitting_one_better():
    """Nadia suits Sophie a little better than Marc, but then Marc has the worst pair."""
    return {
        "omar": {"topics": {"ai-assistants": 4}},
        "nadia": {"topics": {"ai-assistants": 5}, "interests": ("art", "cinema", "reading")},
        "marc": {"topics": {"ai-assistants": 3, "gaming": 3}, "interests": ("art",)},
        "sophie": {
            "topics": {"ai-assistants": 3},
            "interests": ("art", "cinema", "reading"),
        },
    }


async def test_new_settings_weigh_everybody_anew_though_drafts_have_a_bonus():
    world = await with_volunteers(without=("denis", "lina", "théo"), **fitting_one_better())
    await settings_are(world, fairness="total", stay_bonus=100)
    await world.says("claire", "match")
    assert await drafts(world) == {("nadia", "sophie"), ("omar", "marc")}
    await settings_are(world, fairness="worst", stay_bonus=100)
    await world.says("claire", "match")
    fair = {("omar", "sophie"), ("nadia", "marc")}
    assert await drafts(world) == fair
    assert "I looked only at" not in world.text("claire")
    await world.says("claire", "match")
    assert await drafts(world) == fair
    assert "I looked only at" in world.text("claire")


async def test_whoever_joins_after_a_run_gets_whom_is_free_and_no_draft_moves():
    late = {"state": EnrolmentState.PAUSED, "topics": {"short-video": 1}}
    world = await with_volunteers(denis=late)
    await world.says("claire", "match")
    before = await drafts(world)
    await world.says("denis", "resume")
    await world.says("claire", "match")
    assert await drafts(world) == before | {("théo", "denis")}
    assert "Of the drafts before, 2 stay; none had to change." in world.text("claire")
    assert "I looked only at" in world.text("claire")


async def test_without_a_bonus_the_better_pair_comes_and_the_summary_says_why():
    world = await with_volunteers(**almost())
    await world.says("claire", "match")
    await world.says("nadia", "resume")
    await settings_are(world, stay_bonus=0)
    await world.says("claire", "match")
    assert ("nadia", "marc") in await drafts(world)
    assert "one stays; one had to change:" in world.text("claire")
    assert "Omar Test and Marc Test part: all in all, another choice is" in world.text("claire")
    assert "New: Nadia Test and Marc Test" in world.text("claire")
