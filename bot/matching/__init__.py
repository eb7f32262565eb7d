"""Who with whom: the best pairs that break no rule, each explained by the terms of its score.

Computing only: no input or output, no clock, no words. Reasons are codes and values, which the text
catalogue words. ``propose`` answers a Request with a Result; ``pair_score`` explains any two
people; ``price`` says what an override costs and who pays; ``repair`` answers again while
most of the earlier pairs stay.
"""

from bot.matching.asking.compare import price
from bot.matching.asking.propose import pair_score, propose
from bot.matching.asking.repair import repair
from bot.matching.model.people import (
    ROUNDS_THAT_COUNT,
    Candidate,
    Fairness,
    Request,
    Rules,
    Weights,
)
from bot.matching.model.result import (
    Change,
    ContradictoryRules,
    Pair,
    Price,
    Reason,
    Refusal,
    Result,
    Unmatched,
)

__all__ = [
    "ROUNDS_THAT_COUNT",
    "Candidate",
    "Change",
    "ContradictoryRules",
    "Fairness",
    "Pair",
    "Price",
    "Reason",
    "Refusal",
    "Request",
    "Result",
    "Rules",
    "Unmatched",
    "Weights",
    "pair_score",
    "price",
    "propose",
    "repair",
]
