"""What the operator can set: read once, checked together, every fault reported at once."""

import os
import re
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import BotError

PREFIX = "PASSERELLE_"
FILE = "_FILE"
GUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
KEY_BYTES = 32
"""Of one secret key: what Fernet takes."""
SHAPES = {
    "slack_signing_secret": (
        r"(?!xox|xapp)[^\s,]{8,}(,\s*(?!xox|xapp)[^\s,]{8,})?",
        "must be the Signing Secret of Basic Information, or two with a comma; no token",
    ),
    "slack_bot_token": (
        r"xoxb-\S+",
        "must begin with xoxb-: take the Bot User OAuth Token of OAuth & Permissions",
    ),
    "slack_app_token": (
        r"xapp-\S+",
        "must begin with xapp-: make an App-Level Token with connections:write",
    ),
    "slack_client_id": (r"\d+\.\d+", "must be two numbers with a dot: see Basic Information"),
    "slack_client_secret": (r"\S{8,}", "must be the Client Secret of Basic Information"),
    "slack_workspaces": (
        r"[ET][A-Z0-9]+(,\s*[ET][A-Z0-9]+)*",
        "must hold ids that begin with T or E, with commas",
    ),
    "slack_coordinators": (
        r"[UW][A-Z0-9]+(,\s*[UW][A-Z0-9]+)*",
        "must hold member ids that begin with U or W, with commas",
    ),
    "slack_api_url": (
        r"https://\S+/|http://(127\.0\.0\.1|localhost)(:\d+)?/\S*/",
        "must begin with https:// (http:// on this machine only) and end with /",
    ),
}
"""How a setting looks when it is set, and what to say when it does not."""


class WrongSettings(BotError):
    """One or more settings cannot be used; ``faults`` names each with its remedy."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Settings(BaseSettings):
    """The settings; each is the environment variable ``PASSERELLE_<NAME>``."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    database_url: str = Field(
        default="sqlite:///passerelle.db",
        description="Where everything is kept: a SQLite file, or postgresql+psycopg://…",
    )
    port: Annotated[int, Field(ge=0, le=65535)] = Field(
        default=8321,
        description="The port of the playground on 127.0.0.1; 0 takes any free one.",
    )
    organisation: Annotated[str, Field(min_length=1, max_length=200)] = Field(
        default="Passerelle",
        description="The employer's name.",
    )
    language: Literal["fr", "en"] = Field(
        default="fr",
        description="The language of the command line, and of people whose own is not known.",
    )
    host: Annotated[str, Field(min_length=1, max_length=255)] = Field(
        default="127.0.0.1",
        description="The address `serve` listens on; 0.0.0.0 behind a proxy or in a container.",
    )
    secret_key: SecretStr = Field(
        default=SecretStr(""),
        description="Seals tokens at rest; several with commas, newest first (`passerelle key`).",
    )
    slack_signing_secret: SecretStr = Field(
        default=SecretStr(""),
        description="Proves what Slack sent; two with a comma while one replaces the other.",
    )
    slack_bot_token: SecretStr = Field(
        default=SecretStr(""),
        description="The xoxb- token of the one workspace that is served.",
    )
    slack_app_token: SecretStr = Field(
        default=SecretStr(""),
        description="The xapp- token that opens Socket Mode, where Slack cannot call us.",
    )
    slack_client_id: str = Field(
        default="",
        description="With its secret: several workspaces install the app at /slack/install.",
    )
    slack_client_secret: SecretStr = Field(
        default=SecretStr(""),
        description="The client secret of the Slack app.",
    )
    slack_workspaces: str = Field(
        default="",
        description="Ids (T…, E…) that may install; none: the first that does, and no other.",
    )
    slack_coordinators: str = Field(
        default="",
        description="Member ids (U…) of those who coordinate from the first day.",
    )
    slack_emails: bool = Field(
        default=False,
        description="Whether the scope users:read.email was granted.",
    )
    slack_history: bool = Field(
        default=False,
        description="Whether the history scopes were granted.",
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/",
        description="Where Slack's API is; another address for a rehearsal.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info",
        description="How much is logged; logs hold events and opaque ids, never names or texts.",
    )
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
        description="Take activities without a token, on loopback alone: for the Playground.",
    )
    teams_app_id: str = Field(
        default="",
        validate_default=True,
        description="The id of the bot's app registration; empty: Teams is not served.",
    )

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        try:
            address = make_url(value)
        except ArgumentError as error:
            message = "is not a database address; try sqlite:///passerelle.db"
            raise ValueError(message) from error
        if address.drivername not in {"sqlite", "postgresql+psycopg"}:
            message = "must begin with sqlite:/// or postgresql+psycopg://"
            raise ValueError(message)
        return value

    @field_validator("secret_key")
    @classmethod
    def _keys(cls, value: SecretStr) -> SecretStr:
        try:
            valid = all(
                len(urlsafe_b64decode(key)) == KEY_BYTES for key in split(value.get_secret_value())
            )
        except ValueError:
            valid = False
        if not valid:
            message = "must hold keys made by `passerelle key`, with commas between them"
            raise ValueError(message)
        return value

    @field_validator(*SHAPES)
    @classmethod
    def _shaped(cls, value: str | SecretStr, info: ValidationInfo) -> str | SecretStr:
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        shape, remedy = SHAPES[str(info.field_name)]
        if text and not re.fullmatch(shape, text):
            raise ValueError(remedy)
        return value

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

    @property
    def secret_keys(self) -> list[str]:
        """The keys that seal and unseal, the newest first."""
        return split(self.secret_key.get_secret_value())


