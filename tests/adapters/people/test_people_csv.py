"""People files, good and bad: every fault is named with its line, and one fault means no rows."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.people.csv import COLUMNS, Faults, Limits, PeopleFile, read_people

TODAY = date(2026, 11, 23)
HEADINGS = "email,name,manager_email,level,hired_on,department,office,time_zone,languages"
TOP = "ann@example.org,Ann Roy,,14,2009-05-04,Sales,Montréal,America/Toronto,fr;en"
BELOW = "bo@example.org,Bo Li,ann@example.org,3,2025-01-13,Sales,Toronto,America/Toronto,en"


def read(*lines, encoding="utf-8", end="\n", limits=None):
    text = "".join(line + end for line in lines)
    return read_people(io.BytesIO(text.encode(encoding)), today=TODAY, limits=limits or Limits())


def people(*rows):
    """A file with good headings."""
    return read(HEADINGS, *rows)


def told(outcome):
    """What was found, as (line, column, code)."""
    assert isinstance(outcome, Faults)
    return [(fault.line, fault.column, fault.what) for fault in outcome.faults]


def row(**cells):
    """A good row, but for some of its cells."""
    good = dict(zip(HEADINGS.split(","), TOP.split(","), strict=True))
    return ",".join((good | cells).values())


def test_a_good_file_gives_its_people():
    outcome = people(TOP, BELOW)

    assert isinstance(outcome, PeopleFile)
    ann, bo = outcome.rows
    assert (ann.line, ann.email, ann.name, ann.manager_email) == (
        *(2, "ann@example.org", "Ann Roy"),
        None,
    )
    assert (ann.level, ann.hired_on, ann.languages) == (14, date(2009, 5, 4), ("fr", "en"))
    assert (ann.department, ann.office, ann.time_zone) == ("Sales", "Montréal", "America/Toronto")
    assert bo.manager_email == ann.email


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_usual_encoding_and_line_end_reads_the_same(encoding, end):
    assert read(HEADINGS, TOP, BELOW, encoding=encoding, end=end) == people(TOP, BELOW)


@pytest.mark.parametrize(("mark", "encoding"), [("\ufeff", "utf-16-be"), ("\ufeff", "utf-16-le")])
def test_both_orders_of_wide_text_are_read(mark, encoding):
    assert read(mark + HEADINGS, TOP, encoding=encoding) == people(TOP)


@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_spreadsheet_in_french_separates_otherwise(mark):
    lines = [line.replace("fr;en", '"fr;en"').replace(",", mark) for line in (HEADINGS, TOP, BELOW)]

    assert read(*lines) == people(TOP, BELOW)


def test_headings_may_be_french_and_stand_in_any_order():
    headings = (
        "Langues,Courriel,NOM,Courriel gestionnaire,Niveau,Date d'embauche,Département,Bureau"
    )
    cells = "fr;en,ann@example.org,Ann Roy,,14,2009-05-04,Sales,Montréal,America/Toronto"

    assert read(headings + ",Fuseau horaire", cells) == people(TOP)


def test_blank_lines_and_empty_columns_at_the_edge_are_passed_over():
    outcome = read("", ",,", HEADINGS + ",,", TOP + ",,", "", ",,,,,,,,,,", BELOW + ",,", "")

    assert isinstance(outcome, PeopleFile)
    assert [person.line for person in outcome.rows] == [4, 7]


def test_addresses_are_compared_in_small_letters_and_cells_are_trimmed():
    outcome = people(row(email=" Ann@Example.ORG ", name="\N{NO-BREAK SPACE}Ann\u202fRoy "), BELOW)

    assert isinstance(outcome, PeopleFile)
    assert outcome.rows[0].email == "ann@example.org"
    assert outcome.rows[0].name == "Ann Roy"


def test_accents_typed_in_two_ways_are_one():
    outcome = people(row(office="Montre\N{COMBINING ACUTE ACCENT}al"))

    assert isinstance(outcome, PeopleFile)
    assert outcome.rows[0].office == "Montréal"


@pytest.mark.parametrize(
    ("cell", "codes", "spoken_by_the_bot"),
    [
        ("fr", ("fr",), "fr"),
        ("EN | fr-CA", ("en", "fr"), "en"),
        ("es;en;fr", ("es", "en", "fr"), "en"),
        ("es;ES/pt_BR", ("es", "pt"), None),
    ],
)
def test_languages_are_codes_and_the_first_is_preferred(cell, codes, spoken_by_the_bot):
    outcome = people(row(languages=cell))

    assert isinstance(outcome, PeopleFile)
    assert outcome.rows[0].languages == codes
    assert outcome.rows[0].bot_language == spoken_by_the_bot


@pytest.mark.parametrize("name", ["Marie-Ève O’Neil", "李 明", "می\u200cریم", "Ann (RH); 2"])
def test_names_are_whatever_people_are_called(name):
    outcome = people(row(name=f'"{name}"'))

    assert isinstance(outcome, PeopleFile)
    assert outcome.rows[0].name == name


def test_every_fault_of_a_file_is_told_at_once_in_the_order_of_its_lines():
    outcome = people(
        row(level="16", hired_on="2026-11-24"),
        row(email="bo@example.org", manager_email="cy@example.org"),
        row(email="ANN@example.org", time_zone="America/Tornto"),
    )

    assert told(outcome) == [
        (2, "level", "level-unknown"),
        (2, "hired_on", "date-future"),
        (3, "manager_email", "line-manager-unknown"),
        (4, "time_zone", "zone-unknown-near"),
        (4, "email", "email-twice"),
    ]
    assert outcome.faults[-1].values["first"] == "2"


def test_circles_are_named():
    rows = [row(email=f"p{n}@x.org", manager_email=f"p{(n + 1) % 8}@x.org") for n in range(8)]
    short = [
        row(email="q0@x.org", manager_email="q1@x.org"),
        row(email="q1@x.org", manager_email="q0@x.org"),
        row(email="me@x.org", manager_email="me@x.org"),
    ]

    outcome = people(*rows, *short)

    assert told(outcome) == [
        (2, "manager_email", "reporting-loop"),
        (10, "manager_email", "reporting-loop"),
        (12, "manager_email", "reporting-self"),
    ]
    first, second, _ = (fault.values.get("loop") for fault in outcome.faults)
    assert first == "p0@x.org → p1@x.org → p2@x.org → p3@x.org → p4@x.org → … → p0@x.org"
    assert second == "q0@x.org → q1@x.org → q0@x.org"


def test_nobody_is_called_unknown_while_a_row_cannot_say_who_it_is():
    assert told(people(row(email="ann"), BELOW)) == [(2, "email", "email-unreadable")]
    assert told(people("ann@example.org,Ann", BELOW)) == [(2, "", "cells-uneven")]


def test_a_heading_with_a_slip_is_named_once_with_its_neighbour():
    outcome = read(HEADINGS.replace("time_zone", "Fuseau orraire"), TOP)

    assert told(outcome) == [(1, "", "column-unknown-near")]
    assert outcome.faults[0].values["column"] == "Fuseau orraire"
    assert outcome.faults[0].values["nearest"] == "fuseau_horaire"


def test_faults_speak_of_the_headings_in_the_file():
    outcome = read(HEADINGS.replace("level", "Échelon"), row(level="x"))

    assert outcome.faults[0].column == "level"
    assert outcome.faults[0].values["column"] == "Échelon"


def test_many_faults_are_listed_up_to_a_limit_and_counted_beyond():
    rows = [row(email=f"p{n}@example.org", level="0") for n in range(130)]

    outcome = people(*rows)

    assert isinstance(outcome, Faults)
    assert len(outcome.faults) == 100
    assert outcome.more == 30


@given(st.binary(max_size=2_000))
def test_any_bytes_give_faults_and_never_an_error(content):
    assert isinstance(read_people(io.BytesIO(content), today=TODAY), Faults)


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=12), min_size=9, max_size=9))
def test_any_cells_give_a_person_or_faults_with_their_line(cells):
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)

    outcome = people(TOP, quoted)

    if isinstance(outcome, Faults):
        assert {fault.line for fault in outcome.faults} <= {2, 3}
    else:
        assert len(outcome.rows) in {1, 2}


def test_the_columns_are_the_documented_ones():
    assert ",".join(column.name for column in COLUMNS if not column.optional) == HEADINGS
    assert [column.name for column in COLUMNS if column.optional] == ["employee_number"]
    spellings = [spelling for column in COLUMNS for spelling in column.spellings]
    assert len(spellings) == len(set(spellings))


def test_a_number_is_read_where_there_is_one():
    numbered = HEADINGS + ",Numéro d'employé"
    result = read("\n".join([numbered, TOP + ",E-17", row(email="bo@example.org") + ","]))

    assert [person.employee_number for person in result.rows] == ["E-17", ""]


def test_a_line_manager_who_is_known_need_not_be_in_the_file():
    content = "\n".join([HEADINGS, row(manager_email="cy@example.org")]).encode()

    assert isinstance(read_people(io.BytesIO(content), today=TODAY), Faults)
    known = read_people(io.BytesIO(content), today=TODAY, known={"cy@example.org"})
    assert isinstance(known, PeopleFile)
