"""What the weekly figures are made of, on both databases."""

from datetime import timedelta
from typing import Any

from bot.domain.checkin import AskState, FeedbackKind, Progress
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.meeting import MeetingState
from bot.domain.pairing import PairingState, Stage
from bot.domain.people import Role
from bot.domain.programme import EnrolmentState
from bot.ports import Work
from bot.ports.figures import Answered
from tests.builders import (
    NOW,
    a_checkin,
    a_delivery,
    a_feedback,
    a_meeting,
    a_pairing,
    a_person,
    an_enrolment,
)
from tests.contract.asking import OTHER, Ask, ids, lay_out

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
ANSWERED: dict[str, Any] = {"state": AskState.ANSWERED}


def two_cycles(work: Work) -> None:
    """Pairings here in the cycle, there in an older one; it is the reverse for the others."""
    lay_out(
        work,
        a_pairing("here", "ana", "bob"),
        a_pairing("there", "cyd", "dan", cycle_id="older"),
        a_pairing("there", "cyd", "dan", **OTHER),
        a_pairing("here", "ana", "bob", cycle_id="older", **OTHER),
    )


async def test_closed_checkins_come_oldest_first_as_plain_rows(ask: Ask) -> None:
    def act(work: Work) -> list[Answered]:
        two_cycles(work)
        rated = {"rating": 5, "progress": Progress.HAND, "answered_at": NOW, "role": Role.MENTEE}
        lay_out(
            work,
            a_checkin(id="d", pairing_id="here", week="2027-W01", state=AskState.LAPSED),
            a_checkin(
                id="c", pairing_id="here", week="2026-W53", person_id="bob", **ANSWERED, **rated
            ),
            a_checkin(id="B", pairing_id="here", week="2026-W53", state=AskState.LAPSED),
            a_checkin(id="a", pairing_id="here", week="2027-W02"),
            a_checkin(id="e", pairing_id="there", **ANSWERED),
            a_checkin(id="f", pairing_id="here", **ANSWERED, **OTHER),
        )
        return work.figures.answered("cycle")

    assert await ask(act) == [
        Answered("ana", Role.MENTOR, AskState.LAPSED, None, Progress.UNSAID, None),
        Answered("bob", Role.MENTEE, AskState.ANSWERED, 5, Progress.HAND, NOW),
        Answered("ana", Role.MENTOR, AskState.LAPSED, None, Progress.UNSAID, None),
    ]


async def test_feedbacks_come_in_the_order_of_their_answers(ask: Ask) -> None:
    def act(work: Work) -> list[list[str]]:
        two_cycles(work)
        final = {"kind": FeedbackKind.FINAL}
        lay_out(
            work,
            a_feedback("c", "here", **ANSWERED, answered_at=NOW),
            a_feedback("b", "here", **ANSWERED, answered_at=NOW, person_id="bob"),
            a_feedback("d", "here", **ANSWERED, answered_at=NOW - DAY, person_id="eve"),
            a_feedback("a", "here", **ANSWERED, answered_at=NOW, **final),
            a_feedback("open", "here", person_id="hal"),
            a_feedback("lapsed", "here", person_id="gus", state=AskState.LAPSED),
            a_feedback("e", "there", **ANSWERED, answered_at=NOW),
            a_feedback("f", "there", **ANSWERED, answered_at=NOW, **OTHER),
        )
        return [ids(work.figures.feedbacks("cycle", kind)) for kind in FeedbackKind]

    assert await ask(act) == [["d", "b", "c"], ["a"]]


async def test_consenting_is_whoever_chose_a_role_and_the_switch(ask: Ask) -> None:
    def act(work: Work) -> set[str]:
        on: dict[str, Any] = {"consents": ("matching", "statistics"), "role": Role.MENTOR}
        lay_out(
            work,
            an_enrolment("ana", **on),
            an_enrolment("bob", **on | {"state": EnrolmentState.LEFT}),
            an_enrolment("cyd", **on | {"role": None}),
            an_enrolment("dan", **on | {"consents": ("matching",)}),
            an_enrolment("eve", **on, cycle_id="older"),
            an_enrolment("far", **on, **OTHER),
        )
        return work.figures.consenting("cycle", "statistics")

    assert await ask(act) == {"ana", "bob"}


async def test_meetings_are_counted_by_when_they_begin(ask: Ask) -> None:
    def act(work: Work) -> dict[MeetingState, int]:
        two_cycles(work)
        states = [MeetingState.HELD, MeetingState.MISSED, MeetingState.HELD, MeetingState.HELD]
        for number, (state, at) in enumerate(
            zip(states, (NOW - DAY, NOW - SECOND, NOW, NOW + SECOND), strict=True)
        ):
            lay_out(work, a_meeting(f"m{number}", "here", number=number, starts_at=at, state=state))
        lay_out(work, a_meeting("x", "there"), a_meeting("y", "there", **OTHER))
        return work.figures.meetings("cycle", NOW - DAY, NOW)

    assert await ask(act) == {MeetingState.MISSED: 1, MeetingState.HELD: 1}


