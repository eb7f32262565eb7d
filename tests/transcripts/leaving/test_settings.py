"""Transcripts: where somebody stands, their breaks, and their language."""

from datetime import date, timedelta

import pytest

from bot import texts
from bot.conversation.turn import Turn
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import Pairing, PairingState
from bot.domain.programme import Enrolment, EnrolmentState
from bot.domain.proposal import ProposalState
from bot.flows.leaving.pause import pause_for_silence
from bot.messages.form import DateInput
from bot.messages.plain import plain
from bot.ports import Work
from tests.builders import ORGANISATION
from tests.transcripts.pair import Pair, a_pair
from tests.transcripts.proposed import a_proposal
from tests.transcripts.volunteers import a_round


async def enrolment(world: Pair, person: str) -> Enrolment:
    found = await world.look(lambda work: work.enrolments.part("cycle", person))
    assert isinstance(found, Enrolment)
    return found


async def test_status_of_somebody_outside_and_of_somebody_who_waits() -> None:
    world = await a_round()
    await world.says("nadia", "status")
    assert "You are not taking part in it." in world.text("nadia")
    await world.joins("nadia", "mentor")
    await world.says("nadia", "status")
    text = world.text("nadia")
    assert "Mentor: you show" in text
    assert "You will hear from me by Monday, September 28, matched or not." in text


async def test_status_in_a_pairing_says_what_comes_next_and_when() -> None:
    world = await a_pair("fr")

    def agree(work: Work, pairing: Pairing) -> None:
        starts_at = world.clock.now() + timedelta(days=1)
        meeting = Meeting(
            organisation_id=ORGANISATION,
            id="meeting",
            pairing_id=pairing.id,
            number=1,
            starts_at=starts_at,
            state=MeetingState.AGREED,
        )
        work.add(meeting)

    await world.change(agree)
    await world.says("marc", "statut")
    text = world.text("marc")
    assert "Jumelage avec\u00a0: Nadia Test" in text
    assert "Prochaine rencontre\u00a0: mardi 15 septembre à" in text
    assert "Prochain bilan\u00a0: jeudi 17 septembre à 10" in text
    assert "Fin prévue\u00a0: lundi 14 décembre" in text


async def test_status_with_a_proposal_before_and_after_the_answer() -> None:
    world = await a_proposal()
    await world.says("nadia", "status")
    assert "it awaits your answer" in world.text("nadia")
    world.shown["nadia"] = world.inbox("nadia")[-1]
    await world.presses("nadia", "Accept")
    await world.says("nadia", "status")
    assert "You said yes to a proposal." in world.text("nadia")
    await world.says("marc", "status")
    assert "it awaits your answer" in world.text("marc")


async def test_a_break_rests_the_pairing_and_tells_the_partner_no_why() -> None:
    world = await a_pair()
    await world.says("marc", "pause 2026-10-05")
    assert "You are on a break until Monday, October 5." in world.text("marc")
    paused = await enrolment(world, "marc")
    assert (paused.state, paused.paused_until) == (EnrolmentState.PAUSED, date(2026, 10, 5))
    assert (await world.pairing()).state is PairingState.PAUSED
    [(who, card)] = await world.run_due()
    assert who == "nadia"
    assert plain(card).startswith("A break\nYour pairing with Marc is taking a break. Nothing is")
    await world.says("nadia", "status")
    assert "Your pairing is taking a break." in world.text("nadia")
    assert (await enrolment(world, "nadia")).state is EnrolmentState.JOINED


