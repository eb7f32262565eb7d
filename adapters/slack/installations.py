"""Who installed the app: a sealed row for each workspace or organisation, and its tenant.

One installation is one row, written over when somebody installs again or a token is rotated. It is
read at most once a minute, so a request costs no question to Slack and a token rotated by another
process is soon known here.
"""

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from logging import Logger

import structlog
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.web.async_client import AsyncWebClient

from adapters.serving.service import Core
from adapters.slack import secrets
from adapters.slack.errors import Suspended
from adapters.slack.options import SlackOptions
from adapters.slack.rotation import Rotation, ends_soon
from bot.domain.people import Tenant
from bot.errors import Gone
from bot.ports import Work
from bot.services.directory import tenant_at

log = structlog.get_logger()

PLATFORM = "slack"
REMEMBERED = timedelta(minutes=1)


@dataclass(frozen=True)
class Known:
    """An installation as it was read, and when; None: there is none."""

    installation: Installation | None
    at: datetime


@dataclass(eq=False)
class Installations(AsyncInstallationStore):
    """The installation store of Bolt's OAuth flow, and where every other part asks for a token."""

    core: Core
    options: SlackOptions
    client: AsyncWebClient
    _known: dict[str, Known] = field(default_factory=dict)
    _locks: dict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))
    _fixed: dict[str, Installation] = field(default_factory=dict)

    @property
    def logger(self) -> Logger:
        """Return the logger Bolt asks a store for."""
        return self.client.logger

    async def fix(self) -> tuple[str, bool]:
        """Take the workspace of the one bot token that was set; return it, and if it is new."""
        answer = await self.client.auth_test(token=self.options.bot_token)
        installation = Installation(
            user_id="",
            bot_token=self.options.bot_token,
            team_id=answer.get("team_id"),
            enterprise_id=answer.get("enterprise_id"),
            is_enterprise_install=bool(answer.get("is_enterprise_install")),
        )
        tenant = tenant_of(installation)
        self._fixed[tenant] = installation

        def act(work: Work) -> bool:
            is_new = work.tenants.named(PLATFORM, tenant) is None
            tenant_at(work, PLATFORM, tenant).active = True
            return is_new

        return tenant, await self.core.store.transact(self.core.organisation_id, act)

    async def async_save(self, installation: Installation) -> None:
        """Keep an installation in place of an earlier one; its tenant is written to again."""
        tenant = tenant_of(installation)
        if installation.bot_token_expires_at is not None:
            # The SDK reads a clock of its own; what counts is how long the token lives from now.
            lives = installation.bot_token_expires_at - installation.installed_at
            ends_at = self.core.clock.now().timestamp() + lives
            installation.bot_token_expires_at = int(ends_at)

        def act(work: Work) -> None:
            self._write(work, tenant, installation)
            tenant_at(work, PLATFORM, tenant).active = True

        await self.core.store.transact(self.core.organisation_id, act)
        self._known.pop(tenant, None)
        log.info("slack.installed", tenant=tenant)

    async def async_find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,  # noqa: ARG002  named by Slack's interface
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """Return the installation of a workspace, or of the organisation it belongs to."""
        tenant = enterprise_id if is_enterprise_install else team_id
        return await self.find(tenant) if tenant else None

    async def find(self, tenant: str) -> Installation | None:
        """Return an installation by its tenant's external id, at most a minute old."""
        now = self.core.clock.now()
        fixed = self._fixed.get(tenant)
        known = Known(fixed, now) if fixed else self._known.get(tenant)
        if known is None or now - known.at >= REMEMBERED:
            found = await self.core.store.transact(
                self.core.organisation_id, lambda work: self._read(work, tenant)
            )
            known = self._known[tenant] = Known(found, now)
        return known.installation

    async def token(self, tenant: str) -> str:
        """Return a token that is good for the next while.

        Raises Suspended for a tenant that took the app away, Gone for one that never had it.
        """
        installation = await self.find(tenant)
        if installation is None or not installation.bot_token:
            known = await self.core.store.transact(
                self.core.organisation_id, lambda work: work.tenants.named(PLATFORM, tenant)
            )
            raise Suspended if known else Gone("no such tenant")
        if ends_soon(installation, self.core.clock.now()):
            async with self._locks[tenant]:
                installation = await self._rotated(tenant) or installation
        return str(installation.bot_token)

    async def suspend(self, tenant: str) -> None:
        """Stop writing to a tenant that took the app away; what is kept of it stays."""

        def act(work: Work) -> bool:
            known = work.tenants.named(PLATFORM, tenant)
            was_active = known is not None and known.active
            if known is not None:
                known.active = False
            secrets.forget(work, _row(tenant))
            return was_active

        if await self.core.store.transact(self.core.organisation_id, act):
            log.error("slack.suspended", tenant=tenant, remedy="install the app again")
        self._known.pop(tenant, None)

    async def tenants(self) -> list[Tenant]:
        """Return the tenants of Slack that are written to."""
        found = await self.core.store.tenants()
        mine = self.core.organisation_id
        return [t for t in found if t.platform == PLATFORM and t.organisation_id == mine]

    async def ever(self) -> list[Tenant]:
        """Return the tenants of Slack that have the app, or had it once."""
        found = await self.core.store.transact(
            self.core.organisation_id, lambda work: work.tenants.all()
        )
        return [tenant for tenant in found if tenant.platform == PLATFORM]

    async def _rotated(self, tenant: str) -> Installation | None:
        """Return an installation with a token that lasts, read anew: others may have rotated it."""
        self._known.pop(tenant, None)
        installation = await self.find(tenant)
        if installation is None or not ends_soon(installation, self.core.clock.now()):
            return installation
        if await Rotation(self.core, self.options, self.client).renew(tenant, installation):
            await self.core.store.transact(
                self.core.organisation_id,
                lambda work: self._write(work, tenant, installation),
            )
            log.info("slack.rotated", tenant=tenant)
        return installation

    def _read(self, work: Work, tenant: str) -> Installation | None:
        found = secrets.kept(self.core, work, _row(tenant))
        return Installation(**found) if found else None

    def _write(self, work: Work, tenant: str, installation: Installation) -> None:
        said = {
            name: value
            for name, value in vars(installation).items()
            # Tokens that act as the installer are not ours to keep.
            if not name.startswith(("user_", "incoming_")) or name == "user_id"
        }
        secrets.keep(self.core, work, _row(tenant), said)


def tenant_of(installation: Installation) -> str:
    """Return the external id of the tenant an installation is for."""
    whole = installation.is_enterprise_install
    return str(installation.enterprise_id if whole else installation.team_id)


def _row(tenant: str) -> str:
    return f"slack:installation:{tenant}"
