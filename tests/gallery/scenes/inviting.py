"""Whom a coordinator chooses, what is wrong with a choice, and what is taken back."""

from bot.domain.people import Account, Person
from tests.gallery.scene import Chapter
from tests.gallery.stage import Stage
from tests.gallery.worlds.full import NOW

chapter = Chapter("coordinating")


@chapter.scene()
async def a_part_of_the_organisation(stage: Stage) -> None:
    await stage.says("claire", "invite")
    await stage.presses("claire", "choose")
    await stage.presses("claire", "part")
    form = stage.shown["claire"]
    await stage.submits("claire", lowest="7", highest="3", departments=["Nowhere"])
    await stage.submits("claire", lowest="0", departments=["Nowhere", "Elsewhere"])
    for low, high in (("3", "7"), ("3", ""), ("", "7")):
        stage.shown["claire"] = form
        await stage.submits("claire", lowest=low, highest=high)


@chapter.scene()
async def people_by_name(stage: Stage) -> None:
    await stage.change(Person, "eve", level=0, department="", office="")
    await stage.change(Account, "acc-ines", reachable=False)
    await stage.says("claire", "invite")
    await stage.presses("claire", "choose")
    await stage.presses("claire", "named")
    form = stage.shown["claire"]
    strangers = [f"stranger{n:02}@example.org" for n in range(1, 12)]
    await stage.submits("claire", people="\n".join(strangers))
    await stage.submits("claire", people="\n".join([*strangers, "one@example.org"]))
    await stage.submits("claire", people="Test")
    await stage.submits("claire", people="Test\nte\nstranger@example.org")
    await stage.submits("claire", people="eve@example.org")
    await stage.presses("claire", "names")
    stage.shown["claire"] = form
    await stage.submits("claire", people="ines@example.org, eve@example.org")
    await stage.presses("claire", "go")
    await stage.presses("claire", "yes")
    await stage.run_due()
    await stage.says("claire", "invite")
    await stage.presses("claire", "choose")
    await stage.presses("claire", "again")
    await stage.presses("claire", "choose")
    await stage.presses("claire", "named")
    await stage.submits("claire", people="eve@example.org")


@chapter.scene("busy")
async def more_names_than_a_page_holds(stage: Stage) -> None:
    await stage.says("claire", "invite")
    await stage.presses("claire", "names")
    await stage.presses("claire", "following")
    await stage.presses("claire", "previous")


@chapter.scene()
async def a_first_line_of_ones_own(stage: Stage) -> None:
    await stage.says("claire", "invite")
    await stage.presses("claire", "lines")
    await stage.submits("claire", fr="x" * 301)
    await stage.submits("claire", fr="Un mot de la direction", en="A word from the top")


@chapter.scene("sent")
async def taking_back_what_nobody_has_seen(stage: Stage) -> None:
    for kind in ("invitation", "approval"):
        await stage.says("claire", "recall")
        await stage.presses("claire", kind)
        await stage.presses("claire", "yes")


@chapter.scene()
async def an_announcement_taken_back_from_some(stage: Stage) -> None:
    await stage.change(Person, "nadia", zone="America/Vancouver", subdivision="BC")
    await stage.taps("claire", "announcement.sure.yes", "announcement")
    await stage.run_due()
    await stage.says("claire", "recall")
    await stage.presses("claire", "announcement")
    yes = stage.button("claire", "yes")
    await stage.press_button("claire", yes)
    await stage.press_button("claire", yes)
    assert stage.clock.now() == NOW


@chapter.scene()
async def reading_the_next_message_beforehand(stage: Stage) -> None:
    await stage.says("claire", "preview")
    await stage.presses("claire", "following")
