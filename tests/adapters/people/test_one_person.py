"""``passerelle import``: one person for life, whatever their address, and who has left."""

import pytest

from adapters.people.staff import Word
from bot.domain.people import Departure
from bot.domain.proposal import ProposalState, RuleKind
from bot.ports import Work
from bot.services.directory import Profile
from tests.adapters.people.office import (
    HEADINGS,
    LEFT_MARC,
    MARC,
    MARC_MOVED,
    NADIA,
    NADIA_MOVED,
    NUMBERED,
    OMAR,
    REST,
    SAME,
    Office,
    refusal,
    takes_part,
)
from tests.builders import ORGANISATION, a_proposal, a_rule


async def test_a_new_address_in_every_row_is_asked_about_before_anything_is_kept(
    office: Office,
) -> None:
    await office.imports(HEADINGS, MARC, NADIA)

    changes = await office.imports(HEADINGS, MARC_MOVED, NADIA_MOVED)

    [(key, values)] = changes.questions
    assert key == "import-same-person"
    assert (values["email"], values["former"]) == ("marc.roy@y.org", "marc@x.org")


async def test_a_rename_that_was_told_leaves_one_person_above_the_same_reports(
    office: Office,
) -> None:
    await office.imports(HEADINGS, MARC, NADIA)
    before = await office.staff()

    changes = await office.imports(HEADINGS, MARC_MOVED, NADIA_MOVED, word=SAME)

    after = await office.staff()
    assert (changes.questions, changes.added, changes.changed) == ([], 0, 1)
    assert after["marc.roy"].id == before["marc"].id
    assert after["marc.roy"].is_above(after["nadia"])
    # The former address still finds him, in a platform and in an older file.
    await office.links(Profile(address="U1", name="Marc", email="marc@x.org"))
    assert len(await office.staff()) == 2
    assert (await office.imports(HEADINGS, MARC, NADIA)).added == 0


async def test_somebody_else_may_look_like_a_colleague_who_is_not_in_the_file(
    office: Office,
) -> None:
    await office.imports(HEADINGS, MARC, NADIA)

    word = Word(new=frozenset({"marc.roy@y.org"}))
    changes = await office.imports(HEADINGS, MARC_MOVED, NADIA_MOVED, word=word)

    assert (changes.questions, changes.added) == ([], 1)
    assert [person.email for person in changes.vanished] == ["marc@x.org"]


async def test_a_number_makes_one_person_of_any_two_rows(office: Office) -> None:
    await office.imports(NUMBERED, f"{MARC},17", f"{NADIA},18")
    before = await office.staff()

    married = NADIA_MOVED.replace("nadia@x.org,Nadia Ba", "n.cote@y.org,Nadia Côté")
    changes = await office.imports(NUMBERED, f"{MARC_MOVED},17", f"{married},18")

    after = await office.staff()
    assert (changes.added, changes.questions) == (0, [])
    assert after["n.cote"].id == before["nadia"].id
    assert after["n.cote"].name == "Nadia Côté"
    assert after["marc.roy"].is_above(after["n.cote"])


async def test_a_number_is_learnt_from_the_first_file_that_has_it(office: Office) -> None:
    await office.imports(HEADINGS, MARC)

    await office.imports(NUMBERED, f"{MARC},17")
    await office.imports(NUMBERED, f"{MARC_MOVED},17")
    await office.imports(HEADINGS, MARC_MOVED)

    [marc] = (await office.staff()).values()
    assert (marc.email, marc.employee_number) == ("marc.roy@y.org", "17")


async def test_an_address_that_changes_hands_makes_nobody_two_people(office: Office) -> None:
    await office.imports(NUMBERED, f"{MARC},17", word=None)
    await office.imports(NUMBERED, f"{OMAR.replace('marc@x.org', '')},20", word=LEFT_MARC)

    newcomer = f"marc@x.org,Marc Le Gall,omar@x.org,3,2026-01-12,{REST},99"
    await office.imports(NUMBERED, newcomer)

    staff = await office.staff()
    assert (staff["marc"].name, staff["marc"].employee_number) == ("Marc Le Gall", "99")
    everybody = await office.look(lambda work: work.people.known())
    assert sorted(person.employee_number for person in everybody) == ["17", "20", "99"]


