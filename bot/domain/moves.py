"""States and the moves between them: a kind has one table of them, and refuses any other move."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Generic, Protocol, Self, TypeVar

from bot.errors import IllegalMove


class State(StrEnum):
    """Where something stands: each state is a stored word, and says in a sentence what it means."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """Make a state of its word and its sentence; the word alone is what is equal and stored."""
        state = str.__new__(cls, value)
        state._value_, state.meaning = value, meaning
        return state


S = TypeVar("S", bound=State)


class Movable(Protocol):
    """Something that stands somewhere, and can be named."""

    id: str
    state: Any


class Move(Generic[S]):
    """A move: from some states to another one, or, if none is named, to where one stands.

    ``steps`` maps where it may come from to where it leads.
    """

    def __init__(self, *sources: S, to: S | None = None) -> None:
        self.to = to
        self.steps = {source: source if to is None else to for source in sources}


class Moves(Generic[S]):
    """The states a kind begins in, and all its moves by the names of the methods that make them.

    Nothing moves in another way, so that whoever reads the table knows every life there can be.
    """

    def __init__(self, *first: S, **named: Move[S]) -> None:
        self.first = first
        self.named: Mapping[str, Move[S]] = named
        self.states: tuple[S, ...] = tuple(type(first[0]))

    def make(self, name: str, entity: Movable) -> None:
        """Move an entity; raises IllegalMove, and changes nothing, where it cannot go so."""
        self.check(name, entity)
        entity.state = self.named[name].steps[entity.state]

    def check(self, name: str, entity: Movable) -> None:
        """Raise IllegalMove unless an entity could make a move."""
        if entity.state not in self.named[name].steps:
            raise self.refusal(name, entity)

    def refusal(self, name: str, entity: Movable, why: str = "") -> IllegalMove:
        """Return the error that says who was to move, from where to where, and why not."""
        move = self.named[name]
        to = entity.state if move.to is None else move.to
        what = f"{type(entity).__name__} {entity.id}"
        return IllegalMove(what, entity.state, to, ", ".join(filter(None, (name, why))))

    def sources(self, to: S) -> tuple[S, ...]:
        """Return from where a state is reached in one move, in the order of the states."""
        return tuple(state for state in self.states if to in self.after(state))

    def after(self, state: S) -> frozenset[S]:
        """Return where a state leads in one move."""
        every = (move.steps for move in self.named.values())
        return frozenset(steps[state] for steps in every if state in steps)
