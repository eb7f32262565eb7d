"""Settings of Slack; when one of them is set, Slack is served."""

import re

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings

API_URL = "https://slack.com/api/"
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


class SlackSettings(BaseSettings):
    """What Slack gave for its app, and what the app may do there."""

    slack_signing_secret: SecretStr = Field(
        default=SecretStr(""),
        description="Proves what Slack sent; two with a comma while one replaces the other.",
    )
    slack_bot_token: SecretStr = Field(
        default=SecretStr(""),
        description="The `xoxb-` token of the one workspace that is served.",
    )
    slack_app_token: SecretStr = Field(
        default=SecretStr(""),
        description="The `xapp-` token that opens Socket Mode, where Slack cannot call us.",
    )
    slack_client_id: str = Field(
        default="",
        description="With its secret: several workspaces install the app at `/slack/install`.",
    )
    slack_client_secret: SecretStr = Field(
        default=SecretStr(""),
        description="The client secret of the Slack app.",
    )
    slack_workspaces: str = Field(
        default="",
        description="Ids (`T…`, `E…`) that may install, with commas; none: the first that does.",
    )
    slack_coordinators: str = Field(
        default="",
        description="Member ids (`U…`) of those who coordinate from the first day, with commas.",
    )
    slack_emails: bool = Field(
        default=False,
        description="Whether `users:read.email` was granted, to know people whom HR imported.",
    )
    slack_profiles: bool = Field(
        default=False,
        description="Whether `users.profile:read` was granted, to read departments and managers.",
    )
    slack_history: bool = Field(
        default=False,
        description="Whether `im:history` and `mpim:history` were, to look up what was cut off.",
    )
    slack_development: bool = Field(
        default=False,
        description="Let the server at SLACK_API_URL stand in for all of Slack: for a rehearsal.",
    )
    slack_api_url: str = Field(
        default=API_URL,
        description="Where Slack's API is; another address in development only.",
    )

    @field_validator(*SHAPES)
    @classmethod
    def _shaped(cls, value: str | SecretStr, info: ValidationInfo) -> str | SecretStr:
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        shape, remedy = SHAPES[str(info.field_name)]
        if text and not re.fullmatch(shape, text):
            raise ValueError(remedy)
        return value

    @field_validator("slack_api_url")
    @classmethod
    def _slack_itself(cls, value: str, info: ValidationInfo) -> str:
        """Whoever is taken for Slack gets its tokens, and what people answer."""
        if value != API_URL and not info.data.get("slack_development", True):
            message = "may differ only with PASSERELLE_SLACK_DEVELOPMENT=true: tokens go there"
            raise ValueError(message)
        return value
