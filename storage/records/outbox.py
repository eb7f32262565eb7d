"""The outbox: what waits to be sent, claimed and settled by three statements."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Integer, and_, bindparam, exists, func, or_, select, update

from bot.domain.delivery import Delivery, DeliveryState, Kind, Lane, Lease
from storage import tables as t
from storage.records.base import INSERTS, BaseRecords
from storage.records.moving import moving

FULL = 1_000_000.0
"""Tokens of a lane nobody used yet; the first refill cuts them to the platform's burst."""

LANE = select(t.lanes).where(
    t.lanes.c.organisation_id == bindparam("organisation_id"),
    t.lanes.c.tenant_id == bindparam("tenant_id"),
)
FREE_LANE = LANE.with_for_update(skip_locked=True)
"""A tenant's lane, unless another worker holds it; built once, as every tick asks for it."""
COLUMNS = tuple(column.name for column in t.outbox.columns if column.name != "id")
"""What of a delivery is stored; its id is the database's."""


class OutboxRecords(BaseRecords):
    """Deliveries and lanes."""

    def enqueue(self, delivery: Delivery) -> None:
        """Add a delivery at commit; one with the same key already there wins."""
        self.queued.append(delivery)

    def write(self) -> None:
        """Write all changes, and what was queued in one statement: the unit of work ends here."""
        self.unit.write()
        if not self.queued:
            return
        rows = [{name: getattr(delivery, name) for name in COLUMNS} for delivery in self.queued]
        self.run(_queued(self._dialect), rows)
        self.queued = []

    def lane(self, tenant_id: str, now: datetime) -> Lane | None:
        """Lock and return a tenant's lane (made full on first use); None while another holds it."""
        row = {
            "organisation_id": self.organisation_id,
            "tenant_id": tenant_id,
            "tokens": FULL,
            "updated_at": now,
        }
        which = {"organisation_id": self.organisation_id, "tenant_id": tenant_id}
        locked = self.read(Lane, FREE_LANE, which)
        if not locked:
            statement = self.insert(t.lanes).on_conflict_do_nothing()
            if self.run(statement.returning(t.lanes.c.tenant_id), row).first() is None:
                return None
            locked = self.read(Lane, LANE.with_for_update(), which)
        return next(iter(locked), None)

    def close_lane(self, tenant_id: str, until: datetime) -> None:
        """Shut a tenant's lane until an instant; a later one already there stays."""
        columns = t.lanes.c
        statement = (
            update(t.lanes)
            .where(
                columns.organisation_id == self.organisation_id,
                columns.tenant_id == tenant_id,
                or_(columns.closed_until.is_(None), columns.closed_until < until),
            )
            .values(closed_until=until)
        )
        self.ask(statement)

    def claim(self, tenant_id: str, now: datetime, lease: Lease, limit: int) -> list[Delivery]:
        """Take due heads of conversations: states become sending, attempts grow by one.

        A head is a live delivery with no earlier live one in its conversation, so that the order
        of a conversation holds through back-off and leases. A row in state sending whose lease has
        ended is claimed again: what became of its last attempt is unknown.
        """
        values = {
            "p_organisation": self.organisation_id,
            "p_tenant": tenant_id,
            "p_now": now,
            "p_limit": limit,
            "p_lease_ends": lease.ends_at,
            "p_owner": lease.owner,
        }
        rows = self.run(_claim(), values).mappings()
        claimed = [Delivery(**dict(row)) for row in rows]
        return sorted(claimed, key=lambda delivery: delivery.id or 0)

    def settle(self, delivery: Delivery, state: DeliveryState, now: datetime) -> bool:
        """Store how a delivery ended; False when another worker took it over meanwhile.

        One that was withdrawn while it was on its way counts as sent if it arrived all the same.
        """
        return self._move(
            delivery,
            state,
            remote_id=delivery.remote_id,
            error=delivery.error,
            settled_at=now,
        )

    def postpone(self, delivery: Delivery, visible_at: datetime) -> bool:
        """Give a delivery back until later, with plan and attempts as the worker sees them.

        False when another worker took it over meanwhile.
        """
        return self._move(
            delivery,
            DeliveryState.PENDING,
            due_at=delivery.due_at,
            visible_at=visible_at,
            closes_at=delivery.closes_at,
            attempts=delivery.attempts,
            error=delivery.error,
        )

    def cancel_deliveries(self, person_id: str, now: datetime, prefix: str = "") -> int:
        """Withdraw what was not sent to a person (whose key starts with a prefix).

        What is on its way is withdrawn as well: if its worker died, nobody sends it again. Returns
        how many were never tried, which the person has surely not seen.
        """
        columns = t.outbox.c
        kept = [
            delivery
            for delivery in self.queued
            if delivery.person_id != person_id or not delivery.key.startswith(prefix)
        ]
        untold = len(self.queued) - len(kept)
        self.queued = kept
        statement = (
            moving(Delivery, DeliveryState.CANCELLED)
            .where(
                columns.organisation_id == self.organisation_id,
                columns.person_id == person_id,
                func.substr(columns.key, 1, len(prefix)) == prefix,  # LIKE knows no capitals
            )
            .values(settled_at=now)
            .returning(columns.attempts)
        )
        tried = self.ask(statement).scalars().all()
        return untold + int(tried.count(0))

    def deliveries(self, limit: int) -> list[Delivery]:
        """Return the newest deliveries, newest first."""
        columns = t.outbox.c
        question = self.select(Delivery).order_by(columns.id.desc()).limit(limit)
        return self.read(Delivery, question)

    def delivery_counts(self) -> dict[str, int]:
        """Return how many deliveries are in each state."""
        columns = t.outbox.c
        question = (
            select(columns.state, func.count())
            .where(columns.organisation_id == self.organisation_id)
            .group_by(columns.state)
        )
        return {str(state): count for state, count in self.ask(question)}

    def deliveries_by_kind(self) -> dict[tuple[Kind, DeliveryState], int]:
        """Return how many deliveries of each kind are in each state."""
        columns = t.outbox.c
        question = (
            select(columns.kind, columns.state, func.count())
            .where(columns.organisation_id == self.organisation_id)
            .group_by(columns.kind, columns.state)
        )
        return {(kind, state): count for kind, state, count in self.ask(question)}

    def _move(self, delivery: Delivery, to: DeliveryState, **values: object) -> bool:
        """Move a claimed row, fenced by its lease: a worker that overslept changes nothing."""
        which = {
            "p_organisation": self.organisation_id,
            "p_id": delivery.id,
            "p_owner": delivery.lease_owner,
        }
        done = self.run(_moved(to, tuple(values)), {**which, **values})
        return bool(done.rowcount)


