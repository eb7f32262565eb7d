"""Invented volunteers in any number, alike to those of a large employer; a seed repeats them.

Departments, offices and topics are unequally popular, as words in a text are (Zipf): a few are
everywhere. About a fifth of all pairs break no rule.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from bot.domain.org_chart import reporting_intervals
from bot.matching import Candidate, Fairness, Request, Rules

OFFSETS = (-8, -7, -6, -5, -4, -3, 0, 1, 2, 3, 5, 8, 9)
OFFICES, TOPICS, INTERESTS, LANGUAGES = 20, 120, 24, 12
ENGLISH, FRENCH = 0, 1
DAY, WEEK, WORKDAYS = 24, 168, 5
LOCAL_HOURS = range(9, 18)
FEWEST_DEPARTMENTS, MOST_DEPARTMENTS = 6, 48
FAVOURED = 0.4
"""How many topics a department picks twice as often as others do."""
REPORTS = 8
"""How many people report to one manager."""
WITH_PAST = 0.25
BUSY = 0.15
"""The chance that an hour of the working day is never free."""
SPEAK_FRENCH, SPEAK_ANOTHER = 0.35, 0.15
WILLING = 0.85
"""The chance that somebody would meet on site, and the chance that they would on video."""
AT_ONCE = 4096
TOPIC_CODES = [f"t{number:03}" for number in range(TOPICS)]
OFFICE_CODES = [f"o{number:02}" for number in range(OFFICES)]
DEPARTMENT_CODES = [f"d{number:02}" for number in range(MOST_DEPARTMENTS)]
INTEREST_CODES = [f"i{number:02}" for number in range(INTERESTS)]
LANGUAGE_CODES = [f"l{number:02}" for number in range(LANGUAGES)]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What the people of one role are like: chances of levels and capacities, topics each."""

    lowest_level: int
    levels: tuple[float, ...]
    capacities: tuple[float, ...]
    fewest_topics: int
    most_topics: int
    lowest_rating: int
    english: float


EXECUTIVE = Kind(
    lowest_level=7,
    levels=(0.55, 0.30, 0.12, 0.03),
    capacities=(0.9, 0.1),
    fewest_topics=1,
    most_topics=4,
    lowest_rating=1,
    english=0.93,
)
JUNIOR = Kind(
    lowest_level=1,
    levels=(0.25, 0.35, 0.25, 0.12, 0.03),
    capacities=(0.82, 0.15, 0.03),
    fewest_topics=3,
    most_topics=8,
    lowest_rating=2,
    english=0.88,
)
RATINGS = 3


@dataclass(frozen=True)
class Company:
    """What both roles share: how popular each topic is in each department, and the org chart."""

    popularity: Floats
    chains: Mapping[str, tuple[int, int]]
    past: Mapping[str, frozenset[str]]


def population(
    size: int, seed: int, *, scarce: float = 1.0, fairness: Fairness = "worst"
) -> Request:
    """Return ``size`` mentees and ``scarce * size`` mentors, and the rules to pair them by.

    A pair needs two hours of every working day and three levels of distance.
    """
    chance = np.random.default_rng(seed)
    mentee_ids = [f"e{number:06}" for number in range(size)]
    mentor_ids = [f"j{number:06}" for number in range(round(size * scarce))]
    company = Company(
        popularity=_popularity(chance, len(mentee_ids) + len(mentor_ids)),
        chains=_chains(chance, mentee_ids, mentor_ids),
        past=_past(chance, mentee_ids, mentor_ids),
    )
    return Request(
        mentors=_people(chance, mentor_ids, JUNIOR, company),
        mentees=_people(chance, mentee_ids, EXECUTIVE, company),
        rules=Rules(minimum_hours=2 * WORKDAYS, minimum_level_gap=3, fairness=fairness),
    )


def _people(chance: Generator, ids: Sequence[str], kind: Kind, company: Company) -> list[Candidate]:
    people: list[Candidate] = []
    for start in range(0, len(ids), AT_ONCE):
        people += _some(chance, ids[start : start + AT_ONCE], kind, company)
    return people


