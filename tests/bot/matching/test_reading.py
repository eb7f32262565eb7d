"""A plain instance from JSON: what is wrong is named with its remedy, and nothing is guessed."""

import json

import pytest

from adapters.matching.reading import LARGEST_FILE, WrongInstance, instance_from, read_instance
from bot import texts

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


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[" * 100_000, b""])
def test_a_file_that_is_no_json_is_refused(tmp_path, content):
    path = tmp_path / "instance.json"
    path.write_bytes(content)

    with pytest.raises(WrongInstance) as caught:
        read_instance(path)

    assert caught.value.key == "match-no-json"


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
