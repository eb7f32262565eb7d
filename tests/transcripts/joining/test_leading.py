"""Transcripts: the one question at joining, where no list says how senior somebody is."""

import pytest

from bot.domain.people import Person
from bot.domain.programme import EnrolmentState
from bot.messages.form import Choice
from tests.transcripts.volunteers import CONSENTS, Joining, a_round


async def leads(world: Joining, person: str) -> bool | None:
    found: Person | None = await world.look(lambda work: work.get(Person, person))
    assert found is not None
    return found.leads


@pytest.mark.parametrize(
    ("language", "question", "suggested"),
    [
        ("en", "do you lead people or a budget?", "mentee seems natural"),
        ("fr", "dirigez-vous des personnes ou un budget?", "personne mentorée semble naturel"),
    ],
)
async def test_somebody_without_a_level_is_asked_once(
    language: str, question: str, suggested: str
) -> None:
    world = await a_round(language, level=0)
    await world.says("marc", "join")
    await world.presses("marc", "yes")
    assert question in world.text("marc")

    await world.presses("marc", "yes")

    assert suggested in world.text("marc")
    assert await leads(world, "marc") is True

    await world.says("marc", "join")  # what was said is not asked again
    assert suggested in world.text("marc")


@pytest.mark.parametrize(
    ("language", "suggested"),
    [("en", "mentor seems natural"), ("fr", "mentor ou mentore semble naturel")],
)
async def test_whoever_leads_nobody_is_offered_the_other_role(
    language: str, suggested: str
) -> None:
    world = await a_round(language, level=0)
    await world.says("marc", "join")
    await world.presses("marc", "yes")
    await world.presses("marc", "no")

    assert suggested in world.text("marc")
    assert await leads(world, "marc") is False


async def test_nobody_has_to_say_it() -> None:
    world = await a_round(level=0)
    await world.says("marc", "join")
    await world.presses("marc", "yes")
    await world.presses("marc", "skip")
    await world.presses("marc", "mentee")
    await world.submits("marc", **CONSENTS)

    assert world.form("marc").action == "profile.mentee"
    assert await leads(world, "marc") is None


async def test_whoever_has_a_level_is_not_asked() -> None:
    world = await a_round()
    await world.says("marc", "join")
    await world.presses("marc", "yes")

    assert world.text("marc").startswith("Your role")


async def test_an_old_question_changes_nothing_once_somebody_takes_part() -> None:
    world = await a_round(level=0)
    await world.says("marc", "join")
    await world.presses("marc", "yes")
    old = world.button("marc", "no")
    await world.presses("marc", "yes")
    await finish(world, "mentee")

    await world.press_button("marc", old)

    assert "belongs to an earlier moment" in world.text("marc")
    assert await leads(world, "marc") is True


async def test_what_was_said_by_mistake_is_put_right_in_the_profile() -> None:
    world = await a_round(level=0)
    await world.says("marc", "join")
    await world.presses("marc", "yes")
    await world.presses("marc", "no")
    await finish(world, "mentee")
    assert await world.kept_state("marc") is EnrolmentState.JOINED

    await world.says("marc", "profile")
    field = next(iter(world.form("marc").inputs))
    assert isinstance(field, Choice)
    assert (field.name, field.values) == ("leads", ("no",))
    await world.submits("marc", leads="yes", goal="Draft a letter", **TOPIC)
    assert await leads(world, "marc") is True

    await world.says("marc", "profile")
    await world.submits("marc", goal="Draft a letter", **TOPIC)
    assert await leads(world, "marc") is True  # not said this time: what was said holds


TOPIC = {"topics-mentee": ["ai-assistants"]}


async def finish(world: Joining, role: str) -> None:
    await world.presses("marc", role)
    await world.submits("marc", **CONSENTS)
    await world.submits("marc", goal="Draft a letter", **TOPIC)
    await world.submits("marc")
