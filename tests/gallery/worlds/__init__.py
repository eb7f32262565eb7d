"""The worlds in which the gallery's cards are shown, and any number of equal copies of each."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any, TypeVar

from bot.conversation.awaiting import conversation_with
from bot.ports import Work
from storage.database import SqlStore
from tests.gallery.stage import Stage
from tests.gallery.worlds import full, moments
from tests.world import World, driver, fresh_engine

T = TypeVar("T")

MAKERS: dict[str, Callable[[str], Awaitable[World]]] = {
    "full": full.a_full_programme,
    "empty": full.an_empty_organisation,
    "busy": moments.busy,
    "late": moments.late,
    "between": moments.between,
    "fresh": moments.fresh,
    "alone": moments.alone,
    "sent": moments.sent,
    "closed": full.a_closed_account,
}
"""What makes each world, by its name; everybody in it reads one language."""


def apart(work: Coroutine[Any, Any, T]) -> T:
    """Run something asynchronous to its end, whether or not a loop is running here."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@cache
def worlds(language: str) -> dict[str, bytes]:
    """Return every world as bytes, from which any number of equal ones can be opened."""
    return apart(_made(language))


async def _made(language: str) -> dict[str, bytes]:
    made = {name: await make(language) for name, make in MAKERS.items()}
    for world in made.values():
        await world.look(_settle)
    return {name: await packed(world) for name, world in made.items()}


def _settle(work: Work) -> None:
    """Let nobody be in the midst of a conversation, and nothing on its way."""
    for person in work.people.all():
        work.outbox.cancel(person.id, full.NOW)
        for account in work.accounts.all(person.id):
            conversation_with(work, account).rest()


async def packed(world: World) -> bytes:
    """Close a world, and return it as bytes."""

    def dump(work: object) -> bytes:
        return driver(work.unit.connection).serialize()  # type: ignore[attr-defined]

    found: bytes = await world.look(dump)
    world.store.close()
    return found


def opened(copy: bytes) -> Stage:
    """Open a world from its bytes, at the instant of the gallery."""
    engine = fresh_engine(copy)
    ids = itertools.count(1)
    stage = Stage(SqlStore(engine, new_id=lambda: f"new{next(ids)}"))
    stage.clock.move_to(full.NOW)
    return stage
