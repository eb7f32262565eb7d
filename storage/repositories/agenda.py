"""What is due: for each kind, the head of a small index."""

from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Integer, bindparam, exists, select

from bot.ports.agenda import Agenda
from storage.asking import Asking, own
from storage.mapping import DUE, MAPPED, MAPPERS

T = TypeVar("T")

KINDS_DUE = select(
    *(
        exists().where(own(MAPPED[kind]), column <= bindparam("now"))
        for kind, column in DUE.items()
    ),
)
"""Which kinds have something due; asked every second."""
DUE_OF: dict[type, Any] = {
    kind: select(MAPPED[kind])
    .where(own(MAPPED[kind]), column <= bindparam("now"))
    .order_by(column, *MAPPED[kind].primary_key.columns)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(key_share=True, skip_locked=True)
    for kind, column in DUE.items()
}


class AgendaRepository(Agenda):
    """What is due, of every kind."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def kinds(self, now: datetime) -> set[type]:
        answers = self._asking.rows(KINDS_DUE, now=now).one()
        return {kind for kind, answer in zip(DUE, answers, strict=True) if answer}

    def due(self, kind: type[T], now: datetime, limit: int) -> list[T]:
        return self._asking.all(kind, DUE_OF[kind], now=now, most=limit, locked=True)

    def instant(self, kind: type[T], entity: T) -> datetime | None:
        is_kept = self._asking.unit.find(kind, MAPPERS[kind].key_of(entity)) is not None
        return getattr(entity, DUE[kind].name) if is_kept else None

    def put_off(self, kind: type[T], entity: T, until: datetime) -> None:
        setattr(entity, DUE[kind].name, until)
