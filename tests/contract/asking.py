"""How a test asks the store a question: rows are laid out, the question is asked, all is undone."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, TypeVar

from bot.domain.delivery import Delivery
from bot.ports import Records
from storage.database import SqlStore
from storage.records import SqlRecords
from tests.builders import ORGANISATION

Result = TypeVar("Result")
OTHER: dict[str, Any] = {"organisation_id": "other"}
"""What makes a row another organisation's, which no question may find."""


class Undone(Exception):
    """The answer is known; nothing of the unit of work is kept."""


class Ask:
    """Plays a unit of work and rolls it back, so that all tests may share one database.

    The answer is made of plain values: entities are gone with the unit of work.
    """

    def __init__(self, store: SqlStore) -> None:
        self.store = store

    async def __call__(self, work: Callable[[Records], Result]) -> Result:
        answers: list[Result] = []

        def undone(records: Records) -> None:
            answers[:] = [work(records)]
            raise Undone

        with suppress(Undone):
            await self.store.transact(ORGANISATION, undone)
        return answers[0]


def lay_out(records: Records, *entities: object) -> None:
    """Write rows past everything that remembers them, so that a question must look them up."""
    assert isinstance(records, SqlRecords)
    for entity in entities:
        if isinstance(entity, Delivery):
            records.enqueue(entity)
        else:
            records.add_many([entity])
    records.write()


def ids(entities: Iterable[Any]) -> list[str]:
    """Return what was found, in its order; an empty id for nothing."""
    return [entity.id if entity else "" for entity in entities]
