"""From joining to the digest at Microsoft's Agents Playground, one for each of three employees.

    python -m tests.adapters.teams.independent.scenes <folder>

Run where there is no network but loopback. Ana teaches Bob, in French and English; Claire
coordinates. The bot is the real adapter with the development flag, on a clock that is moved.
Pictures of what Chromium shows are left in the folder. Ends with an error where anything is amiss.
"""

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from aiohttp import web
from playwright.async_api import Browser, async_playwright

from adapters.sealing import Sealer, new_key
from adapters.serving.service import Core
from adapters.teams.access import no_access
from adapters.teams.addresses import PUBLIC
from adapters.teams.app import Registration, TeamsService
from bot.messages.card import Card
from bot.ports import Recipient
from bot.runtime.engine import Engine
from bot.runtime.outbox import Outbox
from bot.runtime.schedule import Schedule
from tests.adapters.teams.cards import faults
from tests.adapters.teams.independent.agents import BOT_PORT, PATIENCE, TENANT, Agents
from tests.builders import ORGANISATION
from tests.gallery.tour import everything
from tests.world import World, a_person

FIRST_PORT = 56150
PROGRAMME = {
    "name": "Passerelle",
    "weeks": "12",
    "meetings": "6",
    "weekday": "3",
    "hour": "10",
    "answer_by": "2026-10-02",
}
EXHIBITS = ("digest.newest-full", "review.pair-last", "profile.saved-own-words")
CONSENTS = {"matching": "yes", "facts": "yes", "statistics": "yes"}


@dataclass(kw_only=True)
class Scene:
    """The bot on its clock, the employees, and the camera."""

    world: World
    service: TeamsService
    outbox: Outbox
    everybody: Sequence[Agents]
    folder: Path

    @property
    def pair(self) -> Sequence[Agents]:
        """Ana, who teaches, and Bob."""
        return self.everybody[:2]

    @property
    def claire(self) -> Agents:
        """The coordinator."""
        return self.everybody[-1]

    async def passes(self, span: timedelta) -> None:
        """Let time pass through everything due on the way."""
        clock, end = self.world.clock, self.world.clock.now() + span
        await self._work()
        while (due := await self.world.store.next_due()) is not None and due <= end:
            clock.move_to(max(due, clock.now()))
            await self._work()
        clock.move_to(end)
        await self._work()

    async def pictures(self, name: str, who: Agents) -> None:
        """Take a picture of somebody's chat, and look whether Teams would show its newest card."""
        assert faults(who.card) == [], who.card
        await who.page.get_by_text(who.card["fallbackText"].splitlines()[0]).last.wait_for()
        await who.page.screenshot(path=self.folder / f"{name}.png")

    async def shows(self, name: str, who: Agents) -> None:
        """Show somebody a card of the gallery, which takes a larger programme to come about."""
        card = everything("fr")[name]
        assert isinstance(card, Card)
        person = who.name.lower()
        account = await self.world.look(lambda work: work.accounts.of(person))
        to = Recipient(TENANT, account.address, account.route)
        await self.service.platform.send(to, card, key=name)
        await who.sees(card.title)
        await self.pictures(f"10-{name}", who)

    async def _work(self) -> None:
        await self.world.schedule.run()
        while await self.outbox.run():
            pass


async def play(scene: Scene) -> None:
    """Go from joining to the digest."""
    for who in scene.everybody:
        await who.installs()
        await who.sees("AdaptiveCard")
    await scene.pictures("01-welcome", scene.claire)
    await scene.claire.types("programme")
    await scene.pictures("02-form", scene.claire)
    await scene.claire.sends_in("programme.create", PROGRAMME)
    for who, role in zip(scene.pair, ("mentor", "mentee"), strict=True):
        await _join(scene, who, role)
    await _match(scene)
    await scene.passes(timedelta(days=9))
    for who in scene.pair:
        await _check_in(scene, who)
    await scene.claire.types("sommaire")
    await scene.pictures("09-digest", scene.claire)
    for name in EXHIBITS:
        await scene.shows(name, scene.claire)


async def _join(scene: Scene, who: Agents, role: str) -> None:
    await who.types("join")
    await scene.pictures(f"03-invitation-{who.name}", who)
    await who.clicks("welcome.invitation.yes")
    await who.clicks(role)
    await scene.pictures(f"04-consent-{who.name}", who)
    await who.sends_in("welcome.consent", CONSENTS)
    goal = {"goal": "Draft a letter"} if role == "mentee" else {}
    await who.sends_in(f"profile.{role}", {f"topics-{role}": "ai-assistants", **goal})
    await who.sends_in("profile.levels", {})


