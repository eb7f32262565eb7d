"""Measures Slack requests end to end: a signed ``/mentor status`` against a bare Bolt "hello".

    python -m tests.bench.bench_slack [people [seconds]]

``passerelle serve`` runs in a process of its own on a SQLite file with ``people`` (100,000) people,
synchronous=FULL; a bare Bolt app with one handler in another; the load comes from this one, over
loopback, with the fake Slack as the Web API. Reported, all in one run: CPU per request of both and
their ratio; at 200 requests a second for some seconds (20) p50, p99 and the longest; memory of the
server; and p99 of good requests while another process sends 2,000 forged ones a second.
"""

import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from rich.console import Console

from adapters import bootstrap
from adapters.clocks import WallClock
from adapters.sealing import new_key
from bot.domain.people import Account, Organisation, Tenant
from bot.ports import Work
from storage.database import open_store
from storage.migrate import migrate
from tests.adapters.slack.fake.server import FakeSlack, running
from tests.adapters.slack.fake.state import App
from tests.bench.bench_slack_load import HOST, SECRET, TEAM, closed, open_loop
from tests.builders import KEYS, a_person, an_account

PEOPLE, CHUNK = 100_000, 5_000
SECONDS = 20
REQUESTS, AT_ONCE, ROUNDS = 1_000, 16, 3
RATE, FORGED, GOOD_RATE = 200, 2_000, 50
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """A server in a process of its own."""

    url: str
    pid: int

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.url.rstrip("/").rpartition(":")[2])

    def cpu(self) -> float:
        """Return the seconds of CPU it has used, by itself and for it."""
        fields = Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self, what: str) -> float:
        """Return its resident memory in MiB: "VmRSS" now, "VmHWM" at most."""
        status = Path(f"/proc/{self.pid}/status").read_text("ascii")
        found = re.search(rf"{what}:\s+(\d+) kB", status)
        return int(found[1]) / 1024 if found else float("nan")


def fill(url: str, people: int) -> None:
    """Keep so many people of one workspace, each with an account."""
    migrate(url)
    store = open_store(url, KEYS)
    org: dict[str, Any] = {"organisation_id": bootstrap.ORGANISATION}
    tenant = Tenant(**org, id="tenant", platform="slack", external_id=TEAM)

    def account(number: int) -> Account:
        return an_account(f"p{number}", address=f"U{number}", **org)

    def keep(work: Work, numbers: range) -> None:
        work.add_many([a_person(f"p{number}", **org) for number in numbers])
        work.add_many([account(number) for number in numbers])

    async def act() -> None:
        await store.found(Organisation(id=bootstrap.ORGANISATION, name="Bench"))
        await store.transact(bootstrap.ORGANISATION, lambda work: work.add(tenant))
        for start in range(0, people, CHUNK):
            numbers = range(start, min(start + CHUNK, people))
            await store.transact(bootstrap.ORGANISATION, partial(keep, numbers=numbers))

    asyncio.run(act())
    store.close()


@contextmanager
def started(arguments: list[str], environment: dict[str, str], log: Path) -> Iterator[Server]:
    """Run a server that prints its address; ended by its process id."""
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if found := re.search(r"http://\S+", line):
                yield Server(found[0], process.pid)
                return
        raise RuntimeError(log.read_text("utf-8"))
    finally:
        process.terminate()
        process.wait(20)


def say(line: str) -> None:
    """Print one line of the result."""
    Console().print(line, highlight=False, soft_wrap=True)


async def compare(ours: Server, bare: Server, users: list[str]) -> None:
    """CPU per request of both, by turns, so that both see the same machine."""
    used = {ours: 0.0, bare: 0.0}
    for server in (ours, bare):
        await closed(server.url, users[:200], at_once=AT_ONCE)  # warm
    for _ in range(ROUNDS):
        for server in (ours, bare):
            before = server.cpu()
            spans = await closed(server.url, users[:REQUESTS], at_once=AT_ONCE)
            used[server] += server.cpu() - before
            assert not spans.wrong, spans.wrong
    mine, its = (used[server] / (ROUNDS * REQUESTS) * 1e6 for server in (ours, bare))
    say(f"CPU of a signed /mentor status: {mine:,.0f} µs; of a bare Bolt hello: {its:,.0f} µs")
    say(
        f"ratio {mine / its:.1f} ({ROUNDS} rounds of {REQUESTS:,} requests each, {AT_ONCE} at once)"
    )


