"""Hello, help and the page of one's own; and whatever is typed or pressed that leads nowhere."""

from datetime import timedelta

from bot.domain.people import Person
from tests.gallery.scene import Chapter
from tests.gallery.stage import Stage

chapter = Chapter("mine")


@chapter.scene()
async def a_coordinator_asks_for_help(stage: Stage) -> None:
    await stage.says("claire", "hello")
    await stage.says("claire", "help")


@chapter.scene("empty")
async def the_first_hello(stage: Stage) -> None:
    await stage.says("claire", "hello")
    await stage.says("claire", "report")


@chapter.scene("empty")
async def nobody_to_turn_to(stage: Stage) -> None:
    await stage.says("claire", "report")
    stage.clock.move_to(stage.clock.now() + timedelta(days=1))
    await stage.run_due()


@chapter.scene("empty")
async def a_hello_before_anybody_coordinates(stage: Stage) -> None:
    await stage.change(Person, "claire", is_coordinator=False)
    await stage.says("claire", "hello")


@chapter.scene()
async def the_page_of_ones_own(stage: Stage) -> None:
    for person in ("nadia", "claire", "eve"):
        await stage.opens(person)


@chapter.scene()
async def words_that_mean_nothing(stage: Stage) -> None:
    await stage.says("nadia", "pauze")
    await stage.says("nadia", "xyzzy")
    await stage.says("nadia", "x" * 3001)
    await stage.says("somebody else", "hello")


@chapter.scene()
async def presses_that_lead_nowhere(stage: Stage) -> None:
    await stage.taps("nadia", "checkin.nowhere.yes")
    await stage.taps("marc", "checkin.met.yes", "checkin-open")
    await stage.says("nadia", "admin")
    await stage.says("nadia", "status", key="same")
    await stage.says("nadia", "status", key="same")


@chapter.scene()
async def a_form_answered_line_by_line(stage: Stage) -> None:
    await stage.says("bob", "profile")
    for line in ("begin", "A goal", "0", "1, 2, 3, 4, 5, 6", "1", "x" * 201, "-", "perhaps", "no"):
        await stage.says("bob", line)
    await stage.says("bob", "cancel")
