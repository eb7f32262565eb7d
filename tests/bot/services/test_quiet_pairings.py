"""Weeks without a meeting: how they are counted, and what ends the worry about them."""

from datetime import UTC, date, datetime, timedelta

from bot.domain.pairing import HelpLabel, Pairing

START = date(2026, 9, 14)
NOW = datetime(2026, 10, 8, 14, tzinfo=UTC)


def a_pairing() -> Pairing:
    return Pairing(
        organisation_id="org",
        id="pairing",
        cycle_id="cycle",
        proposal_id="proposal",
        mentor_id="nadia",
        mentee_id="marc",
        started_on=START,
        ends_on=date(2026, 12, 7),
    )


def worries_of(pairing: Pairing) -> tuple[datetime | None, HelpLabel, bool]:
    return pairing.warned_at, pairing.help_label, pairing.left_be


def test_days_count_from_the_start_then_from_the_last_meeting():
    pairing = a_pairing()
    assert pairing.days_without_meeting(date(2026, 10, 5)) == 21

    pairing.record_meeting(date(2026, 10, 1), datetime(2026, 10, 1, 14, tzinfo=UTC))

    assert pairing.days_without_meeting(date(2026, 10, 5)) == 4


def test_a_rest_does_not_count_as_weeks_without_a_meeting():
    pairing = a_pairing()
    pairing.record_meeting(date(2026, 9, 21), datetime(2026, 9, 21, 14, tzinfo=UTC))

    pairing.resumed_on = date(2026, 11, 2)

    assert pairing.days_without_meeting(date(2026, 11, 9)) == 7


def test_a_meeting_ends_every_worry():
    pairing = a_pairing()
    pairing.warned_at, pairing.help_label, pairing.left_be = NOW, HelpLabel.NO_MEETING, True

    pairing.record_meeting(date(2026, 10, 8), NOW)

    assert worries_of(pairing) == (None, HelpLabel.NONE, False)


def test_leaving_them_be_withdraws_the_number_of_days_but_no_request_for_help():
    quiet, asked = a_pairing(), a_pairing()
    quiet.help_label, asked.help_label = HelpLabel.NO_MEETING, HelpLabel.ASKED

    quiet.leave_be()
    asked.leave_be()

    assert (quiet.help_label, asked.help_label) == (HelpLabel.NONE, HelpLabel.ASKED)
    assert quiet.left_be


def test_a_request_for_help_outlives_meetings_before_it():
    pairing = a_pairing()
    pairing.ask_for_help(NOW)

    labels = []
    for hours in (-1, 1):
        pairing.record_meeting(NOW.date(), NOW + timedelta(hours=hours))
        labels.append(pairing.help_label)

    assert labels == [HelpLabel.ASKED, HelpLabel.NONE]


def test_a_request_stands_again_once_the_meeting_after_it_is_taken_back():
    pairing = a_pairing()
    pairing.ask_for_help(NOW)
    pairing.record_meeting(NOW.date(), NOW + timedelta(hours=1))

    pairing.forget_meetings(met_on=date(2026, 10, 1), began_at=NOW - timedelta(days=7))

    assert pairing.help_label is HelpLabel.ASKED
