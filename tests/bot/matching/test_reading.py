"""A plain instance from JSON: what is wrong is named with its remedy, and nothing is guessed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.matching import files
from adapters.matching.faults import WrongInstance
from adapters.matching.files import (
    BYTES_PER_PAIR,
    BYTES_PER_PERSON,
    LARGEST_FILE,
    MOST_PAIRS,
    check_memory,
)
from adapters.matching.reading import instance_from, read_instance
from bot import texts
from bot.matching.asking.instance import solve_instance

GOOD = {
    "mentors": [{"id": "a", "capacity": 2}, {"id": "b"}],
    "mentees": [{"id": "x", "capacity": 1}, {"id": "y", "capacity": 1}],
    "edges": [["a", "x", 5], ["a", "y", 7], ["b", "y", 9]],
    "locked": [["a", "x"]],
    "forbidden": [["b", "x"]],
    "objective": "score",
}


def fault(**changes):
    """The key of the sentence, which exists in both languages with these values."""
    with pytest.raises(WrongInstance) as caught:
        instance_from(GOOD | changes)
    found = caught.value
    for language in texts.LANGUAGES:
        assert texts.say(language, found.key, **found.values)
    return found.key, found.values


def test_a_right_instance_is_read_whole():
    instance = instance_from(GOOD)

    assert instance.mentors == {"a": 2, "b": 1}
    assert instance.edges == (("a", "x"), ("a", "y"), ("b", "y"))
    assert list(instance.scores) == [5, 7, 9]
    assert (instance.locked, instance.goal) == ((("a", "x"),), "score")


@pytest.mark.parametrize(
    ("changes", "key", "named"),
    [
        ({"mentees": []}, "match-nobody", "mentees"),
        ({"mentors": [], "edges": [], "locked": []}, "match-nobody", "mentors"),
        ({"mentors": {}}, "match-no-list", "mentors"),
        ({"mentors": ["a"]}, "match-no-person", '"a"'),
        ({"mentors": [{"id": 1}]}, "match-no-person", '{"id": 1}'),
        ({"mentors": [{"id": "a", "age": 3}]}, "match-no-person", '"age"'),
        ({"mentors": [{"id": "a", "capacity": 0}]}, "match-wrong-capacity", '"a"'),
        ({"mentors": [{"id": "a", "capacity": 1.5}]}, "match-wrong-capacity", "1.5"),
        ({"mentors": [{"id": "a", "capacity": True}]}, "match-wrong-capacity", "true"),
        ({"mentors": [{"id": "a"}, {"id": "a"}]}, "match-person-twice", '"a"'),
        ({"edges": [["a", "x"]]}, "match-wrong-edges", '["a", "x"]'),
        ({"edges": [["a", "z", 1]]}, "match-unknown-id", '"z"'),
        ({"edges": [["x", "a", 1]]}, "match-unknown-id", '"x"'),
        ({"edges": [["a", ["x"], 1]]}, "match-unknown-id", '["x"]'),
        ({"edges": [["a", "x", 1], ["a", "x", 2]]}, "match-pair-twice", '["a", "x", 2]'),
        ({"edges": [["a", "x", -1]]}, "match-wrong-score", '["a", "x", -1]'),
        ({"edges": [["a", "x", 10**30]]}, "match-wrong-score", "edges"),
        ({"edges": [["a", "x", 1.0]]}, "match-wrong-score", "1.0"),
        ({"edges": [["a", "x", float("nan")]]}, "match-wrong-score", "NaN"),
        ({"locked": [["a", "x"], ["a", "x"]]}, "match-pair-twice", '["a", "x"]'),
        ({"locked": [["a"]]}, "match-wrong-locked", '["a"]'),
        ({"locked": [["b", "x"]], "forbidden": []}, "match-lock-no-edge", '"b"'),
        ({"locked": [["a", "x"]], "forbidden": [["a", "x"]]}, "match-lock-forbidden", '"x"'),
        ({"locked": [["a", "y"], ["b", "y"]]}, "match-lock-full", '"y"'),
        ({"forbidden": [["a", "q"]]}, "match-unknown-id", '"q"'),
        ({"forbidden": [3]}, "match-wrong-forbidden", "3"),
        ({"objective": "best"}, "match-wrong-objective", '"best"'),
        ({"objective": ["score"]}, "match-wrong-objective", '["score"]'),
        ({"edge": []}, "match-unknown-key", '"edge"'),
        ({"mentors": [{"id": "\ud800"}]}, "match-half-character", "\\ud800"),
        ({"edges": [["a", "\udfff", 1]]}, "match-unknown-id", "\\udfff"),
        ({"mentors": [{"id": "a", "minimum": 2}]}, "match-wrong-minimum", "2"),
        ({"mentors": [{"id": "a", "minimum": -1}]}, "match-wrong-minimum", "-1"),
        ({"mentors": [{"id": "a", "minimum": None}]}, "match-wrong-minimum", "null"),
        ({"mentees": [{"id": "x", "minimum": 1}]}, "match-no-person", '"minimum"'),
    ],
)
def test_what_is_wrong_is_named(changes, key, named):
    found, values = fault(**changes)

    assert found == key
    assert named == "edges" or any(named in str(value) for value in values.values())


def test_what_is_missing_is_named():
    with pytest.raises(WrongInstance) as caught:
        instance_from({"mentors": [], "mentees": []})

    assert caught.value.values == {"name": "edges"}


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"{", "match-no-json"),
        (b"\xff\xfe", "match-no-json"),
        (b"", "match-no-json"),
        (b"[" * 100_000, "match-too-deep"),
        (b'{"a":' * 100_000, "match-too-deep"),
        (b'{"edges": ' + b"1" * 5_000 + b"}", "match-long-number"),
        (b'{"edges": [], "edges": []}', "match-key-twice"),
        (b'{"mentors": [{"id": "a", "id": "b"}]}', "match-key-twice"),
        (b"[" * (MOST_PAIRS + 1), "match-many-pairs"),
    ],
)
def test_what_no_instance_can_be_read_from_is_said_as_what_it_is(tmp_path, content, key):
    path = tmp_path / "instance.json"
    path.write_bytes(content)

    with pytest.raises(WrongInstance) as caught:
        read_instance(path)

    assert caught.value.key == key
    for language in texts.LANGUAGES:
        assert texts.say(language, key, **caught.value.values)


def test_what_is_no_ordinary_file_is_not_read_for_ever():
    with pytest.raises(WrongInstance) as caught:
        read_instance(Path("/dev/zero"))

    assert caught.value.key == "match-no-file"


def test_more_memory_than_is_free_is_not_asked_for():
    with pytest.raises(WrongInstance) as caught:
        check_memory(1 << 60)

    assert caught.value.key == "match-no-memory"


@pytest.mark.parametrize(("text", "bytes_each"), [("[", BYTES_PER_PAIR), ("{", BYTES_PER_PERSON)])
def test_what_an_instance_needs_is_said_before_it_is_read(tmp_path, monkeypatch, text, bytes_each):
    path, free = tmp_path / "instance.json", tmp_path / "meminfo"
    path.write_text(text * 3_000)
    free.write_text("MemAvailable: 100 kB\n")
    monkeypatch.setattr(files, "MEMORY", free)

    with pytest.raises(WrongInstance) as caught:
        read_instance(path)

    assert caught.value.values == {"needed": 3_000 * bytes_each >> 20, "free": 0}


NAMES = st.sampled_from(["a", "b", "x", "y", "\ud800", ""])
VALUES = st.none() | st.booleans() | st.integers() | st.floats() | NAMES
PERSON = st.fixed_dictionaries({"id": NAMES | VALUES}, optional={"capacity": VALUES, "?": VALUES})
NESTED = st.recursive(VALUES | PERSON, lambda inner: st.lists(inner, max_size=4), max_leaves=8)


@given(st.dictionaries(st.sampled_from([*GOOD, "?"]), NESTED), st.booleans())
def test_whatever_the_json_is_it_is_an_instance_or_refused_in_words(changes, as_it_is):
    said = ["proven"]
    try:
        assert solve_instance(instance_from(changes if as_it_is else GOOD | changes)).is_proven
    except WrongInstance as wrong:
        said = [texts.say(language, wrong.key, **wrong.values) for language in texts.LANGUAGES]
    assert all(sentence.encode() for sentence in said)


def test_a_goal_of_a_programme_and_a_minimum_are_read():
    people = [{"id": "a", "capacity": 2, "minimum": 1}, {"id": "b"}]

    instance = instance_from(GOOD | {"mentors": people, "objective": "programme"})

    assert (instance.goal, instance.least) == ("programme", {"a": 1})


def test_a_minimum_comes_before_the_score():
    asked = GOOD | {"locked": [], "objective": "score", "forbidden": []}
    asked["edges"] = [["a", "x", 9], ["a", "y", 9], ["b", "y", 1]]

    free = solve_instance(instance_from(asked))
    people = [{"id": "a", "capacity": 2}, {"id": "b", "minimum": 1}]
    bound = solve_instance(instance_from(asked | {"mentors": people}))

    assert (free.total_score, bound.total_score) == (18, 10)
    assert bound.missing == 0


def test_a_file_that_is_not_there_or_no_object_or_too_large_is_refused(tmp_path):
    path = tmp_path / "instance.json"

    keys = []
    for content in (None, "[]"):
        if content is not None:
            path.write_text(content)
        with pytest.raises(WrongInstance) as caught:
            read_instance(path)
        keys.append(caught.value.key)
    with path.open("r+b") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(WrongInstance) as caught:
        read_instance(path)

    assert [*keys, caught.value.key] == ["match-unreadable", "match-no-object", "match-huge"]


def test_a_right_file_is_read(tmp_path):
    path = tmp_path / "instance.json"
    path.write_text(json.dumps(GOOD))

    assert read_instance(path) == instance_from(GOOD)
