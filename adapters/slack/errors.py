"""The one translator: from what Slack or the network answers to the four errors of the core."""

import asyncio

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from adapters.sealing import Unsealable
from bot.errors import BotError, Gone, RateLimited, Refused, Unreachable

DEFAULT_WAIT = 30.0
LONGEST_WAIT = 3_600.0
"""Seconds of silence when Slack names none that can be read, and at most."""
WITHOUT_RIGHTS = 300.0
"""Seconds after which a message is looked at again that found the tenant suspended."""
TOO_MANY = 429
SERVER_ERROR = 500

GONE = frozenset(
    {
        "cannot_dm_bot",
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
        "users_not_found",
    }
)
"""Answers that are about the person: writing again is useless."""
REVOKED = frozenset(
    {
        "account_inactive",
        "enterprise_is_restricted",
        "invalid_auth",
        "missing_scope",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
    }
)
"""Answers that are about our right to be there at all: the tenant is suspended."""
PASSING = frozenset(
    {
        "fatal_error",
        "internal_error",
        "request_timeout",
        "service_unavailable",
        "team_added_to_org",
    }
)
"""Answers after which nobody knows whether it was done; trying again later may help."""


class Suspended(RateLimited):
    """The workspace took the app or one of its rights away; its messages wait for its return."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(WITHOUT_RIGHTS)
        if reason:
            self.args = (f"Slack refuses the token ({reason}): see `passerelle doctor`",)


def code(error: BaseException | None) -> str:
    """Return Slack's word for what went wrong; nothing when the error is not Slack's."""
    answer = getattr(error, "response", None)
    try:
        return str(answer["error"]) if answer is not None else ""
    except (AttributeError, KeyError, TypeError):
        return ""


def refuses_blocks(error: BotError | None) -> bool:
    """Whether Slack refuses a message for its blocks: charts are young, not known everywhere."""
    return error is not None and code(error.__cause__) == "invalid_blocks"


def translate(error: Exception) -> BotError:
    """Return the core's error for whatever calling Slack raised."""
    if isinstance(error, Unsealable):  # its token is there, and messages wait for the right key
        return Suspended()
    if isinstance(error, BotError):
        return error
    if isinstance(error, SlackApiError):
        return _answered(error)
    network = (aiohttp.ClientError, asyncio.TimeoutError, OSError, SlackClientError, ValueError)
    name = type(error).__name__
    if isinstance(error, network):
        return Unreachable(f"Slack cannot be reached ({name}): see `passerelle doctor`")
    return Refused(name)


def _answered(error: SlackApiError) -> BotError:
    said, status = code(error), _status(error)
    if status == TOO_MANY or said in {"ratelimited", "rate_limited"}:
        return RateLimited(retry_after(_header(error, "Retry-After")))
    if said in REVOKED:
        return Suspended(said)
    if status >= SERVER_ERROR or said in PASSING or not said:
        return Unreachable(said or str(status))
    return Gone(said) if said in GONE else Refused(said)


def retry_after(header: str) -> float:
    """Return the seconds Slack asks to wait; a header that is no number counts as the default."""
    try:
        seconds = float(header)
    except ValueError:
        return DEFAULT_WAIT
    # "nan" is a float as well, and is less than nothing.
    return min(seconds, LONGEST_WAIT) if seconds > 0 else DEFAULT_WAIT


def _status(error: SlackApiError) -> int:
    answer = error.response
    status = getattr(answer, "status_code", None) or getattr(answer, "status", None)
    return status if isinstance(status, int) else 0


def _header(error: SlackApiError, name: str) -> str:
    headers = getattr(error.response, "headers", None) or {}
    found = {key.casefold(): value for key, value in headers.items()}.get(name.casefold(), "")
    return str(found[0] if isinstance(found, list) and found else found)
