"""Where an activity comes from, which names what was done there: the same however often told."""

from dataclasses import dataclass
from hashlib import blake2b

from adapters.teams.fields import BadActivity

PLATFORM = "teams"
CHANNEL = "msteams"


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where an activity comes from: what is common to all it may mean."""

    organisation_id: str
    tenant: str
    address: str
    conversation: str
    route: str
    activity_id: str

    def key(self, *parts: str) -> str:
        """Return the key of what was done: the same however often Teams tells it."""
        return f"{PLATFORM}:{digest(self.tenant, self.address, self.conversation, *parts)}"

    def told(self) -> str:
        """Return the key of an activity; raises BadActivity when it has no id."""
        if not self.activity_id:
            raise BadActivity("id")
        return self.key("activity", self.activity_id)

    def common(self, key: str) -> dict[str, str]:
        """Return the fields every event has."""
        return {
            "organisation_id": self.organisation_id,
            "key": key,
            "platform": PLATFORM,
            "tenant": self.tenant,
            "address": self.address,
            "route": self.route,
        }


def digest(*parts: str) -> str:
    """Return a short name for some texts, the same each time, from which none can be read."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=16).hexdigest()
