"""Measures how long the loop stands still while nobody but forgers knock at the door to Teams.

    python -m tests.bench.bench_teams_forged [rounds]

Every bad token and every hostile service address of the tests, the latter under a token that
vouches for them, over and over, ten at once; client, stand-in for Teams and adapter share one loop,
so that it is the worst that could be. Reported: how often each status came back, and by how much a
sleep of 5 ms was ever too long, beside the same without any requests.
"""

import asyncio
import json
import logging
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import structlog
from rich.console import Console

from adapters.serving.server import freeze_start
from tests.adapters.teams.company import Company, company
from tests.adapters.teams.fake import keys
from tests.adapters.teams.fake.person import Person
from tests.adapters.teams.forged import BAD_TOKENS
from tests.adapters.teams.hostile import HOSTILE
from tests.bench.bench_teams import tick

ROUNDS, AT_ONCE, QUIET = 20, 10, 2.0
Request = tuple[bytes, str]


def requests(acme: Company, ana: Person) -> Iterator[Request]:
    """Yield bodies and Authorization headers that must be refused."""
    good = keys.claims(
        acme.teams.app.id, acme.teams.wire.service_url(ana.user.tenant), acme.clock.now()
    )
    for url in HOSTILE:
        activity = acme.teams.wire.activity(ana.chat, "message", text="status", serviceUrl=url)
        token = acme.teams.keyhost.newest.sign({**good, "serviceurl": url})
        yield json.dumps(activity).encode(), f"Bearer {token}"
    # One of them takes the key away with which the others are signed.
    for forge in BAD_TOKENS.values():
        activity = acme.teams.wire.activity(ana.chat, "message", text="status")
        yield json.dumps(activity).encode(), f"Bearer {forge(acme, good)}"


async def knock(acme: Company, sent: list[Request]) -> Counter[int]:
    """Send everything, so many at once; return how often each status came back."""
    statuses: Counter[int] = Counter()
    waiting = iter(sent)

    async def one_after_the_other() -> None:
        for body, authorization in waiting:
            statuses[(await acme.teams.wire.post(body, authorization)).status] += 1

    await asyncio.gather(*(one_after_the_other() for _ in range(AT_ONCE)))
    return statuses


async def main(rounds: int) -> None:
    """Measure and print."""
    async with company() as acme:
        ana = await acme.employs("Ana")
        ana.chat.installed = True
        await ana.types("help")
        sent = list(requests(acme, ana))
        async with acme.again(cloud=replace(acme.registration.cloud, local=False)):
            await report(acme, sent, rounds)


async def report(acme: Company, sent: list[Request], rounds: int) -> None:
    """Send nothing for a while, and then everything so many times; print both."""
    await knock(acme, sent)  # what is read once, is read
    freeze_start()
    for name, work in (
        ("nobody", asyncio.sleep(QUIET, Counter[int]())),
        ("forgers", knock(acme, sent * rounds)),
    ):
        late: list[float] = []
        ticker = asyncio.create_task(tick(late))
        statuses = await work
        ticker.cancel()
        said = f"{name}: {sum(statuses.values()):,} requests, answered {dict(statuses)}"
        still = f"the loop stood still for {max(late) * 1000:.1f} ms at most"
        Console(width=200).print(f"{said}; {still}", highlight=False)


if __name__ == "__main__":
    quiet = structlog.make_filtering_bound_logger(logging.WARNING)
    structlog.configure(wrapper_class=quiet)
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
