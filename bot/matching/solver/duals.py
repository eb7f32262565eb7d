"""Prices that prove a choice of pairs to be the best: one whole number for each person.

A price is what a pair must pay to use a place of the person; it is passed on to the place, which
may be worth a bonus as well. Whatever the prices are, no choice is worth more than

    sum over pairs of max(0, worth - mentee's price - mentor's price)
    + sum over people of first places * max(0, bonus + price) + other places * max(0, price).

For the right prices this is exactly what the best choice is worth, and the first sum is empty: then
a pair that was never looked at cannot improve anything unless it is worth more than its two prices.
That holds for every term of the worth alike, whether it comes from points or from bonuses.
"""

from dataclasses import dataclass

import numpy as np

from bot.errors import BotError
from bot.matching.arrays import Ints, Mask, ranges
from bot.matching.solver.flow import ENDLESS, Network, Prices

ROUNDINGS = 8


class NotTheBest(BotError):
    """A choice of pairs for which no prices exist: something better was overlooked."""


def prices(network: Network, chosen: Mask, sweeps: int | None = None) -> Prices:
    """Return prices for the best choice of a network; raises NotTheBest if it is not the best.

    Of all right ones, halfway between those that charge mentees the most and mentors the most:
    with these the fewest of the pairs not looked at yet seem worth a look. With ``sweeps`` the
    search ends after so many, and NotTheBest may be raised wrongly.
    """
    by_mentee, by_mentor = network.used(chosen)
    low_mentee, high_mentee = network.mentees.limits(by_mentee)
    low_mentor, high_mentor = network.mentors.limits(by_mentor)
    sweeps = len(low_mentee) + len(low_mentor) + 1 if sweeps is None else sweeps
    pairs = _Side(network.rows, network.columns, network.worth, chosen)
    dear, cheap = _dearest(pairs, high_mentee, low_mentor, sweeps)
    order = np.argsort(network.columns, kind="stable")
    turned = _Side(network.columns[order], network.rows[order], network.worth[order], chosen[order])
    also_dear, also_cheap = _dearest(turned, high_mentor, low_mentee, sweeps)
    cheap, also_cheap = _ended(cheap, high_mentor), _ended(also_cheap, high_mentee)
    dear, also_dear = _ended(dear, low_mentee), _ended(also_dear, low_mentor)
    return Prices((dear + also_cheap) // 2, -((-cheap - also_dear) // 2))


def bound(network: Network, at: Prices) -> int:
    """Return what no choice of the network's pairs can be worth more than."""
    gain = network.worth - at.mentees[network.rows] - at.mentors[network.columns]
    places = network.mentees.bound(at.mentees) + network.mentors.bound(at.mentors)
    return int(np.maximum(gain, 0).sum()) + places


def outranks(network: Network, chosen: Mask, at: Prices, unit: int) -> bool:
    """Say whether prices prove that nobody more could be served, nor anything else a bonus is for.

    Prices rounded to whole units are prices for the same network without weights, in which every
    bonus counts exactly as many units: of two prices that add up to a unit or more, one is rounded
    down and the other up, so they still do. Where the bound they give is what the chosen pairs earn
    in bonuses, no choice earns more of these. Where to round is tried in several places, since a
    price halfway between two units may fall on the wrong side.
    """
    plain = network.without_weights(unit)
    earned = plain.value(chosen)
    for part in range(1, ROUNDINGS):
        shift = unit * part // ROUNDINGS
        rounded = Prices((at.mentees + shift) // unit, -((shift - at.mentors) // unit))
        paid = rounded.mentees[network.rows[chosen]] + rounded.mentors[network.columns[chosen]]
        places = plain.mentees.bound(rounded.mentees) + plain.mentors.bound(rounded.mentors)
        if places + int(np.maximum(plain.pair - paid, 0).sum()) == earned:
            return True
    return False


@dataclass(frozen=True)
class _Side:
    """Pairs sorted by ``owner``."""

    owner: Ints
    other: Ints
    worth: Ints
    chosen: Mask


def _dearest(pairs: _Side, high: Ints, low: Ints, sweeps: int) -> tuple[Ints, Ints]:
    """Return the highest right prices of owners, at most ``high``, and the lowest of the others.

    Pairs not chosen are worth their prices at most, chosen ones at least. So each owner's price
    keeps up the prices of all whom they might have; each of these keeps down the price of whom they
    have. Only owners whose price has just fallen are looked at again (Bellman and Ford's method).
    """
    free = ~pairs.chosen
    owner, other, worth = pairs.owner[free], pairs.other[free], pairs.worth[free]
    starts = np.searchsorted(owner, np.arange(len(high) + 1))
    mine, whom, gain = (
        pairs.owner[pairs.chosen],
        pairs.other[pairs.chosen],
        pairs.worth[pairs.chosen],
    )
    dear, cheap = high.copy(), low.copy()
    fallen = np.arange(len(high))
    for _ in range(sweeps):
        if not len(fallen):
            break
        some = ranges(starts[fallen], starts[fallen + 1])
        asked = worth[some] - dear[owner[some]]
        higher = asked > cheap[other[some]]
        np.maximum.at(cheap, other[some[higher]], asked[higher])
        lower = dear.copy()
        np.minimum.at(lower, mine, gain - cheap[whom])
        fallen = np.flatnonzero(lower < dear)
        dear = lower
    else:
        raise NotTheBest
    return dear, cheap


def _ended(found: Ints, limit: Ints) -> Ints:
    """Give those whom no pair concerns the price at which they would just be used, or 0."""
    ended = np.where(np.abs(found) >= ENDLESS // 2, limit, found)
    return np.where(np.abs(ended) >= ENDLESS // 2, 0, ended)
