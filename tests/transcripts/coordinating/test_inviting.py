"""Transcripts: Claire chooses whom to invite, sees who that is, and writes the first line."""

import pytest

from bot.domain.people import Account
from bot.messages.form import Choice, Form, TextInput
from bot.messages.plain import plain
from bot.ports import Work
from tests import builders
from tests.transcripts.coordinated import a_programme, enrolment, settings
from tests.world import World, a_person

WORDS = {
    "en": {
        "part": "Departments, offices, levels",
        "named": "People by name or address",
        "again": "Send again to the one not reached",
        "whom": "Whom\u00a0: Sales",
        "mentor": "Suggested as mentor\u00a0: 5",
        "mentee": "Suggested as mentee\u00a0: 3",
        "unknown": "I do not know these 2: nobody@example.org and Zoé Perdue.",
        "kept": "Nobody of the list was taken",
        "line": "Our pilot begins with you.",
        "ours": "Reverse mentoring pairs",
    },
    "fr": {
        "part": "Services, bureaux, niveaux",
        "named": "Des personnes, par nom ou adresse",
        "again": "Réessayer pour la personne non jointe",
        "whom": "Qui\u00a0: Sales",
        "mentor": "Rôle suggéré (mentorat)\u00a0: 5",
        "mentee": "Rôle suggéré (apprentissage)\u00a0: 3",
        "unknown": "Je ne connais pas ces 2 entrées\u00a0: nobody@example.org et Zoé Perdue.",
        "kept": "Personne de la liste n’a été retenu",
        "line": "Notre pilote commence avec vous.",
        "ours": "Le mentorat inversé réunit",
    },
}
LANGUAGES = pytest.mark.parametrize("language", WORDS)


async def choosing(language: str, label: str) -> World:
    """Claire is asked whom she invites, and presses a button."""
    world = await a_programme(language)
    await world.says("claire", "invite")
    await world.presses("claire", "choose")
    await world.presses("claire", label)
    return world


async def sends(world: World) -> list[str]:
    """Claire says yes twice; return who gets it."""
    await world.presses("claire", "go")
    await world.presses("claire", "yes")
    return [person for person, _ in await world.run_due()]


@LANGUAGES
async def test_a_department_alone_is_invited(language: str) -> None:
    said = WORDS[language]
    world = await choosing(language, said["part"])
    await world.submits("claire", departments=["Sales"])
    assert said["whom"] in world.text("claire")
    assert await sends(world) == ["marc", "sophie", "denis"]


async def test_levels_and_an_office_narrow_it_down() -> None:
    world = await choosing("en", "part")
    await world.submits("claire", lowest="3", highest="5", offices=["Montréal"])
    assert "Montréal; levels 3 to 5" in world.text("claire")
    assert await sends(world) == ["claire"]


@pytest.mark.parametrize(
    ("filled", "field", "words"),
    [
        ({}, "departments", "fill in one of the four"),
        ({"lowest": "x"}, "lowest", "whole number from 1 to 999"),
        ({"lowest": "5", "highest": "2"}, "highest", "below 5"),
        ({"departments": ["Sails"]}, "departments", "I do not know Sails"),
    ],
)
async def test_what_fits_nobody_is_said_next_to_its_field(filled, field, words) -> None:
    world = await choosing("en", "part")
    reply = await world.submits("claire", **filled)
    assert list(reply.faults) == [field]
    assert words in reply.faults[field]


@LANGUAGES
async def test_the_numbers_are_by_suggested_role_and_the_names_by_the_page(language: str) -> None:
    world = await a_programme(language)
    await world.add_people(a_person(f"Extra{n:02}", language=language, level=5) for n in range(18))
    await world.says("claire", "invite")
    assert WORDS[language]["ours"] in world.text("claire")
    assert all(WORDS[each]["ours"] in world.text("claire") for each in WORDS)
    await world.presses("claire", "names")
    assert "(claire@example.org), HR, Montréal" in world.text("claire")
    assert "Théo" not in world.text("claire")
    await world.presses("claire", "following")
    assert "Théo Test (théo@example.org), Data, Montréal – mentor" in world.text("claire")
    await world.presses("claire", "invite")
    await world.presses("claire", "go")


