"""Measures the Teams adapter: answers beside those of echoes, and sending to a slow platform.

    python -m tests.bench.bench_teams [people]

Inbound: ``people`` (default 400) tap three times each through ten connections: a signed
Action.Execute, a durable commit, the next card in the answer. By turns with it, the stock adapter
of botbuilder, a lean one, and the lean one behind our token check echo as many messages (teams_bots
says what each is); their replies are a call to a stub in a process of its own. Then taps come at
150 a second, whatever the answers take. Outbound: 400 deliveries to a platform that takes 200 ms
for each; a ticker beside them tells how long the loop stood still. Servers are processes of their
own on loopback, ended by their process id.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
from rich.console import Console

from adapters.clocks import WallClock
from adapters.sealing import Sealer, new_key
from adapters.serving.server import freeze_start
from adapters.serving.service import Core
from adapters.serving.timers import Timers
from adapters.teams.addresses import PUBLIC, Route
from adapters.teams.app import PATH, Registration, TeamsService
from bot.domain.delivery import LIVE_STATES
from bot.ports import Work
from bot.runtime.engine import Engine
from bot.runtime.outbox import Outbox
from storage.database import SqlStore, open_store
from storage.migrate import migrate
from tests.adapters.teams.fake import keys
from tests.adapters.teams.fake.server import APP, HOST, TENANT, FakeTeams
from tests.bench.bench_turn import TAPS
from tests.builders import (
    KEYS,
    ORGANISATION,
    a_delivery,
    a_person,
    a_tenant,
    an_account,
    an_organisation,
)

CONNECTIONS = 10
STEADY = 150
"""Taps a second of the steady part."""
STEADY_SHARE = 0.4
"""Of all people; the others have tapped before, as fast as they could."""
ROUNDS = 6
"""How often the bots take turns."""
WARMING = 10
"""People whose taps go first and are not counted: they wait for what is read once."""
LATENCY = 0.2
DELIVERIES = 400
TICK = 0.005
Json = dict[str, Any]
Post = Callable[[Json], Coroutine[Any, Any, float]]


@dataclass(frozen=True)
class Server:
    """A server in a process of its own."""

    address: str
    process_id: int

    def cpu_seconds(self) -> float:
        """Return what it has computed so far, however busy the machine is with others' work."""
        fields = Path(f"/proc/{self.process_id}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def running(*command: str) -> AsyncIterator[Server]:
    """Lend a server, and end it by its process id."""
    module = [sys.executable, "-m", "tests.bench.teams_bots", *command]
    process = await asyncio.create_subprocess_exec(*module, stdout=asyncio.subprocess.PIPE)
    try:
        assert process.stdout is not None
        port = int(await asyncio.wait_for(process.stdout.readline(), 120))
        yield Server(f"http://{HOST}:{port}", process.pid)
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


def taps_of(names: Iterable[str], service_url: str) -> list[list[Json]]:
    """Return each person's three taps as Teams sends them."""
    numbers = count(1)
    return [
        [
            envelope(
                name,
                service_url,
                number=next(numbers),
                type="invoke",
                name="adaptiveCard/action",
                value=execute(action, f"c-{name}", value),
            )
            for action, value in TAPS
        ]
        for name in names
    ]


def execute(action: str, subject: str, value: str) -> Json:
    button = {"action": action, "subject": subject, "value": value, "card": f"{subject}-{action}"}
    data = {"button": button}
    return {"action": {"type": "Action.Execute", "verb": action, "data": data}, "trigger": "manual"}


def envelope(who: str, service_url: str, *, number: int, **more: Any) -> Json:
    """Return an activity of somebody."""
    return {
        "id": f"f:{number}",
        "channelId": "msteams",
        "serviceUrl": service_url,
        "from": {"id": f"29:{who}", "aadObjectId": who, "name": who},
        "recipient": {"id": f"28:{APP.id}", "name": "Passerelle"},
        "conversation": {"conversationType": "personal", "id": f"a:{who}", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        "locale": "en-CA",
        **more,
    }


@asynccontextmanager
async def posting(address: str, authorization: str) -> AsyncIterator[Post]:
    """Lend what posts one activity and returns the seconds until its whole answer."""
    headers = {"Authorization": authorization} if authorization else {}
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def post(activity: Json) -> float:
            start = time.perf_counter()
            async with session.post(address + PATH, json=activity, headers=headers) as response:
                body = await response.text()
            assert response.status in {200, 201}, (response.status, body)
            if activity["type"] == "invoke":
                assert '"AdaptiveCard"' in body, body
            return time.perf_counter() - start

        yield post


async def flat_out(post: Post, work: Sequence[Sequence[Json]]) -> tuple[float, list[float]]:
    """Post everything through a few connections, each person's in turn; seconds in all and each."""
    waiting = iter(work)
    spans: list[float] = []

    async def connection() -> None:
        for activities in waiting:
            for activity in activities:
                spans.append(await post(activity))  # noqa: PERF401  one after the other

    start = time.perf_counter()
    await asyncio.gather(*(connection() for _ in range(CONNECTIONS)))
    return time.perf_counter() - start, spans


async def steadily(post: Post, work: Sequence[Sequence[Json]]) -> list[float]:
    """Post at a fixed rate, whatever the answers take; a person's own taps in three rounds."""
    rounds = [activities[number] for number in range(len(TAPS)) for activities in work]
    pending: list[asyncio.Task[float]] = []
    start = time.perf_counter()
    for number, activity in enumerate(rounds):
        await asyncio.sleep(max(0.0, start + number / STEADY - time.perf_counter()))
        pending.append(asyncio.create_task(post(activity)))
    return await asyncio.gather(*pending)


@dataclass
class Bot:
    """A bot that is measured: how to reach it, and what it was seen to do."""

    server: Server
    post: Post
    work: list[list[Json]]
    spans: list[float] = field(default_factory=list)
    seconds: float = 0.0
    cpu: float = 0.0

    async def play(self, work: Sequence[Sequence[Json]]) -> None:
        """Have it answer some of its work, as fast as it can."""
        before = self.server.cpu_seconds()
        seconds, spans = await flat_out(self.post, work)
        self.seconds += seconds
        self.cpu += self.server.cpu_seconds() - before
        self.spans += spans

    @property
    def rate(self) -> float:
        """Requests per second."""
        return len(self.spans) / self.seconds

    @property
    def cost(self) -> float:
        """Seconds of CPU for each request."""
        return self.cpu / len(self.spans)


async def measure_inbound(people: int) -> None:
    """Measure the bots by turns, so that all see the same machine, and print."""
    names = [f"{side}{number}" for number in range(people // 2) for side in "oe"]
    steady = int(people * STEADY_SHARE)
    async with AsyncExitStack() as stack:
        teams = await stack.enter_async_context(FakeTeams(WallClock()))
        service = await stack.enter_async_context(running("stub", "0"))
        service_url = f"{service.address}/amer/"
        claims = keys.claims(APP.id, service_url, WallClock().now())
        token = f"Bearer {teams.keyhost.newest.sign(claims)}"
        taps = taps_of(names, service_url)
        said = [
            [envelope(f"m{n}", service_url, number=n, type="message", text="Hello")] * len(TAPS)
            for n in range(people - steady)
        ]
        bots: dict[str, Bot] = {}
        for kind, options, work in (
            ("stock", (), said),
            ("lean", (), said),
            ("guarded", (teams.metadata_url,), said),
            ("passerelle", (str(people), teams.metadata_url), taps[steady:]),
        ):
            server = await stack.enter_async_context(running(kind, *options))
            opened = posting(server.address, token if options else "")
            post = await stack.enter_async_context(opened)
            await flat_out(post, work[:WARMING])
            bots[kind] = Bot(server, post, work[WARMING:])
        for number in range(ROUNDS):
            for bot in bots.values():
                await bot.play(bot.work[number::ROUNDS])
        for kind, bot in bots.items():
            report(f"{kind}, flat out", bot.spans, rate=bot.rate, cost=bot.cost)
        ours = bots["passerelle"]
        report(f"passerelle, {STEADY}/s", await steadily(ours.post, taps[:steady]))
    for kind in ("stock", "lean", "guarded"):
        faster, cheaper = ours.rate / bots[kind].rate, bots[kind].cost / ours.cost
        show(
            f"passerelle: {faster:.2f} times the requests/s of {kind}, {cheaper:.2f} per CPU second"
        )


async def measure_outbound() -> None:
    """Measure how fast the outbox is emptied, and print."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        migrate(url)
        store = open_store(url, KEYS)
        async with running("stub", str(LATENCY)) as service:
            freeze_start()
            await drain(store, service.address)
        store.close()


async def drain(store: SqlStore, service_url: str) -> None:
    """Send every delivery by the product's own timers."""
    clock = WallClock()
    await store.found(an_organisation())
    await store.transact(ORGANISATION, lambda work: enqueue(work, service_url, clock))
    registration = Registration(
        app_id=APP.id,
        tenants=frozenset({TENANT}),
        cloud=replace(PUBLIC, local=True),
        acquire=lambda: {"access_token": "a-token", "expires_in": 3_600},
        language="en",
        development=True,
    )
    engine = Engine(store, clock)
    sealer = Sealer([new_key()])
    core = Core(
        organisation_id=ORGANISATION, store=store, clock=clock, engine=engine, sealer=sealer
    )
    teams = TeamsService(registration, core)
    outbox = Outbox(store, clock, {"teams": teams.platform}, owner="bench")
    done = asyncio.Event()

    async def run() -> timedelta | None:
        await outbox.run()
        if not await store.transact(ORGANISATION, unsent):
            done.set()
        return outbox.refills_in

    timers = Timers([run])
    late: list[float] = []
    ticker = asyncio.create_task(tick(late))
    start = time.perf_counter()
    timers.start()
    await done.wait()
    seconds = time.perf_counter() - start
    ticker.cancel()
    await timers.stop()
    await teams.stop()
    pace = teams.platform.pace
    show(
        f"outbound: {DELIVERIES} in {seconds:.1f} s at {LATENCY * 1000:.0f} ms each,"
        f" {DELIVERIES / seconds:.0f}/s ({pace.per_second:.0f}/s allowed after {pace.burst:.0f});"
        f" the loop stood still for {max(late) * 1000:.0f} ms at most"
    )


def enqueue(work: Work, service_url: str, clock: WallClock) -> None:
    """Keep a delivery to each of as many people, all of them due."""
    work.add(a_tenant(platform="teams", external_id=TENANT))
    now = clock.now()
    for number in range(DELIVERIES):
        name = f"p{number}"
        route = Route(conversation=f"a:{name}", service_url=service_url).packed()
        work.add(a_person(name), an_account(name, route=route))
        times = {"due_at": now, "visible_at": now, "closes_at": now + timedelta(hours=6)}
        work.outbox.enqueue(a_delivery(f"k{number}", name, **times))


def unsent(work: Work) -> int:
    """Return how many deliveries are still on their way."""
    counts = work.outbox.counts()
    return sum(counts.get(state.value, 0) for state in LIVE_STATES)


async def tick(late: list[float]) -> None:
    """Note by how much each sleep was too long."""
    while True:
        start = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(time.perf_counter() - start - TICK)


def report(name: str, spans: Sequence[float], *, rate: float = 0, cost: float = 0) -> None:
    """Print a line about some spans in seconds."""
    cuts = statistics.quantiles(spans, n=100)
    fast = f", {rate:,.0f}/s, {cost * 1000:.1f} ms of CPU each" if rate else ""
    show(
        f"{name}: {len(spans)} requests{fast}, p50 {cuts[49] * 1000:.1f} ms,"
        f" p99 {cuts[98] * 1000:.1f} ms, max {max(spans) * 1000:.1f} ms"
    )


def show(line: str) -> None:
    """Print a line as it is."""
    Console(width=200).print(line, highlight=False)


def main(people: int) -> None:
    """Measure and print."""
    asyncio.run(measure_inbound(people))
    asyncio.run(measure_outbound())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
