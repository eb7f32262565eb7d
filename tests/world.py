"""A small organisation on a real SQLite database, for tests that read as transcripts."""

import itertools
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Self

from sqlalchemy import Connection, Engine

from adapters.clocks import MovableClock
from adapters.matching.solvers import SolverHere
from adapters.playground.send import PlaygroundPlatform
from bot.conversation.events import Pressed, Reply, Said, Submitted
from bot.domain.org_chart import reporting_intervals
from bot.domain.people import Account, Organisation, Person, Tenant
from bot.messages.card import Button, Card
from bot.messages.form import Form
from bot.messages.plain import plain
from bot.ports import Work
from bot.runtime.engine import Engine as Bot
from bot.runtime.outbox import Outbox
from bot.runtime.schedule import Schedule
from bot.runtime.solving import Solving
from storage import mapping as _mapping  # noqa: F401
from storage.database import SqlStore, make_engine
from storage.migrate import migrate_engine
from tests import builders
from tests.builders import ORGANISATION

TENANT = "tenant"
COMPILED: dict[Any, Any] = {}
"""Statements that were compiled for SQLite already, in any world."""
MONDAY = datetime(2026, 9, 14, 13, 30, tzinfo=UTC)
"""A Monday, 9:30 in Montréal, in no holiday week."""


def a_person(name: str, **changes: Any) -> Person:
    """Make a person of Montréal who speaks both languages and reads English."""
    values = {"name": f"{name} Test", "spoken": ("en", "fr"), **changes}
    return builders.a_person(name.lower(), **values)


def driver(connection: Connection) -> sqlite3.Connection:
    """Return the connection of the standard library behind one of SQLAlchemy's."""
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)
    return found


@cache
def migrated() -> tuple[Engine, bytes]:
    """Migrate a database in memory once; every world begins with a copy."""
    engine = make_engine("sqlite://", durable=False)
    migrate_engine(engine)
    with engine.connect() as connection:
        return engine, driver(connection).serialize()


def fresh_engine(copy: bytes = b"") -> Engine:
    """Open a database in memory, empty or a copy; statements are compiled once for all of them."""
    template, image = migrated()
    engine = make_engine("sqlite://", durable=False)
    # What was compiled is found again by statement and dialect, so both are shared.
    engine.dialect = template.dialect
    engine.update_execution_options(compiled_cache=COMPILED)
    with engine.connect() as connection:
        driver(connection).deserialize(copy or image)
    return engine


