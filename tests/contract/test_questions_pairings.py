"""Questions about pairings and what people answered in them, on both databases."""

from datetime import timedelta

import pytest

from bot.domain.checkin import AskState, FeedbackKind
from bot.domain.pairing import BOTH, PairingState
from bot.ports import Work
from tests.builders import (
    NOW,
    a_checkin,
    a_digest,
    a_feedback,
    a_meeting,
    a_pairing,
    a_person,
    a_seat,
)
from tests.contract.asking import OTHER, Ask, ids, lay_out

DAY = timedelta(days=1)
LIVE = (PairingState.ACTIVE, PairingState.PAUSED)


def pairings(work: Work) -> None:
    """One pairing in each state and cycle; elsewhere the same ids stand for other things."""
    today = NOW.date()
    lay_out(
        work,
        a_pairing("b", started_on=today - DAY),
        a_pairing("c", "cyd", "ana", state=PairingState.PAUSED),
        a_pairing("a", "ana", "dan", started_on=today - DAY),
        a_pairing("d", "ana", "eve", state=PairingState.ENDED, started_on=today + DAY),
        a_pairing("e", cycle_id="older", started_on=today - 9 * DAY),
        a_pairing("f", "bob", "dan"),
        a_pairing("b", cycle_id="older", **OTHER),
        a_pairing("e", **OTHER),
    )


async def test_pairings_of_a_cycle_and_of_a_person(ask: Ask) -> None:
    def act(work: Work) -> list[list[str]]:
        pairings(work)
        return [
            ids(work.pairings.all("cycle", *LIVE)),
            ids(work.pairings.all("cycle", PairingState.ENDED)),
            ids(work.pairings.all("cycle")),
            ids(work.pairings.of("ana", *LIVE)),
            ids(work.pairings.of("dan", *PairingState)),
            ids(work.pairings.of("ana")),
        ]

    assert await ask(act) == [
        ["a", "b", "c", "f"],
        ["d"],
        [],
        ["c", "a", "b", "e"],
        ["f", "a"],
        [],
    ]


async def test_a_pairing_has_ended_first_for_whoever_stopped_it(ask: Ask) -> None:
    def act(work: Work) -> list[list[str]]:
        lay_out(work, a_pairing("x", "ana", "bob", over_by="ana", over_at=NOW))
        sides = ("ana", "bob")
        return [
            [*ids(work.pairings.of(side, *LIVE)), *ids(work.pairings.of(side, PairingState.ENDED))]
            if side == "bob"
            else ids(work.pairings.of(side, PairingState.ENDED))
            for side in sides
        ] + [ids(work.pairings.of("ana", *LIVE)), ids(work.pairings.all("cycle", *LIVE))]

    assert await ask(act) == [["x"], ["x"], [], ["x"]]


async def test_a_pairing_that_both_stopped_has_ended_for_both(ask: Ask) -> None:
    def act(work: Work) -> list[list[str]]:
        lay_out(work, a_pairing("x", "ana", "bob", over_by=BOTH, over_at=NOW))
        return [
            ids(work.pairings.of(side, *states))
            for side in ("ana", "bob")
            for states in (LIVE, (PairingState.ENDED,))
        ]

    assert await ask(act) == [[], ["x"], [], ["x"]]


async def test_a_seat_is_one_side_of_a_pairing(ask: Ask) -> None:
    def act(work: Work) -> tuple[tuple[int, ...], ...]:
        lay_out(work, a_seat("pair", "bob", tips=(1,)), a_seat("pair", "ana", tips=(2, 3)))
        lay_out(work, a_seat("pair", "ana", tips=(9,), **OTHER))
        return work.pairings.seat("pair", "ana").tips, work.pairings.seat("pair", "bob").tips

    assert await ask(act) == ((2, 3), (1,))
    with pytest.raises(LookupError):
        await ask(lambda work: work.pairings.seat("pair", "ana"))


