"""What people are called: as short as tells them apart, and understood when it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Person
from bot.ports import Work
from bot.services.called import distinct, people_called, titled, told_apart, what_to_call
from bot.texts.folding import folded
from tests.builders import a_person
from tests.world import World

NAMES = ("Marie", "Marie Roy", "Marie  Roy", "MARIE ROY", "Marie Côté", "Marie Cote", "Éva Roy")
DEPARTMENTS = ("", "Data", "data", "Roy")
EMAILS = ("", "m@example.org", "marie@example.org", "roy@example.org")


@st.composite
def companies(draw: st.DrawFn) -> list[Person]:
    """People who share names, and often teams and mailboxes as well."""
    rows = draw(
        st.lists(
            st.tuples(*(st.sampled_from(each) for each in (NAMES, DEPARTMENTS, EMAILS))),
            min_size=1,
            max_size=8,
        )
    )
    return [
        a_person(f"p{number}", name=name, department=department, email=email)
        for number, (name, department, email) in enumerate(rows)
    ]


@given(companies(), st.booleans())
def test_no_two_read_alike_in_any_company(people: list[Person], short: bool) -> None:  # noqa: FBT001
    labels = distinct(people, short=short)

    assert set(labels) == {person.id for person in people}
    assert len({folded(label) for label in labels.values()}) == len(people)
    assert distinct(reversed(people), short=short) == labels


@pytest.mark.parametrize(
    ("others", "label"),
    [
        ([], "Marie"),
        ([{"name": "Éva Roy"}], "Marie"),
        ([{"name": "Marie Côté"}], "Marie Roy"),
        ([{"name": "marie roy", "department": "Sales"}], "Marie Roy (Data)"),
        ([{"department": "Sales"}, {}], "Marie Roy (m0@example.org)"),
        ([{"email": "m0@example.org"}], "Marie Roy (m0@example.org) (1)"),
        ([{"department": "", "email": ""}], "Marie Roy (Data)"),
    ],
)
def test_a_name_says_as_little_as_tells_somebody_apart(
    others: list[dict[str, str]], label: str
) -> None:
    usual = {"name": "Marie Roy", "department": "Data"}
    people = [
        a_person(f"p{n}", **{"email": f"m{n}@example.org", **usual, **each})
        for n, each in enumerate([{}, *others])
    ]

    assert distinct(people, short=True)["p0"] == label


def test_whoever_was_erased_has_no_name() -> None:
    gone = [a_person(id_, name="", email="", department="") for id_ in ("x", "y")]

    assert distinct(gone, short=True) == {"x": "", "y": ""}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Nadia Roy", {"one", "two"}),
        ("nadia roy (data)", {"one"}),
        ("Nadia Roy (Sales)", {"two"}),
        ("Nadia Roy (two@example.org)", {"two"}),
        ("two@example.org", {"two"}),
        ("Nadia Roy (Legal)", set()),
    ],
)
async def test_what_a_card_calls_somebody_finds_them(words: str, meant: set[str]) -> None:
    people = [
        a_person("one", name="Nadia Roy", department="Data"),
        a_person("two", name="Nadia Roy", department="Sales"),
        a_person("eva", name="Éva Noël", department="Data"),
    ]
    world = await World.create(people)

    found = await world.look(lambda work: people_called(work, words))

    assert {person.id for person in found} == meant


def test_a_full_name_that_others_bear_never_stands_alone() -> None:
    people = [a_person(id_, name="Marie Roy", department="", email="") for id_ in ("a", "b")]
    people[1].department = "Data"

    assert distinct(people) == {"a": "Marie Roy (1)", "b": "Marie Roy (Data)"}


async def test_a_number_means_one_person_whoever_else_is_named() -> None:
    people = [
        a_person(id_, name="Marie Roy", department="", email="", title=title)
        for id_, title in (("a", ""), ("b", "VP, Sales"), ("c", ""))
    ]
    world = await World.create(people)

    def act(work: Work) -> None:
        found = list(work.people.by_id("abc").values())
        labels = told_apart(work, found)
        assert [labels[person.id][-3:] for person in found] == ["(1)", "(2)", "(3)"]
        assert titled(found[1], labels["b"]) == "Marie Roy (2, VP, Sales)"
        for person in found:
            assert told_apart(work, [person]) == {person.id: labels[person.id]}
            for words in (labels[person.id], titled(person, labels[person.id])):
                assert people_called(work, words) == [person]
        assert people_called(work, "Marie Roy (4)") == []
        assert what_to_call(work, found[2]) == labels["c"]

    await world.look(act)
