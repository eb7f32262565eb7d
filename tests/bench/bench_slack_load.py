"""Load for bench_slack: signed commands one after the other or at a rate, and forged ones.

As a program it is the forger: ``python -m tests.bench.bench_slack_load HOST PORT RATE SECONDS``
sends so many forged commands a second over a few kept-alive connections and prints, as JSON, how
many were sent and how often each status came back.
"""

import asyncio
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from urllib.parse import urlencode

import aiohttp

from tests.adapters.slack.fake.delivery import signed

HOST = "127.0.0.1"
SECRET = "bench-signing-secret"  # noqa: S105  the bench's own
TEAM = "T0BENCH"
CONNECTIONS = 8
TICK = 0.005
FORM = {"Content-Type": "application/x-www-form-urlencoded"}

_numbers = count()


def command(user: str) -> tuple[bytes, dict[str, str]]:
    """Return the body and the headers of a fresh ``/mentor status``, signed just now."""
    number = next(_numbers)
    fields = {
        "token": "legacy",
        "team_id": TEAM,
        "team_domain": "bench",
        "channel_id": "D0BENCH",
        "channel_name": "directmessage",
        "user_id": user,
        "user_name": "somebody",
        "command": "/mentor",
        "text": "status",
        "api_app_id": "A0BENCH",
        "is_enterprise_install": "false",
        "response_url": f"https://hooks.slack.com/commands/{TEAM}/{number}",
        "trigger_id": f"{number}.{time.perf_counter_ns()}.bench",
    }
    body = urlencode(fields).encode()
    return body, {**FORM, **signed(SECRET, datetime.now(UTC), body)}  # noqa: TID251  as Slack does


@dataclass
class Spans:
    """Seconds of answered requests, and how many were not answered with 200."""

    seconds: list[float] = field(default_factory=list)
    wrong: int = 0

    def percentile(self, share: float) -> float:
        """Return the milliseconds within which a share of the requests was answered."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000


async def one(session: aiohttp.ClientSession, url: str, user: str, spans: Spans) -> None:
    """Send one command, and note how long its answer took from the moment it was meant to go."""
    began = time.perf_counter()
    body, headers = command(user)
    async with session.post(f"{url}slack/events", data=body, headers=headers) as response:
        await response.read()
        if response.status != 200:
            spans.wrong += 1
    spans.seconds.append(time.perf_counter() - began)


async def closed(url: str, users: list[str], *, at_once: int) -> Spans:
    """Send one command for each user, so many at once."""
    spans, waiting = Spans(), iter(users)
    connector = aiohttp.TCPConnector(limit=at_once)

    async def act(session: aiohttp.ClientSession) -> None:
        for user in waiting:
            await one(session, url, user, spans)

    async with aiohttp.ClientSession(connector=connector) as session:
        await asyncio.gather(*(act(session) for _ in range(at_once)))
    return spans


async def open_loop(url: str, users: list[str], *, rate: float) -> Spans:
    """Send one command for each user at a rate, whether or not the earlier ones were answered."""
    spans, loop = Spans(), asyncio.get_running_loop()
    connector = aiohttp.TCPConnector(limit=200)
    tasks = []
    async with aiohttp.ClientSession(connector=connector) as session:
        began = loop.time()
        for number, user in enumerate(users):
            await asyncio.sleep(max(0, began + number / rate - loop.time()))
            tasks.append(asyncio.create_task(one(session, url, user, spans)))
        await asyncio.gather(*tasks)
    return spans


async def forge(host: str, port: int, rate: float, seconds: float) -> Counter[str]:
    """Send forged commands at a rate; return how many were sent, and the statuses."""
    body, headers = command("U0")
    headers["X-Slack-Signature"] = "v0=" + "0" * 64
    lines = [f"{name}: {value}" for name, value in headers.items()]
    head = "\r\n".join(
        ["POST /slack/events HTTP/1.1", f"Host: {host}", *lines, f"Content-Length: {len(body)}"]
    )
    request = head.encode() + b"\r\n\r\n" + body
    counts: Counter[str] = Counter()
    await asyncio.gather(
        *(
            _forger(host, port, request, counts, rate=rate / CONNECTIONS, seconds=seconds)
            for _ in range(CONNECTIONS)
        )
    )
    return counts


async def _forger(  # noqa: PLR0913  one connection of several, alike but for nothing
    host: str, port: int, request: bytes, counts: Counter[str], *, rate: float, seconds: float
) -> None:
    """Send over one connection; what comes back is counted by its status line."""
    reader, writer = await asyncio.open_connection(host, port)
    reading = asyncio.create_task(_count(reader, counts))
    loop = asyncio.get_running_loop()
    began, sent = loop.time(), 0
    while (passed := loop.time() - began) < seconds:
        due = int(passed * rate) - sent
        for _ in range(due):
            writer.write(request)
        sent += due
        await writer.drain()
        await asyncio.sleep(TICK)
    counts["sent"] += sent
    await asyncio.sleep(1)
    reading.cancel()
    writer.close()


async def _count(reader: asyncio.StreamReader, counts: Counter[str]) -> None:
    while line := await reader.readline():
        if line.startswith(b"HTTP/1.1 "):
            counts[line.split()[1].decode()] += 1


if __name__ == "__main__":
    found = asyncio.run(
        forge(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4]))
    )
    sys.stdout.write(json.dumps(found))
