"""What makes a pair good in one cycle, and what it must have: the settings of its matching."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from bot.domain.programme import Cycle
from bot.matching import Rules, Weights

WEIGHT = "weight_"
"""What the name of a weight begins with among the settings of a cycle."""
WEIGHTS = tuple(f"{WEIGHT}{weight.name}" for weight in fields(Weights))
LIMITS = ("minimum_hours", "minimum_level_gap", "minimum_score", "stay_bonus", "fairness")
"""The other settings of a cycle, named as the matching names them."""


def rules_of(cycle: Cycle) -> Rules:
    """Return the settings of a cycle; what it does not name is as usual."""
    return rules_from(cycle.rules)


def rules_from(settings: Mapping[str, int | str]) -> Rules:
    """Return settings as the matching takes them; what they do not name is as usual.

    Raises ValueError for a value that is out of range.
    """
    values: dict[str, Any] = {**settings_of(Rules()), **settings}
    weights = Weights(**{name.removeprefix(WEIGHT): values[name] for name in WEIGHTS})
    return Rules(**{name: values[name] for name in LIMITS}, weights=weights)


def settings_of(rules: Rules) -> dict[str, int | str]:
    """Return every setting by its stored name."""
    weights = {name: getattr(rules.weights, name.removeprefix(WEIGHT)) for name in WEIGHTS}
    return {**weights, **{name: getattr(rules, name) for name in LIMITS}}


def most_points(cycle: Cycle) -> int:
    """Return what a pair would score for which everything fits."""
    weights = rules_of(cycle).weights
    return sum(getattr(weights, weight.name) for weight in fields(Weights))
