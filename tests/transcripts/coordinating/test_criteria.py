"""What counts: settings are validated field by field, tried, and only then kept."""

import pytest

from bot.matching import Rules
from bot.messages.form import Form
from bot.services.rounds.criteria import WEIGHTS, rules_of, settings_of
from tests.transcripts.coordinated import a_programme, drafts, the_cycle, with_volunteers
from tests.world import World

USUAL = {name: str(value) for name, value in settings_of(Rules()).items()}
BOTH = {"topics": {"ai-assistants": 1, "cyber-hygiene": 1}}


async def at_the_form(world: World) -> Form:
    await world.says("claire", "/mentor programme")
    await world.presses("claire", "criteria")
    form = world.shown["claire"]
    assert isinstance(form, Form)
    return form


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_setting_says_in_one_sentence_what_it_does(language: str) -> None:
    form = await at_the_form(await a_programme(language))

    assert {each.name for each in form.inputs} == set(USUAL)
    for each in form.inputs:
        assert each.hint.rstrip(".").count(". ") == 0
        assert len(each.hint) > 20


async def test_settings_are_tried_before_they_are_kept() -> None:
    world = await with_volunteers()
    await world.says("claire", "match")
    before = await drafts(world)
    await world.says("claire", "criteria")

    await world.submits("claire", **{**USUAL, "minimum_level_gap": "7"})

    assert "Nothing is stored yet" in world.text("claire")
    assert "Mentees with a mentor\u00a0: 2 → 0" in world.text("claire")
    assert "Marc Test would be left without a partner." in world.text("claire")
    assert (await the_cycle(world)).rules == {}
    await world.presses("claire", "no")
    assert (await the_cycle(world)).rules == {}
    assert await drafts(world) == before


async def test_settings_that_are_kept_hold_from_the_next_run_on() -> None:
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.says("claire", "criteria")
    await world.submits("claire", **{**USUAL, "minimum_level_gap": "7"})

    await world.presses("claire", "yes")

    assert "hold from the next run" in world.text("claire")
    assert len(await drafts(world)) == 2
    assert rules_of(await the_cycle(world)) == Rules(minimum_level_gap=7)
    await world.says("claire", "match")
    assert await drafts(world) == set()


async def test_weights_are_kept_by_name_and_make_the_sums_incomparable() -> None:
    world = await with_volunteers()
    await world.says("claire", "criteria")
    await world.submits("claire", **{**USUAL, "weight_topics": "300", "fairness": "total"})
    assert "do not compare the two sums" in world.text("claire")
    await world.presses("claire", "yes")
    rules = rules_of(await the_cycle(world))
    assert (rules.weights.topics, rules.weights.hours, rules.fairness) == (300, 90, "total")


async def test_before_anybody_volunteered_settings_are_kept_at_once() -> None:
    world = await a_programme()
    await world.says("claire", "criteria")
    await world.submits("claire", **{**USUAL, "minimum_hours": "4"})
    assert "hold from the next run" in world.text("claire")
    assert rules_of(await the_cycle(world)).minimum_hours == 4


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("weight_topics", "1001", "0 to 1,000"),
        ("weight_hours", "-1", "0 to 1,000"),
        ("weight_gap", "many", "0 to 1,000"),
        ("minimum_hours", "0", "1 to 40"),
        ("minimum_level_gap", "15", "0 to 14"),
        ("minimum_score", "", "0 to 1,000"),
        ("stay_bonus", "9999999", "0 to 1,000"),
        ("fairness", "best", "choose"),
    ],
)
async def test_a_wrong_value_is_named_with_what_fits(field: str, value: str, says: str) -> None:
    world = await with_volunteers()
    await world.says("claire", "criteria")
    reply = await world.submits("claire", **{**USUAL, field: value})
    assert set(reply.faults) == {field}
    assert says in reply.faults[field]
    assert (await the_cycle(world)).rules == {}


async def test_something_must_count() -> None:
    world = await with_volunteers()
    await world.says("claire", "criteria")
    nothing = dict.fromkeys(WEIGHTS, "0")
    reply = await world.submits("claire", **{**USUAL, **nothing})
    assert "At least one" in reply.faults["weight_topics"]


async def test_the_same_settings_change_nothing() -> None:
    world = await with_volunteers()
    await world.says("claire", "criteria")
    await world.submits("claire", **USUAL)
    assert "Nothing was changed" in world.text("claire")


async def test_interests_in_common_decide_between_two_who_are_alike() -> None:
    world = await with_volunteers(
        without=("denis", "lina", "théo", "sophie"),
        nadia={"topics": {"ai-assistants": 5}},
        omar={"topics": {"ai-assistants": 5}, "interests": ("music", "hiking")},
        marc={"topics": {"ai-assistants": 1}, "interests": ("hiking",)},
    )
    await world.says("claire", "match")
    assert await drafts(world) == {("omar", "marc")}
    await world.presses("claire", "look")
    assert "Interests in common: Walking and hiking" in world.text("claire")


async def test_capacities_on_both_sides_count_what_was_accepted() -> None:
    world = await with_volunteers(
        without=("denis", "lina", "théo", "sophie"),
        marc={"topics": {"ai-assistants": 1}, "capacity": 2},
    )
    await world.says("claire", "match")
    assert await drafts(world) == {("nadia", "marc"), ("omar", "marc")}
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")
    await world.run_due()
    await world.says("claire", "match")
    assert await drafts(world) == set()
