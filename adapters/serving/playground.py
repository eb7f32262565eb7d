"""Starts the playground: people, clock, wake-up and page, on this machine only."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from aiohttp import web
from sqlalchemy.engine import make_url

from adapters import bootstrap
from adapters.clocks import MovableClock, WallClock
from adapters.keys import keys_of, make_own_key
from adapters.people.store import Appointments, keep_accounts, keep_people
from adapters.playground import chats, company
from adapters.playground.app import make_app
from adapters.playground.send import PlaygroundPlatform
from adapters.serving.failures import report_refusal
from adapters.serving.interruption import interrupted
from adapters.serving.timers import Timers
from adapters.settings import Settings
from bot import calendar
from bot.calendar import WorkingTime
from bot.ports import Work
from bot.runtime.engine import Engine

HOST = "127.0.0.1"
"""The playground lets anybody be anybody, so it never listens anywhere else."""
OFFICES = (
    WorkingTime("America/Toronto", "CA", "QC"),
    WorkingTime("America/Vancouver", "CA", "BC"),
)


async def serve(found: Settings, announce: Callable[[str], None]) -> int:
    """Serve the playground until it is interrupted; return the exit code."""
    employer = bootstrap.employer(found)
    if "organisation" not in found.model_fields_set:
        employer = replace(employer, name=company.NAME)
    make_own_key(found)
    async with bootstrap.opened(found.database_url, employer, keys_of(found)) as store:
        addresses = await store.transact(bootstrap.ORGANISATION, _people)
        clock = MovableClock(first_open(WallClock().now()))
        platform = PlaygroundPlatform(clock, path=_journal(found.database_url))
        # Chats of an earlier run may lie in the future; time goes on from there.
        clock.move_to(platform.latest() or clock.now())
        platform.admit(bootstrap.PLAYGROUND.external_id, *addresses)
        parts = bootstrap.assemble(store, clock, [platform])
        engine = Engine(store, clock, report=report_refusal)
        app = make_app(
            chats.Parts(
                engine=engine,
                registry=engine.registry,
                store=store,
                platform=platform,
                clock=clock,
                run_due=parts.run_everything,
                organisation_id=bootstrap.ORGANISATION,
                tenant=bootstrap.PLAYGROUND.external_id,
            ),
        )
        timers = Timers([parts.act, parts.solve, parts.deliver])
        await _serve_page(app, timers, found.port, announce)
    return 0


async def _serve_page(
    app: web.Application,
    timers: Timers,
    port: int,
    announce: Callable[[str], None],
) -> None:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, HOST, port)
    await site.start()
    timers.start()
    bound = runner.addresses[0][1]
    announce(f"http://{HOST}:{bound}/")
    try:
        await interrupted()
    finally:
        await timers.stop()
        await runner.cleanup()


def _people(work: Work) -> list[str]:
    """Make sure that there are people, and give each an address; return the addresses."""
    if not work.people.all():
        appointments = Appointments(
            coordinators=company.COORDINATORS,
            concern_contacts=company.CONCERN_CONTACTS,
            regions={office: ("CA", part) for office, part in company.SUBDIVISIONS.items()},
        )
        now = WallClock().now()
        keep_people(work, company.people(now.date()), appointments, now=now)
    return [account.address for account in keep_accounts(work, bootstrap.PLAYGROUND)]


def _journal(database_url: str) -> Path | None:
    """Return where the chats are kept: beside the SQLite file; in memory for other databases."""
    address = make_url(database_url)
    if address.get_backend_name() != "sqlite" or not address.database:
        return None
    return Path(address.database).with_suffix(".chats.jsonl")


def first_open(now: datetime) -> datetime:
    """Return the next instant at which both offices are open, so that a first message arrives."""
    later = max(calendar.next_open(now, office) for office in OFFICES)
    return later if later == now else first_open(later)
