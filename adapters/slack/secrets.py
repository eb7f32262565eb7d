"""Sealed rows of the database: what only this installation may read, under a name of its own."""

import json
from collections.abc import Mapping
from typing import Any

from adapters.serving.service import Core
from bot.domain.people import Secret
from bot.ports import Work


def keep(core: Core, work: Work, row: str, said: Mapping[str, Any]) -> None:
    """Seal what JSON can hold into a row, in place of what it held before."""
    sealed = core.sealer.seal(json.dumps(said), purpose=row)
    secret = work.lock(Secret, row)
    if secret is None:
        work.add(Secret(organisation_id=core.organisation_id, id=row, sealed=sealed))
    else:
        secret.sealed = sealed


def kept(core: Core, work: Work, row: str) -> dict[str, Any]:
    """Return what a row holds; nothing when there is none. Raises Unsealable."""
    secret = work.get(Secret, row)
    return (
        {} if secret is None else dict(json.loads(core.sealer.unseal(secret.sealed, purpose=row)))
    )


def forget(work: Work, row: str) -> None:
    """Remove a row, if it is there."""
    secret = work.lock(Secret, row)
    if secret is not None:
        work.remove(secret)
