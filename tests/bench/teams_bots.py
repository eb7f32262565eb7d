"""What bench_teams measures, each in a process of its own that prints its port and serves.

    python -m tests.bench.teams_bots stub <seconds>
    python -m tests.bench.teams_bots stock
    python -m tests.bench.teams_bots lean
    python -m tests.bench.teams_bots guarded <OpenID metadata>
    python -m tests.bench.teams_bots passerelle <people> <OpenID metadata>

``stub`` takes every message after so many seconds. ``stock`` is botbuilder's own CloudAdapter
(all of it but the twenty lines of its web framework's package). ``lean`` is botbuilder's schema,
TurnContext and ActivityHandler over a BotAdapter of its own, whose replies go out through one
aiohttp client. Both echo what is said and ask for no token; ``guarded`` is ``lean`` behind the
product's own check of a token. ``passerelle`` is the adapter on a SQLite file.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from botbuilder.core import ActivityHandler, BotAdapter, TurnContext
from botbuilder.core.cloud_adapter_base import CloudAdapterBase
from botbuilder.schema import Activity, ConversationReference, ResourceResponse
from botframework.connector.auth import (
    BotFrameworkAuthenticationFactory,
    PasswordServiceClientCredentialFactory,
)

from adapters.clocks import WallClock
from adapters.sealing import Sealer, new_key
from adapters.serving.interruption import interrupted
from adapters.serving.server import freeze_start
from adapters.serving.service import Core
from adapters.teams.access import no_access
from adapters.teams.addresses import PUBLIC, Cloud
from adapters.teams.app import PATH, Registration, TeamsService
from adapters.teams.http import PooledHttp
from adapters.teams.keys import SigningKeys
from adapters.teams.tokens import TokenCheck
from bot.ports import Work
from bot.runtime.engine import Engine
from storage.database import open_store
from storage.migrate import migrate
from tests.adapters.teams.fake.server import APP, HOST, TENANT
from tests.bench.bench_turn import arrange
from tests.builders import KEYS, ORGANISATION, an_organisation

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


# The SDK has no types, so its classes are unknown to the type checker.
class Echo(ActivityHandler):  # type: ignore[misc]
    """Says what was said."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Answer one message."""
        await turn_context.send_activity(f"Echo: {turn_context.activity.text}")


class EchoAdapter(BotAdapter):  # type: ignore[misc]
    """Plays turns of an Echo; its replies are awaited, as the product's are."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        super().__init__()
        self._session = session
        self._bot = Echo()

    async def play(self, activity: dict[str, Any]) -> None:
        """Play the turn of one activity."""
        context = TurnContext(self, Activity().deserialize(activity))
        await self.run_pipeline(context, self._bot.on_turn)

    async def send_activities(
        self, context: TurnContext, activities: list[Activity]
    ) -> list[ResourceResponse]:
        """Post each reply to the service it belongs to."""
        asked = context.activity
        url = f"{asked.service_url}v3/conversations/{asked.conversation.id}/activities"
        sent = []
        for activity in activities:
            async with self._session.post(url, json=activity.serialize()) as response:
                sent.append(ResourceResponse(id=(await response.json())["id"]))
        return sent

    async def update_activity(self, context: TurnContext, activity: Activity) -> None:
        """Refuse: an echo changes nothing."""
        raise NotImplementedError

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        """Refuse: an echo takes nothing back."""
        raise NotImplementedError


@asynccontextmanager
async def lean() -> AsyncIterator[Handler]:
    """Echo with the lightest adapter botbuilder allows."""
    async with aiohttp.ClientSession() as session:
        adapter = EchoAdapter(session)

        async def receive(request: web.Request) -> web.Response:
            await adapter.play(await request.json())
            return web.Response(status=201)

        yield receive


@asynccontextmanager
async def guarded(metadata_url: str) -> AsyncIterator[Handler]:
    """Echo with the lightest adapter, once the product's own check has passed the token."""
    clock, http = WallClock(), PooledHttp()
    keys = SigningKeys(metadata_url, http.get, clock)
    await keys.refresh()
    tokens = TokenCheck(app_id=APP.id, cloud=local_cloud(metadata_url), keys=keys, clock=clock)
    async with lean() as answer:

        async def receive(request: web.Request) -> web.StreamResponse:
            await tokens.service_url(request.headers["Authorization"])
            return await answer(request)

        yield receive
    await http.close()


def local_cloud(metadata_url: str) -> Cloud:
    """Return the public cloud, but for its keys and with services on this machine."""
    return replace(PUBLIC, local=True, metadata_url=metadata_url)


@asynccontextmanager
async def passerelle(people: str, metadata_url: str) -> AsyncIterator[Handler]:
    """Serve the adapter to people with an open check-in each."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        migrate(url)
        store = open_store(url, KEYS)
        await store.found(an_organisation())
        await store.transact(ORGANISATION, lambda work: arrange(work, int(people) // 2))
        await store.transact(ORGANISATION, move_to_teams)
        clock = WallClock()
        registration = Registration(
            app_id=APP.id,
            tenants=frozenset({TENANT}),
            cloud=local_cloud(metadata_url),
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


def move_to_teams(work: Work) -> None:
    """Have the one tenant there is be in Teams."""
    [tenant] = work.tenants.all()
    tenant.platform, tenant.external_id = "teams", TENANT


BOTS: dict[str, Callable[..., AbstractAsyncContextManager[Handler]]] = {
    "stub": stub,
    "stock": stock,
    "lean": lean,
    "guarded": guarded,
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
        freeze_start()
        print(runner.addresses[0][1], flush=True)  # noqa: T201  read by bench_teams
        await interrupted()
        await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
