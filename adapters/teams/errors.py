"""The one translator: from what the connector answers to the four errors of the core."""

from datetime import UTC
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from adapters.teams.http import Answered
from adapters.teams.limits import LONGEST_RETRY_AFTER, RETRY_AFTER, TOKEN_RETRY
from bot.errors import BotError, Gone, RateLimited, Refused, Unreachable
from bot.ports import Clock

RETRYABLE = frozenset({408, 412, 429, 500, 502, 503, 504})
"""Statuses after which the same request may succeed (Teams: 412, 429, 502 and 504 by name)."""
UNSEEN = frozenset({412, 429})
"""Those of them that say the message was not taken; the others leave it open."""


def error_of(answer: Answered, clock: Clock) -> BotError:
    """Return which of the four errors an answer of the connector is."""
    code = _code(answer)
    match answer.status:
        case HTTPStatus.UNAUTHORIZED:
            return RateLimited(TOKEN_RETRY)  # with another token it may be well
        case HTTPStatus.FORBIDDEN | HTTPStatus.NOT_FOUND:
            return Gone(code)
        case status if status in UNSEEN or (
            status in RETRYABLE and "retry-after" in answer.headers
        ):
            return RateLimited(retry_after(answer.headers.get("retry-after", ""), clock))
        case status if status in RETRYABLE:
            return Unreachable(f"{status} {code}")
    return Refused(f"{answer.status} {code}")


def retry_after(said: str, clock: Clock) -> float:
    """Return for how many seconds to be silent; a header may hold a number, a date or anything."""
    try:
        seconds = float(said)
    except ValueError:
        seconds = _until(said, clock)
    return min(seconds, LONGEST_RETRY_AFTER) if seconds >= 0 else RETRY_AFTER


def _until(date: str, clock: Clock) -> float:
    try:
        instant = parsedate_to_datetime(date)
    except ValueError:
        return RETRY_AFTER
    aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    return max(0.0, (aware - clock.now()).total_seconds())


def _code(answer: Answered) -> str:
    """Return the connector's own code of an error, never its words."""
    error = answer.document().get("error")
    code = error.get("code") if isinstance(error, dict) else ""
    return code[:60] if isinstance(code, str) and code.isalnum() else ""
