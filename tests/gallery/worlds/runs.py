"""Runs of the matching: one that is under way, and what others came to."""

from typing import Any

from bot.domain.run import RunKind, RunState
from bot.matching import Rules
from bot.services.rounds.criteria import settings_of

SETTINGS = settings_of(Rules(minimum_level_gap=3))
SIDES = {"mentor": "kim", "mentee": "bob"}
COUNTED = {"mentees": [3, 2], "pairs": [3, 2], "total": [2410, 1730], "moved": 3, "changed": 1}
EIGHT = ("nadia", "omar", "lina", "theo", "kim", "luc", "max", "ned")
RUNS: dict[str, dict[str, Any]] = {
    "settings": {
        "kind": RunKind.SETTINGS,
        "change": {"settings": SETTINGS, "different": ["minimum_level_gap", "weight_hours"]},
        "outcome": {**COUNTED, "gone": [["ned", "yves", "level_gap"]], "left": ["yves"]},
    },
    "lock": {
        "kind": RunKind.LOCK,
        "change": {**SIDES, "score": 610},
        "outcome": {**COUNTED, "total": [2410, 2409], "served": ["bob"], "new": [["kim", "bob"]]},
    },
    "forbid": {
        "kind": RunKind.FORBID,
        "change": {**SIDES},
        "outcome": {
            **{name: [3, 3] for name in ("mentees", "pairs")},
            "total": [2410, 2410],
            "moved": 2,
            "gone": [["kim", "bob", "forbidden"]],
        },
    },
    "working": {"state": RunState.ASKED, "outcome": {"people": 412}},
    "outdated": {"state": RunState.OUTDATED},
    "cancelled": {"state": RunState.CANCELLED},
    "failed": {"state": RunState.FAILED, "outcome": {**SIDES, "code": "capacity"}},
    **{
        f"failed-{code.replace('_', '-')}": {
            "state": RunState.FAILED,
            "outcome": {**SIDES, "code": code},
        }
        for code in ("reporting_line", "level_gap", "level_unknown", "forbidden", "no_common_hours")
    },
    **{
        f"failed-{text}": {"state": RunState.FAILED, "outcome": {"text": f"review-run-{text}"}}
        for text in ("solver", "too-large")
    },
    "many": {
        "kind": RunKind.SETTINGS,
        "change": {"settings": SETTINGS, "different": ["minimum_level_gap"]},
        "outcome": {**COUNTED, "new": [[each, "bob"] for each in EIGHT], "left": ["yves"]},
    },
    "drafts": {
        "outcome": {
            "pairs": [3, 2],
            "changed": 2,
            "gone": [["max", "zoe", "moved"]],
            "new": [],
            "repaired": True,
        },
    },
}
"""Runs of the matching by the end of their ids, as they are stored."""
