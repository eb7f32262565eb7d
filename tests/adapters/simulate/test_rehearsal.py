"""A programme with invented people: what must add up, what must never happen, what repeats."""

import asyncio
import json
import subprocess
import sys
from typing import Any

import pytest

from adapters.rehearsal import open_house
from adapters.simulate.options import Options, WrongOptions
from adapters.simulate.report import MUST_BE_NONE, Report
from adapters.simulate.run import Moment, rehearse

KEYS = {
    "people": {"invited", "joined", "matched", "unmatched"},
    "meetings": {"agreed", "held"},
    "prompts": {"due", "sent", "answered"},
}
NUMBERS = {
    "reminders",
    "max_messages_per_person_week",
    "quiet_hours_violations",
    "duplicates",
    "illegal_transitions",
    "failures",
    "deliveries_total",
    "digests",
    "seconds",
    "seed",
}


async def play(options: Options, seen: list[Moment] | None = None) -> Report:
    moments: list[Moment] = [] if seen is None else seen
    async with open_house(options) as house:
        return await rehearse(options, house, moments.append)


@pytest.fixture(scope="module")
def played() -> tuple[Report, list[Moment]]:
    """One programme that several tests look at."""
    moments: list[Moment] = []
    options = Options(people=24, weeks=4, seed=7, show="*", language="en")
    return asyncio.run(play(options, moments)), moments


@pytest.mark.slow
@pytest.mark.parametrize(("people", "weeks", "seed"), [(6, 1, 1), (9, 2, 2), (24, 3, 4)])
async def test_nothing_happens_that_must_not(people: int, weeks: int, seed: int) -> None:
    report = await play(Options(people=people, weeks=weeks, seed=seed))

    assert report.faults == ()
    assert report.is_clean
    assert report.figures["max_messages_per_person_week"] <= 3
    assert set(report.figures["deliveries"]) <= {"sent", "gone", "cancelled", "dropped"}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 11))
async def test_nothing_happens_that_must_not_while_life_happens(seed: int) -> None:
    report = await play(Options(people=24, weeks=12, seed=seed))

    assert report.faults == ()
    assert report.is_clean
    assert sum(count > 0 for count in report.figures["happened"].values()) >= 8


@pytest.mark.slow
async def test_a_chat_platform_alone_is_enough() -> None:
    report = await play(Options(people=24, weeks=6, seed=8, levels=False))

    assert report.faults == ()
    assert report.figures["happened"]["without_levels"] == 24
    assert report.figures["meetings"]["held"] > 0


@pytest.mark.slow
def test_the_figures_are_all_there_and_add_up(played: tuple[Report, list[Moment]]) -> None:
    report, _ = played
    figures = json.loads(report.as_json())

    assert {name: set(figures[name]) for name in KEYS} == KEYS
    assert all(isinstance(figures[name], int | float) for name in NUMBERS)
    assert {name: figures[name] for name in MUST_BE_NONE} == dict.fromkeys(MUST_BE_NONE, 0)
    people, prompts, meetings = figures["people"], figures["prompts"], figures["meetings"]
    assert people["invited"] == 24
    assert people["matched"] + people["unmatched"] == people["joined"] <= people["invited"]
    assert sum(figures["unmatched_reasons"].values()) == people["unmatched"]
    assert prompts["answered"] <= prompts["sent"] <= prompts["due"]
    assert 0 < meetings["held"] <= meetings["agreed"]
    assert sum(figures["deliveries"].values()) == figures["deliveries_total"]
    assert figures["digests"] == len(figures["digest_texts"]) == len(report.digests) > 5
    assert figures["seed"] == 7


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "moments"),
    [
        ("fr", ("J’embarque", "Ce que vous acceptez", "J’accepte", "avez-vous pu vous voir")),
        ("en", ("I’m in", "What you agree to", "Accept", "Did you and")),
    ],
)
def test_a_transcript_holds_the_key_moments(
    played: tuple[Report, list[Moment]], language: str, moments: tuple[str, ...]
) -> None:
    report, _ = played
    texts = [t.text(language) for t in report.transcripts if t.person.language == language]

    assert any(all(moment in text for moment in moments) for text in texts)


@pytest.mark.slow
def test_progress_goes_from_the_first_day_to_the_last(
    played: tuple[Report, list[Moment]],
) -> None:
    _, moments = played

    assert moments == sorted(moments, key=lambda moment: moment.day)
    assert moments[0].day == 0
    assert moments[-1].day >= moments[-1].days - 7, "a digest comes every week, if nothing else"


@pytest.mark.slow
def test_the_same_seed_plays_the_same_to_the_byte() -> None:
    """Each in a process of its own, where sets have an order of their own."""
    first, second = (command("--people", "8", "--weeks", "1", "--json", "-") for _ in range(2))

    assert first.returncode == second.returncode == 0
    assert without_seconds(first.stdout) == without_seconds(second.stdout)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"people": 5}, "simulate-wrong-people"),
        ({"people": 20_001}, "simulate-wrong-people"),
        ({"weeks": 0}, "simulate-wrong-weeks"),
        ({"weeks": 53}, "simulate-wrong-weeks"),
        ({"language": "de"}, "simulate-wrong-language"),
        ({"show": "x" * 100}, "simulate-wrong-name"),
    ],
)
def test_wrong_options_are_refused_before_anything_starts(given: Any, said: str) -> None:
    with pytest.raises(WrongOptions) as wrong:
        Options(**given).check()

    assert wrong.value.key == said


async def test_a_name_nobody_bears_is_refused_with_the_nearest() -> None:
    with pytest.raises(WrongOptions) as wrong:
        await play(Options(people=6, show="Zzyzx"))

    assert wrong.value.key == "simulate-nobody"
    assert wrong.value.values["nearest"]


@pytest.mark.slow
def test_the_command_says_what_is_wrong_and_exits_with_two() -> None:
    done = command("--people", "3", "--language", "en")

    assert done.returncode == 2
    assert done.stderr.strip() == "--people takes a whole number from 6 to 20,000, not 3."
    assert done.stdout == ""


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "adapters", "simulate", *arguments],
        check=False,
        capture_output=True,
        text=True,
    )


def without_seconds(text: str) -> dict[str, Any]:
    figures: dict[str, Any] = json.loads(text)
    del figures["seconds"]
    return figures