async def test_a_break_ends_by_itself_at_the_first_open_hour() -> None:
    world = await a_pair("fr")
    await world.says("marc", "pause 2026-10-05")
    await world.run_due()
    arrived = await world.pass_time(days=20, hours=22)
    assert arrived == []
    arrived = await world.pass_time(hours=1)
    assert [who for who, _ in arrived] == ["nadia", "marc"]
    assert "votre jumelage avec Nadia se poursuit" in plain(arrived[1][1])
    assert "Je prendrai des nouvelles le jeudi 8 octobre." in plain(arrived[1][1])
    assert "La pause est terminée" in plain(arrived[0][1])
    paused = await enrolment(world, "marc")
    assert (paused.state, paused.due_at) == (EnrolmentState.JOINED, None)
    assert (await world.pairing()).state is PairingState.ACTIVE
    assert await world.run_due() == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("pause someday", "I could not read that as a day"),
        ("pause 2026-09-14", "not in the future"),
        ("pause 2026-02-30", "I could not read that as a day"),
        ("pause 2020-01-01", "not in the future"),
        ("pause 2027-09-20", "twelve months at most"),
        ("pause 99 weeks", "twelve months at most"),
        ("pause 0 weeks", "not in the future"),
    ],
)
async def test_a_bad_day_changes_nothing_and_says_so(typed: str, words: str) -> None:
    world = await a_pair()
    await world.says("marc", typed)
    assert words in world.text("marc")
    assert "nothing was changed" in world.text("marc")
    assert (await enrolment(world, "marc")).state is EnrolmentState.JOINED
    assert await world.run_due() == []


async def test_a_day_is_asked_for_and_a_bad_one_is_marked_in_the_form() -> None:
    world = await a_pair("fr")
    await world.says("marc", "pause")
    await world.presses("marc", "day")
    reply = await world.submits("marc", until="hier")
    assert "Je n’ai pas pu lire ce jour" in reply.faults["until"]
    await world.submits("marc", until="2026-10-01")
    assert "en pause jusqu’au jeudi 1er octobre." in world.text("marc")


async def test_a_day_form_can_be_typed() -> None:
    world = await a_pair()
    await world.says("marc", "pause")
    await world.says("marc", "3")
    assert isinstance(world.last["marc"].form.inputs[0], DateInput)  # type: ignore[union-attr]
    await world.says("marc", "hm")
    await world.says("marc", "soon")
    assert "I could not read that as a day" in world.text("marc")
    await world.says("marc", "2026-10-01")
    assert "on a break until Thursday, October 1." in world.text("marc")


@pytest.mark.parametrize(
    ("typed", "tap", "until"),
    [
        ("pause", "two", date(2026, 9, 28)),
        ("pause", "four", date(2026, 10, 12)),
        ("pause 3 semaines", "", date(2026, 10, 5)),
    ],
)
async def test_two_weeks_four_weeks_or_any_number(typed: str, tap: str, until: date) -> None:
    world = await a_pair()
    await world.says("marc", typed)
    if tap:
        old = world.button("marc", tap)
        await world.press_button("marc", old)
        await world.press_button("marc", old)
    assert (await enrolment(world, "marc")).paused_until == until
    assert [who for who, _ in await world.run_due()] == ["nadia"]


async def test_back_before_anybody_read_of_it_tells_nobody() -> None:
    world = await a_pair()
    await world.says("marc", "pause 2 weeks")
    await world.says("marc", "resume")
    assert "your pairing with Nadia goes on" in world.text("marc")
    assert await world.run_due() == []
    await world.says("marc", "pause 2 weeks")
    assert [who for who, _ in await world.run_due()] == ["nadia"]
    await world.says("marc", "reprendre")
    [(who, card)] = await world.run_due()
    assert (who, card.title) == ("nadia", "On we go")


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_until_when_a_break_lasts_is_nothing_the_partner_can_see(language: str) -> None:
    seen = set()
    for weeks in (2, 4):
        world = await a_pair(language)
        await world.says("marc", f"pause {weeks} weeks")
        arrived = [plain(card) for who, card in await world.run_due() if who == "nadia"]
        for line in ("status", "plan", "my-data"):
            await world.says("nadia", line)
            arrived.append(world.text("nadia"))
        seen.add(tuple(arrived))
    assert len(seen) == 1


