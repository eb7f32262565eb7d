"""What is kept comes back as it was: every kind of entity, every type of column, both databases."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, cast

from sqlalchemy import select

from bot.domain.delivery import Delivery
from bot.domain.people import Organisation
from bot.ports import Work
from storage.database import open_store
from storage.mapping import PARTS, TABLES
from storage.work import SqlWork
from tests.builders import KEYS, ORGANISATION, an_organisation, everything

Facts = list[tuple[str, ...]]


def facts(entities: Iterable[Any]) -> Facts:
    """Return what entities hold, with its types, but for the number the database gives."""
    return sorted(
        (type(entity).__name__, *(_fact(entity, each.name) for each in fields(entity)))
        for entity in entities
    )


def _fact(entity: Any, name: str) -> str:
    value = getattr(entity, name)
    return f"{name}={'' if name == 'id' and isinstance(value, int | None) else repr(value)}"


class Noting:
    """Records that note what they are given to keep."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.given: list[Any] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._work, name)

    def add(self, *entities: object) -> None:
        self.given += entities
        self._work.add(*entities)

    @property
    def outbox(self) -> "Noting":
        return self

    def enqueue(self, delivery: Delivery) -> None:
        self.given.append(delivery)
        self._work.outbox.enqueue(delivery)


def _parts(work: Work, given: list[Any]) -> list[Any]:
    """Return what the conversation keeps in the rows of what was given."""
    of = {owner: part for part, (owner, _) in PARTS.items()}
    return [work.get(of[type(entity)], entity.id) for entity in given if type(entity) in of]


async def test_every_row_comes_back_as_it_was_kept(database_url: str) -> None:
    def keep(work: Work) -> Facts:
        noting = Noting(work)
        everything(cast(Work, noting))
        return facts([*noting.given, *_parts(work, noting.given), an_organisation()])

    def look(work: Work) -> tuple[Facts, set[type]]:
        assert isinstance(work, SqlWork)
        found: dict[type, list[Any]] = {
            kind: work.unit.read(kind, select(TABLES[kind])) for kind in TABLES
        }
        return facts(e for some in found.values() for e in some), {k for k in found if found[k]}

    store = open_store(database_url, KEYS)
    await store.found(an_organisation())
    kept = await store.transact(ORGANISATION, keep)
    found, kinds = await store.transact(ORGANISATION, look)
    store.close()

    assert found == kept
    assert kinds == set(TABLES) >= {Organisation}
