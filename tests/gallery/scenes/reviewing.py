"""A review that comes too late, rules of one's own, and why two people are no pair."""

from bot.domain.people import Person
from bot.domain.programme import Cycle, Enrolment
from bot.domain.proposal import PairRule, Proposal, RuleKind
from bot.matching import Rules
from bot.services.rounds.criteria import settings_of
from tests.gallery.scene import Chapter
from tests.gallery.stage import Stage
from tests.gallery.worlds.full import ORG

chapter = Chapter("coordinating")
NOBODY_FITS = settings_of(Rules(minimum_level_gap=14))
WHY_NOT = "why-not Kim Test, Zoe Test"


@chapter.scene()
async def a_review_that_comes_too_late(stage: Stage) -> None:
    await stage.taps("claire", "review.pair.lock", "offered")
    await stage.taps("claire", "review.trial.look", "long gone")


@chapter.scene()
async def no_other_mentor(stage: Stage) -> None:
    await stage.change(Cycle, "cycle", rules=NOBODY_FITS)
    await stage.taps("claire", "review.pair.swap", "draft")


@chapter.scene()
async def rules_for_two_who_are_no_draft(stage: Stage) -> None:
    await stage.look(lambda work: work.remove(work.get(Proposal, "draft")))
    for run in ("run-lock", "run-forbid"):
        await stage.taps("claire", "review.trial.yes", run)


@chapter.scene()
async def criteria_of_which_none_counts(stage: Stage) -> None:
    await stage.says("claire", "criteria")
    names = ("topics", "hours", "interests", "waiting", "department", "gap", "format", "languages")
    await stage.sends("claire", {f"weight_{name}": "0" for name in names})


@chapter.scene()
async def why_two_people_are_no_pair(stage: Stage) -> None:
    await stage.says("claire", WHY_NOT)
    await stage.change(Enrolment, "enrolment-kim", excluded_people=("zoe",))
    await stage.says("claire", WHY_NOT)
    await stage.change(Enrolment, "enrolment-kim", slots=("1-am",))
    await stage.change(Enrolment, "enrolment-zoe", slots=("5-pm",))
    await stage.says("claire", WHY_NOT)
    await stage.change(Enrolment, "enrolment-kim", topics={"passwords": 5})
    await stage.says("claire", WHY_NOT)
    forbidden = PairRule(
        **ORG, cycle_id="cycle", mentor_id="kim", mentee_id="zoe", kind=RuleKind.FORBID
    )
    await stage.look(lambda work: work.add(forbidden))
    await stage.says("claire", WHY_NOT)
    await stage.change(Cycle, "cycle", rules=NOBODY_FITS)
    await stage.says("claire", WHY_NOT)
    await stage.change(Person, "zoe", chain_left=1, chain_right=100)
    await stage.change(Person, "kim", chain_left=2, chain_right=3)
    await stage.says("claire", WHY_NOT)


@chapter.scene()
async def why_not_two_people_who_are_not_one_of_each(stage: Stage) -> None:
    for names in (
        "Kim Test, Max Test",
        "Bob Test and Zoe Test",
        "Test, Xavier",
        "Nadia Test, Bob Test",
    ):
        await stage.says("claire", f"why-not {names}")
