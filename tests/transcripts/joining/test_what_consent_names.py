"""Transcripts: what one agrees to names exactly what coordinators read."""

from hashlib import sha256

import pytest

from bot import texts
from bot.domain.programme import CONSENTS
from bot.flows.joining.welcome import TEXT_VERSION
from bot.privacy.policy import READERS, Reader
from tests.transcripts.volunteers import a_round

NAMED = {
    "en": {
        "work": "what HR’s staff list says",
        "name": "what HR’s staff list says",
        "part": "your role",
        "topics": "topics",
        "languages": "languages",
        "interests": "what you two have in common",
        "moments": "what you two have in common",
        "pairing": "why you are paired",
        "met": "whether you meet",
        "quiet": "whether you meet",
        "hand": "whether your pair could use a hand",
    },
    "fr": {
        "work": "ce que dit la liste du personnel",
        "name": "ce que dit la liste du personnel",
        "part": "votre rôle",
        "topics": "vos sujets",
        "languages": "vos langues",
        "interests": "ce que vous avez en commun",
        "moments": "ce que vous avez en commun",
        "pairing": "pourquoi vous êtes jumelés",
        "met": "si vous vous rencontrez",
        "quiet": "si vous vous rencontrez",
        "hand": "si votre jumelage aurait besoin d’un coup de main",
    },
}
"""Every item that coordinators can read, and the words of the consent that tell of it."""
NOTHING_ELSE = {"en": "Nothing else without", "fr": "Rien d’autre sans"}
WORDS_OF_VERSION = ("2026-11-29", "d7c3c7f4")
"""A version of the consents, and what its words come to in both languages."""


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_consent_names_all_that_coordinators_read_and_nothing_else(language: str) -> None:
    world = await a_round(language)
    await world.says("nadia", "join")
    await world.presses("nadia", "yes")
    await world.presses("nadia", "mentor")

    facts = {item.name: item.hint for item in world.form("nadia").inputs}["facts"]

    theirs = {Reader.YOU, Reader.COORDINATORS}
    read = {item for item, readers in READERS.items() if theirs <= readers}
    assert read == NAMED[language].keys(), "name it in welcome-consent-facts, in both languages"
    assert [words for words in NAMED[language].values() if words not in facts] == []
    assert NOTHING_ELSE[language] in facts
    assert "agreement" not in facts
    assert "entente" not in facts


def test_a_new_wording_of_the_consents_is_a_new_version() -> None:
    said = [
        texts.say(language, f"welcome-consent-{item}{part}")
        for language in texts.LANGUAGES
        for item in CONSENTS
        for part in ("", ".hint")
    ]
    words = sha256("\n".join(said).encode()).hexdigest()[:8]

    assert (TEXT_VERSION, words) == WORDS_OF_VERSION, "date TEXT_VERSION anew, then note it here"
