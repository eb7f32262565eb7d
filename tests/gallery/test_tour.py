"""The tour finds what nobody listed, and each exhibit is worth its line."""

from tests import product
from tests.gallery.exhibits import EXHIBITS
from tests.gallery.scenes import SCENES
from tests.gallery.tour import tour
from tests.gallery.transcript import lines


def test_what_a_command_or_a_button_leads_to_need_not_be_listed() -> None:
    listed = {exhibit.step for exhibit in EXHIBITS}
    found = {stop.step for stop in tour("en").stops if stop.step}

    assert found == {step.full_name for step in product.steps()}
    assert len(found - listed) > 30


def test_every_command_is_typed_once() -> None:
    typed = [visit.where for visit in tour("en").commands]

    assert typed == [f"/mentor {command.name}" for command in product.commands()]
    assert len(typed) > 25


def test_every_button_is_pressed_and_every_form_sent_in() -> None:
    found = tour("en")
    tried = {visit.where for visit in found.visits}
    inert = {stop.name for stop in found.stops if not getattr(stop.shown, "buttons", True)}

    assert {stop.name for stop in found.stops} == tried | inert


def test_no_two_exhibits_of_a_step_look_the_same() -> None:
    shown: dict[tuple[str, ...], list[str]] = {}
    for stop in tour("en").stops:
        shown.setdefault((stop.step, *lines(stop.shown)), []).append(stop.name)

    assert [names for names in shown.values() if len(names) > 1] == []


def test_every_chapter_has_its_scenes() -> None:
    assert {scene.chapter for scene in SCENES} == set(product.folders())
    assert len(SCENES) > 50
