"""Transcripts: being asked, choosing a role, consenting; or saying no."""

import pytest

from bot.domain.people import Consent, Role
from bot.domain.programme import CycleState, EnrolmentState, Programme
from bot.messages.form import Switch
from bot.ports import Work
from tests.builders import an_invitation
from tests.transcripts.volunteers import CONSENTS, Joining, a_round
from tests.world import World, a_person


async def test_the_welcome_card_says_what_it_costs_and_that_no_is_fine() -> None:
    world = await a_round()
    await world.says("nadia", "join")
    text = world.text("nadia")
    assert "6 meetings of about an hour in 12 weeks." in text
    assert "saying no has no effect on your job" in text
    assert [button.label for button in world.last["nadia"].cards[0].buttons] == [
        "I’m in",
        "Not for me",
        "See what is kept and who sees it",
    ]


async def test_the_welcome_card_in_french() -> None:
    world = await a_round("fr")
    await world.says("nadia", "rejoindre")
    text = world.text("nadia")
    assert "6 rencontres d’environ une heure en 12 semaines." in text
    assert "refuser n’a aucun effet sur votre emploi" in text
    assert "J’embarque" in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "One meeting of about an hour in 4 weeks."),
        ("fr", "Une rencontre d’environ une heure en 4 semaines."),
    ],
)
async def test_the_welcome_card_says_the_rhythm_of_its_programme(language: str, said: str) -> None:
    world = await a_round(language)

    def shorten(work: Work) -> None:
        programme = work.get(Programme, "programme")
        assert programme is not None
        programme.weeks, programme.meetings = 4, 1

    await world.look(shorten)
    await world.says("nadia", "join")
    assert said in world.text("nadia")


async def test_the_role_is_suggested_by_level_and_open_to_both() -> None:
    world = await a_round()
    for person, suggested in (("nadia", "mentor"), ("marc", "mentee")):
        await world.says(person, "join")
        await world.says(person, "yes")
        assert f"{suggested} seems natural; both are open" in world.text(person)
    await world.presses("nadia", "mentee")
    assert (await world.kept("nadia")).role is Role.MENTEE


async def test_four_switches_are_off_and_two_are_needed() -> None:
    world = await a_round()
    await world.says("nadia", "join")
    await world.presses("nadia", "yes")
    await world.presses("nadia", "mentor")
    switches = world.form("nadia").inputs
    assert [(type(s), s.name) for s in switches] == [
        (Switch, name) for name in ("matching", "facts", "statistics", "recognition")
    ]
    assert not any(switch.on for switch in switches if isinstance(switch, Switch))
    reply = await world.submits("nadia", statistics="yes")
    assert set(reply.faults) == {"matching", "facts"}
    assert "I cannot look for a partner without this one." in reply.faults["matching"]
    assert await consents_of(world, "nadia") == []
    assert (await world.kept("nadia")).consents == ()


async def test_consents_are_kept_with_version_language_and_time() -> None:
    world = await a_round("fr")
    await world.says("nadia", "rejoindre")
    await world.presses("nadia", "yes")
    await world.presses("nadia", "mentor")
    await world.submits("nadia", **CONSENTS, recognition="yes")
    kept = await consents_of(world, "nadia")
    assert {consent.item: consent.given for consent in kept} == {
        "matching": True,
        "facts": True,
        "statistics": False,
        "recognition": True,
    }
    now = world.clock.now()
    assert {(c.text_version, c.language, c.at) for c in kept} == {("2026-11-29", "fr", now)}
    assert (await world.kept("nadia")).consents == ("matching", "facts", "recognition")
    assert world.form("nadia").action == "profile.mentor"


async def test_everything_can_be_typed() -> None:
    world = await a_round("fr")
    for line in ("rejoindre", "oui", "1", "allons-y", "oui", "non", "-", "non"):
        await world.says("nadia", line)
    assert "ne peut pas fonctionner si la coordination ne peut pas lire cela" in world.text("nadia")
    await world.says("nadia", "oui")
    assert world.form("nadia").action == "profile.mentor"
    assert (await world.kept("nadia")).consents == ("matching", "facts")


async def test_a_form_that_was_left_is_gone_on_with() -> None:
    world = await a_round()
    await world.says("nadia", "join")
    await world.presses("nadia", "yes")
    await world.presses("nadia", "mentor")
    await world.submits("nadia", **CONSENTS)
    await world.says("nadia", "status")
    assert "you are not taking part yet" in world.text("nadia")
    await world.presses("nadia", "join")
    await world.presses("nadia", "mentor")
    assert world.form("nadia").action == "profile.mentor"
    assert len(await consents_of(world, "nadia")) == 4