@LANGUAGES
async def test_roles_are_suggested_as_at_joining(language: str) -> None:
    world = await a_programme(language)
    await world.says("claire", "invite")
    said = WORDS[language]
    assert said["mentor"] in world.text("claire")
    assert said["mentee"] in world.text("claire")


@LANGUAGES
async def test_a_pilot_invites_named_people_only(language: str) -> None:
    world = await choosing(language, WORDS[language]["named"])
    table = "name,email\nNadia Test,NADIA@example.org\nTest; Marc <marc@example.org>\nSophie Test\n"
    await world.submits("claire", people=table)
    assert await sends(world) == ["nadia", "marc", "sophie"]


@LANGUAGES
async def test_who_is_not_known_is_named_and_nobody_is_taken(language: str) -> None:
    world = await choosing(language, WORDS[language]["named"])
    pasted = "nadia@example.org\nnobody@example.org\nZoé Perdue"
    reply = await world.submits("claire", people=pasted)
    assert WORDS[language]["unknown"] in reply.faults["people"]
    assert WORDS[language]["kept"] in reply.faults["people"]
    await world.says("claire", "invite")
    assert "8" in world.text("claire").splitlines()[1]


async def test_a_name_beside_an_address_is_not_lost() -> None:
    world = await choosing("en", "named")
    reply = await world.submits("claire", people="nadia@example.org; zorro, Nadia Test, Data")
    assert "zorro" in reply.faults["people"]
    assert "Nadia Test" not in reply.faults["people"]
    assert "Data" not in reply.faults["people"]
    await world.submits("claire", people="nadia@example.org; Marc Test")
    assert await sends(world) == ["nadia", "marc"]


async def test_a_name_of_two_people_asks_for_the_address() -> None:
    world = await choosing("en", "named")
    await world.add_people([builders.a_person("n2", name="Nadia Test")])
    reply = await world.submits("claire", people="Nadia Test")
    assert "Several people may be meant by Nadia Test" in reply.faults["people"]


async def test_a_list_that_is_too_long_or_empty_is_refused() -> None:
    world = await choosing("en", "named")
    for people, words in (("x" * 3001, "3,001 characters"), (" \n", "I need an answer")):
        reply = await world.submits("claire", people=people)
        assert words in reply.faults["people"]
    reply = await world.submits("claire", people="\n".join(f"p{n}@example.org" for n in range(14)))
    assert "4 more are not shown" in reply.faults["people"]


async def test_whoever_was_asked_is_left_out_of_a_list_and_said_so() -> None:
    world = await choosing("en", "named")
    await world.submits("claire", people="nadia@example.org")
    await sends(world)
    await world.says("claire", "invite")
    await world.presses("claire", "choose")
    await world.presses("claire", "named")
    await world.submits("claire", people="nadia@example.org, omar@example.org")
    assert "Named, and left out: asked already\u00a0: 1" in world.text("claire")
    assert await sends(world) == ["omar"]


@LANGUAGES
async def test_the_first_line_is_claires_and_a_blank_keeps_ours(language: str) -> None:
    world = await a_programme(language)
    await world.says("claire", "invite")
    await world.presses("claire", "lines")
    line = WORDS[language]["line"]
    await world.submits("claire", **{language: line.rstrip(".")})
    other = next(each for each in WORDS if each != language)
    assert line in world.text("claire")
    assert WORDS[other]["ours"] in world.text("claire")
    await world.presses("claire", "go")
    await world.presses("claire", "yes")
    arrived = await world.run_due()
    assert len(arrived) == 8
    assert all(line in plain(card) for _, card in arrived)
    assert not any(WORDS[language]["ours"] in plain(card) for _, card in arrived)
    await world.says("nadia", "join")
    assert line in world.text("nadia")


