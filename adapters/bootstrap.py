"""Composition root: where the store, the core and the platforms of an installation meet."""

import contextlib
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from adapters.clocks import WallClock
from adapters.keys import keys_of
from adapters.matching.solvers import SolverApart
from adapters.sealing import Sealer
from adapters.serving.failures import report_failure, report_refusal
from adapters.serving.service import Core, Service
from adapters.settings import Settings, split
from adapters.slack.options import SLACK, SlackOptions, stand_in
from bot.domain.people import Organisation, Tenant
from bot.ports import ChatPlatform, Clock
from bot.runtime.engine import Engine
from bot.runtime.outbox import Outbox
from bot.runtime.schedule import Schedule
from bot.runtime.solving import Solving
from storage.database import SqlStore, open_store, random_id
from storage.migrate import migrate
from storage.sealing import Keys

ORGANISATION = "main"
"""The one organisation of a self-hosted installation."""
PLAYGROUND = Tenant(
    organisation_id=ORGANISATION,
    id="playground",
    platform="playground",
    external_id="playground",
)


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What goes on by itself around a store; people's events go to an engine of their own."""

    store: SqlStore
    clock: Clock
    schedule: Schedule
    outbox: Outbox
    solving: Solving

    async def act(self) -> None:
        """Act on what is due now (timers.Work)."""
        await self.schedule.run()

    async def solve(self) -> None:
        """Solve the rounds that were asked for (timers.Work)."""
        await self.solving.run()

    async def deliver(self) -> timedelta | None:
        """Send what is due now; return when more may go if a bucket ran empty (timers.Work)."""
        await self.outbox.run()
        return self.outbox.refills_in

    async def run_everything(self) -> int:
        """Solve, act and deliver, and wait for it; return how much it was."""
        return await self.solving.run() + await self.schedule.run() + await self.outbox.run()


@dataclass(frozen=True, kw_only=True)
class Platforms:
    """The chat platforms in service, around one running core."""

    parts: Parts
    services: tuple[Service, ...]


def employer(found: Settings) -> Organisation:
    """Return the organisation that the settings name."""
    return Organisation(id=ORGANISATION, name=found.organisation, language=found.language)


@contextlib.asynccontextmanager
async def opened(url: str, organisation: Organisation, keys: Keys) -> AsyncIterator[SqlStore]:
    """Open the database at an address, brought to the newest schema; closed at the end."""
    migrate(url, keys=keys)
    store = open_store(url, keys)
    try:
        await store.found(organisation)
        yield store
    finally:
        store.close()


def database(found: Settings) -> contextlib.AbstractAsyncContextManager[SqlStore]:
    """Open the database that the settings name, with the keys that they hold."""
    return opened(found.database_url, employer(found), keys_of(found))


def assemble(store: SqlStore, clock: Clock, platforms: Iterable[ChatPlatform]) -> Parts:
    """Put together what goes on by itself: what is due, the outbox, and runs of the matching."""
    by_name = {platform.name: platform for platform in platforms}
    return Parts(
        store=store,
        clock=clock,
        schedule=Schedule(store, clock, report_failure),
        outbox=Outbox(store, clock, by_name, owner=random_id()),
        solving=Solving(store, clock, SolverApart(), report=report_failure),
    )


def open_platforms(found: Settings, store: SqlStore) -> Platforms:
    """Put the platforms in service that the settings speak of; raises WrongKey."""
    clock = WallClock()
    engine = Engine(store, clock, report=report_refusal)
    services = make_services(
        found,
        Core(
            organisation_id=ORGANISATION,
            store=store,
            clock=clock,
            engine=engine,
            sealer=Sealer(found.secret_keys),
        ),
    )
    platforms = [service.platform for service in services]
    engine.rooms = frozenset(each.name for each in platforms if each.capabilities.rooms)
    parts = assemble(store, clock, platforms)
    return Platforms(parts=parts, services=services)


def make_services(found: Settings, core: Core) -> tuple[Service, ...]:
    """Return a service for each platform that the settings speak of."""
    services: list[Service] = []
    if any(name.startswith("slack_") for name in found.model_fields_set):
        from adapters.slack.app import SlackService  # noqa: PLC0415  others need not load its SDK

        services.append(SlackService(core, slack_options(found)))
    if found.teams_app_id or found.teams_development:
        services.append(make_teams(found, core))
    return tuple(services)


def make_teams(found: Settings, core: Core) -> Service:
    """Return the service of Teams."""
    # The SDKs take half a second to import, and most commands need none of them.
    from adapters.teams import access  # noqa: PLC0415
    from adapters.teams.addresses import CLOUDS  # noqa: PLC0415
    from adapters.teams.app import Registration, TeamsService  # noqa: PLC0415

    cloud, app_id, tenants = CLOUDS[found.teams_cloud], found.teams_app_id, found.teams_tenant_ids
    if found.teams_development:
        cloud, acquire = replace(cloud, local=True), access.no_access
    elif found.teams_identity:
        acquire = access.with_identity(cloud, app_id=app_id)
    else:
        secret = found.teams_secret.get_secret_value()
        acquire = access.with_secret(cloud, app_id=app_id, tenant=tenants[0], secret=secret)
    registration = Registration(
        app_id=app_id,
        tenants=frozenset(tenants),
        cloud=cloud,
        acquire=acquire,
        language=found.language,
        development=found.teams_development,
    )
    return TeamsService(registration, core)


def slack_options(found: Settings) -> SlackOptions:
    """Return what the settings say of Slack."""
    return SlackOptions(
        signing_secrets=tuple(split(found.slack_signing_secret.get_secret_value())),
        bot_token=found.slack_bot_token.get_secret_value(),
        app_token=found.slack_app_token.get_secret_value(),
        client_id=found.slack_client_id,
        client_secret=found.slack_client_secret.get_secret_value(),
        workspaces=frozenset(split(found.slack_workspaces)),
        coordinators=frozenset(split(found.slack_coordinators)),
        reads_emails=found.slack_emails,
        reads_profiles=found.slack_profiles,
        reads_history=found.slack_history,
        place=stand_in(found.slack_api_url) if found.slack_development else SLACK,
    )
