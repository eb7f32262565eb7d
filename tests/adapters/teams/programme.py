"""One programme played in Teams, in Slack and Teams at once, and on the playground's page.

Each ends with the whole database; what they must not differ in is every row but a platform's own.
"""

import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from random import Random

from adapters.clocks import MovableClock
from adapters.matching.solvers import SolverHere
from adapters.playground import parse
from adapters.playground.render import form_json, message_json
from adapters.playground.send import PlaygroundPlatform
from adapters.simulate import population, run
from adapters.simulate.house import Chats, House
from adapters.simulate.options import Options
from adapters.simulate.page import Drawing, PageChats
from adapters.simulate.run import rehearse
from adapters.slack.limits import PACE as SLACK_PACE
from adapters.teams.app import Registration, TeamsService
from adapters.teams.limits import PACE as TEAMS_PACE
from bot.ports import Store
from bot.runtime.engine import Engine
from tests.adapters.slack.chats import SlackChats
from tests.adapters.slack.fake.server import FakeSlack
from tests.adapters.slack.programme import TENANT as WORKSPACE
from tests.adapters.slack.programme import Played, a_store, a_workspace, rows_of
from tests.adapters.slack.serving import core_of, service_of
from tests.adapters.teams.chats import TeamsChats
from tests.adapters.teams.company import cloud_of
from tests.adapters.teams.fake.server import FakeTeams

Factory = Callable[[Store], Chats]
PACES = {"slack": SLACK_PACE, "teams": TEAMS_PACE}


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A clock and fakes to play on."""

    clock: MovableClock
    teams: FakeTeams
    slack: FakeSlack
    token: str

    def in_teams(self, store: Store, trouble: Random | None = None) -> TeamsChats:
        """Make the chats in Teams, on the real adapter; with ``trouble``, much is told again."""
        registration = Registration(
            app_id=self.teams.app.id,
            tenants=frozenset({self.teams.app.tenant}),
            cloud=cloud_of(self.teams),
            acquire=self.teams.entra.acquire,
            language="fr",
        )
        core = core_of(population.ORGANISATION, store, self.clock)
        return TeamsChats(self.teams, TeamsService(registration, core), trouble)

    def in_slack(self, store: Store) -> SlackChats:
        """Make the chats in Slack, on the real adapter."""
        core = core_of(population.ORGANISATION, store, self.clock)
        return SlackChats(self.slack, service_of(core, self.slack, bot_token=self.token), WORKSPACE)

    def on_page(self, store: Store, name: str) -> PageChats:
        """Make chats on the playground's page, at the pace of a platform and under its name.

        What Slack shows in a room the page shows in the chat of the first of the two.
        """
        platform = PlaygroundPlatform(self.clock, keep=4)
        platform.name, platform.pace = name, PACES[name]
        organisation = population.ORGANISATION
        place = parse.Place(organisation_id=organisation, platform=name, tenant=name)
        drawing = Drawing(
            message=partial(message_json, zone="UTC"),
            form=form_json,
            read=partial(parse.event, place=place),
        )
        engine = Engine(store, self.clock)
        engine.rooms = frozenset({"slack"})
        return PageChats(platform, drawing, engine, name)


@asynccontextmanager
async def a_scene() -> AsyncIterator[Scene]:
    """Lend fakes of both platforms on one clock."""
    clock = MovableClock(run.START)
    async with FakeTeams(clock) as teams, a_workspace(clock) as (slack, token):
        yield Scene(clock=clock, teams=teams, slack=slack, token=token)


async def play(options: Options, scene: Scene, factories: Sequence[Factory]) -> Played:
    """Play a programme among people dealt out to these chats in turn."""
    with a_store(options) as (store, engine):
        await store.found(population.organisation(options.language))
        house = House(
            store=store,
            clock=scene.clock,
            chats_on=factories,
            solver=SolverHere(),
            stopwatch=time.perf_counter,
        )
        report = await rehearse(options, house)
        return Played(report, rows_of(engine))


async def play_on_pages(options: Options, *names: str) -> Played:
    """Play on the page, in places that have a platform's name and pace, and nothing else of it."""
    async with a_scene() as scene:
        return await play(options, scene, [partial(scene.on_page, name=name) for name in names])
