"""What stays of a part in a cycle once its person has said no or has left: that it was."""

from datetime import date
from typing import Any

import pytest

from bot.domain.people import Role
from bot.domain.programme import Enrolment, EnrolmentState
from tests.builders import NOW, an_enrolment

STAYS = {
    *("organisation_id", "id", "cycle_id", "person_id", "state"),
    *("invitation_id", "invited_at", "joined_at"),
}
"""Who, which cycle, by which invitation, and when; nothing of what was filled in."""
FILLED_IN: dict[str, Any] = {
    "role": Role.MENTOR,
    "consents": ("matching", "facts", "statistics"),
    "topics": {"ai-assistants": 3},
    "wishes": ("juggling",),
    "wishes_shared": True,
    "interests": ("art",),
    "goal": "Draft a letter",
    "obstacle": "No time",
    "slots": ("0-am",),
    "formats": ("site",),
    "excluded_people": ("bob",),
    "excluded_departments": ("Finance",),
    "capacity": 2,
    "rounds_waited": 1,
    "unmatched_reason": "taken",
    "paused_until": date(2026, 10, 1),
    "due_at": NOW,
}


def usual() -> dict[str, Any]:
    """Return what an enrolment begins with, field by field, but for what stays."""
    begun = an_enrolment("ana")
    return {name: value for name, value in vars(begun).items() if name not in STAYS}


def test_everything_else_can_be_filled_in() -> None:
    assert set(FILLED_IN) == set(usual())
    assert [name for name, value in usual().items() if FILLED_IN[name] == value] == []


@pytest.mark.parametrize(
    ("state", "end"),
    [
        (EnrolmentState.CHOOSING, Enrolment.decline),
        (EnrolmentState.CHOOSING, Enrolment.leave),
        (EnrolmentState.JOINED, Enrolment.leave),
        (EnrolmentState.PAUSED, Enrolment.leave),
    ],
)
def test_of_somebody_who_is_out_nothing_that_was_filled_in_stays(
    state: EnrolmentState, end: Any
) -> None:
    enrolment = an_enrolment("ana", state=state, invited_at=NOW, **FILLED_IN)

    end(enrolment)

    assert {name: getattr(enrolment, name) for name in usual()} == usual()
    assert enrolment.invited_at == NOW
