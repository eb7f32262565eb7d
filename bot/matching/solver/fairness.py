"""The best possible score of the worst pair, while as many people are served as without asking."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from bot.matching.arrays import Ints
from bot.matching.solver.edges import Edges, Progress
from bot.matching.solver.flow import Bonus, Network
from bot.matching.solver.generation import Problem, Solution, Start, solve


def fairest(
    problem: Problem, best: Solution, progress: Progress, stop: Callable[[], bool]
) -> tuple[Solution, int]:
    """Return the best choice whose worst pair is as good as can be, and the score of that pair.

    ``best`` is the best choice without this wish: as many bonuses must be earned again. Among the
    pairs held the limit is found by bisection; that no other pair allows a higher one is proven by
    looking through all pairs for one that would (without weights, so that only bonuses count).
    Stopped before that, the choice so far is the answer, and not proven.
    """
    least, better = problem.worth.least, best
    while len(best.cells) and not stop():
        limit = _highest(problem, better)
        best = solve(_from(problem, limit), progress, stop, _begin(better, limit))
        least = int(best.scores.min())
        flat = replace(problem, worth=replace(problem.worth.flat, least=least + 1))
        better = solve(flat, progress, stop, _begin(best, least + 1))
        if not (best.is_proven and better.is_proven):
            break
        if better.earned < best.earned:
            return best, least
    return replace(best, is_proven=best.is_proven and not len(best.cells)), least


def _begin(solution: Solution, least: int) -> Start:
    """Return the pairs to begin with; prices for other weights would not help."""
    return Start(edges=_at_least(solution.edges, least))


def _from(problem: Problem, least: int) -> Problem:
    return replace(problem, worth=replace(problem.worth, least=least))


def _at_least(edges: Edges, score: int) -> Edges:
    return edges.only(edges.scores >= score)


def _highest(problem: Problem, best: Solution) -> int:
    """Return the highest limit at which the pairs held still earn as many bonuses as the best.

    Looked for first around the best score of whoever of those served has the fewest chances, which
    often is the limit, with longer and longer steps, and then by bisection.
    """
    edges = best.edges
    possible = np.unique(edges.scores)
    first, last = int(np.searchsorted(possible, best.scores.min())), len(possible) - 1
    width = problem.pool.width
    chances = min(
        _fewest_chances(edges.rows, edges.scores, best.cells // width),
        _fewest_chances(edges.columns, edges.scores, best.cells % width),
    )
    middle, step = int(np.searchsorted(possible, chances)), 1
    below, above = first, last
    while first < last:
        middle = min(max(middle, first + 1), last)
        if _earned(problem, _at_least(edges, int(possible[middle]))) == best.earned:
            first, middle = middle, middle + step
        else:
            last, middle = middle - 1, middle - step
        step *= 2
        if first > below and last < above:
            middle = (first + last + 1) // 2
    return int(possible[first])


def _fewest_chances(people: Ints, scores: Ints, served: Ints) -> int:
    """Return the lowest of the best scores that people who are served can have."""
    chances = np.zeros(int(people.max()) + 1, np.int64)
    np.maximum.at(chances, people, scores)
    return int(chances[served].min())


def _earned(problem: Problem, edges: Edges) -> int:
    """Return how many bonuses pairs can earn."""
    bonus = Bonus.of(problem.goal, 1)
    network = Network(
        edges.rows, edges.columns, np.zeros(len(edges), np.int64), problem.demand, bonus
    )
    return network.value(network.solve())
