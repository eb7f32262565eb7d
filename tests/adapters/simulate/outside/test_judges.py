"""Each judge sees what it is there to see: violations are fed to it by hand, and what is fine."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from adapters.clocks import MovableClock
from adapters.simulate import population
from adapters.simulate.outside.jury import KINDS, Jury
from adapters.simulate.outside.records import (
    DRAFT,
    LOCK,
    PAIRING,
    Appointment,
    Couple,
    Message,
    Somebody,
)
from adapters.simulate.outside.truth import Truth
from adapters.simulate.seen import Json, Seen, press, say
from bot import texts

MONDAY = datetime(2026, 11, 2, 15, 0, tzinfo=UTC)
TUESDAY, WEDNESDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 4))
HOUR = timedelta(hours=1)
MENTOR, MENTEE, ABOVE_THE_MENTOR = "p00005", "p00001", "p00002"


class Court(Jury):
    """A jury on a Monday in November, for six people of whom two are a pair."""

    def __init__(self) -> None:
        people = population.invent(6, 1, language="en", today=date(2026, 9, 14))
        self.clock = MovableClock(MONDAY)
        super().__init__(Truth.of(people), self.clock)
        self.pair("active")

    def at(self, instant: datetime) -> "Court":
        self.clock.move_to(instant)
        return self

    def pair(self, state: str) -> None:
        self.wrote(Couple(PAIRING, "one", MENTOR, MENTEE, state))

    def reads(self, person_id: str, plain: str, *buttons: Json, key: str = "") -> None:
        self.saw(person_id, Seen(card={"buttons": list(buttons)}, plain=plain, key=key))

    def reads_of(self, person_id: str, instant: datetime) -> None:
        person = self.truth.people[person_id]
        self.reads(person_id, f"So: {texts.moment(person.language, instant, person.zone)}.")

    def presses(self, person_id: str, pressed: Json, plain: str = "") -> None:
        self.did(person_id, press(pressed), Seen(card={"buttons": [pressed]}, plain=plain))

    def queued(self, number: int, due_at: datetime, *, urgent: bool = False) -> str:
        key = f"pairing:one:{number}"
        self.wrote(Message(key, MENTOR, due_at, urgent=urgent))
        return key

    def verdict(self) -> dict[str, int]:
        self.close()
        return {kind: count for kind, count in self.figures().items() if count}


def button(action: str, label: str = "So be it", *, value: str = "", subject: str = "one") -> Json:
    return {"action": action, "subject": subject, "value": value, "label": label}


@pytest.fixture
def court() -> Court:
    return Court()


def test_seven_rules_are_watched_and_a_quiet_day_breaks_none(court: Court) -> None:
    assert len(KINDS) == 7
    assert court.figures() == dict.fromkeys(KINDS, 0)
    assert court.verdict() == {}


def test_a_violation_is_told_with_whom_and_when(court: Court) -> None:
    court.reads(MENTEE, "", button("plan.a", "Yes"), button("plan.b", "Yes"))

    (told,) = court.docket.told
    assert told["kind"] == "indistinct_choices"
    assert MENTEE in told["who"]
    assert told["at"] == MONDAY.isoformat()


def agreed_for(court: Court, starts_at: datetime) -> None:
    """The mentor picks a moment, and the product holds it for agreed."""
    court.presses(MENTOR, button("plan.times.pick", "Whenever"))
    court.wrote(Appointment("first", "one", "agreed", starts_at))


@pytest.mark.parametrize(
    ("told_at", "late"), [(TUESDAY, 0), (WEDNESDAY - HOUR, 1), (WEDNESDAY + HOUR, 1), (None, 1)]
)
def test_a_date_of_the_other_side_is_known_a_working_day_before(
    court: Court, told_at: datetime | None, late: int
) -> None:
    agreed_for(court, WEDNESDAY)
    if told_at is not None:
        court.at(told_at).reads_of(MENTEE, WEDNESDAY)
    court.at(FRIDAY)

    assert court.verdict().get("late_dates", 0) == late


def test_a_date_that_both_tapped_may_be_today(court: Court) -> None:
    agreed_for(court, MONDAY + 4 * HOUR)
    mentee = court.truth.people[MENTEE]
    moment = texts.moment(mentee.language, MONDAY + 4 * HOUR, mentee.zone)
    court.at(MONDAY + HOUR).presses(MENTEE, button("plan.agree.yes"), f"{moment}?")
    court.at(TUESDAY)

    assert court.verdict() == {}


def test_whoever_picks_one_moment_of_several_did_not_choose_the_others(court: Court) -> None:
    mentee = court.truth.people[MENTEE]
    offered = f"{texts.moment(mentee.language, MONDAY + 4 * HOUR, mentee.zone)}; or tomorrow"
    court.at(MONDAY + HOUR).presses(MENTEE, button("plan.times.pick", "Tomorrow"), offered)
    agreed_for(court.at(MONDAY + 2 * HOUR), MONDAY + 4 * HOUR)
    court.at(TUESDAY)

    assert court.verdict() == {"late_dates": 1}


def test_a_date_that_somebody_only_asked_to_change_was_not_chosen(court: Court) -> None:
    agreed_for(court, MONDAY + 4 * HOUR)
    mentee = court.truth.people[MENTEE]
    moment = texts.moment(mentee.language, MONDAY + 4 * HOUR, mentee.zone)
    court.at(MONDAY + HOUR).presses(MENTEE, button("plan.agree.other"), f"{moment}?")
    court.at(TUESDAY)

    assert court.verdict() == {"late_dates": 1}


def test_a_date_that_lapsed_or_was_called_off_is_no_late_one(court: Court) -> None:
    agreed_for(court, WEDNESDAY)
    court.at(TUESDAY).wrote(Appointment("first", "one", "cancelled", WEDNESDAY))
    court.at(FRIDAY)

    assert court.verdict() == {}


def test_a_meeting_told_of_afterwards_was_no_date(court: Court) -> None:
    court.wrote(Appointment("first", "one", "proposed", TUESDAY))
    court.at(WEDNESDAY).wrote(Appointment("first", "one", "agreed", TUESDAY))

    assert court.verdict() == {}


def test_a_moved_date_is_news_again(court: Court) -> None:
    agreed_for(court, WEDNESDAY)
    court.at(MONDAY + HOUR).reads_of(MENTEE, WEDNESDAY)
    court.at(TUESDAY).presses(MENTOR, button("moves.rebook.pick", "Whenever"))
    court.wrote(Appointment("first", "one", "agreed", WEDNESDAY + HOUR))
    court.at(FRIDAY)

    assert court.verdict() == {"late_dates": 1}


@pytest.mark.parametrize("kind", [DRAFT, LOCK, PAIRING])
def test_nobody_is_put_together_with_somebody_above(court: Court, kind: str) -> None:
    court.wrote(Couple(kind, "two", MENTOR, ABOVE_THE_MENTOR))

    assert court.verdict() == {"line_violations": 1}


def test_a_line_is_followed_to_the_top_and_not_across(court: Court) -> None:
    court.wrote(Couple(DRAFT, "two", MENTOR, "p00000"))
    court.wrote(Couple(DRAFT, "three", MENTOR, "p00001"))

    assert court.verdict() == {"line_violations": 1}


def test_a_second_record_of_somebody_is_still_that_person(court: Court) -> None:
    court.truth.addresses["new.name@example.org"] = MENTOR
    court.wrote(Somebody("another", "new.name@example.org"))
    court.wrote(Couple(DRAFT, "two", "another", ABOVE_THE_MENTOR))

    assert court.verdict() == {"line_violations": 2}


@pytest.mark.parametrize(("told_at", "untold"), [(TUESDAY, 0), (WEDNESDAY, 1), (None, 1)])
def test_an_ending_is_told_within_a_working_day(
    court: Court, told_at: datetime | None, untold: int
) -> None:
    court.presses(MENTOR, button("exits.leave.stop"))
    court.pair("ended")
    if told_at is not None:
        court.at(told_at).reads(MENTEE, "It has ended.", button("exits.ended.again"))
    court.at(FRIDAY)

    assert court.verdict().get("untold_endings", 0) == untold


def test_whoever_stopped_it_knows_before_the_other_and_is_not_told(court: Court) -> None:
    court.presses(MENTOR, button("exits.leave.stop"))
    court.at(TUESDAY).pair("ended")
    court.reads(MENTEE, "It has ended.", button("exits.ended.again"))
    court.at(FRIDAY)

    assert court.verdict() == {}


def test_a_planned_end_is_told_by_the_question_to_look_back(court: Court) -> None:
    for person_id in (MENTOR, MENTEE):
        court.reads(person_id, "Looking back", key=f"pairing:one:feedback:final:{person_id}")
    court.at(TUESDAY).pair("ended")
    court.at(FRIDAY)

    assert court.verdict() == {}


def test_a_card_about_something_else_tells_no_ending(court: Court) -> None:
    court.presses(MENTOR, button("exits.leave.stop"))
    court.pair("ended")
    court.at(TUESDAY).reads(MENTEE, "It has ended.", button("exits.ended.again", subject="two"))
    court.at(TUESDAY).reads(MENTEE, "How was it?", button("checkin.met.yes"))
    court.at(FRIDAY)

    assert court.verdict() == {"untold_endings": 1}


def test_a_leaver_is_told_of_even_if_the_product_ends_nothing(court: Court) -> None:
    court.left(MENTOR)
    court.at(FRIDAY)

    assert court.verdict() == {"untold_endings": 1}


def test_nobody_is_owed_a_word_who_left_as_well(court: Court) -> None:
    court.left(MENTOR)
    court.left(MENTEE)
    court.at(FRIDAY)

    assert court.verdict() == {}


@pytest.mark.parametrize("state", ["held", "missed"])
def test_a_meeting_to_come_is_not_past(court: Court, state: str) -> None:
    court.wrote(Appointment("first", "one", state, MONDAY + HOUR))
    court.wrote(Appointment("second", "one", state, MONDAY - HOUR))

    assert court.verdict() == {"future_held": 1}


def test_nobody_met_tomorrow(court: Court) -> None:
    court.wrote(Couple(PAIRING, "one", MENTOR, MENTEE, "active", met_on=TUESDAY.date()))

    assert court.verdict() == {"future_held": 1}


def tells(court: Court, *, subject: str, answer: str = "yes") -> None:
    court.presses(MENTEE, button(f"checkin.met.{answer}", subject=subject))


def alarm(court: Court, plain: str = "Nothing on record for three weeks") -> None:
    court.reads(MENTEE, plain, button("checkin.quiet.let_be"), key="pairing:one:quiet")


@pytest.mark.parametrize(("weeks", "false"), [(1, 1), (2, 1), (3, 0)])
def test_two_meetings_told_within_three_weeks_leave_no_room_for_an_alarm(
    court: Court, weeks: int, false: int
) -> None:
    tells(court, subject="a")
    court.at(MONDAY + timedelta(weeks=1))
    tells(court, subject="b")
    tells(court, subject="one")
    court.at(MONDAY + timedelta(weeks=weeks, hours=1))
    alarm(court)

    assert court.verdict().get("false_alarms", 0) == false


def test_an_answer_that_was_put_right_tells_no_meeting(court: Court) -> None:
    tells(court, subject="a")
    tells(court.at(TUESDAY), subject="b")
    tells(court, subject="b", answer="not_this_week")
    alarm(court)

    assert court.verdict() == {}


@pytest.mark.parametrize("plain", ["I already have your answer", "J’ai déjà votre réponse"])
def test_a_tap_that_was_not_taken_tells_no_meeting(court: Court, plain: str) -> None:
    tells(court, subject="a")
    tells(court.at(TUESDAY), subject="b")
    court.reads(MENTEE, plain, key="")
    alarm(court)

    assert court.verdict() == {}


def test_meetings_with_another_partner_leave_room_for_an_alarm(court: Court) -> None:
    court.wrote(Couple(PAIRING, "two", "p00002", MENTEE, "active"))
    for number, day in (("a", MONDAY), ("b", TUESDAY)):
        court.at(day)
        asked = button("checkin.met.yes", subject=number)
        court.reads(MENTEE, "Did you meet?", asked, key=f"pairing:two:checkin:{number}")
        tells(court, subject=number)
    alarm(court)

    assert court.verdict() == {}


def test_one_meeting_told_twice_is_one(court: Court) -> None:
    tells(court, subject="a")
    tells(court, subject="b")
    alarm(court)

    assert court.verdict() == {}


def test_where_the_two_tell_different_things_nobody_is_wrong(court: Court) -> None:
    asked = button("checkin.met.stuck", subject="c")
    court.reads(MENTOR, "Did you meet?", asked, key="pairing:one:checkin:c")
    tells(court, subject="a")
    tells(court.at(TUESDAY), subject="b")
    court.presses(MENTOR, asked)
    alarm(court)

    assert court.verdict() == {}


def test_a_word_about_dates_in_a_row_is_no_alarm(court: Court) -> None:
    tells(court, subject="a")
    tells(court.at(TUESDAY), subject="b")
    alarm(court, plain="Three dates of yours in a row came to nothing")

    assert court.verdict() == {}


def test_two_buttons_that_mean_one_thing_may_read_alike(court: Court) -> None:
    court.reads(MENTEE, "", button("plan.a", "Marie", value="1"), button("plan.a", "Marie"))
    court.reads(MENTEE, "", button("plan.a", "Marie"), button("plan.a", "Marie"))

    assert court.verdict() == {"indistinct_choices": 1}


def test_the_options_of_a_field_are_told_apart(court: Court) -> None:
    options = [{"label": "Nadia Roy", "value": value} for value in ("1", "2")]
    form = {"inputs": [{"name": "whom", "options": options}, {"name": "why"}]}
    court.saw(MENTEE, Seen(form=form))

    assert court.verdict() == {"indistinct_choices": 1}


def test_a_fourth_message_of_a_week_is_one_too_many(court: Court) -> None:
    for number in range(4):
        court.reads(MENTOR, "", key=court.queued(number, MONDAY))
    court.reads(MENTOR, "", key=court.queued(9, MONDAY, urgent=True))
    court.reads(MENTOR, "in answer")

    assert court.verdict() == {"overcounted_weeks": 1}


def next_monday(court: Court) -> datetime:
    person = court.truth.people[MENTOR]
    morning = {"America/Toronto": 13, "America/Vancouver": 16}[person.zone]
    return datetime(2026, 11, 9, morning, 30, tzinfo=UTC)


@pytest.mark.parametrize(("before", "needless"), [(3, 0), (2, 1)])
def test_a_message_waits_for_the_week_only_behind_three(
    court: Court, before: int, needless: int
) -> None:
    for number in range(before):
        court.reads(MENTOR, "", key=court.queued(number, MONDAY))
    court.queued(7, next_monday(court))

    assert court.verdict().get("overcounted_weeks", 0) == needless


def test_what_is_on_its_way_holds_a_place_until_it_is_withdrawn(court: Court) -> None:
    for number in range(3):
        court.queued(number, FRIDAY)
    court.queued(7, next_monday(court))
    assert court.figures()["overcounted_weeks"] == 0

    court.withdrew(MENTOR, "pairing:one:2")
    court.queued(8, next_monday(court))
    assert court.verdict() == {"overcounted_weeks": 1}


def test_what_is_due_the_next_morning_anyhow_does_not_wait(court: Court) -> None:
    court.at(FRIDAY)
    court.queued(7, next_monday(court))
    court.queued(8, next_monday(court) + HOUR)

    assert court.verdict() == {}


def test_a_line_typed_counts_as_the_button_it_names(court: Court) -> None:
    card = Seen(card={"buttons": [button("checkin.met.yes", "We met", subject="a")]})
    court.did(MENTEE, say("1"), card)
    tells(court.at(TUESDAY), subject="b")
    alarm(court)

    assert court.verdict() == {"false_alarms": 1}


def test_a_jury_that_is_shown_nothing_has_nothing_to_say() -> None:
    court: Any = Court()
    court.did(MENTEE, say("hello"), Seen())

    assert court.verdict() == {}
