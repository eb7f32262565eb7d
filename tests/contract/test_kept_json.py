"""What earlier releases kept as JSON is still read, and what is kept now reads as it did then."""

import json
from typing import Any

import pytest
from sqlalchemy import select, text

from bot.domain.digest import Deliverability, Digest, Figures, Milestones, Shown
from bot.domain.run import Failure, Found, Gone, HowFar, NewSettings, Run, Two
from bot.ports import Work
from storage import tables as t
from storage.codecs import (
    change_from_json,
    change_to_json,
    figures_from_json,
    figures_to_json,
    outcome_from_json,
    outcome_to_json,
)
from storage.work import SqlWork
from tests.builders import a_digest, a_run
from tests.contract.asking import Ask, lay_out
from tests.gallery.worlds.figures import FIGURES, QUIET

MEAN = {"value": 4.2, "cycle": "cycle", "at": "2026-10-05T07:00:00+00:00"}
PUBLISHED: dict[str, Any] = {**FIGURES, "rating-mentor": MEAN}
"""The figures of a digest, with a mean as it is published."""
SETTINGS: dict[str, int | str] = {"weight_topics": 500, "minimum_hours": 2, "fairness": "mentees"}
DRAFTED = {
    "pairs": [3, 4],
    "total": [0, 2710],
    "settings": SETTINGS,
    "repaired": True,
    "changed": 1,
    "moved": 2,
    "gone": [["ana", "bob", "moved"], ["cyd", "eve", "no_common_topic"]],
    "new": [["ana", "eve"]],
    "left": ["bob"],
    "served": ["zoe"],
}
TRIED = {
    "mentees": [4, 3],
    "pairs": [4, 3],
    "total": [2710, 2600],
    "changed": 0,
    "moved": 0,
    **{name: [] for name in ("gone", "new", "left", "served")},
}
CHANGES: list[dict[str, Any]] = [
    {},
    {"settings": SETTINGS, "different": ["weight_topics"]},
    {"mentor": "ana", "mentee": "bob"},
    {"mentor": "ana", "mentee": "bob", "score": 640},
]
OUTCOMES: list[dict[str, Any]] = [
    {},
    {"people": 400, "percent": 30},
    {"text": "review-run-too-large"},
    {"code": "capacity", "mentor": "ana", "mentee": "bob"},
    DRAFTED,
    TRIED,
]


@pytest.mark.parametrize("kept", [PUBLISHED, {**QUIET, "rating-mentee": None}])
def test_figures_are_kept_as_they_always_were(kept: dict[str, Any]) -> None:
    read = figures_from_json(json.loads(json.dumps(kept)))

    again = json.loads(json.dumps(figures_to_json(read)))
    means = {name for name, value in kept.items() if isinstance(value, dict) and "value" in value}
    assert {n: v for n, v in again.items() if n not in means} == {
        n: v for n, v in kept.items() if n not in means
    }
    assert {n: again[n]["value"] for n in means} == {n: kept[n]["value"] for n in means}
    assert figures_from_json(again) == read


@pytest.mark.parametrize("kept", CHANGES)
def test_what_runs_try_is_kept_as_it_always_was(kept: dict[str, Any]) -> None:
    assert json.loads(json.dumps(change_to_json(change_from_json(kept)))) == kept


@pytest.mark.parametrize("kept", OUTCOMES)
def test_what_runs_come_to_is_kept_as_it_always_was(kept: dict[str, Any]) -> None:
    assert json.loads(json.dumps(outcome_to_json(outcome_from_json(kept)))) == kept


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ({"people": 400}, HowFar(people=400)),
        ({"percent": 30}, HowFar(percent=30)),
        ({"text": "x"}, Failure(text="x")),
        (
            {"pairs": [2, 3], "total": [0, 9], "changed": 0, "moved": 3},
            Found(pairs=(2, 3), total=(0, 9), changed=0, moved=3),
        ),
    ],
)
def test_what_an_earlier_release_did_not_know_may_be_missing(
    kept: dict[str, Any], read: object
) -> None:
    assert outcome_from_json(kept) == read


async def test_rows_of_an_earlier_release_are_read(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        assert isinstance(work, SqlWork)
        lay_out(work, a_digest("d"), a_run("r"))
        connection = work.unit.connection
        for table, columns in (
            ("digests", {"figures": PUBLISHED}),
            ("runs", {"change": CHANGES[1], "outcome": DRAFTED}),
        ):
            for name, kept in columns.items():
                words = {"kept": json.dumps(kept)}
                connection.execute(text(f"UPDATE {table} SET {name} = :kept"), words)  # noqa: S608
        [digest] = work.unit.read(Digest, select(t.digests))
        [run] = work.unit.read(Run, select(t.runs))
        return [digest.figures, run.change, run.outcome]

    figures, change, outcome = await ask(act)

    assert isinstance(figures, Figures)
    assert figures.shown("rating-mentor") == Shown(4.2, "cycle", "2026-10-05T07:00:00+00:00")
    assert figures.shown("rating-mentee") is None
    assert figures.deliverability == Deliverability(**FIGURES["deliverability"])
    assert figures.milestones == Milestones(mid=2, final=1)
    assert change == NewSettings(SETTINGS, ("weight_topics",))
    assert isinstance(outcome, Found)
    assert outcome.gone[1] == Gone("cyd", "eve", "no_common_topic")
    assert change_from_json(CHANGES[3]) == Two("ana", "bob", 640)
