"""Reads the settings once and checks them together, so that every fault is reported at once."""

import os
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import SecretStr, ValidationError
from pydantic_settings import SettingsConfigDict

from adapters.settings.core import CoreSettings
from adapters.settings.slack import SlackSettings
from adapters.settings.teams import TeamsSettings
from bot.errors import BotError

PREFIX = "PASSERELLE_"
FILE = "_FILE"


class WrongSettings(BotError):
    """One or more settings cannot be used; ``faults`` names each with its remedy."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Settings(TeamsSettings, SlackSettings, CoreSettings):
    """The settings; each is the environment variable ``PASSERELLE_<NAME>``.

    Those of the last base come first, and each may look at the ones before it.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)


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
