"""``passerelle import``: dry first, all or nothing, every fault with its line."""

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner

from adapters.__main__ import app
from adapters.bootstrap import ORGANISATION
from bot.domain.people import Organisation
from storage.database import open_store
from tests.adapters.people.imported import ANN, BO, CLEO, HEADINGS, Run, count, staff
from tests.builders import KEYS, a_closing


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


def test_an_office_is_where_most_of_its_people_are_whatever_zone_somebody_is_in(
    run: Run, database: str
) -> None:
    away = CLEO.replace("America/Toronto", "Europe/Paris")
    dan = ANN.replace("ann@", "dan@").replace("Ann", "Dan")
    run(HEADINGS, ANN, BO, away, dan, options=("--apply",))
    assert staff(database)["cleo"].country == "CA"

    run(HEADINGS, ANN, BO, CLEO, options=("--apply", "--holidays", "Montréal=CA-QC"))
    assert staff(database)["dan"].subdivision == "QC", "the file does not name him"

    run(HEADINGS, away, options=("--apply",))
    cleo = staff(database)["cleo"]
    assert (cleo.zone, cleo.country, cleo.subdivision) == ("Europe/Paris", "CA", "QC")


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