def _some(chance: Generator, ids: Sequence[str], kind: Kind, company: Company) -> list[Candidate]:
    count = len(ids)
    departments = _pick(chance, count, _zipf(len(company.popularity), 0.8))
    offices = _pick(chance, count, _zipf(OFFICES, 0.7))
    levels = kind.lowest_level + _pick(chance, count, np.array(kind.levels))
    capacities = 1 + _pick(chance, count, np.array(kind.capacities))
    wanted = chance.integers(kind.fewest_topics, kind.most_topics + 1, count)
    topics = _different(chance, company.popularity[departments], kind.most_topics)
    ratings = kind.lowest_rating + chance.integers(0, RATINGS, topics.shape)
    interests = _different(chance, np.ones((count, INTERESTS)), RATINGS + 1)
    shared = chance.integers(1, RATINGS + 2, count)
    free = chance.random((count, len(LOCAL_HOURS))) >= BUSY
    spoken = chance.random((count, 3)) < (kind.english, SPEAK_FRENCH, SPEAK_ANOTHER)
    other = chance.integers(0, LANGUAGES, count)
    tenure = chance.integers(100, 9000, count)
    on_site, video = chance.random((2, count)) < WILLING
    return [
        Candidate(
            person_id=person_id,
            topics={
                TOPIC_CODES[topic]: rating
                for topic, rating in zip(
                    topics[n, : wanted[n]].tolist(), ratings[n].tolist(), strict=False
                )
            },
            languages=_languages(int(offices[n]), spoken[n], int(other[n])),
            hours=_week(free[n], OFFSETS[int(offices[n]) % len(OFFSETS)]),
            on_site=bool(on_site[n]),
            video=bool(video[n]),
            office=OFFICE_CODES[offices[n]],
            department=DEPARTMENT_CODES[departments[n]],
            level=int(levels[n]),
            tenure_days=int(tenure[n]),
            chain=company.chains[person_id],
            interests=_one_set(
                tuple(sorted(INTEREST_CODES[i] for i in interests[n, : shared[n]].tolist()))
            ),
            capacity=int(capacities[n]),
            past_partners=company.past.get(person_id, frozenset()),
        )
        for n, person_id in enumerate(ids)
    ]


def _zipf(count: int, exponent: float) -> Floats:
    weights = np.arange(1, count + 1) ** -exponent
    return np.asarray(weights / weights.sum())


def _pick(chance: Generator, count: int, shares: Floats) -> Ints:
    return np.asarray(chance.choice(len(shares), size=count, p=shares / shares.sum()), np.int64)


def _different(chance: Generator, weights: Floats, count: int) -> Ints:
    """Draw ``count`` different things for each row, by weight (Gumbel's trick)."""
    drawn = np.log(weights) + chance.gumbel(size=weights.shape)
    return np.asarray(np.argsort(-drawn, axis=1)[:, :count], np.int64)


def _popularity(chance: Generator, people: int) -> Floats:
    steps = 4 * np.log2(max(people, 1) / 8)
    departments = int(np.clip(round(steps), FEWEST_DEPARTMENTS, MOST_DEPARTMENTS))
    everywhere = _zipf(TOPICS, 0.9)
    favoured = chance.random((departments, TOPICS)) < FAVOURED
    return np.asarray(everywhere * np.where(favoured, 2, 1))


def _chains(
    chance: Generator, mentee_ids: Sequence[str], mentor_ids: Sequence[str]
) -> Mapping[str, tuple[int, int]]:
    """Return an org chart in which executives lead executives, and these lead the others."""
    managers: list[tuple[str, str | None]] = [
        (person, mentee_ids[(place - 1) // REPORTS] if place else None)
        for place, person in enumerate(mentee_ids)
    ]
    lead = chance.integers(0, max(1, len(mentee_ids)), len(mentor_ids))
    managers += [
        (person, mentee_ids[place] if mentee_ids else None)
        for person, place in zip(mentor_ids, lead.tolist(), strict=True)
    ]
    return reporting_intervals(managers)


def _past(
    chance: Generator, mentee_ids: Sequence[str], mentor_ids: Sequence[str]
) -> Mapping[str, frozenset[str]]:
    if not mentor_ids:
        return {}
    had = np.flatnonzero(chance.random(len(mentee_ids)) < WITH_PAST).tolist()
    whom = chance.integers(0, len(mentor_ids), len(had)).tolist()
    pairs = zip(had, whom, strict=True)
    return {mentee_ids[mentee]: frozenset({mentor_ids[mentor]}) for mentee, mentor in pairs}


def _languages(office: int, spoken: NDArray[np.bool_], other: int) -> frozenset[str]:
    known = {office % LANGUAGES}
    known |= {
        language
        for language, is_spoken in zip((ENGLISH, FRENCH, other), spoken.tolist(), strict=True)
        if is_spoken
    }
    return _one_set(tuple(LANGUAGE_CODES[language] for language in sorted(known)))


@cache
def _one_set(codes: tuple[str, ...]) -> frozenset[str]:
    """Return the same set to everybody who has it: that halves what 100,000 people take."""
    return frozenset(codes)


def _week(free: NDArray[np.bool_], offset: int) -> int:
    """Return the free local hours of five days as 168 bits of UTC."""
    hours = [hour for hour, is_free in zip(LOCAL_HOURS, free.tolist(), strict=True) if is_free]
    return sum(1 << (day * DAY + hour - offset) % WEEK for day in range(WORKDAYS) for hour in hours)