async def test_two_who_swap_addresses_stay_who_they_are(office: Office) -> None:
    await office.imports(NUMBERED, f"{NADIA.replace('marc@x.org', '')},1", f"{MARC},2")

    await office.imports(
        NUMBERED,
        f"{NADIA.replace('marc@x.org', '').replace('nadia@', 'marc@')},1",
        f"{MARC.replace('marc@', 'nadia@')},2",
    )

    staff = await office.staff()
    assert (staff["marc"].employee_number, staff["nadia"].employee_number) == ("1", "2")
    assert await office.look(lambda work: work.people.aliases()) == []


async def test_a_file_that_names_only_some_people_takes_nobodys_line_manager_away(
    office: Office,
) -> None:
    await office.imports(HEADINGS, MARC, NADIA, OMAR)

    alone = NADIA.replace("nadia@x.org,Nadia Ba,marc@x.org", "nadia@x.org,Nadia Ba,")
    changes = await office.imports(HEADINGS, alone, OMAR)

    staff = await office.staff()
    assert staff["marc"].is_above(staff["nadia"])
    assert staff["marc"].is_above(staff["omar"])
    assert [person.name for person in changes.vanished] == ["Marc Roy"]
    assert staff["marc"].active


async def test_whoever_left_still_stands_between_those_who_stay(office: Office) -> None:
    boss = f"eva@x.org,Éva Noël,,12,2001-01-08,{REST}"
    await office.imports(HEADINGS, boss, MARC.replace("Roy,,", "Roy,eva@x.org,"), NADIA)

    await office.imports(HEADINGS, boss, NADIA, word=LEFT_MARC)

    staff = await office.staff()
    assert not staff["marc"].active
    assert staff["marc"].departure is Departure.HR
    assert staff["eva"].is_above(staff["nadia"])


async def test_only_hr_brings_back_whom_hr_named_a_leaver(office: Office) -> None:
    await office.imports(HEADINGS, MARC, NADIA)
    profile = Profile(address="U1", name="Marc", email="marc@x.org")
    await office.imports(HEADINGS, OMAR, word=LEFT_MARC)

    await office.links(profile)
    changes = await office.imports(HEADINGS, MARC, NADIA)
    assert changes.questions == [("import-is-back", {"name": "Marc Roy", "email": "marc@x.org"})]
    assert not (await office.staff())["marc"].active

    await office.imports(HEADINGS, MARC, NADIA, word=Word(back=frozenset({"marc@x.org"})))
    assert (await office.staff())["marc"].active
    assert len(await office.staff()) == 3


async def test_a_second_mailbox_is_told_and_joins_the_two_records(office: Office) -> None:
    await office.links(Profile(address="U1", name="Marc Roy", email="mroy@x.org"))
    changes = await office.imports(HEADINGS, MARC, NADIA)
    assert [key for key, _ in changes.questions] == ["import-same-person"]

    word = Word(same={"marc@x.org": "mroy@x.org"})
    changes = await office.imports(HEADINGS, MARC, NADIA, word=word)

    staff = await office.staff()
    assert (len(staff), changes.added) == (2, 1)
    assert await office.look(lambda work: len(work.accounts.all(staff["marc"].id))) == 1


async def test_of_two_records_the_one_that_took_part_stays(office: Office) -> None:
    await office.imports(HEADINGS, MARC, NADIA)
    await office.links(Profile(address="U1", name="M. R.", email="mroy@x.org"))
    staff = await office.staff()
    await takes_part(office, staff["mroy"])

    word = Word(same={"marc@x.org": "mroy@x.org"})
    await office.imports(HEADINGS, MARC, NADIA, word=word)

    after = await office.staff()
    assert after["marc"].id == staff["mroy"].id
    assert after["marc"].level == 9
    assert after["marc"].is_above(after["nadia"])
    assert len(after) == 2


