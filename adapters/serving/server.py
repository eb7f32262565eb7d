"""Serves the chat platforms: one web server, the wake-up, and each platform's daily work."""

import contextlib
import gc
from collections.abc import Callable
from datetime import datetime
from functools import partial

import structlog
from aiohttp import web

from adapters import bootstrap
from adapters.serving.interruption import interrupted
from adapters.serving.timers import Timers
from adapters.settings import Settings
from bot import texts
from bot.errors import BotError
from bot.ports import Work

log = structlog.get_logger()


class NothingToServe(BotError):
    """No chat platform is set up: set the settings of Slack or Teams (docs/settings.md)."""


async def serve(found: Settings, announce: Callable[[str], None]) -> int:
    """Serve the platforms that are set up until interrupted; return the exit code."""
    async with bootstrap.database(found) as store:
        house = bootstrap.open_platforms(found, store)
        if not house.services:
            raise NothingToServe
        async with contextlib.AsyncExitStack() as stack:
            for service in house.services:
                await service.start()
                stack.push_async_callback(service.stop)
            parts = house.parts
            timers = Timers(
                [parts.act, parts.deliver],
                daily=lambda: run_daily(house),
                apart=parts.solve,
            )
            runner = web.AppRunner(make_app(house), access_log=None)
            await runner.setup()
            stack.push_async_callback(runner.cleanup)
            await web.TCPSite(runner, found.host, found.port).start()
            timers.start()
            stack.push_async_callback(timers.stop)
            texts.open_all()
            freeze_start()
            host, port = runner.addresses[0][:2]
            announce(f"http://{host}:{port}/")
            await interrupted()
    return 0


def freeze_start() -> None:
    """Have the garbage collector pass over what was made so far: it lasts as long as the process.

    It would look at all of it in every full collection, and nobody is answered meanwhile: up to
    240 ms of standing still were seen.
    """
    gc.collect()
    gc.freeze()


def make_app(house: bootstrap.Platforms) -> web.Application:
    """Return the web application: the platforms' routes, ``/livez`` and ``/readyz``."""
    app = web.Application()
    for service in house.services:
        app.add_routes(service.routes())

    async def livez(_request: web.Request) -> web.Response:
        return web.Response(text="alive")

    async def readyz(_request: web.Request) -> web.Response:
        try:
            await house.parts.store.tenants()
        except Exception as error:  # noqa: BLE001  whatever it is, the load balancer must hear it
            log.warning("ready.failed", error=type(error).__name__)
            return web.Response(status=503, text="the database does not answer")
        return web.Response(text="ready")

    app.router.add_get("/livez", livez)
    app.router.add_get("/readyz", readyz)
    return app


async def run_daily(house: bootstrap.Platforms) -> None:
    """Let each platform do its daily work; of several replicas one does it."""
    now = house.parts.clock.now()
    for service in house.services:
        key = f"daily:{service.platform.name}:{now.date().isoformat()}"
        claim = partial(_claim, key=key, now=now)
        if await house.parts.store.transact(bootstrap.ORGANISATION, claim):
            await service.daily()


def _claim(work: Work, *, key: str, now: datetime) -> bool:
    return work.first_time(key, now)
