"""The fake's limits: by method, workspace and channel, with an honest Retry-After."""

from datetime import timedelta

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.clocks import MovableClock
from tests.adapters.slack.fake.conftest import MONDAY, client
from tests.adapters.slack.fake.faults import Fault, Manner
from tests.adapters.slack.fake.rates import POSTS, RATES, Rates
from tests.adapters.slack.fake.server import FakeSlack


async def until_refused(bot: AsyncWebClient, channels: list[str]) -> tuple[int, SlackApiError]:
    """Post to these channels in turn, until Slack wants no more; return how many it took."""
    for count in range(1_000):
        try:
            await bot.chat_postMessage(channel=channels[count % len(channels)], text="Hi")
        except SlackApiError as refused:
            return count, refused
    raise AssertionError("nothing was refused")


async def test_one_channel_takes_a_message_a_second_after_a_small_burst(
    slack: FakeSlack, clock: MovableClock
) -> None:
    bot = client(slack)

    taken, refused = await until_refused(bot, ["U1ANA"])

    assert taken == 4
    assert refused.response.status_code == 429
    assert refused.response["error"] == "ratelimited"
    assert refused.response.headers["Retry-After"] == "1"
    await bot.chat_postMessage(channel="U1BOB", text="Hi")
    clock.advance(timedelta(seconds=1))
    await bot.chat_postMessage(channel="U1ANA", text="Hi")


async def test_a_workspace_has_a_ceiling_and_another_one_its_own(
    slack: FakeSlack, clock: MovableClock
) -> None:
    place = slack.state.workspaces["T1"]
    people = [place.join(f"U1N{n}", f"Number {n}").id for n in range(100)]
    bot, other = client(slack, "T1"), client(slack, "T2")

    taken, refused = await until_refused(bot, people)
    await other.chat_postMessage(channel="U2ANA", text="Hi")

    assert taken == POSTS.burst
    clock.advance(timedelta(seconds=int(refused.response.headers["Retry-After"])))
    await bot.chat_postMessage(channel=people[-1], text="Hi")


@pytest.mark.parametrize(
    ("method", "calls"),
    [("users.list", 20), ("conversations.open", 50), ("users.info", 100), ("chat.update", 50)],
)
def test_a_tier_is_so_many_a_minute_and_comes_back_bit_by_bit(method: str, calls: int) -> None:
    clock = MovableClock(MONDAY)
    rates = Rates(clock)

    waits = [rates.take(method, "T1") for _ in range(calls + 1)]

    assert waits[:-1] == [0] * calls
    assert 0 < waits[-1] <= 60 / calls + 1
    clock.advance(timedelta(seconds=waits[-1]))
    assert rates.take(method, "T1") == 0
    clock.advance(timedelta(minutes=1))
    assert [rates.take(method, "T1") for _ in range(calls)] == [0] * calls
    assert rates.refused == 1


async def test_every_method_of_the_fake_has_a_rate(slack: FakeSlack) -> None:
    from tests.adapters.slack.fake.calls import METHODS  # noqa: PLC0415  filled when the server was built

    assert len(METHODS) >= 18
    assert set(METHODS) <= set(RATES)


@pytest.mark.parametrize("given", ["7", "", "soon", "Wed, 21 Oct 2026 07:28:00 GMT", "999999999"])
async def test_a_limit_can_be_scripted_with_any_retry_after(slack: FakeSlack, given: str) -> None:
    bot = client(slack)
    slack.state.faults.befall("chat.postMessage", Fault(Manner.LIMITED, given), None)

    with pytest.raises(SlackApiError) as refused:
        await bot.chat_postMessage(channel="U1ANA", text="Hi")

    assert refused.value.response.status_code == 429
    assert refused.value.response.headers.get("Retry-After", "") == given
    assert slack.person("T1", "U1ANA").messages == []
    await bot.chat_postMessage(channel="U1ANA", text="Hi")
