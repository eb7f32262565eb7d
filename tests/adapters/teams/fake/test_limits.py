"""The windows of Teams' limits: what fits, and when the next call does."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.adapters.teams.fake.limits import SENDING, TENANT, Limit

START = datetime(2026, 9, 14, 14, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def taken(limit: Limit, *seconds: float) -> Limit:
    for second in seconds:
        limit.take("chat", at(second))
    return limit


@pytest.mark.parametrize(
    ("calls", "now", "wait"),
    [
        ([], 0, 0),
        ([0.0] * 6, 0, 0),
        ([0.0] * 7, 0, 1),
        ([0.0] * 7, 1, 0),
        ([0.0] * 7 + [1.0], 1, 1),
        ([0.0] * 7 + [1.0], 2, 0),
        ([step / 2 for step in range(60)], 29.5, 1),
        ([step / 2 for step in range(60)], 30, 0),
        ([float(second * 2) for second in range(1800)], 3599, 1),
        ([float(second * 2) for second in range(1800)], 3600, 0),
    ],
)
def test_a_conversation_takes_seven_eight_sixty_and_eighteen_hundred(
    calls: list[float], now: float, wait: int
) -> None:
    assert taken(Limit(SENDING), *calls).wait("chat", at(now)) == wait


def test_conversations_are_counted_apart() -> None:
    limit = taken(Limit(SENDING), *[0.0] * 7)

    assert limit.wait("other", at(0)) == 0


def test_a_tenant_takes_fifty_a_second() -> None:
    limit = taken(Limit(TENANT), *(step / 100 for step in range(50)))

    assert limit.wait("chat", at(0.5)) == 1
    assert limit.wait("chat", at(1)) == 0
