"""What one unit of work remembers, on both databases: each row is one object, changes are seen."""

from typing import Any, cast, get_args, get_origin, get_type_hints

import pytest

from bot.domain.people import Person
from bot.domain.proposal import Proposal, RuleKind
from bot.ports import Work
from storage.mapping import MAPPERS, TABLES
from storage.types import is_mutable
from storage.work import SqlWork
from tests.builders import (
    ORGANISATION,
    a_person,
    a_proposal,
    a_rule,
    a_tenant,
    an_account,
)
from tests.contract.asking import Ask, ids, lay_out, written


async def test_whoever_finds_a_row_finds_the_same_object_with_its_changes(ask: Ask) -> None:
    def act(work: Work) -> list[bool]:
        lay_out(work, a_person("ana", is_coordinator=True))
        [ana] = work.people.all()
        ana.name = "Zoé"
        found = [work.get(Person, "ana"), *work.people.all(), *work.people.coordinators()]
        return [each is ana and each.name == "Zoé" for each in found]

    assert await ask(act) == [True] * 3


async def test_a_question_sees_what_was_added_and_changed_before_it(ask: Ask) -> None:
    def act(work: Work) -> list[list[str]]:
        ana = a_person("ana")
        work.add(ana)
        before = ids(work.people.all())
        ana.active = False
        return [before, ids(work.people.all())]

    assert await ask(act) == [["ana"], []]