@cache
def _queued(dialect: str) -> Any:
    """The statement of ``write``: a delivery whose key is there already is left out."""
    statement = INSERTS[dialect](t.outbox)
    return statement.on_conflict_do_nothing(index_elements=["organisation_id", "key"])


@cache
def _claim() -> Any:
    """The statement of ``claim``, built once: it is run every second, mostly for nothing."""
    mine, earlier = t.outbox, t.outbox.alias("earlier")
    before = or_(
        earlier.c.due_at < mine.c.due_at,
        and_(earlier.c.due_at == mine.c.due_at, earlier.c.id < mine.c.id),
    )
    same = and_(
        earlier.c.organisation_id == mine.c.organisation_id,
        earlier.c.account_id == mine.c.account_id,
    )
    blocked = exists().where(same, t.live(earlier), before)
    heads = (
        select(mine.c.id)
        .where(
            mine.c.organisation_id == bindparam("p_organisation"),
            mine.c.tenant_id == bindparam("p_tenant"),
            t.LIVE,
            mine.c.visible_at <= bindparam("p_now"),
            ~blocked,
        )
        .order_by(mine.c.visible_at, mine.c.id)
        .limit(bindparam("p_limit", type_=Integer))
        .with_for_update(skip_locked=True)
    )
    taken = {
        "attempts": mine.c.attempts + 1,
        "visible_at": bindparam("p_lease_ends"),
        "lease_owner": bindparam("p_owner"),
    }
    return (
        moving(Delivery, DeliveryState.SENDING)
        .where(mine.c.id.in_(heads.scalar_subquery()))
        .values(**taken)
        .returning(mine)
    )


@cache
def _moved(to: DeliveryState, names: tuple[str, ...]) -> Any:
    """The statement of ``_move`` to a state, with some columns; built once."""
    columns = t.outbox.c
    claimed = (
        columns.organisation_id == bindparam("p_organisation"),
        columns.id == bindparam("p_id"),
        columns.lease_owner == bindparam("p_owner"),
    )
    values: dict[str, Any] = {name: bindparam(name) for name in names}
    return moving(Delivery, to).where(*claimed).values(values)