async def at_a_rate(ours: Server, users: list[str], seconds: int) -> None:
    """Latency at a steady rate."""
    spans = await open_loop(ours.url, users[: RATE * seconds], rate=RATE)
    say(
        f"at {RATE} requests a second for {seconds} s: p50 {spans.percentile(0.5):.1f} ms, "
        f"p99 {spans.percentile(0.99):.1f} ms, longest {max(spans.seconds) * 1000:.0f} ms, "
        f"{spans.wrong} not 200"
    )


async def under_forgery(ours: Server, users: list[str], seconds: int) -> None:
    """Latency of good requests, alone and beside forged ones."""
    count = GOOD_RATE * seconds
    alone = await open_loop(ours.url, users[:count], rate=GOOD_RATE)
    module = [sys.executable, "-m", "tests.bench.bench_slack_load"]
    where = [HOST, str(ours.port), str(FORGED), str(seconds + 1)]
    forger = await asyncio.create_subprocess_exec(*module, *where, stdout=subprocess.PIPE)
    await asyncio.sleep(1)
    beside = await open_loop(ours.url, users[:count], rate=GOOD_RATE)
    output, _ = await forger.communicate()
    counts = json.loads(output)
    sent = counts.pop("sent")
    rate = sent / (seconds + 1)
    say(
        f"{GOOD_RATE} good requests a second: p99 {alone.percentile(0.99):.1f} ms alone, "
        f"{beside.percentile(0.99):.1f} ms beside {rate:,.0f} forged a second "
        f"({sent:,} sent, answered {counts}); {beside.wrong} good ones not 200"
    )


async def measure(folder: Path, people: int, seconds: int, slack: FakeSlack) -> None:
    """Start both servers and measure."""
    slack.state.add_workspace(TEAM, "Bench")
    token = slack.state.install(team_id=TEAM).token
    environment = {
        "PASSERELLE_DATABASE_URL": f"sqlite:///{folder / 'bench.db'}",
        "PASSERELLE_PORT": "0",
        "PASSERELLE_SECRET_KEY": new_key(),
        "PASSERELLE_SLACK_SIGNING_SECRET": SECRET,
        "PASSERELLE_SLACK_BOT_TOKEN": token,
        "PASSERELLE_SLACK_DEVELOPMENT": "true",
        "PASSERELLE_SLACK_API_URL": slack.api_url,
    }
    chance = Random(7)  # noqa: S311  the same people every time
    users = [f"U{chance.randrange(people)}" for _ in range(max(RATE * seconds, REQUESTS))]
    bolt = ["tests.bench.bench_slack_bolt", slack.api_url, token]

    def open_both() -> tuple[Server, Server]:
        return stack.enter_context(ours), stack.enter_context(bare)

    with ExitStack() as stack:
        ours = started(["adapters", "serve"], environment, folder / "serve.log")
        bare = started(bolt, {}, folder / "bolt.log")
        # Both ask the fake who they are before they listen, so its loop has to go on.
        serving, hello = await asyncio.to_thread(open_both)
        say(f"{people:,} people; memory before {serving.memory('VmRSS'):.0f} MiB")
        await compare(serving, hello, users)
        await at_a_rate(serving, users, seconds)
        await under_forgery(serving, users, seconds)
        say(
            f"memory after {serving.memory('VmRSS'):.0f} MiB, at most "
            f"{serving.memory('VmHWM'):.0f} MiB; bare Bolt {hello.memory('VmRSS'):.0f} MiB"
        )


async def run(people: int, seconds: int, folder: Path) -> None:
    """Measure against a fake Slack of this process."""
    app = App(rotates=False, signing_secret=SECRET)
    async with running(WallClock(), app) as slack:
        await measure(folder, people, seconds, slack)


def main(people: int = PEOPLE, seconds: int = SECONDS) -> None:
    """Fill a database, then measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(f"sqlite:///{folder / 'bench.db'}", people)
        asyncio.run(run(people, seconds, folder))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
