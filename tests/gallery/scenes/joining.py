"""Joining late, twice, or with a profile that cannot be taken as it is."""

from bot.domain.people import Person
from bot.domain.programme import Enrolment
from tests.gallery.scene import Chapter
from tests.gallery.stage import Stage
from tests.gallery.worlds.full import NOW

chapter = Chapter("joining")


@chapter.scene()
async def joining_while_on_a_break(stage: Stage) -> None:
    await stage.says("luc", "join")


@chapter.scene()
async def declining_an_invitation_long_accepted(stage: Stage) -> None:
    await stage.taps("nadia", "welcome.invitation.no", "cycle")


@chapter.scene("between")
async def an_invitation_answered_too_late(stage: Stage) -> None:
    await stage.taps("eve", "welcome.invitation.yes", "cycle")


@chapter.scene()
async def the_day_by_which_an_answer_was_promised(stage: Stage) -> None:
    await stage.change(Enrolment, "enrolment-bob", due_at=NOW)
    await stage.run_due()


@chapter.scene()
async def a_profile_with_faults(stage: Stage) -> None:
    await stage.says("bob", "profile")
    topics = ["ai-assistants", "gaming", "dashboards", "surveys", "maps", "passwords"]
    await stage.sends("bob", {"goal": "x" * 301, "avoid": "Nobody Atall", "topics-mentee": topics})
    await stage.sends("bob", {"avoid": "Test"})


@chapter.scene("empty")
async def joining_before_there_is_anything_to_join(stage: Stage) -> None:
    await stage.says("claire", "join")
    await stage.says("claire", "profile")


@chapter.scene()
async def a_profile_that_says_whom_one_leads(stage: Stage) -> None:
    await stage.change(Person, "bob", level=0)
    await stage.says("bob", "profile")
    await stage.sends("bob", {"leads": "yes"})
