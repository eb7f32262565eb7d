"""Transcripts: days on which an office is closed, and what is silent on them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.domain.closing import Closing
from bot.domain.people import Person
from tests.builders import a_closing
from tests.transcripts.volunteers import Joining, a_round
from tests.world import a_person


async def filled_in(world: Joining, **values: str) -> dict[str, str]:
    """Claire sends in the form; return the sentences about what is wrong with it."""
    await world.says("claire", "closing-days")
    await world.presses("claire", "add")
    given = {"name": "Moving day", "first": "2026-09-15", "office": "everywhere", **values}
    return dict((await world.submits("claire", **given)).faults)


async def off(world: Joining) -> dict[str, list[str]]:
    def act(work: Any) -> dict[str, list[str]]:
        return {p.id: [day.isoformat() for day in p.closed] for p in work.people.all()}

    found: dict[str, list[str]] = await world.look(act)
    return found


@pytest.mark.parametrize(
    ("language", "word", "none", "one"),
    [
        (
            "en",
            "closing-days",
            "No closing days are ahead",
            "Christmas break, Thursday, December 24, 2026 to Friday, January 1, 2027 (everywhere)",
        ),
        (
            "fr",
            "jours de fermeture",
            "Aucun jour de fermeture n’est à venir",
            "Christmas break, du jeudi 24 décembre 2026 au vendredi 1er janvier 2027 (partout)",
        ),
    ],
)
async def test_days_are_added_listed_and_taken_off(
    language: str, word: str, none: str, one: str
) -> None:
    world = await a_round(language)
    await world.says("claire", word)
    assert none in world.text("claire")

    await world.presses("claire", "add")
    await world.submits(
        "claire",
        name="Christmas  break",
        first="2026-12-24",
        last="2027-01-01",
        office="everywhere",
    )
    assert one in world.text("claire")
    assert {len(days) for days in (await off(world)).values()} == {9}

    await world.presses("claire", "take")
    assert none in world.text("claire")
    assert {len(days) for days in (await off(world)).values()} == {0}


async def test_one_office_is_closed_and_the_others_are_not() -> None:
    world = await a_round()
    await world.add_people([a_person("Otto", office="Ottawa")])

    assert await filled_in(world, office="office:Ottawa") == {}

    assert "Tuesday, September 15, 2026 (Ottawa)" in world.text("claire")
    days = await off(world)
    assert days.pop("otto") == ["2026-09-15"]
    assert set(map(tuple, days.values())) == {()}


async def test_nobody_hears_anything_on_a_closing_day_named_the_day_before() -> None:
    """An invitation that is due on Tuesday comes on Wednesday."""
    world = await a_round()
    await world.pass_time(hours=10)  # it is evening: what is sent now comes tomorrow
    await world.says("claire", "invite")
    await world.presses("claire", "go")
    await world.presses("claire", "yes")
    await world.run_due()
    assert await filled_in(world) == {}

    assert await world.pass_time(hours=24) == []
    arrived = await world.pass_time(hours=24)

    assert {person for person, _ in arrived} >= {"marc", "nadia"}
    assert world.clock.now() == datetime(2026, 9, 16, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("values", "field", "english", "french"),
    [
        ({"name": " "}, "name", "Say in a few words", "Dites en quelques mots"),
        ({"name": "x" * 61}, "name", "61 characters", "61 caractères"),
        ({"first": "soon"}, "first", "Write a date", "Écrivez une date"),
        ({"last": "31.12."}, "last", "Write a date", "Écrivez une date"),
        ({"last": "2026-09-14"}, "last", "comes before the first", "vient avant le premier"),
        ({"first": "2026-09-11"}, "first", "These days are over", "Ces jours sont passés"),
        ({"last": "2027-09-14"}, "last", "365 days in a row", "365 jours de suite"),
        ({"last": "2026-10-27"}, "last", "43 days in a row; 42", "43 jours de suite"),
        ({"first": "2028-12-24"}, "first", "two years ahead", "plus de deux"),
        ({"office": "office:Lyon"}, "office", "one of these offices", "l’un de ces bureaux"),
    ],
)
async def test_days_that_cannot_be_are_named_and_nothing_is_kept(
    values: dict[str, str], field: str, english: str, french: str
) -> None:
    for language, words in (("en", english), ("fr", french)):
        world = await a_round(language)
        faults = await filled_in(world, **values)

        assert list(faults) == [field]
        assert words in faults[field]
        assert set(map(tuple, (await off(world)).values())) == {()}


async def test_twenty_closings_are_kept_at_once() -> None:
    world = await a_round()
    days = [date(2026, 10, number) for number in range(1, 21)]
    await world.look(
        lambda work: work.add(*(a_closing(f"c{d.day}", first=d, last=d) for d in days))
    )
    await world.says("claire", "closing-days")
    labels = [button.label for button in world.shown["claire"].buttons]  # type: ignore[union-attr]
    assert len(labels) == len(set(labels)) == 21

    await world.look(lambda work: work.remove(work.get(Closing, "c20")))
    await world.says("claire", "closing-days")
    await world.presses("claire", "add")
    await world.look(lambda work: work.add(a_closing("again")))
    await world.submits("claire", name="One more", first="2026-09-15", office="everywhere")
    assert "There are 20 closings already" in world.text("claire")


async def test_what_is_long_over_is_forgotten_and_what_is_over_is_not_shown() -> None:
    world = await a_round()
    past = {"last": date(2026, 8, 1), "first": date(2026, 7, 20)}
    await world.look(lambda work: work.add(a_closing("old", **past)))
    await world.says("claire", "closing-days")
    assert "No closing days are ahead" in world.text("claire")

    assert await filled_in(world) == {}

    kept = await world.look(lambda work: [each.id for each in work.offices.closings()])
    assert len(kept) == 1
    assert "old" not in kept


async def test_taking_off_twice_takes_off_once() -> None:
    world = await a_round()
    await filled_in(world)
    button = world.button("claire", "take")
    await world.press_button("claire", button)
    await world.press_button("claire", button)

    assert "No closing days are ahead" in world.text("claire")


async def test_they_are_for_coordinators_only() -> None:
    world = await a_round()
    await world.says("marc", "closing-days")
    assert "for programme coordinators" in world.text("marc")
    assert (await world.look(lambda work: work.get(Person, "marc"))).closed == ()
