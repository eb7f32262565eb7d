"""Whoever takes a copy of the database reads nobody's answers, notes, goals or cards."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from adapters.sealing import Sealer, new_key
from bot.conversation.awaiting import Conversation
from bot.domain.checkin import CheckIn, Met, Progress
from bot.domain.people import Secret
from bot.domain.programme import Enrolment
from bot.domain.proposal import Answer
from bot.ports import Work
from bot.privacy import columns
from storage import tables as t
from storage.database import SqlStore, open_store
from storage.migrate import downgrade, migrate
from storage.rotation import wrap_some
from storage.sealing import MARK, Keys, LostKey, NoKey, Tampered
from storage.types import Sealed
from tests import postgres
from tests.builders import (
    KEYS,
    ORGANISATION,
    a_checkin,
    a_delivery,
    a_digest,
    a_feedback,
    a_programme,
    an_organisation,
    everything,
)

NEEDLE = "aiguille"
FORMER, NEWEST = new_key(), new_key()
SEALED = [
    column
    for table in t.metadata.tables.values()
    for column in table.columns
    if isinstance(column.type, Sealed)
]


def with_needles(work: Work) -> None:
    """Keep a programme in which whatever somebody can write privately has a needle in it."""
    a_programme(work)
    checkin = a_checkin(met=Met.STUCK, rating=2, progress=Progress.HAND)
    checkin.note, checkin.thanks, checkin.stuck_on = NEEDLE, NEEDLE, NEEDLE
    work.add(checkin, a_feedback("f", answers={"words": NEEDLE}))
    work.add(a_digest("d", cohorts={NEEDLE: ["ana"]}))
    work.pairings.seat("pair", "ana").words = NEEDLE
    for enrolment in work.enrolments.all("cycle"):
        enrolment.goal, enrolment.obstacle = NEEDLE, NEEDLE
        enrolment.topics, enrolment.wishes = {NEEDLE: 2}, (NEEDLE,)
        enrolment.excluded_people = enrolment.excluded_departments = (NEEDLE,)
    [proposal] = work.proposals.of("ana", *["draft"])  # type: ignore[arg-type]
    proposal.mentor_answer = Answer.NO
    conversation = work.get(Conversation, "acc-ana")
    assert conversation is not None
    conversation.draft = {"goal": NEEDLE}
    work.outbox.enqueue(a_delivery("k", payload={"title": NEEDLE}))


async def kept(url: str, keys: Keys = KEYS, act: Any = with_needles) -> SqlStore:
    """Open a store and keep something in it."""
    store = open_store(url, keys)
    await store.found(an_organisation())
    await store.transact(ORGANISATION, act)
    return store


def every_byte(url: str, folder: Path) -> bytes:
    """Return all that a thief of the files would have, the write-ahead log included."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return b"".join(path.read_bytes() for path in sorted(folder.glob("passerelle.db*")))
    programs = postgres.find_programs()
    if programs is None or not (programs / "pg_dump").exists():
        pytest.skip("no pg_dump beside initdb")
    plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
    return subprocess.run([programs / "pg_dump", plain], check=True, capture_output=True).stdout


def raw(url: str) -> Iterator[tuple[str, Any]]:
    """Give every value of a sealed column as the database holds it, with the column's name."""
    engine = sa.create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        for column in SEALED:
            question: Any = sa.select(sa.literal_column(column.name)).select_from(column.table)
            for (value,) in connection.execute(question):
                yield f"{column.table.name}.{column.name}", value
    engine.dispose()


async def test_no_copy_of_the_database_holds_a_needle(database_url: str, tmp_path: Path) -> None:
    store = await kept(database_url)

    stolen = every_byte(database_url, tmp_path)
    store.close()

    assert b"ana@example.org" in stolen, "the scan looks at what is there"
    assert NEEDLE.encode() not in stolen
    assert NEEDLE.encode() not in every_byte(database_url, tmp_path)


async def test_every_sealed_value_is_sealed_and_none_tells_its_length(database_url: str) -> None:
    store = await kept(database_url)
    store.close()

    found = list(raw(database_url))

    assert {name for name, _ in found} == {f"{c.table.name}.{c.name}" for c in SEALED}
    assert [name for name, value in found if value and not value.startswith(MARK)] == []
    answers = {len(value) for name, value in found if name == "proposals.mentor_answer"}
    assert len(answers) == 1


def test_what_the_policy_calls_sealed_is_sealed_and_nothing_else() -> None:
    said = {
        name
        for name, kept in columns.columns().items()
        if any(each.is_sealed and each.item != "keys" for each in kept)
    }

    assert said == {f"{column.table.name}.{column.name}" for column in SEALED}


async def test_what_would_be_written_unsealed_is_refused(database_url: str) -> None:
    def write(work: Work) -> None:
        statement = sa.update(t.checkins).values(note=NEEDLE)
        work.unit.connection.execute(statement)  # type: ignore[attr-defined]

    store = await kept(database_url)
    with pytest.raises(sa.exc.StatementError, match="not sealed"):
        await store.transact(ORGANISATION, write)
    store.close()


