"""Answers that come twice or too late, and help that cannot be asked for."""

from datetime import timedelta

from bot.domain.checkin import AskState, CheckIn
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing, PairingState
from bot.domain.people import Account, Person
from tests.gallery.scene import Chapter
from tests.gallery.stage import Stage
from tests.gallery.worlds.full import NOW, THURSDAY

chapter = Chapter("checkin")


@chapter.scene()
async def an_answer_given_twice(stage: Stage) -> None:
    for _ in range(2):
        await stage.taps("nadia", "checkin.met.yes", "checkin-open", "2026-10-05")


@chapter.scene()
async def an_answer_that_comes_too_late(stage: Stage) -> None:
    await stage.change(CheckIn, "checkin-open", state=AskState.LAPSED)
    await stage.taps("nadia", "checkin.met.yes", "checkin-open")


@chapter.scene()
async def asking_for_the_question_where_there_is_none(stage: Stage) -> None:
    await stage.says("eve", "checkin")
    await stage.says("ana", "checkin")
    await stage.says("omar", "checkin")
    await stage.change_seat("undated", "omar", next_due_at=None)
    await stage.says("omar", "checkin")


@chapter.scene("busy")
async def a_hand_that_was_asked_for_already(stage: Stage) -> None:
    await stage.taps("nadia", "checkin.hand.pass_on", "checkin-hand")


@chapter.scene()
async def a_hand_where_nobody_coordinates(stage: Stage) -> None:
    await stage.change(Person, "claire", is_coordinator=False)
    await stage.taps("nadia", "checkin.low.hand", "checkin-hand")


@chapter.scene()
async def a_partner_who_cannot_be_reached(stage: Stage) -> None:
    await stage.change(Account, "acc-marc", reachable=False)
    await stage.taps("nadia", "checkin.stuck.no_answer", "checkin-stuck")
    await stage.taps("nadia", "checkin.thanks_preview.send", "checkin-thanks")


@chapter.scene()
async def words_that_are_too_long(stage: Stage) -> None:
    await stage.taps("nadia", "checkin.done.note", "checkin-forward")
    await stage.sends("nadia", {"note": "x" * 1001})


@chapter.scene()
async def a_hard_week(stage: Stage) -> None:
    await stage.change(CheckIn, "checkin-progress", rating=1)
    await stage.taps("nadia", "checkin.progress.same", "checkin-progress")


@chapter.scene()
async def a_third_good_week(stage: Stage) -> None:
    await stage.change_seat("dated", "nadia", good_weeks=2)
    await stage.taps("nadia", "checkin.progress.forward", "checkin-progress")


@chapter.scene()
async def three_weeks_without_a_meeting(stage: Stage) -> None:
    stage.clock.move_to(THURSDAY)
    await stage.run_due()


@chapter.scene()
async def help_at_any_time(stage: Stage) -> None:
    await stage.says("eve", "help me")
    await stage.change(Pairing, "ended", state=PairingState.ACTIVE)
    await stage.says("nadia", "help me")
    await stage.presses("nadia", "dated")
    for word in ("tip", "words", "hand", "pass_on", "send", "help-me"):
        await stage.presses("nadia", word)


@chapter.scene()
async def help_when_all_tips_were_given(stage: Stage) -> None:
    await stage.change_seat("dated", "nadia", tips=tuple(range(1, 15)))
    await stage.taps("nadia", "checkin.low.tip", "checkin-low")


@chapter.scene()
async def a_meeting_that_is_obviously_meant(stage: Stage) -> None:
    await stage.change(Meeting, "held", starts_at=NOW - timedelta(days=3))
    await stage.taps("nadia", "checkin.still.yes", "checkin-still")


@chapter.scene("busy")
async def an_answer_put_right(stage: Stage) -> None:
    await stage.says("omar", "checkin")
    await stage.presses("omar", "again")
    await stage.presses("omar", "not_this_week")
    await stage.change_seat("undated", "omar", next_due_at=None)
    await stage.says("omar", "checkin")
