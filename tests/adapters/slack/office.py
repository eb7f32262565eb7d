"""Our Slack app in service on a real database, told by the fake Slack over HTTP."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from adapters.clocks import MovableClock
from adapters.sealing import Sealer, new_key
from adapters.serving.service import Core
from adapters.slack.app import SlackService
from adapters.slack.options import SlackOptions, stand_in
from bot.conversation.events import Event, Reply
from bot.domain.people import Organisation, Person
from bot.ports import Work
from bot.runtime.engine import Engine
from bot.runtime.outbox import Outbox
from bot.runtime.schedule import Schedule
from storage.database import SqlStore
from tests.adapters.slack.fake.person import Visitor
from tests.adapters.slack.fake.server import FakeSlack, running
from tests.adapters.slack.fake.state import App
from tests.adapters.slack.serving import REQUESTS
from tests.adapters.slack.serving import serving as on_loopback
from tests.builders import ORGANISATION
from tests.world import fresh_engine

MONDAY = datetime(2026, 9, 14, 14, 0, tzinfo=UTC)
SECRET = "0123456789abcdef0123456789abcdef"  # noqa: S105  the fake's own
PEOPLE = {"U1ANA": "Ana Test", "U1BOB": "Bob Test", "U1HR": "Claire Test"}


class Brittle(Engine):
    """An engine whose store can be out of order."""

    broken = False

    async def turn(self, event: Event) -> Reply:
        if self.broken:
            raise ConnectionError("no database")
        return await super().turn(event)


@dataclass
class Office:
    """The app, its database and its Slack."""

    slack: FakeSlack
    service: SlackService
    core: Core
    clock: MovableClock
    url: str

    @property
    def engine(self) -> Brittle:
        assert isinstance(self.core.engine, Brittle)
        return self.core.engine

    def person(self, user_id: str = "U1ANA", team_id: str = "T1") -> Visitor:
        return self.slack.person(team_id, user_id)

    async def look(self, question: Any) -> Any:
        """Ask the records something."""
        return await self.core.store.transact(ORGANISATION, question)

    async def everybody(self) -> dict[str, Person]:
        """Return the people by name."""

        def act(work: Work) -> dict[str, Person]:
            return {person.name: person for person in work.people.all()}

        found: dict[str, Person] = await self.look(act)
        return found

    async def run_due(self) -> None:
        """Do what is due now and send it."""
        platform = self.service.platform
        outbox = Outbox(self.core.store, self.clock, {platform.name: platform}, owner=new_key())
        await Schedule(self.core.store, self.clock).run()
        while await outbox.run():
            pass


def empty_store() -> SqlStore:
    """Open a fresh database in memory."""
    return SqlStore(fresh_engine())


@asynccontextmanager
async def serving(
    slack: FakeSlack, clock: MovableClock, options: SlackOptions
) -> AsyncIterator[Office]:
    """Lend the app in service, told by a fake Slack."""
    store = empty_store()
    await store.found(Organisation(id=ORGANISATION, name="Phares", language="en"))
    core = Core(
        organisation_id=ORGANISATION,
        store=store,
        clock=clock,
        engine=Brittle(store, clock),
        sealer=Sealer([new_key()]),
    )
    service = SlackService(core, options)
    try:
        async with on_loopback(service) as requests:
            slack.connect(requests)
            yield Office(slack, service, core, clock, requests.removesuffix(REQUESTS))
    finally:
        store.close()


@asynccontextmanager
async def one_workspace(**changes: Any) -> AsyncIterator[Office]:
    """Lend the app of one workspace, by its bot token, once it knows who works there."""
    clock = MovableClock(MONDAY)
    async with running(clock, App(signing_secret=SECRET, rotates=False)) as slack:
        workspace = slack.state.add_workspace("T1", "Phares")
        for user_id, name in PEOPLE.items():
            workspace.join(user_id, name)
        install = slack.state.install(team_id="T1")
        options = SlackOptions(
            signing_secrets=(SECRET,),
            bot_token=install.token,
            coordinators=frozenset({"U1HR"}),
            place=stand_in(slack.api_url),
        )
        async with serving(slack, clock, replace(options, **changes)) as office:
            await office.service.desk.settle()
            yield office
