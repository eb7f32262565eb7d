"""Who works in a workspace: everybody once a day, one by one as they come, change and go."""

from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.serving.service import Core
from adapters.slack import limits
from adapters.slack.api import ANSWER_WITHIN, Api
from adapters.slack.installations import PLATFORM
from adapters.slack.options import SlackOptions
from bot import texts
from bot.domain.people import Account, Person, Tenant
from bot.ports import Work
from bot.services.directory import Profile, Standing, admit, note_left_out, readmit

log = structlog.get_logger()

Member = Mapping[str, Any]

SLACKBOT = "USLACKBOT"
"""Slack's own bot says of itself that it is none."""


def profile_of(member: Member, tenant: str) -> Profile:
    """Return somebody as ``users.info`` and ``users.list`` tell them.

    The time zone is a name of the tz database; the locale ("fr-CA") comes only when it was asked
    for, the e-mail only with its scope. A field that is missing is empty, as Slack leaves out what
    it does not want to say.
    """
    said = member.get("profile") or {}
    names = (said.get("real_name"), member.get("real_name"), said.get("display_name"))
    language = str(member.get("locale") or "")[:2]
    return Profile(
        address=str(member["id"]),
        name=" ".join(str(next(filter(None, names), "") or member.get("name") or "").split()),
        email=str(said.get("email") or ""),
        zone=str(member.get("tz") or ""),
        language=language if language in texts.LANGUAGES else "",
        title=" ".join(str(said.get("title") or "").split()),
        standing=_standing(member, tenant),
    )


def _standing(member: Member, tenant: str) -> Standing:
    """Deactivated first: a guest or stranger who is gone is nobody to count."""
    of_bots = member.get("is_bot") or member.get("is_workflow_bot") or member["id"] == SLACKBOT
    homes = {member.get("team_id"), (member.get("enterprise_user") or {}).get("enterprise_id")}
    is_elsewhere = any(homes) and tenant not in homes and not tenant.startswith("E")
    for is_so, standing in (
        (of_bots, Standing.BOT),
        (member.get("deleted"), Standing.DEACTIVATED),
        (member.get("is_stranger") or is_elsewhere, Standing.STRANGER),
        (member.get("is_restricted") or member.get("is_ultra_restricted"), Standing.GUEST),
    ):
        if is_so:
            return standing
    return Standing.MEMBER


async def workspaces(client: AsyncWebClient, tenant: str) -> list[dict[str, str]]:
    """Return the argument that names each workspace of a tenant; a workspace alone needs none."""
    if not tenant.startswith("E"):
        return [{}]
    pages = await client.auth_teams_list(limit=limits.PAGE)
    return [{"team_id": team["id"]} async for page in pages for team in page["teams"]]


class People:
    """Keeps the directory as Slack tells it."""

    def __init__(self, core: Core, api: Api, options: SlackOptions) -> None:
        self._core = core
        self._api = api
        self._coordinators = options.coordinators

    async def sync(self, tenant: str) -> None:
        """Look at everybody of a tenant, page by page, and count who is left out and why."""
        left_out: Counter[str] = Counter()
        async for members in self._pages(tenant):
            left_out += await self._admit(tenant, members)

        def act(work: Work) -> None:
            known = work.tenants.named(PLATFORM, tenant)
            if known is not None:
                note_left_out(known, left_out)

        await self._core.store.transact(self._core.organisation_id, act)
        log.info("slack.synchronised", tenant=tenant, left_out=dict(left_out))

    async def changed(self, tenant: str, member: Member) -> None:
        """Take over what an event says of somebody."""
        await self._admit(tenant, [member])

    async def meet(self, tenant: str, address: str, *, by_word: bool) -> None:
        """Ask Slack who somebody unknown is, and admit them if they may take part.

        ``by_word`` when they said or pressed something, which brings back even who was erased;
        looking at the Home tab does not. Raises the port's errors.
        """
        answer = await self._api.call(
            tenant,
            "users.info",
            lambda client: client.users_info(user=address, include_locale=True),
            within=ANSWER_WITHIN,
        )
        await self._admit(tenant, [answer["user"]], by_word=by_word)

    async def appoint_first(self, tenant: str, address: str) -> None:
        """Make whoever installed the app the coordinator of an organisation that has none."""

        def act(work: Work) -> None:
            account = work.accounts.at(PLATFORM, tenant, address)
            if account is not None and not work.people.coordinators():
                _make_coordinator(work, account)

        await self._core.store.transact(self._core.organisation_id, act)

    async def _pages(self, tenant: str) -> AsyncIterator[list[Member]]:
        client = await self._api.reader(tenant)
        for whose in await workspaces(client, tenant):
            pages = await client.users_list(limit=limits.PAGE, include_locale=True, **whose)
            async for page in pages:
                yield page["members"]

    async def _admit(
        self, tenant: str, members: Sequence[Member], *, by_word: bool = False
    ) -> Counter[str]:
        profiles = [profile_of(member, tenant) for member in members]
        now = self._core.clock.now()

        def act(work: Work) -> Counter[str]:
            known = work.tenants.named(PLATFORM, tenant)
            if known is None:
                return Counter()
            if by_word and profiles[0].standing is Standing.MEMBER:
                readmit(work, known, profiles[0], now=now)
                left_out: Counter[str] = Counter()
            else:
                left_out = admit(work, known, profiles, now=now)
            self._appoint(work, known, {profile.address for profile in profiles})
            return left_out

        return await self._core.store.transact(self._core.organisation_id, act)

    def _appoint(self, work: Work, tenant: Tenant, addresses: set[str]) -> None:
        """Make coordinators of those whom the operator named."""
        named = addresses & self._coordinators
        if not named:
            return
        for account in work.accounts.by_address(tenant.id, named).values():
            _make_coordinator(work, account)


def _make_coordinator(work: Work, account: Account) -> None:
    person = work.get(Person, account.person_id)
    if person is not None and person.active:
        person.is_coordinator = True
