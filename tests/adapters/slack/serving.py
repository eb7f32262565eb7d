"""The real Slack adapter in service on loopback, around a core that a test gives it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from adapters.sealing import Sealer, new_key
from adapters.serving.service import Core, Service
from adapters.slack.app import SlackService
from adapters.slack.options import SlackOptions, stand_in
from adapters.slack.send import SlackPlatform
from bot.ports import Clock, Store
from bot.runtime.engine import Engine
from tests.adapters.slack.fake.server import HOST, FakeSlack

REQUESTS = "/slack/events"
"""The one request URL of commands, clicks, forms and events."""


def core_of(organisation_id: str, store: Store, clock: Clock) -> Core:
    """Return what a platform stands on, with a fresh key; pairs get rooms."""
    engine = Engine(store, clock)
    engine.rooms = frozenset({SlackPlatform.name})
    return Core(
        organisation_id=organisation_id,
        store=store,
        clock=clock,
        engine=engine,
        sealer=Sealer([new_key()]),
    )


def service_of(core: Core, slack: FakeSlack, *, bot_token: str, **options: Any) -> SlackService:
    """Return the adapter for one workspace of the fake, by its bot token."""
    values: dict[str, Any] = {
        "signing_secrets": (slack.state.app.signing_secret,),
        "bot_token": bot_token,
        "place": stand_in(slack.api_url),
        **options,
    }
    return SlackService(core, SlackOptions(**values))


@asynccontextmanager
async def serving(service: Service) -> AsyncIterator[str]:
    """Serve a platform on a free port; yield its request URL."""
    app = web.Application()
    app.add_routes(service.routes())
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await service.start()
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, 0).start()
        yield f"http://{HOST}:{runner.addresses[0][1]}{REQUESTS}"
    finally:
        await runner.cleanup()
        await service.stop()
