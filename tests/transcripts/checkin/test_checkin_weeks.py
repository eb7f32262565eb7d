"""Check-ins over weeks on a moved clock: reminders, silence, rest, holidays, late wake-ups."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.checkin import AskState
from bot.domain.pairing import HelpLabel, PairingState, Stage
from bot.domain.people import Account
from bot.domain.programme import Enrolment, EnrolmentState
from bot.flows.checkin import due
from bot.messages.card import Card
from tests.transcripts.pair import Pair, a_pair
from tests.world import MONDAY

MONTREAL = ZoneInfo("America/Toronto")


@pytest.fixture
async def a_new_pair() -> AsyncIterator[Callable[..., Any]]:
    pairs: list[Pair] = []

    async def make(language: str = "en", **marc: Any) -> Pair:
        pair = await a_pair(language, **marc)
        pairs.append(pair)
        return pair

    yield make
    for pair in pairs:
        pair.store.close()


def sent(pair: Pair, person: str) -> list[tuple[datetime, str]]:
    """When each proactive message arrived, in Montréal's time, and its first words."""
    return [
        (message.at.astimezone(MONTREAL), line)
        for message, line in zip(
            [m for m in pair.platform.messages("tenant", person) if m.card and m.key],
            pair.lines(person),
            strict=True,
        )
    ]


async def test_a_question_comes_on_thursday_morning_with_two_reminders_at_most(a_new_pair):
    pair = await a_new_pair()

    await pair.pass_until(MONDAY + timedelta(days=9))

    days = [(at.strftime("%a %d %H"), line[:24]) for at, line in sent(pair, "marc")]
    assert days == [
        ("Thu 17 10", "Your weekly check-in"),
        ("Fri 18 10", "When you have a second: "),
        ("Tue 22 10", "My last reminder about t"),
    ]
    (checkin,) = await pair.checkins("marc")
    assert (checkin.week, checkin.reminders, checkin.due_at) == ("2026-W38", 2, None)


async def test_a_reminder_is_one_line_with_the_same_answers(a_new_pair):
    pair = await a_new_pair("fr")

    await pair.pass_until(MONDAY + timedelta(days=5))

    first, nudge = pair.inbox("marc")
    assert [b.action for b in nudge.buttons] == [b.action for b in first.buttons]
    assert (nudge.title, nudge.next, len(nudge.body)) == ("", "", 1)
    assert pair.text("marc").startswith("Quand vous aurez une seconde\u00a0: Nadia et vous")


async def test_an_answer_ends_the_reminders(a_new_pair):
    pair = await a_new_pair()
    await pair.asked()
    await pair.presses("marc", "planned")

    await pair.pass_until(MONDAY + timedelta(days=9))

    assert pair.lines("marc") == ["Your weekly check-in"]


async def test_a_reminder_asks_what_is_still_open(a_new_pair):
    pair = await a_new_pair()
    await pair.asked()
    await pair.presses("marc", "yes")

    await pair.pass_until(MONDAY + timedelta(days=9))

    assert pair.lines("marc")[1:] == [
        "When you have a second: how was it?",
        "My last reminder about this one: how was it?",
    ]


async def test_silence_is_asked_about_once_then_the_pairing_rests(a_new_pair):
    pair = await a_new_pair()
    await pair.asked(3)
    assert pair.text("marc") == (
        "You and Nadia\n"
        "I have not heard from you for two weeks, and that is fine. Are you still with us?\n"
        "[1] Yes\n[2] Pause until…\n[3] Stop\n"
        "If I hear nothing by my next question, I let your pairing rest. "
        "One tap brings it back."
    )
    card = pair.shown["marc"]
    assert isinstance(card, Card)
    assert [button.value for button in card.buttons] == ["", "pause", "leave"]
    before = len(pair.inbox("marc"))
    nadia = len(pair.inbox("nadia"))

    await pair.asked(4)

    assert pair.lines("marc")[before:] == ["You are on a break"]
    assert (await pair.pairing()).state is PairingState.PAUSED
    assert all("Marc did" not in line for line in pair.lines("nadia")[nadia:])
    assert all(c.state is AskState.LAPSED for c in await pair.checkins("marc"))


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_yes_after_two_silent_weeks_goes_on_with_the_question(a_new_pair, language):
    pair = await a_new_pair(language)
    await pair.asked(3)

    await pair.presses("marc", "yes")

    question = {"en": "Did you and Nadia meet", "fr": "Nadia et vous, avez-vous pu vous voir"}[
        language
    ]
    assert question in pair.text("marc")
    assert (await pair.seat("marc")).silent_weeks == 0
    await pair.presses("marc", "yes")
    await pair.presses("marc", "4")
    await pair.presses("marc", "same")
    assert (await pair.questions("marc"))[-1].taps == 4


