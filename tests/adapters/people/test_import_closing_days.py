"""``passerelle import --closing-days``: dry first, all or nothing, every fault with its line."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from adapters.__main__ import app
from adapters.bootstrap import ORGANISATION
from adapters.clocks import WallClock
from bot.domain.closing import Closing
from bot.domain.people import Person
from storage.database import open_store
from tests.builders import KEYS

PEOPLE = (
    "email,name,manager_email,level,hired_on,department,office,time_zone,languages",
    "ann@example.org,Ann Roy,,14,2009-05-04,Sales,Montréal,America/Toronto,fr;en",
    "bo@example.org,Bo Li,ann@example.org,3,2025-01-13,Sales,Vancouver,America/Vancouver,en",
)
TODAY = WallClock().now().date()
SOON, LATER = TODAY + timedelta(days=20), TODAY + timedelta(days=24)
HEADINGS = "first,last,office,name"

Run = Callable[..., Result]


@pytest.fixture
def run(database: str, tmp_path: Path) -> Run:
    """Imports a file of these lines, after the people, and returns what came of it."""
    staff = tmp_path / "people.csv"
    staff.write_text("\n".join([*PEOPLE, ""]), encoding="utf-8")

    def call(*words: str) -> Result:
        line = ["import", *words, "--database", database]
        return CliRunner().invoke(app, line, env={"COLUMNS": "200"})

    call(str(staff), "--apply", "--coordinator", "ann@example.org")

    def invoke(*lines: str, options: tuple[str, ...] = (), language: str = "en") -> Result:
        path = tmp_path / "closings.csv"
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
        return call("--closing-days", str(path), "--language", language, *options)

    return invoke


def kept(database: str) -> tuple[list[Closing], dict[str, Person]]:
    """The closings that are kept, and everybody by the name before the @."""

    async def look() -> tuple[list[Closing], list[Person]]:
        store = open_store(database, KEYS)
        found = await store.transact(
            ORGANISATION, lambda work: (work.offices.closings(), work.people.all())
        )
        store.close()
        return found

    closings, people = asyncio.run(look())
    return closings, {person.email.split("@")[0]: person for person in people}


def test_a_dry_run_says_what_it_would_do_and_keeps_nothing(run: Run, database: str) -> None:
    result = run(HEADINGS, f"{SOON},{LATER},,Shutdown", f"{SOON},,Montréal,Moving")

    assert result.exit_code == 0
    assert "2 closings to add" in result.stdout
    assert kept(database)[0] == []


def test_everybody_of_the_office_is_off_then(run: Run, database: str) -> None:
    lines = (HEADINGS, f"{SOON},,montréal,Moving", f"{LATER},,,Everybody")
    run(*lines, options=("--apply",))
    again = run(*lines, options=("--apply",))

    closings, staff = kept(database)
    assert [(each.office, each.name) for each in closings] == [
        ("Montréal", "Moving"),
        ("", "Everybody"),
    ]
    assert staff["ann"].closed == (SOON, LATER)
    assert staff["bo"].closed == (LATER,)
    assert "No closing days to add; 2 known already." in again.stdout


def test_a_spreadsheet_in_french_is_understood(run: Run, database: str) -> None:
    result = run("date;bureau;nom", f"{SOON};;Inventaire", options=("--apply",), language="fr")

    assert (result.exit_code, len(kept(database)[0])) == (0, 1)
    assert "Une fermeture à ajouter." in result.stdout


@pytest.mark.parametrize(
    ("line", "english", "french"),
    [
        (f"{SOON},,Rome,Moving", "no office is called “Rome”", "aucun bureau ne s’appelle"),
        (f"{SOON},,,", "Say in a few words", "Dites en quelques mots"),
        (f"{SOON},,,{'x' * 31}", "31", "31"),
        ("tomorrow,,,Moving", "Write a date", "Écrivez une date"),
        (f"{SOON},someday,,Moving", "Write a date", "Écrivez une date"),
        (f"{LATER},{SOON},,Moving", "before the first", "avant le premier"),
        ("2020-01-01,,,Moving", "These days are over", "Ces jours sont passés"),
        (f"{SOON},{SOON + timedelta(days=364)},,Moving", "365 days in a row", "365 jours"),
        (f"{TODAY + timedelta(days=800)},,,Moving", "two years ahead", "C’est à plus de"),
    ],
)
def test_one_line_at_fault_is_named_and_nothing_is_kept(
    run: Run, database: str, line: str, english: str, french: str
) -> None:
    for language, words in (("en", english), ("fr", french)):
        result = run(HEADINGS, f"{SOON},,,Good", line, options=("--apply",), language=language)

        assert result.exit_code == 2
        assert words in result.stdout
        assert "3" in result.stdout.splitlines()[0]
    assert kept(database)[0] == []


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("first,name,party", f"{SOON},Moving,yes"), "The headings must be"),
        (("first,office", f"{SOON},Montréal"), "The headings must be"),
        (("",), "The headings must be"),
        ((HEADINGS, f"{SOON},Moving"), "Line 2 has 2"),
        ((HEADINGS, f"{SOON},,,Mov\u202eing"), "Line 2"),
        ((HEADINGS, f'{SOON},,,"Moving'), "quotation marks"),
        ((HEADINGS, *(f"{SOON},,,Day {n}" for n in range(21))), "more than 20 closings"),
    ],
)
def test_a_file_at_fault_is_refused_whole(
    run: Run, database: str, lines: tuple[str, ...], words: str
) -> None:
    result = run(*lines, options=("--apply",))

    assert (result.exit_code, kept(database)[0]) == (2, [])
    assert words in result.stdout


def test_a_file_that_is_not_there_is_said(run: Run) -> None:
    result = run(HEADINGS, options=("--closing-days", "nowhere.csv"))

    assert result.exit_code == 2
    assert "nowhere.csv" in result.stdout


def test_people_and_closing_days_are_imported_one_after_the_other(run: Run) -> None:
    result = run(HEADINGS, options=("people.csv",))

    assert result.exit_code == 2
    assert "Name one file" in result.output
