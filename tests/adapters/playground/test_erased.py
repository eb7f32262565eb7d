"""The playground when somebody in it has everything about them erased: it goes on for all."""

import json
from pathlib import Path
from typing import Any

import pytest
from aiohttp import StreamReader, web
from aiohttp.test_utils import TestClient, TestServer

from adapters.clocks import MovableClock
from adapters.playground.send import PlaygroundPlatform
from tests.adapters.playground.real import pages_of
from tests.adapters.playground.stub import MONDAY
from tests.transcripts.coordinated import MENTEES, MENTORS, with_volunteers
from tests.world import TENANT

Json = dict[str, Any]
Client = TestClient[web.Request, web.Application]


async def does(page: Client, path: str, **data: object) -> None:
    answer = await page.post(f"/api/{path}", json=data)
    assert answer.status == 200, await answer.text()


async def chat(page: Client, address: str) -> list[Json]:
    answer = await page.get(f"/api/chats/{address}")
    assert answer.status == 200, await answer.text()
    messages: list[Json] = (await answer.json())["messages"]
    return messages


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_anybody_may_be_erased_and_the_page_lives_on(language: str) -> None:
    world = await with_volunteers(language)
    pages = pages_of(world)
    async with TestClient(TestServer(pages.app, host="127.0.0.1")) as page:
        async with page.get("/api/live") as stream:
            for name in (*MENTORS, *MENTEES):
                await erase(page, name.lower())
            await does(page, "say", address="claire", key="last", text="status")
            told = await told_by(stream.content, "claire")
        state = await (await page.get("/api/state")).json()
        for path in ("outbox", "digests"):
            assert (await page.get(f"/api/{path}")).status == 200, path

    assert {event["address"] for event in told} == {
        "claire",
        *(name.lower() for name in (*MENTORS, *MENTEES)),
    }
    assert [one["address"] for one in state["people"]] == ["claire"]


async def erase(page: Client, address: str) -> None:
    """Somebody asks to be forgotten, is sure, and says hello once more."""
    await does(page, "say", address=address, key=f"{address}-1", text="forget-me")
    asked = (await chat(page, address))[-1]
    yes = next(b for b in asked["card"]["buttons"] if b["action"] == "erasure.sure.yes")
    press = {part: yes[part] for part in ("action", "subject", "value")}
    await does(page, "press", address=address, key=f"{address}-2", message=asked["id"], **press)
    await does(page, "say", address=address, key=f"{address}-3", text="hello")
    assert len(await chat(page, address)) >= 3


async def told_by(content: StreamReader, address: str) -> list[Json]:
    """The messages of the live stream, up to the answer to somebody."""
    told: list[Json] = []
    async for line in content:
        event = json.loads(line.removeprefix(b"data: ")) if line.startswith(b"data: ") else {}
        if "message" in event:
            told.append(event)
            if event["address"] == address and event["message"]["card"]:
                break
    return told


def test_the_clock_is_never_set_back_by_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "chats.jsonl"
    clock = MovableClock(MONDAY)
    platform = PlaygroundPlatform(clock, path=path)
    platform.hear(TENANT, "ana", "hello")
    clock.move_to(MONDAY.replace(day=30))
    platform.keep_clock()
    platform.close()

    again = PlaygroundPlatform(MovableClock(MONDAY), path=path)

    assert again.latest() == MONDAY.replace(day=30)
    assert [message.text for message in again.messages(TENANT, "ana")] == ["hello"]
    again.close()