async def test_still_with_us_is_not_repeated(a_new_pair):
    pair = await a_new_pair()
    for week in (1, 2, 3):
        await pair.asked(week)
        await pair.presses("nadia", "planned")
    before = len(pair.inbox("marc"))

    await pair.pass_time(days=6)

    assert len(pair.inbox("marc")) == before


async def test_a_word_in_between_starts_the_count_of_silence_again(a_new_pair):
    pair = await a_new_pair()
    await pair.asked(2)
    await pair.presses("marc", "planned")
    await pair.asked(3)

    assert (await pair.seat("marc")).silent_weeks == 0
    assert pair.shown["marc"].title == "Your weekly check-in"


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_whoever_writes_otherwise_is_not_called_silent(a_new_pair, language):
    pair = await a_new_pair(language)
    for week in (1, 2):
        await pair.asked(week)
        await pair.presses("nadia", "planned")
        await pair.says("marc", "plan")

    await pair.asked(3)

    assert (
        pair.shown["marc"].title
        == {
            "en": "Your weekly check-in",
            "fr": "Votre bilan de la semaine",
        }[language]
    )
    assert (await pair.pairing()).state is PairingState.ACTIVE
    assert (await pair.seat("marc")).silent_weeks == 0


async def test_what_was_written_before_a_question_does_not_answer_for_it(a_new_pair):
    pair = await a_new_pair()
    await pair.says("marc", "plan")
    await pair.asked(2)

    assert (await pair.seat("marc")).silent_weeks == 1


async def test_down_time_of_more_than_a_day_and_a_half_skips_the_prompt_only(a_new_pair):
    pair = await a_new_pair()
    pair.clock.move_to(datetime(2026, 9, 19, 14, tzinfo=UTC))

    await pair.run_due()

    assert pair.lines("marc") == []
    assert await pair.checkins("marc") == []
    due_at = (await pair.seat("marc")).next_due_at
    assert due_at is not None
    assert due_at.date() == date(2026, 9, 24)


async def test_down_time_of_a_day_still_asks(a_new_pair):
    pair = await a_new_pair()
    pair.clock.move_to(datetime(2026, 9, 18, 15, tzinfo=UTC))

    await pair.run_due()

    assert pair.lines("marc") == ["Your weekly check-in"]


async def left_be(pair: Pair) -> None:
    """They want no word about weeks without a meeting, which would take a question's place."""
    await pair.change(lambda work, pairing: setattr(pairing, "left_be", True))


async def test_long_down_time_asks_once_not_once_a_week(a_new_pair):
    pair = await a_new_pair()
    await left_be(pair)
    pair.clock.move_to(datetime(2026, 10, 3, 15, tzinfo=UTC))
    await pair.run_due()
    await pair.pass_until(datetime(2026, 10, 8, 18, tzinfo=UTC))

    assert pair.lines("marc").count("Your weekly check-in") == 1


async def test_a_late_reminder_is_skipped_and_the_last_stays_the_last(a_new_pair):
    pair = await a_new_pair()
    await pair.asked()
    pair.clock.move_to(datetime(2026, 9, 21, 14, tzinfo=UTC))
    await pair.run_due()
    assert pair.lines("marc") == ["Your weekly check-in"]

    await pair.pass_until(datetime(2026, 9, 23, 14, tzinfo=UTC))

    assert len(pair.lines("marc")) == 2
    pair.clock.move_to(datetime(2026, 9, 23, 15, tzinfo=UTC))
    assert (await pair.checkins("marc"))[0].due_at is None


async def test_a_holiday_has_no_question(a_new_pair):
    pair = await a_new_pair()
    await pair.change(lambda work, pairing: setattr(pairing, "due_at", None))
    await left_be(pair)
    pair.clock.move_to(datetime(2027, 6, 14, 14, tzinfo=UTC))
    await pair.run_due()

    await pair.pass_until(datetime(2027, 6, 30, tzinfo=UTC))

    weeks = [checkin.week for checkin in await pair.checkins("marc")]
    assert weeks == ["2027-W24"]  # the Thursday after is June 24, a holiday in Québec


async def test_each_is_asked_at_their_own_ten_o_clock(a_new_pair):
    pair = await a_new_pair("en", zone="Europe/Paris", country="FR", subdivision=None)

    await pair.asked(2)

    marc, nadia = (await pair.checkins("marc"))[0], (await pair.checkins("nadia"))[0]
    assert marc.asked_at.astimezone(ZoneInfo("Europe/Paris")).hour == 10
    assert nadia.asked_at.astimezone(MONTREAL).hour == 10


