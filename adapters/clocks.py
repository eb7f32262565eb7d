"""The two clocks: the wall clock, and one that is moved by hand."""

from datetime import UTC, datetime, timedelta


class WallClock:
    """The time of this machine."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)


class MovableClock:
    """A clock that stands still until somebody moves it; it never goes back."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """Return the instant it was last moved to."""
        return self._now

    def move_to(self, instant: datetime) -> None:
        """Move forward to an instant; an earlier one changes nothing."""
        self._now = max(self._now, instant)

    def advance(self, by: timedelta) -> None:
        """Move forward by a span."""
        self.move_to(self._now + by)
