"""The outbox: what waits to be sent, claimed and settled by three statements."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Integer,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    union_all,
    update,
)

from bot.domain.delivery import Delivery, DeliveryState, Kind, Lane, Lease
from bot.domain.people import Account
from bot.ports.outbox import Outbox
from storage import tables as t
from storage.asking import INSERTS, Asking, chunks, equal, own, tally, within
from storage.mapping import MAPPERS
from storage.moving import moving

_outbox, _lanes = t.outbox.c, t.lanes.c

FULL = 1_000_000.0
"""Tokens of a lane nobody used yet; the first refill cuts them to the platform's burst."""
LANE = select(t.lanes).where(own(t.lanes), equal(_lanes.tenant_id)).with_for_update(key_share=True)
FREE_LANE = LANE.with_for_update(key_share=True, skip_locked=True)
"""A tenant's lane, unless another worker holds it."""
CLOSE_LANE = (
    update(t.lanes)
    .where(
        own(t.lanes),
        _lanes.tenant_id == bindparam("tenant"),
        or_(_lanes.closed_until.is_(None), _lanes.closed_until < bindparam("until")),
    )
    .values(closed_until=bindparam("until"))
)
CANCEL = (
    moving(Delivery, DeliveryState.CANCELLED)
    .where(
        own(t.outbox),
        _outbox.person_id == bindparam("person"),
        # LIKE knows no capitals.
        func.substr(_outbox.key, 1, bindparam("length", type_=Integer)) == bindparam("prefix"),
    )
    .values(settled_at=bindparam("now"))
    .returning(_outbox.attempts)
)
KNOWN = select(_outbox.key).where(own(t.outbox), within(_outbox.key, "keys"))
HELD = select(_outbox.id, case((t.LIVE, _outbox.visible_at), else_=_outbox.settled_at)).where(
    own(t.outbox),
    or_(
        t.LIVE,
        and_(_outbox.state == DeliveryState.SENT, _outbox.settled_at >= bindparam("since")),
    ),
)
HELD_BY = union_all(
    HELD.where(_outbox.person_id == bindparam("person")),
    # The second reader of a message in one room; spelt as the partial index is.
    HELD.where(_outbox.also_to == bindparam("account"), t.IN_A_ROOM),
)
WORDS = (_outbox.key, _outbox.payload)
WAITING = select(*WORDS).where(
    own(t.outbox),
    t.LIVE,
    _outbox.account_id == bindparam("account"),
    _outbox.id != bindparam("which", type_=Integer),
    _outbox.due_at < bindparam("until"),
)
NEWEST = (
    select(t.outbox)
    .where(own(t.outbox))
    .order_by(_outbox.id.desc())
    .limit(bindparam("most", type_=Integer))
)
COUNTS = tally(_outbox.state, where=())
COUNTS_BY_KIND = tally(_outbox.kind, _outbox.state, where=())
MAPPER = MAPPERS[Delivery]
COLUMNS = tuple(column.name for column in t.outbox.columns if column.name != "id")
"""What of a delivery is stored; its id is the database's."""


