"""Change one person's private value, and nothing that anybody else can see may change."""

from datetime import timedelta

import pytest

from bot.privacy.policy import READERS, Reader
from tests.privacy.company import HR
from tests.privacy.story import Told, play
from tests.privacy.swaps import NOT_SWAPPED, SWAPS, Swap
from tests.world import MONDAY

MATCHED = MONDAY + timedelta(days=1)
"""Whom the matching brings together is an opening: what follows from it is not compared."""


def differences(one: Told, other: Told, swap: Swap) -> list[str]:
    """Return what observers saw in one run only, before their openings tell two runs apart."""
    same = one.proposed == other.proposed
    found = []
    for person in one.seen.keys() - swap.blind:
        pairs = zip(_until(one, person, same=same), _until(other, person, same=same), strict=False)
        found += [f"{person}:\n{a}\n--- or ---\n{b}" for a, b in pairs if a != b]
        if len(_until(one, person, same=same)) != len(_until(other, person, same=same)):
            found.append(f"{person}: more in one run than in the other")
    return found


def _until(told: Told, person: str, *, same: bool) -> list[tuple[object, str]]:
    return [(at, text) for at, text in told.seen[person] if same or at < MATCHED]


def observers(swap: Swap) -> list[str]:
    """Return HR, the partner and their manager, and a colleague."""
    return [person for person in (HR, "rose", "max", "ben") if person not in swap.blind]


@pytest.mark.parametrize("swap", SWAPS[:: len(SWAPS) // 3], ids=lambda swap: swap.name)
async def test_nothing_that_others_see_changes_with_a_private_value(swap: Swap) -> None:
    one, other = [await play(1, 1, acts, observers(swap)) for acts in swap.sides]
    assert len(one.seen[HR]) > 50
    assert differences(one, other, swap)[:2] == []


@pytest.mark.slow
@pytest.mark.parametrize("swap", SWAPS, ids=lambda swap: swap.name)
async def test_so_it_is_with_every_value_in_another_programme(swap: Swap) -> None:
    one, other = [await play(2, 1, acts, observers(swap)) for acts in swap.sides]
    assert differences(one, other, swap)[:2] == []


def test_every_item_that_coordinators_do_not_read_is_swapped_or_says_why_not() -> None:
    private = {item for item, readers in READERS.items() if Reader.COORDINATORS not in readers}
    swapped = {swap.item for swap in SWAPS}
    assert private <= swapped | NOT_SWAPPED.keys()
    assert not swapped & NOT_SWAPPED.keys()
