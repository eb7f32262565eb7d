"""What nobody said: levels, leaders, reporting lines; and days that cannot be closing days."""

from datetime import timedelta
from typing import Any

from bot.domain.people import Person
from bot.domain.programme import TAKES_PART, Enrolment
from bot.ports import Work
from tests.builders import a_closing
from tests.gallery.scene import Chapter
from tests.gallery.stage import Stage
from tests.gallery.worlds.full import MENTEES, MENTORS, NOW, ORG

chapter = Chapter("coordinating")

MANY = ", ".join(f"{name}@example.org" for name in (*MENTORS, *MENTEES))


async def forget(stage: Stage, *people: str, **said: Any) -> None:
    """Let nobody have said anything of some people, or of all."""

    def act(work: Work) -> None:
        for person in work.people.all():
            if not people or person.id in people:
                values = {"level": 0, "department": "", "office": "", **said}
                for name, value in values.items():
                    setattr(person, name, value)

    await stage.look(act)


@chapter.scene()
async def a_match_without_levels(stage: Stage) -> None:
    await forget(stage)
    await stage.says("claire", "match")  # a lock stands in the way
    await stage.look(lambda work: work.remove(*work.proposals.rules("cycle")))
    await stage.says("claire", "match")


@chapter.scene()
async def two_of_whom_nothing_is_known(stage: Stage) -> None:
    await stage.change(Person, "kim", manager_id="claire")
    await stage.says("claire", "review")
    await forget(stage)
    await stage.change(Person, "kim", manager_id=None)
    await stage.says("claire", "review")


@chapter.scene()
async def why_not_two_without_a_level(stage: Stage) -> None:
    await forget(stage, "kim")
    await stage.says("claire", "why-not Kim Test, Zoe Test")


@chapter.scene("busy")
async def approving_and_telling_whoever_has_no_level(stage: Stage) -> None:
    await stage.change(Enrolment, "enrolment-maude", unmatched_reason="level_unknown")
    await stage.change(Enrolment, "enrolment-rita", unmatched_reason="level_unknown")
    await stage.taps("claire", "approval.sure.yes", "cycle")
    await stage.run_due()


@chapter.scene("busy")
async def those_left_said_the_same_of_leading(stage: Stage) -> None:
    everybody = await stage.look(lambda work: work.enrolments.active("cycle", *TAKES_PART))
    for enrolment in everybody:
        await stage.change(Enrolment, enrolment.id, unmatched_reason="level_gap")
        await stage.change(Person, enrolment.person_id, level=0)
    await stage.taps("claire", "review.summary.unmatched", "cycle")
    await stage.taps("claire", "approval.sure.cancel", "cycle")
    await stage.taps("claire", "review.summary.unmatched", "cycle")


@chapter.scene("busy")
async def leaders_named_with_faults_and_at_last_well(stage: Stage) -> None:
    await stage.change(Person, "uma", name="Ugo Test")
    await stage.says("claire", "leaders")
    await stage.taps("claire", "leaders.home.name")
    await stage.sends("claire", {"lead": "x" * 3001, "others": ""})
    strangers = "\n".join(f"Nobody {number}" for number in range(12))
    await stage.sends("claire", {"lead": strangers, "others": "Ugo Test"})
    await stage.sends("claire", {"lead": "Kim Test", "others": "kim@example.org"})
    await stage.sends("claire", {"lead": "", "others": "", "rest": ""})
    await stage.sends("claire", {"lead": "Kim Test", "others": "Zoe Test", "rest": "yes"})


@chapter.scene()
async def closing_days_with_faults(stage: Stage) -> None:
    await stage.taps("claire", "closings.home.add")
    form = stage.shown["claire"]
    wrong: list[dict[str, str | list[str]]] = [
        {"name": " ", "first": "soon", "office": "office:Nowhere"},
        {"name": "x" * 61},
        {"first": "2026-11-03", "last": "2026-11-02"},
        {"first": "2026-09-01", "last": "2026-09-02"},
        {"first": "2026-11-02", "last": "2027-11-02"},
        {"first": "2029-11-02", "last": "2029-11-02"},
        {"name": "Break", "first": "2026-11-02", "last": "2026-11-02"},
    ]
    for changes in wrong:
        stage.shown["claire"] = form
        await stage.sends("claire", changes)


@chapter.scene()
async def a_closing_day_with_meetings(stage: Stage) -> None:
    for answer in ("no", "yes"):
        await stage.taps("claire", "closings.home.add")
        day = "2026-10-08"
        await stage.sends("claire", {"name": "Works day", "first": day, "last": day})
        await stage.presses("claire", answer)


@chapter.scene()
async def more_closing_days_than_are_kept(stage: Stage) -> None:
    await stage.taps("claire", "closings.home.add")
    await stage.look(
        lambda work: work.add(*(a_closing(f"closing{number}", **ORG) for number in range(20)))
    )
    await stage.sends("claire", {"name": "One more", "first": "2026-11-02", "last": ""})


@chapter.scene()
async def contacts_for_concerns(stage: Stage) -> None:
    await stage.says("claire", "contacts")
    await stage.taps("claire", "contacts.home.take", value="ines")
    await stage.says("claire", "leaver ines@example.org")
    await stage.taps("claire", "contacts.home.name")
    await stage.sends("claire", {"who": "x" * 1001})
    await stage.sends("claire", {"who": ", ;"})
    await stage.sends("claire", {"who": "Nobody Here"})
    await stage.sends("claire", {"who": "Test"})
    await stage.sends("claire", {"who": MANY})
    await stage.sends("claire", {"who": "omar@example.org"})
    await stage.change(Person, "omar", absent_until=NOW.date() + timedelta(days=9))
    await stage.change(Person, "ines", email="")
    await stage.says("claire", "contacts")
    for contact in ("omar", "ines"):
        await stage.change(Person, contact, is_concern_contact=False)
    await stage.says("claire", "contacts")