async def test_a_first_line_has_a_bound() -> None:
    world = await a_programme()
    await world.says("claire", "invite")
    await world.presses("claire", "lines")
    reply = await world.submits("claire", fr="x" * 301)
    assert "301 characters; 300 fit" in reply.faults["fr"]


@LANGUAGES
async def test_whoever_was_not_reached_is_asked_again_in_one_tap(language: str) -> None:
    world = await a_programme(language)
    await can_be_reached(world, "omar", reachable=False)
    await world.says("claire", "invite")
    assert len(await sends(world)) == 7
    await can_be_reached(world, "omar", reachable=True)
    await world.says("claire", "invite")
    await world.presses("claire", "choose")
    await world.presses("claire", WORDS[language]["again"])
    assert await sends(world) == ["omar"]
    await world.says("claire", "invite")
    assert "personne ne la reçoit" in world.text("claire") or "asked twice" in world.text("claire")


async def test_the_next_round_begins_with_those_of_the_last() -> None:
    world = await choosing("en", "part")
    await world.submits("claire", departments=["Sales"])
    await sends(world)
    await world.says("claire", "invite")
    assert "everybody who has not been asked" in world.text("claire")
    await world.says("claire", "programme")
    await world.presses("claire", "close")
    await world.presses("claire", "yes")
    await world.says("claire", "programme")
    await world.presses("claire", "cycle")
    await world.submits("claire", answer_by=settings(answer_by="2026-11-02")["answer_by"])
    await world.says("claire", "invite")
    assert "Whom\u00a0: Sales" in world.text("claire")
    assert await sends(world) == ["marc", "sophie", "denis"]


async def test_another_coordinator_has_an_invitation_of_their_own() -> None:
    world = await choosing("en", "part")
    await world.add_people([a_person("Dora", is_coordinator=True)])
    await world.submits("claire", departments=["Sales"])
    await world.press_button("dora", world.button("claire", "go"))
    assert "not yours" in world.text("dora") or "somebody else" in world.text("dora")
    await world.says("dora", "invite")
    assert "everybody who has not been asked" in world.text("dora")


async def test_more_departments_than_a_list_holds_are_written() -> None:
    world = await a_programme()
    extra = (a_person(f"P{n}", department=f"Team {n}") for n in range(101))
    await world.add_people(extra)
    await world.says("claire", "invite")
    await world.presses("claire", "choose")
    await world.presses("claire", "part")
    form = world.shown["claire"]
    assert isinstance(form, Form)
    kinds = {each.name: type(each) for each in form.inputs}
    assert (kinds["departments"], kinds["offices"]) == (TextInput, Choice)
    await world.submits("claire", departments="team 7,\nTEAM 8")
    assert "Whom\u00a0: Team 7 and Team 8" in world.text("claire")
    assert await sends(world) == ["p7", "p8"]


async def test_what_is_chosen_waits_until_it_is_sent() -> None:
    world = await choosing("en", "part")
    await world.submits("claire", departments=["Data"])
    await world.presses("claire", "no")
    await world.says("claire", "invite")
    assert "Whom\u00a0: Data" in world.text("claire")
    await world.presses("claire", "choose")
    await world.presses("claire", "back")
    await world.presses("claire", "choose")
    await world.presses("claire", "everybody")
    assert "8 colleagues" in world.text("claire")
    assert (await world.look(lambda work: work.enrolments.latest("nadia"))) is None


async def can_be_reached(world: World, person: str, *, reachable: bool) -> None:
    def act(work: Work) -> None:
        account = work.get(Account, f"acc-{person}")
        assert account is not None
        account.reachable = reachable

    await world.look(act)


async def test_an_invited_person_knows_whose_invitation_it_was() -> None:
    world = await a_programme()
    await world.says("claire", "invite")
    await sends(world)
    [invitation] = await world.look(lambda work: work.invitations.sent())
    assert (await enrolment(world, "nadia")).invitation_id == invitation.id
