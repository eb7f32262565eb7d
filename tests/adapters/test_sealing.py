"""What is sealed stays so: for one purpose, under keys that can be changed without a stop."""

import pytest

from adapters.sealing import Sealer, Unsealable, WrongKey, new_key

OLD, NEW = new_key(), new_key()
TOKEN = "a token – été"  # noqa: S105  no secret of anybody's


def test_what_was_sealed_is_read_again_and_not_seen() -> None:
    sealed = Sealer([OLD]).seal(TOKEN, purpose="slack:T1")

    assert Sealer([OLD]).unseal(sealed, purpose="slack:T1") == TOKEN
    assert TOKEN not in sealed


def test_an_older_key_still_opens_what_it_sealed() -> None:
    sealed = Sealer([OLD]).seal(TOKEN, purpose="p")

    assert Sealer([NEW, OLD]).unseal(sealed, purpose="p") == TOKEN


def test_the_newest_key_seals() -> None:
    sealed = Sealer([NEW, OLD]).seal(TOKEN, purpose="p")

    assert Sealer([NEW]).unseal(sealed, purpose="p") == TOKEN
    with pytest.raises(Unsealable):
        Sealer([OLD]).unseal(sealed, purpose="p")


def test_a_row_moved_to_another_name_is_refused() -> None:
    sealer = Sealer([OLD])

    with pytest.raises(Unsealable):
        sealer.unseal(sealer.seal(TOKEN, purpose="slack:T1"), purpose="slack:T2")


@pytest.mark.parametrize("sealed", ["", "x", "gAAAAABnonsense", "é"])
def test_what_was_never_sealed_is_refused(sealed: str) -> None:
    with pytest.raises(Unsealable):
        Sealer([OLD]).unseal(sealed, purpose="p")


@pytest.mark.parametrize("keys", [[], [""], ["short"], [OLD, "é"]])
def test_a_wrong_key_is_said_at_once(keys: list[str]) -> None:
    with pytest.raises(WrongKey):
        Sealer(keys)
