"""Transcripts: anybody stops any day, and the partner reads the same words whatever happened."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.pairing import Pairing, PairingState
from bot.domain.people import AuditEntry
from bot.domain.programme import EnrolmentState
from bot.domain.proposal import ProposalState
from bot.messages.card import Card
from bot.messages.codec import card_to_json
from storage import tables as t
from tests.transcripts.proposed import Proposed, a_proposal
from tests.transcripts.volunteers import a_round

ENDED = "The pairing that began on Monday, September 14 has ended."


async def paired(language: str = "en") -> Proposed:
    world = await a_proposal(language)
    await world.presses("marc", "accept")
    await world.presses("nadia", "accept")
    await world.run_due()
    return world


async def stop(world: Proposed, person: str) -> None:
    await world.says(person, "leave")
    await world.presses(person, "stop")


async def leave(world: Proposed, person: str) -> None:
    await world.says(person, "quitter")
    await world.presses(person, "out")


async def change(world: Proposed, person: str) -> None:
    await world.says(person, "rejumeler")
    await world.presses(person, "change")


async def stop_and_tell_why(world: Proposed, person: str) -> None:
    await stop(world, person)
    await world.presses(person, "why")
    await world.presses(person, "fit")


async def is_named_a_leaver(world: Proposed, person: str) -> None:
    await world.says("claire", f"leaver {person}@example.org")
    await world.presses("claire", "yes")
    await world.schedule.run()


async def news_of(world: Proposed, partner: str) -> list[Card]:
    before = len(world.inbox(partner))
    assert await world.pass_time(hours=7) == [], "nothing before the next working morning"
    await world.pass_time(hours=18)
    return world.inbox(partner)[before:]


async def pairing_of(world: Proposed) -> Pairing:
    found = await world.look(lambda work: work.pairings.of("marc", *PairingState)[0])
    assert isinstance(found, Pairing)
    return found


async def test_the_partner_reads_the_same_bytes_whoever_left_and_why() -> None:
    ways: list[Callable[[Proposed, str], Awaitable[None]]] = [
        stop,
        stop_and_tell_why,
        leave,
        change,
        is_named_a_leaver,
    ]
    read = set()
    for way in ways:
        for person, partner in (("nadia", "marc"), ("marc", "nadia")):
            world = await paired()
            await way(world, person)
            assert (await pairing_of(world)).state_for(person) is PairingState.ENDED
            assert (await pairing_of(world)).runs_for(partner)
            [card] = await news_of(world, partner)
            assert (await pairing_of(world)).state is PairingState.ENDED
            read.add(repr(card_to_json(card)))
    assert len(read) == 1
    assert ENDED in read.pop()


async def test_stopping_takes_two_taps_and_no_reason() -> None:
    world = await paired("fr")
    await world.says("nadia", "quitter")
    assert "sans raison à donner" in world.text("nadia")
    await world.presses("nadia", "Arrêter avec Marc")
    assert "C’est terminé" in world.text("nadia")


async def test_nothing_about_the_pairing_arrives_after_its_end() -> None:
    world = await paired()
    await world.says("nadia", "2")
    await stop(world, "nadia")
    titles = [card.title for _, card in await world.pass_time(days=21)]
    assert titles == ["Your dates", "The pairing has ended"], "her dates were on their way"


async def test_both_may_have_a_new_partner_and_go_first() -> None:
    world = await paired()
    await change(world, "marc")
    assert "you go first in the next round" in world.text("marc")
    await world.pass_time(days=1)
    await world.presses("nadia", "New partner")
    assert "you go first in the next round" in world.text("nadia")
    for person in ("nadia", "marc"):
        enrolment = await world.enrolment(person)
        assert (enrolment.state, enrolment.rounds_waited) == (EnrolmentState.JOINED, 1)


async def test_or_rest_until_they_come_back() -> None:
    world = await paired()
    await stop(world, "nadia")
    await world.pass_time(days=1)
    await world.presses("marc", "Rest")
    assert (await world.enrolment("marc")).state is EnrolmentState.PAUSED
    await world.presses("marc", "Come back")
    assert (await world.enrolment("marc")).state is EnrolmentState.JOINED


async def test_a_reason_is_nobodys() -> None:
    world = await paired()
    await stop_and_tell_why(world, "nadia")
    assert "nobody can tell it came from you" in world.text("nadia")
    [entry] = await world.look(_exit_reasons)
    assert (entry.actor_id, entry.subject, entry.details) == ("", "", {"code": "fit"})
    assert (entry.at.day, entry.at.hour, entry.at.minute) == (1, 0, 0)
    assert "nadia" not in repr(vars(entry))


async def test_a_reason_given_with_a_double_tap_counts_once_and_stays_nobodys() -> None:
    world = await paired()
    await stop(world, "nadia")
    await world.presses("nadia", "why")
    button = world.button("nadia", "fit")
    for _ in range(2):
        await world.press_button("nadia", button)
        assert "nobody can tell it came from you" in world.text("nadia")

    assert len(await world.look(_exit_reasons)) == 1
    known = {"nadia", "marc", (await pairing_of(world)).id, (await world.enrolment("nadia")).id}
    assert button.subject not in {"", *known}


async def test_who_stopped_is_in_no_audit_entry() -> None:
    world = await paired()
    await stop(world, "nadia")
    entries = await world.look(_audit)
    assert all("nadia" not in (e.actor_id, e.subject) for e in entries if e.action != STARTED)


async def test_leaving_while_waiting_is_one_tap_and_empties_the_profile() -> None:
    world = await a_proposal(topics={"ai-assistants": 4}, slots=("3-am",))
    await world.says("nadia", "leave")
    assert "Your profile is emptied at once." in world.text("nadia")
    await world.presses("nadia", "Leave the programme")
    enrolment = await world.enrolment("nadia")
    assert (enrolment.state, enrolment.topics, enrolment.slots) == (EnrolmentState.LEFT, {}, ())
    arrived = await world.pass_time(days=30)
    assert (await world.proposal()).state is ProposalState.DECLINED
    assert [(who, card.title) for who, card in arrived] == [("marc", "Not this time")]


async def test_who_leaves_is_never_written_to_again() -> None:
    world = await paired()
    await world.says("nadia", "2")
    await leave(world, "marc")
    arrived = await world.pass_time(days=60)
    assert {who for who, _ in arrived} == {"nadia"}
    await world.says("marc", "leave")
    assert "You are not taking part at the moment" in world.text("marc")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "I will not write to you any more about this round."),
        ("fr", "Je ne vous écrirai plus au sujet de ce tour."),
    ],
)
async def test_silence_is_promised_for_the_round_since_the_next_may_invite(
    language: str, words: str
) -> None:
    world = await a_round(language)
    await world.joins("nadia", "mentor")
    await world.says("nadia", "leave")
    await world.presses("nadia", "out")
    assert words in world.text("nadia")
    await world.close_cycle()
    await world.open_cycle("second", 2)

    await world.says("claire", "invite")
    await world.presses("claire", "go")
    await world.presses("claire", "yes")

    assert "nadia" in {who for who, _ in await world.run_due()}


async def test_staying_changes_nothing() -> None:
    world = await paired()
    await world.says("marc", "rematch")
    await world.presses("marc", "Stay")
    assert (await pairing_of(world)).state is PairingState.ACTIVE


async def test_an_old_stop_button_does_nothing_twice() -> None:
    world = await paired()
    await world.says("nadia", "leave")
    button = world.button("nadia", "stop")
    await world.press_button("nadia", button)
    await world.press_button("nadia", button)
    assert "It is over" in world.text("nadia")
    assert len(await news_of(world, "marc")) == 1


async def test_nobody_stops_somebody_elses_pairing() -> None:
    world = await paired()
    await world.says("nadia", "leave")
    await world.press_button("claire", world.button("nadia", "stop"))
    assert "put to somebody else" in world.text("claire")
    assert (await pairing_of(world)).state is PairingState.ACTIVE


STARTED = "pairing-started"


def _audit(work: Any) -> list[AuditEntry]:
    entries: list[AuditEntry] = work.unit.read(AuditEntry, select(t.audit).order_by(t.audit.c.at))
    return entries


def _exit_reasons(work: Any) -> list[AuditEntry]:
    return [entry for entry in _audit(work) if entry.action == "exit-reason"]
