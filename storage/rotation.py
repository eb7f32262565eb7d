"""Looks after the keys of owners: whether each can be opened, and wrapping them all anew."""

from collections.abc import Callable

from sqlalchemy import Connection, Integer, bindparam, func, select, update

from storage.sealing import Keys, LostKey, Wrapped
from storage.tables.keys import owner_keys
from storage.tables.people import secrets

CHUNK = 200
"""Keys wrapped anew in one transaction: an interruption loses none, and the next run goes on."""

_keys = owner_keys.c
BY_WRAPPING = select(_keys.under, func.count()).group_by(_keys.under).order_by(_keys.under)
FORMER = (
    select(owner_keys)
    .where(_keys.under != bindparam("newest"))
    .order_by(_keys.organisation_id, _keys.owner_id)
    .limit(bindparam("most", type_=Integer))
)
WRAP = (
    update(owner_keys)
    .where(
        _keys.organisation_id == bindparam("organisation"),
        _keys.owner_id == bindparam("owner"),
        # Another process may have wrapped it, or destroyed it, in the meantime.
        _keys.under == bindparam("former"),
    )
    .values(under=bindparam("newest"), wrapped=bindparam("kept"))
)

TOKENS = select(secrets.c.organisation_id, secrets.c.id, secrets.c.sealed).with_for_update()
SEAL_TOKEN = (
    update(secrets)
    .where(
        secrets.c.organisation_id == bindparam("organisation"),
        secrets.c.id == bindparam("which"),
    )
    .values(sealed=bindparam("anew"))
)


def check_keys(connection: Connection, keys: Keys) -> None:
    """Raise LostKey if something is sealed with a key that is not there."""
    lost = {under: count for under, count in connection.execute(BY_WRAPPING) if under not in keys}
    if lost:
        message = (
            f"The answers and words of {sum(lost.values())} people or organisations are sealed with"
            f" a key that PASSERELLE_SECRET_KEY does not hold ({', '.join(lost)}): add that key"
            " behind the newest one. Nothing was changed."
        )
        raise LostKey(message)


def count_former(connection: Connection, keys: Keys) -> int:
    """Return how many keys of owners are wrapped by another key than the newest."""
    return sum(n for under, n in connection.execute(BY_WRAPPING) if under != keys.newest)


def wrap_some(connection: Connection, keys: Keys, *, most: int = CHUNK) -> int:
    """Wrap some keys of owners by the newest key; return how many, 0 when there are no more."""
    found = connection.execute(FORMER, {"newest": keys.newest, "most": most}).all()
    rows = []
    for organisation, owner, *kept in found:
        former = Wrapped(*kept)
        anew = keys.wrap(keys.unwrap(former, owner), owner)
        whose = {"organisation": organisation, "owner": owner, "former": former.under}
        rows.append({**whose, "newest": anew.under, "kept": anew.wrapped})
    if rows:
        connection.execute(WRAP, rows)
    return len(rows)


def seal_tokens(connection: Connection, anew: Callable[[str], str]) -> None:
    """Seal the platforms' tokens anew."""
    rows = [
        {"organisation": organisation, "which": id_, "anew": anew(sealed)}
        for organisation, id_, sealed in connection.execute(TOKENS)
    ]
    if rows:
        connection.execute(SEAL_TOKEN, rows)
