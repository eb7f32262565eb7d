"""The tour: everything on show is looked at, every button of it pressed, every form sent in.

It begins with the exhibits, and with every command as somebody types it who may. A step that nobody
listed is on show where a command or a button first leads to it. What cannot be come upon this way
is played in the scenes.
"""

from dataclasses import dataclass, field
from functools import cache

from bot.conversation.events import Reply
from bot.conversation.flow import Command
from bot.conversation.turn import Turn
from bot.domain.people import Role
from bot.messages.card import Button, Card
from bot.messages.form import Form, Values
from bot.ports import Work
from tests import product
from tests.gallery.exhibits import EXHIBITS, Exhibit
from tests.gallery.filling import well
from tests.gallery.listening import steps_shown, texts_said
from tests.gallery.scene import Scene
from tests.gallery.scenes import SCENES
from tests.gallery.stage import Happening, Stage
from tests.gallery.transcript import stored
from tests.gallery.worlds import apart, opened, packed, worlds
from tests.gallery.worlds.full import NOW, person

PLAYERS = {Role.MEMBER: "nadia", Role.COORDINATOR: "claire"}
"""Who types the commands that a role may use."""
TYPED = "/mentor "


@dataclass(frozen=True)
class Stop:
    """A card or form on show: of which step, whose, and the world in which it is seen.

    What a command answers at once is of no step; its name is the line that was typed.
    """

    name: str
    step: str
    person: str
    shown: Card | Form
    world: bytes = field(repr=False)

    @property
    def flow(self) -> str:
        """The name of the flow it belongs to."""
        return self.step.partition(".")[0] or _command(self.name).flow.name


@dataclass(frozen=True)
class Visit:
    """Something done at a stop, or a command typed, and what it came to.

    ``button`` is what was pressed; ``step`` is whose answer is awaited afterwards.
    """

    where: str
    did: str
    reply: Reply
    step: str
    button: Button | None = None

    def __str__(self) -> str:
        return f"{self.where} > {self.did}"


@dataclass(frozen=True)
class Played:
    """A scene as it went."""

    scene: Scene
    happened: tuple[Happening, ...]


@dataclass
class Tour:
    """What was seen and said on the way through the whole product, in one language.

    ``said`` are the texts that were said, ``steps`` the steps that something done led to.
    """

    stops: list[Stop] = field(default_factory=list)
    commands: list[Visit] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    scenes: list[Played] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    steps: set[str] = field(default_factory=set)


@cache
def tour(language: str) -> Tour:
    """Go through the whole product, once for all who ask."""
    return apart(go(language))


@cache
def everything(language: str) -> dict[str, Card | Form]:
    """Return every different card and form there is, by where it was seen first."""
    found = tour(language)
    names: dict[Card | Form, str] = {}
    for stop in found.stops:
        names.setdefault(stop.shown, stop.name)
    for visit in found.visits:
        for shown in shown_by(visit.reply):
            names.setdefault(shown, str(visit))
    for played in found.scenes:
        for number, each in enumerate(played.happened, 1):
            for shown in shown_by(each.reply):
                names.setdefault(shown, f"{played.scene.name}, {number}")
    return {name: shown for shown, name in names.items()}


async def go(language: str) -> Tour:
    """Look at everything, press every button, send in every form and play every scene."""
    found = Tour()
    with texts_said(language, found.said):
        guide = Guide(found, worlds(language))
        with steps_shown(found.steps):
            await guide.types_every_command()
        await guide.looks_at_the_exhibits()
        with steps_shown(found.steps):
            await guide.tries_everything()
            await guide.plays_every_scene()
    return found


def shown_by(reply: Reply) -> tuple[Card | Form, ...]:
    """Return what an answer shows."""
    return (reply.form,) if reply.form else reply.cards


