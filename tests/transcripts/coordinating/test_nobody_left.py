"""Transcripts: while proposals are open, nobody says that everybody has a partner."""

import pytest

from bot import texts
from bot.domain.programme import EnrolmentState
from bot.flows.coordinating.approval import COUNTED, TOLD
from tests.transcripts.coordinated import with_volunteers
from tests.world import World

HAS_A_PARTNER = {"en": "nobody is left without a partner", "fr": "aucune ne reste sans jumelage"}
MAY_END_WITHOUT = {
    "en": "may yet end without a partner: a proposal can be turned down",
    "fr": "pourraient tout de même rester sans jumelage : une proposition peut être refusée",
}
NO_PROPOSAL = {"en": "without a proposal", "fr": "sans proposition"}


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_who_is_left_is_not_known_before_both_said_yes(language: str) -> None:
    world = await with_volunteers(language, without=("omar", "lina", "théo", "sophie", "denis"))
    await world.says("claire", "match")
    assert NO_PROPOSAL[language] in world.text("claire")
    unmatched = world.button("claire", "unmatched")

    await world.press_button("claire", unmatched)
    assert MAY_END_WITHOUT[language] in world.text("claire").replace("\u00a0", " ")

    await world.says("claire", "review")
    await world.presses("claire", "approve")
    assert NO_PROPOSAL[language] in world.text("claire")
    await world.presses("claire", "yes")
    await world.run_due()
    await world.press_button("claire", unmatched)
    assert MAY_END_WITHOUT[language] in world.text("claire").replace("\u00a0", " ")

    await world.presses("nadia", "accept")
    await world.presses("marc", "accept")
    await world.press_button("claire", unmatched)
    assert HAS_A_PARTNER[language] in world.text("claire")


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "could not be paired with you"), ("fr", "n’ont pas pu être jumelées avec vous")],
)
async def test_whoever_is_left_is_not_told_that_the_others_have_a_partner(
    language: str, words: str
) -> None:
    world = await with_volunteers(language, without=("lina", "théo", "sophie", "denis"))
    await world.says("claire", "match")
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")

    await world.run_due()

    told = [world.text(person) for person in ("nadia", "omar") if world.inbox(person)]
    assert any(words in text for text in told)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Too few of those who are free asked for the topics you offer."),
        ("fr", "Trop peu de personnes libres ont demandé les sujets que vous offrez."),
    ],
)
async def test_a_second_run_speaks_only_of_those_who_were_free(language: str, words: str) -> None:
    later = {"state": EnrolmentState.PAUSED}
    world = await with_volunteers(language, without=("théo",), omar=later, lina=later)
    await world.says("claire", "match")
    await approve(world)
    for person in ("nadia", "marc"):
        await world.presses(person, "accept")
    for person in ("omar", "lina"):
        await world.says(person, "resume")

    await world.says("claire", "match")
    await approve(world)

    # Marc asked for what Omar offers, but has Nadia now, and so was not looked at again.
    assert words in world.text("omar")


async def approve(world: World) -> None:
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")
    await world.run_due()


@pytest.mark.parametrize(("language", "free"), [("en", "free"), ("fr", "libre")])
@pytest.mark.parametrize("role", ["mentor", "mentee"])
def test_no_reason_claims_to_know_of_more_than_those_who_are_free(
    language: str, free: str, role: str
) -> None:
    said = {
        f"approval-{to}-{reason.replace('_', '-')}"
        for to, reasons in {"left": TOLD, "reason": COUNTED, "why": COUNTED}.items()
        for reason in reasons
    }
    silent = {key for key in said if free not in texts.say(language, key, role=role)}

    assert silent == set()
    assert len(said) > 20
