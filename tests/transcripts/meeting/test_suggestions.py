"""Transcripts: whoever picks a moment, the other side says yes to it, and nothing moves before."""

from datetime import timedelta

import pytest

from bot.domain.meeting import Meeting, MeetingState
from bot.messages.card import Button
from bot.messages.plain import plain
from bot.services import pauses
from tests.transcripts.meeting.test_plan import (
    agreed,
    announced,
    buttons,
    labels,
    rows,
    spaced,
    text,
    with_pairing,
)
from tests.transcripts.proposed import Proposed

AGREED, CANCELLED, PROPOSED = (
    *(MeetingState.AGREED, MeetingState.CANCELLED),
    MeetingState.PROPOSED,
)
LANGUAGES = ("en", "fr")


async def told(world: Proposed) -> dict[str, str]:
    """Return what arrives now, by who reads it."""
    return {who: spaced(plain(card)) for who, card in await world.run_due()}


async def called_off(language: str = "en") -> Proposed:
    """Marc cannot come to the second meeting, a fortnight ahead."""
    world = await agreed(language)
    await world.pass_time(days=7)
    await world.says("marc", "plan")
    await world.presses("marc", "cancel")
    return world


async def another_moment(language: str = "en") -> Proposed:
    """Marc suggests another moment for the first meeting, and Nadia was asked."""
    world = await agreed(language)
    await world.says("marc", "plan")
    await world.presses("marc", "change")
    await world.says("marc", "1")
    await world.presses("marc", "pick")
    await world.run_due()
    return world


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_moment_the_mentee_chooses_is_a_proposal_to_the_mentor(language: str) -> None:
    world = await announced(language)
    await world.says("nadia", "2")
    await world.run_due()
    await world.presses("marc", "other")
    await world.presses("marc", "pick")
    noted = {"en": "Nothing is agreed before Nadia says yes.", "fr": "avant le oui de Nadia"}
    assert noted[language] in text(world, "marc")
    assert {m.state for m in await rows(world)} == {PROPOSED}

    arrived = await told(world)
    asked = {"en": "Marc suggests these moments", "fr": "Marc propose ces moments"}
    assert asked[language] in arrived["nadia"]
    await world.presses("nadia", "yes")
    assert {m.state for m in await rows(world)} == {AGREED}
    agreed_to = {"en": "The dates with Nadia are set", "fr": "Les dates avec Nadia sont fixées"}
    assert agreed_to[language] in (await told(world))["marc"]


async def test_the_mentor_may_answer_with_another_moment() -> None:
    world = await announced()
    await world.says("nadia", "2")
    await world.run_due()
    await world.presses("marc", "other")
    await world.presses("marc", "pick")
    await world.run_due()
    await world.presses("nadia", "other")
    await world.presses("nadia", "more")
    await world.presses("nadia", "pick")
    assert [m.proposed_by for m in await rows(world)] == ["nadia"] * 6
    assert "Nadia suggests these moments" in (await told(world))["marc"]


async def test_picking_what_the_other_side_suggests_is_the_yes() -> None:
    world = await announced()
    await world.says("nadia", "2")
    await world.run_due()
    await world.presses("marc", "other")
    await world.says("marc", "Wednesday, September 16 at 10:00 a.m.")
    assert {m.state for m in await rows(world)} == {AGREED}
    await world.press_button("nadia", world.button("marc", "cancel"))
    assert "You propose the new time" in text(world, "nadia")


async def test_picking_ones_own_moment_again_asks_nobody_twice() -> None:
    world = await announced()
    pick = world.button("nadia", "pick")
    await world.press_button("nadia", pick)
    await world.run_due()
    await world.press_button("nadia", pick)
    assert "waits for an answer" in text(world, "nadia")
    assert await world.run_due() == []


async def test_a_yes_is_to_the_moments_its_card_showed() -> None:
    world = await announced()
    await world.says("nadia", "1")
    await world.run_due()
    old = world.button("marc", "yes")
    await world.says("nadia", "plan")
    await world.presses("nadia", "choose")
    await world.says("nadia", "2")
    await world.run_due()
    await world.press_button("marc", old)
    assert "Nadia suggests these moments" in text(world, "marc")
    assert {m.state for m in await rows(world)} == {PROPOSED}
    await world.presses("marc", "yes")
    assert {m.state for m in await rows(world)} == {AGREED}
    await world.press_button("marc", old)
    assert "Your meetings with Nadia" in text(world, "marc")


