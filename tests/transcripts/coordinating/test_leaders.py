"""Transcripts: levels that nobody said, what the cards say of it, and who says them in the end."""

from typing import Any

import pytest

from bot.domain.people import Person, Role
from bot.messages.card import Facts
from bot.messages.form import TextInput
from tests.transcripts.volunteers import CONSENTS, Joining, a_round
from tests.world import a_person


async def unknown_people(language: str = "en", **marc: Any) -> Joining:
    """Open a world of a company without any list: Marc would learn, Nadia would teach."""
    values = {"level": 0, "department": "", "office": "", **marc}
    world = await a_round(language, **values)

    def forget(work: Any) -> None:
        nadia = work.get(Person, "nadia")
        nadia.level, nadia.department, nadia.office = 0, "", ""

    await world.look(forget)
    return world


async def both_join(world: Joining) -> None:
    """Both take part, and do not say whether they lead anybody."""
    for person, role in (("marc", "mentee"), ("nadia", "mentor")):
        await world.says(person, "join")
        await world.presses(person, "yes")
        await world.presses(person, "skip")
        await world.presses(person, role)
        await world.submits(person, **CONSENTS)
        topics = {f"topics-{role}": ["ai-assistants"]}
        await world.submits(person, goal="Draft a letter", **topics)
        await world.submits(person)


async def said(world: Joining) -> dict[str, bool | None]:
    def act(work: Any) -> dict[str, bool | None]:
        return {person.id: person.leads for person in work.people.all()}

    found: dict[str, bool | None] = await world.look(act)
    return found


@pytest.mark.parametrize(
    ("language", "missing", "kept", "doubt"),
    [
        (
            "en",
            "No pair can be made, because levels are missing",
            "Kept\nPeople who lead: 1.",
            "The reporting lines of Nadia Test and Marc Test are unknown",
        ),
        (
            "fr",
            "Aucune paire ne peut être formée, car des niveaux manquent",
            "C’est gardé\nDirigent\u00a0: 1.",
            "Les lignes hiérarchiques de Nadia Test et Marc Test sont inconnues",
        ),
    ],
)
async def test_a_match_without_levels_names_the_remedy_and_it_helps(
    language: str, missing: str, kept: str, doubt: str
) -> None:
    world = await unknown_people(language)
    await both_join(world)

    await world.says("claire", "match")
    assert missing in world.text("claire")
    assert "more people have joined" not in world.text("claire")

    await world.presses("claire", "leaders")
    await world.presses("claire", "name")
    await world.submits("claire", lead="Marc Test", rest="yes")
    assert kept in world.text("claire")
    assert await said(world) == {"claire": None, "marc": True, "nadia": False}

    await world.presses("claire", "match")
    await world.presses("claire", "look")
    card = world.text("claire")
    assert doubt in card
    assert "Marc Test (" in card
    assert "(, )" not in card
    for blank in ("Different departments", "Services différents", "Levels between", "Niveaux d’é"):
        assert blank not in card


async def test_a_line_that_is_known_is_not_doubted() -> None:
    world = await a_round()
    await world.joins("marc", "mentee")
    await world.joins("nadia", "mentor")

    def place(work: Any) -> None:
        work.get(Person, "nadia").manager_id = "claire"
        marc = work.get(Person, "marc")
        marc.chain_left, marc.chain_right = 100, 103  # somebody who is not here reports to him

    await world.look(place)
    await world.says("claire", "match")
    await world.presses("claire", "look")

    assert "unknown" not in world.text("claire")


async def test_only_the_one_whose_line_is_unknown_is_named() -> None:
    world = await a_round()
    await world.joins("marc", "mentee")
    await world.joins("nadia", "mentor")
    await world.look(lambda work: setattr(work.get(Person, "nadia"), "manager_id", "claire"))
    await world.says("claire", "match")
    await world.presses("claire", "look")

    assert "The reporting line of Marc Test is unknown" in world.text("claire")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "If you lead people or a budget, say so in your profile"),
        ("fr", "Si vous dirigez des personnes ou un budget, dites-le dans votre profil"),
    ],
)
async def test_whoever_is_left_without_a_level_is_told_what_helps(language: str, told: str) -> None:
    world = await unknown_people(language)
    await both_join(world)
    await world.add_people(
        [a_person("Ruth", language=language, level=9), a_person("Theo", language=language, level=2)]
    )
    await world.joins("ruth", "mentee")
    await world.joins("theo", "mentor")
    await world.says("claire", "match")
    await world.presses("claire", "unmatched")
    assert world.button("claire", "leaders")

    await world.says("claire", "review")
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")
    await world.pass_time(days=1)

    assert any(told in str(card) for card in world.inbox("marc"))


async def test_why_not_these_two_says_that_a_level_is_unknown() -> None:
    world = await unknown_people()
    await both_join(world)

    await world.says("claire", "why-not Marc Test, Nadia Test")

    assert "nobody said that the mentee is the more senior" in world.text("claire")