async def test_so_does_a_question_that_reads_more_than_one_table_or_no_whole_row(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        tenant, account = a_tenant(), an_account("ana")
        work.add(tenant, a_person("ana", department="Finance"), account)
        found = work.accounts.at(tenant.platform, tenant.external_id, account.address)
        return [found is account, work.people.departments()]

    assert await ask(act) == [True, ["Finance"]]


async def test_only_what_changed_is_written_and_only_once(ask: Ask) -> None:
    def act(work: Work) -> list[tuple[str, bool]]:
        lay_out(work, a_person("ana"), a_person("bob"), an_account("ana"))
        ana, bob = work.get(Person, "ana"), work.get(Person, "bob")
        assert ana is not None
        assert bob is not None
        with written(work) as executed:
            ana.name, ana.level, bob.name = "Zoé", ana.level, bob.name
        return executed

    [(statement, _)] = await ask(act)
    assert statement.startswith("UPDATE people SET name=")
    assert "level" not in statement


async def test_many_changed_rows_are_written_in_one_statement(ask: Ask) -> None:
    def act(work: Work) -> list[tuple[str, bool]]:
        lay_out(work, *(a_person(f"p{number}") for number in range(3)))
        with written(work) as executed:
            for person in work.people.all():
                person.level += 1
        return executed

    _question, (statement, is_many) = await ask(act)
    assert statement.startswith("UPDATE people SET level=")
    assert is_many


async def test_a_bulk_change_is_seen_in_what_was_read_before_and_does_not_lose_the_rest(
    ask: Ask,
) -> None:
    def act(work: Work) -> list[object]:
        lay_out(work, a_person("ana"), a_proposal("ana", "bob", id="draft", due_at=None))
        draft, ana = work.get(Proposal, "draft"), work.get(Person, "ana")
        assert draft is not None
        assert ana is not None
        dropped = work.proposals.drop_drafts(draft.cycle_id)
        ana.name = "Zoé"  # read before, and still written after
        return [dropped, work.get(Proposal, "draft"), [each.name for each in work.people.all()]]

    assert await ask(act) == [1, None, ["Zoé"]]


async def test_after_a_failed_attempt_entities_are_as_they_were(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        lay_out(work, a_person("ana", level=1))
        ana = work.get(Person, "ana")
        assert ana is not None
        ana.level = 2  # not written yet, and kept

        def fail() -> None:
            ana.level = 3
            work.add(a_person("bob"))
            work.people.all()  # writes both
            raise LookupError

        work.attempt(fail)
        before = ana.level
        ana.level += 5
        return [before, [(each.id, each.level) for each in work.people.all()]]

    assert await ask(act) == [2, [("ana", 7)]]


async def test_a_second_entity_of_one_key_is_refused_by_name(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(work, a_person("ana"))
        work.get(Person, "ana")
        work.add(a_person("bob"))
        refused = []
        for id_ in ("ana", "bob"):
            with pytest.raises(ValueError, match="is known already") as error:
                work.add(a_person(id_))
            refused.append(str(error.value))
        return refused

    assert await ask(act) == [
        f"Person {ORGANISATION}/{id_} is known already" for id_ in ("ana", "bob")
    ]


async def test_what_was_removed_may_be_added_again(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(work, a_rule("ana", "bob"))
        work.remove(*work.proposals.rules("cycle"))
        work.add(a_rule("ana", "bob", kind=RuleKind.FORBID))
        return [rule.kind for rule in work.proposals.rules("cycle")]

    assert await ask(act) == [RuleKind.FORBID]


MUTABLE = [
    (kind, column.name)
    for kind, table in TABLES.items()
    for column in table.columns
    if is_mutable(column.type) and column.name in MAPPERS[kind].names
]
"""Every value that could be changed in place."""


@pytest.mark.parametrize(("kind", "name"), MUTABLE)
def test_the_types_of_such_values_allow_assignment_only(kind: type, name: str) -> None:
    said = get_type_hints(kind)[name]
    kinds = [get_origin(each) or each for each in (said, *get_args(said))]

    assert {dict, list}.isdisjoint(kinds)


async def test_a_change_in_place_is_written_all_the_same(ask: Ask) -> None:
    """The types forbid it; whoever does it nevertheless must not lose it."""

    def act(work: Work) -> list[object]:
        assert isinstance(work, SqlWork)
        lay_out(work, a_person("ana"), a_tenant(), an_account("ana", weeks={"2026-W38": 1}))
        reasons = ({"code": "topics", "points": 3, "values": {"topics": ["a"]}},)
        lay_out(work, a_proposal(id="p", reasons=reasons))
        account, proposal = work.accounts.of("ana"), work.get(Proposal, "p")
        assert account is not None
        assert proposal is not None
        with written(work) as executed:
            cast(dict[str, int], account.weeks)["2026-W39"] = 2
            cast(Any, proposal).reasons[0]["values"]["topics"].append("b")
        work.unit.let_go()
        found, proposed = work.accounts.of("ana"), work.get(Proposal, "p")
        assert found is not None
        assert proposed is not None
        return [len(executed), found.weeks, proposed.reasons[0]["values"]]

    assert await ask(act) == [2, {"2026-W38": 1, "2026-W39": 2}, {"topics": ["a", "b"]}]


async def test_a_change_in_place_of_what_was_written_once_is_written_again(ask: Ask) -> None:
    def act(work: Work) -> object:
        assert isinstance(work, SqlWork)
        lay_out(work, a_person("ana"), a_tenant())
        account = an_account("ana", weeks={})
        work.add(account)
        work.write()
        cast(dict[str, int], account.weeks)["2026-W39"] = 2
        work.write()
        work.unit.let_go()
        found = work.accounts.of("ana")
        return found and found.weeks

    assert await ask(act) == {"2026-W39": 2}


async def test_after_a_failed_attempt_values_changed_in_place_are_as_they_were(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        assert isinstance(work, SqlWork)
        lay_out(work, a_person("ana"), a_tenant(), an_account("ana", weeks={"2026-W38": 1}))
        account = work.accounts.of("ana")
        assert account is not None

        def fail() -> None:
            cast(dict[str, int], account.weeks)["2026-W39"] = 2
            work.accounts.all("ana")  # writes it
            cast(dict[str, int], account.weeks).clear()
            raise LookupError

        work.attempt(fail)
        before = dict(account.weeks)
        account.weeks = {**account.weeks, "2026-W40": 3}
        work.write()
        work.unit.let_go()
        found = work.accounts.of("ana")
        assert found is not None
        return [before, found.weeks]

    assert await ask(act) == [{"2026-W38": 1}, {"2026-W38": 1, "2026-W40": 3}]


async def test_whoever_is_written_to_is_asked_for_again_after_a_failed_attempt(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(work, a_person("ana"), a_tenant(), an_account("ana", id="old", reachable=False))

        def fail() -> None:
            work.add(an_account("ana", id="new", address="elsewhere"))
            assert ids([work.accounts.of("ana")]) == ["new"]
            raise LookupError

        work.attempt(fail)
        return ids([work.accounts.of("ana")])

    assert await ask(act) == ["old"]
