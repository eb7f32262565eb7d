"""The wake-up: each work by itself, never twice at once, sooner where it asks for it."""

import asyncio
import logging
from datetime import timedelta

import pytest

from adapters.serving.timers import Timers, Work

AT_ONCE = timedelta()


class Calls:
    """A work that asks to be called again at once, and whose calls are counted and held up."""

    def __init__(self) -> None:
        self.begun = 0
        self.ended = 0
        self.most_at_once = 0
        self.may_end = asyncio.Event()
        self.enough = asyncio.Event()
        self.may_end.set()

    async def work(self) -> timedelta | None:
        self.begun += 1
        self.most_at_once = max(self.most_at_once, self.begun - self.ended)
        if self.begun >= 3:
            self.enough.set()
        await self.may_end.wait()
        self.ended += 1
        return AT_ONCE


async def test_a_work_that_asks_for_it_is_called_again_at_once() -> None:
    calls = Calls()
    timers = Timers([calls.work])

    timers.start()
    await calls.enough.wait()
    await timers.stop()

    assert calls.most_at_once == 1


async def test_a_long_call_holds_up_no_other_work_and_is_never_doubled(caplog) -> None:
    long, short, apart = Calls(), Calls(), Calls()
    long.may_end.clear()
    timers = Timers([long.work, short.work], apart=apart.work)

    with caplog.at_level(logging.WARNING, "apscheduler"):
        timers.start()
        await short.enough.wait()
        await apart.enough.wait()

    assert (long.begun, long.ended) == (1, 0)
    assert not caplog.records
    long.may_end.set()
    await timers.stop()


async def test_the_end_waits_for_the_calls_under_way_but_for_what_runs_apart() -> None:
    work, apart = Calls(), Calls()
    for calls in (work, apart):
        calls.may_end.clear()
    timers = Timers([work.work], apart=apart.work)
    timers.start()
    await until_begun(work, apart)

    stopping = asyncio.create_task(timers.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    work.may_end.set()
    await stopping

    assert (work.begun, work.ended) == (1, 1)
    assert (apart.begun, apart.ended) == (1, 0)


async def until_begun(*all_calls: Calls) -> None:
    while not all(calls.begun for calls in all_calls):  # noqa: ASYNC110  a few rounds of the loop
        await asyncio.sleep(0)


@pytest.mark.parametrize("kind", ["works", "daily", "apart"])
async def test_a_failure_ends_nothing_and_its_words_are_not_logged(kind: str, capsys) -> None:
    failed, calls = asyncio.Event(), Calls()

    async def fail() -> None:
        failed.set()
        raise ValueError("Ana wrote this")

    works: list[Work] = [calls.work]
    timers = {
        "works": lambda: Timers([fail, *works]),
        "daily": lambda: Timers(works, daily=fail),
        "apart": lambda: Timers(works, apart=fail),
    }[kind]()
    timers.start()
    await failed.wait()
    await calls.enough.wait()
    await timers.stop()

    said = "".join(capsys.readouterr())
    assert ".failed" in said
    assert "ValueError" in said
    assert "Ana" not in said
