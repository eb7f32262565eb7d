"""Moves of many rows in one statement: where the domain lets them, and nowhere else."""

from sqlalchemy import Update, update

from bot.domain.lives import LIVES
from bot.domain.moves import State
from storage.asking import any_of
from storage.mapping import MAPPED


def moving(kind: type, to: State) -> Update:
    """Start an UPDATE that moves rows of a kind; those that cannot go there stay as they are."""
    table = MAPPED[kind]
    return update(table).where(any_of(table.c.state, LIVES[kind].sources(to))).values(state=to)
