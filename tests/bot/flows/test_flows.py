"""Every button has an answer, every step is reachable, and stored names stay what they are."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import texts
from bot.conversation.flow import EVERYBODY, Step
from bot.messages.card import COMMAND, Button, Card
from bot.messages.form import Form
from bot.runtime.registry import every_flow
from bot.texts.folding import folded
from tests.gallery.exhibits import EXHIBITS, gallery
from tests.gallery.visits import Visit, visits
from tests.recording.stored_names import PATH, kept_names, stored_names

HERE = Path(__file__).parents[2]
REGISTRY = every_flow()
SHOWN_ELSEWHERE = {
    "moves.rebook.short": "after two cancellations in a row",
    "moves.later.short": "after two cancellations in a row",
    "checkin.stuck.hand": "after two weeks stuck",
    "programme.home.cycle": "between two cycles",
    "approval.names.following": "with more than twenty left",
    "approval.names.previous": "with more than twenty left",
    "volunteers.names.following": "with more than twenty",
    "volunteers.names.previous": "with more than twenty",
}
"""Buttons no card of the gallery shows, and when they are."""
REFUSALS = ("stale", "not-yours", "not-allowed", "stranger", "already-taken")


def steps() -> list[Step]:
    return [step for flow in REGISTRY.flows.values() for step in flow.steps.values()]


def buttons(language: str) -> Iterator[tuple[str, Button]]:
    """Every button that is seen in the gallery, and those on the cards behind it."""
    for name, shown in gallery(language).items():
        for button in shown.buttons if isinstance(shown, Card) else ():
            yield name, button
    for visit in visits(language):
        for card in visit.reply.cards:
            for button in card.buttons:
                yield f"behind {visit}", button


def forms(language: str) -> Iterator[tuple[str, Form]]:
    """Every form that is seen in the gallery or behind it."""
    for name, shown in gallery(language).items():
        if isinstance(shown, Form):
            yield name, shown
    for visit in visits(language):
        if visit.reply.form is not None:
            yield f"behind {visit}", visit.reply.form


def has_answer(button: Button) -> bool:
    if button.action == COMMAND:
        return folded(button.value) in REGISTRY.commands
    flow, step, tap = button.action.split(".")
    return tap in REGISTRY.flows[flow].steps[step].taps


def test_every_step_is_in_the_gallery() -> None:
    names = {step.full_name for step in steps()}
    shown = {exhibit.step for exhibit in EXHIBITS}

    assert sorted(names - shown) == [], "add an Exhibit of each to tests/gallery/exhibits.py"
    assert sorted(shown - names) == [], "no step has this name"
    assert len(names) > 70


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_button_has_an_answer(language: str) -> None:
    seen = list(buttons(language))

    assert [(where, button) for where, button in seen if not has_answer(button)] == []
    assert len(seen) > 400


def test_every_form_is_taken_by_its_step() -> None:
    seen = list(forms("en"))
    for where, form in seen:
        flow, step = form.action.split(".")
        assert REGISTRY.flows[flow].steps[step].submit is not None, where
        names = [each.name for each in form.inputs]
        assert len(set(names)) == len(names), where
    assert {form.action for _, form in seen} == {s.full_name for s in steps() if s.submit}


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_button_just_shown_is_never_refused(language: str) -> None:
    refusals = {texts.say(language, key) for key in REFUSALS}

    def is_refused(visit: Visit) -> bool:
        said = {line.text for card in visit.reply.cards for line in card.body[:1]}  # type: ignore[union-attr]
        return bool(said & refusals) or not (visit.reply.cards or visit.reply.form)

    assert [str(visit) for visit in visits(language) if is_refused(visit)] == []


def test_every_tap_is_shown_somewhere() -> None:
    taps = {f"{step.full_name}.{tap}" for step in steps() for tap in step.taps}
    shown = {button.action for _, button in buttons("en")}

    assert taps - shown - set(SHOWN_ELSEWHERE) == set()
    assert set(SHOWN_ELSEWHERE) - (taps - shown) == set(), "no longer an exception"


def test_every_step_is_led_to() -> None:
    """A step nobody asks for or tells is a card nobody ever sees."""
    led_to: set[str] = set()
    own: set[str] = set()
    for path in sorted((HERE.parent / "bot").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        decorators = {
            id(node)
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef)
            for decorator in function.decorator_list
            for node in ast.walk(decorator)
        }
        for node in ast.walk(tree):
            if id(node) in decorators:
                continue
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                led_to.add(node.id)
            elif isinstance(node, ast.Attribute):
                led_to.add(node.attr)
        if "flows" in path.parts:
            own |= {
                f.name for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) and _is_step(f)
            }

    assert own - led_to == set()
    assert len(own) > 60


def _is_step(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and each.func.attr == "step"
        for each in function.decorator_list
    )


def test_nobody_but_coordinators_is_shown_their_commands() -> None:
    """A button that its reader may not use is a dead end."""
    wrong = []
    for exhibit in EXHIBITS:
        shown = gallery("en")[exhibit.name]
        for button in shown.buttons if isinstance(shown, Card) else ():
            if button.action == COMMAND and exhibit.person != "claire":
                flow = REGISTRY.commands[folded(button.value)].flow
                wrong += [exhibit.name] * (flow.roles != EVERYBODY)

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


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_card_reads_well(language: str) -> None:
    words = [*_words(language)]

    assert [each for each in words if ".." in each.replace("…", "") or "  " in each] == []
    assert [each for each in words if "{" in each or "None" in each.split()] == []
    assert len(words) > 500


def _words(language: str) -> Iterator[str]:
    """The bot's own words; a page of somebody's data is JSON, and not read aloud."""
    for name, shown in gallery(language).items():
        if name.startswith("privacy.data"):
            continue
        if isinstance(shown, Form):
            yield from (shown.title, shown.intro, shown.submit)
            yield from (each.label for each in shown.inputs)
            yield from (each.hint for each in shown.inputs)
            continue
        yield from (shown.title, shown.next)
        yield from (button.label for button in shown.buttons)
        yield from (block.text for block in shown.body if hasattr(block, "text"))
