"""Measures the engine's turn: check-in taps, each a durable commit on a SQLite file.

    python -m tests.bench.bench_turn [people]

``people`` (default 500) are in pairings; each taps "yes", a rating and an objective. Reported: taps
per second of one process, one after the other, p50 and p99, and the share that a bare commit of one
row takes in the same run. synchronous=FULL, a file in the temporary folder.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rich.console import Console

from adapters.clocks import MovableClock
from bot.conversation.events import Pressed
from bot.domain.checkin import CheckIn
from bot.domain.pairing import Pairing, Seat
from bot.domain.people import Role
from bot.domain.programme import Cycle, Enrolment, EnrolmentState, Programme
from bot.ports import Work
from bot.runtime.engine import Engine
from storage.database import SqlStore, open_store
from storage.migrate import migrate
from tests.builders import KEYS, NOW, ORGANISATION, a_person, a_tenant, an_account, an_organisation

TAPS = (
    ("checkin.met.yes", NOW.date().isoformat()),
    ("checkin.rating.rate", "4"),
    ("checkin.progress.forward", ""),
)


def arrange(work: Work, pairs: int) -> None:
    """Keep so many pairings, each side with an open check-in."""
    org: dict[str, Any] = {"organisation_id": ORGANISATION}
    work.add(a_tenant())
    work.add(Programme(**org, id="prog", name="Bench", created_by=""))
    work.add(Cycle(**org, id="cycle", programme_id="prog", number=1, answer_by=NOW.date()))
    for number in range(pairs):
        sides: dict[str, Any] = {"mentor_id": f"o{number}", "mentee_id": f"e{number}"}
        work.add(
            Pairing(
                **org,
                **sides,
                id=f"p{number}",
                cycle_id="cycle",
                proposal_id=f"x{number}",
                started_on=NOW.date(),
                ends_on=NOW.date(),
            ),
        )
        for person, role in ((f"o{number}", Role.MENTOR), (f"e{number}", Role.MENTEE)):
            seat: dict[str, Any] = {"pairing_id": f"p{number}", "person_id": person, "role": role}
            work.add(a_person(person), an_account(person), Seat(**org, **seat))
            work.add(CheckIn(**org, **seat, id=f"c-{person}", week="2026-W38", asked_at=NOW))
            work.add(
                Enrolment(
                    **org,
                    id=f"n-{person}",
                    cycle_id="cycle",
                    person_id=person,
                    role=role,
                    state=EnrolmentState.JOINED,
                ),
            )


async def timed(act: Callable[[int], Awaitable[object]], times: int) -> list[float]:
    """Return the seconds of each of so many calls, one after the other."""
    spans = []
    for number in range(times):
        start = time.perf_counter()
        await act(number)
        spans.append(time.perf_counter() - start)
    return spans


async def measure(store: SqlStore, people: int) -> dict[str, list[float]]:
    """Return the seconds of every tap, and of bare commits for comparison."""
    await store.found(an_organisation())
    await store.transact(ORGANISATION, lambda work: arrange(work, people // 2))
    engine = Engine(store, MovableClock(NOW))
    names = [f"{side}{number}" for number in range(people // 2) for side in "oe"]
    taps = [(name, action, value) for name in names for action, value in TAPS]

    async def tap(number: int) -> object:
        name, action, value = taps[number]
        event = Pressed(
            organisation_id=ORGANISATION,
            key=f"tap{number}",
            platform="playground",
            tenant="T1",
            address=name,
            action=action,
            subject=f"c-{name}",
            value=value,
        )
        reply = await engine.turn(event)
        assert reply.replace, reply
        return reply

    async def bare(number: int) -> object:
        return await store.transact(
            ORGANISATION, lambda work: work.first_time(f"bare{number}", NOW)
        )

    return {"tap": await timed(tap, len(taps)), "bare commit": await timed(bare, len(taps) // 3)}


def main(people: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        migrate(url)
        store = open_store(url, KEYS)
        spans = asyncio.run(measure(store, people))
        store.close()
    for name, values in spans.items():
        cuts = statistics.quantiles(values, n=100)
        rate = len(values) / sum(values)
        line = f"{name}: {len(values)} times, {rate:,.0f}/s, p50 {cuts[49] * 1000:.2f} ms"
        Console().print(f"{line}, p99 {cuts[98] * 1000:.2f} ms", highlight=False)
    ratio = statistics.median(spans["tap"]) / statistics.median(spans["bare commit"])
    Console().print(f"a tap costs {ratio:.1f} times a bare commit (medians)", highlight=False)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
