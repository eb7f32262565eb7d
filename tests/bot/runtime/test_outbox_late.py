"""The outbox after hours: nothing arrives outside the window it was planned for, or the next."""

from datetime import UTC, datetime, timedelta

import pytest

from bot import calendar
from bot.calendar import WorkingTime
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.rhythm import MESSAGES_PER_WEEK
from bot.errors import RateLimited
from bot.ports import Work
from bot.runtime.outbox import WAVE
from tests.builders import NOW, a_delivery
from tests.post import Post, keys

MONTREAL = WorkingTime("America/Toronto")
FRIDAY = datetime(2026, 9, 18, 21, 0, tzinfo=UTC)
"""17:00 in Montréal, half an hour before its day closes."""


def fill_week(work: Work, week: str) -> None:
    account = work.accounts.of("ana")
    assert account is not None
    account.weeks = {week: MESSAGES_PER_WEEK}


async def late(post: Post, kind: Kind, at: datetime) -> None:
    closes_at = calendar.closes_at(NOW, MONTREAL)
    await post.queue_one(kind=kind, closes_at=closes_at)
    await post.run_at(at)


@pytest.mark.parametrize("kind", [Kind.PROMPT, Kind.NOTICE])
async def test_a_late_prompt_waits_for_the_next_morning(post: Post, kind: Kind) -> None:
    await late(post, kind, NOW + timedelta(hours=9))

    delivery = await post.delivery()
    morning = calendar.next_open(post.clock.now(), MONTREAL)
    assert (delivery.state, delivery.visible_at) == (DeliveryState.PENDING, morning)
    assert delivery.closes_at == calendar.closes_at(morning, MONTREAL)
    assert (delivery.attempts, post.got()) == (0, [])

    await post.run_at(morning)
    assert post.got() == ["k"]


async def test_a_late_nudge_is_dropped(post: Post) -> None:
    await late(post, Kind.NUDGE, NOW + timedelta(hours=9))

    assert (await post.delivery()).state is DeliveryState.DROPPED
    assert post.platform.asked == []


async def test_a_week_of_standstill_does_not_pour_out_at_night(post: Post) -> None:
    await late(post, Kind.PROMPT, datetime(2026, 9, 27, 3, 0, tzinfo=UTC))

    monday = datetime(2026, 9, 28, 12, 30, tzinfo=UTC)
    assert (await post.delivery()).visible_at == monday


async def test_a_back_off_past_closing_time_goes_on_after_the_week_end(post: Post) -> None:
    post.platform.before.append(RateLimited(3600))
    closes_at = calendar.closes_at(FRIDAY, MONTREAL)
    await post.queue_one(due_at=FRIDAY, visible_at=FRIDAY, closes_at=closes_at)

    await post.run_at(FRIDAY)
    await post.run_at(FRIDAY + timedelta(hours=1))
    assert post.got() == []

    monday = datetime(2026, 9, 21, 12, 30, tzinfo=UTC)
    await post.run_at(monday)
    assert post.got() == ["k"]


async def test_many_late_ones_do_not_hide_one_in_time(post: Post) -> None:
    crowd = keys("p", range(WAVE + 5))
    await post.open(*crowd, tenant="large", external="T0")
    late = [a_delivery(f"late-{id_}", id_, tenant_id="large") for id_ in crowd]
    for delivery in late:
        delivery.closes_at = NOW
    await post.queue(*late)
    await post.queue_one("fresh", "ana", visible_at=NOW)

    await post.outbox.run()

    assert post.got() == ["fresh"]
    assert await post.store.next_due() != NOW


async def test_a_week_that_late_ones_fill_up_has_no_room_for_more(post: Post) -> None:
    closes_at = calendar.closes_at(FRIDAY, MONTREAL)
    for number in range(MESSAGES_PER_WEEK + 1):
        planned = FRIDAY - timedelta(minutes=number)
        await post.queue_one(
            f"late{number}", due_at=planned, visible_at=planned, closes_at=closes_at
        )

    for day in range(12):
        await post.run_at(datetime(2026, 9, 19, 14, 0, tzinfo=UTC) + timedelta(days=day))

    weeks = [
        calendar.local_week(message.at, MONTREAL.zone)
        for message in post.platform.messages("T1", "ana")
    ]
    assert weeks == ["2026-W39"] * MESSAGES_PER_WEEK + ["2026-W40"]


