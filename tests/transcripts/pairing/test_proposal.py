"""Transcripts: a proposal is put to both, and nobody learns who said no."""

from datetime import date

import pytest

from bot.conversation.turn import Turn
from bot.domain.pairing import PairingState
from bot.domain.programme import EnrolmentState
from bot.domain.proposal import Proposal, ProposalState
from bot.flows.pairing.proposal import offer_pair, withdraw
from bot.flows.pairing.reasons import why_for_review
from bot.messages.plain import plain
from bot.ports import Work
from tests.transcripts.proposed import Proposed, a_proposal

NOT_THIS_TIME = "The pairing I proposed did not come about."


async def test_each_side_reads_why_in_words_for_its_role() -> None:
    world = await a_proposal()
    for_mentor, for_mentee = world.text("nadia"), world.text("marc")
    assert "a leader who would like to learn from you: Marc" in for_mentor
    assert "Marc wants to learn what you can show: Generative AI assistants." in for_mentor
    assert "a mentor for you: Nadia. You will find Nadia here: Data, Montréal." in for_mentee
    assert "You share 2 languages: English and French." in for_mentee
    assert "Please answer by Monday, September 21." in for_mentee
    for text in (for_mentor, for_mentee):
        assert "Nobody told me the reporting lines" in text
        assert "Claire Test approved it. Write to Claire Test" in text
        assert "Rounds waited" not in text


async def test_the_same_in_french() -> None:
    world = await a_proposal("fr")
    assert "une ou un cadre qui aimerait apprendre de vous\u00a0: Marc" in world.text("nadia")
    assert "Vous avez 2 langues en commun\u00a0: anglais et français." in world.text("marc")
    await world.says("nadia", "oui")
    assert "au plus tard le mardi 22 septembre" in world.text("nadia")


async def test_two_yeses_make_a_pairing_announced_by_role() -> None:
    world = await a_proposal()
    await world.presses("nadia", "Accept")
    assert "I have told nobody" in world.text("nadia")
    assert await world.run_due() == []
    await world.presses("marc", "Accept")
    assert "Nadia has agreed to teach you: Generative AI assistants." in world.text("marc")
    [(who, card)] = await world.run_due()
    assert who == "nadia"
    assert "You lead: you choose the order of topics" in plain(card)
    pairings = await world.look(lambda work: work.pairings.of("marc", PairingState.ACTIVE))
    assert [(p.mentor_id, p.started_on) for p in pairings] == [("nadia", date(2026, 9, 14))]


async def test_pressing_twice_changes_nothing() -> None:
    world = await a_proposal()
    old = world.button("nadia", "Accept")
    await world.press_button("nadia", old)
    await world.press_button("nadia", old)
    assert "I have told nobody" in world.text("nadia")
    assert (await world.proposal()).state is ProposalState.OFFERED
    await world.presses("marc", "Accept")
    await world.press_button("nadia", old)
    assert "You are Marc’s mentor" in world.text("nadia")
    assert len(await world.look(lambda work: work.pairings.of("marc", PairingState.ACTIVE))) == 1


async def test_a_no_reads_to_the_other_as_a_lapse_does() -> None:
    declined = await a_proposal()
    await declined.presses("marc", "Suggest someone else")
    assert "Nobody learns of your answer" in declined.text("marc")
    assert await declined.pass_time(hours=6) == [], "not before the next morning"
    [(who, after_a_no)] = await declined.pass_time(days=1)
    lapsed = await a_proposal()
    await lapsed.pass_time(days=11)
    after_silence = lapsed.inbox("nadia")[-1]
    assert who == "nadia"
    assert after_a_no == after_silence
    assert NOT_THIS_TIME in plain(after_a_no)
    assert await _waited(declined) == await _waited(lapsed) == [1, 1]


