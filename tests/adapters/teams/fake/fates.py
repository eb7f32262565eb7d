"""What can befall one call of the bot: every refusal and every way to get no answer.

Status and error codes are those of "Status codes from bot conversational APIs" (Microsoft).
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any


class Silence(Enum):
    """How an answer fails to come."""

    HANGS = auto()  # the connection stays open and nothing comes
    CUT = auto()  # the connection is reset
    HALF = auto()  # the answer breaks off in its middle


@dataclass(frozen=True, kw_only=True)
class Fate:
    """One call's lot: refused with a status, or left without an answer.

    ``taken`` when the call was done all the same; ``retry_after`` is the header as it is sent.
    """

    status: int = 200
    code: str = ""
    retry_after: str | None = None
    body: str | None = None
    silence: Silence | None = None
    taken: bool = False

    @property
    def headers(self) -> dict[str, str]:
        """The headers of the refusal."""
        return {} if self.retry_after is None else {"Retry-After": self.retry_after}

    @property
    def document(self) -> dict[str, Any]:
        """The body of the refusal."""
        return error(self.code)


def error(code: str, message: str = "") -> dict[str, Any]:
    """Return an error as the connector writes it."""
    return {"error": {"code": code, "message": message or code}}


def throttled(retry_after: str | None) -> Fate:
    """Too many calls; the header may be a number, missing, a date or nonsense."""
    return Fate(status=429, code="Throttled", retry_after=retry_after)


BAD_REQUEST = Fate(status=400, code="BadSyntax")
UNAUTHORISED = Fate(status=401, code="Unauthorized")
BLOCKED = Fate(status=403, code="MessageWritesBlocked")
NOT_INSTALLED = Fate(status=403, code="ForbiddenOperationException")
NOT_IN_ROSTER = Fate(status=403, code="BotNotInConversationRoster")
DISABLED = Fate(status=403, code="BotDisabledByAdmin")
NO_CONVERSATION = Fate(status=404, code="ConversationNotFound")
PRECONDITION = Fate(status=412, code="PreconditionFailed")
TOO_BIG = Fate(status=413, code="MessageSizeTooBig")
INTERNAL = Fate(status=500, code="ServiceError")
BAD_GATEWAY = Fate(status=502, code="ServiceError")
UNAVAILABLE = Fate(status=503, code="ServiceUnavailable")
GATEWAY_TIMEOUT = Fate(status=504, code="GatewayTimeout")
WEB_PAGE = Fate(status=502, body="<html><body>502 Bad Gateway</body></html>")
REDIRECT = Fate(status=302, body="")
HANGS = Fate(silence=Silence.HANGS)
HANGS_AFTER = Fate(silence=Silence.HANGS, taken=True)
CUT = Fate(silence=Silence.CUT)
CUT_AFTER = Fate(silence=Silence.CUT, taken=True)
HALF_AFTER = Fate(silence=Silence.HALF, taken=True)
