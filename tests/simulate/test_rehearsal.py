"""A whole programme with invented people: what must add up, what must never happen, what repeats."""

import json
import os
import subprocess
import sys
from functools import partial
from typing import Any

import pytest

from adapters.bootstrap import open_house
from adapters.simulate.options import Options
from adapters.simulate.report import MUST_BE_NONE, Report
from adapters.simulate.run import rehearse

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
    "deliveries_total",
    "digests",
    "seconds",
    "seed",
}


async def play(**options: Any) -> Report:
    chosen = Options(**options)
    async with open_house(chosen) as house:
        return await rehearse(chosen, house)


def figures_of(report: Report) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(report.as_json())
    return loaded


@pytest.mark.slow
@pytest.mark.parametrize(("people", "weeks", "seed"), [(6, 1, 1), (10, 4, 2), (16, 6, 3)])
async def test_nothing_happens_that_must_not(people: int, weeks: int, seed: int) -> None:
    report = await play(people=people, weeks=weeks, seed=seed)
    figures = figures_of(report)

    assert report.faults == ()
    assert {name: figures[name] for name in MUST_BE_NONE} == dict.fromkeys(MUST_BE_NONE, 0)
    assert figures["max_messages_per_person_week"] <= 3
    assert set(figures["deliveries"]) <= {"sent", "gone", "cancelled", "dropped"}


@pytest.mark.slow
async def test_the_figures_are_all_there_and_add_up() -> None:
    figures = figures_of(await play(people=14, weeks=4, seed=5, language="en"))

    assert {name: set(figures[name]) for name in KEYS} == KEYS
    assert all(isinstance(figures[name], int | float) for name in NUMBERS)
    people, prompts, meetings = figures["people"], figures["prompts"], figures["meetings"]
    assert people["invited"] == 14
    assert people["matched"] + people["unmatched"] == people["joined"] <= people["invited"]
    assert sum(figures["unmatched_reasons"].values()) == people["unmatched"]
    assert prompts["answered"] <= prompts["sent"] <= prompts["due"]
    assert 0 < meetings["held"] <= meetings["agreed"]
    assert sum(figures["deliveries"].values()) == figures["deliveries_total"]
    assert figures["digests"] == len(figures["digest_texts"]) > 4
    assert figures["seed"] == 5


@pytest.mark.slow
def test_the_same_seed_plays_the_same_to_the_byte_and_another_does_not() -> None:
    """Each in a process of its own, with its own order of sets."""
    run = partial(
        subprocess.run,
        [sys.executable, "-m", "adapters", "simulate", "--people", "8", "--weeks", "2", "--json", "-"],
        check=True,
        capture_output=True,
        text=True,
    )
    first, second = (
        run(env={**os.environ, "PYTHONHASHSEED": hash_seed}).stdout for hash_seed in ("1", "2")
    )

    assert without_seconds(first) == without_seconds(second)
    assert json.loads(first)["digests"] > 0


def without_seconds(text: str) -> str:
    seconds = json.loads(text)["seconds"]
    return text.replace(f'"seconds": {seconds}', "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "moments"),
    [
        ("fr", ("J’embarque", "J’accepte", "vous êtes-vous vus", "Montréal")),
        ("en", ("I’m in", "I accept", "Did you and", "Vancouver")),
    ],
)
async def test_a_transcript_holds_the_key_moments(language: str, moments: tuple[str, ...]) -> None:
    for kind in ("keen", "shy", "busy"):
        report = await play(people=16, weeks=4, seed=3, show=kind, language=language)
        (transcript,) = report.transcripts
        if transcript.person.language == language:
            text = transcript.text(language)
            assert [moment for moment in moments[:3] if moment not in text] == []
            return
    pytest.fail("nobody of these kinds reads the language")
