"""What was kept long enough is deleted or emptied, each kind by one statement."""

from typing import Any

from sqlalchemy import bindparam, delete, select, update

from bot.domain.delivery import END_STATES
from bot.ports.retention import Oldest, Retention
from storage import tables as t
from storage.asking import Asking, any_of, own

ENDED_PAIRINGS = select(t.pairings.c.id).where(
    own(t.pairings), t.pairings.c.ended_at < bindparam("notes")
)
STATEMENTS: dict[str, tuple[Any, ...]] = {
    "answers": tuple(
        delete(table).where(own(table), table.c.asked_at < bindparam("answers"))
        for table in (t.checkins, t.feedbacks)
    ),
    "notes": (
        update(t.checkins)
        .where(
            own(t.checkins), t.checkins.c.pairing_id.in_(ENDED_PAIRINGS), t.checkins.c.note != ""
        )
        .values(note=""),
    ),
    "messages": (
        update(t.outbox)
        .where(
            own(t.outbox),
            any_of(t.outbox.c.state, END_STATES),
            t.outbox.c.settled_at < bindparam("messages"),
            t.outbox.c.payload != "",
        )
        .values(payload=""),
    ),
    "turns": (delete(t.turns).where(own(t.turns), t.turns.c.at < bindparam("turns")),),
    "trail": (delete(t.audit).where(own(t.audit), t.audit.c.at < bindparam("trail")),),
}
"""By what is kept no longer; what is sealed is emptied without a look at it."""


class RetentionRepository(Retention):
    """What was kept long enough."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def end(self, oldest: Oldest) -> None:
        for name, statements in STATEMENTS.items():
            for statement in statements:
                self._asking.rows(statement, **{name: getattr(oldest, name)})
        self._asking.unit.let_go()
