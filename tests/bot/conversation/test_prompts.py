"""What the bot says by itself: nothing is sent that was not declared, and by its declaration."""

import ast
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.calendar.people import working_time
from bot.calendar.zones import at_local
from bot.conversation.flow import Step
from bot.conversation.instants import AtOnce, Instant, NextMorning, Withheld
from bot.conversation.prompt import Audience, FullWeek, Prompt
from bot.domain import rhythm
from bot.domain.checkin import CheckIn
from bot.domain.delivery import Kind
from bot.domain.rhythm import WorkingDays
from bot.messages.card import Card
from tests.builders import a_checkin, a_person
from tests.recording.timetable_page import CHAPTERS, prompts

ROOT = Path(__file__).resolve().parents[3]
FEWEST_PROMPTS, FEWEST_MODULES = 25, 90
SENDS = {
    "Delivery": {"bot/services/courier.py"},
    "Courier": {"bot/conversation/sending.py", "bot/conversation/telling.py"},
}
"""What makes a message go out, and where alone it may be used: behind a declared prompt."""
INSTANTS = [kind.__name__ for kind in Instant.__subclasses__()]
PAUL = a_person("paul")
WHERE = working_time(PAUL)
MONDAY = at_local(date(2026, 9, 14), time(10), PAUL.zone)


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    paths = sorted((ROOT / "bot").rglob("*.py"))
    assert len(paths) > FEWEST_MODULES
    return tuple(
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_bytes())) for path in paths
    )


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a class or function of one of these names, and the module it stands in."""
    for path, module in trees():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names:
                yield path, node


def test_every_prompt_stands_once_in_the_timetable() -> None:
    listed = [name for names in CHAPTERS.values() for name in names]

    assert sorted(listed) == sorted(prompts()), "list it in tests/recording/timetable_page.py"
    assert len(listed) > FEWEST_PROMPTS


def test_every_prompt_is_declared_where_the_timetable_finds_it() -> None:
    """One that is made within a function would be sent without being told of."""
    assert len(list(calls("Prompt"))) == len(prompts())


def test_nothing_is_sent_but_what_a_prompt_declares() -> None:
    found = {name: {path for path, _ in calls(name)} for name in SENDS}

    assert found == SENDS


def test_every_prompt_is_sent() -> None:
    declared = {
        target.id
        for _, module in trees()
        for node in module.body
        if isinstance(node, ast.Assign) and "Prompt(" in ast.unparse(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    used = {
        node.id
        for _, module in trees()
        for node in ast.walk(module)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    used |= {
        node.attr
        for _, module in trees()
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute)
    }

    assert declared - used == set()
    assert len(declared) > FEWEST_PROMPTS


def test_a_prompt_takes_its_numbers_from_the_rhythm() -> None:
    written = [
        f"{path}:{call.lineno}"
        for path, call in calls("Prompt", *INSTANTS)
        for node in ast.walk(call)
        if isinstance(node, ast.Constant) and type(node.value) in {int, float}
    ]

    assert written == [], "name the number in bot/domain/rhythm.py"


def a_prompt(
    kind: Kind = Kind.PROMPT,
    *,
    shows: tuple[Step, ...] = (),
    spare: bool = False,
    dated: bool = False,
) -> Prompt:
    return Prompt(
        name="test",
        to=Audience.ONESELF,
        kind=kind,
        shows=shows,
        reminders=(WorkingDays(1), WorkingDays(3)),
        spare=spare,
        dated=dated,
    )


def asked() -> CheckIn:
    checkin = a_checkin(asked_at=MONDAY)
    checkin.due_at = a_prompt().first_reminder(MONDAY, WHERE)
    return checkin


def taken(checkin: CheckIn, now: datetime) -> tuple[str, datetime | None]:
    """Take a reminder; return how it is worded, and when the next one is due."""
    return a_prompt().take_reminder(checkin, now, WHERE), checkin.due_at


def test_a_reminder_plans_the_next_one_and_the_last_one_none() -> None:
    checkin = asked()

    assert taken(checkin, MONDAY + timedelta(days=1)) == ("nudge", MONDAY + timedelta(days=3))
    assert taken(checkin, MONDAY + timedelta(days=3)) == ("last", None)
    assert checkin.reminders == 2


def test_a_reminder_that_comes_much_too_late_is_left_out() -> None:
    checkin = asked()
    late = MONDAY + timedelta(days=1) + rhythm.TOO_LATE + timedelta(minutes=1)

    assert taken(checkin, late) == ("", MONDAY + timedelta(days=3))
    assert checkin.reminders == 0
    assert taken(checkin, MONDAY + timedelta(days=3)) == ("last", None)


def test_a_reminder_after_the_time_of_the_next_is_the_last() -> None:
    checkin = asked()
    checkin.due_at = late = MONDAY + timedelta(days=4)

    assert taken(checkin, late) == ("last", None)
    assert checkin.reminders == 1


def test_a_prompt_shows_only_what_it_declares() -> None:
    first, second, other = (Step("test", name, lambda _: Card()) for name in ("a", "b", "c"))
    prompt = a_prompt(shows=(first, second))

    assert prompt.step() is first
    assert prompt.step(second) is second
    with pytest.raises(TypeError, match=r"test does not show test\.c"):
        prompt.step(other)


@pytest.mark.parametrize(
    ("prompt", "fate"),
    [
        (a_prompt(Kind.PROMPT), FullWeek.WAITS),
        (a_prompt(Kind.NOTICE), FullWeek.WAITS),
        (a_prompt(Kind.NOTICE, spare=True), FullWeek.LEFT_OUT),
        (a_prompt(Kind.NUDGE), FullWeek.LEFT_OUT),
        (a_prompt(Kind.URGENT), FullWeek.GOES_OUT),
        (a_prompt(Kind.NOTICE, dated=True), FullWeek.BY_DATE),
    ],
)
def test_a_full_week_holds_back_what_can_wait(prompt: Prompt, fate: FullWeek) -> None:
    assert prompt.full_week is fate


def test_news_of_a_date_does_not_wait_and_other_news_does() -> None:
    prompt = a_prompt(Kind.NOTICE, dated=True)

    assert prompt.kind_about(MONDAY, again=False) is Kind.URGENT
    assert prompt.kind_about(None, again=False) is Kind.NOTICE
    assert prompt.kind_about(MONDAY, again=True) is Kind.NUDGE
    assert a_prompt(Kind.NOTICE).kind_about(MONDAY, again=False) is Kind.NOTICE


def test_news_goes_out_at_once_the_next_morning_or_after_a_while() -> None:
    held = Withheld(timedelta(minutes=15), unless_within=timedelta(hours=3))
    opening = datetime(2026, 9, 15, 12, 30, tzinfo=UTC)

    assert AtOnce().earliest(MONDAY, PAUL) == MONDAY
    assert NextMorning().earliest(MONDAY, PAUL) == opening
    assert held.earliest(MONDAY, PAUL, MONDAY + timedelta(hours=4)) == MONDAY + held.by
    assert held.earliest(MONDAY, PAUL, MONDAY + timedelta(hours=3)) == MONDAY
