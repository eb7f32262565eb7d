"""Files of a small company, and what an import of them kept."""

import asyncio
from collections.abc import Callable

from typer.testing import Result

from adapters.bootstrap import ORGANISATION
from bot.domain.people import Person
from storage.database import open_store
from tests.builders import KEYS

HEADINGS = "email,name,manager_email,level,hired_on,department,office,time_zone,languages"
ANN = "ann@example.org,Ann Roy,,14,2009-05-04,Sales,Montréal,America/Toronto,fr;en"
BO = "bo@example.org,Bo Li,ann@example.org,3,2025-01-13,Sales,Vancouver,America/Vancouver,en"
CLEO = "cleo@example.org,Cléo Roy,bo@example.org,2,2025-01-13,Sales,Montréal,America/Toronto,fr"

Run = Callable[..., Result]


def staff(database: str) -> dict[str, Person]:
    """Everybody who is kept, by the name before the @."""

    async def look() -> list[Person]:
        store = open_store(database, KEYS)
        found = await store.transact(ORGANISATION, lambda work: work.people.all())
        store.close()
        return found

    return {person.email.split("@")[0]: person for person in asyncio.run(look())}


def count(result: Result, label: str) -> int:
    """The figure of one row of the table that was printed."""
    [line] = [line for line in result.stdout.splitlines() if label in line]
    return int("".join(c for c in line if c.isdigit()))
