"""What a workspace's own profile fields tell: departments and managers, where it has such fields.

Slack names no such field itself: a workspace makes it, and only its label says what it holds. Only
labels that can mean nothing else are taken, and of fields that profiles show: a hidden one is kept
from people on purpose. Nobody waits for any of it.
"""

import asyncio
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.serving.service import Core
from adapters.slack import limits
from adapters.slack.api import READ_WITHIN, Api
from adapters.slack.errors import code, translate
from adapters.slack.installations import PLATFORM
from adapters.slack.options import SlackOptions
from adapters.slack.people import workspaces
from bot.ports import Work
from bot.services.reporting import Told, take_told, to_ask_about
from bot.texts.folding import folded

log = structlog.get_logger()

DEPARTMENTS = frozenset(("department", "dept", "departement", "direction", "service", "division"))
MANAGERS = frozenset(
    folded(label)
    for label in (
        *("manager", "line manager", "direct manager", "my manager", "reports to", "supervisor"),
        *("gestionnaire", "supérieur", "supérieur immédiat", "supérieur hiérarchique"),
        *("supérieure", "supérieure immédiate", "supérieure hiérarchique", "relève de"),
        *("superviseur", "superviseure", "mon gestionnaire", "ma gestionnaire"),
    )
)
"""What such fields are called, accents and capitals aside."""
BOTH_GENDERS = re.compile(r"\(e\)|[·•.-]e\b")
"""The second ending of an inclusive word: Supérieur(e), Supérieur·e."""


@dataclass(frozen=True, kw_only=True)
class Fields:
    """The ids of a tenant's fields, by what they hold; Slack's order."""

    departments: Sequence[str]
    managers: Sequence[str]

    def told(self, profile: Mapping[str, Any]) -> Told:
        """Return what somebody's profile says in them."""
        # Slack sends an empty list in place of no fields.
        values = profile.get("fields") or {}
        return Told(
            department=_first(values, self.departments), manager=_first(values, self.managers)
        )


def fields_of(definitions: Iterable[Mapping[str, Any]]) -> Fields:
    """Return the fields that ``team.profile.get`` describes and that we can read."""
    departments, managers = [], []
    for field in definitions:
        label = " ".join(folded(BOTH_GENDERS.sub("", str(field.get("label") or ""))).split())
        kind = field.get("type")
        if kind in {"text", "options_list"} and label in DEPARTMENTS:
            departments.append(str(field["id"]))
        elif kind == "user" and label in MANAGERS:
            managers.append(str(field["id"]))
    return Fields(departments=departments, managers=managers)


def _first(values: Mapping[str, Any], ids: Sequence[str]) -> str:
    said = (" ".join(str((values.get(each) or {}).get("value") or "").split()) for each in ids)
    return next(filter(None, said), "")


class OwnFields:
    """Reads the fields of some people, or of all whose department and manager nobody told."""

    def __init__(self, core: Core, api: Api, options: SlackOptions) -> None:
        self._core = core
        self._api = api
        self._is_granted = options.reads_profiles
        # Profiles change whenever somebody sets a status; what the fields are, hardly ever.
        self._fields: dict[str, Fields] = {}

    async def read(self, tenant: str, *addresses: str) -> None:
        """Take over what profiles tell, if the operator granted it; what fails waits for a day."""
        if not self._is_granted:
            return
        try:
            await self._read(tenant, addresses)
        except Exception as error:  # noqa: BLE001  nothing hangs on it, and the day looks again
            name = type(translate(error)).__name__
            log.warning("slack.own_fields_unread", tenant=tenant, error=name)

    async def _read(self, tenant: str, addresses: Sequence[str]) -> None:
        client = await self._api.reader(tenant)
        if not addresses or tenant not in self._fields:
            self._fields[tenant] = await _fields(client, tenant)
        fields = self._fields[tenant]
        if not (fields.departments or fields.managers):
            return
        ahead = iter(await self._to_ask_about(tenant, addresses))
        refused = 0
        while some := list(islice(ahead, limits.PROFILES)):
            told = {each: fields.told(await _profile(client, each)) for each in some}
            refused += await self._keep(tenant, told)
        log.info("slack.own_fields_read", tenant=tenant, circles=refused)

    async def _to_ask_about(self, tenant: str, addresses: Sequence[str]) -> list[str]:
        def act(work: Work) -> list[str]:
            known = work.tenants.named(PLATFORM, tenant)
            return to_ask_about(work, known, addresses) if known is not None else []

        return await self._core.store.transact(self._core.organisation_id, act)

    async def _keep(self, tenant: str, told: Mapping[str, Told]) -> int:
        def act(work: Work) -> int:
            known = work.tenants.named(PLATFORM, tenant)
            return take_told(work, known, told) if known is not None else 0

        return await self._core.store.transact(self._core.organisation_id, act)


async def _fields(client: AsyncWebClient, tenant: str) -> Fields:
    """Ask for the fields of every workspace, each once: an organisation shares some of them."""
    found: dict[str, Mapping[str, Any]] = {}
    for whose in await workspaces(client, tenant):
        async with asyncio.timeout(READ_WITHIN):
            answer = await client.team_profile_get(visibility="visible", **whose)
        found |= {field["id"]: field for field in answer["profile"]["fields"]}
    return fields_of(found.values())


async def _profile(client: AsyncWebClient, address: str) -> Mapping[str, Any]:
    """Return somebody's profile; an empty one of whoever is gone by now."""
    try:
        async with asyncio.timeout(READ_WITHIN):
            answer = await client.users_profile_get(user=address)
    except SlackApiError as error:
        if code(error) == "user_not_found":
            return {}
        raise
    found: Mapping[str, Any] = answer["profile"]
    return found
