"""What became of deliveries, by their keys."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, exists, or_, select

from bot.domain.delivery import LIVE_STATES, Delivery, DeliveryState
from bot.ports.deliveries import Deliveries
from storage import tables as t
from storage.asking import Asking, any_of, chunks, own, within
from storage.moving import moving

_outbox = t.outbox.c

UNSEEN = (
    select(_outbox.key)
    .where(
        own(t.outbox),
        within(_outbox.key, "keys"),
        _outbox.state == DeliveryState.PENDING,
        _outbox.attempts == 0,
    )
    .with_for_update()
)
IS_OUT = or_(
    _outbox.state == DeliveryState.SENT,
    and_(any_of(_outbox.state, LIVE_STATES), _outbox.attempts > 0),
)
"""Whether a delivery was seen, or may have been."""
SEEN = select(_outbox.key).where(own(t.outbox), within(_outbox.key, "keys"), IS_OUT)
WITHDRAW = (
    moving(Delivery, DeliveryState.CANCELLED)
    .where(own(t.outbox), within(_outbox.key, "keys"))
    .values(settled_at=bindparam("now"))
)
ARRIVED = select(
    exists().where(
        own(t.outbox), _outbox.key == bindparam("key"), _outbox.state == DeliveryState.SENT
    )
)


class DeliveriesRepository(Deliveries):
    """Deliveries by their keys."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def unseen(self, keys: Iterable[str]) -> set[str]:
        return self._keys(UNSEEN, keys)

    def seen(self, keys: Iterable[str]) -> set[str]:
        return self._keys(SEEN, keys)

    def withdraw(self, keys: Iterable[str], now: datetime) -> None:
        for some in chunks(keys):
            self._asking.rows(WITHDRAW, keys=some, now=now)

    def has_arrived(self, key: str) -> bool:
        return bool(self._asking.rows(ARRIVED, key=key).scalar_one())

    def _keys(self, question: Any, keys: Iterable[str]) -> set[str]:
        """Return which of some keys a question finds."""
        return {
            key for some in chunks(keys) for key in self._asking.rows(question, keys=some).scalars()
        }
