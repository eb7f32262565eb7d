"""Transcripts: what can be typed, and to whom a concern may be brought."""

from datetime import timedelta

import pytest

from bot.domain.delivery import Delivery
from bot.domain.people import Person
from bot.domain.programme import Enrolment, EnrolmentState
from bot.messages.plain import plain
from bot.ports import Work
from bot.runtime.registry import every_flow
from tests.builders import ORGANISATION
from tests.transcripts.pair import Pair
from tests.transcripts.volunteers import a_round
from tests.world import a_person


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_words_the_help_names_are_words_the_bot_knows(language: str) -> None:
    world = await a_round(language)
    await world.joins("claire", "mentor")
    await world.says("claire", "help")
    lines = [line for line in world.text("claire").splitlines() if line.startswith("• ")]
    assert len(lines) == len(set(every_flow().commands.values()))
    assert len(lines) > 15
    for line in lines:
        word = line.removeprefix("• ").partition(" – ")[0].partition(",")[0]
        reply = await world.says("claire", word)
        assert reply.form or "Je ne connais pas" not in plain(reply.cards[0])
        assert reply.form or "I do not know" not in plain(reply.cards[0])


async def test_the_help_is_by_role() -> None:
    world = await a_round("fr")
    await world.says("nadia", "aide")
    assert "rejoindre – participer" in world.text("nadia")
    assert "rejumeler" not in world.text("nadia")
    assert "annoncer" not in world.text("nadia")
    await world.joins("nadia", "mentor")
    await world.says("nadia", "aide")
    assert "rejumeler" in world.text("nadia")
    await world.says("claire", "help")
    assert "annoncer" in world.text("claire")


async def test_an_unknown_word_is_answered_with_the_nearest() -> None:
    world = await a_round()
    await world.says("nadia", "pauze")
    assert "Did you mean “pause”?" in world.text("nadia")


async def a_chain(language: str = "en", *, outsider: bool) -> Pair:
    """Open a world where concern contacts sit above, below and beside the two of a pairing."""
    people = [
        a_person("Top", is_concern_contact=True, language=language),
        a_person("Boss", manager_id="top", is_concern_contact=True),
        a_person("Nadia", manager_id="boss", language=language, is_concern_contact=True),
        a_person("Marc", manager_id="top", level=8, language=language),
        a_person("Report", manager_id="marc", is_concern_contact=True),
        a_person("Claire", is_coordinator=True, language=language),
    ]
    if outsider:
        people.append(a_person("Olga", is_concern_contact=True))
        people.append(a_person("Beside", manager_id="top", is_concern_contact=True))
    world = await Pair.create(people)
    await world.begin()
    return world


async def test_a_concern_goes_to_nobody_connected_to_either() -> None:
    world = await a_chain(outsider=True)
    for person in ("nadia", "marc"):
        await world.says(person, "report")
        text = world.text(person)
        assert "Olga Test\u00a0: olga@example.org" in text
        assert "Beside Test" in text
        for connected in ("Top", "Boss", "Nadia", "Marc", "Report"):
            assert f"{connected} Test" not in text
        assert "I do not keep that you asked" in text
        assert "Stop the pairing now" in text


async def test_a_past_partner_counts_as_connected() -> None:
    world = await a_chain(outsider=True)
    await world.says("nadia", "leave")
    await world.presses("nadia", "out")
    await world.says("nadia", "report")
    assert "Report Test" not in world.text("nadia")
    assert "Stop the pairing now" not in world.text("nadia")


async def test_without_anybody_outside_the_policy_is_named() -> None:
    world = await a_chain("fr", outsider=False)
    await world.says("marc", "signaler")
    assert "la politique contre le harcèlement de votre organisation" in world.text("marc")


@pytest.mark.parametrize(
    ("language", "line", "asked", "title"),
    [
        ("en", "report", "I ask the coordinators to name one more", "One more contact is needed"),
        ("fr", "signaler", "Je demande à la coordination", "Une personne de plus à désigner"),
    ],
)
async def test_without_anybody_left_a_coordinator_is_told_to_name_one(
    language: str, line: str, asked: str, title: str
) -> None:
    """Not at once, not why, and once a week however many ask."""
    world = await a_chain(language, outsider=False)
    for person in ("marc", "nadia", "marc"):
        await world.says(person, line)
        assert asked in world.text(person)
    assert await world.run_due() == []

    [(who, card)] = await world.pass_time(days=1)

    assert (who, card.title) == ("claire", title)
    assert not any(name in plain(card) for name in ("Marc", "Nadia"))


@pytest.mark.parametrize("away", ["break", "lost", "gone", "absent"])
async def test_a_contact_who_is_away_is_passed_over_and_the_next_one_named(away: str) -> None:
    world = await a_chain(outsider=True)

    def be_away(work: Work) -> None:
        account, olga = work.accounts.of("olga"), work.get(Person, "olga")
        assert account is not None
        assert olga is not None
        account.reachable = away != "lost"
        olga.active = away != "gone"
        if away == "absent":
            olga.absent_until = world.clock.now().date() + timedelta(days=1)
        if away == "break":
            part = Enrolment(
                organisation_id=ORGANISATION, id="o", cycle_id="cycle", person_id="olga"
            )
            part.state = EnrolmentState.PAUSED
            work.add(part)

    await world.look(be_away)
    await world.says("marc", "report")

    assert "Beside Test" in world.text("marc")
    assert "Olga" not in world.text("marc")


async def test_asking_for_somebody_to_talk_to_leaves_no_trace() -> None:
    world = await a_chain(outsider=True)
    await world.says("marc", "report")
    assert await world.run_due() == []
    found: list[Delivery] = await world.look(lambda work: work.outbox.newest(10))
    assert found == []
    await world.says("claire", "admin")
    assert "Marc" not in world.text("claire")
