"""A company on the fake Teams: the whole product in service, on a clock the test moves."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import requests
from aiohttp import web

from adapters.clocks import MovableClock
from adapters.sealing import Sealer, new_key
from adapters.serving.service import Core, Sleep
from adapters.teams.access import Bounded, with_secret
from adapters.teams.addresses import PUBLIC, Cloud
from adapters.teams.app import PATH, Registration, TeamsService
from bot.domain.people import Account
from bot.domain.people import Person as Employee
from bot.domain.programme import Cycle, Programme
from bot.runtime.engine import Engine
from bot.runtime.outbox import Outbox
from bot.runtime.schedule import Schedule
from tests.adapters.teams.fake.person import Person
from tests.adapters.teams.fake.server import HOST, TENANT, FakeTeams
from tests.builders import ORGANISATION
from tests.world import World, a_person

NOW = datetime(2026, 9, 14, 13, 30, tzinfo=UTC)
"""A Monday, 9:30 in Montréal, in no holiday week."""


class Loopback(Bounded):
    """MSAL's client, led to the fake's Entra: MSAL itself insists on https."""

    def __init__(self, teams: FakeTeams) -> None:
        super().__init__()
        self._teams = teams

    def request(self, method: Any, url: Any, *args: Any, **kwargs: Any) -> requests.Response:
        """Send a request to the fake instead, and read its addresses as Microsoft's."""
        there = str(url).replace(PUBLIC.login_url, self._teams.url)
        response = super().request(method, there, *args, **kwargs)
        ours, theirs = self._teams.url.encode(), PUBLIC.login_url.encode()
        response._content = response.content.replace(ours, theirs)  # noqa: SLF001  no other way
        return response


def cloud_of(teams: FakeTeams) -> Cloud:
    """Return Microsoft's public cloud, but for where its services are."""
    return replace(
        PUBLIC, local=True, metadata_url=teams.metadata_url, service_url=teams.service_url
    )


@dataclass(kw_only=True)
class Company:
    """People in one tenant, with the bot in service for them."""

    teams: FakeTeams
    world: World
    service: TeamsService
    clock: MovableClock
    registration: Registration
    core: Core

    async def employs(self, name: str, **changes: Any) -> Person:
        """Let HR import somebody who also is in Teams; the app is not installed for them."""
        employee: Employee = a_person(name, **changes)
        locale = "fr-CA" if employee.language == "fr" else "en-CA"
        person = self.teams.person(
            employee.name, email=employee.email, zone=employee.zone, locale=locale
        )
        await self.world.look(lambda work: work.add(employee))
        return person

    async def opens_cycle(self) -> None:
        """Let HR open a round that welcomes volunteers."""
        org: dict[str, Any] = {"organisation_id": ORGANISATION}
        programme = Programme(**org, id="programme", name="Bridges", created_by="claire")
        cycle = Cycle(
            **org, id="cycle", programme_id="programme", number=1, answer_by=date(2026, 9, 28)
        )
        await self.world.look(lambda work: work.add(programme, cycle))

    @asynccontextmanager
    async def again(self, **changes: Any) -> AsyncIterator[None]:
        """Serve anew, as after a restart; with other values of the registration, if given."""
        self.service = TeamsService(replace(self.registration, **changes), self.core)
        async with serving(self.service, self.teams):
            yield

    async def account(self, person: Person) -> Account:
        """Return somebody's account as it is stored."""
        user = person.user
        found = await self.world.look(
            lambda work: work.accounts.at("teams", user.tenant, user.object_id)
        )
        assert isinstance(found, Account)
        return found

    async def run_due(self) -> None:
        """Do what is due now and deliver it."""
        await self.world.schedule.run()
        while await self.outbox.run():
            pass

    @property
    def outbox(self) -> Outbox:
        """The outbox, on Teams."""
        platforms = {"teams": self.service.platform}
        return Outbox(self.world.store, self.clock, platforms, owner="teams")


@asynccontextmanager
async def company(
    *, acquire: Any = None, sleep: Sleep = asyncio.sleep, **changes: Any
) -> AsyncIterator[Company]:
    """Open a company without people."""
    world = await World.create([])
    world.clock.move_to(NOW)
    async with FakeTeams(world.clock) as teams:
        cloud = cloud_of(teams)
        app = teams.app
        secret = with_secret(
            cloud, app_id=app.id, tenant=app.tenant, secret=app.secret, http=Loopback(teams)
        )
        values: dict[str, Any] = {
            "app_id": app.id,
            "tenants": frozenset({TENANT}),
            "cloud": cloud,
            "acquire": acquire or secret,
            "language": "en",
            **changes,
        }
        core = Core(
            organisation_id=ORGANISATION,
            store=world.store,
            clock=world.clock,
            engine=Engine(world.store, world.clock),
            sealer=Sealer([new_key()]),
        )
        registration = Registration(**values)
        service = TeamsService(registration, core, sleep=sleep)
        world.schedule = Schedule(world.store, world.clock)
        async with serving(service, teams):
            yield Company(
                teams=teams,
                world=world,
                service=service,
                clock=world.clock,
                registration=registration,
                core=core,
            )
    world.store.close()


@asynccontextmanager
async def serving(service: TeamsService, teams: FakeTeams) -> AsyncIterator[None]:
    """Let a service listen on a free port, and the fake write there."""
    app = web.Application()
    app.add_routes(service.routes())
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    teams.wire.bot = f"http://{HOST}:{runner.addresses[0][1]}{PATH}"
    await service.start()
    try:
        yield
    finally:
        await service.stop()
        await runner.cleanup()


def said(person: Person) -> list[str]:
    """Return what the bot wrote to somebody, as text, oldest first."""
    return [str(m.card["fallbackText"]) for m in person.screen if m.by_bot and m.card]
