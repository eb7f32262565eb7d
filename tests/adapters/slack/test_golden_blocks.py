"""Every card and form as Block Kit: one JSON a card, pasteable into Block Kit Builder.

Accept changes with ``pytest tests/adapters/slack/test_golden_blocks.py --snapshot-update``, and
read the difference.
"""

from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension
from syrupy.location import PyTestLocation

from adapters.slack.faults import faults
from adapters.slack.forms import modal
from adapters.slack.render import home, message
from bot.conversation.turn import Turn
from bot.flows.mine.home import home as own_page
from bot.messages.card import Card
from bot.messages.form import Form
from bot.ports import Work
from bot.texts import LANGUAGES
from tests.adapters.slack.shown import meanings
from tests.gallery.exhibits import EXHIBITS, gallery
from tests.gallery.world import NOW, a_full_programme, person

CARDS = Path(__file__).parent / "golden" / "test_golden_blocks"
HOMES = ("nadia", "claire", "eve")
"""Somebody in a pair, the coordinator, and somebody who takes no part yet."""
NAMES = [exhibit.name for exhibit in EXHIBITS]


class Golden(JSONSnapshotExtension):
    """Keeps each payload in a file of its own; syrupy deletes what it does not know there."""

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        del test_location
        return str(CARDS)


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Golden)


def rendered(shown: Card | Form, language: str) -> dict[str, Any]:
    return modal(shown, language=language) if isinstance(shown, Form) else message(shown)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_blocks(name: str, language: str, snapshot: SnapshotAssertion) -> None:
    payload = rendered(gallery(language)[name], language)

    assert faults(payload) == []
    assert list(meanings(payload)) == []
    assert payload == snapshot


async def _home(language: str, who: str) -> dict[str, Any]:
    """Return what somebody of the gallery sees on their Home tab."""
    world = await a_full_programme(language)

    def act(work: Work) -> tuple[Card, ...]:
        turn = Turn(work=work, now=NOW, person=person(work, who))
        turn.account = work.accounts.of(who)
        return own_page(turn)

    cards = await world.look(act)
    world.store.close()
    return home(*cards)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", HOMES)
async def test_home(who: str, language: str, snapshot: SnapshotAssertion) -> None:
    view = await _home(language, who)

    assert faults(view) == []
    assert list(meanings(view)) == []
    assert view == snapshot


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_fits_a_home_as_well(language: str) -> None:
    cards = [each for each in gallery(language).values() if isinstance(each, Card)]

    assert [fault for card in cards for fault in faults(home(card))] == []
    assert len(cards) > 50


def test_every_card_is_kept_under_one_name() -> None:
    kept = {path.name for path in CARDS.iterdir()}

    shown = {f"test_blocks[{name}-{language}].json" for name in NAMES for language in LANGUAGES}
    homes = {f"test_home[{who}-{language}].json" for who in HOMES for language in LANGUAGES}
    assert kept == shown | homes