async def test_a_late_one_without_room_does_not_hold_up_its_week(post: Post) -> None:
    tuesday = datetime(2026, 9, 22, 14, 0, tzinfo=UTC)
    closes_at = calendar.closes_at(FRIDAY, MONTREAL)
    await post.queue_one("late", due_at=FRIDAY, visible_at=FRIDAY, closes_at=closes_at)
    for key in "abc":
        open_until = calendar.closes_at(tuesday, MONTREAL)
        await post.queue_one(key, due_at=tuesday, visible_at=tuesday, closes_at=open_until)
    await post.do(lambda work: fill_week(work, "2026-W39"))

    for day in range(3, 12):
        await post.run_at(FRIDAY + timedelta(days=day))

    assert post.got() == ["a", "b", "c", "late"]


async def test_an_urgent_one_that_is_late_does_not_wait_for_room(post: Post) -> None:
    closes_at = calendar.closes_at(FRIDAY, MONTREAL)
    urgent = a_delivery("urgent", kind=Kind.URGENT, due_at=FRIDAY, closes_at=closes_at)
    await post.queue(urgent)
    await post.do(lambda work: fill_week(work, "2026-W39"))

    await post.run_at(FRIDAY + timedelta(days=2))
    await post.run_at(datetime(2026, 9, 21, 12, 30, tzinfo=UTC))

    assert post.got() == ["urgent"]


async def test_a_closing_day_that_is_named_late_holds_back_what_was_planned(post: Post) -> None:
    """Two in a room wait until both are at work; a nudge is not worth the wait."""
    await post.do(lambda work: work.offices.close("Montréal", (NOW.date(),)))
    await post.queue_one("prompt")
    await post.queue_one("room", "bob", also_to="acc-ana")
    await post.queue_one("nudge", kind=Kind.NUDGE)

    await post.run_at(NOW)
    assert post.got() == []

    await post.run_at(NOW + timedelta(days=1))
    assert post.got() == ["prompt"]
    assert post.got("bob") == ["room"]


async def test_a_journey_holds_back_what_would_come_at_night(post: Post) -> None:
    def travel(work: Work) -> None:
        for person in work.people.all():
            person.zone = "Asia/Tokyo"

    await post.do(travel)
    await post.queue_one()

    await post.run_at(NOW)
    assert post.got() == []

    await post.run_at(datetime(2026, 9, 14, 23, 30, tzinfo=UTC))
    assert post.got() == ["k"]


async def test_two_in_a_room_whose_hours_no_longer_meet_are_left_alone(post: Post) -> None:
    def travel(work: Work) -> None:
        person = work.people.by_id(["ana"])["ana"]
        person.zone = "Asia/Tokyo"

    await post.do(travel)
    await post.queue_one("room", "bob", also_to="acc-ana")

    await post.run_at(NOW)

    assert (await post.delivery("room")).state is DeliveryState.DROPPED


async def test_what_has_become_worthless_is_not_sent(post: Post) -> None:
    await post.queue_one(kind=Kind.URGENT, expires_at=NOW + timedelta(hours=1))
    await post.run_at(NOW + timedelta(hours=1))

    assert (await post.delivery()).state is DeliveryState.EXPIRED
    assert (post.got(), post.platform.asked) == ([], [])


async def test_what_would_be_worthless_by_the_next_morning_does_not_wait_for_it(post: Post) -> None:
    closes_at = calendar.closes_at(NOW, MONTREAL)
    tomorrow = calendar.next_open(NOW + timedelta(hours=9), MONTREAL)
    await post.queue_one(kind=Kind.URGENT, closes_at=closes_at, expires_at=tomorrow)
    await post.run_at(NOW + timedelta(hours=9))

    assert (await post.delivery()).state is DeliveryState.EXPIRED


async def test_what_is_still_of_use_the_next_morning_waits_for_it(post: Post) -> None:
    closes_at = calendar.closes_at(NOW, MONTREAL)
    tomorrow = calendar.next_open(NOW + timedelta(hours=9), MONTREAL)
    expires_at = tomorrow + timedelta(minutes=1)
    await post.queue_one(kind=Kind.URGENT, closes_at=closes_at, expires_at=expires_at)
    await post.run_at(NOW + timedelta(hours=9))
    await post.run_at(tomorrow)

    assert post.got() == ["k"]
