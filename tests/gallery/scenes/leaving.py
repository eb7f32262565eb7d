"""Where people stand, breaks that cannot be, and leaving where there is nothing to leave."""

from datetime import UTC, datetime, timedelta

from bot.domain.pairing import Pairing
from bot.domain.people import Departure, Person
from bot.domain.programme import Enrolment, EnrolmentState
from bot.domain.proposal import Proposal
from tests.gallery.scene import Chapter
from tests.gallery.stage import Stage
from tests.gallery.worlds.full import NOW, THURSDAY

chapter = Chapter("leaving")


@chapter.scene()
async def where_people_stand_who_do_not_take_part(stage: Stage) -> None:
    await stage.says("eve", "status")
    await stage.taps("eve", "welcome.invitation.no", "cycle")
    await stage.says("eve", "status")
    await stage.says("paul", "status")
    await stage.change(Enrolment, "enrolment-paul", state=EnrolmentState.INVITED)
    await stage.says("paul", "status")
    await stage.taps("bob", "exits.confirm.out")
    await stage.says("bob", "status")


@chapter.scene()
async def where_people_stand_who_wait(stage: Stage) -> None:
    await stage.says("max", "status")
    await stage.taps("theo", "proposal.offer.accept", "offered")
    await stage.says("theo", "status")
    stage.clock.move_to(datetime(2026, 10, 20, 14, 0, tzinfo=UTC))
    await stage.says("max", "status")


@chapter.scene()
async def where_somebody_stands_who_has_a_partner_and_a_proposal(stage: Stage) -> None:
    await stage.change(Proposal, "offered", mentor_id="omar")
    await stage.says("omar", "status")


@chapter.scene("empty")
async def where_somebody_stands_before_there_is_a_programme(stage: Stage) -> None:
    await stage.says("claire", "status")


@chapter.scene("busy")
async def where_somebody_stands_on_a_break_without_an_end(stage: Stage) -> None:
    await stage.says("luc", "status")


@chapter.scene()
async def a_break_while_a_proposal_waits(stage: Stage) -> None:
    await stage.taps("theo", "settings.how_long.two")


@chapter.scene()
async def breaks_that_cannot_be(stage: Stage) -> None:
    await stage.says("nadia", "pause 99 weeks")
    await stage.says("nadia", "pause 2026-10-04")
    await stage.says("eve", "pause")


@chapter.scene()
async def a_language_nobody_speaks_here(stage: Stage) -> None:
    await stage.says("nadia", "lang klingon")


@chapter.scene()
async def the_only_coordinator_wants_to_be_forgotten(stage: Stage) -> None:
    await stage.says("claire", "forget-me")


@chapter.scene()
async def another_partner_for_somebody_who_has_none(stage: Stage) -> None:
    await stage.says("max", "rematch")
    await stage.says("eve", "leave")


@chapter.scene()
async def a_break_that_ends(stage: Stage) -> None:
    await stage.says("luc", "resume")


@chapter.scene()
async def a_rest_that_ends_soon(stage: Stage) -> None:
    await stage.change(Pairing, "resting", due_at=NOW)
    await stage.run_due()


@chapter.scene()
async def leaving_without_a_partner(stage: Stage) -> None:
    await stage.says("bob", "leave")


@chapter.scene()
async def three_silent_weeks(stage: Stage) -> None:
    await stage.look(
        lambda work: setattr(work.pairings.seat("undated", "denis"), "silent_weeks", 3)
    )
    stage.clock.move_to(THURSDAY)
    await stage.run_due()


@chapter.scene()
async def somebody_who_left(stage: Stage) -> None:
    await stage.says("claire", "leaver")
    await stage.says("claire", "leaver nobody@example.org")
    await stage.says("claire", "leaver claire@example.org")
    await stage.says("claire", "leaver marc@example.org")
    await stage.taps("claire", "staff.leaver.yes", "marc")
    await stage.says("claire", "leaver marc@example.org")
    await stage.says("claire", "absent marc@example.org until 2 weeks")
    await stage.says("claire", "returned marc@example.org")


@chapter.scene()
async def somebody_whose_account_is_closed(stage: Stage) -> None:
    await stage.change(Person, "marc", active=False, departure=Departure.AWAY)
    closed_at = NOW - timedelta(weeks=1)
    await stage.change(Person, "marc", left_at=closed_at, due_at=NOW)
    await stage.run_due()
    await stage.taps("claire", "staff.closed.wait", "marc")
    await stage.change(Person, "marc", left_at=closed_at - timedelta(weeks=3))
    await stage.taps("claire", "staff.closed.wait", "marc")
    await stage.taps("claire", "staff.closed.away", "marc")
    for day in ("2020-01-01", "2026-11-02"):
        await stage.sends("claire", {"until": day})
    await stage.taps("claire", "staff.closed.left", "marc")
    await stage.change(Person, "marc", active=False, departure=Departure.PLATFORM)
    await stage.change(Person, "marc", left_at=closed_at, due_at=NOW + timedelta(weeks=1))
    await stage.taps("claire", "staff.closed.left", "marc")


@chapter.scene()
async def somebody_who_is_away(stage: Stage) -> None:
    await stage.says("claire", "absent")
    for day in ("yesterday", "2020-01-01", "2040-01-01", "3 weeks"):
        await stage.says("claire", f"absent marc@example.org until {day}")
    for _ in range(2):
        await stage.says("claire", "returned marc@example.org")
    await stage.says("claire", "returned")


@chapter.scene()
async def second_thoughts(stage: Stage) -> None:
    for word, tap in (("leave", "stop"), ("rematch", "change")):
        await stage.says("omar", word)
        await stage.presses("omar", tap)
        await stage.presses("omar", "back")
    await stage.taps("omar", "exits.stopped.back", "undated")
