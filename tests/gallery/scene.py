"""A scene: what people do one after the other, for words that no single step or button shows."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.gallery.stage import Stage

Play = Callable[[Stage], Awaitable[object]]


@dataclass(frozen=True)
class Scene:
    """Something played in a copy of a world; its name says what happens."""

    chapter: str
    name: str
    world: str
    play: Play


class Chapter:
    """The scenes of one chapter of the product."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.scenes: list[Scene] = []

    def scene(self, world: str = "full") -> Callable[[Play], Play]:
        """Add a scene, named as the function that plays it."""

        def add(play: Play) -> Play:
            name = play.__name__.replace("_", " ")
            self.scenes.append(Scene(self.name, name, world, play))
            return play

        return add
