"""Teams in service: the route it calls, what is kept open, and the looks at whether all is well."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus

import structlog
from aiohttp import web

from adapters.serving.service import Core, Finding, Sleep
from adapters.teams import bodies
from adapters.teams.access import AccessToken, Acquire
from adapters.teams.addresses import Cloud
from adapters.teams.checks import examine
from adapters.teams.connector import Connector
from adapters.teams.gate import Gate, Refusal
from adapters.teams.heard import Asks, Incoming
from adapters.teams.http import PooledHttp
from adapters.teams.keys import SigningKeys
from adapters.teams.pacing import Pacing
from adapters.teams.people import People, language_of
from adapters.teams.render import no_dialogs
from adapters.teams.search import Search
from adapters.teams.send import TeamsPlatform
from adapters.teams.tokens import TokenCheck
from adapters.teams.turns import Parts, Turns
from bot import texts

log = structlog.get_logger()

PATH = "/teams/messages"
NOTED_EVERY = timedelta(minutes=1)
"""How often a refused request is written down as a warning."""


@dataclass(frozen=True, kw_only=True)
class Registration:
    """The bot as it is registered with Microsoft; ``tenants`` are those it answers.

    In ``development`` no token is asked for or sent, any tenant may write, and forms are shown in
    the chat, because Microsoft's Playground opens no dialogs.
    """

    app_id: str
    tenants: frozenset[str]
    cloud: Cloud
    acquire: Acquire
    language: str
    development: bool = False


class TeamsService:
    """One bot in Teams (adapters.serving.service.Service)."""

    def __init__(
        self, registration: Registration, core: Core, *, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._registration = registration
        self._core = core
        self._noted_at: datetime | None = None
        self._http = PooledHttp()
        cloud, clock = registration.cloud, core.clock
        self._keys = SigningKeys(cloud.metadata_url, self._http.get, clock)
        self._token = AccessToken(registration.acquire, clock)
        connector = Connector(cloud=cloud, http=self._http, token=self._token, clock=clock)
        self._platform = TeamsPlatform(
            connector,
            Pacing(clock, sleep),
            app_id=registration.app_id,
            service_url=cloud.service_url,
            opens=no_dialogs if registration.development else core.engine.registry.opens_form,
        )
        tokens = TokenCheck(app_id=registration.app_id, cloud=cloud, keys=self._keys, clock=clock)
        self._gate = Gate(
            organisation_id=core.organisation_id,
            cloud=cloud,
            tenants=registration.tenants,
            tokens=None if registration.development else tokens,
        )
        self._turns = Turns(
            Parts(
                engine=core.engine,
                platform=self._platform,
                people=People(
                    organisation_id=core.organisation_id,
                    store=core.store,
                    clock=clock,
                    connector=connector,
                ),
                search=Search(organisation_id=core.organisation_id, store=core.store),
                clock=clock,
                sleep=sleep,
                language=registration.language,
            )
        )

    @property
    def platform(self) -> TeamsPlatform:
        """The platform as the outbox writes to it."""
        return self._platform

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Return the one route that Teams calls."""
        return [web.post(PATH, self._receive)]

    async def start(self) -> None:
        """Fetch the signing keys before the first request needs them."""
        if not self._registration.development:
            await self._keys.refresh()

    async def stop(self) -> None:
        """Close the client."""
        await self._turns.stop()
        await self._http.close()

    async def daily(self) -> None:
        """Nothing: Teams says who installed, wrote or left when it happens."""

    async def checks(self) -> list[Finding]:
        """Look whether keys and tokens can be had, and whether the clocks agree."""
        try:
            cloud, clock = self._registration.cloud, self._core.clock
            return await examine(cloud, http=self._http, token=self._token, clock=clock)
        finally:
            await self._http.close()

    def _refused(self, refusal: Refusal) -> web.Response:
        """Turn somebody away; written down once a minute, for a flood of them must fill no log."""
        now = self._core.clock.now()
        is_news = self._noted_at is None or now - self._noted_at >= NOTED_EVERY
        if is_news:
            self._noted_at = now
        tell = log.warning if is_news else log.debug
        tell(
            "teams.refused",
            status=int(refusal.status),
            why=str(refusal),
            remedy="if it was Teams, see `passerelle doctor`",
        )
        return web.Response(status=refusal.status)

    async def _receive(self, request: web.Request) -> web.Response:
        """Answer one request; nothing but its commit stands behind a 200."""
        try:
            incoming = await self._gate.admit(request)
        except Refusal as refusal:
            return self._refused(refusal)
        try:
            body = await self._turns.take(incoming)
        except Exception as error:  # noqa: BLE001  nothing was kept; whatever it is, say so
            return self._failed(incoming, error)
        return web.Response() if body is None else web.json_response(body)

    def _failed(self, incoming: Incoming, error: Exception) -> web.Response:
        """Say that nothing was kept: in words where Teams shows them, else by the status.

        After the status a dialog stays open with what was typed in it. The words of the error may
        hold a name or a text, so they are not logged.
        """
        log.error("teams.failed", error=type(error).__name__)
        if incoming.asks is not Asks.ACTION:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        language = language_of(incoming.locale) or self._registration.language
        words = texts.say(language, "teams-failed")
        return web.json_response(bodies.refusal(500, "InternalServerError", words))
