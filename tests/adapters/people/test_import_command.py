"""``passerelle import``: dry first, all or nothing, every fault with its line."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner, Result

from adapters.__main__ import app
from adapters.bootstrap import ORGANISATION
from bot.domain.people import Organisation, Person
from storage.database import open_store
from tests.builders import KEYS, a_closing

HEADINGS = "email,name,manager_email,level,hired_on,department,office,time_zone,languages"
ANN = "ann@example.org,Ann Roy,,14,2009-05-04,Sales,Montréal,America/Toronto,fr;en"
BO = "bo@example.org,Bo Li,ann@example.org,3,2025-01-13,Sales,Vancouver,America/Vancouver,en"
CLEO = "cleo@example.org,Cléo Roy,bo@example.org,2,2025-01-13,Sales,Montréal,America/Toronto,fr"

Run = Callable[..., Result]


@pytest.fixture
def database(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "people.db"
    path.write_bytes(sqlite_template.read_bytes())
    return f"sqlite:///{path}"


@pytest.fixture
def run(database: str, tmp_path: Path) -> Iterator[Run]:
    """Imports a file of these lines and returns what came of it."""

    def invoke(*lines: str, options: tuple[str, ...] = ()) -> Result:
        path = tmp_path / "people.csv"
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
        words = ["import", str(path), "--database", database, "--language", "en", *options]
        return CliRunner().invoke(app, words, env={"COLUMNS": "200"})

    yield invoke
    structlog.reset_defaults()


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


def test_a_dry_run_tells_and_keeps_nothing(run: Run, database: str) -> None:
    result = run(HEADINGS, ANN, BO)

    assert result.exit_code == 0
    assert (count(result, "New people"), count(result, "People changed")) == (2, 0)
    assert "dry run" in result.stdout
    assert staff(database) == {}


def test_apply_keeps_everybody_and_who_reports_to_whom(run: Run, database: str) -> None:
    result = run(HEADINGS, CLEO, ANN, BO, options=("--apply",))

    assert result.exit_code == 0
    assert "Kept" in result.stdout
    people = staff(database)
    assert set(people) == {"ann", "bo", "cleo"}
    assert people["bo"].manager_id == people["ann"].id
    assert people["ann"].is_above(people["cleo"])
    assert not people["cleo"].is_above(people["bo"])
    assert (people["ann"].language, people["bo"].language) == ("fr", "en")
    assert people["cleo"].name == "Cléo Roy"


def test_a_second_import_of_the_same_file_changes_nothing(run: Run, database: str) -> None:
    options = ("--apply", "--coordinator", "ANN@example.org", "--holidays", "Montréal=CA-QC")
    run(HEADINGS, ANN, BO, options=options)
    before = {name: vars(person).copy() for name, person in staff(database).items()}

    result = run(HEADINGS, ANN, BO, options=options)

    assert count(result, "New people") == count(result, "People changed") == 0
    assert count(result, "People unchanged") == 2
    after = {name: vars(person).copy() for name, person in staff(database).items()}
    assert after == before


def test_a_later_import_changes_what_differs_only(run: Run, database: str) -> None:
    run(HEADINGS, ANN, BO, options=("--apply",))

    result = run(HEADINGS, ANN, BO.replace(",3,", ",4,"), CLEO, options=("--apply",))

    figures = [count(result, f"{word}") for word in ("New", "People changed", "unchanged")]
    assert figures == [1, 1, 1]
    assert staff(database)["bo"].level == 4


def test_roles_and_holidays_are_kept(run: Run, database: str) -> None:
    options = ("--coordinator", "Ann@example.org", "--concern-contact", "bo@example.org")
    run(HEADINGS, ANN, BO, options=("--apply", *options, "--holidays", "Montréal=CA-QC"))

    people = staff(database)
    assert (people["ann"].is_coordinator, people["bo"].is_coordinator) == (True, False)
    assert (people["ann"].is_concern_contact, people["bo"].is_concern_contact) == (False, True)
    assert [people[name].subdivision for name in ("ann", "bo")] == ["QC", "BC"]


def test_holidays_said_once_hold_for_the_office_and_whoever_comes_to_it(
    run: Run, database: str
) -> None:
    run(HEADINGS, ANN, BO, options=("--apply", "--holidays", "Montréal=CA-QC"))

    run(HEADINGS, ANN, BO, CLEO, options=("--apply",))
    assert [staff(database)[name].subdivision for name in ("ann", "bo", "cleo")] == [
        *("QC", "BC", "QC")
    ]

    moved = CLEO.replace("Montréal", "Toronto")
    run(HEADINGS, ANN, BO, moved, options=("--apply",))
    assert staff(database)["cleo"].subdivision is None


def test_whoever_is_imported_is_off_on_the_closing_days_of_their_office(
    run: Run, database: str
) -> None:
    async def close() -> None:
        store = open_store(database, KEYS)
        await store.found(Organisation(id=ORGANISATION, name="Test"))
        closing = a_closing("move", organisation_id=ORGANISATION, office="Montréal")
        await store.transact(ORGANISATION, lambda work: work.add(closing))
        store.close()

    asyncio.run(close())
    run(HEADINGS, ANN, BO, options=("--apply",))
    assert [len(staff(database)[name].closed) for name in ("ann", "bo")] == [9, 0]

    run(HEADINGS, ANN.replace("Montréal", "Laval"), BO, options=("--apply",))
    assert staff(database)["ann"].closed == ()


def test_a_later_import_without_roles_takes_none_away(run: Run, database: str) -> None:
    options = ("--coordinator", "ann@example.org", "--concern-contact", "bo@example.org")
    run(HEADINGS, ANN, BO, options=("--apply", *options))

    run(HEADINGS, ANN, BO, CLEO, options=("--apply",))

    people = staff(database)
    assert people["ann"].is_coordinator
    assert people["bo"].is_concern_contact


@pytest.mark.parametrize("options", [(), ("--apply",)])
def test_a_bad_file_names_every_line_and_keeps_nothing(
    run: Run, database: str, options: tuple[str, ...]
) -> None:
    no_zone = BO.replace("America/Vancouver", "Mars/Base")
    no_date = CLEO.replace("2025-01-13", "13 janvier")

    result = run(HEADINGS, ANN, no_zone, no_date, options=options)

    assert result.exit_code == 2
    assert "Line 3, time_zone" in result.stdout
    assert "Line 4, hired_on" in result.stdout
    assert "2 faults, so nobody was imported" in result.stdout
    assert staff(database) == {}


def test_wrong_columns_are_named(run: Run) -> None:
    result = run("email,full name,salary", "a@example.org,Ann,100")

    assert result.exit_code == 2
    assert "salary" in result.stdout
    assert "time_zone" in result.stdout


def test_a_file_in_another_encoding_says_how_to_save_it(run: Run, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["import", str(_latin(tmp_path)), "--language", "en"])

    assert result.exit_code == 2
    assert "CSV UTF-8" in " ".join(result.stdout.split())


def _latin(folder: Path) -> Path:
    path = folder / "latin.csv"
    path.write_bytes(f"{HEADINGS}\n{ANN}".encode("latin-1"))
    return path


def test_a_file_that_is_not_there_is_told(run: Run, database: str, tmp_path: Path) -> None:
    words = ["import", str(tmp_path / "missing.csv"), "--database", database, "--language", "en"]
    result = CliRunner().invoke(app, words, env={"COLUMNS": "400"})

    assert result.exit_code == 2
    assert "cannot be read" in result.stdout


def test_a_role_for_somebody_who_is_not_in_the_file_is_refused(run: Run, database: str) -> None:
    result = run(HEADINGS, ANN, options=("--apply", "--coordinator", "zoe@example.org"))

    assert result.exit_code == 2
    assert "zoe@example.org" in result.stdout
    assert staff(database) == {}


@pytest.mark.parametrize("given", ["Montréal", "Montréal=", "=CA-QC"])
def test_holidays_that_name_nothing_are_refused(run: Run, given: str) -> None:
    result = run(HEADINGS, ANN, options=("--holidays", given))

    assert result.exit_code == 2
    assert given in result.stderr


def test_holidays_of_nowhere_are_refused(run: Run, database: str) -> None:
    result = run(HEADINGS, ANN, options=("--apply", "--holidays", "Montréal=CA-XX"))

    assert result.exit_code == 2
    assert "CA-XX" in result.stderr
    assert staff(database) == {}


def test_a_zone_of_no_country_gets_the_holidays_of_home(run: Run, database: str) -> None:
    run(HEADINGS, ANN.replace("America/Toronto", "Etc/UTC"), options=("--apply",))

    assert (staff(database)["ann"].country, staff(database)["ann"].zone) == ("CA", "Etc/UTC")


def test_faults_are_told_in_french_too(run: Run) -> None:
    result = run(HEADINGS, ANN.replace("2009-05-04", "demain"), options=("--language", "fr"))

    assert result.exit_code == 2
    assert "Ligne\u00a02" in result.stdout or "Ligne 2" in result.stdout


MOVED = (ANN.replace("ann@", "ann.roy@"), BO.replace("ann@", "ann.roy@"))


def test_a_new_address_is_asked_about_and_taken_only_when_told(run: Run, database: str) -> None:
    run(HEADINGS, ANN, BO, options=("--apply",))

    dry = run(HEADINGS, *MOVED)
    untold = run(HEADINGS, *MOVED, options=("--apply",))
    told = run(
        HEADINGS, *MOVED, options=("--apply", "--same", "Ann@example.org=ann.roy@example.org")
    )

    question = "Add --same ann@example.org=ann.roy@example.org"
    assert (dry.exit_code, untold.exit_code, told.exit_code) == (0, 2, 0)
    assert question in dry.stdout
    assert question in untold.stdout
    assert "1 question is open" in untold.stdout or "One question is open" in untold.stdout
    assert question not in told.stdout
    people = staff(database)
    assert set(people) == {"ann.roy", "bo"}
    assert people["ann.roy"].is_above(people["bo"])


def test_renames_may_stand_in_a_file(run: Run, database: str, tmp_path: Path) -> None:
    run(HEADINGS, ANN, BO, options=("--apply",))
    renames = tmp_path / "renames.txt"
    renames.write_text("ann@example.org = ann.roy@example.org\n\n", encoding="utf-8")

    result = run(HEADINGS, *MOVED, options=("--apply", "--same", f"@{renames}"))

    assert result.exit_code == 0
    assert set(staff(database)) == {"ann.roy", "bo"}


def test_whoever_vanished_is_listed_and_leaves_only_when_named(run: Run, database: str) -> None:
    run(HEADINGS, ANN, BO, CLEO, options=("--apply", "--coordinator", "ann@example.org"))

    listed = run(HEADINGS, ANN, options=("--apply",))
    assert "2 people of an earlier file are not in this one" in listed.stdout
    assert "– Bo Li, bo@example.org" in listed.stdout
    assert set(staff(database)) == {"ann", "bo", "cleo"}

    gone = run(HEADINGS, ANN, options=("--apply", "--left", "bo@example.org"))
    assert count(gone, "People who left") == 1
    assert set(staff(database)) == {"ann", "cleo"}


def test_a_long_list_of_vanished_people_is_counted(run: Run) -> None:
    many = [CLEO.replace("bo@", "ann@").replace("cleo@", f"c{n}@") for n in range(23)]
    run(HEADINGS, ANN, *many, options=("--apply",))

    result = run(HEADINGS, ANN)

    assert "– and 3 more" in result.stdout


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "The only coordinator cannot leave"), ("fr", "La seule personne qui coordonne")],
)
def test_the_only_coordinator_cannot_be_named_a_leaver(
    run: Run, database: str, language: str, words: str
) -> None:
    run(HEADINGS, ANN, BO, options=("--apply", "--coordinator", "bo@example.org"))

    options = ("--apply", "--left", "bo@example.org", "--language", language)
    result = run(HEADINGS, ANN, options=options)

    assert result.exit_code == 2
    assert words in result.stdout
    assert set(staff(database)) == {"ann", "bo"}


@pytest.mark.parametrize("given", ["ann@example.org", "=x@example.org", "@missing.txt"])
def test_a_rename_that_names_nothing_is_refused(run: Run, given: str) -> None:
    result = run(HEADINGS, ANN, options=("--same", given))

    assert result.exit_code == 2
    assert given.removeprefix("@") in result.stderr
