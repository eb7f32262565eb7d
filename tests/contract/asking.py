"""How a test asks the store a question: rows are laid out, the question is asked, all is undone."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from sqlalchemy import event

from bot.domain.delivery import Delivery
from bot.ports import Work
from storage.database import SqlStore
from storage.work import SqlWork
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

    async def __call__(self, act: Callable[[Work], Result]) -> Result:
        answers: list[Result] = []

        def undone(work: Work) -> None:
            answers[:] = [act(work)]
            raise Undone

        with suppress(Undone):
            await self.store.transact(ORGANISATION, undone)
        return answers[0]


def lay_out(work: Work, *entities: object) -> None:
    """Write rows past everything that remembers them, so that a question must look them up."""
    assert isinstance(work, SqlWork)
    for entity in entities:
        if isinstance(entity, Delivery):
            work.outbox.enqueue(entity)
        else:
            work.add_many([entity])
    work.write()


def ids(entities: Iterable[Any]) -> list[str]:
    """Return what was found, in its order; an empty id for nothing."""
    return [entity.id if entity else "" for entity in entities]


@contextmanager
def written(work: Work) -> Iterator[list[tuple[str, bool]]]:
    """Lend what is executed: each statement, and whether it is for many rows."""
    assert isinstance(work, SqlWork)
    executed: list[tuple[str, bool]] = []

    def note(*call: Any) -> None:
        executed.append((" ".join(call[2].split()), call[5]))

    connection = work.unit.connection
    event.listen(connection, "before_cursor_execute", note)
    yield executed
    work.write()
    work.write()
    event.remove(connection, "before_cursor_execute", note)
