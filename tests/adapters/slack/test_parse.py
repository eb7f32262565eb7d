"""The replay corpus: payloads as Slack documents them, and the event each must become.

One JSON a payload in ``tests/adapters/slack/replay``; ``becomes`` names what matters of the
outcome, or is null for what is not for us.
"""

import json
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.heard import Heard, MemberChanged, News, Revoked
from adapters.slack.parse import BadPayload, parse
from adapters.slack.text import as_typed

CORPUS = {
    path.stem: json.loads(path.read_text()) for path in Path(__file__).parent.glob("replay/*")
}
ORGANISATION = "main"


def told(news: News | None) -> dict[str, Any] | None:
    """Return what a payload came to, flat, as the corpus writes it."""
    match news:
        case Heard(event=event):
            found = {**vars(event), **{k: v for k, v in vars(news).items() if k != "event"}}
            found |= {"kind": type(event).__name__, "surface": news.surface.name}
            if "values" in found:
                found["values"] = {name: list(texts) for name, texts in found["values"].items()}
            return found
        case MemberChanged() | Revoked():
            return {"kind": type(news).__name__, **vars(news)}
    return None


@pytest.mark.parametrize("name", sorted(CORPUS))
def test_a_payload_becomes_its_event(name: str) -> None:
    payload, becomes = CORPUS[name]["payload"], CORPUS[name]["becomes"]

    found = told(parse(payload, ORGANISATION))

    if becomes is None:
        assert found is None
    else:
        assert found is not None
        assert {key: found.get(key) for key in becomes} == becomes


def test_the_corpus_holds_every_kind() -> None:
    kinds = {each["becomes"]["kind"] for each in CORPUS.values() if each["becomes"]}

    assert kinds == {"Said", "Pressed", "Submitted", "Opened", "MemberChanged", "Revoked"}
    assert len(CORPUS) >= 30


@pytest.mark.parametrize("name", sorted(CORPUS))
def test_a_payload_told_twice_has_one_key(name: str) -> None:
    payload = CORPUS[name]["payload"]
    first, again = (told(parse(deepcopy(payload), ORGANISATION)) for _ in range(2))

    assert first == again


def test_two_clicks_have_two_keys() -> None:
    payload = CORPUS["click-in-chat"]["payload"]
    first = parse(payload, ORGANISATION)
    second = parse({**payload, "trigger_id": "another"}, ORGANISATION)

    assert isinstance(first, Heard)
    assert isinstance(second, Heard)
    assert first.event.key != second.event.key


@pytest.mark.parametrize("value", ["", "x", "{}", "[]", '["a"]', '["","b","c"]', "[" * 9_000, None])
def test_a_button_that_carries_anything_else_is_a_bad_payload(value: str | None) -> None:
    payload = deepcopy(CORPUS["click-in-chat"]["payload"])
    payload["actions"][0]["value"] = value

    with pytest.raises(BadPayload):
        parse(payload, ORGANISATION)


def test_what_no_database_keeps_is_left_out() -> None:
    payload = {**CORPUS["command"]["payload"], "text": "a\x00b\ud800c"}

    news = parse(payload, ORGANISATION)

    found = told(news)
    assert found is not None
    assert found["text"] == "/mentor ab?c"


paths = st.sampled_from(
    [(name, key) for name, each in sorted(CORPUS.items()) for key in sorted(each["payload"])]
)
junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=5),
    st.lists(st.none(), max_size=2),
    st.dictionaries(st.sampled_from(["id", "type", "values", "user"]), st.none(), max_size=2),
)


@given(path=paths, value=junk)
def test_a_payload_of_any_other_shape_is_an_event_or_a_bad_payload(
    path: tuple[str, str], value: Any
) -> None:
    name, key = path
    with suppress(BadPayload):
        found = told(parse({**CORPUS[name]["payload"], key: value}, ORGANISATION))
        assert found is None or (found["tenant"] and found["kind"])


@pytest.mark.parametrize(
    ("told", "typed"),
    [
        ("leaver <mailto:ana@example.org|ana@example.org>", "leaver ana@example.org"),
        ("leaver <mailto:ana@example.org>", "leaver ana@example.org"),
        ("a &lt;mailto:b&gt; c", "a <mailto:b> c"),
    ],
)
def test_of_the_link_that_slack_makes_of_an_address_the_address_is_heard(
    told: str, typed: str
) -> None:
    assert as_typed(told) == typed