class World:
    """People who chat with the bot; cards are kept as they would be seen."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.clock = MovableClock(MONDAY)
        self.platform = PlaygroundPlatform(self.clock)
        self.engine = Bot(store, self.clock)
        self.schedule = Schedule(store, self.clock)
        self.solver = SolverHere()
        self.solving = Solving(store, self.clock, self.solver)
        self.outbox = Outbox(store, self.clock, {"playground": self.platform}, owner="test")
        self.last: dict[str, Reply] = {}
        self.shown: dict[str, Card | Form] = {}
        self._keys = itertools.count()
        self._seen: dict[str, int] = {}
        self._people: list[str] = []

    @classmethod
    async def create(cls, people: Iterable[Person]) -> Self:
        """Open a fresh database in memory with these people, each with one account."""
        engine = fresh_engine()
        ids = itertools.count(1)
        world = cls(SqlStore(engine, new_id=lambda: f"id{next(ids):06}"))
        await world.store.found(Organisation(id=ORGANISATION, name="Test"))
        await world.add_people(people)
        return world

    async def add_people(self, people: Iterable[Person]) -> None:
        """Add people and their accounts; addresses are the ids."""
        people = list(people)
        chains = reporting_intervals([(p.id, p.manager_id) for p in people])

        def act(work: Work) -> None:
            if work.tenants.named("playground", TENANT) is None:
                work.add(
                    Tenant(
                        organisation_id=ORGANISATION,
                        id=TENANT,
                        platform="playground",
                        external_id=TENANT,
                    ),
                )
            for person in people:
                person.chain_left, person.chain_right = chains[person.id]
                work.add(person)
                work.add(
                    Account(
                        organisation_id=ORGANISATION,
                        id=f"acc-{person.id}",
                        tenant_id=TENANT,
                        person_id=person.id,
                        address=person.id,
                    ),
                )

        await self.store.transact(ORGANISATION, act)
        self.platform.admit(TENANT, *(person.id for person in people))
        self._people += [person.id for person in people]

    def _event(self, person: str, key: str | None) -> dict[str, str]:
        return {
            "organisation_id": ORGANISATION,
            "key": key or f"event-{next(self._keys)}",
            "platform": "playground",
            "tenant": TENANT,
            "address": person,
        }

    async def says(self, person: str, text: str, key: str | None = None) -> Reply:
        """Somebody types a line."""
        return self._keep(
            person, await self.engine.turn(Said(text=text, **self._event(person, key)))
        )

    async def presses(self, person: str, label: str, key: str | None = None) -> Reply:
        """Somebody presses a button of what they saw last, by its label or its action's end."""
        return await self.press_button(person, self.button(person, label), key)

    async def press_button(self, person: str, button: Button, key: str | None = None) -> Reply:
        """Somebody presses any button, an old or a foreign one too."""
        event = Pressed(
            action=button.action,
            subject=button.subject,
            value=button.value,
            **self._event(person, key),
        )
        return self._keep(person, await self.engine.turn(event))

    async def submits(self, person: str, **values: str | list[str]) -> Reply:
        """Somebody sends in the form they saw last."""
        form = self.shown[person]
        assert isinstance(form, Form), form
        filled = {k: (v,) if isinstance(v, str) else tuple(v) for k, v in values.items()}
        event = Submitted(
            action=form.action,
            subject=form.subject,
            values=filled,
            **self._event(person, None),
        )
        return self._keep(person, await self.engine.turn(event))

    def button(self, person: str, label: str) -> Button:
        """Return a button of what somebody saw last."""
        card = self.shown[person]
        assert isinstance(card, Card), card
        for button in card.buttons:
            if label in {button.label, button.action.rsplit(".", 1)[-1], button.value}:
                return button
        raise AssertionError(f"no button {label!r} on:\n{plain(card)}")

    async def run_due(self) -> list[tuple[str, Card]]:
        """Do what is due now and deliver it; return what arrived, with whom."""
        await self.schedule.run()
        await self.solving.run()
        while await self.outbox.run():
            pass  # a second card of one conversation waits for the first
        return self.arrived()

    async def pass_time(self, **span: float) -> list[tuple[str, Card]]:
        """Move the clock through everything due on the way; return what arrived."""
        end = self.clock.now() + timedelta(**span)
        arrived: list[tuple[str, Card]] = await self.run_due()
        while (due := await self.store.next_due()) is not None and due <= end:
            assert due > self.clock.now(), f"something stays due at {due}"
            self.clock.move_to(due)
            arrived += await self.run_due()
        self.clock.move_to(end)
        return arrived + await self.run_due()

    def arrived(self) -> list[tuple[str, Card]]:
        """Return proactive cards that came since the last look, and remember them as seen."""
        new: list[tuple[str, Card]] = []
        for person in self._people:
            cards = self.inbox(person)
            for card in cards[self._seen.get(person, 0) :]:
                new.append((person, card))
                self.shown[person] = card
            self._seen[person] = len(cards)
        return new

    def inbox(self, person: str) -> list[Card]:
        """Return every proactive card a person got."""
        return [m.card for m in self.platform.messages(TENANT, person) if m.card and m.key]

    def text(self, person: str) -> str:
        """Return what somebody saw last as plain text."""
        shown = self.shown[person]
        return plain(shown) if isinstance(shown, Card) else f"{shown.title}\n{shown.intro}"

    async def look(self, question: Any) -> Any:
        """Ask the records something: ``await world.look(lambda r: r.staff())``."""
        return await self.store.transact(ORGANISATION, question)

    def _keep(self, person: str, reply: Reply) -> Reply:
        self.last[person] = reply
        if reply.form is not None:
            self.shown[person] = reply.form
        elif reply.cards:
            self.shown[person] = reply.cards[-1]
        return reply
