"""Every card as it stands: a change of words or buttons is seen, and wanted.

One JSON file a card and language, as the playground's page is given it. Accept changes with
``pytest tests/test_golden.py --snapshot-update`` and read the difference.
"""

import asyncio
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension
from syrupy.location import PyTestLocation

from bot.texts import LANGUAGES
from tests.gallery.exhibits import EXHIBITS, build, gallery, rendered

CARDS = Path(__file__).parent / "golden" / "test_golden"


class Golden(JSONSnapshotExtension):
    """Keeps each card in a file of its own; syrupy deletes what it does not know in its folder."""

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        del test_location
        return str(CARDS)


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Golden)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [exhibit.name for exhibit in EXHIBITS])
def test_card(name: str, language: str, snapshot: SnapshotAssertion) -> None:
    assert rendered(gallery(language)[name]) == snapshot


def test_every_card_is_kept_under_one_name() -> None:
    names = [exhibit.name for exhibit in EXHIBITS]
    kept = {path.name for path in CARDS.iterdir()}

    assert len(set(names)) == len(names)
    assert kept == {
        f"test_card[{name}-{language}].json" for name in names for language in LANGUAGES
    }


def test_what_is_shown_is_the_same_every_time() -> None:
    assert asyncio.run(build("fr")) == gallery("fr")
