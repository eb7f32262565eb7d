"""Transcripts: a short message to the partner, passed on word for word and never more."""

import pytest

from bot.domain.pairing import PairingState
from bot.messages.card import Quote
from bot.messages.form import A_FEW_SENTENCES
from bot.messages.plain import plain
from bot.ports import Work
from tests.transcripts.pair import Pair, a_pair

WORDS = "Shall we <b>start</b> with *your* slides?"


async def tell(world: Pair, person: str, words: str) -> None:
    await world.says(person, "tell")
    await world.submits(person, words=words)
    await world.presses(person, "send")


async def test_the_words_are_shown_before_they_go_and_arrive_as_they_were_written() -> None:
    world = await a_pair()
    await world.run_due()
    await world.says("nadia", "tell")
    await world.submits("nadia", words=WORDS)
    assert f"| {WORDS}" in world.text("nadia")
    assert [who for who, _ in await world.run_due()] == []

    await world.presses("nadia", "send")

    assert "On its way: Marc" in world.text("nadia")
    [(who, card)] = await world.run_due()
    assert who == "marc"
    assert Quote(WORDS, "Nadia") in card.body
    assert (await world.seat("nadia")).words == ""


async def test_they_may_be_typed_at_once_and_in_french() -> None:
    world = await a_pair("fr")

    await world.says("marc", "dire À jeudi, 10 h?")

    assert "| À jeudi, 10 h?" in world.text("marc")
    assert "mot pour mot" in world.text("marc")


async def test_each_reads_it_in_their_own_language() -> None:
    world = await a_pair()

    async def in_french(who: str) -> None:
        await world.look(lambda work: setattr(work.people.by_id([who])[who], "language", "fr"))

    await in_french("marc")
    await world.run_due()
    await tell(world, "nadia", WORDS)

    [(_, card)] = await world.run_due()
    assert plain(card).startswith("Un message\nNadia m’a demandé de vous remettre ceci")


async def test_the_partner_may_answer_from_the_message() -> None:
    world = await a_pair()
    await world.run_due()
    await tell(world, "nadia", WORDS)
    await world.run_due()

    await world.presses("marc", "answer")
    await world.submits("marc", words="With pleasure.")
    await world.presses("marc", "send")

    [(who, card)] = await world.run_due()
    assert (who, card.body[-1]) == ("nadia", Quote("With pleasure.", "Marc"))


async def test_what_is_discarded_is_kept_nowhere() -> None:
    world = await a_pair()
    await world.run_due()
    await world.says("nadia", f"tell {WORDS}")

    await world.presses("nadia", "discard")

    assert (await world.seat("nadia")).words == ""
    assert await world.run_due() == []


async def test_words_can_be_changed_before_they_go() -> None:
    world = await a_pair()
    await world.says("nadia", f"tell {WORDS}")
    await world.presses("nadia", "change")
    await world.submits("nadia", words="Better so.")

    assert "| Better so." in world.text("nadia")


async def test_two_a_day_are_passed_on_and_a_third_is_not() -> None:
    world = await a_pair()
    await tell(world, "nadia", "One.")
    await tell(world, "nadia", "Two.")

    await world.says("nadia", "tell Three.")
    assert "Marc got 2 messages from you today" in world.text("nadia")

    await world.pass_time(days=1)
    await world.says("nadia", "tell Three.")
    assert "| Three." in world.text("nadia")


async def test_an_old_preview_sends_nothing_twice() -> None:
    world = await a_pair()
    await world.run_due()
    await world.says("nadia", f"tell {WORDS}")
    send = world.button("nadia", "send")
    await world.press_button("nadia", send)
    await world.run_due()

    await world.press_button("nadia", send)

    assert "belongs to an earlier moment" in world.text("nadia")
    assert await world.run_due() == []


@pytest.mark.parametrize(
    ("words", "fault"), [("", "I need an answer"), ("x" * (A_FEW_SENTENCES + 1), "500")]
)
async def test_nothing_and_too_much_are_sent_back(words: str, fault: str) -> None:
    world = await a_pair()
    await world.says("nadia", "tell")

    reply = await world.submits("nadia", words=words)

    assert fault in reply.faults["words"]
    assert reply.form is not None


async def test_too_much_typed_at_once_opens_the_form() -> None:
    world = await a_pair()

    reply = await world.says("nadia", "tell " + "x" * (A_FEW_SENTENCES + 1))

    assert reply.form is not None


@pytest.mark.parametrize("state", [PairingState.PAUSED, PairingState.ENDED])
async def test_nobody_is_written_to_in_a_pairing_that_rests_or_is_over(state: PairingState) -> None:
    world = await a_pair()
    await world.says("nadia", f"tell {WORDS}")
    send = world.button("nadia", "send")
    await world.change(lambda _, pairing: setattr(pairing, "state", state))

    await world.press_button("nadia", send)
    assert "no running pairing" in world.text("nadia")
    await world.says("nadia", "tell")
    assert "no running pairing" in world.text("nadia")


async def test_unsent_words_end_with_the_pairing() -> None:
    world = await a_pair()
    await world.says("nadia", f"tell {WORDS}")

    await world.says("marc", "leave")
    await world.presses("marc", "stop")
    await world.pass_time(days=1)

    assert (await world.seat("nadia")).words == ""


async def test_whoever_cannot_be_reached_gets_nothing_and_the_words_stay() -> None:
    world = await a_pair()
    await world.says("nadia", f"tell {WORDS}")

    def leaves(work: Work) -> None:
        for account in work.accounts.all("marc"):
            account.reachable = False

    await world.look(leaves)

    await world.presses("nadia", "send")

    assert "I cannot reach Marc" in world.text("nadia")
    assert (await world.seat("nadia")).words == WORDS


async def test_whoever_has_no_partner_is_told_so() -> None:
    world = await a_pair()
    await world.says("claire", "tell")

    assert "no running pairing" in world.text("claire")
