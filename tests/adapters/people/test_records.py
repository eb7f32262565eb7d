"""Two records made one: every value of a person has a rule, and what is known outweighs nothing."""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from adapters.people.records import RULES, merge
from bot.domain.people import Person
from tests.world import a_person


def test_every_value_of_a_person_has_a_rule() -> None:
    assert set(RULES) == {field.name for field in fields(Person)}


def two(former: dict[str, Any], new: dict[str, Any]) -> tuple[Person, Person]:
    plain = {"office": "", "department": "", "level": 0}
    return a_person("Marc", **{**plain, **former}), a_person("Mark", **{**plain, **new})


@pytest.mark.parametrize(
    ("name", "former", "new", "after"),
    [
        ("leads", True, None, True),
        ("leads", True, False, False),
        ("leads", None, False, False),
        ("title", "Head", "", "Head"),
        ("title", "Head", "Director", "Director"),
        ("zone", "America/Toronto", "UTC", "America/Toronto"),
        ("level", 8, 9, 9),
        ("department", "Sales", "", "Sales"),
        ("employee_number", "", "E7", "E7"),
        ("absent_until", date(2026, 10, 1), None, date(2026, 10, 1)),
        ("hired_on", date(2020, 1, 6), date(2026, 9, 14), date(2020, 1, 6)),
        ("is_coordinator", True, False, True),
        ("is_concern_contact", False, True, True),
        ("manager_id", "zoe", None, "zoe"),
        ("language", "fr", "en", "fr"),
    ],
)
def test_what_is_known_and_newer_stays(name: str, former: Any, new: Any, after: Any) -> None:
    older, newer = two({name: former}, {name: new})

    merge(older, older, newer)

    assert getattr(older, name) == after


def test_holidays_come_with_the_office() -> None:
    older, newer = two({"office": "Montréal"}, {"country": "FR", "subdivision": None})
    merge(newer, older, newer)

    assert (newer.office, newer.country, newer.subdivision) == ("Montréal", "CA", "QC")


def test_nobody_becomes_their_own_manager() -> None:
    older, newer = two({"manager_id": None}, {"manager_id": "marc"})
    merge(older, older, newer)

    assert older.manager_id is None
