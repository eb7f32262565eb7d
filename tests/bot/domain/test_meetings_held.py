"""What two people say of a meeting, and what it then counts as."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.meeting import (
    OPEN,
    SPEAKABLE,
    Meeting,
    MeetingState,
    Said,
    denied_by_a_no,
    forget_old,
    may_mean,
    obvious,
    upcoming,
)
from bot.domain.people import Role
from bot.errors import IllegalMove

NOW = datetime(2026, 10, 1, 14, 0, tzinfo=UTC)
AGREED, HELD, MISSED = MeetingState.AGREED, MeetingState.HELD, MeetingState.MISSED
YES, NO, NOTHING = Said.YES, Said.NO, Said.NOTHING
MENTOR, MENTEE = Role.MENTOR, Role.MENTEE


def a_meeting(days: float, state: MeetingState = AGREED, number: int = 1) -> Meeting:
    return Meeting(
        organisation_id="org",
        id=f"m{number}",
        pairing_id="pair",
        number=number,
        starts_at=NOW + timedelta(days=days),
        state=state,
        due_at=NOW,
    )


def test_one_yes_is_enough():
    meeting = a_meeting(-1)
    meeting.hear(MENTEE, YES, NOW)
    assert (meeting.state, meeting.due_at) == (HELD, None)


@pytest.mark.parametrize("first", [MENTOR, MENTEE])
def test_a_no_outweighs_the_others_yes_in_either_order(first: Role):
    second = MENTEE if first is MENTOR else MENTOR
    for words in ((YES, NO), (NO, YES)):
        meeting = a_meeting(-1)
        for role, said in zip((first, second), words, strict=True):
            meeting.hear(role, said, NOW)
        assert (meeting.state, meeting.denied) == (MISSED, True)


def test_a_word_that_is_taken_back_leaves_what_the_other_said():
    meeting = a_meeting(-1)
    meeting.hear(MENTOR, YES, NOW)
    meeting.hear(MENTEE, NO, NOW)
    meeting.hear(MENTEE, NOTHING, NOW)
    assert (meeting.state, meeting.denied) == (HELD, False)
    meeting.hear(MENTOR, NOTHING, NOW)
    assert (meeting.state, meeting.due_at) == (AGREED, meeting.starts_at + timedelta(weeks=1))


@pytest.mark.parametrize("said", list(Said))
def test_what_is_still_to_come_is_never_held(said: Said):
    meeting = a_meeting(0.1)
    with pytest.raises(IllegalMove, match="still to come"):
        meeting.hear(MENTOR, said, NOW)
    assert (meeting.state, meeting.said_by(MENTOR)) == (AGREED, NOTHING)


@pytest.mark.parametrize("state", sorted(set(MeetingState) - set(SPEAKABLE)))
def test_what_was_called_off_or_never_agreed_stays_so(state: MeetingState):
    meeting = a_meeting(-1, state)
    with pytest.raises(IllegalMove):
        meeting.hear(MENTOR, YES, NOW)
    assert (meeting.state, meeting.said_by(MENTOR)) == (state, NOTHING)


@given(st.lists(st.tuples(st.sampled_from((MENTOR, MENTEE)), st.sampled_from(Said))))
def test_what_counts_is_what_both_say_last(words: list[tuple[Role, Said]]):
    meeting, last = a_meeting(-1), {MENTOR: NOTHING, MENTEE: NOTHING}
    for role, said in words:
        meeting.hear(role, said, NOW)
        last[role] = said
    expected = MISSED if NO in last.values() else HELD if YES in last.values() else AGREED
    assert meeting.state is expected
    assert meeting.denied == (NO in last.values())


def test_another_date_forgets_what_was_said_of_the_old_one():
    meeting = a_meeting(-1)
    meeting.mentor_said, meeting.denied = NO, True
    meeting.move(NOW + timedelta(days=2))
    assert (meeting.mentor_said, meeting.denied) == (NOTHING, False)


def test_a_no_means_the_last_meeting_of_the_week_past():
    rows = [a_meeting(-8), a_meeting(-5, number=2), a_meeting(-1, number=3), a_meeting(6)]
    assert denied_by_a_no(rows, MENTOR, NOW) is rows[2]
    rows[2].hear(MENTOR, YES, NOW)
    assert denied_by_a_no(rows, MENTOR, NOW) is rows[1]
    assert denied_by_a_no(rows, MENTEE, NOW) is rows[2]


def test_a_no_in_a_week_without_a_meeting_means_nothing():
    old, ahead = a_meeting(-8), a_meeting(6, number=2)
    proposed = a_meeting(-1, MeetingState.PROPOSED, 3)
    assert denied_by_a_no([old, ahead, proposed], MENTOR, NOW) is None


def test_one_meeting_of_the_week_is_obviously_meant():
    past, ahead = a_meeting(-1), a_meeting(13, number=2)
    assert obvious(may_mean([past, ahead], MENTOR, NOW), NOW) is past


def test_two_meetings_or_one_of_the_week_before_are_asked_about():
    older, newer = a_meeting(-9), a_meeting(-2, number=2)
    assert may_mean([newer, older], MENTOR, NOW) == [older, newer]
    assert obvious([older, newer], NOW) is None
    assert obvious([older], NOW) is None
    assert obvious([], NOW) is None


def test_what_a_side_spoke_of_is_not_meant_again_unless_it_is_put_right():
    meeting = a_meeting(-1)
    meeting.hear(MENTOR, YES, NOW)
    assert may_mean([meeting], MENTOR, NOW) == []
    assert may_mean([meeting], MENTOR, NOW, besides=meeting.id) == [meeting]


def test_what_one_side_may_mean_does_not_depend_on_the_others_word():
    for said in Said:
        planned, noted = a_meeting(-9), a_meeting(-1, number=2)
        noted.noted = True
        planned.hear(MENTEE, said, NOW)
        noted.hear(MENTEE, said, NOW)
        assert may_mean([planned, noted], MENTOR, NOW) == [planned]


def test_a_week_of_silence_is_a_missed_meeting():
    silent, fresh = a_meeting(-7), a_meeting(-6.9, number=2)
    forget_old([silent, fresh], NOW)
    assert (silent.state, fresh.state) == (MISSED, AGREED)


def test_a_cancelled_meeting_is_neither_next_nor_meant():
    rows = [a_meeting(-1, MeetingState.CANCELLED), a_meeting(2, MeetingState.CANCELLED, 2)]
    assert upcoming(rows, NOW) is None
    assert may_mean(rows, MENTOR, NOW) == []
    assert denied_by_a_no(rows, MENTOR, NOW) is None


def test_the_next_meeting_is_the_first_that_is_still_meant_to_happen():
    rows = [a_meeting(days, state) for days in (9, 2) for state in OPEN]
    assert upcoming(rows, NOW) in rows[2:]
