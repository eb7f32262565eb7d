"""Transcripts: a mentor of several asks for the agenda, and is asked for which meeting."""

import pytest

from tests.builders import a_pairing
from tests.transcripts.meeting.test_plan import agreed, buttons, text


@pytest.mark.parametrize(
    ("language", "word", "asked"),
    [
        ("en", "agenda", "with whom would you like to prepare"),
        ("fr", "ordre du jour", "avec qui souhaitez-vous vous préparer"),
    ],
)
async def test_who_has_several_partners_is_asked_with_whom(
    language: str, word: str, asked: str
) -> None:
    world = await agreed(language)
    await world.look(lambda work: work.add(a_pairing("second", "nadia", "claire")))
    for name in ("Marc", "Claire"):
        await world.says("nadia", word)
        assert asked in text(world, "nadia")
        button = next(each for each in buttons(world, "nadia") if each.label == name)
        await world.press_button("nadia", button)
        assert name in text(world, "nadia")


async def test_who_has_one_reads_it_at_once() -> None:
    world = await agreed()
    await world.says("nadia", "agenda")
    assert "45 minutes" in text(world, "nadia")
