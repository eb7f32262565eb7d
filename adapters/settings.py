"""What the operator can set: read once, checked together, every fault reported at once."""

import os
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import BotError

PREFIX = "PASSERELLE_"


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
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info",
        description="How much is logged; logs hold events and opaque ids, never names or texts.",
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


def read_settings(**overrides: Any) -> Settings:
    """Return the settings, with options of the command line in front; raises WrongSettings."""
    faults = _unknown_names(os.environ)
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        settings = Settings(**given)
    except ValidationError as error:
        faults += [_sentence(fault) for fault in error.errors()]
        raise WrongSettings(faults) from error
    if faults:
        raise WrongSettings(faults)
    return settings


def _unknown_names(environment: Mapping[str, str]) -> list[str]:
    known = [name.upper() for name in Settings.model_fields]
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
    return f"{name} {message[0].lower()}{message[1:]} (given: {str(fault['input'])[:60]!r})"