async def test_an_erased_person_has_no_key_and_an_older_copy_no_answer(database_url: str) -> None:
    def copy(work: Work) -> Any:
        question: Any = sa.select(sa.literal_column("note")).select_from(t.checkins)
        return work.unit.connection.execute(question).scalar_one()  # type: ignore[attr-defined]

    def restore(work: Work) -> CheckIn:
        work.add(a_checkin(id="restored"))
        put_back = sa.update(t.checkins).values(note=backup)
        work.load(CheckIn, ["restored"])
        work.unit.write()  # type: ignore[attr-defined]
        work.unit.connection.execute(put_back)  # type: ignore[attr-defined]
        work.unit.let_go()  # type: ignore[attr-defined]
        [found] = work.load(CheckIn, ["restored"])
        return found

    store = await kept(database_url)
    backup = await store.transact(ORGANISATION, copy)
    await store.transact(ORGANISATION, lambda work: work.people.erase("ana"))

    owners = await store.transact(ORGANISATION, _owners)
    with pytest.raises(Tampered):  # the key of somebody's new answers opens no former one
        await store.transact(ORGANISATION, restore)
    store.close()

    assert "ana" not in owners
    assert "bob" in owners


async def test_a_value_that_was_moved_to_another_column_is_refused(database_url: str) -> None:
    def move(work: Work) -> None:
        statement = sa.text("UPDATE enrolments SET goal = obstacle")
        work.unit.connection.execute(statement)  # type: ignore[attr-defined]

    store = await kept(database_url)
    await store.transact(ORGANISATION, move)
    with pytest.raises(Tampered):
        await store.transact(ORGANISATION, lambda work: work.enrolments.all("cycle"))
    store.close()


async def test_a_key_that_is_missing_is_one_sentence_and_loses_nothing(database_url: str) -> None:
    store = await kept(database_url, Keys([FORMER]))
    store.close()
    before = list(raw(database_url))

    with pytest.raises(LostKey, match=r"of 3 people .* add that key behind the newest one\."):
        open_store(database_url, Keys([NEWEST]))

    assert list(raw(database_url)) == before
    store = open_store(database_url, Keys([NEWEST, FORMER]))
    assert await store.transact(ORGANISATION, _note) == NEEDLE
    store.close()


async def test_nothing_is_sealed_without_a_key(database_url: str) -> None:
    store = open_store(database_url, Keys())
    await store.found(an_organisation())
    with pytest.raises(NoKey):
        await store.transact(ORGANISATION, with_needles)
    assert await store.transact(ORGANISATION, lambda work: work.people.all()) == []
    store.close()


async def test_a_rotation_that_was_interrupted_goes_on(database_url: str) -> None:
    def with_a_token(work: Work) -> None:
        with_needles(work)
        token = Sealer([FORMER]).seal("xoxb", purpose="p")
        work.add(Secret(organisation_id=ORGANISATION, id="p", sealed=token))

    both = Keys([NEWEST, FORMER])
    store = await kept(database_url, Keys([FORMER]), with_a_token)
    store.close()
    engine = sa.create_engine(database_url, poolclass=NullPool)
    with engine.begin() as connection:
        assert wrap_some(connection, both, most=1) == 1
    engine.dispose()

    store = open_store(database_url, both)
    assert await store.former_keys() == 2
    assert await store.rotate(Sealer([NEWEST, FORMER]).anew) == 2
    assert await store.former_keys() == 0
    store.close()

    store = open_store(database_url, Keys([NEWEST]))
    assert await store.transact(ORGANISATION, _note) == NEEDLE
    secret = await store.transact(ORGANISATION, lambda work: work.get(Secret, "p"))
    store.close()
    assert secret is not None
    assert Sealer([NEWEST]).unseal(secret.sealed, purpose="p") == "xoxb"
    with pytest.raises(LostKey):
        open_store(database_url, Keys([FORMER]))


async def test_a_key_made_in_what_is_undone_seals_nothing(database_url: str) -> None:
    def act(work: Work) -> None:
        a_programme(work)
        assert work.attempt(lambda: _fail(work)) is not None
        work.add(a_checkin(note=NEEDLE))

    def _fail(work: Work) -> None:
        work.add(a_checkin(note="undone"))
        work.unit.write()  # type: ignore[attr-defined]
        raise ValueError

    store = await kept(database_url, act=act)
    store.close()

    store = open_store(database_url, KEYS)
    assert await store.transact(ORGANISATION, _note) == NEEDLE
    store.close()


async def test_answers_are_kept_on_the_way_down_and_up_again(
    database_url: str, tmp_path: Path
) -> None:
    store = await kept(database_url, act=everything)
    before = await store.transact(ORGANISATION, _answers)
    store.close()

    downgrade(database_url, "0014", KEYS)
    with pytest.raises(NoKey):
        migrate(database_url)
    migrate(database_url, keys=KEYS)

    store = open_store(database_url, KEYS)
    assert await store.transact(ORGANISATION, _answers) == before
    store.close()
    assert "Çà et là".encode() not in every_byte(database_url, tmp_path)


def _owners(work: Work) -> set[str]:
    question = sa.select(t.owner_keys.c.owner_id)
    return set(work.unit.connection.execute(question).scalars())  # type: ignore[attr-defined]


def _note(work: Work) -> str:
    [checkin] = work.load(CheckIn, ["check"])
    return checkin.note


def _answers(work: Work) -> list[Any]:
    found = [*work.checkins.all("cycle"), *work.checkins.feedbacks("cycle")]
    parts = [work.get(Enrolment, f"enr-{person}") for person in ("ana", "bob")]
    seats = [work.pairings.seat("pair", person) for person in ("ana", "bob")]
    drafts = [work.get(Conversation, f"acc-{person}") for person in ("ana", "bob")]
    payloads = [delivery.payload for delivery in work.outbox.newest(9)]
    return [[vars(each) for each in (*found, *parts, *seats, *drafts)], payloads]
