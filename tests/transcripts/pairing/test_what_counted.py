"""Transcripts: a proposal names what counted for these two, and the day it is settled by holds."""

from collections.abc import Sequence
from typing import Any

import pytest

from bot.domain.programme import Cycle
from bot.domain.proposal import Proposal
from bot.domain.rhythm import MESSAGES_PER_WEEK
from bot.flows.pairing.reasons import ABOUT_BOTH, AT_MOST
from bot.messages.plain import plain
from bot.ports import Work
from bot.services.rounds.criteria import WEIGHTS
from tests.transcripts.proposed import REASONS, Proposed, a_proposal

COUNTED = {
    "en": "What counted for you two: topics wanted and offered, hours in common, "
    "the way to meet and languages in common.",
    "fr": "Ce qui a compté pour vous deux : les sujets demandés et offerts, "
    "les heures en commun, la façon de se voir et les langues en commun.",
}
WAITED = {
    "en": "How long somebody has waited counts for every pair.",
    "fr": "Le temps d’attente compte pour tous les jumelages.",
}


async def with_reasons(reasons: Sequence[dict[str, Any]], language: str = "en") -> Proposed:
    """Both are asked anew about a pair that is worth what these reasons say."""
    world = await a_proposal(language)

    def act(work: Work) -> None:
        proposal = work.get(Proposal, "proposal")
        assert proposal is not None
        proposal.reasons = tuple(reasons)

    await world.look(act)
    await world.pass_time(days=3)
    return world


def factors(world: Proposed, person: str) -> str:
    [line] = [line for line in world.text(person).splitlines() if "my-data" in line]
    return line


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_what_earned_these_two_their_points_is_named_and_nothing_else(language: str) -> None:
    world = await a_proposal(language)

    for person in ("nadia", "marc"):
        assert COUNTED[language] in world.text(person).replace("\u00a0", " ")


@pytest.mark.parametrize("missing", sorted(ABOUT_BOTH & {str(r["code"]) for r in REASONS}))
async def test_what_earned_nothing_is_not_said_to_have_counted(missing: str) -> None:
    world = await with_reasons([reason for reason in REASONS if reason["code"] != missing])
    all_of_them = await with_reasons(REASONS)

    named, full = factors(world, "nadia"), factors(all_of_them, "nadia")

    assert named != full
    assert named.count(",") < full.count(",")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_that_waiting_counts_is_said_of_all_so_that_nobody_learns_who_waited(
    language: str,
) -> None:
    waited = await with_reasons(REASONS, language)
    nobody = await with_reasons([r for r in REASONS if r["code"] != "waiting"], language)

    assert WAITED[language] in waited.text("marc")
    assert waited.inbox("marc")[-1].body == nobody.inbox("marc")[-1].body


async def test_a_round_in_which_waiting_earns_nothing_does_not_speak_of_it() -> None:
    world = await a_proposal()

    def act(work: Work) -> None:
        cycle = work.get(Cycle, "cycle")
        assert cycle is not None
        cycle.rules = {name: 0 if name == "weight_waiting" else 10 for name in WEIGHTS}

    await world.look(act)
    await world.pass_time(days=3)

    assert WAITED["en"] not in world.text("marc")


@pytest.mark.parametrize(
    ("language", "liked"), [("en", "You both like this: Music"), ("fr", "un intérêt en commun")]
)
async def test_what_two_have_in_common_is_told_before_what_is_true_of_any_two(
    language: str, liked: str
) -> None:
    codes: dict[str, dict[str, object]] = {
        "department": {"mentor": "Data", "mentee": "Sales"},
        "gap": {"levels": 6},
    }
    heavy = [{"code": code, "points": 500, "values": v} for code, v in codes.items()]
    few = {"code": "interests", "points": 10, "values": {"interests": ["music"]}}
    world = await with_reasons([*heavy, *REASONS, few], language)

    for person in ("nadia", "marc"):
        assert liked in world.text(person)
        assert world.text(person).count("• ") == AT_MOST


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "You share 2 languages: English and French."),
        ("fr", "Vous avez une langue en commun\u00a0: anglais."),
    ],
)
async def test_two_who_read_different_languages_are_told_which_they_share(
    language: str, said: str
) -> None:
    other = "fr" if language == "en" else "en"
    world = await a_proposal(language, {"language": other, "spoken": ("en",)})
    assert "English" in world.text("marc") or "anglais" in world.text("marc")
    await world.presses("marc", "accept")
    await world.presses("nadia", "accept")

    assert said in world.text("nadia")


async def test_a_pair_of_one_language_is_not_told_of_it_again() -> None:
    world = await a_proposal()
    for person in ("marc", "nadia"):
        await world.presses(person, "accept")

    assert "You share" not in world.text("nadia")


async def test_a_pair_that_earned_nothing_is_not_given_reasons() -> None:
    world = await with_reasons([])

    assert factors(world, "marc").startswith("How long somebody has waited")
    assert "Why you two" not in world.text("marc")


@pytest.mark.parametrize(
    ("language", "by"),
    [
        ("en", "by Tuesday, September 22 at the latest"),
        ("fr", "au plus tard le mardi 22 septembre"),
    ],
)
async def test_whoever_said_yes_hears_by_the_day_they_were_told(language: str, by: str) -> None:
    world = await a_proposal(language)
    await world.presses("nadia", "accept")
    assert by in world.text("nadia")
    await world.says("nadia", "status")
    assert by in world.text("nadia")
    await world.look(_fill_the_week)

    arrived = await world.pass_time(days=7, hours=23)

    [card] = [card for who, card in arrived if who == "nadia"]
    assert world.clock.now().date().isoformat() == "2026-09-22"
    assert plain(card) == plain(world.inbox("nadia")[-1])


def _fill_the_week(work: Work) -> None:
    account = work.accounts.of("nadia")
    assert account is not None
    account.weeks = {"2026-W39": MESSAGES_PER_WEEK}
