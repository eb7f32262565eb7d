"""Volunteers for tests: one builder with good defaults, and random small programmes."""

from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from bot.domain.org_chart import reporting_intervals
from bot.matching import Candidate, Request, Rules
from tests.bot.matching import naive

MORNINGS = 0b1111 << 9
TOPICS = ("ai", "data", "video")
DEPARTMENTS = ("Finance", "Ventes")


def candidate(person_id, **changes):
    """Somebody who fits anybody of the other role made here, at level 1."""
    default = Candidate(
        person_id=person_id,
        topics={"ai": 3},
        languages=frozenset({"fr"}),
        hours=MORNINGS,
        on_site=False,
        video=True,
        office="Montréal",
        department="Finance",
        level=1,
        tenure_days=300,
        chain=(0, 0),
    )
    return replace(default, **changes)


def mentor(person_id="junior", **changes):
    return candidate(person_id, **changes)


def mentee(person_id="executive", **changes):
    return candidate(
        person_id, **{"level": 5, "tenure_days": 3000, "department": "Ventes"} | changes
    )


def request(mentors, mentees, **changes):
    return Request(mentors=mentors, mentees=mentees, **changes)


def some(random, names, most=1):
    """A few of some names, often none."""
    return frozenset(random.sample(names, k=random.choice([0] * 5 + [most])))


def volunteers(random, ids, *, levels, others, chains):
    """Random people who sometimes fit one another and sometimes break any of the rules."""
    week = (MORNINGS, MORNINGS, MORNINGS << 2, MORNINGS << 155, 1 << 167)
    return [
        Candidate(
            person_id=person_id,
            topics={t: random.randint(1, 5) for t in TOPICS if random.random() < 0.6},
            languages=frozenset(random.choice([("fr",), ("en",), ("fr", "en")])),
            hours=random.choice(week),
            on_site=random.random() < 0.5,
            video=random.random() < 0.7,
            office=random.choice(["Montréal", "Vancouver", ""]),
            department=random.choice([*DEPARTMENTS, ""]),
            level=random.choice([*levels, *levels, 0]),
            leads=random.choice([True, False, None]),
            tenure_days=random.choice([100, 200]),
            chain=chains[person_id],
            capacity=random.choice([1, 1, 1, 2, 3, 0]),
            rounds_waited=random.choice([0, 0, 1, 2, 3]),
            interests=some(random, ("chess", "jazz", "wine"), 2),
            excluded_people=some(random, others),
            excluded_departments=some(random, DEPARTMENTS),
            past_partners=some(random, others),
        )
        for person_id in ids
    ]


def org_chart(random, ids):
    """Everybody reports to somebody who was there before, or to nobody."""
    random.shuffle(ids)
    managers = [(person, random.choice([None, *ids[:place]])) for place, person in enumerate(ids)]
    return reporting_intervals(managers)


def programme(seed, mentors, mentees):
    """A random programme of a size, with an org chart and forbidden pairs, but nothing locked."""
    random = Random(seed)  # noqa: S311 - a test, not a secret
    juniors = [f"m{n}" for n in range(mentors)]
    executives = [f"x{n}" for n in range(mentees)]
    chains = org_chart(random, [*juniors, *executives])
    every = [(a, b) for a in juniors for b in executives]
    return Request(
        mentors=volunteers(
            random, juniors, levels=(1, 2, 4), others=["x0", "x1", "?"], chains=chains
        ),
        mentees=volunteers(
            random, executives, levels=(2, 4, 5), others=["m0", "m1", "?"], chains=chains
        ),
        rules=Rules(
            minimum_hours=random.choice([0, 2]),
            minimum_level_gap=random.choice([0, 1, 1, 3]),
            minimum_score=random.choice([0, 0, 0, 400]),
            fairness=random.choice(["total", "worst", "concave"]),
        ),
        forbidden=some(random, every or [("?", "?")]),
        kept=some(random, every or [("?", "?")], min(3, len(every) or 1)),
    )


def locked_programme(seed, mentors, mentees):
    """The same, some pairs of which are locked as far as rules and capacities allow."""
    asked = programme(seed, mentors, mentees)
    random = Random(seed)  # noqa: S311 - a test, not a secret
    room = {p.person_id: p.capacity for p in (*asked.mentors, *asked.mentees)}
    locked = set()
    for a in asked.mentors:
        for b in asked.mentees:
            fits = room[a.person_id] and room[b.person_id] and not naive.broken(asked, a, b)
            if fits and random.random() < 0.3:
                locked.add((a.person_id, b.person_id))
                room[a.person_id] -= 1
                room[b.person_id] -= 1
    return replace(asked, locked=frozenset(locked))


def requests(largest=5):
    sizes = st.integers(0, largest)
    return st.builds(programme, st.integers(0, 1 << 30), sizes, sizes)


def locked_requests(largest=5):
    sizes = st.integers(0, largest)
    return st.builds(locked_programme, st.integers(0, 1 << 30), sizes, sizes)