async def test_another_day_is_no_news_for_the_partner() -> None:
    world = await a_pair()
    await world.says("marc", "pause 2 weeks")
    await world.run_due()
    world.clock.advance(timedelta(hours=1))
    await world.says("marc", "pause 3 weeks")
    assert await world.run_due() == []


async def test_the_pairing_rests_until_both_are_back() -> None:
    world = await a_pair()
    await world.says("marc", "pause 2 weeks")
    await world.says("nadia", "pause 4 weeks")
    await world.says("marc", "resume")
    assert "Your pairing with Nadia rests a little longer" in world.text("marc")
    assert (await world.pairing()).state is PairingState.PAUSED
    await world.says("nadia", "resume")
    assert (await world.pairing()).state is PairingState.ACTIVE


async def test_a_break_takes_an_open_proposal_back() -> None:
    world = await a_proposal()
    await world.says("nadia", "pause 2 weeks")
    assert "is taken back, without blame" in world.text("nadia")
    arrived = await world.pass_time(days=2)
    assert (await world.proposal()).state is ProposalState.DECLINED, "as if they had said no"
    assert [who for who, _ in arrived] == ["marc"]
    assert "did not come about" in plain(arrived[0][1])


async def test_nothing_to_pause_or_resume_outside() -> None:
    world = await a_round("fr")
    for line in ("pause", "pause 2 semaines", "reprendre"):
        await world.says("nadia", line)
        assert "Vous ne participez pas pour l’instant" in world.text("nadia")
    await world.joins("nadia", "mentor")
    await world.says("nadia", "reprendre")
    assert "Vous n’êtes pas en pause" in world.text("nadia")


async def test_three_silent_weeks_step_somebody_out_with_one_tap_back() -> None:
    world = await a_pair()

    def act(work: Work, pairing: Pairing) -> None:
        marc = work.people.by_id(["marc"])["marc"]
        pause_for_silence(Turn(work=work, now=world.clock.now(), person=marc), pairing)

    await world.change(act)
    arrived = dict(await world.run_due())
    assert "so I stopped asking: you are on a break" in plain(arrived["marc"])
    told = plain(arrived["nadia"])
    assert "Your pairing with Marc is taking a break. Nothing is expected of you." in told
    assert (await enrolment(world, "marc")).due_at is None
    await world.says("marc", "status")
    assert "for as long as you like" in world.text("marc")
    world.shown["marc"] = arrived["marc"]
    back = world.button("marc", "I’m back")
    await world.press_button("marc", back)
    assert "your pairing with Nadia goes on" in world.text("marc")
    await world.press_button("marc", back)
    assert "You are not on a break" in world.text("marc")
    await world.press_button("nadia", back)
    assert "put to somebody else" in world.text("nadia")


PARTNERS_LANGUAGE = {
    "fr": "L’autre personne de votre jumelage garde sa langue.",
    "en": "Your partner keeps their own language.",
}


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_partner_is_only_spoken_of_to_those_who_have_one(language: str) -> None:
    world = await a_pair()
    for person, has_one in (("marc", True), ("claire", False)):
        await world.says(person, f"lang {language}")
        assert (PARTNERS_LANGUAGE[language] in world.text(person)) is has_one


async def test_the_language_changes_at_once_and_for_one_person_only() -> None:
    world = await a_pair()
    await world.says("marc", "lang fr")
    assert "Désormais, je vous écris en français." in world.text("marc")
    await world.says("marc", "pause 2 semaines")
    [(who, card)] = await world.run_due()
    assert (who, card.title) == ("nadia", "A break")
    await world.says("marc", "langue anglais")
    assert "From now on I write to you in English." in world.text("marc")
    await world.says("marc", "lang")
    await world.presses("marc", "Français")
    assert "Désormais" in world.text("marc")
    await world.says("marc", "lang klingon")
    assert "Je ne parle pas encore «\u00a0klingon\u00a0»." in world.text("marc")
