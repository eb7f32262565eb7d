"""The store's contract, on SQLite and on PostgreSQL alike."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.checkin import AskState, CheckIn
from bot.domain.delivery import Lease
from bot.domain.pairing import Pairing, Seat
from bot.domain.people import Account, Person
from bot.domain.programme import Programme
from bot.ports import Work
from storage.database import SqlStore, StoreInUse, open_store
from tests.builders import (
    KEYS,
    NOW,
    ORGANISATION,
    a_checkin,
    a_delivery,
    a_person,
    a_programme,
    a_tenant,
    an_account,
    an_organisation,
)


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[SqlStore]:
    opened = open_store(database_url, KEYS)
    await opened.found(an_organisation())
    await opened.found(an_organisation("other"))
    yield opened
    opened.close()


async def test_what_work_changed_is_there_afterwards(store: SqlStore) -> None:
    await store.transact(ORGANISATION, lambda work: work.add(a_person("ana")))

    found = await store.transact(ORGANISATION, lambda work: work.get(Person, "ana"))

    assert found is not None
    assert found.spoken == ("en",)


async def test_work_that_raises_leaves_nothing(store: SqlStore) -> None:
    def act(work: Work) -> None:
        work.add(a_person("ana"))
        work.outbox.enqueue(a_delivery("k"))
        assert work.first_time("event", NOW)
        raise LookupError("changed my mind")

    with pytest.raises(LookupError, match="changed my mind"):
        await store.transact(ORGANISATION, act)

    assert await store.transact(ORGANISATION, lambda work: work.get(Person, "ana")) is None
    assert await store.transact(ORGANISATION, lambda work: work.outbox.counts()) == {}
    assert await store.transact(ORGANISATION, lambda work: work.first_time("event", NOW))


async def test_work_whose_commit_is_refused_leaves_nothing_and_stops_nobody(
    store: SqlStore,
) -> None:
    with pytest.raises(IntegrityError):  # an account of nobody, which only the commit finds out
        await store.transact(ORGANISATION, lambda work: work.add(an_account("nobody")))

    await store.transact(ORGANISATION, lambda work: work.add(a_person("ana")))

    assert await store.transact(ORGANISATION, lambda work: work.get(Account, "acc-nobody")) is None
    assert await store.transact(ORGANISATION, lambda work: work.get(Person, "ana")) is not None


async def test_an_error_of_the_database_tells_nobodys_name(store: SqlStore) -> None:
    await store.transact(ORGANISATION, lambda work: work.add(a_person("ana")))

    with pytest.raises(IntegrityError) as refused:
        await store.transact(
            ORGANISATION, lambda work: work.add(a_person("ana", name="Zoé Personne"))
        )

    assert "INSERT" in str(refused.value)
    assert "Zoé" not in str(refused.value)


async def test_a_row_is_reached_only_through_its_organisation(store: SqlStore) -> None:
    await store.transact(ORGANISATION, a_programme)

    def look(work: Work) -> list[object]:
        return [
            work.get(Person, "ana"),
            work.people.all(),
            work.people.named("a", 10),
            work.programmes.current_cycle(),
            work.enrolments.latest("ana"),
            work.proposals.of("ana"),
            work.accounts.of("ana"),
            work.agenda.due(Seat, NOW, 10),
            work.outbox.newest(10),
        ]

    assert not any(await store.transact("other", look))


async def test_an_event_is_taken_once(store: SqlStore) -> None:
    answers = [
        await store.transact(ORGANISATION, lambda work: work.first_time("e", NOW)) for _ in "abc"
    ]

    assert answers == [True, False, False]


async def test_concurrent_turns_lose_no_update(store: SqlStore) -> None:
    def arrange(work: Work) -> None:
        work.add(a_tenant(), a_person("ana"), an_account("ana"))

    def count(work: Work) -> None:
        account = work.accounts.at("playground", "T1", "ana")
        assert account is not None
        account.weeks = {"2026-W38": account.weeks.get("2026-W38", 0) + 1}

    await store.transact(ORGANISATION, arrange)
    await asyncio.gather(*(store.transact(ORGANISATION, count) for _ in range(40)))

    account = await store.transact(ORGANISATION, lambda work: work.accounts.of("ana"))
    assert account is not None
    assert account.weeks == {"2026-W38": 40}


async def test_instants_come_back_aware_and_naive_ones_are_refused(store: SqlStore) -> None:
    await store.transact(ORGANISATION, a_programme)
    await store.transact(ORGANISATION, lambda work: work.add(a_checkin()))

    checkin = await store.transact(ORGANISATION, lambda work: work.get(CheckIn, "check"))

    assert checkin is not None
    assert checkin.asked_at == NOW
    assert checkin.asked_at.utcoffset() == timedelta(0)
    naive = a_checkin(id="naive", asked_at=NOW.replace(tzinfo=None), week="2026-W39")
    with pytest.raises(Exception, match="naive instant"):
        await store.transact(ORGANISATION, lambda work: work.add(naive))


async def test_one_checkin_a_week_and_person(store: SqlStore) -> None:
    await store.transact(ORGANISATION, a_programme)
    await store.transact(ORGANISATION, lambda work: work.add(a_checkin()))

    with pytest.raises(Exception, match=r"(?i)unique"):
        await store.transact(ORGANISATION, lambda work: work.add(a_checkin(id="second")))


async def test_erasing_somebody_leaves_a_tombstone_and_the_partner(store: SqlStore) -> None:
    await store.transact(ORGANISATION, a_programme)
    await store.transact(ORGANISATION, lambda work: work.add(a_checkin(note="needle")))
    await store.transact(ORGANISATION, lambda work: work.outbox.enqueue(a_delivery("k")))

    await store.transact(ORGANISATION, lambda work: work.people.erase("ana"))

    def look(work: Work) -> tuple[Person | None, list[object], Pairing | None]:
        mine: list[object] = [work.accounts.of("ana"), work.enrolments.latest("ana")]
        mine += [work.people.consents("ana"), work.get(CheckIn, "check")]
        return work.get(Person, "ana"), mine, work.get(Pairing, "pair")

    tombstone, mine, pairing = await store.transact(ORGANISATION, look)
    assert tombstone is not None
    assert (tombstone.email, tombstone.active) == ("", False)
    assert not any(mine)
    assert pairing is not None
    assert (
        await store.transact(ORGANISATION, lambda work: work.enrolments.latest("bob")) is not None
    )


async def test_active_tenants_of_all_organisations_are_known(store: SqlStore) -> None:
    def arrange(work: Work) -> None:
        work.add(
            a_tenant(),
            a_tenant(id="shut", external_id="T2", active=False),
            a_tenant(organisation_id="other", external_id="T3"),
        )

    await store.transact(ORGANISATION, arrange)

    found = {(tenant.organisation_id, tenant.external_id) for tenant in await store.tenants()}
    assert found == {(ORGANISATION, "T1"), ("other", "T3")}


async def test_the_next_instant_is_that_of_a_subject_or_of_a_delivery(store: SqlStore) -> None:
    assert await store.next_due() is None
    await store.transact(ORGANISATION, a_programme)
    early = NOW - timedelta(minutes=1)
    await store.transact(
        ORGANISATION, lambda work: work.outbox.enqueue(a_delivery("k", visible_at=early))
    )

    assert await store.next_due() == early
    await store.transact(ORGANISATION, lambda work: work.outbox.cancel("ana", NOW))
    assert await store.next_due() == NOW


class TestOutbox:
    """Claiming and settling."""

    @pytest.fixture(autouse=True)
    async def _people(self, store: SqlStore) -> None:
        def arrange(work: Work) -> None:
            work.add(a_tenant())
            for id_ in ("ana", "bob"):
                work.add(a_person(id_), an_account(id_))

        await store.transact(ORGANISATION, arrange)

    async def test_a_key_is_queued_once(self, store: SqlStore) -> None:
        for _ in range(2):
            await store.transact(ORGANISATION, lambda work: work.outbox.enqueue(a_delivery("same")))

        assert await store.transact(ORGANISATION, lambda work: work.outbox.counts()) == {
            "pending": 1
        }

    async def test_only_heads_of_conversations_are_claimed(self, store: SqlStore) -> None:
        def arrange(work: Work) -> None:
            work.outbox.enqueue(a_delivery("a2", due_at=NOW - timedelta(minutes=1)))
            work.outbox.enqueue(a_delivery("a1", due_at=NOW - timedelta(minutes=2)))
            work.outbox.enqueue(a_delivery("b1", "bob"))
            work.outbox.enqueue(a_delivery("later", "bob", due_at=NOW + timedelta(hours=1)))

        await store.transact(ORGANISATION, arrange)

        claimed = await store.transact(ORGANISATION, lambda work: _claim(work, "w1"))

        assert sorted(claimed) == ["a1", "b1"]
        assert await store.transact(ORGANISATION, lambda work: _claim(work, "w2")) == []

    async def test_a_lane_is_made_once_and_remembers(self, store: SqlStore) -> None:
        def use(work: Work) -> float:
            lane = work.outbox.lane("tenant", NOW)
            assert lane is not None
            lane.refill(NOW, 1.0, 5.0)
            lane.tokens -= 2
            return lane.tokens

        assert [await store.transact(ORGANISATION, use) for _ in range(2)] == [3.0, 1.0]


def _claim(work: Work, owner: str) -> list[str]:
    lease = Lease(owner, NOW + timedelta(minutes=1))
    return [delivery.key for delivery in work.outbox.claim("tenant", NOW, lease, 10)]


async def test_answers_survive_closing_and_opening(database_url: str) -> None:
    first = open_store(database_url, KEYS)
    await first.found(an_organisation())
    await first.transact(ORGANISATION, a_programme)
    answered = a_checkin(state=AskState.ANSWERED, rating=4)
    await first.transact(ORGANISATION, lambda work: work.add(answered))
    first.close()

    second = open_store(database_url, KEYS)
    found = await second.transact(ORGANISATION, lambda work: work.get(CheckIn, "check"))
    second.close()

    assert found is not None
    assert (found.state, found.rating) == (AskState.ANSWERED, 4)


def test_a_second_process_on_a_sqlite_file_is_refused(sqlite_template, tmp_path) -> None:
    url = f"sqlite:///{tmp_path / 'one.db'}"
    (tmp_path / "one.db").write_bytes(sqlite_template.read_bytes())
    first = open_store(url, KEYS)
    try:
        with pytest.raises(StoreInUse):
            open_store(url, KEYS)
    finally:
        first.close()


async def test_an_unreachable_account_is_written_to_last(store: SqlStore) -> None:
    def arrange(work: Work) -> None:
        work.add(a_tenant(), a_tenant(id="second", external_id="T2"), a_person("ana"))
        work.add(an_account("ana", id="old", reachable=False))
        work.add(an_account("ana", id="new", tenant_id="second"))

    await store.transact(ORGANISATION, arrange)

    def ask(work: Work) -> Account | None:
        return work.accounts.of("ana")

    account = await store.transact(ORGANISATION, ask)
    assert account is not None
    assert account.id == "new"


async def test_what_is_made_one_at_a_time_is_made_once(store: SqlStore) -> None:
    def make(work: Work) -> None:
        work.one_at_a_time()
        if not work.programmes.all():
            work.add(
                Programme(
                    organisation_id=ORGANISATION,
                    id=work.new_id(),
                    name="Bridges",
                    created_by="ana",
                )
            )

    await asyncio.gather(*(store.transact(ORGANISATION, make) for _ in range(16)))

    assert len(await store.transact(ORGANISATION, lambda work: work.programmes.all())) == 1
