"""``passerelle import``: people of a platform without e-mail addresses are found by their names."""

import pytest

from adapters.people.staff import Word
from bot.services.directory import Profile
from tests.adapters.people.office import (
    HEADINGS,
    MARC,
    NADIA,
    OMAR,
    Office,
    refusal,
    takes_part,
)

FILE = (HEADINGS, MARC, NADIA, OMAR)


async def everybody(office: Office) -> dict[str, str]:
    """Return the ids of everybody there is, by name."""
    people = await office.look(lambda work: work.people.all())
    assert len({person.name for person in people}) == len(people)
    return {person.name: person.id for person in people}


@pytest.mark.parametrize("name", ["Nadia Ba", "nadia.ba", "Ba, Nadia", "Nadia", "Nadia Ba (she)"])
async def test_whoever_only_a_platform_knows_is_asked_about_by_name(
    office: Office, name: str
) -> None:
    await office.links(Profile(address="U2", name=name))

    changes = await office.imports(*FILE)

    [(key, values)] = changes.questions
    assert (key, values["email"], values["former"]) == ("import-same-person", "nadia@x.org", "U2")
    assert values["known"] == f"{name} <U2>"


@pytest.mark.parametrize("former", ["u2", "nadia ba", "the id"])
async def test_the_record_of_a_platform_becomes_that_of_the_file(
    office: Office, former: str
) -> None:
    await office.links(Profile(address="U2", name="Nadia Ba"))
    known = await everybody(office)
    if former == "the id":
        former = known["Nadia Ba"].casefold()

    word = Word(same={"nadia@x.org": former})
    changes = await office.imports(*FILE, word=word)
    again = await office.imports(*FILE, word=word)

    assert (changes.questions, changes.added) == ([], 2)
    assert (again.questions, again.changed) == ([], 0)
    assert (await everybody(office))["Nadia Ba"] == known["Nadia Ba"]
    staff = await office.staff()
    assert staff["nadia"].level == 2
    assert staff["marc"].is_above(staff["nadia"])


async def test_two_of_one_name_are_two_when_told(office: Office) -> None:
    await office.links(Profile(address="U2", name="Nadia Ba"))

    changes = await office.imports(*FILE, word=Word(new=frozenset({"nadia@x.org"})))

    assert (changes.questions, changes.added) == ([], 3)
    assert len(await office.look(lambda work: work.people.all())) == 4


@pytest.mark.parametrize("email", ["", "nba@x.org"])
async def test_a_platform_that_comes_after_the_file_makes_nobody_two_people(
    office: Office, email: str
) -> None:
    await office.imports(*FILE)
    await office.links(Profile(address="U2", name="Nadia Ba", email=email))
    [slack] = await office.look(
        lambda work: [person for person in work.people.all() if not person.level]
    )
    await takes_part(office, slack)

    changes = await office.imports(*FILE)
    assert [key for key, _ in changes.questions] == ["import-same-person"]
    assert changes.questions[0][1]["former"] == (email or "U2")

    await office.imports(*FILE, word=Word(same={"nadia@x.org": "u2"}))

    staff = await office.staff()
    assert (len(staff), staff["nadia"].id, staff["nadia"].level) == (3, slack.id, 2)
    assert staff["marc"].is_above(staff["nadia"])
    assert (await office.imports(*FILE)).questions == []


async def test_whoever_has_an_account_there_already_is_no_namesakes_second_record(
    office: Office,
) -> None:
    await office.imports(*FILE)
    await office.links(
        Profile(address="U1", name="Nadia Ba", email="nadia@x.org"),
        Profile(address="U2", name="Nadia Ba"),
    )

    assert (await office.imports(*FILE)).questions == []


async def test_a_name_that_may_be_two_people_names_nobody(office: Office) -> None:
    await office.links(
        Profile(address="U2", name="Nadia Ba"), Profile(address="U3", name="Nadia Ba")
    )

    word = Word(same={"nadia@x.org": "nadia ba"})
    assert await refusal(office, MARC, NADIA, OMAR, word=word) == ["import-unclear"]


async def test_a_leaver_may_be_named_by_name(office: Office) -> None:
    await office.imports(*FILE)

    changes = await office.imports(
        HEADINGS, MARC, NADIA, word=Word(left=frozenset({"omar diallo"}))
    )

    assert changes.left == 1
    assert not (await office.staff())["omar"].active
