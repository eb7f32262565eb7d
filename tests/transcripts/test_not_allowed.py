"""Transcripts: what is a coordinator's does nothing for anybody else, however it comes in."""

import pytest

from bot import texts
from bot.conversation.flow import COORDINATORS, Flow
from bot.messages.card import Button
from bot.messages.form import Form
from bot.ports import Work
from bot.runtime.registry import every_flow
from tests.transcripts.volunteers import a_round


def coordinating() -> list[Flow]:
    return [flow for flow in every_flow().flows.values() if flow.roles == COORDINATORS]


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_a_member_who_presses_a_coordinators_stored_button_is_refused(language: str) -> None:
    world = await a_round(language)
    refusal = texts.say(language, "not-allowed")
    actions = [
        f"{step.full_name}.{tap}"
        for flow in coordinating()
        for step in flow.steps.values()
        for tap in step.taps
    ]

    for action in actions:
        await world.press_button("nadia", Button("?", action))
        assert world.text("nadia") == refusal, action

    assert len(actions) > 40


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_a_member_who_sends_in_a_coordinators_form_is_refused(language: str) -> None:
    world = await a_round(language)
    refusal = texts.say(language, "not-allowed")
    forms = [step for flow in coordinating() for step in flow.steps.values() if step.submit]

    for step in forms:
        world.shown["nadia"] = Form(title="?", inputs=(), submit="?", action=step.full_name)
        await world.submits("nadia")
        assert world.text("nadia") == refusal, step.full_name

    assert len(forms) > 4


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_a_member_who_types_a_coordinators_word_is_refused(language: str) -> None:
    world = await a_round(language)
    refusal = texts.say(language, "not-allowed")
    words = [word for flow in coordinating() for each in flow.commands for word in each.words]

    for word in words:
        await world.says("nadia", word)
        assert world.text("nadia") == refusal, word

    assert len(words) > 20


async def test_whoever_coordinates_no_longer_cannot_answer_the_last_card_by_typing() -> None:
    world = await a_round()
    unknown = texts.say("en", "unknown", word="1")
    await world.says("claire", "invite")
    await world.says("claire", "1")
    assert world.text("claire") != unknown

    await world.says("claire", "invite")
    await world.look(_step_down)
    await world.says("claire", "1")

    assert world.text("claire") == unknown


def _step_down(work: Work) -> None:
    work.people.by_id(["claire"])["claire"].is_coordinator = False


async def test_a_button_of_a_flow_that_is_no_more_is_refused() -> None:
    world = await a_round()

    await world.press_button("claire", Button("?", "lottery.draw.yes"))

    assert world.text("claire") == texts.say("en", "stale")
