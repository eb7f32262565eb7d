"""What one unit of work seals before it writes, and opens after it has read."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Table, bindparam, delete, insert, select

from storage import sealing
from storage.sealing import Cipher, Keys, Wrapped
from storage.tables.keys import owner_keys
from storage.types import Sealed

CHUNK = 500
"""Keys asked for in one question."""
Row = Sequence[Any]
Values = dict[str, Any]

_keys = owner_keys.c
MINE = _keys.organisation_id == bindparam("organisation")
FOUND = select(_keys.owner_id, _keys.under, _keys.wrapped)
ONE = FOUND.where(MINE, _keys.owner_id == bindparam("owner"))
SEVERAL = FOUND.where(MINE, _keys.owner_id.in_(bindparam("owners", expanding=True)))
DESTROY = delete(owner_keys).where(MINE, _keys.owner_id == bindparam("owner"))
KEEP = insert(owner_keys)


class Place(NamedTuple):
    """A sealed column, and where it stands in a row."""

    at: int
    column: str
    name: str
    kind: Sealed
    nullable: bool


class Ring:
    """The installation's keys, and those of owners that one process met.

    A database that several processes may open is asked for them in each unit of work: another
    process may have destroyed one meanwhile.
    """

    def __init__(self, keys: Keys, *, alone: bool) -> None:
        self.keys = keys
        self._alone = alone
        self._known: dict[tuple[str, str], Cipher] = {}

    def known(self, organisation_id: str, owners: Iterable[str]) -> dict[str, Cipher]:
        """Return the keys of some owners, as far as they are known."""
        found = ((owner, self._known.get((organisation_id, owner))) for owner in owners)
        return {owner: cipher for owner, cipher in found if cipher is not None}

    def remember(self, organisation_id: str, owner: str, cipher: Cipher) -> None:
        """Keep a key that was committed."""
        if self._alone:
            self._known[organisation_id, owner] = cipher

    def forget(self, organisation_id: str, owner: str) -> None:
        """Keep a key no longer."""
        self._known.pop((organisation_id, owner), None)


class Seals:
    """Seals and opens the rows of one organisation, with the keys that it meets on the way."""

    def __init__(self, connection: Connection, organisation_id: str, ring: Ring) -> None:
        self._connection = connection
        self._organisation_id = organisation_id
        self._organisation = {"organisation": organisation_id}
        self._ring = ring
        self._ciphers: dict[str, Cipher | None] = {}
        """By owner; None for a key that is not there: not made yet, or destroyed."""
        self._made: set[str] = set()
        """Whose key was made here: it is kept only if this unit of work is."""

    def opened(self, columns: tuple[Column[Any], ...], rows: Iterable[Row]) -> list[Row]:
        """Return rows of some columns as they were before they were sealed."""
        places = _sealed_of(columns)
        if not places:
            return list(rows)
        found = [list(row) for row in rows]
        self._meet(sealing.owner_of(row[p.at]) for row in found for p in places if row[p.at])
        for row in found:
            for place in places:
                row[place.at] = self._opened(place, row[place.at])
        return list(found)

    def sealed(self, table: Table[Any], rows: Sequence[Values]) -> list[Values]:
        """Return whole new rows of a table, ready to be written."""
        owners = {place.kind.of for place in _places_of(table)}
        self._make(str(row[owner]) for owner in owners for row in rows)
        return [self.changed(table, row, row.__getitem__) for row in rows]

    def changed(
        self, table: Table[Any], values: Values, owner_by: Callable[[str], object]
    ) -> Values:
        """Return new values of one row, ready to be written; its owners, by column, are asked."""
        ready = dict(values)
        for place in _places_of(table):
            value = values.get(place.column)
            if place.column in values and not (value is None and place.nullable):
                owner = str(owner_by(place.kind.of))
                said = place.kind.to_json(value)
                ready[place.column] = sealing.sealed(self._cipher(owner), owner, place.name, said)
        return ready

    def destroy(self, owner: str) -> None:
        """Make unreadable for ever whatever is sealed for an owner."""
        self._connection.execute(DESTROY, {**self._organisation, "owner": owner})
        self._ring.forget(self._organisation_id, owner)
        self._ciphers[owner] = None

    def step_back(self) -> None:
        """Let go of keys that may have been made in what is undone now."""
        self._ciphers.clear()

    def _opened(self, place: Place, value: str | None) -> Any:
        if value is None:
            return None
        cipher = self._ciphers[sealing.owner_of(value)] if value else None
        if cipher is None:
            return place.kind.from_json(place.kind.nothing)
        return place.kind.from_json(sealing.opened(cipher, place.name, value))

    def _cipher(self, owner: str) -> Cipher:
        self._make([owner])
        cipher = self._ciphers[owner]
        assert cipher is not None  # noqa: S101  it was found, or made
        return cipher

    def _meet(self, owners: Iterable[str]) -> None:
        """Read the keys that were not met yet."""
        unmet = set(owners) - self._ciphers.keys()
        if not unmet:
            return
        known = self._ring.known(self._organisation_id, unmet)
        self._ciphers |= known
        new = sorted(unmet - known.keys())
        self._ciphers |= dict.fromkeys(new)
        for start in range(0, len(new), CHUNK):
            some = new[start : start + CHUNK]
            named: dict[str, Any] = {"owners": some} if len(some) > 1 else {"owner": some[0]}
            question = SEVERAL if len(some) > 1 else ONE
            for owner, *kept in self._connection.execute(question, self._organisation | named):
                cipher = Cipher(self._ring.keys.unwrap(Wrapped(*kept), owner))
                self._ciphers[owner] = cipher
                if owner not in self._made:
                    self._ring.remember(self._organisation_id, owner, cipher)

    def _make(self, owners: Iterable[str]) -> None:
        """Let every owner have a key."""
        wanted = set(owners)
        self._meet(wanted)
        rows = []
        for owner in sorted(owner for owner in wanted if self._ciphers[owner] is None):
            key = sealing.new_key()
            kept = self._ring.keys.wrap(key, owner)
            self._ciphers[owner] = Cipher(key)
            self._made.add(owner)
            whose = {"organisation_id": self._organisation_id, "owner_id": owner}
            rows.append({**whose, **kept._asdict()})
        if rows:
            self._connection.execute(KEEP, rows)


@cache
def _sealed_of(columns: tuple[Column[Any], ...]) -> tuple[Place, ...]:
    """Return the sealed ones of some columns, and where they stand among them."""
    return tuple(
        Place(at, each.name, f"{each.table.name}.{each.name}", each.type, bool(each.nullable))
        for at, each in enumerate(columns)
        if isinstance(each.type, Sealed)
    )


@cache
def _places_of(table: Table[Any]) -> tuple[Place, ...]:
    return _sealed_of(tuple(table.columns))
