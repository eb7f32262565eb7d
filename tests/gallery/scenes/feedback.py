"""Feedback that is incomplete, late, or not asked for."""

from bot.domain.checkin import AskState, Feedback
from bot.domain.pairing import Pairing
from bot.domain.pairing import Stage as Milestone
from bot.domain.people import Account
from tests.gallery.scene import Chapter
from tests.gallery.stage import Stage
from tests.gallery.worlds.full import NOW

chapter = Chapter("feedback")


@chapter.scene()
async def feedback_with_faults(stage: Stage) -> None:
    await stage.taps("nadia", "feedback.invite.start", "mid-nadia")
    await stage.sends("nadia", {"change": "x" * 501})
    await stage.sends("nadia", {"change": ""})
    await stage.taps("marc", "feedback.invite.start", "final-marc")
    await stage.sends("marc", {"changed": ""})


@chapter.scene()
async def feedback_that_nobody_else_reads(stage: Stage) -> None:
    await stage.taps("nadia", "feedback.invite.start", "mid-nadia")
    await stage.sends("nadia", {"share": ""})
    await stage.taps("nadia", "feedback.invite.start", "mid-nadia")
    await stage.says("eve", "feedback")


@chapter.scene()
async def feedback_for_a_partner_who_cannot_be_reached(stage: Stage) -> None:
    await stage.change(Account, "acc-marc", reachable=False)
    await stage.taps("nadia", "feedback.invite.start", "mid-nadia")
    await stage.sends("nadia", {})


@chapter.scene()
async def feedback_that_comes_too_late(stage: Stage) -> None:
    await stage.change(Feedback, "mid-nadia", state=AskState.LAPSED)
    await stage.taps("nadia", "feedback.invite.start", "mid-nadia")


@chapter.scene()
async def feedback_of_somebody_who_wants_another_partner(stage: Stage) -> None:
    await stage.taps("nadia", "feedback.invite.start", "mid-nadia")
    await stage.sends("nadia", {"partner": "change"})


@chapter.scene()
async def the_planned_end(stage: Stage) -> None:
    await stage.change(Pairing, "dated", stage=Milestone.DONE, due_at=NOW)
    await stage.run_due()