async def test_the_numbers_say_what_is_known_of_whom() -> None:
    world = await unknown_people()
    await world.says("claire", "leaders")
    [_, facts] = world.shown["claire"].body  # type: ignore[union-attr]
    assert facts == Facts(
        (
            ("Level known from HR’s list", "1"),
            ("Said to lead", "0"),
            ("Said to lead nobody", "0"),
            ("Nobody said", "2"),
        )
    )


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "Marc Test – VP Sales leads"), ("fr", "Marc Test – VP Sales\u00a0: dirige")],
)
async def test_leaders_are_named_one_by_one_with_what_tells_them_apart(
    language: str, label: str
) -> None:
    world = await unknown_people(language, title="VP Sales")
    await world.says("claire", "cadres")
    await world.presses("claire", "untold")
    await world.presses("claire", label)
    assert (await said(world))["marc"] is True
    assert "Marc" not in world.text("claire")


async def test_when_nobody_is_unknown_any_more_the_numbers_are_shown() -> None:
    world = await unknown_people()
    await world.says("claire", "leaders")
    await world.presses("claire", "untold")
    await world.presses("claire", "marc")
    await world.presses("claire", "nadia")

    assert world.text("claire").startswith("Who leads")
    assert [button.action for button in world.shown["claire"].buttons] == [  # type: ignore[union-attr]
        "leaders.home.name",
        "command",
    ]


async def test_titles_that_sound_like_a_leaders_are_filled_in_to_be_corrected() -> None:
    world = await unknown_people(title="Directrice, Ventes")
    await world.says("claire", "leaders")
    await world.presses("claire", "name")

    field = next(iter(world.form("claire").inputs))
    assert isinstance(field, TextInput)
    assert field.value == "Marc Test"


async def test_namesakes_are_filled_in_so_that_each_is_understood() -> None:
    world = await unknown_people()
    untold = {"level": 0, "title": "Director"}
    namesakes = [a_person("Eve", **untold), a_person("Eva", **untold, department="Data")]
    namesakes.append(a_person("Evi", level=7))
    for namesake in namesakes:
        namesake.name = "Eve Roy"
    await world.add_people(namesakes)
    await world.says("claire", "leaders")
    await world.presses("claire", "name")

    field = next(iter(world.form("claire").inputs))
    assert isinstance(field, TextInput)
    assert len(set(field.value.splitlines())) == 2
    await world.submits("claire", lead=field.value)

    assert {i for i, leads in (await said(world)).items() if leads} == {"eve", "eva"}


@pytest.mark.parametrize(
    ("language", "strangers", "several", "twice", "needed"),
    [
        ("en", "Nobody here is called Zoé Absente", "Several people are called Eve Roy",
         "on both lists", "Name at least one person"),
        ("fr", "Personne ici ne répond au nom de Zoé Absente",
         "Plusieurs personnes répondent au nom de Eve Roy", "sur les deux listes",
         "Nommez au moins une personne"),
    ],
)  # fmt: skip
async def test_a_list_with_one_fault_names_it_and_nothing_is_kept(
    language: str, strangers: str, several: str, twice: str, needed: str
) -> None:
    world = await unknown_people(language)
    namesakes = [a_person("Eve", level=0), a_person("Eva", level=0)]
    for namesake in namesakes:
        namesake.name = "Eve Roy"
    await world.add_people(namesakes)
    await world.says("claire", "leaders")
    await world.presses("claire", "name")

    faults = (await world.submits("claire", lead="Marc Test\nZoé Absente", rest="yes")).faults
    assert strangers in faults["lead"]
    faults = (await world.submits("claire", others="Eve Roy; Marc Test")).faults
    assert several in faults["others"]
    faults = (await world.submits("claire", lead="Marc Test", others="marc@example.org")).faults
    assert twice in faults["others"]
    assert needed in (await world.submits("claire")).faults["lead"]
    too_long = (await world.submits("claire", lead="x" * 3001)).faults["lead"]
    assert "3" in too_long
    assert "x" not in too_long
    assert set((await said(world)).values()) == {None}


async def test_many_unknown_names_are_counted_and_not_all_repeated() -> None:
    world = await unknown_people()
    await world.says("claire", "leaders")
    await world.presses("claire", "name")
    faults = (
        await world.submits("claire", lead=", ".join(f"Nobody {n}" for n in range(15)))
    ).faults

    assert "Nobody 9 (and 5 more)" in faults["lead"]


async def test_what_was_said_before_is_put_right() -> None:
    world = await unknown_people()
    for values in ({"lead": "Marc Test, nadia@example.org"}, {"others": "NADIA TEST"}):
        await world.says("claire", "leaders")
        await world.presses("claire", "name")
        await world.submits("claire", **values)

    assert await said(world) == {"claire": None, "marc": True, "nadia": False}


async def test_it_is_for_coordinators_only() -> None:
    world = await unknown_people()
    await world.says("marc", "leaders")

    assert "for programme coordinators" in world.text("marc")


async def test_what_marc_said_shows_to_nobody_but_coordinators() -> None:
    """Change one person’s word, and what another participant sees does not change."""

    async def what_nadia_sees(*, leads: bool) -> tuple[str, Role | None]:
        world = await unknown_people(leads=leads)
        await world.joins("marc", "mentee")
        await world.says("nadia", "join")
        await world.presses("nadia", "yes")
        await world.presses("nadia", "no")
        await world.joins("nadia", "mentor")
        await world.says("nadia", "status")
        return world.text("nadia"), (await world.kept("nadia")).role

    assert await what_nadia_sees(leads=True) == await what_nadia_sees(leads=False)
