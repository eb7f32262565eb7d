from datetime import UTC, datetime, timedelta

from bot.domain.meeting import Meeting, MeetingState, forget_old, latest, say_no, say_yes, upcoming

NOW = datetime(2026, 10, 1, 14, 0, tzinfo=UTC)
AGREED, HELD, MISSED = MeetingState.AGREED, MeetingState.HELD, MeetingState.MISSED


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
    assert say_yes([meeting], NOW) is meeting
    assert (meeting.state, meeting.due_at) == (HELD, None)


def test_a_second_yes_does_not_eat_the_next_meeting():
    past, ahead = a_meeting(-1), a_meeting(13, number=2)
    for days in (0, 1, 5):
        say_yes([past, ahead], NOW + timedelta(days=days))
    assert (past.state, ahead.state) == (HELD, AGREED)


def test_a_no_outweighs_the_others_yes_in_either_order():
    first, second = a_meeting(-1), a_meeting(-1)
    say_yes([first], NOW)
    say_no([first], NOW)
    say_no([second], NOW)
    say_yes([second], NOW)
    assert first.state is second.state is MISSED
    assert first.denied
    assert second.denied


def test_a_no_in_a_week_without_a_meeting_means_nothing():
    old, ahead = a_meeting(-8), a_meeting(6, number=2)
    assert say_no([old, ahead], NOW) is None
    assert old.state is AGREED


def test_a_no_does_not_deny_what_was_never_agreed():
    meeting = a_meeting(-1, MeetingState.PROPOSED)
    assert say_no([meeting], NOW) is None


def test_meeting_early_counts_the_next_one_once():
    ahead, later = a_meeting(3), a_meeting(17, number=2)
    say_yes([ahead, later], NOW)
    say_yes([ahead, later], NOW + timedelta(days=1))
    assert (ahead.state, later.state) == (HELD, AGREED)


def test_a_late_yes_still_finds_a_meeting_that_counted_as_missed():
    meeting = a_meeting(-9)
    forget_old([meeting], NOW)
    assert meeting.state is MISSED
    say_yes([meeting], NOW)
    assert meeting.state is HELD


def test_a_week_of_silence_is_a_missed_meeting():
    silent, fresh = a_meeting(-7), a_meeting(-6.9, number=2)
    forget_old([silent, fresh], NOW)
    assert (silent.state, fresh.state) == (MISSED, AGREED)


def test_a_cancelled_meeting_is_neither_next_nor_last():
    rows = [a_meeting(-1, MeetingState.CANCELLED), a_meeting(2, MeetingState.CANCELLED, 2)]
    assert upcoming(rows, NOW) is None
    assert latest(rows, NOW) is None
    assert say_yes(rows, NOW) is None
