"""Figures of two digests as they are stored: one that is full, and one of a quiet week."""

from typing import Any

FIGURES: dict[str, Any] = {
    "cycle": "cycle",
    "number": 1,
    "decide": {"drafts": 3, "free": False},
    "recruit": {
        "waiting": {"mentor": "few", "mentee": "10"},
        "topics": [
            {"code": "ai-assistants", "wanted": "10", "offered": "some"},
            {"code": "cyber-hygiene", "wanted": "few", "offered": "none"},
        ],
        "reach": 60,
        "matched": 70,
        "accepted": 90,
    },
    "help": [
        {"pairing": "dated", "label": "asked", "days": 4},
        {"pairing": "undated", "label": "no_meeting", "days": 21},
    ],
    "deliverability": {
        "unreachable": 2,
        "gone": 1,
        "refused": 1,
        "expired": 3,
        "suspended": 1,
        "unplaced": 4,
        "guest": 7,
        "stranger": 2,
        "deactivated": 5,
    },
    "momentum": {
        "held": "15",
        "agreed": "20",
        "held_now": "none",
        "agreed_now": "none",
        "percent": 80,
        "trend": [["2026-09-21", 60], ["2026-09-28", 70], ["2026-10-05", 80]],
    },
    "answers": True,
    "rating-mentor": {"value": 4.2},
    "rating-mentee": None,
    "progress-mentor": {"value": 0.4},
    "progress-mentee": {"value": -0.2},
    "response-mentor": None,
    "response-mentee": {"value": 83.0},
    "voice-mentor": {"value": 4.5},
    "voice-mentee": None,
    "milestones": {"mid": 2, "final": 1},
    "exits": {"early": "few", "completed": "some", "lost": 1},
    "wins": ["final-marc"],
}
"""A digest with all that it can show."""
QUIET: dict[str, Any] = {
    **dict.fromkeys(FIGURES),
    **{name: {} for name in ("decide", "recruit", "deliverability", "momentum", "milestones")},
    "exits": {},
    "help": [],
    "wins": [],
    "cycle": "cycle",
    "number": 1,
    "answers": False,
}
"""A digest of a week in which nothing was to do or to tell."""
OTHERS: dict[str, Any] = {
    **QUIET,
    "decide": {"drafts": 0, "free": True},
    "help": [{**FIGURES["help"][1], "days": days} for days in range(21, 33)],
    "answers": True,
    "rating-mentee": {"value": 4.4},
    "response-mentor": {"value": 91.0},
    "voice-mentee": {"value": 3.9},
}
"""A digest with what the full one cannot show: free people, more pairs, the other role's means."""
