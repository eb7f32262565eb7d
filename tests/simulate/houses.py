"""Houses to rehearse in: a fresh database in memory and a playground without a page."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from random import Random

from adapters.clocks import MovableClock
from adapters.playground.parse import Place, event
from adapters.playground.render import form_json, message_json
from adapters.playground.send import PlaygroundPlatform
from adapters.simulate.house import House
from adapters.simulate.options import Options
from adapters.simulate.population import ORGANISATION, TENANT, organisation
from adapters.simulate.run import START
from storage import mapping as _mapping  # noqa: F401
from storage.database import SqlStore, make_engine
from storage.migrate import migrate_engine

KEEP = 4


@asynccontextmanager
async def open_house(options: Options) -> AsyncIterator[House]:
    """Lend a house; its ids come from the seed, so that the same seed plays the same rehearsal."""
    engine = make_engine("sqlite://", durable=False)
    migrate_engine(engine)
    chance = Random(f"{options.seed}:ids")
    store = SqlStore(engine, new_id=lambda: f"{chance.getrandbits(80):020x}")
    await store.found(organisation(options.language))
    clock = MovableClock(START)
    platform = PlaygroundPlatform(clock, keep=KEEP)
    place = Place(organisation_id=ORGANISATION, platform=platform.name, tenant=TENANT)
    try:
        yield House(
            store=store,
            clock=clock,
            platform=platform,
            draw=message_json,
            draw_form=form_json,
            read=partial(event, place=place),
            stopwatch=time.perf_counter,
        )
    finally:
        store.close()
