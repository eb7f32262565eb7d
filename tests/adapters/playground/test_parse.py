"""From JSON to events: what fits becomes an event, everything else a refusal with a sentence."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.playground.parse import BadRequest, Place, event
from bot.conversation.events import Event, Pressed, Said, Submitted
from bot.texts import LANGUAGES, say

PLACE = Place(organisation_id="org", platform="playground", tenant="phares")
WHO = {"address": "ana", "key": "k"}
COMMON = {
    "organisation_id": "org",
    "platform": "playground",
    "tenant": "phares",
    "address": "ana",
    "key": "playground:k",
}


def test_each_gesture_becomes_its_event():
    assert event("say", {**WHO, "text": "hi"}, PLACE) == Said(text="hi", **COMMON)
    pressed = Pressed(action="a.b.yes", subject="s", value="4", **COMMON)
    data = {**WHO, "action": "a.b.yes", "subject": "s", "value": "4"}
    assert event("press", data, PLACE) == pressed
    submitted = Submitted(action="a.b", values={"x": ("1", "2"), "y": ()}, **COMMON)
    filled = {**WHO, "action": "a.b", "values": {"x": ["1", "2"], "y": []}}
    assert event("submit", filled, PLACE) == submitted


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("say", None),
        ("say", []),
        ("say", {}),
        ("say", {**WHO, "text": ""}),
        ("say", {**WHO, "text": "  \n"}),
        ("say", {**WHO, "text": 7}),
        ("say", {**WHO, "text": "a\x00b"}),
        ("say", {**WHO, "text": "half a pair: \ud83d"}),
        ("say", {**WHO, "text": "x" * 20_001}),
        ("say", {**WHO, "text": "x", "key": "k" * 190}),
        ("say", {**WHO, "text": "x", "address": "x" * 201}),
        ("press", {**WHO, "action": ""}),
        ("press", {**WHO, "action": "a", "subject": None}),
        ("submit", {**WHO, "action": "a"}),
        ("submit", {**WHO, "action": "a", "values": ["x"]}),
        ("submit", {**WHO, "action": "a", "values": {"x": "text"}}),
        ("submit", {**WHO, "action": "a", "values": {"x": [1]}}),
        ("submit", {**WHO, "action": "a", "values": {"x": ["y"] * 101}}),
        ("submit", {**WHO, "action": "a", "values": {"x" * 201: []}}),
        ("submit", {**WHO, "action": "a", "values": {str(n): [] for n in range(101)}}),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(kind, data):
    with pytest.raises(BadRequest) as refused:
        event(kind, data, PLACE)
    for language in LANGUAGES:
        assert say(language, refused.value.key, **refused.value.values)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(
    kind=st.sampled_from(["say", "press", "submit"]),
    data=st.dictionaries(
        st.sampled_from(["address", "key", "text", "action", "subject", "value", "values"]), JSON
    ),
)
def test_any_json_is_an_event_or_a_refusal(kind, data):
    with contextlib.suppress(BadRequest):
        assert isinstance(event(kind, data, PLACE), Event)