async def test_a_proposal_of_the_release_before_is_the_mentors() -> None:
    world = await announced()
    await world.says("nadia", "1")
    await world.run_due()

    def forget(meeting: Meeting) -> None:
        meeting.proposed_by = meeting.news = ""

    await with_pairing(world, lambda work, p: [*map(forget, work.pairings.meetings(p.id))])
    pairing = await with_pairing(world, lambda _, p: p.id)
    await world.press_button("nadia", Button("", "plan.agree.yes", pairing))
    assert "nothing was changed" in text(world, "nadia")
    await world.press_button("marc", Button("", "plan.agree.yes", pairing))
    assert {m.state for m in await rows(world)} == {AGREED}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_until_the_other_side_agrees_the_old_date_stands(language: str) -> None:
    world = await another_moment(language)
    first = (await rows(world))[0]
    assert (first.state, first.proposed_by) == (AGREED, "marc")
    assert first.wanted_at not in {None, first.starts_at}
    stands = {"en": "Until you say yes, Wednesday", "fr": "Jusqu’à votre oui, la date du mercredi"}
    assert stands[language] in text(world, "nadia")
    await world.says("marc", "plan")
    waits = {"en": "is suggested and waits for an answer", "fr": "et attend une réponse"}
    assert waits[language] in text(world, "marc")

    await world.says("nadia", "plan")
    yours = {"en": "waits for your answer", "fr": "attend votre réponse"}
    assert yours[language] in text(world, "nadia")
    await world.presses("nadia", "answer")
    await world.presses("nadia", "yes")
    moved = (await rows(world))[0]
    assert (moved.starts_at, moved.wanted_at, moved.state) == (first.wanted_at, None, AGREED)
    assert {"en": "Agreed: you meet", "fr": "C’est convenu"}[language] in (await told(world))[
        "marc"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_other_side_may_keep_the_old_date(language: str) -> None:
    world = await another_moment(language)
    before = (await rows(world))[0]
    yes = world.button("nadia", "yes")
    await world.presses("nadia", "keep")
    first = (await rows(world))[0]
    assert (first.starts_at, first.wanted_at) == (before.starts_at, None)
    kept = {"en": "stays on Wednesday", "fr": "reste le mercredi"}
    assert kept[language] in (await told(world))["marc"]
    await world.press_button("nadia", yes)
    assert (await rows(world))[0].starts_at == before.starts_at


@pytest.mark.parametrize("language", LANGUAGES)
async def test_without_an_answer_the_old_date_stands_and_both_read_it(language: str) -> None:
    world = await another_moment(language)
    first = (await rows(world))[0]
    arrived = await world.pass_time(days=2)
    title = {"en": "Your date stays", "fr": "Votre date reste"}[language]
    assert sorted(who for who, card in arrived if card.title == title) == ["marc", "nadia"]
    kept = (await rows(world))[0]
    assert (kept.starts_at, kept.wanted_at, kept.state) == (first.starts_at, None, AGREED)


async def test_yet_another_moment_is_a_suggestion_back() -> None:
    world = await another_moment()
    await world.presses("nadia", "other")
    await world.presses("nadia", "more")
    await world.presses("nadia", "more")
    await world.presses("nadia", "more")
    await world.presses("nadia", "pick")
    assert (await rows(world))[0].proposed_by == "nadia"
    assert "Nadia suggests" in (await told(world))["marc"]
    await world.presses("marc", "yes")
    assert (await rows(world))[0].wanted_at is None


async def test_suggesting_what_the_other_side_suggests_is_the_yes() -> None:
    world = await another_moment()
    wanted = (await rows(world))[0].wanted_at
    assert wanted is not None
    await world.presses("nadia", "other")
    button = world.button("nadia", "pick")
    await world.press_button("nadia", Button("", button.action, button.subject, wanted.isoformat()))
    assert (await rows(world))[0].starts_at == wanted


async def test_any_date_that_is_agreed_can_be_changed_each_told_apart() -> None:
    world = await agreed()
    await world.says("nadia", "plan")
    await world.presses("nadia", "change")
    offered = labels(world, "nadia")
    assert len(offered) == len(set(offered)) == 7, "six dates, and a way back"
    await world.says("nadia", "6")
    assert "Wednesday, November 25 at 10:00 a.m." in text(world, "nadia")
    await world.presses("nadia", "cancel")
    assert [m.state for m in await rows(world)] == [AGREED] * 5 + [CANCELLED]


async def test_the_last_date_ahead_is_changed_without_asking_which() -> None:
    world = await agreed()
    await with_pairing(
        world, lambda work, p: [*map(Meeting.cancel, work.pairings.meetings(p.id)[1:])]
    )
    await world.says("nadia", "plan")
    change = world.button("nadia", "change")
    await world.press_button("nadia", change)
    assert "suit you better than Wednesday, September 16" in text(world, "nadia")
    pick = world.button("nadia", "pick")
    await world.presses("nadia", "cancel")
    await world.press_button("nadia", change)
    assert "nothing was changed" in text(world, "nadia")
    await world.press_button("nadia", pick)
    assert (await rows(world))[0].wanted_at is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_new_date_for_what_is_off_is_agreed_by_the_other_side(language: str) -> None:
    world = await called_off(language)
    await world.presses("marc", "pick")
    assert (await rows(world))[1].state is CANCELLED
    arrived = await world.pass_time(minutes=30)
    assert [who for who, _ in arrived] == ["nadia"], "one card tells that it is off, and asks"
    off = {"en": "will not take place. Marc suggests", "fr": "n’aura pas lieu. Marc propose"}
    assert off[language] in text(world, "nadia")
    await world.presses("nadia", "other")
    await world.presses("nadia", "more")
    await world.presses("nadia", "pick")
    await world.run_due()
    await world.presses("marc", "yes")
    second = (await rows(world))[1]
    assert (second.state, second.rebooked, second.off_by) == (AGREED, True, "")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_without_an_answer_what_is_off_has_no_date_and_both_read_it(language: str) -> None:
    world = await called_off(language)
    await world.presses("marc", "pick")
    arrived = await world.pass_time(days=8)
    title = {"en": "No date yet", "fr": "Pas encore de date"}[language]
    assert sorted(who for who, card in arrived if card.title == title) == ["marc", "nadia"]
    second = (await rows(world))[1]
    assert (second.state, second.wanted_at) == (CANCELLED, None)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_once_the_other_side_knows_coming_after_all_is_theirs_to_agree(language: str) -> None:
    world = await called_off(language)
    await world.pass_time(minutes=20)
    keep = world.button("marc", "keep")
    await world.press_button("marc", keep)
    second = (await rows(world))[1]
    assert (second.state, second.wanted_at) == (CANCELLED, second.starts_at)
    after_all = {"en": "can take place after all", "fr": "peut avoir lieu finalement"}
    assert after_all[language] in (await told(world))["nadia"]
    await world.presses("nadia", "yes")
    assert (await rows(world))[1].state is AGREED
    assert (await with_pairing(world, lambda _, p: p)).cancellations == 0
    await world.press_button("marc", keep)
    assert (await rows(world))[1].wanted_at is None


async def test_the_answers_are_the_other_sides_alone() -> None:
    world = await another_moment()
    yes, keep = world.button("nadia", "yes"), world.button("nadia", "keep")
    for button in (yes, keep):
        await world.press_button("marc", button)
        assert "nothing was changed" in text(world, "marc")
    await world.press_button("nadia", Button("", yes.action, yes.subject, "2026-01-01T00:00:00"))
    assert "nothing was changed" in text(world, "nadia")
    assert (await rows(world))[0].wanted_at is not None


async def test_there_is_no_old_date_to_keep_of_what_is_off() -> None:
    world = await called_off()
    await world.presses("marc", "pick")
    await world.run_due()
    yes = world.button("nadia", "yes")
    keep = Button("", "moves.asked.keep", yes.subject, yes.value)
    await world.press_button("nadia", keep)
    assert "nothing was changed" in text(world, "nadia")


async def test_a_suggestion_does_not_outlive_a_rest() -> None:
    world = await another_moment()
    yes = world.button("nadia", "yes")

    def rest(work, _pairing):
        marc = work.people.by_id(["marc"])["marc"]
        pauses.pause(work, world.clock.now(), person=marc, until=None)
        pauses.resume(work, world.clock.now(), marc)

    await with_pairing(world, rest)
    await world.press_button("nadia", yes)
    assert "nothing was changed" in text(world, "nadia")
    assert [m.wanted_at for m in await rows(world)] == [None] * 6


async def test_a_suggested_hour_is_not_offered_to_somebody_else() -> None:
    world = await another_moment()
    wanted = (await rows(world))[0].wanted_at
    assert wanted is not None
    await world.says("marc", "plan")
    await world.presses("marc", "change")
    await world.says("marc", "2")
    near = [button.value for button in buttons(world, "marc")]
    assert wanted.isoformat() not in near
    assert (wanted + timedelta(minutes=30)).isoformat() not in near
