"""Transcripts: what somebody offers or wants, kept once and editable ever after."""

from typing import Any

import pytest

from bot.domain.programme import EnrolmentState
from bot.messages.form import Choice, TextInput
from tests.transcripts.volunteers import CONSENTS, Joining, a_round
from tests.world import World, a_person


async def at_the_profile(person: str, role: str, language: str = "en") -> Joining:
    """Open a world in which somebody looks at their profile form."""
    world = await a_round(language)
    await world.says(person, "join")
    await world.presses(person, "yes")
    await world.presses(person, role)
    await world.submits(person, **CONSENTS)
    return world


def fields(world: Joining, person: str) -> dict[str, object]:
    return {field.name: field for field in world.form(person).inputs}


async def test_a_mentor_is_asked_what_they_could_show() -> None:
    world = await at_the_profile("nadia", "mentor")
    names = ["topics-mentor", "others", "share", "slots", "formats"]
    names += ["capacity", "interests", "avoid", "departments"]
    assert list(fields(world, "nadia")) == names
    topics = fields(world, "nadia")["topics-mentor"]
    assert isinstance(topics, Choice)
    assert topics.most == 5
    assert len(topics.options) > 40
    assert all(len(option.label) <= 75 for option in topics.options)


async def test_a_mentee_is_asked_first_what_they_want_to_do() -> None:
    world = await at_the_profile("marc", "mentee", "fr")
    goal = next(iter(world.form("marc").inputs))
    assert isinstance(goal, TextInput)
    assert goal.required
    assert "savoir faire dans 12 semaines" in goal.label
    obstacle = fields(world, "marc")["obstacle"]
    assert isinstance(obstacle, Choice)
    assert [option.value for option in obstacle.options] == ["time", "lost", "deciding", "none"]
    capacity = fields(world, "marc")["capacity"]
    assert isinstance(capacity, Choice)
    assert [option.value for option in capacity.options] == ["1", "2"]


async def test_a_kept_profile_makes_a_volunteer_and_names_the_day() -> None:
    world = await at_the_profile("nadia", "mentor")
    await world.submits(
        "nadia",
        **{"topics-mentor": ["ai-assistants", "ai-basics"]},
        slots=["0-am", "3-noon"],
        formats=["video"],
        capacity="2",
        departments=["HR"],
    )
    levels = world.form("nadia")
    assert [field.name for field in levels.inputs] == ["ai-basics", "ai-assistants"]
    assert "Private" in levels.intro
    await world.submits("nadia", **{"ai-basics": "5", "ai-assistants": "9"})
    text = world.text("nadia")
    assert "You will hear from me by Monday, September 28, matched or not." in text
    assert "Between us: you will not be paired with HR." in text
    kept = await world.kept("nadia")
    assert kept.state is EnrolmentState.JOINED
    assert kept.joined_at == world.clock.now()
    assert kept.topics == {"ai-basics": 5, "ai-assistants": 3}
    assert (kept.slots, kept.formats, kept.capacity) == (("0-am", "3-noon"), ("video",), 2)
    assert kept.excluded_departments == ("HR",)


@pytest.mark.parametrize(
    ("role", "person", "words"),
    [("mentor", "nadia", "How to run 45 minutes"), ("mentee", "marc", "How to be taught")],
)
async def test_two_minutes_of_preparation(role: str, person: str, words: str) -> None:
    world = await a_round()
    await world.joins(person, role)
    await world.presses(person, "prepare")
    assert words in world.text(person)


async def test_the_confirmation_in_french() -> None:
    world = await a_round("fr")
    await world.joins("marc", "mentee", others="fauconnerie")
    text = world.text("marc")
    assert (
        "Vous aurez de mes nouvelles au plus tard le lundi 28 septembre, jumelage ou non." in text
    )
    assert "Je n’ai pas encore «\u00a0fauconnerie\u00a0» parmi mes sujets." in text
    assert (await world.kept("marc")).goal == "Draft a letter with the assistant"


async def test_own_words_become_a_topic_or_are_kept_and_named() -> None:
    world = await at_the_profile("nadia", "mentor")
    await world.submits("nadia", others="Tableaux de bord, falconry; generative AI")
    await world.submits("nadia")
    kept = await world.kept("nadia")
    assert list(kept.topics) == ["dashboards", "ai-assistants"]
    assert kept.wishes == ("falconry",)
    assert "I do not have “falconry” among my topics yet." in world.text("nadia")