async def test_milestones_are_counted_for_active_pairings_that_reach_them(ask: Ask) -> None:
    def act(work: Work) -> dict[Stage, int]:
        final, done = {"stage": Stage.FINAL}, {"stage": Stage.DONE}
        lay_out(
            work,
            a_pairing("a", due_at=NOW),
            a_pairing("b", due_at=NOW - DAY, **final),
            a_pairing("c", due_at=NOW + SECOND),
            a_pairing("d"),
            a_pairing("e", due_at=NOW, **done),
            a_pairing("f", due_at=NOW, state=PairingState.PAUSED),
            a_pairing("g", due_at=NOW, cycle_id="older"),
            a_pairing("h", due_at=NOW, **OTHER),
        )
        return work.figures.milestones("cycle", NOW)

    assert await ask(act) == {Stage.MID: 1, Stage.FINAL: 1}


async def test_endings_are_counted_since_an_instant(ask: Ask) -> None:
    def act(work: Work) -> dict[bool, int]:
        ended: dict[str, Any] = {"state": PairingState.ENDED, "ended_at": NOW}
        lay_out(
            work,
            a_pairing("a", **ended),
            a_pairing("b", **ended, completed=True),
            a_pairing("c", **ended, completed=True),
            a_pairing("d", **ended | {"ended_at": NOW - DAY}),
            a_pairing("e"),
            a_pairing("f", **ended, cycle_id="older"),
            a_pairing("g", **ended, **OTHER),
        )
        return work.figures.endings("cycle", NOW - DAY)

    counts = await ask(act)

    assert counts == {True: 2, False: 1}
    assert all(isinstance(completed, bool) for completed in counts)


async def test_pairs_that_lost_a_member_are_those_that_ended_after_somebody_left(ask: Ask) -> None:
    def act(work: Work) -> int:
        ended: dict[str, Any] = {"state": PairingState.ENDED, "ended_at": NOW}
        lay_out(
            work,
            *(a_person(name) for name in ("ana", "bob", "eve")),
            a_person("gone", active=False, left_at=NOW - DAY / 2),
            a_person("later", active=False, left_at=NOW + DAY),
            a_pairing("a", "gone", "bob", **ended),
            a_pairing("b", "ana", "gone", **ended),
            a_pairing("c", "ana", "bob", **ended),
            a_pairing("d", "ana", "later", **ended),
            a_pairing("e", "gone", "eve", **ended, completed=True),
            a_pairing("f", "gone", "eve", **ended | {"ended_at": NOW - DAY}),
            a_pairing("g", "gone", "eve", **ended, cycle_id="older"),
            a_pairing("h", "gone", "eve"),
        )
        return work.figures.lost("cycle", NOW - DAY)

    assert await ask(act) == 2


async def test_failed_deliveries_are_counted_by_how_they_ended(ask: Ask) -> None:
    def act(work: Work) -> dict[DeliveryState, int]:
        for state in DeliveryState:
            ended: dict[str, Any] = {"state": state, "settled_at": NOW}
            lay_out(work, a_delivery(f"{state}:1", **ended))
            lay_out(work, a_delivery(f"{state}:2", **ended | {"settled_at": NOW - DAY}))
            lay_out(work, a_delivery(f"{state}:3", **ended, **OTHER))
        return work.figures.failures(NOW - DAY)

    bad = (DeliveryState.GONE, DeliveryState.REFUSED, DeliveryState.EXPIRED)
    assert await ask(act) == dict.fromkeys(bad, 1)


async def test_deliveries_are_counted_by_kind_and_state(ask: Ask) -> None:
    def act(work: Work) -> tuple[dict[tuple[Kind, DeliveryState], int], dict[str, int]]:
        for number, kind in enumerate((Kind.PROMPT, Kind.PROMPT, Kind.NUDGE)):
            lay_out(work, a_delivery(f"k{number}", kind=kind))
        lay_out(work, a_delivery("sent", kind=Kind.NUDGE, state=DeliveryState.SENT))
        lay_out(work, a_delivery("far", kind=Kind.NUDGE, **OTHER))
        return work.outbox.counts_by_kind(), work.outbox.counts()

    by_kind, counts = await ask(act)

    assert by_kind == {
        (Kind.PROMPT, DeliveryState.PENDING): 2,
        (Kind.NUDGE, DeliveryState.PENDING): 1,
        (Kind.NUDGE, DeliveryState.SENT): 1,
    }
    assert counts == {"pending": 3, "sent": 1}
