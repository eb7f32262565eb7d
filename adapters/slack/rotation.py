"""Exchanging a token before it ends: by one process at a time, two hours early."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.web.async_client import AsyncWebClient

from adapters.serving.service import Core
from adapters.slack.errors import translate
from adapters.slack.options import SlackOptions

log = structlog.get_logger()

EARLY = timedelta(hours=2)
"""How long before its end a token is rotated; it lives for twelve hours."""
CLAIM = timedelta(minutes=10)
"""How long one process has for a rotation before another may try."""


def ends_soon(installation: Installation, now: datetime) -> bool:
    """Whether an installation's token must be exchanged."""
    ends_at = installation.bot_token_expires_at
    return ends_at is not None and ends_at <= (now + EARLY).timestamp()


@dataclass(frozen=True)
class Rotation:
    """Exchanges tokens by Slack's ``oauth.v2.access``."""

    core: Core
    options: SlackOptions
    client: AsyncWebClient

    async def renew(self, tenant: str, installation: Installation) -> bool:
        """Give an installation a new token; False when it keeps the old one for now.

        Another process may be at it at this moment, or Slack may not answer.
        """
        now = self.core.clock.now()
        slot = int(now.timestamp() // CLAIM.total_seconds())
        is_ours = await self.core.store.transact(
            self.core.organisation_id,
            lambda work: work.first_time(f"slack:rotate:{tenant}:{slot}", now),
        )
        if not is_ours:
            return False
        try:
            answer = await self.client.oauth_v2_access(
                client_id=self.options.client_id,
                client_secret=self.options.client_secret,
                grant_type="refresh_token",
                refresh_token=installation.bot_refresh_token,
            )
        except Exception as error:  # noqa: BLE001  the old token is good for two hours more
            name = type(translate(error)).__name__
            log.warning("slack.rotation_failed", tenant=tenant, error=name)
            return False
        installation.bot_token = answer["access_token"]
        installation.bot_refresh_token = answer["refresh_token"]
        installation.bot_token_expires_at = int(now.timestamp()) + int(answer["expires_in"])
        return True
