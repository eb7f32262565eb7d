"""How often each method may be called: Slack's tiers, by method and workspace and channel.

Tiers: https://docs.slack.dev/apis/web-api/rate-limits; which method has which tier: the table in
Slack's Java SDK. "Bursts are tolerated" is read as a minute's worth at once. The cap of messages
per workspace is "several hundred per minute"; 300 is the strictest reading.
"""

import math
from dataclasses import dataclass
from datetime import datetime

from bot.ports import Clock

MINUTE = 60.0


@dataclass(frozen=True)
class Rate:
    """A bucket of ``burst`` calls that fills at ``per_second``."""

    per_second: float
    burst: float


def a_minute(calls: int) -> Rate:
    """So many calls a minute, all of them at once if need be."""
    return Rate(calls / MINUTE, calls)


TIER_1, TIER_2, TIER_3, TIER_4 = a_minute(1), a_minute(20), a_minute(50), a_minute(100)
FREELY = a_minute(600)
"""auth.test and the like: "as often as is reasonably required"."""
POSTS, POSTS_IN_A_CHANNEL = a_minute(300), Rate(1, 4)

RATES = {
    "apps.connections.open": TIER_1,
    "apps.uninstall": TIER_1,
    "auth.revoke": TIER_3,
    "auth.teams.list": TIER_2,
    "auth.test": FREELY,
    "blocks.validate": FREELY,
    "bots.info": TIER_3,
    "chat.delete": TIER_3,
    "chat.postEphemeral": TIER_4,
    "chat.postMessage": POSTS,
    "chat.update": TIER_3,
    "conversations.history": TIER_3,
    "conversations.info": TIER_3,
    "conversations.open": TIER_3,
    "oauth.v2.access": TIER_4,
    "team.info": TIER_3,
    "team.profile.get": TIER_3,
    "users.info": TIER_4,
    "users.list": TIER_2,
    "users.lookupByEmail": TIER_3,
    "users.profile.get": TIER_4,
    "views.open": TIER_4,
    "views.publish": TIER_4,
    "views.push": TIER_4,
    "views.update": TIER_4,
}


@dataclass
class Bucket:
    """What is left of a rate, and when it was last looked at."""

    tokens: float
    at: datetime


class Rates:
    """Counts calls; ``refused`` is how many were one too many."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._buckets: dict[tuple[str, ...], Bucket] = {}
        self.refused = 0

    def take(self, method: str, tenant: str, channel: str = "") -> int:
        """Count a call; return 0, or the whole seconds after which to come back."""
        wanted: list[tuple[tuple[str, ...], Rate]] = [((method, tenant), RATES[method])]
        if method == "chat.postMessage" and channel:
            wanted.append(((method, tenant, channel), POSTS_IN_A_CHANNEL))
        buckets = [(self._filled(name, rate), rate) for name, rate in wanted]
        waits = [
            (1 - bucket.tokens) / rate.per_second for bucket, rate in buckets if bucket.tokens < 1
        ]
        if waits:
            self.refused += 1
            return max(1, math.ceil(max(waits)))
        for bucket, _ in buckets:
            bucket.tokens -= 1
        return 0

    def _filled(self, name: tuple[str, ...], rate: Rate) -> Bucket:
        now = self._clock.now()
        bucket = self._buckets.setdefault(name, Bucket(rate.burst, now))
        passed = (now - bucket.at).total_seconds()
        bucket.tokens = min(rate.burst, bucket.tokens + passed * rate.per_second)
        bucket.at = now
        return bucket