async def test_who_is_away_or_cannot_be_reached_is_not_asked(a_new_pair):
    pair = await a_new_pair()

    def change(work: Any, pairing: Any) -> None:
        work.get(Enrolment, "enrolment-marc").state = EnrolmentState.PAUSED
        work.get(Account, "acc-nadia").reachable = False

    await pair.change(change)
    await pair.asked(2)

    assert await pair.checkins("marc") == await pair.checkins("nadia") == []
    seat = await pair.seat("marc")
    assert (seat.silent_weeks, seat.next_due_at is None) == (0, False)


async def test_nothing_is_asked_of_a_pairing_that_is_not_active(a_new_pair):
    pair = await a_new_pair()
    await pair.change(lambda work, pairing: pairing.rest())

    await pair.asked()

    assert pair.lines("marc") == []
    assert (await pair.seat("marc")).next_due_at is None


async def they_plan(pair: Pair, *weeks: int) -> None:
    """Both say every week that a meeting is planned; none is ever recorded."""
    for week in weeks:
        await pair.asked(week)
        await pair.plan("marc", "nadia")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_three_weeks_without_a_meeting_are_told_to_both_first(a_new_pair, language):
    pair = await a_new_pair(language)
    title = {"en": "You and Nadia", "fr": "Nadia et vous"}[language]
    other = {"en": "You and Marc", "fr": "Marc et vous"}[language]

    await they_plan(pair, 1, 2, 3, 4)

    assert pair.lines("marc").count(title) == pair.lines("nadia").count(other) == 1
    assert (await pair.pairing()).help_label is HelpLabel.NONE
    quiet = next(card for card in pair.inbox("marc") if card.title == title)
    day = {"en": "Thursday, October 15", "fr": "jeudi 15 octobre"}[language]
    assert day in quiet.next

    await pair.asked(5)
    assert (await pair.pairing()).help_label is HelpLabel.NO_MEETING
    assert pair.lines("marc").count(title) == 1


async def test_leave_us_be_keeps_it_between_the_two(a_new_pair):
    pair = await a_new_pair()
    await they_plan(pair, 1, 2, 3, 4)
    quiet = next(card for card in pair.inbox("marc") if card.title == "You and Nadia")

    pair.shown["marc"] = quiet
    await pair.presses("marc", "let_be")
    assert "Nobody hears of it" in pair.text("marc")
    await they_plan(pair, 5, 6)
    assert (await pair.pairing()).help_label is HelpLabel.NONE
    assert pair.lines("marc").count("You and Nadia") == 1

    pair.shown["marc"] = quiet
    await pair.presses("marc", "let_be")
    assert "I already have your answer" in pair.text("marc")


async def test_we_did_meet_clears_the_worry(a_new_pair):
    pair = await a_new_pair()
    await they_plan(pair, 1, 2, 3, 4)
    pair.shown["marc"] = next(c for c in pair.inbox("marc") if c.title == "You and Nadia")

    await pair.presses("marc", "met")

    assert "noted that you two met" in pair.text("marc")
    pairing = await pair.pairing()
    assert (pairing.warned_at, pairing.last_met_on) == (None, pair.clock.now().date())


async def test_a_feedback_takes_the_place_of_that_weeks_check_in(a_new_pair):
    pair = await a_new_pair()
    await they_plan(pair, *range(1, 7))
    await pair.asked(7)

    weeks = [checkin.week for checkin in await pair.checkins("marc")]
    # In week 41 the word about three weeks without a meeting asks the same.
    assert weeks == [f"2026-W{number}" for number in (38, 39, 40, 42, 43)]
    assert "Half-way" in pair.lines("marc")


async def test_a_feedback_later_in_the_week_holds_the_check_in_back(a_new_pair):
    pair = await a_new_pair()
    friday = datetime(2026, 9, 18, 14, tzinfo=UTC)
    await pair.change(lambda work, pairing: setattr(pairing, "due_at", friday))

    await pair.pass_until(datetime(2026, 9, 18, 20, tzinfo=UTC))

    assert pair.lines("marc") == ["Half-way"]


async def test_no_check_in_comes_after_the_last_look_back(a_new_pair):
    pair = await a_new_pair()
    await pair.change(lambda work, pairing: setattr(pairing, "stage", Stage.DONE))

    def ask(work: Any, pairing: Any) -> None:
        due.ask(work, pair.clock.now(), work.pairings.seat(pairing.id, "marc"))

    await pair.change(ask)

    assert (await pair.seat("marc")).next_due_at is None


async def test_a_reminder_still_waiting_is_taken_back_by_the_answer(a_new_pair):
    pair = await a_new_pair()
    await pair.asked()
    pair.clock.move_to(datetime(2026, 9, 18, 23, tzinfo=UTC))
    await pair.run_due()  # the service slept on Friday; its reminder waits for Monday morning
    await pair.presses("marc", "planned")

    await pair.pass_until(datetime(2026, 9, 23, tzinfo=UTC))

    assert pair.lines("marc") == ["Your weekly check-in"]
