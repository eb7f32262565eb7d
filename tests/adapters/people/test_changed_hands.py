"""``passerelle import``: an address is nobody's for life, and never makes two people one."""

import pytest

from adapters.people.staff import Word
from adapters.people.store import Changes
from bot.domain.people import Departure
from bot.services.directory import Profile
from tests.adapters.people.office import (
    HEADINGS,
    LEFT_MARC,
    MARC,
    NADIA,
    NUMBERED,
    OMAR,
    REST,
    Office,
    refusal,
)

PAUL = f"marc@x.org,Paul Smith,,2,2026-02-02,{REST}"
NADIA_ALONE = NADIA.replace("marc@x.org", "")
OMAR_ALONE = OMAR.replace("marc@x.org", "")
NEW_PAUL = Word(new=frozenset({"marc@x.org"}))


def asked(changes: Changes) -> list[tuple[str, str]]:
    """What was asked, and about whose row."""
    return [(key, str(values["email"])) for key, values in changes.questions]


@pytest.mark.parametrize("word", [Word(), LEFT_MARC])
async def test_an_address_given_to_somebody_else_is_asked_about(office: Office, word: Word) -> None:
    await office.imports(HEADINGS, MARC, OMAR)
    await office.imports(HEADINGS, OMAR_ALONE, word=word)

    changes = await office.imports(HEADINGS, PAUL, OMAR_ALONE)

    assert asked(changes) == [("import-other-name", "marc@x.org")]
    assert changes.questions[0][1]["holder"] == "Marc Roy"
    assert (await office.staff())["marc"].name == "Marc Roy"


@pytest.mark.parametrize("left", [Word(), LEFT_MARC])
async def test_whoever_got_the_address_is_new_when_told_and_stays_so(
    office: Office, left: Word
) -> None:
    await office.imports(HEADINGS, MARC, NADIA, OMAR)
    before = await office.staff()
    await office.imports(HEADINGS, OMAR_ALONE, word=left)

    changes = await office.imports(HEADINGS, PAUL, NADIA_ALONE, OMAR_ALONE, word=NEW_PAUL)
    again = await office.imports(HEADINGS, PAUL, NADIA_ALONE, OMAR_ALONE, word=NEW_PAUL)

    assert (changes.questions, changes.added) == ([], 1)
    assert (again.questions, again.added, again.changed) == ([], 0, 0)
    after = await office.staff()
    assert (after["marc"].name, after["marc"].active) == ("Paul Smith", True)
    assert after["marc"].id != before["marc"].id
    everybody = await office.look(lambda work: {p.name: p for p in work.people.known()})
    assert everybody["Marc Roy"].id == before["marc"].id
    assert everybody["Marc Roy"].email == ""


async def test_an_account_of_the_next_owner_is_not_that_of_whoever_left(office: Office) -> None:
    await office.imports(HEADINGS, MARC, OMAR)
    await office.links(Profile(address="U1", name="Marc Roy", email="marc@x.org"))
    before = await office.staff()
    await office.imports(HEADINGS, OMAR_ALONE, word=LEFT_MARC)
    await office.links(Profile(address="U9", name="Paul Smith", email="marc@x.org"))

    changes = await office.imports(HEADINGS, PAUL, OMAR_ALONE)
    assert asked(changes) == [("import-changed-hands", "marc@x.org")]
    assert changes.questions[0][1]["former"] == "U9"
    word = Word(same={"marc@x.org": "u9"})
    for _ in range(2):
        await office.imports(HEADINGS, PAUL, OMAR_ALONE, word=word)

    after = await office.staff()
    assert (after["marc"].name, after["marc"].level) == ("Paul Smith", 2)
    accounts = await office.look(lambda work: [*work.accounts.all(after["marc"].id)])
    assert [account.address for account in accounts] == ["U9"]
    former = await office.look(lambda work: work.people.by_id([before["marc"].id]))
    assert former[before["marc"].id].name == "Marc Roy"


async def test_a_person_whose_name_and_first_day_were_put_right_stays_when_told(
    office: Office,
) -> None:
    await office.imports(HEADINGS, MARC, OMAR)
    before = await office.staff()

    word = Word(same={"marc@x.org": "marc@x.org"})
    changes = await office.imports(HEADINGS, PAUL, OMAR_ALONE, word=word)

    after = await office.staff()
    assert (changes.questions, changes.added) == ([], 0)
    assert (after["marc"].id, after["marc"].name) == (before["marc"].id, "Paul Smith")


@pytest.mark.parametrize(
    "row", [MARC.replace("Roy", "Gagnon"), MARC.replace("2009-05-04", "2009-04-05")]
)
async def test_a_marriage_or_another_day_alone_is_no_question(office: Office, row: str) -> None:
    await office.imports(HEADINGS, MARC, NADIA)

    changes = await office.imports(HEADINGS, row, NADIA)

    assert (changes.questions, changes.added, changes.changed) == ([], 0, 1)


@pytest.mark.parametrize("name", ["Paul Smith", "Marc Roy"])
async def test_a_former_address_may_go_to_somebody_else_while_its_owner_stays(
    office: Office, name: str
) -> None:
    moved = MARC.replace("marc@", "marc2@")
    await office.imports(HEADINGS, MARC, OMAR)
    word = Word(same={"marc2@x.org": "marc@x.org"})
    await office.imports(HEADINGS, moved, OMAR_ALONE, word=word)
    before = await office.staff()

    paul = PAUL.replace("Paul Smith", name)
    if name == "Paul Smith":
        changes = await office.imports(HEADINGS, moved, OMAR_ALONE, paul)
        assert asked(changes) == [("import-other-name", "marc@x.org")]
    else:
        assert await refusal(office, moved, OMAR_ALONE, paul) == ["import-twice"]
    changes = await office.imports(HEADINGS, moved, OMAR_ALONE, paul, word=NEW_PAUL)

    after = await office.staff()
    assert (changes.questions, changes.added) == ([], 1)
    assert after["marc2"].id == before["marc2"].id
    assert after["marc"].id not in {person.id for person in before.values()}


