"""Transcripts: whom a concern may be brought to, as coordinators name them."""

import pytest

from bot import texts
from bot.domain.people import Person
from bot.domain.programme import EnrolmentState
from bot.flows.coordinating.contacts import LIST_LIMIT, MOST
from bot.messages.card import Button, Card
from bot.ports import Work
from tests import builders
from tests.transcripts.coordinated import with_volunteers
from tests.world import World, a_person

WORD = {"en": "contacts", "fr": "personnes-ressources"}
NONE = {"en": "Nobody is named yet", "fr": "Personne n’est encore désigné"}
KEPT = {"en": "concerns may be brought to", "fr": "confier une préoccupation à"}
LAST = {"en": "This is the last person", "fr": "C’est la dernière personne"}
AWAY = {"en": "away, or not reached", "fr": "en absence, ou impossible"}


async def named(world: World) -> set[str]:
    found = await world.look(lambda work: work.people.concern_contacts())
    return {person.id for person in found}


async def names(world: World, *words: str) -> None:
    """Claire names people, one a line."""
    await world.says("claire", "contacts")
    await world.presses("claire", "name")
    await world.submits("claire", who="\n".join(words))


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_contacts_are_named_seen_and_taken_off_in_the_chat(language: str) -> None:
    world = await with_volunteers(language)
    await world.says("claire", WORD[language])
    assert NONE[language] in world.text("claire")

    await names(world, "Omar Test", "lina@example.org")

    assert KEPT[language] in world.text("claire")
    assert await named(world) == {"omar", "lina"}
    await world.says("denis", "report")
    assert "omar@example.org" in world.text("denis")
    await world.presses("claire", "contacts")
    await world.press_button("claire", taking_off(world, "omar"))
    assert await named(world) == {"lina"}


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_the_last_one_stays(language: str) -> None:
    world = await with_volunteers(language)
    await names(world, "Lina Test", "Omar Test")
    await world.says("claire", "contacts")
    first, second = taking_off(world, "omar"), taking_off(world, "lina")
    await world.press_button("claire", first)

    await world.press_button("claire", second)

    assert world.text("claire").startswith(LAST[language])
    assert await named(world) == {"lina"}
    await world.press_button("claire", first)
    assert await named(world) == {"lina"}, "taking somebody off twice changes nothing"


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize(
    "line", ["leaver lina@example.org", "absent lina@example.org until 2 weeks"]
)
async def test_hr_reads_that_nobody_is_left_without_them(language: str, line: str) -> None:
    world = await with_volunteers(language)
    await names(world, "Lina Test", "Omar Test")
    await world.says("claire", line)
    assert LAST[language] not in world.text("claire")
    await world.look(lambda work: take_off(work, "omar"))

    await world.says("claire", line)

    assert LAST[language] in world.text("claire")


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_an_absence_shows_and_a_break_does_not(language: str) -> None:
    world = await with_volunteers(language)
    await names(world, "Lina Test", "Omar Test")

    def rest(work: Work) -> None:
        part = work.enrolments.latest("omar")
        assert part is not None
        part.state = EnrolmentState.PAUSED

    await world.look(rest)
    await world.says("claire", "absent lina@example.org until 2 weeks")
    assert LAST[language] not in world.text("claire")
    await world.says("claire", "contacts")

    assert AWAY[language] in world.text("claire")
    assert "omar@example.org" in world.text("claire")


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (" ,; ", "Name at least one"),
        ("Zorro", "I know nobody called Zorro"),
        ("Roy", "Several people may be meant by Roy: Eva Roy and Eve Roy"),
        ("x" * (LIST_LIMIT + 1), "1,001"),
        ("\n".join(f"p{n}@example.org" for n in range(MOST + 1)), "10 of them at most"),
    ],
)
async def test_a_list_at_fault_keeps_nothing(words: str, fault: str) -> None:
    world = await with_volunteers("en")
    people = [a_person(f"P{n}") for n in range(MOST + 1)]
    people += [builders.a_person(first.lower(), name=f"{first} Roy") for first in ("Eva", "Eve")]
    await world.add_people(people)

    await names(world, words)

    assert fault in world.last["claire"].faults["who"]
    assert await named(world) == set()


def taking_off(world: World, person: str) -> Button:
    card = world.shown["claire"]
    assert isinstance(card, Card)
    return next(
        button
        for button in card.buttons
        if button.action.endswith("take") and button.value == person
    )


def take_off(work: Work, person_id: str) -> None:
    person = work.get(Person, person_id)
    assert person is not None
    person.is_concern_contact = False
