"""Who writes to the bot: admitted by what the chat's roster says of them, and let go again."""

from adapters.teams.addresses import Route
from adapters.teams.connector import Connector
from adapters.teams.heard import Incoming
from adapters.teams.source import PLATFORM
from adapters.teams.text import Json
from bot import texts
from bot.ports import Clock, Store, Work
from bot.services import directory
from bot.services.directory import Profile, Standing

STANDINGS = {"guest": Standing.GUEST, "anonymous": Standing.STRANGER}
"""Roles of a roster that are not an employee's ("user")."""


def language_of(locale: str) -> str:
    """Return the language of ours that a client speaks, or nothing: "fr-CA" is "fr"."""
    language = locale.partition("-")[0].casefold()
    return language if language in texts.LANGUAGES else ""


def profile_of(member: Json, incoming: Incoming) -> Profile:
    """Return somebody as the roster and their client describe them."""
    given = {name: value for name, value in member.items() if isinstance(value, str)}
    standing = STANDINGS.get(given.get("userRole", ""), Standing.MEMBER)
    if given.get("tenantId", incoming.tenant) != incoming.tenant:
        standing = Standing.STRANGER
    return Profile(
        address=incoming.address,
        name=given.get("name", ""),
        email=given.get("email") or given.get("userPrincipalName", ""),
        zone=incoming.zone,
        language=language_of(incoming.locale),
        standing=standing,
    )


class People:
    """Admits people of the tenants that may use the bot; each is looked up once, when new."""

    def __init__(
        self, *, organisation_id: str, store: Store, clock: Clock, connector: Connector
    ) -> None:
        self._organisation_id = organisation_id
        self._store = store
        self._clock = clock
        self._connector = connector

    async def admit(self, incoming: Incoming, *, by_word: bool) -> None:
        """Give somebody an account; raises what the connector raises.

        ``by_word`` says that they wrote themselves, which brings back even whoever was erased.
        """
        where = Route(conversation=incoming.conversation, service_url=incoming.service_url)
        member = await self._connector.member(where, incoming.member)
        profile = profile_of(member, incoming)
        now = self._clock.now()

        def act(work: Work) -> None:
            # Whether the tenant may be there was settled before.
            tenant = directory.tenant_at(work, PLATFORM, incoming.tenant)
            if by_word:
                directory.readmit(work, tenant, profile, now=now)
            else:
                directory.admit(work, tenant, [profile], now=now)

        await self._store.transact(self._organisation_id, act)

    async def first_time(self, key: str) -> bool:
        """Note that something was told; return False when it was told before."""
        now = self._clock.now()
        return await self._store.transact(
            self._organisation_id, lambda work: work.first_time(key, now)
        )

    async def let_go(self, incoming: Incoming) -> None:
        """Note that somebody took the app away: they cannot be written to until they are back."""

        def act(work: Work) -> None:
            account = work.accounts.at(PLATFORM, incoming.tenant, incoming.address)
            if account is not None:
                account.reachable = False

        await self._store.transact(self._organisation_id, act)
