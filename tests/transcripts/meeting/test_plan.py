"""Transcripts: one pick sets all dates, and a meeting called off finds a new one in a tap."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from bot import calendar
from bot.calendar.people import working_time
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import Pairing, PairingState
from bot.domain.people import Person
from bot.flows.meeting.plan import choosing
from bot.messages.card import Button, Card
from bot.messages.plain import plain
from bot.ports import Work
from bot.services import ledger, pauses
from tests.transcripts.proposed import Proposed, a_proposal
from tests.world import World


async def announced(language: str = "en", **more: Any) -> Proposed:
    """Both said yes; the mentor just read the announcement with three moments."""
    world = await a_proposal(language, **more)
    await world.presses("marc", "accept")
    await world.presses("nadia", "accept")
    await world.run_due()
    return world


async def agreed(language: str = "en", **more: Any) -> Proposed:
    """The mentor picked Wednesday at ten, and the mentee said yes."""
    world = await announced(language, **more)
    await world.says("nadia", "2")
    await world.run_due()
    await world.presses("marc", "yes")
    await world.run_due()
    return world


async def rows(world: Proposed) -> list[Meeting]:
    found: list[Meeting] = await with_pairing(world, lambda work, p: work.pairings.meetings(p.id))
    return found


async def with_pairing(world: Proposed, act: Callable[[Work, Pairing], Any]) -> Any:
    return await world.look(lambda work: act(work, work.pairings.of("marc", *PairingState)[0]))


async def met(world: Proposed, who: str, on: date) -> None:
    """One side says that they met on a day."""
    now = world.clock.now()

    def act(work: Work, pairing: Pairing) -> None:
        person = work.people.by_id([who])[who]
        ledger.we_met(work, now, pairing, person=person, on=on)

    await with_pairing(world, act)


async def did_not_meet(world: Proposed, who: str) -> None:
    """One side says that they did not meet this week."""
    now = world.clock.now()

    def act(work: Work, pairing: Pairing) -> None:
        ledger.we_did_not(work, now, pairing, person=work.people.by_id([who])[who])

    await with_pairing(world, act)


def buttons(world: World, person: str) -> tuple[Button, ...]:
    card = world.shown[person]
    assert isinstance(card, Card)
    return card.buttons


def labels(world: World, person: str) -> list[str]:
    return [spaced(button.label) for button in buttons(world, person)]


def text(world: World, person: str) -> str:
    return spaced(world.text(person))


def spaced(said: str) -> str:
    """Narrow no-break spaces, as in "10:00 a.m.", read as spaces."""
    return said.replace("\u202f", " ")


async def test_the_mentor_is_offered_three_moments_and_three_more() -> None:
    world = await announced()
    first = labels(world, "nadia")[:3]
    assert first[0] == "Tuesday, September 15 at 10:00 a.m."
    await world.presses("nadia", "Other times")
    assert not set(first) & set(labels(world, "nadia")[:3])
    await world.presses("nadia", "Other times")
    assert labels(world, "nadia")[:3] == first


async def test_one_pick_proposes_all_six_dates_to_the_mentee() -> None:
    world = await announced()
    await world.says("nadia", "Wednesday, September 16 at 10:00 a.m.")
    assert "Wednesday, September 16 at 10:00 a.m.: Marc is asked during" in text(world, "nadia")
    [(who, card)] = await world.run_due()
    assert who == "marc"
    assert "Wednesday, November 25 at 10:00 a.m." in spaced(plain(card))
    assert [m.state for m in await rows(world)] == [MeetingState.PROPOSED] * 6


async def test_the_mentees_yes_sets_them_and_tells_the_mentor() -> None:
    world = await announced()
    await world.says("nadia", "2")
    await world.run_due()
    await world.says("marc", "oui")
    assert "Wednesday, September 16 at 10:00 a.m. – agreed" in text(world, "marc")
    [(who, card)] = await world.run_due()
    assert who == "nadia"
    assert "The dates with Marc are set:" in spaced(plain(card))
    assert {m.state for m in await rows(world)} == {MeetingState.AGREED}
    assert all(m.due_at is not None and m.due_at < m.starts_at for m in await rows(world))


async def test_dates_agreed_are_not_set_again_by_an_old_button() -> None:
    world = await announced()
    old = world.button("nadia", "pick")
    await world.says("nadia", "2")
    await world.run_due()
    await world.presses("marc", "yes")
    await world.press_button("nadia", old)
    assert "agreed already" in text(world, "nadia")


async def test_a_moment_that_is_gone_is_refused_and_others_are_named() -> None:
    world = await announced()
    old = world.button("nadia", "pick")
    await world.pass_time(days=1)
    await world.press_button("nadia", old)
    assert "no longer free for both" in text(world, "nadia")
    assert await rows(world) == []


async def test_no_date_falls_on_a_holiday_or_outside_the_hours_of_either() -> None:
    world = await announced(marc={"zone": "Europe/Paris", "country": "FR", "subdivision": None})
    await world.says("nadia", "1")
    for row in await rows(world):
        for person in (
            await world.look(lambda work: work.people.by_id(["nadia", "marc"]))
        ).values():
            assert calendar.is_open(row.starts_at, working_time(person))


async def test_without_common_slots_the_card_says_so() -> None:
    world = await a_proposal("fr", slots=("0-am",))

    def change(work: Work) -> None:
        enrolment = work.enrolments.part("cycle", "marc")
        assert enrolment is not None
        enrolment.slots = ("4-pm",)

    await world.look(change)
    await world.presses("marc", "accept")
    await world.presses("nadia", "accept")
    assert "ne se croisent pas" in text(world, "nadia")


async def test_the_day_before_each_side_gets_a_tip_of_its_own() -> None:
    world = await agreed()
    await world.pass_time(days=14)
    arrived = await world.pass_time(days=2)
    tips = {who: spaced(plain(card)) for who, card in arrived if card.title == "Your next meeting"}
    assert "Start with “show me”" in tips["marc"]
    assert "openness" in tips["marc"]
    assert tips.keys() == {"marc", "nadia"}
    assert "You meet Marc on Wednesday, September 30" in tips["nadia"]


async def test_the_executive_cancels_and_has_a_new_date_in_one_tap() -> None:
    world = await agreed()
    await world.says("marc", "plan")
    await world.presses("marc", "cancel")
    assert "You propose the new time" in text(world, "marc")
    assert (await with_pairing(world, lambda _, p: p)).cancellations == 1
    await world.says("marc", "Thursday, September 17 at 10:00 a.m.")
    assert "Nadia is asked during working hours: Thursday, September 17" in text(world, "marc")
    await world.run_due()
    await world.presses("nadia", "It works")
    first = (await rows(world))[0]
    assert (first.state, first.rebooked) == (MeetingState.AGREED, True)
    [(who, card)] = await world.run_due()
    assert (who, card.title) == ("marc", "The date is set")


async def test_the_partner_reads_one_neutral_line_and_no_blame() -> None:
    told = {}
    for person, partner in (("marc", "nadia"), ("nadia", "marc")):
        world = await agreed("fr")
        await world.pass_time(days=7)
        await world.says(person, "plan")
        await world.presses(person, "cancel")
        await world.says(person, "1")
        await world.pass_time(days=8)
        told[partner] = [c for c in world.inbox(partner) if c.title == "Un autre moment?"]
        assert not [c for c in world.inbox(partner) if "annulée" in c.title]
    assert [len(cards) for cards in told.values()] == [1, 1]
    nadia, marc = (plain(cards[0]) for cards in told.values())
    assert nadia.replace("Marc", "X") == marc.replace("Nadia", "X"), "same words for both sides"


async def test_cancelled_without_a_new_date_the_partner_hears_it_after_a_while() -> None:
    world = await agreed()
    await world.pass_time(days=7)
    await world.says("marc", "plan")
    await world.presses("marc", "cancel")
    arrived = await world.pass_time(minutes=20)
    assert [(who, card.title) for who, card in arrived] == [("nadia", "A meeting is off")]
    assert "Marc" in plain(arrived[0][1])
    await world.says("nadia", "plan")
    assert "Wednesday, September 30 at 10:00 a.m. – a new date will follow" in text(world, "nadia")
    await world.presses("nadia", "rebook")
    await world.says("nadia", "1")
    assert "Marc is asked during working hours" in text(world, "nadia")


async def test_a_second_cancellation_in_a_row_offers_twenty_minutes() -> None:
    world = await agreed()
    for _ in range(2):
        await world.says("marc", "plan")
        await world.presses("marc", "cancel")
        if (await with_pairing(world, lambda _, p: p)).cancellations < 2:
            await world.says("marc", "1")
    assert "the second in a row" in text(world, "marc")
    assert "If you must cancel, you propose the new time." in text(world, "marc")
    await world.presses("marc", "Make it 20 minutes")
    assert "Make it 20 minutes" not in labels(world, "marc")
    await world.says("marc", "1")
    assert "for 20 minutes" in text(world, "marc")
    assert [m.minutes for m in (await rows(world))[:2]] == [60, 20]


async def test_a_mentors_cancellation_is_not_held_against_anybody() -> None:
    world = await agreed()
    await world.says("nadia", "plan")
    await world.presses("nadia", "cancel")
    assert "You propose the new time" in text(world, "nadia")
    assert (await with_pairing(world, lambda _, p: p)).cancellations == 0


async def test_changing_ones_mind_leaves_everything_as_it_was() -> None:
    world = await agreed()
    before = (await rows(world))[0].starts_at
    await world.says("marc", "plan")
    await world.presses("marc", "cancel")
    await world.presses("marc", "keep")
    first = (await rows(world))[0]
    assert (first.starts_at, first.state) == (before, MeetingState.AGREED)
    assert (await with_pairing(world, lambda _, p: p)).cancellations == 0
    assert await world.pass_time(minutes=30) == []


async def test_nobody_else_can_move_a_meeting() -> None:
    world = await agreed()
    await world.says("marc", "plan")
    await world.press_button("claire", world.button("marc", "cancel"))
    assert "put to somebody else" in text(world, "claire")


async def test_what_both_say_decides_whether_a_meeting_was_held() -> None:
    world = await agreed()
    await world.pass_time(days=3)
    await met(world, "marc", date(2026, 9, 16))
    assert (await rows(world))[0].state is MeetingState.HELD
    pairing = await with_pairing(world, lambda _, p: p)
    assert str(pairing.last_met_on) == "2026-09-16"
    await did_not_meet(world, "nadia")
    assert (await rows(world))[0].state is MeetingState.MISSED
    assert (await with_pairing(world, lambda _, p: p)).last_met_on is None


async def test_a_meeting_without_any_plan_counts() -> None:
    world = await announced()
    await met(world, "marc", world.clock.now().date())
    assert [(m.number, m.state) for m in await rows(world)] == [(1, MeetingState.HELD)]
    await world.says("nadia", "2")
    assert [m.number for m in await rows(world)] == [1, 2, 3, 4, 5, 6]


async def test_new_dates_leave_the_meeting_of_yesterday_to_be_spoken_of() -> None:
    world = await agreed()
    first, *ahead = await rows(world)
    await with_pairing(
        world, lambda work, p: [*map(Meeting.cancel, work.pairings.meetings(p.id)[1:])]
    )
    await world.pass_time(days=3)
    choose = await with_pairing(world, lambda _, p: choosing(p, "Choose a moment"))
    await world.press_button("nadia", choose)
    await world.says("nadia", "1")
    planned = await rows(world)
    assert (planned[0].starts_at, planned[0].state) == (first.starts_at, MeetingState.AGREED)
    assert [m.state for m in planned[1:]] == [MeetingState.PROPOSED] * len(ahead)
    await met(world, "nadia", date(2026, 9, 16))
    states = [m.state for m in await rows(world)]
    assert states == [MeetingState.HELD] + [MeetingState.PROPOSED] * len(ahead)


async def test_a_meeting_that_took_place_cannot_be_called_off() -> None:
    world = await agreed()
    await world.says("nadia", "plan")
    cancel = world.button("nadia", "cancel")
    await world.pass_time(days=3)
    await met(world, "nadia", date(2026, 9, 16))
    await world.press_button("nadia", cancel)
    assert "nothing was changed" in text(world, "nadia")
    assert (await rows(world))[0].state is MeetingState.HELD


async def test_a_week_of_silence_makes_a_meeting_missed() -> None:
    world = await agreed()
    await world.pass_time(days=10)
    assert (await rows(world))[0].state is MeetingState.MISSED


async def test_after_a_break_dates_ahead_count_and_those_within_it_are_off() -> None:
    world = await agreed()
    await world.pass_time(days=8)
    await world.look(
        lambda work: pauses.pause(work, world.clock.now(), person=_marc(work), until=None)
    )
    await world.pass_time(days=14)
    await world.says("marc", "resume")
    first, second, third, *_ = await rows(world)
    assert second.state is MeetingState.CANCELLED
    assert (third.state, first.due_at) == (MeetingState.AGREED, None)
    assert third.due_at == datetime(2026, 10, 13, 12, 30, tzinfo=UTC)


def _marc(work: Work) -> Person:
    return work.people.by_id(["marc"])["marc"]


async def test_without_a_partner_there_is_no_plan() -> None:
    world = await a_proposal("fr")
    await world.says("nadia", "échéancier")
    assert "pas encore de dates" in text(world, "nadia")
