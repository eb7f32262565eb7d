"""Points: what makes a pair good, one integer term for each reason, and the reasons in values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from bot.matching.arrays import Bytes, Ints
from bot.matching.model.people import (
    FAIR_SCORE,
    ROUNDS_THAT_COUNT,
    STEEPNESS,
    TOPICS_THAT_FIT,
    Candidate,
    Fairness,
)
from bot.matching.model.result import Reason, Value
from bot.matching.model.rules import common, levels_known
from bot.matching.model.table import FURTHEST_AHEAD, Table

ENOUGH_HOURS = 12
ENOUGH_LANGUAGES = 2
ENOUGH_INTERESTS = 3
ENOUGH_LEVELS = 5
LEVELS_AT_MOST = 1 << 20
SUITED_AT_MOST = FURTHEST_AHEAD * TOPICS_THAT_FIT
"""The most that ``suited_by_levels`` says of a pair."""


def points(table: Table, rows: Ints, columns: Ints) -> Mapping[str, Ints]:
    """Return each term of the scores of pairs, mentee ``rows[i]`` with mentor ``columns[i]``.

    The formula of each is in the docstring of Weights; here is only their arithmetic.
    """
    return {code: term.earned(table, rows, columns) for code, term in TERMS.items()}


def scores(table: Table, rows: Ints, columns: Ints) -> Ints:
    """Return the scores of pairs."""
    total = np.zeros(len(rows), np.int64)
    for term in TERMS.values():
        total += term.earned(table, rows, columns)
    return total


def largest_score(table: Table) -> int:
    """Return what no pair's score exceeds."""
    return int(sum(term.most(table).max(initial=0) for term in TERMS.values()))


def weights_by_score(fairness: Fairness, largest: int) -> Ints:
    """Return what each score up to ``largest`` weighs: its points, as the fairness sees them."""
    score = np.arange(largest + 1)
    if fairness == "concave":
        lost = np.maximum(FAIR_SCORE - score, 0) ** 2 // STEEPNESS
        # As every choice compared has as many pairs, what each is raised by makes no change.
        score = score - lost + lost[0]
    return score


def reasons(mentor: Candidate, mentee: Candidate, earned: Mapping[str, int]) -> tuple[Reason, ...]:
    """Return the terms that earned points, most first, each with the facts it rests on."""
    found = (
        Reason(code, number, TERMS[code].facts(mentor, mentee))
        for code, number in earned.items()
        if number
    )
    return tuple(sorted(found, key=lambda reason: -reason.points))


@dataclass(frozen=True)
class Term:
    """One term: what each pair earns, what each mentee could earn with anybody, and the facts."""

    earned: Callable[[Table, Ints, Ints], Ints]
    most: Callable[[Table], Ints]
    facts: Callable[[Candidate, Candidate], dict[str, Value]]


def _share(most: int, count: Ints | Bytes, enough: int) -> Ints:
    """Return the points for each possible count, looked up: a division each would be slow."""
    by_count = most * np.arange(enough + 1) // enough
    return np.asarray(by_count[np.clip(count, 0, enough)])


