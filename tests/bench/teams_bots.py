"""What bench_teams measures, each in a process of its own that prints its port and serves.

    python -m tests.bench.teams_bots stub <seconds>
    python -m tests.bench.teams_bots stock
    python -m tests.bench.teams_bots lean
    python -m tests.bench.teams_bots passerelle <people> <OpenID metadata>

``stub`` takes every message after so many seconds. ``stock`` is botbuilder's own CloudAdapter
(all of it but the twenty lines of its web framework's package), ``lean`` a bare handler; both echo
what is said and ask for no token. ``passerelle`` is the adapter on a SQLite file.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

import aiohttp
from aiohttp import web
from botbuilder.core import TurnContext
from botbuilder.core.cloud_adapter_base import CloudAdapterBase
from botbuilder.schema import Activity
from botframework.connector.auth import (
    BotFrameworkAuthenticationFactory,
    PasswordServiceClientCredentialFactory,
)

from adapters.clocks import WallClock
from adapters.interruption import interrupted
from adapters.sealing import Sealer, new_key
from adapters.service import Core
from adapters.teams.access import no_access
from adapters.teams.addresses import PUBLIC
from adapters.teams.app import PATH, Registration, TeamsService
from bot.engine import Engine
from bot.ports import Records
from storage.database import open_store
from storage.migrate import migrate
from tests.bench.bench_turn import arrange
from tests.builders import ORGANISATION, an_organisation
from tests.teams.fake.server import APP, HOST, TENANT

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def stub(seconds: str) -> AsyncIterator[Handler]:
    """Take every message, slowly."""
    numbers = count(1)

    async def take(_request: web.Request) -> web.Response:
        await asyncio.sleep(float(seconds))
        return web.json_response({"id": str(next(numbers))}, status=201)

    yield take


@asynccontextmanager
async def stock() -> AsyncIterator[Handler]:
    """Echo with botbuilder's own adapter."""
    credentials = PasswordServiceClientCredentialFactory("", "")
    authentication = BotFrameworkAuthenticationFactory.create(credential_factory=credentials)
    adapter = CloudAdapterBase(authentication)

    async def echo(context: TurnContext) -> None:
        await context.send_activity(f"Echo: {context.activity.text}")

    async def receive(request: web.Request) -> web.Response:
        activity = Activity().deserialize(await request.json())
        await adapter.process_activity(request.headers.get("Authorization", ""), activity, echo)
        return web.Response(status=201)

    yield receive


@asynccontextmanager
async def lean() -> AsyncIterator[Handler]:
    """Echo with nothing in between."""
    async with aiohttp.ClientSession() as session:

        async def receive(request: web.Request) -> web.Response:
            activity = await request.json()
            path = f"v3/conversations/{activity['conversation']['id']}/activities"
            reply = {"type": "message", "text": f"Echo: {activity['text']}"}
            async with session.post(activity["serviceUrl"] + path, json=reply) as response:
                await response.read()
            return web.Response(status=201)

        yield receive


@asynccontextmanager
async def passerelle(people: str, metadata_url: str) -> AsyncIterator[Handler]:
    """Serve the adapter to people with an open check-in each."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        migrate(url)
        store = open_store(url)
        await store.found(an_organisation())
        await store.transact(ORGANISATION, lambda records: arrange(records, int(people) // 2))
        await store.transact(ORGANISATION, move_to_teams)
        clock = WallClock()
        registration = Registration(
            app_id=APP.id,
            tenants=frozenset({TENANT}),
            cloud=replace(PUBLIC, local=True, metadata_url=metadata_url),
            acquire=no_access,
            language="en",
        )
        core = Core(
            organisation_id=ORGANISATION,
            store=store,
            clock=clock,
            engine=Engine(store, clock),
            sealer=Sealer([new_key()]),
        )
        service = TeamsService(registration, core)
        await service.start()
        [route] = service.routes()
        assert isinstance(route, web.RouteDef)
        yield route.handler
        await service.stop()
        store.close()


def move_to_teams(records: Records) -> None:
    """Have the one tenant there is be in Teams."""
    [tenant] = records.tenants()
    tenant.platform, tenant.external_id = "teams", TENANT


BOTS: dict[str, Callable[..., AbstractAsyncContextManager[Handler]]] = {
    "stub": stub,
    "stock": stock,
    "lean": lean,
    "passerelle": passerelle,
}


async def main(kind: str, *arguments: str) -> None:
    """Serve until told to end."""
    async with BOTS[kind](*arguments) as handler:
        app = web.Application()
        app.router.add_post(PATH if kind != "stub" else "/{anything:.*}", handler)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, HOST, 0).start()
        print(runner.addresses[0][1], flush=True)  # noqa: T201  read by bench_teams
        await interrupted()
        await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
