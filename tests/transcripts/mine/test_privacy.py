"""Transcripts: who sees what, everything that is kept, and its erasure."""

import json
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from bot import texts
from bot.domain.meeting import Meeting, MeetingState, Said
from bot.domain.pairing import HelpLabel, PairingState
from bot.domain.people import Role
from bot.domain.proposal import Answer
from bot.messages.card import Card, Quote
from bot.messages.plain import plain
from bot.ports import Work
from bot.privacy import columns, policy
from bot.privacy.policy import Reader
from storage.tables import metadata
from tests.builders import ORGANISATION
from tests.transcripts.pair import a_pair
from tests.transcripts.proposed import Proposed, a_proposal
from tests.transcripts.volunteers import a_round
from tests.world import World, a_person

SMALLEST_LIMIT = 3000
"""Characters of one block of text on the platform that takes least."""


def test_every_stored_column_has_its_purpose_its_readers_and_its_end() -> None:
    stored = {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if column.name not in columns.TIES
    }
    said = columns.columns()
    assert set(said) == stored, "say in bot/privacy/columns.py what a column is kept for"
    assert len(stored) > 200
    items = {kept.item for each in said.values() for kept in each}
    assert items == set(policy.READERS) - {"concern"}


def test_no_private_answer_is_read_by_coordinators() -> None:
    private = ("checkins", "feedback", "levels", "avoided", "answer", "notes", "goal", "obstacle")
    assert not any(Reader.COORDINATORS in policy.READERS[item] for item in private)


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_the_card_is_the_table_in_words(language: str) -> None:
    world = await a_round(language)
    await world.says("nadia", "who-sees")
    text = world.text("nadia")
    for item in policy.READERS:
        assert texts.say(language, f"privacy-item-{item}") in text
    lines = text.splitlines()
    heading = lines.index(texts.say(language, "privacy-readers-you"))
    end = lines.index(texts.say(language, "privacy-readers-nobody"))
    for item in policy.READERS:
        said = texts.say(language, f"privacy-item-{item}")
        sealed = texts.say(language, "privacy-sealed", item=said)
        assert ((f"• {sealed}") in lines) is (item in columns.SEALED)
    levels = texts.say(language, "privacy-item-levels")
    assert f"• {texts.say(language, 'privacy-sealed', item=levels)}" in lines[heading:end]
    card = world.shown["nadia"]
    assert isinstance(card, Card)
    assert max(len(plain(Card(body=(block,)))) for block in card.body) < SMALLEST_LIMIT


async def everything(world: World, person: str) -> dict[str, Any]:
    """Read all pages of somebody's data and put them together."""
    await world.says(person, "my-data")
    pages: list[str] = []
    while True:
        card = world.shown[person]
        assert isinstance(card, Card)
        assert len(plain(card)) < SMALLEST_LIMIT
        pages += [block.text for block in card.body if isinstance(block, Quote)]
        if not any(button.action.endswith(".more") for button in card.buttons):
            return dict(json.loads("\n".join(pages)))
        await world.presses(person, "more")


async def test_all_that_is_kept_is_shown_page_by_page() -> None:
    world = await a_pair()
    for weeks in range(1, 4):
        await world.asked(weeks)
        await world.presses("marc", "yes")
        await world.presses("marc", "4")
        await world.presses("marc", "forward")
    data = await everything(world, "marc")
    [pairing] = data["pairings"]
    assert len(pairing["checkins"]) == 3
    assert {checkin["rating"] for checkin in pairing["checkins"]} == {4}
    assert pairing["partner"] == "Nadia Test"
    assert pairing["seat"]["role"] == "mentee"
    assert data["person"]["email"] == "marc@example.org"
    assert data["accounts"][0]["address"] == "marc"
    assert data["enrolments"][0]["consents"] == ["matching", "facts"]
    await world.presses("marc", "earlier")
    assert "Next page" in world.text("marc")


async def test_my_data_in_french_and_by_number() -> None:
    world = await a_round("fr")
    await world.says("nadia", "mes-donnees")
    assert "Page 1 sur 1" in world.text("nadia")
    await world.says("nadia", "1")
    assert "Qui voit quoi" in world.text("nadia")


async def test_what_the_other_side_answered_is_not_mine() -> None:
    world = await a_proposal()
    await world.presses("nadia", "other")
    [proposal] = (await everything(world, "marc"))["proposals"]
    assert proposal["state"] == "offered"
    [own] = (await everything(world, "nadia"))["proposals"]
    assert (own["state"], own["your_answer"]) == ("closed", "no")
    await world.pass_time(days=1)
    [proposal] = (await everything(world, "marc"))["proposals"]
    assert proposal["state"] == "closed"
    assert proposal["your_answer"] == Answer.NONE
    assert "waiting" not in json.dumps(proposal["reasons"])
    hidden = {"mentor_answer", "mentee_answer", "score", "due_at", "over_at", "over_by"}
    assert not hidden & set(proposal)