async def test_a_yes_after_the_others_no_gives_nothing_away() -> None:
    world = await a_proposal()
    accept = world.button("nadia", "Accept")
    await world.presses("marc", "Suggest someone else")
    await world.press_button("nadia", accept)
    assert "Your yes is noted" in world.text("nadia")
    [(who, card)] = await world.pass_time(days=1)
    assert (who, NOT_THIS_TIME in plain(card)) == ("nadia", True)
    assert (await world.proposal()).state is ProposalState.DECLINED


async def test_one_reminder_to_who_is_silent_then_a_lapse() -> None:
    world = await a_proposal()
    await world.presses("nadia", "Accept")
    arrived = await world.pass_time(days=3)
    assert [(who, card.title) for who, card in arrived] == [("marc", "Your proposal is waiting")]
    assert "This is the only reminder." in world.text("marc")
    arrived = await world.pass_time(days=6)
    assert {who for who, _ in arrived} == {"nadia", "marc"}
    assert all(NOT_THIS_TIME in plain(card) for _, card in arrived)
    assert (await world.proposal()).state is ProposalState.LAPSED


async def test_the_reminder_can_be_answered() -> None:
    world = await a_proposal()
    await world.presses("nadia", "Accept")
    await world.pass_time(days=3)
    await world.says("marc", "1")
    assert "Nadia has agreed to teach you" in world.text("marc")


async def test_a_stranger_to_the_proposal_cannot_answer_it() -> None:
    world = await a_proposal()
    await world.press_button("claire", world.button("marc", "Accept"))
    assert "put to somebody else" in world.text("claire")
    assert (await world.proposal()).mentee_answer == ""


async def test_withdrawn_reads_like_a_lapse_and_cannot_be_offered_again() -> None:
    world = await a_proposal()

    def act(work: Work) -> None:
        proposal = work.get(Proposal, "proposal")
        assert proposal is not None
        withdraw(work, world.clock.now(), proposal)
        offer_pair(work, world.clock.now(), proposal)

    await world.look(act)
    arrived = await world.pass_time(days=1)
    assert {who for who, _ in arrived} == {"nadia", "marc"}
    assert all(NOT_THIS_TIME in plain(card) for _, card in arrived)
    assert (await world.proposal()).state is ProposalState.WITHDRAWN


async def test_two_yeses_to_what_was_withdrawn_make_no_pairing() -> None:
    world = await a_proposal()
    accept = {person: world.button(person, "Accept") for person in ("nadia", "marc")}

    def act(work: Work) -> None:
        proposal = work.get(Proposal, "proposal")
        assert proposal is not None
        withdraw(work, world.clock.now(), proposal)

    await world.look(act)
    for person, button in accept.items():
        await world.press_button(person, button)
        assert NOT_THIS_TIME in world.text(person)
    proposal = await world.proposal()
    assert (proposal.state, proposal.mentor_answer) == (ProposalState.WITHDRAWN, "")
    assert await world.look(lambda work: work.pairings.of("marc", *PairingState)) == []


async def test_saying_yes_ends_ones_own_pause() -> None:
    world = await a_proposal()
    await world.presses("nadia", "Accept")
    await world.look(lambda work: work.enrolments.part("cycle", "marc").pause(None, None))
    await world.presses("marc", "Accept")
    assert (await world.enrolment("marc")).state is EnrolmentState.JOINED
    assert await world.look(lambda work: work.pairings.of("marc", PairingState.ACTIVE))


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_coordinator_reads_each_reason_with_its_points(language: str) -> None:
    world = await a_proposal(language)

    def act(work: Work) -> list[tuple[str, int]]:
        claire = work.people.coordinators()[0]
        proposal = work.get(Proposal, "proposal")
        assert proposal is not None
        turn = Turn(work=work, now=world.clock.now(), person=claire)
        return why_for_review(turn, proposal)

    reasons = await world.look(act)
    assert [points for _, points in reasons] == [400, 150, 100, 50, 40]
    assert all(label for label, _ in reasons)


async def _waited(world: Proposed) -> list[int]:
    return [(await world.enrolment(person)).rounds_waited for person in ("nadia", "marc")]