async def test_words_nobody_knows_are_enough_to_take_part() -> None:
    world = await at_the_profile("nadia", "mentor")
    await world.submits("nadia", others="falconry")
    assert "You will hear from me by" in world.text("nadia")
    assert (await world.kept("nadia")).state is EnrolmentState.JOINED


async def test_nothing_is_kept_of_a_form_with_a_fault() -> None:
    world = await at_the_profile("marc", "mentee")
    topics = {"topics-mentee": ["ai-basics"]}
    faults = (await world.submits("marc", **topics)).faults
    assert set(faults) == {"goal"}
    faults = (await world.submits("marc", goal="Write")).faults
    assert set(faults) == {"topics-mentee"}
    reply = await world.submits("marc", goal="w" * 301, **topics)
    assert "301 characters; 300 fit" in reply.faults["goal"]
    kept = await world.kept("marc")
    assert (kept.state, kept.topics, kept.goal) == (EnrolmentState.CHOOSING, {}, "")


async def test_all_faults_of_a_profile_are_said_at_once() -> None:
    world = await at_the_profile("marc", "mentee")
    faults = (await world.submits("marc", others="o" * 201, avoid="Nobody")).faults
    assert set(faults) == {"goal", "others", "avoid"}
    faults = (await world.submits("marc", avoid="a" * 301)).faults
    assert set(faults) == {"goal", "topics-mentee", "avoid"}


async def test_more_than_five_topics_are_too_many() -> None:
    world = await at_the_profile("nadia", "mentor")
    topics = fields(world, "nadia")["topics-mentor"]
    assert isinstance(topics, Choice)
    six = [option.value for option in topics.options[:6]]
    faults = (await world.submits("nadia", **{"topics-mentor": six})).faults
    assert "more than 5 topics" in faults["topics-mentor"]
    faults = (await world.submits("nadia", **{"topics-mentor": ["no-such-topic"]})).faults
    assert "choose at least one topic" in faults["topics-mentor"]


async def test_people_to_avoid_are_found_or_named_back() -> None:
    world = await at_the_profile("nadia", "mentor")
    namesakes = [a_person("Eve"), a_person("Eva")]
    for namesake in namesakes:
        namesake.name = "Eve Roy"
    await world.add_people(namesakes)
    topics = {"topics-mentor": ["ai-basics"]}
    faults = (await world.submits("nadia", **topics, avoid="Claire Test, Nobody")).faults
    assert "I found nobody of the name “Nobody” here" in faults["avoid"]
    faults = (await world.submits("nadia", **topics, avoid="Eve Roy; zorro; Nobody")).faults
    assert all(f"“{name}”" in faults["avoid"] for name in ("Eve Roy", "zorro", "Nobody"))
    assert "Several people are called “Eve Roy”:" in faults["avoid"]
    faults = (await world.submits("nadia", **topics, avoid="Nadia Test")).faults
    assert "I found nobody of the name “Nadia Test”" in faults["avoid"]
    await world.submits("nadia", **topics, avoid="CLAIRE TEST; eva@example.org\nFinance")
    kept = await world.kept("nadia")
    assert kept.excluded_people == ("claire", "eva")
    assert kept.excluded_departments == ("Finance",)
    await world.says("nadia", "profile")
    avoid = fields(world, "nadia")["avoid"]
    assert getattr(avoid, "value", "") == "Claire Test, eva@example.org"


async def test_editing_is_the_same_form_filled_in() -> None:
    world = await a_round()
    await world.joins("nadia", "mentor", slots=["1-pm"], capacity="2")
    joined_at = (await world.kept("nadia")).joined_at
    await world.pass_time(hours=1)
    await world.says("nadia", "profile")
    held = {name: getattr(field, "values", None) for name, field in fields(world, "nadia").items()}
    assert held["topics-mentor"] == ("ai-assistants",)
    assert (held["slots"], held["capacity"]) == (("1-pm",), ("2",))
    await world.submits("nadia", **{"topics-mentor": ["ai-assistants", "dashboards"]})
    await world.submits("nadia", dashboards="1")
    kept = await world.kept("nadia")
    assert kept.topics == {"ai-assistants": 3, "dashboards": 1}
    assert (kept.joined_at, kept.slots, kept.capacity) == (joined_at, (), 1)


