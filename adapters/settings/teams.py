"""Settings of Microsoft Teams; nothing answers it unless it can tell Teams from a stranger."""

import re
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings

from adapters.settings.values import split

GUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class TeamsSettings(BaseSettings):
    """What Azure gave for the bot; ``teams_app_id`` comes last, to be checked with all others."""

    teams_tenants: str = Field(
        default="",
        description="Ids of the tenants Teams is answered for, the app's own first, with commas.",
    )
    teams_secret: SecretStr = Field(
        default=SecretStr(""),
        description="The client secret of a single-tenant app; empty with a managed identity.",
    )
    teams_identity: bool = Field(
        default=False,
        description="Whether the app is a user-assigned managed identity of this machine.",
    )
    teams_cloud: Literal["public", "gcch", "dod"] = Field(
        default="public",
        description="Microsoft's cloud: public (GCC too), gcch or dod.",
    )
    teams_development: bool = Field(
        default=False,
        description="Takes activities without a token, on loopback alone: for Agents Playground.",
    )
    teams_app_id: str = Field(
        default="",
        validate_default=True,
        description="The id of the bot's app registration; empty: Teams is not served.",
    )

    @field_validator("teams_tenants")
    @classmethod
    def _tenant_ids(cls, value: str) -> str:
        if not all(GUID.fullmatch(tenant) for tenant in split(value)):
            message = "must hold ids of tenants (Azure portal, Microsoft Entra ID), with commas"
            raise ValueError(message)
        return value

    @field_validator("teams_secret")
    @classmethod
    def _secret_value(cls, value: SecretStr) -> SecretStr:
        if GUID.fullmatch(value.get_secret_value()):
            message = "is the id of a client secret: paste the secret's value"
            raise ValueError(message)
        return value

    @field_validator("teams_app_id")
    @classmethod
    def _whole_app(cls, value: str, info: ValidationInfo) -> str:
        """Nothing answers Teams unless it can tell Teams from a stranger."""
        if value and not GUID.fullmatch(value):
            message = "must be an application id, as 00000000-0000-0000-0000-000000000000 is one"
            raise ValueError(message)
        fault = _fault_of_app(value, info.data)
        if fault:
            raise ValueError(fault)
        return value

    @property
    def teams_tenant_ids(self) -> list[str]:
        """The tenants Teams is answered for, in small letters, the app's own first."""
        return [tenant.lower() for tenant in split(self.teams_tenants)]


def _fault_of_app(app_id: str, others: Mapping[str, Any]) -> str:
    """Return what keeps an app of Teams from being served; nothing while other faults are told."""
    try:
        secret = bool(others["teams_secret"].get_secret_value())
        identity, tenants = others["teams_identity"], others["teams_tenants"]
        development, local = others["teams_development"], others["host"] in LOOPBACK
    except KeyError:
        return ""
    wanted = bool(app_id or secret or identity or tenants) and not development
    faults = {
        "must be empty, and PASSERELLE_HOST 127.0.0.1, in development": development
        and (app_id or not local),
        "is missing: without it anybody could speak as anybody": wanted and not app_id,
        "needs PASSERELLE_TEAMS_TENANTS: whom to answer": wanted and not tenants,
        "needs either PASSERELLE_TEAMS_SECRET or PASSERELLE_TEAMS_IDENTITY=true": wanted
        and secret == identity,
    }
    return next((fault for fault, found in faults.items() if found), "")