class OutboxRepository(Outbox):
    """Deliveries and lanes."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._known: dict[str, bool] = {}
        """Keys that were asked for, and whether a delivery has them."""

    def knows(self, key: str) -> bool:
        if any(delivery.key == key for delivery in self._asking.unit.queued):
            return True
        if key not in self._known:
            self.look_up([key])
        return self._known[key]

    def look_up(self, keys: Iterable[str]) -> None:
        for some in chunks(keys):
            known = set(self._asking.rows(KNOWN, keys=some).scalars())
            self._known |= {key: key in known for key in some}

    def held(self, account: Account, since: datetime) -> list[tuple[int | None, datetime]]:
        values = {"person": account.person_id, "account": account.id, "since": since}
        rows = [(id_, at) for id_, at in self._asking.rows(HELD_BY, **values)]
        return rows + [
            (None, delivery.visible_at)
            for delivery in self._asking.unit.queued
            if account.person_id == delivery.person_id or account.id == delivery.also_to
        ]

    def same_words(self, delivery: Delivery, *, until: datetime) -> bool:
        values = {"account": delivery.account_id, "which": delivery.id, "until": until}
        stem = delivery.key.rpartition(":")[0]
        rows = self._asking.rows(WAITING, **values)
        return any(
            key.rpartition(":")[0] == stem and payload == delivery.payload
            for key, payload in self._asking.unit.seals.opened(WORDS, rows)
        )

    def enqueue(self, delivery: Delivery) -> None:
        self._asking.unit.queued.append(delivery)

    def write(self) -> None:
        """Write what was queued in one statement: the unit of work ends here."""
        unit = self._asking.unit
        if unit.queued:
            rows = [{name: getattr(each, name) for name in COLUMNS} for each in unit.queued]
            sealed = unit.seals.sealed(t.outbox, rows)
            unit.connection.execute(_queued(self._asking.dialect), sealed)
            unit.queued = []

    def lane(self, tenant_id: str, now: datetime) -> Lane | None:
        found = self._asking.one(Lane, FREE_LANE, tenant_id=tenant_id)
        if found is not None:
            return found
        new = {
            "organisation_id": self._asking.organisation_id,
            "tenant_id": tenant_id,
            "tokens": FULL,
            "updated_at": now,
        }
        made = self._asking.unit.connection.execute(_new_lane(self._asking.dialect), new).first()
        return self._asking.one(Lane, LANE, tenant_id=tenant_id) if made else None

    def close_lane(self, tenant_id: str, until: datetime) -> None:
        self._asking.rows(CLOSE_LANE, tenant=tenant_id, until=until)

    def claim(self, tenant_id: str, now: datetime, lease: Lease, limit: int) -> list[Delivery]:
        taken = {"lease_ends": lease.ends_at, "owner": lease.owner}
        rows = self._asking.rows(CLAIM, tenant=tenant_id, now=now, most=limit, **taken)
        whole = self._asking.unit.seals.opened(MAPPER.columns, rows)
        claimed = [MAPPER.entity(row) for row in whole]
        return sorted(claimed, key=lambda delivery: delivery.id or 0)

    def settle(self, delivery: Delivery, state: DeliveryState, now: datetime) -> bool:
        return self._move(
            delivery,
            state,
            remote_id=delivery.remote_id,
            error=delivery.error,
            settled_at=now,
        )

    def postpone(self, delivery: Delivery, visible_at: datetime) -> bool:
        return self._move(
            delivery,
            DeliveryState.PENDING,
            due_at=delivery.due_at,
            visible_at=visible_at,
            closes_at=delivery.closes_at,
            attempts=delivery.attempts,
            error=delivery.error,
        )

    def cancel(self, person_id: str, now: datetime, prefix: str = "") -> int:
        unit = self._asking.unit
        kept = [
            delivery
            for delivery in unit.queued
            if delivery.person_id != person_id or not delivery.key.startswith(prefix)
        ]
        untold = len(unit.queued) - len(kept)
        unit.queued = kept
        which = {"person": person_id, "prefix": prefix, "length": len(prefix)}
        tried = self._asking.rows(CANCEL, **which, now=now).scalars().all()
        return untold + int(tried.count(0))

    def newest(self, limit: int) -> list[Delivery]:
        return self._asking.all(Delivery, NEWEST, most=limit)

    def counts(self) -> dict[str, int]:
        return {str(state): count for state, count in self._asking.rows(COUNTS)}

    def counts_by_kind(self) -> dict[tuple[Kind, DeliveryState], int]:
        rows = self._asking.rows(COUNTS_BY_KIND)
        return {(kind, state): count for kind, state, count in rows}

    def _move(self, delivery: Delivery, to: DeliveryState, **values: object) -> bool:
        """Move a claimed row, fenced by its lease: a worker that overslept changes nothing."""
        which = {"which": delivery.id, "owner": delivery.lease_owner}
        done = self._asking.rows(_moved(to, tuple(values)), **which, **values)
        return bool(done.rowcount)


def _claim() -> Any:
    """Take due heads of conversations; run every second, mostly for nothing."""
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
            own(mine),
            mine.c.tenant_id == bindparam("tenant"),
            t.LIVE,
            mine.c.visible_at <= bindparam("now"),
            ~blocked,
        )
        .order_by(mine.c.visible_at, mine.c.id)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(key_share=True, skip_locked=True)
    )
    taken = {
        "attempts": mine.c.attempts + 1,
        "visible_at": bindparam("lease_ends"),
        "lease_owner": bindparam("owner"),
    }
    return (
        moving(Delivery, DeliveryState.SENDING)
        .where(mine.c.id.in_(heads.scalar_subquery()))
        .values(**taken)
        .returning(mine)
    )


CLAIM = _claim()


@cache
def _queued(dialect: str) -> Any:
    """The statement of ``write``: a delivery whose key is there already is left out."""
    statement = INSERTS[dialect](t.outbox)
    return statement.on_conflict_do_nothing(index_elements=["organisation_id", "key"])


@cache
def _new_lane(dialect: str) -> Any:
    """The statement that makes a lane, and returns nothing when another worker just did."""
    return INSERTS[dialect](t.lanes).on_conflict_do_nothing().returning(_lanes.tenant_id)


@cache
def _moved(to: DeliveryState, names: tuple[str, ...]) -> Any:
    """The statement of ``_move`` to a state, with some columns; built once."""
    claimed = (
        own(t.outbox),
        _outbox.id == bindparam("which"),
        _outbox.lease_owner == bindparam("owner"),
    )
    values: dict[str, Any] = {name: bindparam(name) for name in names}
    return moving(Delivery, to).where(*claimed).values(values)
