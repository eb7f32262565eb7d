"""Transcripts: the greeting tells each person what to do next, and it can be done."""

import re

import pytest

from bot.messages.form import Form
from bot.messages.plain import plain
from bot.runtime.registry import every_flow
from bot.texts.folding import folded
from tests.transcripts.volunteers import a_round
from tests.world import World, a_person

QUOTED = re.compile("[“«]\u00a0?(.+?)\u00a0?[”»]")
ON_THE_SERVER = "passerelle doctor"


async def a_beginning(language: str, **changes: object) -> World:
    """Open an organisation in which nobody has done anything yet."""
    return await World.create([a_person("Claire", language=language, **changes)])


async def greeted(world: World, language: str, name: str = "claire") -> str:
    reply = await world.says(name, {"en": "hello", "fr": "bonjour"}[language])
    return plain(reply.cards[0])


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_first_coordinator_is_led_to_the_programme(language: str) -> None:
    world = await a_beginning(language, is_coordinator=True)

    said = await greeted(world, language)

    words = [word for word in QUOTED.findall(said) if word != ON_THE_SERVER]
    assert len(words) == 2
    assert {folded(word) for word in words} <= every_flow().commands.keys()
    button = {"en": "Set up the programme", "fr": "Régler le programme"}[language]
    await world.presses("claire", button)
    assert isinstance(world.shown["claire"], Form)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_where_nobody_coordinates_it_says_how_somebody_comes_to(language: str) -> None:
    world = await a_beginning(language)

    said = await greeted(world, language)

    assert ON_THE_SERVER in said
    assert "programme" in QUOTED.findall(said)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_once_there_is_a_programme_each_is_led_to_where_they_stand(language: str) -> None:
    world = await a_round(language)

    coordinator = await greeted(world, language, "claire")
    anybody = await greeted(world, language, "nadia")

    assert {"en": "Where it stands", "fr": "Où il en est"}[language] in coordinator
    assert {"en": "Where I stand", "fr": "Où j’en suis"}[language] in anybody
