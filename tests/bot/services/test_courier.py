"""The courier: at an open hour, at most three a local week, and to nobody who cannot be reached."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import calendar
from bot.calendar.people import next_morning, working_time
from bot.domain.delivery import END_STATES, Delivery, DeliveryState, Kind, Lease, Told
from bot.domain.people import Account, Person
from bot.domain.rhythm import MESSAGES_PER_WEEK
from bot.messages.card import note
from bot.ports import Outbox, Work
from bot.services.courier import Courier
from bot.services.places import Places
from storage.database import SqlStore, make_engine
from storage.migrate import migrate_engine
from tests.builders import ORGANISATION, a_person, a_tenant, an_account, an_organisation

VANCOUVER = {"zone": "America/Vancouver", "subdivision": "BC", "office": "Vancouver"}


@pytest.fixture
async def store() -> AsyncIterator[SqlStore]:
    engine = make_engine("sqlite://", durable=False)
    migrate_engine(engine)
    store = SqlStore(engine)
    await store.found(an_organisation())

    def arrange(work: Work) -> None:
        work.add(a_tenant())
        for id_, changes in (("ana", {}), ("vic", VANCOUVER), ("out", {"active": False})):
            work.add(a_person(id_, **changes), an_account(id_))

    await store.transact(ORGANISATION, arrange)
    yield store
    store.close()


async def send(
    store: SqlStore,
    now: datetime,
    *,
    to: str = "ana",
    kind: Kind = Kind.PROMPT,
    key: str = "k",
    **when: Any,
) -> bool:
    """Send one card; tell whether it goes anywhere."""

    def act(work: Work) -> bool:
        person = work.get(Person, to)
        assert person is not None
        return bool(Courier(work, now).send(person, note(key), kind=kind, key=key, **when))

    return await store.transact(ORGANISATION, act)


async def queued(store: SqlStore) -> dict[str, Delivery]:
    found = await store.transact(ORGANISATION, lambda work: work.outbox.newest(100))
    return {delivery.key: delivery for delivery in found}


def montreal(text: str) -> datetime:
    """Return an instant of 2026 from its wall time in Montréal: "09-14 09:30"."""
    local = datetime.strptime(f"2026-{text} -0400", "%Y-%m-%d %H:%M %z")
    return local.astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "arrives"),
    [
        ("09-14 09:30", "09-14 09:30"),  # within the day: at once
        ("09-14 08:29", "09-14 08:30"),  # before it opens
        ("09-14 17:29", "09-14 17:29"),  # the last minute
        ("09-14 17:30", "09-15 08:30"),  # just closed
        ("09-14 23:59", "09-15 08:30"),  # at night
        ("09-18 18:00", "09-21 08:30"),  # Friday evening
        ("09-19 10:00", "09-21 08:30"),  # Saturday
        ("09-06 10:00", "09-08 08:30"),  # the Sunday before Labour Day
        ("06-24 10:00", "06-25 08:30"),  # Saint-Jean-Baptiste, a holiday of Québec only
        ("10-12 10:00", "10-13 08:30"),  # Thanksgiving
    ],
)
async def test_a_card_arrives_in_open_hours(store: SqlStore, now: str, arrives: str) -> None:
    await send(store, montreal(now))

    delivery = (await queued(store))["k"]
    assert delivery.due_at == delivery.visible_at == montreal(arrives)
    assert delivery.due_at < delivery.closes_at <= delivery.due_at + timedelta(hours=9)


async def test_hours_and_holidays_are_the_persons_own(store: SqlStore) -> None:
    await send(store, montreal("09-14 09:30"), to="vic", key="early")
    await send(store, montreal("06-24 13:00"), to="vic", key="no holiday there")
    await send(store, montreal("08-03 13:00"), to="vic", key="British Columbia Day")

    found = await queued(store)
    assert found["early"].due_at == montreal("09-14 11:30")
    assert found["no holiday there"].due_at == montreal("06-24 13:00")
    assert found["British Columbia Day"].due_at == montreal("08-04 11:30")


async def test_what_can_only_come_when_it_is_worthless_goes_nowhere(store: SqlStore) -> None:
    now, opens = montreal("09-14 20:00"), montreal("09-15 08:30")
    assert not await send(store, now, expires_at=opens, key="late")
    assert await send(store, now, expires_at=opens + timedelta(minutes=1), key="in time")

    found = await queued(store)
    assert found.keys() == {"in time"}
    assert found["in time"].expires_at == opens + timedelta(minutes=1)


async def test_not_before_is_kept_and_moved_to_an_open_hour(store: SqlStore) -> None:
    now = montreal("09-14 09:30")
    await send(store, now, key="soon", not_before=montreal("09-16 11:00"))
    await send(store, now, key="night", not_before=montreal("09-16 22:00"))
    await send(store, now, key="past", not_before=montreal("09-01 11:00"))

    found = await queued(store)
    assert [found[key].due_at for key in ("soon", "night", "past")] == [
        montreal("09-16 11:00"),
        montreal("09-17 08:30"),
        now,
    ]


@pytest.mark.parametrize("kind", [Kind.PROMPT, Kind.NOTICE])
async def test_the_fourth_of_a_week_waits_for_monday(store: SqlStore, kind: Kind) -> None:
    for day in range(14, 19):
        await send(store, montreal(f"09-{day} 09:30"), kind=kind, key=str(day))

    found = await queued(store)
    assert [found[str(day)].due_at for day in range(14, 19)] == [
        montreal("09-14 09:30"),
        montreal("09-15 09:30"),
        montreal("09-16 09:30"),
        montreal("09-21 08:30"),
        montreal("09-21 08:30"),
    ]


async def test_a_monday_off_makes_it_tuesday(store: SqlStore) -> None:
    for number in range(4):
        await send(store, montreal("10-09 10:00"), key=str(number))

    assert (await queued(store))["3"].due_at == montreal("10-13 08:30")


async def test_a_week_that_is_full_makes_it_the_one_after(store: SqlStore) -> None:
    for number in range(7):
        await send(store, montreal("09-18 10:00"), key=str(number))

    found = await queued(store)
    weeks = [calendar.local_week(found[str(n)].due_at, "America/Toronto") for n in range(7)]
    assert weeks == ["2026-W38"] * 3 + ["2026-W39"] * 3 + ["2026-W40"]


async def test_a_nudge_that_does_not_fit_is_dropped(store: SqlStore) -> None:
    now = montreal("09-14 10:00")
    sent = [await send(store, now, kind=Kind.NUDGE, key=str(number)) for number in range(5)]

    assert sent == [True, True, True, False, False]
    assert set(await queued(store)) == {"0", "1", "2"}


async def test_an_urgent_card_does_not_wait_for_room_but_for_an_open_hour(store: SqlStore) -> None:
    friday, evening = montreal("09-18 10:00"), montreal("09-18 18:00")
    for number in range(4):
        await send(store, friday, key=str(number))
    await send(store, friday, kind=Kind.URGENT, key="off")
    await send(store, evening, kind=Kind.URGENT, key="late")

    found = await queued(store)
    assert found["off"].due_at == friday
    assert found["late"].due_at == montreal("09-21 08:30")


async def test_what_is_planned_for_later_weeks_leaves_this_week_its_three(store: SqlStore) -> None:
    friday, next_week = montreal("09-18 10:00"), montreal("09-22 10:00")
    for number in range(2):
        await send(store, friday, key=f"planned{number}", not_before=next_week)
    for number in range(4):
        await send(store, friday, key=f"now{number}")

    found = await queued(store)
    assert [found[f"now{n}"].due_at for n in range(3)] == [friday] * 3
    assert found["now3"].due_at == montreal("09-21 08:30")
    assert not await send(store, next_week, kind=Kind.NUDGE, key="no room left")


async def test_whoever_is_not_here_any_more_is_not_written_to(store: SqlStore) -> None:
    assert not await send(store, montreal("09-14 10:00"), to="out")
    assert await queued(store) == {}


async def test_whoever_is_unreachable_is_not_written_to(store: SqlStore) -> None:
    def lose(work: Work) -> None:
        account = work.accounts.of("ana")
        assert account is not None
        account.reachable = False

    await store.transact(ORGANISATION, lose)

    assert not await send(store, montreal("09-14 10:00"))
    assert await queued(store) == {}


async def test_whoever_has_no_account_is_not_written_to(store: SqlStore) -> None:
    await store.transact(ORGANISATION, lambda work: work.add(a_person("lone")))

    assert not await send(store, montreal("09-14 10:00"), to="lone")


async def test_a_second_account_takes_over(store: SqlStore) -> None:
    def move(work: Work) -> None:
        account = work.accounts.of("ana")
        assert account is not None
        account.reachable = False
        work.add(a_tenant(id="second", external_id="T2"))
        work.add(an_account("ana", id="new", tenant_id="second"))

    await store.transact(ORGANISATION, move)
    await send(store, montreal("09-14 10:00"))

    delivery = (await queued(store))["k"]
    assert (delivery.account_id, delivery.tenant_id) == ("new", "second")


async def test_a_key_happens_once(store: SqlStore) -> None:
    for _ in range(2):
        await send(store, montreal("09-14 10:00"))

    assert len(await queued(store)) == 1


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("09-14 09:30", "09-15 08:30"),
        ("09-14 06:00", "09-15 08:30"),
        ("09-18 10:00", "09-21 08:30"),
        ("09-04 10:00", "09-08 08:30"),
    ],
)
def test_the_next_morning_is_a_later_working_day(now: str, morning: str) -> None:
    assert next_morning(montreal(now), a_person("ana")) == montreal(morning)


class Mail:
    """What one person waits for or received, and nothing else of an outbox."""

    def __init__(self) -> None:
        self.arrivals: dict[int, datetime] = {}

    def held(self, _account: Account, since: datetime) -> list[tuple[int | None, datetime]]:
        return [(id_, at) for id_, at in self.arrivals.items() if at >= since]


@given(
    start=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1), timezones=st.just(UTC)),  # noqa: DTZ001  Hypothesis adds the zone
    steps=st.lists(st.tuples(st.integers(0, 60 * 48), st.booleans()), max_size=30),
    zone=st.sampled_from(["America/Toronto", "Pacific/Apia", "Asia/Kathmandu", "America/St_Johns"]),
)
def test_no_week_ever_gets_more_than_three(
    start: datetime, steps: list[tuple[int, bool]], zone: str
) -> None:
    """A place that is given back, by what was withdrawn, is given again, and none besides."""
    person, account, mail = a_person("ana", zone=zone), an_account("ana"), Mail()
    now = start
    for number, (minutes, is_withdrawn) in enumerate(steps):
        now += timedelta(minutes=minutes)
        opens = calendar.next_open(now, working_time(person))
        places = Places(cast("Outbox", mail), person, now)
        at = places.find(account, opens, kind=Kind.PROMPT)
        assert calendar.is_open(at, working_time(person))
        between = [w for w in weeks_of(mail, zone) if week_of(opens, zone) <= w < week_of(at, zone)]
        assert all(between.count(week) == MESSAGES_PER_WEEK for week in between)
        places.give(account, at)
        if not is_withdrawn:
            mail.arrivals[number] = at

    arrivals = weeks_of(mail, zone)
    assert all(arrivals.count(week) <= MESSAGES_PER_WEEK for week in arrivals)
    assert len(account.weeks) <= 2 + len(steps) // MESSAGES_PER_WEEK


def week_of(at: datetime, zone: str) -> str:
    return calendar.local_week(at, zone)


def weeks_of(mail: Mail, zone: str) -> list[str]:
    return [week_of(at, zone) for at in mail.arrivals.values()]


async def test_what_is_withdrawn_gives_its_place_back(store: SqlStore) -> None:
    """Asked and withdrawn three times in one evening, the fourth comes the next morning."""
    evening, morning = montreal("09-14 19:00"), montreal("09-15 08:30")
    for number in range(3):
        await send(store, evening, key=f"rest{number}")
        await withdraw(store, evening, f"rest{number}")
    await send(store, evening, key="rest3")

    assert (await queued(store))["rest3"].due_at == morning


async def test_within_one_unit_of_work_too(store: SqlStore) -> None:
    def act(work: Work) -> None:
        person, now = work.get(Person, "ana"), montreal("09-14 10:00")
        assert person is not None
        for number in range(6):
            Courier(work, now).send(person, note("x"), kind=Kind.NOTICE, key=f"k{number}")
            if number < 3:
                work.outbox.cancel("ana", now, prefix=f"k{number}")

    await store.transact(ORGANISATION, act)

    found = await queued(store)
    assert {delivery.due_at for delivery in found.values()} == {montreal("09-14 10:00")}


async def test_what_one_unit_of_work_queues_counts_before_it_is_stored(store: SqlStore) -> None:
    """Also for whoever had a place given back, so that what they hold has to be looked up."""
    now = montreal("09-14 09:00")
    await send(store, now, key="withdrawn")
    await withdraw(store, now, "withdrawn")

    def act(work: Work) -> None:
        person = work.get(Person, "ana")
        assert person is not None
        for number in range(4):
            key = f"k{number}"
            Courier(work, now).send(person, note(key), kind=Kind.PROMPT, key=key)

    await store.transact(ORGANISATION, act)

    arrives = {key: each.visible_at for key, each in (await queued(store)).items()}
    assert [arrives[f"k{number}"] for number in range(3)] == [now] * 3
    assert arrives["k3"] == montreal("09-21 08:30")


@pytest.mark.parametrize(
    ("state", "is_there"),
    [
        (DeliveryState.SENT, True),
        *((s, False) for s in END_STATES if s is not DeliveryState.SENT),
    ],
)
async def test_only_what_arrived_keeps_its_place(
    store: SqlStore,
    state: DeliveryState,
    is_there: bool,  # noqa: FBT001  the parameters of a table
) -> None:
    now = montreal("09-14 10:00")
    for number in range(3):
        await send(store, now, key=str(number))

    def settle(work: Work) -> None:
        lease = Lease("worker", now + timedelta(minutes=1))
        for _ in range(3):
            for delivery in work.outbox.claim("tenant", now, lease, 1):
                work.outbox.settle(delivery, state, now)

    await store.transact(ORGANISATION, settle)
    await send(store, now, key="fourth")

    next_monday = montreal("09-21 08:30")
    assert (await queued(store))["fourth"].due_at == (next_monday if is_there else now)


async def test_a_key_that_is_there_takes_no_place(store: SqlStore) -> None:
    now = montreal("09-14 10:00")
    for _ in range(4):
        await send(store, now)
    for number in range(2):
        await send(store, now, key=str(number))

    assert {each.due_at for each in (await queued(store)).values()} == {now}


async def test_what_is_daily_is_one_message_of_the_day_it_arrives(store: SqlStore) -> None:
    """Planned for two mornings, both are brought to Monday by a week that is full."""
    wednesday = montreal("09-16 10:00")
    for number in range(3):
        await send(store, wednesday, key=str(number))

    def twice(work: Work) -> list[Told]:
        person = work.get(Person, "ana")
        assert person is not None
        said = partial(Courier(work, wednesday).send, person, note("x"), kind=Kind.NOTICE)
        mornings = (montreal("09-17 08:30"), montreal("09-18 08:30"), montreal("09-22 08:30"))
        return [said(key="over", not_before=at, daily=True) for at in mornings]

    told = await store.transact(ORGANISATION, twice)

    assert told == [Told.NEW, Told.ALREADY, Told.NEW]
    assert {"over:2026-09-21", "over:2026-09-22"} < (await queued(store)).keys()


async def withdraw(store: SqlStore, now: datetime, key: str) -> None:
    await store.transact(ORGANISATION, lambda work: work.outbox.cancel("ana", now, prefix=key))


def test_counts_of_past_weeks_are_forgotten() -> None:
    account: Account = an_account("ana", weeks={"2026-W37": 3, "2026-W38": 2})

    account.count_message("2026-W39", since="2026-W38")

    assert account.weeks == {"2026-W38": 2, "2026-W39": 1}
