"""Slack in service: over HTTP or Socket Mode, for one workspace or several."""

from collections.abc import Sequence

import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.web.async_client import AsyncWebClient

from adapters.serving.service import Core, Finding
from adapters.slack.answer import Answers
from adapters.slack.api import SDK_LOG, Api
from adapters.slack.checks import examine
from adapters.slack.desk import Desk
from adapters.slack.errors import translate
from adapters.slack.gate import Gate, NotSigned, Refusal
from adapters.slack.installations import tenant_of
from adapters.slack.oauth import Flow
from adapters.slack.options import SlackOptions
from adapters.slack.own_fields import OwnFields
from adapters.slack.people import People
from adapters.slack.posting import Posting
from adapters.slack.send import SlackPlatform
from adapters.slack.signatures import Signatures
from bot.ports import ChatPlatform

log = structlog.get_logger()

EVENTS = "/slack/events"


class SlackService:
    """One Slack app in service."""

    def __init__(self, core: Core, options: SlackOptions) -> None:
        options.check()
        self.options = options
        self._api = Api(core, options)
        self._people = People(core, self._api, options)
        self._gate = Gate(options.signing_secrets, core.clock)
        self._signatures = Signatures(core)
        answers = Answers(Posting(self._api, options.place.responses))
        self._own_fields = OwnFields(core, self._api, options)
        self.desk = Desk(core, self._api, self._people, self._own_fields, answers)
        self._platform = SlackPlatform(self._api, options)
        self._flow = Flow(core, self._api, options, self._installed) if options.client_id else None
        self._socket: AsyncSocketModeHandler | None = None

    @property
    def platform(self) -> ChatPlatform:
        """Slack as the outbox writes to it."""
        return self._platform

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Return what Slack calls, and the pages of an installation."""
        events = [web.post(EVENTS, self._events)] if self.options.signing_secrets else []
        return [*events, *(self._flow.routes() if self._flow else ())]

    async def start(self) -> None:
        """Open the session, learn whose bot token was set, and open the socket; the port's errors.

        Raises Suspended when Slack refuses a token.
        """
        self._api.start()
        try:
            await self._connect()
        except Exception as error:
            await self._api.stop()
            raise translate(error) from error

    async def _connect(self) -> None:
        if self.options.bot_token:
            tenant, is_new = await self._api.installations.fix()
            if is_new:
                self.desk.later(self._sync(tenant))
        if self.options.app_token:
            opener = AsyncWebClient(
                token=self.options.app_token,
                base_url=self.options.place.api_url,
                logger=SDK_LOG,
            )
            self._socket = AsyncSocketModeHandler(
                self.desk.bolt, self.options.app_token, logger=SDK_LOG, web_client=opener
            )
            await self._socket.client.connect()  # type: ignore[no-untyped-call]  # so in the SDK

    async def stop(self) -> None:
        """Close the socket, finish what was begun, and close the session."""
        if self._socket is not None:
            await self._socket.client.close()  # type: ignore[no-untyped-call]  # so in the SDK
        await self.desk.settle()
        await self._api.stop()

    async def daily(self) -> None:
        """Look who works in every workspace."""
        for tenant in await self._api.installations.tenants():
            await self._sync(tenant.external_id)

    async def checks(self) -> list[Finding]:
        """Ask Slack whether the tokens, scopes and clocks are right."""
        self._api.start()
        try:
            return await examine(self._api, self.options, self._signatures)
        finally:
            await self._api.stop()

    async def _installed(self, installation: Installation) -> None:
        """While the installer reads that it is done, learn who works there, and greet them."""
        tenant, installer = tenant_of(installation), installation.user_id

        async def welcome() -> None:
            await self._sync(tenant)
            await self._people.appoint_first(tenant, installer)
            await self.desk.greet(tenant, installer)

        self.desk.later(welcome())

    async def _sync(self, tenant: str) -> None:
        try:
            await self._people.sync(tenant)
            self.desk.later(self._own_fields.read(tenant))
        except Exception as error:  # noqa: BLE001  the other workspaces are looked at all the same
            log.error("slack.sync_failed", tenant=tenant, error=type(translate(error)).__name__)  # noqa: TRY400  its words may be personal

    async def _events(self, request: web.Request) -> web.Response:
        try:
            payload = await self._gate.open(request)
        except Refusal as refusal:
            log.debug("slack.refused", status=refusal.status, reason=str(refusal))
            if isinstance(refusal, NotSigned) and self._signatures.is_time_to_note():
                log.warning("slack.not_signed", remedy="if it is Slack, see `passerelle doctor`")
                self.desk.later(self._signatures.refuse())
            return web.Response(status=refusal.status)
        if self._signatures.is_news:
            self.desk.later(self._signatures.let_in())
        return await to_aiohttp_response(await self.desk.dispatch(payload, {}))
