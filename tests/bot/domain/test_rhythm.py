"""The numbers of a programme: each has its reason, fits the others, and is what the texts say."""

import ast
import re
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.domain import rhythm
from tests.bot.texts.test_texts import PAGES, patterns

ROOT = Path(__file__).resolve().parents[3]
PEOPLE_NOTICE = ("conversation", "domain", "flows", "privacy", "services")
"""Rooms in which a span or a time of day is one that somebody notices."""
A_STEP = frozenset({0, 1})
"""Nothing, or one day of the calendar at a time: no rhythm of anything."""
NUMBERS = {
    "en": {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 12: "twelve"},
    "fr": {2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 12: "douze"},
}
IN_WORDS = {
    "approval-sure": rhythm.PROPOSAL_LAPSES,
    "approval-done.next": rhythm.PROPOSAL_LAPSES,
    "console-next-answers": rhythm.PROPOSAL_LAPSES,
    "checkin-still": rhythm.ASKED_AFTER,
    "settings-silent": rhythm.RESTS_AFTER,
    "checkin-quiet": rhythm.NO_MEETING // timedelta(weeks=1),
    "checkin-low-again": rhythm.LOW_IN_A_ROW,
    "relay-preview.next": rhythm.MESSAGES_PER_WEEK,
    "settings-pause.two": rhythm.SHORT_BREAK // timedelta(weeks=1),
    "settings-pause.four": rhythm.LONG_BREAK // timedelta(weeks=1),
    "programme-create": rhythm.USUAL_MEETINGS,
}
"""Texts that name a number in words."""


@cache
def tree() -> ast.Module:
    return ast.parse(Path(rhythm.__file__).read_text(encoding="utf-8"))


def names(statement: ast.stmt) -> list[str]:
    """The constants that a statement defines."""
    if not isinstance(statement, ast.Assign):
        return []
    found = [each.id for each in ast.walk(statement.targets[0]) if isinstance(each, ast.Name)]
    return [name for name in found if name.isupper()]


def test_every_number_has_its_reason_beside_it() -> None:
    pairs = list(zip(tree().body, [*tree().body[1:], ast.Pass()], strict=True))
    bare = [
        name
        for statement, following in pairs
        for name in names(statement)
        if not (isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant))
    ]

    assert bare == []
    assert sum(len(names(statement)) for statement, _ in pairs) > 40


def test_no_span_and_no_time_of_day_is_written_anywhere_else() -> None:
    paths = [path for room in PEOPLE_NOTICE for path in (ROOT / "bot" / room).rglob("*.py")]
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}"
        for path in paths
        if path != Path(rhythm.__file__)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _is_a_number_of_time(node)
    ]

    assert found == []
    assert len(paths) > 60


def _is_a_number_of_time(call: ast.Call) -> bool:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    numbers = {each.value for each in given if isinstance(each, ast.Constant)}
    return name in {"timedelta", "time"} and bool(numbers - A_STEP)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_texts_that_name_a_number_name_the_one_that_holds(language: str) -> None:
    said = {
        key: "".join(text.words) for page in PAGES for key, text in patterns(language, page).items()
    }
    wrong = {
        key: number
        for key, number in IN_WORDS.items()
        if not re.search(rf"(?i)\b{NUMBERS[language][number]}\b", said[key])
    }

    assert wrong == {}, "a text says another number than bot.domain.rhythm"


def test_a_question_and_its_reminders_fit_into_a_week() -> None:
    assert 1 + len(rhythm.REMINDERS) <= rhythm.MESSAGES_PER_WEEK
    assert sorted(rhythm.REMINDERS) == list(rhythm.REMINDERS)
    assert rhythm.REMINDERS[-1] < len(rhythm.WORKWEEK)


def test_a_checkin_is_asked_before_the_day_closes() -> None:
    last = datetime.combine(date.min, rhythm.CLOSES) - rhythm.CHECKIN_SPREAD

    assert rhythm.HOURS_TO_CHOOSE[0] > rhythm.OPENS.hour
    assert rhythm.HOURS_TO_CHOOSE[-1] <= last.hour
    assert rhythm.USUAL_AT.hour in rhythm.HOURS_TO_CHOOSE
    assert rhythm.USUAL_WEEKDAY in rhythm.WORKWEEK


def test_what_is_usual_can_be_chosen() -> None:
    assert rhythm.USUAL_WEEKS in rhythm.WEEKS_TO_CHOOSE
    assert rhythm.USUAL_MEETINGS in rhythm.MEETINGS_TO_CHOOSE
    assert rhythm.USUAL_WAIT < rhythm.LONGEST_WAIT
    assert rhythm.SHORT_BREAK < rhythm.LONG_BREAK < rhythm.LONGEST_BREAK


def test_people_are_reminded_or_asked_before_something_ends() -> None:
    assert rhythm.PROPOSAL_REMINDED < rhythm.PROPOSAL_LAPSES
    assert rhythm.ASKED_AFTER < rhythm.RESTS_AFTER
    assert rhythm.MISSED_AFTER <= rhythm.MEANT_WITHIN
    assert rhythm.SHORT_MEETING < rhythm.MEETING
    assert rhythm.NEWS_WAITS < rhythm.TOO_SOON_TO_WAIT


def test_a_meeting_can_be_offered_in_every_part_of_a_day() -> None:
    hours = {hour for part in rhythm.PARTS_OF_DAY.values() for hour in part}

    assert hours <= set(rhythm.HOURS_TO_MEET)