async def test_joining_twice_changes_nothing() -> None:
    world = await a_round()
    await world.says("nadia", "join")
    old = world.button("nadia", "yes")
    await world.presses("nadia", "yes")
    role = world.button("nadia", "mentee")
    await world.joins("nadia", "mentor")
    before = await world.kept("nadia")
    for again in (old, role):
        await world.press_button("nadia", again)
    await world.says("nadia", "join")
    assert "You are already taking part" in world.text("nadia")
    after = await world.kept("nadia")
    assert (after.id, after.role, after.state) == (before.id, Role.MENTOR, EnrolmentState.JOINED)


@pytest.mark.parametrize(("language", "word"), [("en", "fine"), ("fr", "très bien")])
async def test_no_is_a_friendly_end_and_not_for_ever(language: str, word: str) -> None:
    world = await a_round(language)
    await world.says("nadia", "join")
    old = world.button("nadia", "no")
    await world.says("nadia", "no" if language == "en" else "non")
    assert word in world.text("nadia")
    assert (await world.kept("nadia")).state is EnrolmentState.DECLINED
    await world.press_button("nadia", old)
    await world.says("nadia", "status")
    await world.joins("nadia", "mentor")
    assert (await world.kept("nadia")).state is EnrolmentState.JOINED
    await world.press_button("nadia", old)
    assert (await world.kept("nadia")).state is EnrolmentState.JOINED


async def test_no_after_half_a_profile_forgets_it() -> None:
    world = await a_round()
    await world.says("nadia", "join")
    no = world.button("nadia", "no")
    await world.presses("nadia", "yes")
    await world.presses("nadia", "mentor")
    form = world.form("nadia")
    await world.submits("nadia", **CONSENTS)
    await world.press_button("nadia", no)
    enrolment = await world.kept("nadia")
    assert (enrolment.state, enrolment.consents) == (EnrolmentState.DECLINED, ())
    world.shown["nadia"] = form
    await world.submits("nadia", **CONSENTS)
    assert "nothing was changed" in world.text("nadia")


async def test_an_invitation_from_the_coordinator_is_the_same_card() -> None:
    world = await a_round()

    def act(work: Work) -> None:
        work.invitations.send(an_invitation(), world.clock.now())

    await world.look(act)
    arrived = dict(await world.run_due())
    assert set(arrived) == {"claire", "marc", "nadia"}
    assert await world.run_due() == []
    await world.presses("marc", "I’m in")
    assert (await world.kept("marc")).state is EnrolmentState.CHOOSING
    await world.says("nadia", "status")
    assert "there is no answer from you yet" in world.text("nadia")


async def test_an_old_invitation_to_a_closed_round_does_nothing() -> None:
    world = await a_round()
    await world.says("nadia", "join")
    await world.close_cycle()
    await world.presses("nadia", "yes")
    assert "no longer takes new people" in world.text("nadia")
    assert await world.enrolment("nadia") is None


async def test_without_a_programme_there_is_nothing_to_join() -> None:
    world = await World.create([a_person("Nadia")])
    for word in ("join", "profile"):
        await world.says("nadia", word)
    await world.says("nadia", "join")
    assert "No programme is under way" in world.text("nadia")
    await world.says("nadia", "status")
    assert "no programme is open" in world.text("nadia")


async def test_a_former_profile_is_a_first_draft_without_its_consents() -> None:
    world = await a_round()
    await world.joins("marc", "mentee", slots=["1-am"], avoid="Claire Test")
    await world.close_cycle()
    await world.open_cycle("second", 2)
    await world.says("marc", "join")
    await world.presses("marc", "yes")
    await world.presses("marc", "mentee")
    assert world.form("marc").action == "welcome.consent"
    assert (await world.kept("marc", "second")).consents == ()
    await world.submits("marc", **CONSENTS)
    known = {each.name: each for each in world.form("marc").inputs}
    assert getattr(known["goal"], "value", "") == "Draft a letter with the assistant"
    assert getattr(known["slots"], "values", ()) == ("1-am",)
    assert getattr(known["avoid"], "value", "") == "Claire Test"


async def test_somebody_elses_role_button_is_refused() -> None:
    world = await a_round()
    await world.says("nadia", "join")
    await world.presses("nadia", "yes")
    await world.press_button("marc", world.button("nadia", "mentor"))
    assert "put to somebody else" in world.text("marc")
    assert await world.enrolment("marc") is None


async def test_a_cancelled_round_is_over() -> None:
    world = await Joining.create([a_person("Nadia")])
    await world.open_cycle(state=CycleState.CANCELLED)
    await world.says("nadia", "join")
    assert "No programme is under way" in world.text("nadia")


async def test_joining_on_a_break_offers_to_end_it() -> None:
    world = await a_round("fr")
    await world.joins("nadia", "mentor")
    await world.says("nadia", "pause 2 semaines")
    await world.says("nadia", "rejoindre")
    assert "vous êtes en pause" in world.text("nadia")
    await world.presses("nadia", "resume")
    assert (await world.kept("nadia")).state is EnrolmentState.JOINED


async def consents_of(world: Joining, person: str) -> list[Consent]:
    found: list[Consent] = await world.look(lambda work: work.people.consents(person))
    return found
