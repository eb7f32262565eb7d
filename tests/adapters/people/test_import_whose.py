"""``passerelle import``: whose row is whose is asked, and what HR answers counts."""

from pathlib import Path

import pytest

from tests.adapters.people.imported import ANN, BO, CLEO, HEADINGS, Run, count, staff

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


PAUL = ANN.replace("Ann Roy", "Paul Smith").replace("2009-05-04", "2026-02-02")
SWAPPED = (
    ANN.replace("ann@", "bo@"),
    BO.replace("ann@", "x@").replace("bo@", "ann@").replace("x@", "bo@"),
)


@pytest.mark.parametrize(
    ("language", "rows", "words"),
    [
        ("en", [PAUL, BO], "this is the address of Ann Roy, whose name and first day of work"),
        ("fr", [PAUL, BO], "c’est l’adresse de Ann Roy, dont le nom et le premier jour"),
        ("en", SWAPPED, "this is the address of Bo Li, and looks like Ann Roy <ann@example.org>"),
        ("fr", SWAPPED, "--same ann@example.org=bo@example.org si c’est cette personne"),
    ],
)
def test_an_address_that_changes_hands_is_asked_about(
    run: Run, database: str, language: str, rows: list[str], words: str
) -> None:
    run(HEADINGS, ANN, BO, options=("--apply",))

    asked = run(HEADINGS, *rows, options=("--apply", "--language", language))

    assert asked.exit_code == 2
    assert words in asked.stdout
    assert staff(database)["ann"].name == "Ann Roy"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "this person has left, as you said. Back again? Add --back bo@example.org"),
        ("fr", "vous avez dit que cette personne a quitté l’organisation. Est-elle de retour?"),
    ],
)
def test_whoever_left_and_stands_in_a_file_again_is_asked_about(
    run: Run, database: str, language: str, words: str
) -> None:
    run(HEADINGS, ANN, BO, options=("--apply",))
    run(HEADINGS, ANN, options=("--apply", "--left", "bo@example.org"))

    asked = run(HEADINGS, ANN, BO, options=("--apply", "--language", language))
    assert asked.exit_code == 2
    assert words in asked.stdout

    run(HEADINGS, ANN, BO, options=("--apply", "--back", "bo@example.org"))
    assert set(staff(database)) == {"ann", "bo"}


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
