"""What a rehearsal is wired of: a database in memory, a moved clock, and the playground's chats."""

import contextlib
import time
from collections.abc import AsyncIterator, Callable
from functools import partial
from random import Random

from adapters.clocks import MovableClock
from adapters.matching.solvers import SolverHere
from adapters.playground.parse import Place, event
from adapters.playground.render import form_json, message_json
from adapters.playground.send import PlaygroundPlatform
from adapters.simulate import population, run
from adapters.simulate.house import House
from adapters.simulate.options import Options
from adapters.simulate.page import Drawing, PageChats
from bot.ports import Clock, Store
from bot.runtime.engine import Engine
from storage.database import SqlStore, make_engine
from storage.migrate import migrate_engine

MESSAGES_KEPT = 4
"""Messages a rehearsal keeps per chat: what a person still sees to answer."""


@contextlib.asynccontextmanager
async def open_house(options: Options) -> AsyncIterator[House]:
    """Lend a house to rehearse in, on a database in memory; its ids come from the seed.

    So the same seed plays the same rehearsal to the byte.
    """
    engine = make_engine("sqlite://", durable=False)
    migrate_engine(engine)
    store = SqlStore(engine, new_id=ids_from(options.seed))
    try:
        yield await furnish(store, options)
    finally:
        store.close()


def ids_from(seed: int) -> Callable[[], str]:
    """Return what makes one id after another, the same ones each time."""
    chance = Random(f"{seed}:ids")  # noqa: S311  a rehearsal must repeat itself
    return lambda: f"{chance.getrandbits(80):020x}"


async def furnish(store: SqlStore, options: Options) -> House:
    """Found the organisation of a rehearsal in an empty store, and make a house of it."""
    clock = MovableClock(run.START)
    await store.found(population.organisation(options.language))
    return House(
        store=store,
        clock=clock,
        chats_on=[partial(pages_on, clock=clock)],
        solver=SolverHere(),
        stopwatch=time.perf_counter,
    )


def pages_on(store: Store, clock: Clock) -> PageChats:
    """Make the chats of a rehearsal as the playground's page shows them."""
    platform = PlaygroundPlatform(clock, keep=MESSAGES_KEPT)
    place = Place(
        organisation_id=population.ORGANISATION,
        platform=platform.name,
        tenant=population.TENANT,
    )
    drawing = Drawing(
        message=partial(message_json, zone="UTC"),
        form=form_json,
        read=partial(event, place=place),
    )
    return PageChats(platform, drawing, Engine(store, clock), population.TENANT)
