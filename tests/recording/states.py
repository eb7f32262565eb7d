"""The page of states and moves: a picture of every life, made from the tables of the domain."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from bot.domain.lives import LIVES
from bot.domain.moves import Moves, State
from tests.recording.recorder import Recorder, lines

PATH = "docs/states.md"
HEAD = """\
# States and moves

Whatever has a life of its own has a table of its moves in `bot/domain/`, beside its states. A move
is a method named for what happens; one that is not in the table is refused and changes nothing.
(Deliveries move many at a time, by the outbox's statements, which ask the same table.) This page is
made from the tables (`python3 deploy/run.py record`): whoever changes a move changes it there.
"""


def pictures() -> Iterator[str]:
    """Yield a section for each table: its kinds, their picture, and what each state means."""
    for moves, kinds in groupby(LIVES, LIVES.__getitem__):
        names = " and ".join(f"`{kind.__name__}`" for kind in kinds)
        meanings = (f"| `{state}` | {state.meaning} |" for state in moves.states)
        yield lines(
            [
                *("", f"## {names}", ""),
                *(str(type(moves.first[0]).__doc__).splitlines()[0], ""),
                *("```mermaid", "stateDiagram-v2", *arrows(moves), "```", ""),
                *("| State | What it means |", "|---|---|", *meanings),
            ]
        )


def arrows(moves: Moves[Any]) -> Iterator[str]:
    """Yield the arrows of a picture: one from a state to another, whatever the number of moves."""
    yield from (f"    [*] --> {state}" for state in moves.first)
    for state in moves.states:
        for to in moves.states:
            if words := [*between(moves, state, to)]:
                yield f"    {state} --> {to}: {', '.join(words)}"
        if not moves.after(state):
            yield f"    {state} --> [*]"


def between(moves: Moves[Any], state: State, to: State) -> Iterator[str]:
    """Return the names of the moves from one state to another."""
    return (name for name, move in moves.named.items() if move.steps.get(state) == to)


def _make() -> Mapping[str, str]:
    return {PATH: HEAD + "".join(pictures())}


RECORDER = Recorder("states and moves", PATH, _make)
