"""Every card in either language, read by others: Microsoft's typed classes, then its renderer."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from bot.messages.card import Card
from bot.texts import LANGUAGES
from tests.adapters.teams.cards import elements, faults, size
from tests.adapters.teams.exhibited import adaptive_cards
from tests.conftest import unavailable
from tests.gallery.tour import everything

RENDERER = Path(__file__).parents[3] / "npm" / "node_modules" / "adaptivecards" / "dist"
OF_TEAMS_ALONE = {"Chart.HorizontalBar"}
"""Elements the official renderer has never heard of; each carries a fallback that it draws."""
HOST = {"fontFamily": "Liberation Sans, sans-serif", "actions": {"maxActions": 6}}
"""As Teams sets it: six actions in a row ("Adaptive Cards: best practices", Microsoft)."""
DRAW = """
([cards, hostConfig]) => {
  const drawn = [];
  for (const [name, json] of cards) {
    const context = new AdaptiveCards.SerializationContext();
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
    card.parse(json, context);
    const events = [];
    for (let i = 0; i < context.eventCount; i++) events.push(context.getEventAt(i).message);
    for (const failure of card.validateProperties().validationEvents) events.push(failure.message);
    const frame = document.createElement("section");
    frame.dataset.name = name;
    frame.append(card.render());
    document.body.append(frame);
    drawn.push([name, events, frame.innerText]);
  }
  return drawn;
}
"""
LOOKED_AT = ("checkin.met", "review.pair", "digest.newest-full", "profile.mentor (dialog)")


def every_card() -> list[tuple[str, dict[str, Any]]]:
    """Return every card once: a button that opens a dialog is drawn as any other."""
    return [
        (f"{name} {language}", card)
        for language in LANGUAGES
        for name, card in adaptive_cards(language)
        if not name.endswith("(dialogs)")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_microsofts_classes_find_no_fault_in_any_card(language: str) -> None:
    found = {name: wrong for name, card in adaptive_cards(language) if (wrong := faults(card))}

    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_card_comes_near_the_size_limit_and_all_are_exhibited(language: str) -> None:
    sizes = [size(card) for _, card in adaptive_cards(language)]

    assert len(sizes) >= 2 * len(everything(language)) > 200
    assert max(sizes) < 25_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_of_a_card_is_a_button_in_teams(language: str) -> None:
    shown = dict(adaptive_cards(language))
    for name, card in everything(language).items():
        if isinstance(card, Card):
            actions = [e for e in elements(shown[name]) if e["type"].startswith("Action.")]
            assert [a["title"] for a in actions] == [b.label for b in card.buttons], name


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.asyncio(loop_scope="session")
async def test_microsofts_renderer_draws_every_card_without_complaint(
    page: Page, tmp_path: Path
) -> None:
    if not RENDERER.is_dir():
        unavailable("no adaptivecards in tests/npm (npm ci --prefix tests/npm --ignore-scripts)")
    await page.set_viewport_size({"width": 480, "height": 800})
    await page.add_script_tag(path=RENDERER / "adaptivecards.min.js")
    await page.add_style_tag(path=RENDERER / "adaptivecards.css")

    drawn = await page.evaluate(DRAW, [every_card(), HOST])

    unknown = [f'Unknown element type "{kind}"' for kind in OF_TEAMS_ALONE]
    complaints = {
        name: [event for event in events if not event.startswith(tuple(unknown))]
        for name, events, _ in drawn
    }
    assert {name: events for name, events in complaints.items() if events} == {}
    assert all(text.strip() for _, _, text in drawn)
    assert len(drawn) == len(every_card()) > 1000
    for name in LOOKED_AT:
        for language in LANGUAGES:
            picture = page.locator(f'section[data-name="{name} {language}"]')
            path = tmp_path / f"{name.replace(' ', '-')}-{language}.png"
            await picture.screenshot(path=path)
            assert path.stat().st_size > 1_000
