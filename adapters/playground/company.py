"""The fictional company of the playground: who works there, and what each could teach or learn."""

from datetime import date
from importlib.resources import files
from io import BytesIO

from adapters.people_csv.reader import PeopleFile, PersonRow, read_people
from bot.errors import BotError

NAME = "Phares & Marées"
DOMAIN = "@phares-marees.example"
COORDINATORS = frozenset({f"nadia.benchekroun{DOMAIN}"})
CONCERN_CONTACTS = frozenset({f"thomas.achterberg{DOMAIN}"})
SUBDIVISIONS = {"Montréal": "QC", "Vancouver": "BC"}
"""The province whose public holidays an office keeps (ISO 3166-2, within CA)."""


class CompanyFault(BotError):
    """The company's own file is not as a people file should be."""


def people(today: date) -> tuple[PersonRow, ...]:
    """Return the people of ``company.csv``, read as any people file is."""
    content = (files("adapters.playground") / "company.csv").read_bytes()
    found = read_people(BytesIO(content), today=today)
    if not isinstance(found, PeopleFile):
        raise CompanyFault(str(found))
    return found.rows
