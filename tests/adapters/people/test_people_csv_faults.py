"""Each fault a people file can have: a file that has it, and its sentence in both languages."""

import io
import re
from importlib.resources import files

import pytest

from adapters.people.csv import Faults, Limits, read_people
from bot.texts import LANGUAGES, say
from tests.adapters.people.test_people_csv import BELOW, HEADINGS, TODAY, TOP, read, row, told

SMALL = Limits(size=4_000, rows=2, columns=12, cell=200)
MORE_HEADINGS = ",".join(f"h{number}" for number in range(12))


def table(*rows):
    return "\n".join([HEADINGS, *rows, ""]).encode()


def cell(column, value):
    return table(row(**{column: value}))


def other(name):
    """The headings with one of them called otherwise."""
    return HEADINGS.replace("office", name).encode() + b"\n"


BAD_FILES = {
    "empty": [b"", b"\xef\xbb\xbf", b"\n\n", b",,\n"],
    "no-people": [HEADINGS.encode(), table(",,,,,,,,")],
    "too-big": [b"x" * 4_001, b"\n" * 4_001],
    "archive": [b"PK\x03\x04" + b"\0" * 9_000, b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0\xa1"],
    "too-many-rows": [table(*[row(email=f"p{n}@x.org") for n in range(3)]), b"\n" * 9],
    "too-many-columns": [f"{HEADINGS},{MORE_HEADINGS}\n".encode()],
    "encoding": [
        table(TOP).decode().encode("windows-1252"),
        table(TOP).decode().encode("utf-16-le"),
        table(TOP).decode().encode("utf-32"),
        b"\xff\xfe" + table(TOP),  # an odd number of bytes
    ],
    "line-too-long": [table("x" * 2_500)],
    "quotes": [table('"ann'), table('"ann"x,Ann')],
    "column-missing": [other("level").replace(b",level", b"", 1).replace(b"languages", b"office")],
    "column-twice": [HEADINGS.encode() + b",Bureau\n"],
    "column-unnamed": [other(" ")],
    "column-unknown": [HEADINGS.encode() + b",birth date\n", HEADINGS.encode() + b",???\n"],
    "column-unknown-near": [other("ofice")],
    "cells-uneven": [table("ann@example.org"), table(TOP + ",x")],
    "cell-blank": [cell(name, "") for name in HEADINGS.split(",") if name != "manager_email"],
    "cell-too-long": [cell("name", "x" * 201), cell("name", "é" * 101)],
    "cell-hidden": [
        cell("name", hidden) for hidden in ("A\0b", "a\x1bb", "a\u202eb", '"a\nb"', "a\ufeffb")
    ],
    "email-unreadable": [
        cell(column, address)
        for column in ("email", "manager_email")
        for address in ("ann", "ann@", "@x.org", "a@x", "a@.x", "a@x.", "a b@x.org", "a@b@x.org")
    ],
    "email-twice": [table(TOP, TOP)],
    "number-twice": [
        (f"{HEADINGS},matricule\n{TOP},17\n{row(email='bo@example.org')},17\n").encode()
    ],
    "level-unknown": [cell("level", level) for level in ("0", "16", "-1", "7.5", "x", "٣")],
    "date-unreadable": [
        cell("hired_on", day)
        for day in ("03/09/2019", "2019-9-3", "20190903", "2019-02-30", "2019-W02-1", "٢٠١٩-٠٩-٠٣")
    ],
    "date-future": [cell("hired_on", "2026-11-24")],
    "date-early": [cell("hired_on", "1900-01-01")],
    "zone-unknown": [cell("time_zone", zone) for zone in ("../x", "Somewhere", "z" * 150)],
    "zone-unknown-near": [cell("time_zone", "america/toronto"), cell("time_zone", "Paris")],
    "zone-short": [cell("time_zone", "EST")],
    "language-unknown": [cell("languages", "fr;xx"), cell("languages", ";")],
    "language-unknown-near": [cell("languages", "français"), cell("languages", "en;Spanish")],
    "line-manager-unknown": [table(BELOW)],
    "reporting-self": [cell("manager_email", "ann@example.org")],
    "reporting-loop": [table(row(manager_email="bo@example.org"), BELOW)],
}
CASES = [(what, content) for what, contents in BAD_FILES.items() for content in contents]


@pytest.mark.parametrize(("what", "content"), CASES)
def test_a_bad_file_has_its_fault_and_both_languages_say_so(what, content):
    outcome = read_people(io.BytesIO(content), today=TODAY, limits=SMALL)

    assert isinstance(outcome, Faults)
    assert {fault.what for fault in outcome.faults} >= {what}
    for fault in outcome.faults:
        for language in LANGUAGES:
            sentence = say(language, fault.key, **fault.values)
            assert not fault.line or str(fault.line) in sentence or fault.line == 1


def test_every_sentence_about_a_fault_has_a_file_that_earns_it():
    for language in LANGUAGES:
        page = (files("bot.texts") / language / "people.ftl").read_text(encoding="utf-8")
        kinds = set(re.findall(r"^people-fault-([a-z-]+) =", page, re.MULTILINE))
        assert kinds == set(BAD_FILES)


@pytest.mark.parametrize("key", ["people-read", "people-refused", "people-refused-more"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_outcome_is_said_for_one_and_for_many(language, key):
    assert "1 200" in say(language, key, count=1200).replace(",", " ").replace("\xa0", " ")
    assert "1" not in say(language, key, count=1)


@pytest.mark.parametrize("line", [1, 2, 3, 900, 1_100])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_letter_that_cannot_be_read_is_found_on_its_line(line, end):
    lines = [HEADINGS, *[row(email=f"p{n}@example.org") for n in range(1_100)]]
    content = [text.encode() for text in lines]
    content[line - 1] += b"\xe9"

    outcome = read_people(io.BytesIO(end.encode().join(content)), today=TODAY)

    assert told(outcome) == [(line, "", "encoding")]


def test_a_row_over_several_lines_is_told_where_it_begins():
    outcome = read(HEADINGS, TOP.replace("Ann Roy", '"Ann\n\nRoy"'), row(email="x"))

    assert told(outcome) == [(2, "name", "cell-hidden"), (5, "email", "email-unreadable")]


def test_what_is_shown_of_a_cell_is_short_and_harmless():
    outcome = read(HEADINGS, row(level="\u202e" * 3), row(level="9" * 500))

    assert [fault.values["value"] for fault in outcome.faults[:2]] == [
        "\N{REPLACEMENT CHARACTER}" * 3,
        "9" * 60 + "…",
    ]


class Endless(io.BytesIO):
    """A pipe that never ends and counts what was taken."""

    taken = 0

    def seekable(self):
        return False

    def read(self, size=-1):
        self.taken += len(self.getvalue())
        return self.getvalue()


@pytest.mark.parametrize(
    ("piece", "what"),
    [
        (b"x" * 2**16, "line-too-long"),
        (b'"' * 2**16, "line-too-long"),
        (b'"x' + b"\n" * 2**15, "quotes"),
        (b"x," * 2**14 + b"\n", "too-many-columns"),
        (b"\n" * 2**16, "too-many-rows"),
        (b" " * 2**14 + b"\n", "too-big"),
        (b"\0" * 2**16, "encoding"),
    ],
)
def test_a_pipe_without_end_is_left_soon(piece, what):
    pipe = Endless(piece)

    outcome = read_people(pipe, today=TODAY)

    assert [code for _, _, code in told(outcome)] == [what]
    assert pipe.taken <= 5 * 2**20 + len(piece)


def test_a_huge_file_is_refused_unread():
    content = io.BytesIO(b"\n" * (5 * 2**20 + 1))
    content.seek(0)

    assert told(read_people(content, today=TODAY)) == [(0, "", "too-big")]