SWAPPED = (
    NADIA_ALONE.replace("nadia@", "marc@"),
    MARC.replace("marc@", "nadia@"),
)
SWAP = Word(same={"marc@x.org": "nadia@x.org", "nadia@x.org": "marc@x.org"})


@pytest.mark.parametrize(
    ("old", "new"),
    [("", ""), ("Nadia Ba", "Nadia Roy")],
    ids=["two names", "one family name and one first day"],
)
async def test_two_who_exchange_addresses_are_asked_about_and_stay_who_they_are(
    office: Office, old: str, new: str
) -> None:
    def called(row: str) -> str:
        return row.replace(old, new).replace("2024-02-05", "2009-05-04") if old else row

    rows = [called(row) for row in SWAPPED]
    await office.imports(HEADINGS, MARC, called(NADIA_ALONE))
    before = await office.staff()

    changes = await office.imports(HEADINGS, *rows)
    assert asked(changes) == [
        ("import-changed-hands", "marc@x.org"),
        ("import-changed-hands", "nadia@x.org"),
    ]
    assert [values["former"] for _, values in changes.questions] == ["nadia@x.org", "marc@x.org"]

    changes = await office.imports(HEADINGS, *rows, word=SWAP)
    again = await office.imports(HEADINGS, *rows, word=SWAP)

    after = await office.staff()
    assert (changes.questions, changes.added) == ([], 0)
    assert (again.questions, again.changed) == ([], 0)
    assert after["marc"].id == before["nadia"].id
    assert after["nadia"].id == before["marc"].id
    assert await office.look(lambda work: work.people.aliases()) == []


async def test_an_address_that_moves_on_makes_nobody_one_with_its_next_owner(
    office: Office,
) -> None:
    namesake = NADIA_ALONE.replace("Ba", "Roy").replace("2024-02-05", "2009-05-04")
    await office.imports(HEADINGS, MARC, namesake)
    before = await office.staff()

    rows = MARC.replace("marc@", "nadia@"), namesake.replace("nadia@", "n.roy@")
    word = Word(same={"nadia@x.org": "marc@x.org", "n.roy@x.org": "nadia@x.org"})
    for _ in range(2):
        changes = await office.imports(HEADINGS, *rows, word=word)
        assert (changes.questions, changes.added) == ([], 0)

    after = await office.staff()
    assert after["nadia"].id == before["marc"].id
    assert after["n.roy"].id == before["nadia"].id


async def test_two_people_of_a_file_never_become_one_by_an_old_word(office: Office) -> None:
    await office.imports(HEADINGS, MARC, OMAR_ALONE)
    await office.imports(HEADINGS, PAUL, OMAR_ALONE, word=NEW_PAUL)

    old = Word(same={"omar@x.org": "marc@x.org"})
    assert await refusal(office, OMAR_ALONE, word=old) == ["import-two-people"]


async def test_a_number_outweighs_any_likeness(office: Office) -> None:
    await office.imports(NUMBERED, f"{MARC},17", f"{OMAR},20")

    changes = await office.imports(NUMBERED, f"{PAUL},17", f"{OMAR_ALONE},20")

    assert (changes.questions, changes.added) == ([], 0)
    assert (await office.staff())["marc"].name == "Paul Smith"


async def test_whoever_left_and_stands_in_a_file_again_is_asked_about(office: Office) -> None:
    await office.imports(HEADINGS, MARC, OMAR)
    before = await office.staff()
    await office.imports(HEADINGS, OMAR_ALONE, word=LEFT_MARC)

    changes = await office.imports(HEADINGS, MARC, OMAR)
    assert asked(changes) == [("import-is-back", "marc@x.org")]
    # Another Marc Roy, who has the address of the first.
    await office.imports(HEADINGS, MARC, OMAR, word=NEW_PAUL)

    after = await office.staff()
    assert after["marc"].id != before["marc"].id
    former = await office.look(lambda work: work.people.by_id([before["marc"].id]))
    assert former[before["marc"].id].departure is Departure.HR


async def test_whoever_is_back_under_a_new_address_is_named_by_it(office: Office) -> None:
    await office.imports(HEADINGS, MARC, OMAR)
    before = await office.staff()
    await office.imports(HEADINGS, OMAR_ALONE, word=LEFT_MARC)

    moved = MARC.replace("marc@", "marc2@")
    same = {"marc2@x.org": "marc@x.org"}
    changes = await office.imports(HEADINGS, moved, OMAR_ALONE, word=Word(same=same))
    assert asked(changes) == [("import-is-back", "marc2@x.org")]
    word = Word(same=same, back=frozenset({"marc2@x.org"}))
    await office.imports(HEADINGS, moved, OMAR_ALONE, word=word)

    after = await office.staff()
    assert (after["marc2"].id, after["marc2"].active) == (before["marc"].id, True)


async def test_a_second_record_brings_back_nobody_whom_hr_named_a_leaver(office: Office) -> None:
    await office.imports(HEADINGS, MARC, OMAR)
    await office.imports(HEADINGS, OMAR_ALONE, word=LEFT_MARC)
    await office.links(Profile(address="U1", name="Marc Roy", email="mroy@x.org"))

    word = Word(same={"marc@x.org": "mroy@x.org"})
    changes = await office.imports(HEADINGS, MARC, OMAR, word=word)

    assert asked(changes) == [("import-is-back", "marc@x.org")]
