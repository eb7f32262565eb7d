"""Transcripts: a profile changed while one is paired counts for the next pairing only."""

import pytest

from bot.domain.pairing import PairingState
from tests.transcripts.proposed import Proposed, a_proposal

KEPT = {
    "en": (
        "It counts the next time I look for a partner",
        "Your present pairing goes on as it is.",
    ),
    "fr": ("la prochaine fois que je vous chercherai", "Votre jumelage actuel"),
}


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_profile_changed_in_a_pairing_leaves_it_as_it_is(language: str) -> None:
    world = await a_proposal(language)
    await world.presses("nadia", "accept")
    await world.presses("marc", "accept")
    before = await _pairing(world)

    await world.says("nadia", "profile")
    await world.submits("nadia", **{"topics-mentor": ["gaming"]})
    await world.submits("nadia")

    assert all(words in world.text("nadia") for words in KEPT[language])
    assert await _pairing(world) == before
    part = await world.look(lambda work: work.enrolments.part("cycle", "nadia"))
    assert list(part.topics) == ["gaming"]


async def _pairing(world: Proposed) -> tuple[str, PairingState]:
    [pairing] = await world.look(lambda work: work.pairings.of("nadia", *PairingState))
    return pairing.id, pairing.state
