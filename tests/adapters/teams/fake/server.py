"""The whole of it, started on free ports of loopback."""

from typing import Self

from aiohttp import web

from bot.ports import Clock
from tests.adapters.teams.fake.connector import Connector
from tests.adapters.teams.fake.entra import APP_SERVICE, App, Entra
from tests.adapters.teams.fake.keyhost import METADATA, KeyHost
from tests.adapters.teams.fake.person import Person
from tests.adapters.teams.fake.tenants import Directory
from tests.adapters.teams.fake.wire import Parts, Wire

HOST = "127.0.0.1"
TENANT = "11111111-1111-4111-8111-111111111111"
OTHER_TENANT = "22222222-2222-4222-8222-222222222222"
APP = App(id="aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa", tenant=TENANT)


class FakeTeams:
    """Teams, Entra and the key host; ``faults`` must be empty in the end.

    ::

        async with FakeTeams(clock) as teams:
            teams.wire.bot = "http://127.0.0.1:…/teams/messages"
            ana = teams.person("Ana Test")
            await ana.installs()
            await ana.types("join")
    """

    def __init__(self, clock: Clock, app: App = APP) -> None:
        self.app = app
        self.directory = Directory()
        self.keyhost = KeyHost()
        self.entra = Entra(clock, app)
        self.connector = Connector(clock, app, self.entra, self.directory)
        self.wire = Wire(
            Parts(
                clock=clock,
                app=app,
                keyhost=self.keyhost,
                directory=self.directory,
                history=self.connector.history,
            )
        )
        self._runner: web.AppRunner | None = None
        self.url = ""

    @property
    def faults(self) -> list[str]:
        """Everything wrong that the bot did."""
        return self.connector.faults

    @property
    def service_url(self) -> str:
        """Where a chat is begun when no activity named the service of its tenant."""
        return f"{self.url}/teams"

    @property
    def metadata_url(self) -> str:
        """The OpenID metadata that name the signing keys."""
        return self.url + METADATA

    @property
    def authority(self) -> str:
        """The authority of the app's own tenant, where tokens are fetched."""
        return f"{self.url}/{self.app.tenant}"

    @property
    def identity_endpoint(self) -> str:
        """Where a managed identity gets its tokens."""
        return self.url + APP_SERVICE

    def person(self, name: str, tenant: str = TENANT, **more: str) -> Person:
        """Add somebody to a tenant; the app is not installed for them yet."""
        email = more.pop("email", f"{name.lower().replace(' ', '.')}@example.org")
        user = self.directory.add(tenant, name, email, **more)
        return Person(user, directory=self.directory, connector=self.connector, wire=self.wire)

    async def start(self) -> None:
        """Listen on a free port."""
        app = web.Application(client_max_size=4 * 1024 * 1024)
        for part in (self.keyhost, self.entra, self.connector):
            app.add_routes(part.routes())
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, 0).start()
        self.url = f"http://{HOST}:{self._runner.addresses[0][1]}"
        self.wire.service_root = self.url

    async def stop(self) -> None:
        """Let go of everything that hangs, and close the port."""
        self.connector.release()
        await self.wire.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.stop()