def split(value: str) -> list[str]:
    """Return the values between commas, without the space around them."""
    return [part.strip() for part in value.split(",") if part.strip()]


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


SECRETS = [n for n, field in Settings.model_fields.items() if field.annotation is SecretStr]
"""Settings that may be read from a file instead: ``PASSERELLE_<NAME>_FILE`` names it."""


def read_settings(**overrides: Any) -> Settings:
    """Return the settings, with options of the command line in front; raises WrongSettings."""
    faults = _unknown_names(os.environ)
    given = _from_files(os.environ, faults)
    given |= {name: value for name, value in overrides.items() if value is not None}
    try:
        settings = Settings(**given)
    except ValidationError as error:
        faults += [_sentence(fault) for fault in error.errors()]
        raise WrongSettings(faults) from error
    if faults:
        raise WrongSettings(faults)
    return settings


def _from_files(environment: Mapping[str, str], faults: list[str]) -> dict[str, Any]:
    """Read the secrets that are kept in files; what cannot be read joins the faults."""
    given: dict[str, Any] = {}
    for name in SECRETS:
        variable = f"{PREFIX}{name.upper()}{FILE}"
        if variable in environment:
            try:
                given[name] = Path(environment[variable]).read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError):
                faults.append(f"{variable} must name a text file that can be read")
    return given


def _unknown_names(environment: Mapping[str, str]) -> list[str]:
    known = [name.upper() for name in Settings.model_fields]
    known += [name.upper() + FILE for name in SECRETS]
    faults = []
    for name in sorted(environment):
        given = name.removeprefix(PREFIX)
        if name.startswith(PREFIX) and given not in known:
            near = get_close_matches(given, known, n=1)
            names = ", ".join(PREFIX + each for each in known)
            hint = f"did you mean {PREFIX}{near[0]}?" if near else f"known are {names}"
            faults.append(f"{name} is no setting of this version; {hint}")
    return faults


def _sentence(fault: Any) -> str:
    name = PREFIX + "_".join(str(part) for part in fault["loc"]).upper()
    message = fault["msg"].removeprefix("Value error, ")
    said = f"{name} {message[0].lower()}{message[1:]}"
    if fault["loc"][0] in SECRETS:  # a secret stays one, even a wrong one
        return said
    return f"{said} (given: {str(fault['input'])[:60]!r})"
