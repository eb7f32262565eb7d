"""How often a bot may call Teams: sliding windows over the moved clock.

Source: "Optimize your bot with rate limiting in Teams" (Microsoft), per bot and conversation; the
tenant's limit is per app.
"""

import math
from collections import defaultdict, deque
from collections.abc import Hashable, Sequence
from datetime import datetime, timedelta

Window = tuple[float, int]
"""Seconds, and calls in any such span."""

SENDING: Sequence[Window] = ((1, 7), (2, 8), (30, 60), (3600, 1800))
ROSTER: Sequence[Window] = ((1, 14), (2, 16), (30, 120), (3600, 3600))
TENANT: Sequence[Window] = ((1, 50),)


class Limit:
    """Counts calls per key, each key in all windows; a refused call does not count."""

    def __init__(self, windows: Sequence[Window]) -> None:
        self._windows = windows
        self._longest = timedelta(seconds=max(seconds for seconds, _ in windows))
        self._calls: defaultdict[Hashable, deque[datetime]] = defaultdict(deque)

    def wait(self, key: Hashable, now: datetime) -> int:
        """Return after how many whole seconds one more call fits; 0 when it fits now."""
        calls = self._calls[key]
        while calls and now - calls[0] >= self._longest:
            calls.popleft()
        fits_at = now
        for seconds, most in self._windows:
            if len(calls) >= most:
                fits_at = max(fits_at, calls[-most] + timedelta(seconds=seconds))
        return math.ceil((fits_at - now).total_seconds())

    def take(self, key: Hashable, now: datetime) -> None:
        """Count a call."""
        self._calls[key].append(now)