async def test_meetings_come_in_order_of_their_number(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(
            work,
            *(a_meeting(f"m{9 - number}", number=number) for number in (10, 2, 1)),
            a_meeting("x", "else"),
            a_meeting("y", number=3, **OTHER),
        )
        return ids(work.pairings.meetings("pair"))

    assert await ask(act) == ["m8", "m7", "m-1"]


async def test_checkins_of_one_side_come_newest_first(ask: Ask) -> None:
    def act(work: Work) -> tuple[list[str], list[str]]:
        done, lapsed = {"state": AskState.ANSWERED}, {"state": AskState.LAPSED}
        lay_out(
            work,
            a_checkin(id="w38", week="2026-W38", **done),
            a_checkin(id="w01", week="2027-W01"),
            a_checkin(id="w02", week="2027-W02", **lapsed),
            a_checkin(id="w53", week="2026-W53"),
            a_checkin(id="bob", week="2027-W03", person_id="bob", **done),
            a_checkin(id="else", week="2027-W03", pairing_id="else"),
            a_checkin(id="far", week="2027-W03", **OTHER),
        )
        open_ = [work.checkins.open("pair", person) for person in ("ana", "bob")]
        return ids(open_), ids(work.checkins.last("pair", "ana", 3))

    assert await ask(act) == (["w01", ""], ["w02", "w01", "w53"])


async def test_answers_of_a_cycle_are_those_of_its_pairings(ask: Ask) -> None:
    def act(work: Work) -> tuple[list[str], list[str]]:
        pairings(work)
        for id_, pairing in (("y", "b"), ("X", "d"), ("z", "e")):
            lay_out(work, a_checkin(id=id_, pairing_id=pairing), a_feedback(id_, pairing))
        lay_out(
            work,
            a_checkin(id="w", pairing_id="b", **OTHER),
            a_feedback("w", "e", **OTHER),
        )
        return ids(work.checkins.all("cycle")), ids(work.checkins.feedbacks("cycle"))

    assert await ask(act) == (["X", "y"], ["X", "y"])


async def test_a_feedback_is_one_kind_of_one_side(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(
            work,
            a_feedback("mid"),
            a_feedback("final", kind=FeedbackKind.FINAL),
            a_feedback("bob", person_id="bob", kind=FeedbackKind.FINAL),
            a_feedback("else", "else", person_id="bob"),
            a_feedback("far", person_id="bob", **OTHER),
        )
        asked = [("ana", FeedbackKind.MID), ("ana", FeedbackKind.FINAL), ("bob", FeedbackKind.MID)]
        return ids(work.checkins.feedback("pair", *each) for each in asked)

    assert await ask(act) == ["mid", "final", ""]


async def test_digests_are_kept_by_number(ask: Ask) -> None:
    def act(work: Work) -> tuple[list[str], list[str]]:
        lay_out(
            work,
            *(a_digest(f"d{number}", number=number) for number in (10, 9, 1)),
            a_digest("x", programme_id="else", number=11),
            a_digest("y", number=11, **OTHER),
        )
        return ids(work.figures.all("prog")), ids([work.figures.last("prog")])

    assert await ask(act) == (["d1", "d9", "d10"], ["d10"])
    assert await ask(lambda work: work.figures.last("prog")) is None


async def test_whoever_lost_their_newest_partner_to_another_employer_is_known(ask: Ask) -> None:
    """Until they have somebody new; an ending of before is no loss, nor a programme completed."""

    def act(work: Work) -> list[set[str]]:
        today = NOW.date()
        ended = {"state": PairingState.ENDED, "ended_at": NOW, "started_on": today - 9 * DAY}
        before = [work.pairings.bereft()]
        lay_out(
            work,
            a_person("gone", active=False, left_at=NOW),
            a_person("late", active=False, left_at=NOW + DAY),
            a_person("gone", active=False, left_at=NOW, **OTHER),
            a_pairing("a", "gone", "ana", **ended),
            a_pairing("b", "bob", "gone", **ended),
            a_pairing("c", "bob", "eve", started_on=today),
            a_pairing("d", "late", "cyd", **ended),
            a_pairing("e", "gone", "dan", **ended, completed=True),
            a_pairing("f", "gone", "fay"),
            a_pairing("g", "gone", "gus", **ended, **OTHER),
        )
        return [*before, work.pairings.bereft() - {"gone"}]

    assert await ask(act) == [set(), {"ana"}]
