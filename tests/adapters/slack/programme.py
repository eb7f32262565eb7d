"""One programme played twice: on the playground's page, and through the real adapter on the fake.

Both end with the whole database; what they must not differ in is every row but a platform's own.
"""

import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, Table, select

from adapters import rehearsal
from adapters.clocks import MovableClock
from adapters.matching.solvers import SolverHere
from adapters.simulate import population, run
from adapters.simulate.house import House
from adapters.simulate.options import Options
from adapters.simulate.page import PageChats
from adapters.simulate.report import Report
from adapters.simulate.run import rehearse
from adapters.slack.limits import PACE
from bot.ports import Store
from storage.database import SqlStore, make_engine
from storage.migrate import migrate_engine
from storage.seals import Ring, Row, Seals
from storage.tables.core import metadata
from storage.tables.keys import owner_keys
from tests.adapters.slack.chats import SlackChats
from tests.adapters.slack.fake.server import FakeSlack, running
from tests.adapters.slack.fake.state import App
from tests.adapters.slack.serving import core_of, service_of
from tests.builders import KEYS

TENANT = "T0STAGE"
PLATFORMS_OWN = {
    "accounts": {"address", "route"},
    "outbox": {"remote_id"},
    "tenants": {"external_id", "platform"},
}
"""What a platform names in its own way, by table."""
BESIDE_THE_PROGRAMME = {"secrets", "turns"}
"""What only platforms keep, and what they told: Slack's own client sends no form it refuses."""

Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Played:
    """A programme that was played to its end: its report, and every row of its database."""

    report: Report
    rows: Rows


@dataclass(frozen=True)
class PlayedInSlack(Played):
    """The same in Slack; ``slack`` still holds what everybody saw."""

    slack: FakeSlack


async def play_on_pages(options: Options) -> Played:
    """Play on the playground's page, at the pace that Slack's adapter keeps, and with rooms.

    A page has none: what Slack shows in a room it shows in the chat of the first of the two.
    """
    with a_store(options) as (store, engine):
        house = await rehearsal.furnish(store, options)

        def chats_on(watched: Store) -> PageChats:
            chats = rehearsal.pages_on(watched, house.clock)
            chats.platform.pace = PACE
            chats.engine.rooms = frozenset({chats.platform.name})
            return chats

        report = await rehearse(options, House(**{**vars(house), "chats_on": [chats_on]}))
        return Played(report, rows_of(engine))


async def play_in_slack(options: Options) -> PlayedInSlack:
    """Play through the real adapter, over HTTP, against the fake."""
    with a_store(options) as (store, engine):
        clock = MovableClock(run.START)
        await store.found(population.organisation(options.language))
        async with a_workspace(clock) as (slack, token):

            def chats_on(watched: Store) -> SlackChats:
                core = core_of(population.ORGANISATION, watched, clock)
                return SlackChats(slack, service_of(core, slack, bot_token=token), TENANT)

            house = House(
                store=store,
                clock=clock,
                chats_on=[chats_on],
                solver=SolverHere(),
                stopwatch=time.perf_counter,
            )
            report = await rehearse(options, house)
        return PlayedInSlack(report, rows_of(engine), slack)


@contextmanager
def a_store(options: Options) -> Iterator[tuple[SqlStore, Engine]]:
    """Lend an empty store in memory whose ids come from the seed."""
    engine = make_engine("sqlite://", durable=False)
    migrate_engine(engine)
    store = SqlStore(engine, keys=KEYS, new_id=rehearsal.ids_from(options.seed))
    try:
        yield store, engine
    finally:
        store.close()


@asynccontextmanager
async def a_workspace(clock: MovableClock) -> AsyncIterator[tuple[FakeSlack, str]]:
    """Lend a fake Slack with one workspace that has the app, and the app's token."""
    async with running(clock, App(rotates=False)) as slack:
        slack.state.add_workspace(TENANT, "Stage")
        yield slack, slack.state.install(team_id=TENANT).token


def rows_of(engine: Engine) -> Rows:
    """Return every row but the keys, opened, in an order that depends on the rows alone."""
    with engine.connect() as connection:
        seals = Seals(connection, population.ORGANISATION, Ring(KEYS, alone=False))
        return {
            table.name: sorted(
                _opened(table, seals, connection.execute(select(table)).all()),
                key=lambda row: repr(sorted(row.items(), key=lambda item: item[0])),
            )
            for table in metadata.sorted_tables
            if table is not owner_keys
        }


def _opened(table: Table[Any], seals: Seals, rows: Sequence[Row]) -> list[dict[str, Any]]:
    columns = tuple(table.columns)
    names = [column.name for column in columns]
    return [dict(zip(names, row, strict=True)) for row in seals.opened(columns, rows)]


def without_platform(rows: Rows) -> Rows:
    """Return the rows without what a platform keeps for itself or names in its own way."""
    kept = {
        table: [
            {name: value for name, value in row.items() if name not in PLATFORMS_OWN.get(table, ())}
            for row in found
        ]
        for table, found in rows.items()
        if table not in BESIDE_THE_PROGRAMME
    }
    return {table: sorted(found, key=repr) for table, found in kept.items()}
