"""Dates that were agreed already, times that do not suit, and every tip there is."""

from datetime import UTC, datetime, timedelta

from bot.domain.checkin import AskState, CheckIn, Met
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import Pairing, PairingState
from bot.domain.people import Account, Person, Role
from bot.domain.programme import Enrolment
from bot.flows.meeting.tips import TIPS, VALUES
from bot.ports import Work
from tests.gallery.scene import Chapter
from tests.gallery.stage import Stage
from tests.gallery.worlds.full import NOW, ORG

chapter = Chapter("meeting")
OPENING = datetime(2026, 10, 6, 12, 30, tzinfo=UTC)
"""When the day after the gallery's opens in Montréal."""


@chapter.scene()
async def times_that_cannot_be_picked(stage: Stage) -> None:
    await stage.taps("nadia", "plan.times.pick", "dated", "2026-10-15T14:00:00+00:00")
    await stage.taps("omar", "plan.times.pick", "undated", "2026-10-15T03:00:00+00:00")
    await stage.says("eve", "plan")


@chapter.scene()
async def times_that_do_not_suit_both(stage: Stage) -> None:
    await stage.change(Enrolment, "enrolment-omar", slots=("0-am",))
    await stage.change(Enrolment, "enrolment-denis", slots=("1-pm",))
    await stage.taps("omar", "plan.show.choose", "undated")
    await stage.change(Person, "denis", zone="Asia/Singapore", country="SG", subdivision=None)
    await stage.taps("omar", "plan.show.choose", "undated")


@chapter.scene()
async def every_tip(stage: Stage) -> None:
    checkin = CheckIn(
        **ORG,
        id="checkin-marc",
        pairing_id="dated",
        person_id="marc",
        role=Role.MENTEE,
        week="2026-W41",
        asked_at=NOW,
        state=AskState.ANSWERED,
        met=Met.YES,
        rating=1,
    )

    def act(work: Work) -> None:
        work.add(checkin)
        for person in ("nadia", "marc"):
            work.pairings.seat("dated", person).next_due_at = None

    await stage.look(act)
    for person, subject in (("nadia", "checkin-low"), ("marc", "checkin-marc")):
        for _ in range(TIPS + 1):
            await stage.taps(person, "checkin.low.tip", subject)


@chapter.scene()
async def every_small_try(stage: Stage) -> None:
    for number in range(VALUES):
        await stage.change(CheckIn, "checkin-middling", week=f"2026-W{40 + number}")
        await stage.taps("nadia", "checkin.low.leave_it", "checkin-middling")


@chapter.scene()
async def whose_dates_are_meant(stage: Stage) -> None:
    await stage.change(Pairing, "ended", state=PairingState.ACTIVE)
    await stage.says("nadia", "plan")


@chapter.scene()
async def the_day_before_a_meeting(stage: Stage) -> None:
    await stage.change(Meeting, "agreed", due_at=NOW)
    await stage.run_due()


@chapter.scene()
async def another_moment_for_one_meeting(stage: Stage) -> None:
    await stage.taps("marc", "plan.show.change", "dated")
    await stage.presses("marc", "pick")
    await stage.run_due()
    await stage.presses("nadia", "keep")
    await stage.run_due()
    await stage.taps("nadia", "plan.show.change", "dated")
    await stage.presses("nadia", "pick")
    await stage.run_due()
    await stage.presses("marc", "yes")
    await stage.run_due()


@chapter.scene()
async def a_new_date_for_what_is_off(stage: Stage) -> None:
    await stage.change(Meeting, "off", off_by="marc")
    await stage.taps("marc", "plan.show.rebook", "dated", "off")
    await stage.presses("marc", "pick")
    await stage.run_due()
    await stage.presses("nadia", "other")


@chapter.scene()
async def what_is_off_and_can_take_place_after_all(stage: Stage) -> None:
    await stage.change(Meeting, "off", off_by="marc")
    await stage.taps("marc", "moves.rebook.keep", "off")
    await stage.run_due()
    await stage.presses("nadia", "yes")


@chapter.scene()
async def a_change_of_mind(stage: Stage) -> None:
    await stage.taps("marc", "plan.show.cancel", "dated", "agreed")
    await stage.presses("marc", "keep")


@chapter.scene()
async def which_date_does_not_suit(stage: Stage) -> None:
    await stage.change(Meeting, "off", state=MeetingState.AGREED)
    await stage.taps("marc", "plan.show.change", "dated")


@chapter.scene()
async def moments_for_somebody_who_cannot_be_reached(stage: Stage) -> None:
    for person in ("marc", "denis"):
        await stage.change(Account, f"acc-{person}", reachable=False)
    await stage.taps("omar", "plan.show.choose", "undated")
    await stage.presses("omar", "pick")
    await stage.taps("nadia", "plan.show.change", "dated")
    await stage.presses("nadia", "pick")


@chapter.scene()
async def a_yes_that_cannot_be_passed_on(stage: Stage) -> None:
    await stage.taps("marc", "plan.show.change", "dated")
    await stage.presses("marc", "pick")
    await stage.run_due()
    await stage.change(Account, "acc-marc", reachable=False)
    await stage.presses("nadia", "yes")


@chapter.scene()
async def answers_that_would_be_read_too_late(stage: Stage) -> None:
    for meeting in ("first", "agreed"):
        await stage.change(Meeting, meeting, starts_at=OPENING)
    stage.clock.move_to(OPENING - timedelta(hours=2))
    await stage.taps("sophie", "plan.agree.yes", "asked", OPENING.isoformat())
    await stage.taps("marc", "plan.show.cancel", "dated", "agreed")


@chapter.scene()
async def moments_without_a_yes(stage: Stage) -> None:
    await stage.change(Meeting, "first", starts_at=NOW, due_at=NOW)
    await stage.change(Meeting, "agreed", wanted_at=NOW, proposed_by="marc", due_at=NOW)
    await stage.run_due()


@chapter.scene()
async def two_moments_without_an_answer(stage: Stage) -> None:
    await stage.change_seat("asked", "lina", in_vain=2, in_vain_at=NOW)
    await stage.taps("lina", "plan.show.choose", "asked")
    await stage.change(Meeting, "first", starts_at=NOW, due_at=NOW)
    await stage.run_due()
