"""Points: what makes a pair good, one integer term for each reason, and the reasons in values."""

from collections.abc import Callable, Mapping

import numpy as np

from bot.matching.population import ROUNDS_THAT_COUNT, Candidate
from bot.matching.result import Reason, Value
from bot.matching.table import Bits, Ints, Table

ENOUGH_HOURS = 12
ENOUGH_LANGUAGES = 2
ENOUGH_INTERESTS = 3
ENOUGH_LEVELS = 5


def points(table: Table, rows: Ints, columns: Ints) -> Mapping[str, Ints]:
    """Return each term of the scores of pairs, mentee ``rows[i]`` with mentor ``columns[i]``.

    The formula of each is in the docstring of Weights; here is only their arithmetic.
    """
    mentees, mentors, most = table.mentees, table.mentors, table.rules.weights
    gain = np.zeros(len(rows), np.int64)
    for wish in range(table.wishes.shape[1]):
        gain += table.gains[table.wishes[rows, wish], columns]
    fullest = table.fullest[rows]
    waited = mentees.rounds[rows] + mentors.rounds[columns]
    levels = mentees.level[rows] - mentors.level[columns]
    same_place = mentees.office[rows] == mentors.office[columns]
    on_site = mentees.on_site[rows] & mentors.on_site[columns] & same_place
    video = mentees.video[rows] & mentors.video[columns]
    hours = _common(mentees.hours, mentors.hours, rows, columns)
    languages = _common(mentees.languages, mentors.languages, rows, columns)
    interests = _common(mentees.interests, mentors.interests, rows, columns)
    fresh = mentees.department[rows] != mentors.department[columns]
    return {
        # A mentee who wants nothing gains nothing: the maximum only keeps the division defined.
        "topics": most.topics * np.minimum(gain, fullest) // np.maximum(fullest, 1),
        "hours": _share(most.hours, hours, ENOUGH_HOURS),
        "interests": _share(most.interests, interests, ENOUGH_INTERESTS),
        "waiting": _share(most.waiting, waited, 2 * ROUNDS_THAT_COUNT),
        "department": most.department * fresh,
        "gap": _share(most.gap, levels, ENOUGH_LEVELS),
        "format": most.format * (on_site | video),
        "languages": _share(most.languages, languages, ENOUGH_LANGUAGES),
    }


def scores(table: Table, rows: Ints, columns: Ints) -> Ints:
    """Return the scores of pairs."""
    return np.asarray(sum(points(table, rows, columns).values()), np.int64)


def reasons(mentor: Candidate, mentee: Candidate, earned: Mapping[str, int]) -> tuple[Reason, ...]:
    """Return the terms that earned points, most first, each with the facts it rests on."""
    found = (
        Reason(code, number, FACTS[code](mentor, mentee))
        for code, number in earned.items()
        if number
    )
    return tuple(sorted(found, key=lambda reason: -reason.points))


def _share(most: int, count: Ints, enough: int) -> Ints:
    return np.asarray(most * np.clip(count, 0, enough) // enough)


def _common(mentees: Bits, mentors: Bits, rows: Ints, columns: Ints) -> Ints:
    count = np.zeros(len(rows), np.int64)
    for word in range(mentees.shape[1]):
        count += np.bitwise_count(mentees[rows, word] & mentors[columns, word])
    return count


def _topics(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    # Alphabetical: an order by usefulness would tell about private levels.
    return {"topics": tuple(sorted(mentor.topics.keys() & mentee.topics.keys()))}


def _hours(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    return {"hours": (mentor.hours & mentee.hours).bit_count()}


def _waiting(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    return {"mentor": mentor.rounds_waited, "mentee": mentee.rounds_waited}


def _department(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    return {"mentor": mentor.department, "mentee": mentee.department}


def _gap(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    return {"levels": mentee.level - mentor.level}


def _format(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    formats = ("video",) if mentor.video and mentee.video else ()
    if mentor.on_site and mentee.on_site and mentor.office == mentee.office:
        return {"formats": ("on_site", *formats), "office": mentor.office}
    return {"formats": formats}


def _languages(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    return {"languages": tuple(sorted(mentor.languages & mentee.languages))}


def _interests(mentor: Candidate, mentee: Candidate) -> dict[str, Value]:
    return {"interests": tuple(sorted(mentor.interests & mentee.interests))}


FACTS: Mapping[str, Callable[[Candidate, Candidate], dict[str, Value]]] = {
    "topics": _topics,
    "hours": _hours,
    "interests": _interests,
    "waiting": _waiting,
    "department": _department,
    "gap": _gap,
    "format": _format,
    "languages": _languages,
}