async def _match(scene: Scene) -> None:
    await scene.claire.types("jumeler")
    await scene.pictures("05-review", scene.claire)
    await scene.claire.clicks("review.summary.approve")
    await scene.claire.clicks("approval.sure.yes")
    await scene.passes(timedelta(days=1))
    for who in scene.pair:
        await who.sees("proposal.offer")
        await scene.pictures(f"06-proposal-{who.name}", who)
        await who.clicks("proposal.offer.accept")
    await scene.passes(timedelta(days=1))
    for who in scene.pair:
        await who.sees("introduction.")
        await scene.pictures(f"07-introduction-{who.name}", who)


async def _check_in(scene: Scene, who: Agents) -> None:
    await who.sees("checkin.met")
    await scene.pictures(f"08-checkin-{who.name}", who)
    for name in ("checkin.met.yes", "4", "checkin.progress.forward"):
        await who.clicks(name)
    await scene.pictures(f"08-thanks-{who.name}", who)


@asynccontextmanager
async def a_scene(folder: Path) -> AsyncIterator[Scene]:
    """Put everything on stage."""
    people = [
        a_person("Ana", language="fr", level=2, department="Data"),
        a_person("Bob", language="en", level=9, department="Sales"),
        a_person("Claire", language="fr", level=5, department="HR", is_coordinator=True),
    ]
    async with AsyncExitStack() as stack:
        world = await World.create([])
        stack.callback(world.store.close)
        await world.look(lambda work: work.add(*people))
        service = TeamsService(
            Registration(
                app_id="",
                tenants=frozenset(),
                cloud=replace(PUBLIC, local=True),
                acquire=no_access,
                language="fr",
                development=True,
            ),
            Core(
                organisation_id=ORGANISATION,
                store=world.store,
                clock=world.clock,
                engine=Engine(world.store, world.clock),
                sealer=Sealer([new_key()]),
            ),
        )
        await stack.enter_async_context(_served(service))
        browser = await stack.enter_async_context(_browser())
        everybody = []
        for number, person in enumerate(people):
            page = await browser.new_page(viewport={"width": 1200, "height": 1300})
            agents = Agents(person, page, port=FIRST_PORT + number, path=folder / person.id)
            everybody.append(await stack.enter_async_context(agents))
        world.schedule = Schedule(world.store, world.clock)
        outbox = Outbox(world.store, world.clock, {"teams": service.platform}, owner="scene")
        yield Scene(world=world, service=service, outbox=outbox, everybody=everybody, folder=folder)


@asynccontextmanager
async def _served(service: TeamsService) -> AsyncIterator[None]:
    app = web.Application()
    app.add_routes(service.routes())
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", BOT_PORT).start()
    await service.start()
    try:
        yield
    finally:
        await runner.cleanup()
        await service.stop()


@asynccontextmanager
async def _browser() -> AsyncIterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found is not None
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        await browser.close()


async def greet(folder: Path) -> None:
    """Let the command itself serve, on the wall clock, and answer somebody nobody imported."""
    environment = {
        **os.environ,  # noqa: TID251  what the command is told stands below
        "PASSERELLE_TEAMS_DEVELOPMENT": "true",
        "PASSERELLE_DATABASE_URL": f"sqlite:///{folder / 'served.db'}",
        "PASSERELLE_PORT": str(BOT_PORT),
        "PASSERELLE_SECRET_KEY": new_key(),
    }
    command = [sys.executable, "-m", "adapters", "serve"]
    served = await asyncio.create_subprocess_exec(
        *command, env=environment, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert served.stdout is not None
        async with asyncio.timeout(PATIENCE):
            assert str(BOT_PORT).encode() in await served.stdout.readline()
        async with _browser() as browser:
            page = await browser.new_page(viewport={"width": 1200, "height": 1300})
            async with Agents(
                a_person("Dana"), page, port=FIRST_PORT, path=folder / "dana"
            ) as dana:
                await dana.types("help")
                await dana.sees("command")
                await page.screenshot(path=folder / "11-served.png")
    finally:
        served.terminate()
        assert await served.wait() == 0


async def main(arguments: Sequence[str]) -> None:
    """Play the scene with its pictures in the folder that is named."""
    folder = Path(arguments[0])
    async with a_scene(folder) as scene:
        await play(scene)
    await greet(folder)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