async def test_a_late_volunteer_is_promised_no_past_day() -> None:
    world = await a_round()
    await world.pass_time(days=30)
    await world.joins("nadia", "mentor")
    assert "as soon as there is a partner for you" in world.text("nadia")
    await world.says("nadia", "status")
    assert "still looking for a partner" in world.text("nadia")


async def test_the_profile_can_be_typed_line_by_line() -> None:
    world = await at_the_profile("marc", "mentee", "fr")
    await world.says("marc", "go")
    answers = ("Faire une vidéo", "1, 2", "-", "non", "2", "1, 5", "2", "-", "4", "-", "-")
    for answer in answers:
        await world.says("marc", answer)
    assert world.form("marc").action == "profile.levels"
    for line in ("go", "4", "1"):
        await world.says("marc", line)
    kept = await world.kept("marc")
    assert kept.state is EnrolmentState.JOINED
    assert sorted(kept.topics.values()) == [1, 4]
    assert (kept.goal, kept.obstacle) == ("Faire une vidéo", "lost")
    assert (kept.slots, kept.formats) == (("0-am", "1-noon"), ("video",))
    assert kept.interests == ("music",)


async def test_without_a_part_there_is_no_profile() -> None:
    world = await World.create([a_person("Nadia", language="fr")])
    await world.says("nadia", "profil")
    assert "Vous n’avez pas encore de profil." in world.text("nadia")


async def test_an_old_form_after_leaving_changes_nothing() -> None:
    world = await a_round()
    await world.joins("nadia", "mentor")
    await world.says("nadia", "profile")
    form = world.form("nadia")
    await world.says("nadia", "leave")
    await world.presses("nadia", "out")
    world.shown["nadia"] = form
    await world.submits("nadia", **{"topics-mentor": ["dashboards"]})
    assert "nothing was changed" in world.text("nadia")
    assert (await world.kept("nadia")).topics == {}


async def test_the_form_of_the_other_role_is_refused() -> None:
    world = await a_round()
    await world.says("nadia", "join")
    await world.presses("nadia", "yes")
    mentee = world.button("nadia", "mentee")
    await world.presses("nadia", "mentor")
    await world.submits("nadia", **CONSENTS)
    form = world.form("nadia")
    await world.press_button("nadia", mentee)
    assert world.form("nadia").action == "profile.mentee"
    world.shown["nadia"] = form
    await world.submits("nadia", **{"topics-mentor": ["dashboards"]})
    assert "nothing was changed" in world.text("nadia")


async def test_a_profile_ends_with_its_round() -> None:
    world = await a_round()
    await world.joins("nadia", "mentor")
    await world.close_cycle()
    await world.says("nadia", "profile")
    assert "You have no profile yet." in world.text("nadia")


async def test_whoever_leaves_leaves_no_interest_and_no_shared_wish() -> None:
    world = await at_the_profile("nadia", "mentor")
    answers: dict[str, Any] = {"topics-mentor": ["gaming"], "interests": ["music", "yoga", "x"]}
    await world.submits("nadia", **answers, others="juggling", share="yes")
    kept = await world.kept("nadia")
    assert (kept.interests, kept.wishes_shared) == (("music", "yoga"), True)
    await world.says("nadia", "my-data")
    await world.says("nadia", "leave")
    await world.presses("nadia", "Leave the programme")
    kept = await world.kept("nadia")
    assert (kept.interests, kept.wishes, kept.wishes_shared) == ((), (), False)


async def test_words_are_shared_only_when_they_are_and_only_on_a_yes() -> None:
    world = await at_the_profile("nadia", "mentor")
    answers: dict[str, Any] = {"topics-mentor": ["gaming"]}
    await world.submits("nadia", **answers, share="yes")
    assert (await world.kept("nadia")).wishes_shared is False, "there is nothing to share"


async def test_a_mentee_may_have_room_for_two_and_nobody_for_more_than_the_list_says() -> None:
    world = await at_the_profile("marc", "mentee")
    answers: dict[str, Any] = {"goal": "Draw", "topics-mentee": ["gaming"]}
    await world.submits("marc", **answers, capacity="2")
    assert (await world.kept("marc")).capacity == 2
    await world.says("marc", "profile")
    await world.submits("marc", **answers, capacity="3")
    assert (await world.kept("marc")).capacity == 1
