"""The invented company: everybody different, everybody placed, the same from the same seed."""

from datetime import date

import pytest

from adapters.simulate.population import forget_standing, invent, leads, name_alike
from bot.domain.people import Person

TODAY = date(2026, 9, 14)


def company(count: int, seed: int = 7) -> list[Person]:
    return invent(count, seed, language="fr", today=TODAY)


@pytest.mark.parametrize("count", [6, 24, 20_000])
def test_everybody_has_a_name_and_an_address_of_their_own(count: int) -> None:
    people = company(count)

    assert len(people) == len({p.id for p in people}) == len({p.name for p in people}) == count
    assert len({p.email for p in people}) == count


def test_the_same_seed_invents_the_same_people_and_another_does_not() -> None:
    names = [p.name for p in company(24)]

    assert [p.name for p in company(24)] == names
    assert [p.name for p in company(24, seed=8)] != names


def test_everybody_but_the_top_reports_to_somebody_above() -> None:
    people = company(200)
    by_id = {p.id: p for p in people}

    assert [p.manager_id for p in people].count(None) == 1
    for person in people[1:]:
        above = by_id[person.manager_id or ""]
        assert above.is_above(person)
        assert above.level >= person.level


def test_both_roles_fill_and_both_offices_and_languages() -> None:
    people = company(24)
    half = sum(leads(place, 24) for place in range(24))

    assert 8 <= half <= 14
    assert {p.office for p in people} == {"Montréal", "Vancouver"}
    assert {p.language for p in people} == {"fr", "en"}
    assert [p.is_coordinator for p in people].count(True) == 1
    assert [p.is_concern_contact for p in people].count(True) == 1


def test_leaders_lie_above_the_middle_that_suggests_a_role() -> None:
    people = company(24)
    lowest, highest = min(p.level for p in people), max(p.level for p in people)
    senior = [2 * p.level > lowest + highest for p in people]

    assert senior == [leads(place, 24) for place in range(24)]


def test_some_are_named_alike_and_their_addresses_stay_their_own() -> None:
    people = company(24)
    name_alike(people, 7)
    names = [person.name for person in people]
    first_names = [person.first_name for person in people]

    assert len(set(names)) == 23
    assert len(set(first_names)) == 22
    assert len({person.email for person in people}) == 24
    assert all(leads(place, 24) for place, name in enumerate(names) if names.count(name) > 1)


def test_too_few_leaders_are_left_as_they_are() -> None:
    people = company(6)
    name_alike(people, 7)

    assert len({person.name for person in people}) == 6


def test_where_nobody_told_anything_nobody_stands_above_anybody() -> None:
    people = company(24)
    forget_standing(people)

    assert {(p.level, p.manager_id, p.department) for p in people} == {(0, None, "")}
    assert not any(one.is_above(other) for one in people for other in people)
