"""Where Teams may be written to: one cloud's hosts, and nothing else an activity may name.

A service URL comes with every activity and our token goes to it, so it is checked on receipt, on
storing and on sending: https, a host of the cloud, and none of what makes two readers disagree
about a host (user info, port, trailing dot, other alphabets, control characters, backslashes).
"""

import json
import re
from dataclasses import dataclass, replace
from urllib.parse import quote

from bot.errors import BotError

URL = re.compile(r"https://([a-z0-9-]+(?:\.[a-z0-9-]+)+)((?:/[A-Za-z0-9._~-]+)*)/?", re.IGNORECASE)
"""The only shape of a service URL: a plain host and a plain path."""
LONGEST = 300


class ForeignAddress(BotError):
    """A service URL is not one of this cloud's: nothing is sent there, least of all our token."""


@dataclass(frozen=True, kw_only=True)
class Cloud:
    """One cloud of Microsoft: its hosts, and where tokens are issued and keys published.

    ``hosts`` are the service's; ``local`` admits plain http on loopback beside them, for
    development. ``service_url`` begins a chat when none is known yet.
    """

    name: str
    hosts: tuple[str, ...]
    service_url: str
    metadata_url: str
    issuer: str
    login_url: str
    resource: str
    local: bool = False

    def service(self, url: str) -> str:
        """Return a service URL without its trailing slash; raises ForeignAddress."""
        if len(url) > LONGEST or not url.isascii() or url != url.strip():
            raise ForeignAddress(self.name)
        if self.local and LOOPBACK.fullmatch(url):
            return url.rstrip("/")
        found = URL.fullmatch(url)
        segments = found[2].split("/") if found else []
        if found is None or {".", ".."} & set(segments) or found[1].lower() not in self.hosts:
            raise ForeignAddress(self.name)
        return url.rstrip("/")


LOOPBACK = re.compile(r"http://(?:127\.0\.0\.1|localhost)(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*/?")

PUBLIC = Cloud(
    name="public",
    hosts=(
        "smba.trafficmanager.net",
        "smba.onyx.prod.teams.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
    ),
    service_url="https://smba.trafficmanager.net/teams",
    metadata_url="https://login.botframework.com/v1/.well-known/openidconfiguration",
    issuer="https://api.botframework.com",
    login_url="https://login.microsoftonline.com",
    resource="https://api.botframework.com",
)
"""Microsoft 365 worldwide, and the United States government community cloud."""
GCC_HIGH = Cloud(
    name="gcch",
    hosts=("smba.infra.gov.teams.microsoft.us",),
    service_url="https://smba.infra.gov.teams.microsoft.us/teams",
    metadata_url="https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
    issuer="https://api.botframework.us",
    login_url="https://login.microsoftonline.us",
    resource="https://api.botframework.us",
)
"""United States government, high."""
DOD = replace(
    GCC_HIGH,
    name="dod",
    hosts=("smba.infra.dod.teams.microsoft.us",),
    service_url="https://smba.infra.dod.teams.microsoft.us/teams",
)
"""United States department of defense."""
CLOUDS = {cloud.name: cloud for cloud in (PUBLIC, GCC_HIGH, DOD)}
"""The clouds whose service hosts are documented (Teams SDK, "Service URL validation")."""


@dataclass(frozen=True, kw_only=True)
class Route:
    """What it takes to write to somebody: the conversation and the service that holds it."""

    conversation: str = ""
    service_url: str = ""

    def packed(self) -> str:
        """Return the route as the store keeps it."""
        return json.dumps([self.service_url, self.conversation], separators=(",", ":"))

    def activities(self) -> str:
        """Return the path of the conversation's messages."""
        return f"/v3/conversations/{quote(self.conversation, safe='')}/activities"


def route(packed: str) -> Route:
    """Return the route that was packed; an empty or unreadable one leads nowhere yet."""
    try:
        service_url, conversation = json.loads(packed)
        return Route(conversation=str(conversation), service_url=str(service_url))
    except (ValueError, TypeError):
        return Route()
