"""The outbox: what waits to be sent."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from bot.domain.delivery import Delivery, DeliveryState, Kind, Lane, Lease
from bot.domain.people import Account


class Outbox(Protocol):
    """Deliveries, and the lanes they leave by."""

    def enqueue(self, delivery: Delivery) -> None:
        """Add a delivery at commit; one with the same key already there wins."""
        ...

    def knows(self, key: str) -> bool:
        """Whether a delivery of a key was ever queued, whatever became of it."""
        ...

    def look_up(self, keys: Iterable[str]) -> None:
        """Read in one question which of many keys are known, for a message to many people."""
        ...

    def held(self, account: Account, since: datetime) -> list[tuple[int | None, datetime]]:
        """Return what waits for an account's person, and what reached them since an instant.

        Each is the id of a delivery, None for one that is not written yet, and when it arrives or
        arrived.
        """
        ...

    def same_words(self, delivery: Delivery, *, until: datetime) -> bool:
        """Whether the same words wait for the same person before an instant, in another delivery.

        Only deliveries of one kind of key are compared: up to its last part.
        """
        ...

    def lane(self, tenant_id: str, now: datetime) -> Lane | None:
        """Lock and return a tenant's lane (made full on first use); None while another holds it."""
        ...

    def close_lane(self, tenant_id: str, until: datetime) -> None:
        """Shut a tenant's lane until an instant; a later one already there stays."""
        ...

    def claim(self, tenant_id: str, now: datetime, lease: Lease, limit: int) -> list[Delivery]:
        """Take due heads of conversations: states become sending, attempts grow by one.

        A head is a live delivery with no earlier live one in its conversation, so that the order
        of a conversation holds through back-off and leases. A row in state sending whose lease has
        ended is claimed again: what became of its last attempt is unknown.
        """
        ...

    def settle(self, delivery: Delivery, state: DeliveryState, now: datetime) -> bool:
        """Store how a delivery ended; False when another worker took it over meanwhile.

        One that was withdrawn while it was on its way counts as sent if it arrived all the same.
        """
        ...

    def postpone(self, delivery: Delivery, visible_at: datetime) -> bool:
        """Give a delivery back until later, with plan and attempts as the worker sees them.

        False when another worker took it over meanwhile.
        """
        ...

    def cancel(self, person_id: str, now: datetime, prefix: str = "") -> int:
        """Withdraw what was not sent to a person (whose key starts with a prefix).

        What is on its way is withdrawn as well: if its worker died, nobody sends it again. Returns
        how many were never tried, which the person has surely not seen.
        """
        ...

    def newest(self, limit: int) -> list[Delivery]:
        """Return the newest deliveries, newest first."""
        ...

    def counts(self) -> dict[str, int]:
        """Return how many deliveries are in each state."""
        ...

    def counts_by_kind(self) -> dict[tuple[Kind, DeliveryState], int]:
        """Return how many deliveries of each kind are in each state."""
        ...
