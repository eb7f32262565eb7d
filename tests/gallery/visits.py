"""Pressing every button of the gallery, each in a world of its own."""

import itertools
from dataclasses import dataclass
from functools import cache

from bot.conversation.events import Reply
from bot.messages.card import Button, Card
from storage.database import SqlStore, make_engine
from tests.gallery.exhibits import EXHIBITS, Exhibit, apart, gallery
from tests.gallery.world import NOW, a_full_programme, an_empty_organisation
from tests.world import World, driver


@dataclass(frozen=True)
class Visit:
    """One button of one card, and what pressing it came to."""

    exhibit: Exhibit
    button: Button
    reply: Reply

    def __str__(self) -> str:
        return f"{self.exhibit.name}: {self.button.label}"


@cache
def visits(language: str) -> list[Visit]:
    """Press every button of every card once; the cards are as they were before each press."""
    return apart(_visit(language, copies(language)))


async def _visit(language: str, worlds: dict[str, bytes]) -> list[Visit]:
    made = []
    for exhibit in EXHIBITS:
        card = gallery(language)[exhibit.name]
        for button in card.buttons if isinstance(card, Card) else ():
            world = open_copy(worlds[exhibit.world])
            made.append(Visit(exhibit, button, await world.press_button(exhibit.person, button)))
            world.store.close()
    return made


@cache
def copies(language: str) -> dict[str, bytes]:
    """Return both worlds as bytes, from which any number of equal ones can be opened."""
    return apart(_copies(language))


async def _copies(language: str) -> dict[str, bytes]:
    return {
        "full": await _copy(await a_full_programme(language)),
        "empty": await _copy(await an_empty_organisation(language)),
    }


async def _copy(world: World) -> bytes:
    def dump(work: object) -> bytes:
        return driver(work.unit.connection).serialize()  # type: ignore[attr-defined]

    found: bytes = await world.look(dump)
    world.store.close()
    return found


def open_copy(copy: bytes) -> World:
    """Open a world from its bytes, at the instant of the gallery."""
    engine = make_engine("sqlite://", durable=False)
    with engine.connect() as connection:
        driver(connection).deserialize(copy)
    ids = itertools.count(1)
    world = World(SqlStore(engine, new_id=lambda: f"new{next(ids)}"))
    world.clock.move_to(NOW)
    return world
