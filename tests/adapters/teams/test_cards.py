"""The strict reader of cards finds each kind of fault, and only faults."""

from typing import Any

import pytest

from tests.adapters.teams.cards import SIZE_LIMIT, faults


def a_card(*body: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "fallbackText": "In short",
        "body": list(body),
        **more,
    }


CHART = {
    "type": "Chart.HorizontalBar",
    "title": "Meetings",
    "data": [{"x": "Week 1", "y": 3}],
    "fallback": {"type": "TextBlock", "text": "Week 1: 3", "wrap": True},
}


def test_a_good_card_has_no_fault() -> None:
    card = a_card(
        {"type": "TextBlock", "text": "Hello", "wrap": True, "weight": "Bolder"},
        {"type": "FactSet", "facts": [{"title": "Role", "value": "Mentor"}]},
        {
            "type": "Input.ChoiceSet",
            "id": "topics",
            "label": "Topics",
            "style": "filtered",
            "isMultiSelect": True,
            "choices": [{"title": "AI", "value": "ai"}],
            "choices.data": {"type": "Data.Query", "dataset": "topics"},
        },
        CHART,
        actions=[
            {
                "type": "Action.Execute",
                "title": "Yes",
                "verb": "press",
                "data": {"anything": {"at": ["all"]}},
                "fallback": {"type": "Action.Submit", "title": "Yes", "data": {"x": 1}},
            }
        ],
        msteams={"width": "full"},
    )

    assert faults(card) == []


@pytest.mark.parametrize(
    ("element", "fault"),
    [
        ({"type": "TextBlok", "text": "x"}, "unknown type 'TextBlok'"),
        ({"text": "x"}, "unknown type None"),
        ({"type": "TextBlock"}, "no text"),
        ({"type": "TextBlock", "text": "x", "bold": True}, "unknown property bold"),
        ({"type": "TextBlock", "text": "x", "weight": "bold"}, "weight"),
        ({"type": "TextBlock", "text": "x", "wrap": "true"}, "wrap"),
        ({"type": "TextBlock", "text": "x", "is_subtle": True}, "unknown property is_subtle"),
        ({"type": "Input.Text", "label": "Name"}, "no id"),
        ({"type": "Input.Text", "id": "n"}, "no label"),
        ({"type": "FactSet", "facts": [{"title": "Role"}]}, "no value"),
        ({"type": "FactSet", "facts": [{"title": "a", "value": "b", "c": 1}]}, "property c"),
        ({"type": "Action.Submit", "title": "Yes"}, "cannot stand here"),
        ({**CHART, "fallback": {"type": "TextBlock"}}, "no text"),
        ({name: CHART[name] for name in ("type", "title", "data")}, "without fallback"),
        ({**CHART, "data": [{"x": "Week", "z": 3}]}, "unknown property z"),
        (
            {"type": "Container", "items": [{"type": "Container", "items": [{"type": "No"}]}]},
            "unknown type 'No'",
        ),
        (
            {"type": "Input.ChoiceSet", "id": "a", "label": "b", "choices": [{"title": "c"}]},
            "no value",
        ),
    ],
)
def test_each_fault_is_found(element: dict[str, Any], fault: str) -> None:
    found = faults(a_card(element))

    assert len(found) >= 1
    assert any(fault in line for line in found), found


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"version": "1.6"}, "version"),
        ({"fallbackText": " "}, "fallbackText"),
        ({"msteams": {"width": "Full"}}, "width"),
        ({"ms_teams": {"width": "full"}}, "unknown property ms_teams"),
        ({"actions": [{"type": "Action.Execute", "title": "Yes"}]}, "no verb"),
        ({"fallbackText": "x" * SIZE_LIMIT}, "bytes"),
    ],
)
def test_faults_of_the_card_itself_are_found(changes: dict[str, Any], fault: str) -> None:
    found = faults(a_card(**changes))

    assert any(fault in line for line in found), found


def test_two_inputs_may_not_share_an_id() -> None:
    same = {"type": "Input.Text", "id": "n", "label": "Name"}

    assert faults(a_card(same, same)) == ["card: 2 elements with the id n"]
