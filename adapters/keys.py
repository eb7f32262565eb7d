"""The keys an installation seals with: those of its settings, and a playground's own."""

from pathlib import Path

from sqlalchemy.engine import make_url

from adapters.sealing import new_key
from adapters.settings import Settings
from storage.sealing import Keys, own_keys

ONLY_MINE = 0o600


def keys_of(found: Settings) -> Keys:
    """Return the keys of the settings, and the one that a playground keeps beside its file."""
    if make_url(found.database_url).database in {None, "", ":memory:"}:
        return own_keys()
    own = _own_key_of(found)
    kept = [own.read_text(encoding="ascii").strip()] if own and own.exists() else []
    return Keys([*found.secret_keys, *kept])


def make_own_key(found: Settings) -> None:
    """Keep a key beside the SQLite file, if there is none and the settings have none either."""
    own = _own_key_of(found)
    if own and not found.secret_keys and not own.exists():
        own.touch(mode=ONLY_MINE)
        own.write_text(f"{new_key()}\n", encoding="ascii")


def _own_key_of(found: Settings) -> Path | None:
    """Return where a playground keeps its key; None for what is no file."""
    address = make_url(found.database_url)
    if address.get_backend_name() != "sqlite" or not address.database:
        return None
    return Path(address.database).with_suffix(".key")