async def test_two_records_that_both_took_part_are_refused(office: Office) -> None:
    await office.imports(HEADINGS, MARC, NADIA)
    await office.links(Profile(address="U1", name="M. R.", email="mroy@x.org"))
    for person in (await office.staff()).values():
        await takes_part(office, person)

    word = Word(same={"marc@x.org": "mroy@x.org"})
    assert await refusal(office, MARC, NADIA, word=word) == ["import-both-took-part"]


async def test_what_was_prepared_never_crosses_the_new_line(office: Office) -> None:
    await office.imports(HEADINGS, MARC, NADIA.replace("marc@x.org", ""), OMAR)
    staff = await office.staff()
    nadia, omar, marc = (staff[name].id for name in ("nadia", "omar", "marc"))

    def prepare(work: Work) -> None:
        work.add(
            a_proposal(nadia, marc, id="one", state=ProposalState.DRAFT),
            a_proposal(nadia, omar, id="two", state=ProposalState.DRAFT),
            a_rule(nadia, marc),
            a_rule(omar, nadia, kind=RuleKind.FORBID),
        )

    await office.look(prepare)
    await office.imports(HEADINGS, MARC, NADIA, OMAR)

    drafts = await office.look(lambda work: work.proposals.all("cycle", ProposalState.DRAFT))
    rules = await office.look(lambda work: work.proposals.rules("cycle"))
    assert [draft.id for draft in drafts] == ["two"]
    assert [rule.kind for rule in rules] == [RuleKind.FORBID]


@pytest.mark.parametrize(
    ("word", "faults"),
    [
        (Word(left=frozenset({"zoe@x.org"})), ["import-unknown-address"]),
        (Word(back=frozenset({"zoe@x.org"})), ["import-unknown-address", "import-not-in-file"]),
        (Word(same={"marc@x.org": "zoe@x.org"}), ["import-unknown-address"]),
        (Word(same={"zoe@x.org": "marc@x.org"}), ["import-not-in-file"]),
        (Word(new=frozenset({"zoe@x.org"})), ["import-not-in-file"]),
        (Word(left=frozenset({"marc@x.org"})), ["import-left-in-file"]),
        (Word(left=frozenset({"omar@x.org"})), ["import-left-coordinator"]),
        (Word(same={"marc@x.org": "nadia@x.org"}), ["import-two-people"]),
    ],
)
async def test_a_word_that_cannot_be_is_refused(
    office: Office, word: Word, faults: list[str]
) -> None:
    await office.imports(HEADINGS, MARC, NADIA, OMAR, coordinators={"omar@x.org"})

    assert await refusal(office, MARC, NADIA, word=word) == faults


async def test_a_manager_whom_only_a_platform_told_gives_way_to_the_file(office: Office) -> None:
    """Slack said that Zoé reports to Nadia; HR, that Nadia’s manager Marc reports to Zoé."""
    await office.imports(HEADINGS, MARC, NADIA)
    await office.links(Profile(address="U9", name="Zoé Neuve", email="zoe@x.org"))

    def told(work: Work) -> None:
        people = work.people.at(["zoe@x.org", "nadia@x.org"])
        people["zoe@x.org"].manager_id = people["nadia@x.org"].id

    await office.store.transact(ORGANISATION, told)
    await office.imports(HEADINGS, MARC.replace("Marc Roy,,", "Marc Roy,zoe@x.org,"), NADIA)

    staff = await office.staff()
    assert staff["zoe"].manager_id is None
    assert staff["zoe"].is_above(staff["nadia"])


async def test_a_circle_that_only_those_known_close_is_refused(office: Office) -> None:
    await office.imports(HEADINGS, MARC, NADIA)

    circle = MARC.replace("Marc Roy,,", "Marc Roy,nadia@x.org,")
    assert await refusal(office, circle) == ["import-loop"]
