"""The fictional company of the playground: who works there, and what each could teach or learn."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

from adapters.people.csv.reader import PeopleFile, PersonRow, read_people
from bot.domain import rhythm
from bot.domain.people import Person, Role
from bot.errors import BotError

FOLDER = Path(__file__).parent
NAME = "Phares & Marées"
DOMAIN = "@phares-marees.example"
COORDINATORS = frozenset({f"nadia.benchekroun{DOMAIN}"})
CONCERN_CONTACTS = frozenset({f"thomas.achterberg{DOMAIN}"})
SUBDIVISIONS = {"Montréal": "QC", "Vancouver": "BC"}
"""The province whose public holidays an office keeps (ISO 3166-2, within CA)."""

LEADERS = 7
"""From this level on people come to learn; below, to teach."""
AFTERNOONS = tuple(f"{weekday}-pm" for weekday in rhythm.WORKWEEK)
MORNINGS = tuple(f"{weekday}-{part}" for weekday in rhythm.WORKWEEK for part in ("am", "noon"))
"""Afternoons in the east are mornings in the west: so both offices have hours in common."""


@dataclass(frozen=True)
class Preset:
    """What somebody answers when they join by themselves: a role, and fields by name."""

    role: Role
    fields: Mapping[str, tuple[str, ...]]


class CompanyFault(BotError):
    """The company's own file is not as a people file should be."""


def people(today: date) -> tuple[PersonRow, ...]:
    """Return the people of ``company.csv``, read as any people file is."""
    content = (FOLDER / "company.csv").read_bytes()
    found = read_people(BytesIO(content), today=today)
    if not isinstance(found, PeopleFile):
        raise CompanyFault(str(found))
    return found.rows


def preset(person: Person) -> Preset:
    """Return the answers of somebody; people the company does not know answer as one of it."""
    answers = _answers()
    role = Role.MENTEE if person.level >= LEADERS else Role.MENTOR
    topics, goal = answers.get(person.email) or answers[role]
    return Preset(
        role,
        {
            "topics": tuple(topics.split()),
            "goal": (goal,),
            "slots": MORNINGS if person.zone == "America/Vancouver" else AFTERNOONS,
        },
    )


@cache
def _answers() -> dict[str, tuple[str, str]]:
    """Return topics and goal by e-mail, and by role for everybody else."""
    text = (FOLDER / "answers.csv").read_text(encoding="utf-8")
    return {row["who"]: (row["topics"], row["goal"]) for row in csv.DictReader(text.splitlines())}
