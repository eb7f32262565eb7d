"""The checker of what happened on a fake platform finds each kind of fault, and only faults."""

from collections.abc import Sequence

import pytest

from tests.history import History, Intent, Kind, faults


def happened(*posts: tuple[str, str]) -> History:
    """A history of messages posted in one conversation, each by key and id."""
    history = History()
    for key, remote_id in posts:
        history.note(Kind.POSTED, tenant="T", conversation="D", key=key, remote_id=remote_id)
    return history


def meant(*keys: str) -> list[Intent]:
    return [Intent(tenant="T", conversation="D", key=key) for key in keys]


def test_what_happened_as_intended_has_no_fault() -> None:
    history = happened(("a", "1"), ("", "2"), ("b", "3"))
    history.note(Kind.REPEATED, tenant="T", conversation="D", key="a", remote_id="1")

    assert faults(history, meant("a", "b")) == []


@pytest.mark.parametrize(
    ("posts", "intended", "found"),
    [
        ([("a", "1")], meant("a", "b"), ["lost: T/D b"]),
        ([], meant("a"), ["lost: T/D a"]),
        ([("a", "1"), ("a", "2")], meant("a"), ["doubled: T/D a 1 2"]),
        ([("a", "1"), ("x", "2")], meant("a"), ["uncalled for: T/D x"]),
        ([("b", "1"), ("a", "2")], meant("a", "b"), ["out of order: T/D b before a"]),
        (
            [("a", "1")],
            [Intent(tenant="T", conversation="D", key="a", remote_id="9")],
            ["misnamed: T/D a 9"],
        ),
    ],
)
def test_each_fault_is_found(
    posts: Sequence[tuple[str, str]], intended: list[Intent], found: list[str]
) -> None:
    assert faults(happened(*posts), intended) == found


def test_what_was_deleted_is_lost_and_what_was_doubled_and_mended_is_not() -> None:
    history = happened(("a", "1"), ("b", "2"), ("b", "3"))
    for remote_id in ("1", "3"):
        history.note(Kind.DELETED, tenant="T", conversation="D", remote_id=remote_id)

    assert faults(history, meant("a", "b")) == ["lost: T/D a"]


def test_conversations_and_tenants_are_judged_apart() -> None:
    history = happened(("a", "1"))
    history.note(Kind.POSTED, tenant="U", conversation="D", key="a", remote_id="1")

    assert faults(history, meant("a")) == ["uncalled for: U/D a"]


def test_what_happened_is_counted_and_kept_by_kind() -> None:
    history = happened(("a", "1"))
    history.note(Kind.TOLD, tenant="T", conversation="D", key="e")

    assert [happening.order for happening in history] == [0, 1]
    assert len(history) == 2
    assert [happening.key for happening in history.of(Kind.TOLD)] == ["e"]
