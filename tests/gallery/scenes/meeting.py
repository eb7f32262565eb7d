"""Dates that were agreed already, times that do not suit, and every tip there is."""

from bot.domain.checkin import AskState, CheckIn, Met
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing, PairingState
from bot.domain.people import Account, Person, Role
from bot.domain.programme import Enrolment
from bot.flows.meeting.tips import TIPS, VALUES
from bot.ports import Work
from tests.gallery.scene import Chapter
from tests.gallery.stage import Stage
from tests.gallery.worlds.full import NOW, ORG

chapter = Chapter("meeting")


@chapter.scene()
async def times_that_cannot_be_picked(stage: Stage) -> None:
    await stage.taps("nadia", "plan.times.pick", "dated", "2026-10-15T14:00:00+00:00")
    await stage.taps("omar", "plan.times.pick", "undated", "2026-10-15T03:00:00+00:00")
    await stage.says("eve", "plan")


@chapter.scene()
async def dates_that_cannot_be_passed_on(stage: Stage) -> None:
    await stage.change(Account, "acc-denis", reachable=False)
    await stage.taps("omar", "plan.show.choose", "undated")
    await stage.presses("omar", "pick")
    await stage.change(Account, "acc-nadia", reachable=False)
    await stage.taps("marc", "plan.show.rebook", "dated", "off")
    await stage.presses("marc", "pick")


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
