"""What the conversation keeps in an entity's row, on both databases: two objects, one row."""

import pytest

from bot.conversation.awaiting import (
    Conversation,
    Questionnaire,
    conversation_with,
    questions_of,
)
from bot.domain.checkin import CheckIn, Met
from bot.domain.people import Account
from bot.ports import Work
from storage.mapping import MAPPED, MAPPERS, PARTS, mappers_of_rows
from storage.work import SqlWork
from tests.builders import a_checkin, a_person, a_programme, an_account
from tests.contract.asking import Ask, lay_out, written


def test_an_entity_and_its_parts_share_out_the_columns_of_their_table() -> None:
    for part, (owner, _) in PARTS.items():
        shares = [set(MAPPERS[kind].names) for kind in (owner, part)]
        assert set.union(*shares) == {column.name for column in MAPPED[owner].columns}
        assert set.intersection(*shares) == set(MAPPERS[owner].key_names)


async def test_a_new_row_awaits_nothing(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        lay_out(work, a_person("éva"), an_account("éva"))
        talk = _talk(work)
        return [talk.flow, talk.step, talk.subject, talk.draft]

    assert await ask(act) == ["", "", "", None]


async def test_a_new_check_in_begins_with_its_first_question(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        a_programme(work)
        work.add(a_checkin())
        asked = work.get(Questionnaire, "check")
        assert asked is not None
        return [asked.step, asked.taps]

    assert await ask(act) == ["met", 0]


async def test_each_is_written_without_the_other(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        lay_out(work, a_person("éva"), an_account("éva"))
        _talk(work).await_answer("profile", "form", "cycle")
        account = work.get(Account, "acc-éva")
        assert account is not None
        account.route = "elsewhere"
        _look_anew(work)
        talk, account = _talk(work), work.get(Account, "acc-éva")
        return [talk.flow, talk.step, talk.subject, account and account.route]

    assert await ask(act) == ["profile", "form", "cycle", "elsewhere"]


async def test_what_both_changed_is_one_statement(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        a_programme(work)
        work.add(a_checkin())
        _look_anew(work)
        checkin, asked = work.get(CheckIn, "check"), work.get(Questionnaire, "check")
        assert checkin is not None
        assert asked is not None
        with written(work) as executed:
            checkin.met = Met.YES
            asked.go_on("rating")
        return [statement.partition(" WHERE")[0].replace("%s", "?") for statement, _ in executed]

    [statement] = await ask(act)
    assert str(statement).startswith("UPDATE checkins SET step=")
    assert all(f" {name}=" in str(statement) for name in ("step", "met", "taps"))


async def test_whoever_reads_the_entity_needs_not_read_its_part(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        assert isinstance(work, SqlWork)
        a_programme(work)
        work.add(a_checkin())
        _look_anew(work)
        work.get(CheckIn, "check")
        return [work.unit.find(Questionnaire, (work.organisation_id, "check")) is not None]

    assert await ask(act) == [True]


async def test_what_did_not_work_out_is_undone_in_a_part_too(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        lay_out(work, a_person("éva"), an_account("éva"))
        talk = _talk(work)
        talk.draft = {"goal": "first"}

        def fail() -> None:
            talk.draft = {"goal": "second"}
            message = "something went wrong"
            raise ValueError(message)

        work.attempt(fail)
        return [talk.draft]

    assert await ask(act) == [{"goal": "first"}]


async def test_it_is_neither_added_nor_removed_by_itself(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(work, a_person("éva"), an_account("éva"))
        talk, new = _talk(work), Conversation(organisation_id=work.organisation_id, id="acc-new")
        refused = []
        for change in (
            lambda: work.remove(talk),
            lambda: work.add(new),
            lambda: work.add_many([new]),
        ):
            with pytest.raises(TypeError) as error:
                change()
            refused.append(str(error.value))
        assert work.accounts.of("éva") is not None
        return refused

    told = "Conversation has no row of its own: it comes and goes with its Account"
    assert await ask(act) == [told] * 3


def test_a_row_is_compared_once_whatever_is_asked_of_it() -> None:
    compared = mappers_of_rows([Account, Conversation, Questionnaire, Conversation])

    assert [mapper.kind for mapper in compared] == [Account, CheckIn]


async def test_what_is_noted_of_a_row_that_is_gone_goes_nowhere(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        a_programme(work)
        checkin, account = a_checkin(id="gone"), an_account("gone")
        questions_of(work, checkin).go_on("rating")
        conversation_with(work, account).await_answer("profile", "form", "")
        return [questions_of(work, checkin).step, conversation_with(work, account).flow]

    assert await ask(act) == ["met", ""]


async def test_it_goes_with_its_row(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        lay_out(work, a_person("éva"), an_account("éva"))
        _talk(work).await_answer("profile", "form", "cycle")
        account = work.get(Account, "acc-éva")
        work.remove(account)
        return [work.get(Conversation, "acc-éva")]

    assert await ask(act) == [None]


def _look_anew(work: Work) -> None:
    """Write everything and forget it, as the next unit of work would find it."""
    assert isinstance(work, SqlWork)
    work.write()
    work.unit.let_go()


def _talk(work: Work) -> Conversation:
    talk = work.get(Conversation, "acc-éva")
    assert talk is not None
    return talk
