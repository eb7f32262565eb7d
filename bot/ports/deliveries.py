"""What became of deliveries that were queued before."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol


class Deliveries(Protocol):
    """Asks for deliveries by their keys, and withdraws them."""

    def unseen(self, keys: Iterable[str]) -> set[str]:
        """Return which deliveries were surely not seen: never tried, and not tried from now on.

        No worker takes them before this unit of work ends.
        """
        ...

    def seen(self, keys: Iterable[str]) -> set[str]:
        """Return which deliveries arrived, or may have: sent, or tried at least once."""
        ...

    def withdraw(self, keys: Iterable[str], now: datetime) -> None:
        """Withdraw deliveries by their keys, as far as they are on their way."""
        ...

    def has_arrived(self, key: str) -> bool:
        """Whether the delivery with a key was sent."""
        ...
