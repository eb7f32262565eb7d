"""Progress over several passes through the pairs, of which nobody knows how many will be needed."""

from collections.abc import Callable

PASS = 100
EXPECTED = 5


class Steps:
    """Tells the steps done and in all; the first never falls, and at the end they are equal."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._passes = 0

    def __call__(self, done: int, total: int) -> None:
        """Take note of one pass: so much done of so much."""
        in_all = max(EXPECTED, self._passes + 2) * PASS
        self._tell(self._passes * PASS + PASS * done // total, in_all)
        self._passes += done == total

    def end(self) -> None:
        """Say that all is done."""
        in_all = max(EXPECTED, self._passes) * PASS
        self._tell(in_all, in_all)
