"""Every button has an answer, every step is reachable, and stored names stay what they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import texts
from bot.conversation.flow import EVERYBODY
from bot.messages.card import COMMAND, Button, Card
from bot.messages.form import Form
from tests import product
from tests.gallery.tour import Visit, everything, tour
from tests.recording.stored_names import PATH, kept_names, stored_names

FLOWS = Path(__file__).resolve().parents[3] / "bot" / "flows"
NEVER_LED_TO = {
    "checkin.when": "a typed yes leads to it, which names none of the days on the card",
    "introduction.room": "it is shown in a room of two people, where nobody is in a conversation",
}
"""Steps that nothing leads to any more, and why they are answered all the same."""
REFUSALS = ("stale", "not-yours", "not-allowed", "stranger", "already-taken")


def buttons(language: str) -> Iterator[tuple[str, Button]]:
    """Every button that is seen anywhere."""
    for name, shown in everything(language).items():
        for button in shown.buttons if isinstance(shown, Card) else ():
            yield name, button


def forms(language: str) -> Iterator[tuple[str, Form]]:
    """Every form that is seen anywhere."""
    for name, shown in everything(language).items():
        if isinstance(shown, Form):
            yield name, shown


def test_every_step_is_on_show() -> None:
    names = {step.full_name for step in product.steps()}
    shown = {stop.step for stop in tour("en").stops}

    missing = sorted(names - shown)
    assert missing == [], f"{missing} arrive by themselves: list an exhibit in tests/gallery"
    assert len(names) > 70


def test_every_step_is_led_to() -> None:
    """A step nobody asks for or tells is a card nobody ever sees."""
    names = {step.full_name for step in product.steps()}

    alone = names - tour("en").steps
    assert sorted(alone - NEVER_LED_TO.keys()) == [], "nothing in the gallery leads there"
    assert sorted(NEVER_LED_TO.keys() - alone) == [], "no longer an exception"


def test_no_two_cards_on_show_share_a_name() -> None:
    names = [stop.name for stop in tour("en").stops]
    names += [played.scene.name for played in tour("en").scenes]

    assert sorted({name for name in names if names.count(name) > 1}) == []
    assert len(names) > 200


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_button_has_an_answer(language: str) -> None:
    seen = list(buttons(language))

    assert [(where, button) for where, button in seen if not product.is_answered(button)] == []
    assert len(seen) > 900


def test_every_form_is_taken_by_its_step() -> None:
    seen = list(forms("en"))
    for where, form in seen:
        assert product.step_named(form.action).submit is not None, where
        names = [each.name for each in form.inputs]
        assert len(set(names)) == len(names), where
    taken = {step.full_name for step in product.steps() if step.submit}
    assert {form.action for _, form in seen} == taken


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_button_just_shown_is_never_refused(language: str) -> None:
    refusals = {texts.say(language, key) for key in REFUSALS}
    pressed = [visit for visit in tour(language).visits if visit.button is not None]

    def is_refused(visit: Visit) -> bool:
        said = {line.text for card in visit.reply.cards for line in card.body[:1]}  # type: ignore[union-attr]
        return bool(said & refusals) or not (visit.reply.cards or visit.reply.form)

    assert [str(visit) for visit in pressed if is_refused(visit)] == []
    assert len(pressed) > 400


def test_every_tap_is_shown_somewhere() -> None:
    shown = {button.action for _, button in buttons("en")}

    assert sorted(product.taps() - shown) == []


def test_nobody_but_coordinators_is_shown_their_commands() -> None:
    """A button that its reader may not use is a dead end."""
    wrong = [
        (stop.name, button.value)
        for stop in tour("en").stops
        for button in (stop.shown.buttons if isinstance(stop.shown, Card) else ())
        if button.action == COMMAND and stop.person != "claire"
        if product.command_named(button.value).flow.roles != EVERYBODY
    ]

    assert wrong == []


def test_stored_names_stay() -> None:
    known = kept_names()

    lost = sorted(set(known) - set(stored_names()))
    assert lost == [], (
        f"These names are stored in buttons people still hold and in accounts: {lost}. "
        "Renaming or removing one strands them. Keep the old name answering, and only when no "
        f"card of it can be pressed any more take it out of {PATH}."
    )
    assert known == sorted(known)
    assert len(known) > 250


def test_no_conversation_calls_anybody_by_the_bare_first_name() -> None:
    paths = sorted(FLOWS.rglob("*.py"))
    found = [
        f"{path.relative_to(FLOWS)}: say turn.called(…), which tells namesakes apart"
        for path in paths
        if ".first_name" in path.read_text(encoding="utf-8")
    ]

    assert len(paths) >= 50
    assert found == []