def topic_points(table: Table, rows: Ints, gain: Ints) -> Ints:
    """Return the points of the topics for what mentees gain (the sum of Table.gains)."""
    fullest = table.fullest[rows]
    most = table.rules.weights.topics
    # A mentee who wants nothing gains nothing: the maximum only keeps the division defined.
    return np.asarray(most * np.minimum(gain, fullest) // np.maximum(fullest, 1))


def _topics(table: Table, rows: Ints, columns: Ints) -> Ints:
    gain = np.zeros(len(rows), np.int64)
    for wish in range(table.wishes.shape[1]):
        gain += table.gains[table.wishes[rows, wish], columns]
    return topic_points(table, rows, gain)


def suited_by_levels(table: Table, rows: Ints, columns: Ints) -> Ints:
    """Return how well pairs suit by levels, which decides among equals and is worth no points."""
    lead = np.zeros(len(rows), np.int64)
    for wish in range(table.wishes.shape[1]):
        lead += table.ahead[table.wishes_by_level[rows, wish], columns]
    return np.minimum(lead, SUITED_AT_MOST)


def _hours(table: Table, rows: Ints, columns: Ints) -> Ints:
    count = common(table.mentees.hours, table.mentors.hours, rows, columns)
    return _share(table.rules.weights.hours, count, ENOUGH_HOURS)


def _interests(table: Table, rows: Ints, columns: Ints) -> Ints:
    count = common(table.mentees.interests, table.mentors.interests, rows, columns)
    return _share(table.rules.weights.interests, count, ENOUGH_INTERESTS)


def _waiting(table: Table, rows: Ints, columns: Ints) -> Ints:
    waited = table.mentees.rounds[rows] + table.mentors.rounds[columns]
    return _share(table.rules.weights.waiting, waited, 2 * ROUNDS_THAT_COUNT)


def _department(table: Table, rows: Ints, columns: Ints) -> Ints:
    theirs, others = table.mentees.department[rows], table.mentors.department[columns]
    nowhere = table.tags.departments.unsaid
    fresh = (theirs != others) & (theirs != nowhere) & (others != nowhere)
    return np.asarray(table.rules.weights.department * fresh)


def _gap(table: Table, rows: Ints, columns: Ints) -> Ints:
    levels = table.mentees.level[rows] - table.mentors.level[columns]
    if not table.every_level_is_known:
        levels = levels * levels_known(table, rows, columns)
    return _share(table.rules.weights.gap, levels, ENOUGH_LEVELS)


def _format(table: Table, rows: Ints, columns: Ints) -> Ints:
    mentees, mentors = table.mentees, table.mentors
    office = mentees.office[rows]
    same_place = (office == mentors.office[columns]) & (office != table.tags.offices.unsaid)
    on_site = mentees.on_site[rows] & mentors.on_site[columns] & same_place
    video = mentees.video[rows] & mentors.video[columns]
    return np.asarray(table.rules.weights.format * (on_site | video))


def _languages(table: Table, rows: Ints, columns: Ints) -> Ints:
    count = common(table.mentees.languages, table.mentors.languages, rows, columns)
    return _share(table.rules.weights.languages, count, ENOUGH_LANGUAGES)


def _all(weight: str) -> Callable[[Table], Ints]:
    return lambda table: np.full(len(table.mentees), getattr(table.rules.weights, weight))


def _most_interests(table: Table) -> Ints:
    count = np.bitwise_count(table.mentees.interests).sum(axis=1, dtype=np.int64)
    return _share(table.rules.weights.interests, count, ENOUGH_INTERESTS)


def _most_waiting(table: Table) -> Ints:
    waited = table.mentees.rounds + table.mentors.rounds.max(initial=0)
    return _share(table.rules.weights.waiting, waited, 2 * ROUNDS_THAT_COUNT)


def _most_gap(table: Table) -> Ints:
    levels = table.mentees.level - table.mentors.level.min(initial=LEVELS_AT_MOST)
    return _share(table.rules.weights.gap, levels, ENOUGH_LEVELS)


def _about_topics(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    # Alphabetical: an order by usefulness would tell about private levels.
    return {"topics": tuple(sorted(mentor.topics.keys() & mentee.topics.keys()))}


def _about_hours(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    return {"hours": (mentor.hours & mentee.hours).bit_count()}


def _about_interests(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    return {"interests": tuple(sorted(mentor.interests & mentee.interests))}


def _about_waiting(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    return {"mentor": mentor.rounds_waited, "mentee": mentee.rounds_waited}


def _about_department(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    return {"mentor": mentor.department, "mentee": mentee.department}


def _about_gap(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    return {"levels": mentee.level - mentor.level}


def _about_format(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    formats = ("video",) if mentor.video and mentee.video else ()
    if mentor.on_site and mentee.on_site and mentor.office and mentor.office == mentee.office:
        return {"formats": ("on_site", *formats), "office": mentor.office}
    return {"formats": formats}


def _about_languages(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    return {"languages": tuple(sorted(mentor.languages & mentee.languages))}


TERMS: Mapping[str, Term] = {
    "topics": Term(_topics, _all("topics"), _about_topics),
    "department": Term(_department, _all("department"), _about_department),
    "interests": Term(_interests, _most_interests, _about_interests),
    "gap": Term(_gap, _most_gap, _about_gap),
    "hours": Term(_hours, _all("hours"), _about_hours),
    "format": Term(_format, _all("format"), _about_format),
    "languages": Term(_languages, _all("languages"), _about_languages),
    "waiting": Term(_waiting, _most_waiting, _about_waiting),
}
"""The terms, in the order in which those of equal points are told."""
