"""Sealed rows of the database: what only this installation may read, under a name of its own."""

import json
from collections.abc import Mapping
from typing import Any

from adapters.serving.service import Core
from bot.domain.people import Secret
from bot.ports import Records


def keep(core: Core, records: Records, row: str, said: Mapping[str, Any]) -> None:
    """Seal what JSON can hold into a row, in place of what it held before."""
    sealed = core.sealer.seal(json.dumps(said), purpose=row)
    secret = records.get(Secret, row)
    if secret is None:
        records.add(Secret(organisation_id=core.organisation_id, id=row, sealed=sealed))
    else:
        secret.sealed = sealed


def kept(core: Core, records: Records, row: str) -> dict[str, Any]:
    """Return what a row holds; nothing when there is none. Raises Unsealable."""
    secret = records.get(Secret, row)
    return (
        {} if secret is None else dict(json.loads(core.sealer.unseal(secret.sealed, purpose=row)))
    )


def forget(records: Records, row: str) -> None:
    """Remove a row, if it is there."""
    secret = records.get(Secret, row)
    if secret is not None:
        records.remove(secret)
