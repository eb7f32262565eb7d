"""Who with whom: the best pairs that break no rule, each explained by the terms of its score.

Computing only: no input or output, no clock, no words. Reasons are codes and values, which the text
catalogue words. ``propose`` answers a Request with a Result; ``pair_score`` explains any two
people; ``price`` says what an override costs and who pays; ``repair`` answers again while
most of the earlier pairs stay; ``answer_to`` weighs a trial beside things as they stand;
``may_pair`` says whether there is any pair to be found.
"""

from bot.matching.asking.compare import price
from bot.matching.asking.possible import may_pair
from bot.matching.asking.propose import pair_score, propose
from bot.matching.asking.question import Answer, Question, answer_to, pairs_of
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
from bot.matching.solver.flow import TooLarge

__all__ = [
    "ROUNDS_THAT_COUNT",
    "Answer",
    "Candidate",
    "Change",
    "ContradictoryRules",
    "Fairness",
    "Pair",
    "Price",
    "Question",
    "Reason",
    "Refusal",
    "Request",
    "Result",
    "Rules",
    "TooLarge",
    "Unmatched",
    "Weights",
    "answer_to",
    "may_pair",
    "pair_score",
    "pairs_of",
    "price",
    "propose",
    "repair",
]
