"""Transcripts: while proposals are open, nobody says that everybody has a partner."""

import pytest

from tests.transcripts.coordinated import with_volunteers

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
