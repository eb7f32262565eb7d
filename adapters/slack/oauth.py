"""Installing the app: Bolt's OAuth flow with our stores, for the workspaces that may."""

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from logging import Logger

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.error import BoltError
from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions, AsyncFailureArgs
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from adapters.sealing import Unsealable
from adapters.serving.service import Core
from adapters.slack.api import SDK_LOG, Api
from adapters.slack.environment import unheard
from adapters.slack.installations import tenant_of
from adapters.slack.manifest import reasons
from adapters.slack.options import SlackOptions

INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"
STATE = "slack:state"
STATE_LIVES = timedelta(minutes=10)
FORBIDDEN = 403

Installed = Callable[[Installation], Awaitable[None]]


class NotAllowed(BoltError):
    """This workspace is not among those that may install the app."""


class States(AsyncOAuthStateStore):
    """States that nobody else can make: sealed, ten minutes old at most, and good for one use."""

    def __init__(self, core: Core) -> None:
        self._core = core

    @property
    def logger(self) -> Logger:
        """Return the logger Bolt asks a store for."""
        return SDK_LOG

    async def async_issue(self, *_args: object, **_kwargs: object) -> str:
        """Return a new state."""
        return self._core.sealer.seal(self._core.clock.now().isoformat(), purpose=STATE)

    async def async_consume(self, state: str) -> bool:
        """Whether a state is ours, fresh and used for the first time."""
        try:
            issued_at = datetime.fromisoformat(self._core.sealer.unseal(state, purpose=STATE))
        except (Unsealable, UnicodeEncodeError):
            return False
        now = self._core.clock.now()
        if not timedelta() <= now - issued_at <= STATE_LIVES:
            return False
        key = f"{STATE}:{hashlib.sha256(state.encode()).hexdigest()[:40]}"
        return await self._core.store.transact(
            self._core.organisation_id, lambda work: work.first_time(key, now)
        )


class Flow(AsyncOAuthFlow):
    """Bolt's flow, which keeps an installation only for a workspace that may have one."""

    def __init__(self, core: Core, api: Api, options: SlackOptions, installed: Installed) -> None:
        self._api = api
        self._options = options
        self._installed = installed
        with unheard():
            settings = AsyncOAuthSettings(
                client_id=options.client_id,
                client_secret=options.client_secret,
                scopes=list(reasons(options.shape)),
                user_scopes=[],
                install_path=INSTALL,
                redirect_uri_path=REDIRECT,
                authorization_url=options.place.consent_url,
                callback_options=AsyncCallbackOptions(
                    success=lambda args: args.default.success(args), failure=explain
                ),
                installation_store=api.installations,
                state_store=States(core),
                logger=SDK_LOG,
            )
        super().__init__(client=api.bare, logger=SDK_LOG, settings=settings)

    async def store_installation(
        self, request: AsyncBoltRequest, installation: Installation
    ) -> None:
        """Keep an installation; raises NotAllowed."""
        tenant = tenant_of(installation)
        allowed = self._options.workspaces or {
            each.external_id for each in await self._api.installations.ever()
        }
        if allowed and tenant not in allowed:
            raise NotAllowed(tenant)
        await super().store_installation(request, installation)
        await self._installed(installation)

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Return the two pages of an installation."""

        async def install(request: web.Request) -> web.Response:
            asked = await to_bolt_request(request)
            return await to_aiohttp_response(await self.handle_installation(asked))

        async def redirect(request: web.Request) -> web.Response:
            asked = await to_bolt_request(request)
            return await to_aiohttp_response(await self.handle_callback(asked))

        return (web.get(INSTALL, install), web.get(REDIRECT, redirect))


async def explain(args: AsyncFailureArgs) -> BoltResponse:
    """Say what went wrong on the page the installer comes back to."""
    if isinstance(args.error, NotAllowed):
        said = f"Add {args.error} to PASSERELLE_SLACK_WORKSPACES, then install again."
        return BoltResponse(status=FORBIDDEN, body=said)
    return await args.default.failure(args)
