"""Transcripts: when they met, what counts as held, and an answer put right."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.checkin import AskState, CheckIn, Met
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import HelpLabel, PairingState
from bot.messages.card import Button
from bot.messages.form import Choice, Form
from bot.ports import Work
from tests.transcripts.meeting.test_plan import agreed, buttons, labels, rows, text, with_pairing
from tests.transcripts.pair import Pair, a_pair, only_id
from tests.transcripts.proposed import Proposed
from tests.world import MONDAY, World

AGREED, HELD, CANCELLED = MeetingState.AGREED, MeetingState.HELD, MeetingState.CANCELLED
LANGUAGES = ("en", "fr")
STILL_THERE = ("Are you still with us?", "Êtes-vous toujours des nôtres?")
THURSDAY = datetime(2026, 10, 1, 15, tzinfo=UTC)
"""The day after the second meeting of a plan was to be."""


async def until(world: World, instant: datetime) -> None:
    await world.pass_time(seconds=(instant - world.clock.now()).total_seconds())


async def checked_in(language: str = "en") -> Proposed:
    """Both are asked on the Thursday after the second meeting, which Marc called off."""
    world = await agreed(language)
    await world.pass_time(days=9)
    await world.says("marc", "plan")
    await world.presses("marc", "cancel")
    await until(world, THURSDAY)
    return world


async def at_checkin(person: str = "marc") -> Proposed:
    """The second meeting was yesterday, and somebody is asked; nobody has spoken of any."""
    world = await agreed()
    await until(world, THURSDAY)
    await asks(world, person)
    return world


async def asks(world: World, person: str) -> None:
    """Somebody asks for their question; after silent weeks they are still there."""
    await world.says(person, "checkin")
    if any(words in text(world, person) for words in STILL_THERE):
        await world.presses(person, "yes")


async def of(world: World, person: str) -> CheckIn:
    """Return somebody's newest check-in."""

    def act(work: Work) -> CheckIn:
        pairing = work.pairings.of(person, *PairingState)[0]
        return work.checkins.last(pairing.id, person, 1)[0]

    found: CheckIn = await world.look(act)
    return found


async def kept(pair: Pair) -> list[Meeting]:
    found: list[Meeting] = await pair.look(lambda work: work.pairings.meetings(only_id(work)))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_was_called_off_stays_off_and_what_is_ahead_stays_ahead(language: str) -> None:
    world = await checked_in(language)
    today = {"en": "Yes, today", "fr": "Oui, aujourd’hui"}[language]
    another = {"en": "Yes, another day", "fr": "Oui, un autre jour"}[language]
    for person in ("marc", "nadia"):
        await world.says(person, "checkin")
        assert [today, another] == labels(world, person)[:2]
        await world.presses(person, today)

    found = {m.number: m for m in await rows(world)}
    assert found[2].state is CANCELLED
    assert (found[3].state, found[3].starts_at.day) == (AGREED, 14)
    assert (found[7].state, found[7].noted, len(found)) == (HELD, True, 7)
    assert all(m.state is not HELD or m.starts_at <= world.clock.now() for m in found.values())
    pairing = await with_pairing(world, lambda _, p: p)
    assert pairing.last_met_on == THURSDAY.date()
    await world.says("marc", "plan")
    await world.presses("marc", "change")
    assert len(labels(world, "marc")) == 5, "four dates, and a way back"


async def test_where_it_is_obvious_one_yes_is_enough() -> None:
    world = await at_checkin()
    assert labels(world, "marc")[0] == "Yes"
    await world.presses("marc", "yes")
    assert "How was it?" in text(world, "marc")
    second = (await rows(world))[1]
    assert (second.state, second.noted) == (HELD, False)
    assert (await of(world, "marc")).meeting_id == second.id


