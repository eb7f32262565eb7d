"""The playground as a platform: one message per key, a history that survives, scripted faults."""

import json
from datetime import UTC, datetime

import pytest

from adapters.clocks import MovableClock
from adapters.playground.broadcast import Queue
from adapters.playground.send import PlaygroundPlatform
from bot.errors import Gone, RateLimited, Unreachable
from bot.messages.card import Button, Card, Chart, Style, note
from bot.ports import Recipient
from tests.adapters.playground.faulty import Fault, FaultyPlayground

TENANT = "fictive"
ANA = "ana@fictive.example"


@pytest.fixture
def clock():
    return MovableClock(datetime(2026, 11, 23, 15, 0, tzinfo=UTC))


@pytest.fixture
def platform(clock):
    platform = PlaygroundPlatform(clock)
    platform.admit(TENANT, ANA)
    return platform


async def test_sending_twice_with_one_key_shows_one_message(platform):
    first = await platform.send(Recipient(TENANT, ANA), note("Hello"), key="k")
    again = await platform.send(Recipient(TENANT, ANA), note("Hello"), key="k")
    assert first == again
    assert len(platform.messages(TENANT, ANA)) == 1
    assert await platform.find(Recipient(TENANT, ANA), key="k") == first
    assert await platform.find(Recipient(TENANT, ANA), key="other") is None


async def test_whoever_is_unknown_or_left_is_gone(platform):
    with pytest.raises(Gone):
        await platform.send(Recipient(TENANT, "nobody"), note("Hello"), key="k")
    with pytest.raises(Gone):
        await platform.send(Recipient("elsewhere", ANA), note("Hello"), key="k")
    platform.dismiss(TENANT, ANA)
    with pytest.raises(Gone):
        await platform.send(Recipient(TENANT, ANA), note("Hello"), key="k")


async def test_faults_come_in_the_order_they_were_scripted(clock):
    lost = Fault(Unreachable("the line dropped after the message was taken"), taken=True)
    platform = FaultyPlayground(clock, [Fault(RateLimited(2.5)), None, lost])
    platform.admit(TENANT, ANA)
    with pytest.raises(RateLimited) as limited:
        await platform.send(Recipient(TENANT, ANA), note("1"), key="1")
    assert limited.value.retry_after == 2.5
    await platform.send(Recipient(TENANT, ANA), note("1"), key="1")
    with pytest.raises(Unreachable):
        await platform.send(Recipient(TENANT, ANA), note("2"), key="2")
    assert await platform.find(Recipient(TENANT, ANA), key="2") is not None
    await platform.send(Recipient(TENANT, ANA), note("2"), key="2")
    assert [m.key for m in platform.messages(TENANT, ANA)] == ["1", "2"]


async def test_a_replaced_message_stays_where_it_was(platform):
    await platform.send(Recipient(TENANT, ANA), note("Did you meet?"), key="k")
    platform.answer(TENANT, ANA, note("Something else"))
    asked = platform.messages(TENANT, ANA)[0]
    seen = platform.version
    platform.replace(TENANT, ANA, asked, note("Thank you"), "We met")
    first, _ = platform.messages(TENANT, ANA)
    assert (first.id, first.chosen, first.card) == (asked.id, "We met", note("Thank you"))
    assert platform.messages(TENANT, ANA, after=seen) == [first]


async def test_chats_survive_a_restart_and_a_torn_last_line(clock, tmp_path):
    path = tmp_path / "chats.jsonl"
    card = Card(
        title="Figures",
        body=(Chart("Meetings held", ("Week 1", "Week 2"), (3.0, 4.0)),),
        buttons=(Button("Yes", "a.b.yes", "s", "4", Style.PRIMARY),),
    )
    before = PlaygroundPlatform(clock, path=path)
    before.admit(TENANT, ANA)
    await before.send(Recipient(TENANT, ANA), card, key="k")
    asked = before.hear(TENANT, ANA, "/mentor join")
    before.replace(TENANT, ANA, before.messages(TENANT, ANA)[0], card, "Yes")
    before.close()
    with path.open("ab") as file:
        file.write(b'{"tenant": "fict')

    after = PlaygroundPlatform(clock, path=path)
    assert after.messages(TENANT, ANA) == before.messages(TENANT, ANA)
    assert after.version == asked.version + 1
    after.admit(TENANT, ANA)
    await after.send(Recipient(TENANT, ANA), card, key="k")
    after.answer(TENANT, ANA, note("New"))
    after.close()
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["version"] for line in lines] == [1, 2, 3, 4]


async def test_a_listener_hears_every_change_and_is_cut_off_when_too_slow(platform, clock):
    queue: Queue = Queue()
    platform.changes.join(queue)
    platform.answer(TENANT, ANA, note("Hello"))
    change = queue.get_nowait()
    assert change is not None
    assert (change.tenant, change.address) == (TENANT, ANA)
    for _ in range(10_001):
        platform.answer(TENANT, ANA, note("Hello"))
    while (last := queue.get_nowait()) is not None:
        assert last.address == ANA
    platform.answer(TENANT, ANA, note("Hello"))
    assert queue.empty()


async def test_only_the_newest_messages_are_kept_when_memory_is_bounded(clock):
    platform = PlaygroundPlatform(clock, keep=2)
    platform.admit(TENANT, ANA)
    for key in "abc":
        await platform.send(Recipient(TENANT, ANA), note(key), key=key)
    assert [m.key for m in platform.messages(TENANT, ANA)] == ["b", "c"]