class Guide:
    """Goes through the product and notes what is seen."""

    def __init__(self, tour: Tour, worlds: dict[str, bytes]) -> None:
        self._tour = tour
        self._worlds = worlds
        self._on_show = {exhibit.step for exhibit in EXHIBITS}
        self._new: list[Stop] = []
        self._pressed: dict[tuple[object, ...], tuple[Reply, str]] = {}

    async def types_every_command(self) -> None:
        """Type each command in the full programme, as somebody who may use it."""
        for command in product.commands():
            who = next(PLAYERS[role] for role in PLAYERS if role in command.flow.roles)
            stage = opened(self._worlds["full"])
            line = f"{TYPED}{command.name}"
            reply = await stage.says(who, line)
            step = await self._sees(stage, who, reply, otherwise=line)
            self._tour.commands.append(Visit(line, "", reply, step))
        self._tour.stops += self._take_new()

    async def looks_at_the_exhibits(self) -> None:
        """Look at each listed step in its world."""
        stages = {name: opened(world) for name, world in self._worlds.items()}
        for each in EXHIBITS:
            shown = await stages[each.world].look(lambda work, e=each: _look(work, e))
            world = self._worlds[each.world]
            self._tour.stops.append(Stop(each.name, each.step, each.person, shown, world))
        for stage in stages.values():
            stage.store.close()

    async def tries_everything(self) -> None:
        """Press every button and send in every form of what is on show.

        What one stop leads to comes after it, and is tried as well.
        """
        for place, stop in enumerate(self._tour.stops, 1):
            if isinstance(stop.shown, Form):
                await self._sends_in(stop, "sent in", well(stop.shown))
                await self._sends_in(stop, "sent in empty", {})
            else:
                for button in stop.shown.buttons:
                    await self._presses(stop, button)
            self._tour.stops[place:place] = self._take_new()

    async def plays_every_scene(self) -> None:
        """Play each scene in a copy of its world."""
        for scene in SCENES:
            stage = opened(self._worlds[scene.world])
            await scene.play(stage)
            stage.store.close()
            self._tour.scenes.append(Played(scene, tuple(stage.happened)))

    async def _presses(self, stop: Stop, button: Button) -> None:
        carried = (button.action, button.subject, button.value)
        press = (id(stop.world), stop.person, *carried)
        if press not in self._pressed:
            stage = opened(stop.world)
            reply = await stage.press_button(stop.person, button)
            self._pressed[press] = reply, await self._sees(stage, stop.person, reply)
        reply, step = self._pressed[press]
        self._tour.visits.append(Visit(stop.name, stored(button), reply, step, button))

    async def _sends_in(self, stop: Stop, did: str, values: Values) -> None:
        stage = opened(stop.world)
        stage.shown[stop.person] = stop.shown
        reply = await stage.submits(stop.person, **{name: list(v) for name, v in values.items()})
        step = await self._sees(stage, stop.person, reply)
        self._tour.visits.append(Visit(stop.name, did, reply, step))

    async def _sees(self, stage: Stage, person: str, reply: Reply, *, otherwise: str = "") -> str:
        """Put what was answered on show if its step is not yet, and return the step.

        ``otherwise`` names what is of no step. The stage is done with afterwards.
        """
        step = await stage.at(person)
        name = step or otherwise
        if not name or name in self._on_show:
            stage.store.close()
            return step
        self._on_show.add(name)
        self._new.append(Stop(name, step, person, shown_by(reply)[-1], await packed(stage)))
        return step

    def _take_new(self) -> list[Stop]:
        new, self._new = self._new, []
        return new


def _command(line: str) -> Command:
    return product.command_named(line.removeprefix(TYPED))


def _look(work: Work, exhibit: Exhibit) -> Card | Form:
    who = person(work, exhibit.person)
    turn = Turn(work=work, now=NOW, person=who, value=exhibit.value)
    turn.account = work.accounts.of(who.id)
    return turn.shown(product.step_named(exhibit.step), exhibit.subject)