def nadia_says(said: Said, now: datetime, work: Work) -> None:
    """Nadia says something of a meeting an hour ago, and asks for help if she says anything."""
    [pairing] = work.pairings.of("marc", PairingState.ACTIVE)
    meeting = Meeting(
        organisation_id=ORGANISATION,
        id="meeting",
        pairing_id=pairing.id,
        number=1,
        starts_at=now - timedelta(hours=1),
        state=MeetingState.AGREED,
    )
    work.add(meeting)
    if said is not Said.NOTHING:
        meeting.hear(Role.MENTOR, said, now)
        pairing.help_label, pairing.left_be = HelpLabel.ASKED, True


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_what_the_other_side_says_of_a_meeting_or_of_help_is_not_mine(language: str) -> None:
    seen = []
    for said in (Said.NOTHING, Said.YES, Said.NO):
        world = await a_pair(language)
        await world.look(partial(nadia_says, said, world.clock.now()))
        seen.append((await everything(world, "marc"))["pairings"])
    assert seen[0] == seen[1] == seen[2]
    assert seen[0][0]["meetings"][0]["state"] == "agreed"


async def test_a_draft_is_nobodys_yet() -> None:
    people = [a_person("Nadia"), a_person("Marc")]
    world = await Proposed.create(people)
    await world.begin()
    assert (await everything(world, "marc"))["proposals"] == []


async def test_forgetting_asks_first_and_can_be_left() -> None:
    world = await a_pair()
    await world.says("marc", "forget-me")
    text = world.text("marc")
    assert "a pairing ends at once; your partner can see that" in text
    assert "reads the next working morning only that it has ended" in text
    await world.says("marc", "no")
    assert "Nothing was erased." in world.text("marc")
    assert (await world.pairing()).state is PairingState.ACTIVE


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_forgetting_leaves_nothing_and_the_partner_reads_the_usual_words(
    language: str,
) -> None:
    world = await a_pair(language)
    await world.asked()
    await world.says("marc", "forget-me")
    await world.presses("marc", "yes")
    assert texts.say(language, "erasure-done.title") in world.text("marc")
    await world.says("marc", "status")
    assert "I do not know you yet." in world.text("marc")
    arrived = await world.pass_time(days=3)
    assert {who for who, _ in arrived} == {"nadia"}
    assert all("Marc" not in plain(card) for _, card in arrived)
    await world.says("nadia", "status")
    assert "Marc" not in world.text("nadia")
    assert "Marc" not in json.dumps(await everything(world, "nadia"))


async def everything_stored(world: World) -> str:
    """Return every row of every table as text."""

    def dump(work: Work) -> str:
        connection = work.unit.connection  # type: ignore[attr-defined]
        tables = metadata.sorted_tables
        assert len(tables) > 15
        return "\n".join(str(row) for table in tables for row in connection.execute(select(table)))

    return str(await world.look(dump))


async def test_the_cards_a_partner_got_name_nobody_afterwards() -> None:
    world = await a_pair()
    await world.asked()
    assert "Marc" in plain(world.inbox("nadia")[-1])
    await world.says("marc", "pause 2 weeks")
    await world.run_due()
    await world.says("marc", "forget-me")
    await world.presses("marc", "yes")
    await world.pass_time(days=3)
    assert "Marc" not in await everything_stored(world)


async def test_nothing_of_an_erased_person_is_in_the_store() -> None:
    world = await a_round()
    await world.joins("nadia", "mentor", others="canary-wish", avoid="Marc Test")
    await world.joins("marc", "mentee", goal="canary-goal", avoid="Nadia Test")
    for person in ("nadia", "marc"):
        await world.says(person, "forget-me")
        await world.presses(person, "yes")

    text = await everything_stored(world)
    assert "claire@example.org" in text
    for canary in ("canary", "nadia@", "Nadia Test", "marc@", "Marc Test", "Finance"):
        assert canary not in text


async def test_the_last_coordinator_stays() -> None:
    world = await a_round("fr")
    await world.says("claire", "oublie-moi")
    assert "Vous assurez seul ou seule la coordination" in world.text("claire")

    def act(work: Work) -> None:
        work.people.by_id(["marc"])["marc"].is_coordinator = True

    await world.look(act)
    await world.says("claire", "oublie-moi")
    await world.presses("claire", "yes")
    assert "C’est fait" in world.text("claire")


async def test_an_old_erasure_card_asks_again() -> None:
    world = await a_round()
    await world.says("nadia", "forget-me")
    old = world.button("nadia", "yes")
    world.clock.advance(timedelta(days=2))
    await world.press_button("nadia", old)
    assert "Erase everything?" in world.text("nadia")
    await world.presses("nadia", "yes")
    assert "It is done" in world.text("nadia")
    await world.press_button("nadia", old)
    assert "I do not know you yet." in world.text("nadia")


async def test_erasing_takes_an_open_proposal_back() -> None:
    world = await a_proposal()
    await world.says("marc", "forget-me")
    await world.presses("marc", "yes")
    arrived = await world.pass_time(days=2)
    assert [who for who, _ in arrived] == ["nadia"]
    assert "did not come about" in plain(arrived[0][1])