async def test_two_dates_of_late_are_told_apart() -> None:
    world = await agreed()
    earlier = THURSDAY - timedelta(days=8)
    await with_pairing(world, lambda work, p: work.pairings.meetings(p.id)[0].move(earlier))
    await until(world, THURSDAY)
    await asks(world, "nadia")
    assert labels(world, "nadia")[:4] == [
        "Yes, on Wednesday, September 23",
        "Yes, on Wednesday, September 30",
        "Yes, today",
        "Yes, another day",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_another_day_is_chosen_from_those_that_have_been(language: str) -> None:
    world = await checked_in(language)
    await world.says("marc", "oui" if language == "fr" else "yes")
    when = {"en": "When did you meet?", "fr": "Quand avez-vous pu vous voir?"}
    assert when[language] in text(world, "marc")
    days = [button.value for button in buttons(world, "marc")]
    assert days == [
        *("2026-10-01", "2026-09-30", "2026-09-29", "2026-09-28", "2026-09-25", "2026-09-24"),
        "",
    ]
    await world.presses("marc", "earlier")
    assert buttons(world, "marc")[0].value == "2026-09-23"
    await world.presses("marc", "2026-09-22")
    [noted] = [m for m in await rows(world) if m.noted]
    assert (noted.state, noted.starts_at.date()) == (HELD, date(2026, 9, 22))


async def test_a_day_that_cannot_be_is_refused() -> None:
    world = await checked_in()
    yes = world.button("marc", "yes")
    for value in ("2026-10-02", "2026-09-01", "yesterday"):
        await world.press_button("marc", Button("", yes.action, yes.subject, value))
        assert "nothing was changed" in text(world, "marc")
    assert not any(m.noted for m in await rows(world))


async def test_the_two_may_name_different_days_of_one_meeting() -> None:
    world = await checked_in()
    await world.presses("marc", "2026-10-01")
    await world.presses("nadia", "Yes, another day")
    await world.presses("nadia", "2026-09-29")
    [noted] = [m for m in await rows(world) if m.noted]
    assert noted.starts_at.date() == date(2026, 10, 1)
    assert {noted.mentor_said, noted.mentee_said} == {"yes"}


async def test_a_day_that_was_planned_means_what_was_planned() -> None:
    world = await agreed()
    await until(world, datetime(2026, 9, 24, 15, tzinfo=UTC))
    await asks(world, "marc")
    assert labels(world, "marc")[:3] == [
        "Yes, on Wednesday, September 16",
        "Yes, today",
        "Yes, another day",
    ]
    await world.presses("marc", "yes")
    first, *others = await rows(world)
    assert (first.state, len(others)) == (HELD, 5)


async def test_what_one_side_reads_does_not_depend_on_what_the_other_said() -> None:
    shown = []
    for answer in ("2026-10-01", "not_this_week", "planned"):
        world = await checked_in()
        await world.presses("nadia", answer)
        await world.says("marc", "checkin")
        shown.append(text(world, "marc"))
    assert len(set(shown)) == 1


async def test_who_met_every_week_reads_of_no_weeks_without_a_meeting() -> None:
    pair = await a_pair()
    for week in range(1, 7):
        await pair.asked(week)
        for person in ("marc", "nadia"):
            await pair.says(person, "checkin")
            await pair.presses(person, "yes")
    assert "You and Nadia" not in pair.lines("marc")
    assert [m.state for m in await kept(pair)] == [HELD] * 6
    assert (await pair.pairing()).warned_at is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_mistake_is_put_right_by_a_button_of_the_last_card(language: str) -> None:
    pair = await a_pair(language)
    await pair.asked()
    for label in ("yes", "5", "forward"):
        await pair.presses("marc", label)
    mistake = {"en": "That was a mistake", "fr": "C’était une erreur"}[language]
    await pair.presses("marc", mistake)
    assert (await pair.checkins("marc"))[0].met is Met.UNSAID
    assert await kept(pair) == [], "it goes at once, not with the next answer"
    await pair.presses("marc", "not_this_week")

    [checkin] = await pair.checkins("marc")
    assert (checkin.met, checkin.rating, checkin.state) == (
        *(Met.NOT_THIS_WEEK, None),
        AskState.ANSWERED,
    )
    assert await kept(pair) == []
    assert (await pair.pairing()).last_met_on is None
    assert (await pair.seat("marc")).good_weeks == 0


@pytest.mark.parametrize(("language", "command"), [("en", "checkin"), ("fr", "bilan")])
async def test_a_mistake_is_put_right_by_the_command_until_the_next_question(
    language: str, command: str
) -> None:
    pair = await a_pair(language)
    await pair.asked()
    await pair.presses("marc", "stuck")
    await pair.says("marc", command)
    about = {"en": "Correct my answer about Nadia", "fr": "Corriger ma réponse au sujet de Nadia"}
    again = pair.button("marc", about[language])
    await pair.press_button("marc", again)
    await pair.presses("marc", "yes")
    await pair.press_button("marc", again)
    how = {"en": "How was it?", "fr": "Comment c’était?"}
    assert how[language] in pair.text("marc"), "a second press goes on from there"
    assert (await pair.seat("marc")).stuck_weeks == 0

    await pair.asked(2)
    await pair.press_button("marc", again)
    closed = {"en": "This question is closed", "fr": "Cette question est fermée"}
    assert closed[language] in pair.text("marc")


async def test_a_mistake_leaves_what_the_other_side_said() -> None:
    world = await at_checkin("nadia")
    await world.presses("nadia", "yes")
    await asks(world, "marc")
    await world.presses("marc", "not_this_week")
    assert (await rows(world))[1].state is MeetingState.MISSED
    await world.presses("marc", "again")
    await world.presses("marc", "yes")
    assert (await rows(world))[1].state is HELD
    await world.says("nadia", "4")
    await world.says("nadia", "same")
    await world.presses("nadia", "again")
    await world.presses("nadia", "planned")
    second = (await rows(world))[1]
    assert (second.state, second.mentor_said, second.mentee_said) == (HELD, "", "yes")


async def test_after_a_longer_question_no_answer_is_put_right() -> None:
    pair = await a_pair()
    await quietly(pair, 6)
    again = pair.button("marc", "again")
    await pair.asked(7)
    await pair.press_button("marc", again)
    assert "This question is closed" in pair.text("marc")
    await pair.says("marc", "checkin")
    assert "My next question comes" in pair.text("marc")


async def test_a_streak_is_counted_anew_without_the_mistake() -> None:
    pair = await a_pair()
    for week, rating in ((1, "1"), (2, "2"), (3, "2")):
        await pair.asked(week)
        for label in ("yes", rating, "same"):
            await pair.presses("marc", label)
    assert (await pair.seat("marc")).low_ratings == 3
    await pair.says("marc", "checkin")
    for label in ("again", "yes", "5", "forward"):
        await pair.presses("marc", label)
    seat = await pair.seat("marc")
    assert (seat.low_ratings, seat.good_weeks) == (0, 1)


async def test_what_got_another_date_since_is_not_touched_by_a_mistake() -> None:
    world = await at_checkin()
    await world.presses("marc", "not_this_week")
    checkin = await of(world, "marc")
    ahead = (await rows(world))[2]

    def elsewhere(work: Work) -> None:
        found = work.get(CheckIn, checkin.id)
        assert found is not None
        found.meeting_id = ahead.id

    await world.look(elsewhere)
    await world.presses("marc", "again")
    await world.presses("marc", "planned")
    assert (await rows(world))[2].state is AGREED


@pytest.mark.parametrize("language", LANGUAGES)
async def test_weeks_without_a_meeting_end_with_a_day_that_was(language: str) -> None:
    pair = await a_pair(language)
    await quietly(pair, 4)
    title = {"en": "You and Nadia", "fr": "Nadia et vous"}[language]
    pair.shown["marc"] = next(card for card in pair.inbox("marc") if card.title == title)
    another = {"en": "Yes, another day", "fr": "Oui, un autre jour"}[language]
    await pair.presses("marc", another)
    await pair.presses("marc", "earlier")
    day = buttons(pair, "marc")[1]
    await pair.press_button("marc", day)
    pairing = await pair.pairing()
    assert (pairing.warned_at, str(pairing.last_met_on)) == (None, day.value)


async def quietly(pair: Pair, weeks: int) -> None:
    """Both say every week that a meeting is planned, and none is."""
    for week in range(1, weeks + 1):
        await pair.asked(week)
        await pair.plan("marc", "nadia")


async def cancel_in_a_row(world: Proposed, times: int) -> None:
    for _ in range(times):
        await world.says("marc", "plan")
        await world.presses("marc", "cancel")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_the_third_in_a_row_both_are_told_before_coordinators(language: str) -> None:
    world = await agreed(language)
    await cancel_in_a_row(world, 3)
    third = {"en": "number 3 in a row", "fr": "C’est la 3e de suite"}[language]
    assert third in text(world, "marc")
    assert (await with_pairing(world, lambda _, p: p)).help_label is HelpLabel.NONE

    arrived = await world.pass_time(days=4)
    said = {"en": "3 dates of yours in a row", "fr": "3 dates de suite n’ont pas tenu"}[language]
    told = [who for who, card in arrived if said in str(card)]
    assert sorted(told) == ["marc", "nadia"]
    await world.pass_time(days=8)
    pairing = await with_pairing(world, lambda _, p: p)
    assert pairing.help_label is HelpLabel.NO_MEETING


async def test_two_in_a_row_are_nobody_elses_business() -> None:
    world = await agreed()
    await cancel_in_a_row(world, 2)
    await world.pass_time(days=5)
    assert (await with_pairing(world, lambda _, p: p)).warned_at is None


async def test_a_meeting_whose_time_came_in_between_ends_a_row() -> None:
    world = await agreed()
    await world.pass_time(days=3)
    await cancel_in_a_row(world, 1)
    for week in range(4):  # that of September 30 is off, that of October 14 is not
        await until(world, THURSDAY + timedelta(weeks=week - 1))
        for person in ("marc", "nadia"):
            await asks(world, person)
            if "planned" in {b.action.rpartition(".")[2] for b in buttons(world, person)}:
                await world.presses(person, "planned")
    await cancel_in_a_row(world, 1)
    assert "in a row" not in text(world, "marc")
    assert (await with_pairing(world, lambda _, p: p)).cancellations == 1


async def test_who_did_not_call_it_off_reads_of_no_row() -> None:
    world = await agreed()
    await cancel_in_a_row(world, 2)
    await world.pass_time(minutes=20)
    await world.says("nadia", "plan")
    await world.presses("nadia", "rebook")
    assert "in a row" not in text(world, "nadia")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_mid_point_asks_whether_they_met_too(language: str) -> None:
    pair = await a_pair(language)
    await quietly(pair, 6)
    await pair.pass_until(MONDAY + timedelta(weeks=6, days=1))
    await pair.says("marc", {"en": "feedback", "fr": "rétroaction"}[language])
    await pair.presses("marc", "start")
    form = pair.shown["marc"]
    assert isinstance(form, Form)
    met = form.inputs[0]
    assert isinstance(met, Choice)
    assert (
        met.label
        == {
            "en": "Did you meet since last time?",
            "fr": "Avez-vous pu vous voir depuis la dernière fois?",
        }[language]
    )
    assert len({option.label for option in met.options}) == len(met.options) > 10
    answers = {"progress": "3", "expectations": "4", "voice": "4", "partner": "keep"}
    await pair.submits("marc", **answers, met="2026-10-22")
    assert [(m.state, m.starts_at.date()) for m in await kept(pair)] == [(HELD, date(2026, 10, 22))]
    assert (await pair.pairing()).last_met_on == date(2026, 10, 22)

    await pair.says("nadia", {"en": "feedback", "fr": "rétroaction"}[language])
    await pair.presses("nadia", "start")
    await pair.submits("nadia", **answers, met="no")
    assert [m.state for m in await kept(pair)] == [MeetingState.MISSED]


async def test_my_data_tells_nobody_what_the_other_side_said() -> None:
    world = await at_checkin("nadia")
    await world.presses("nadia", "not_this_week")
    await world.says("marc", "my-data")
    for word in ("mentor_said", "mentee_said", "off_by", "denied"):
        assert word not in text(world, "marc")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_yes_to_a_meeting_before_it_leaves_a_request_for_help(language: str) -> None:
    world = await agreed(language)
    await until(world, THURSDAY)
    await world.says("nadia", {"en": "help me", "fr": "coup de main"}[language])
    for answer in ("hand", "pass_on", "send"):
        await world.presses("nadia", answer)

    await asks(world, "marc")
    await world.presses("marc", "yes")

    pairing = await with_pairing(world, lambda _, p: p)
    assert pairing.last_met_on is not None
    assert pairing.help_label is HelpLabel.ASKED
