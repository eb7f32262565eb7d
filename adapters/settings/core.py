"""Settings of the program itself: where everything is kept, and where it listens."""

from base64 import urlsafe_b64decode
from typing import Annotated, Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from adapters.settings.values import split

KEY_BYTES = 32
"""Of one secret key: what Fernet takes."""


class CoreSettings(BaseSettings):
    """What every installation may set."""

    database_url: str = Field(
        default="sqlite:///passerelle.db",
        description="Where everything is kept: a SQLite file, or `postgresql+psycopg://…`.",
    )
    port: Annotated[int, Field(ge=0, le=65535)] = Field(
        default=8321,
        description="The port of `serve` and, on 127.0.0.1, of the playground; 0: any free one.",
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
        description="Seals answers and tokens; several by commas, newest first (`passerelle key`).",
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

    @property
    def secret_keys(self) -> list[str]:
        """The keys that seal and unseal, the newest first."""
        return split(self.secret_key.get_secret_value())
