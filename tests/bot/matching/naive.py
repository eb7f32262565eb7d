"""The same questions answered slowly and plainly, without the code under test."""

from functools import cache
from itertools import combinations


def broken(asked, mentor, mentee):
    """Codes of all rules that two people break."""
    gap = mentee.level - mentor.level
    least = asked.rules.minimum_level_gap
    longer = mentee.tenure_days > mentor.tenure_days
    senior = gap >= least if least else gap > 0 or (gap == 0 and longer)
    known = mentor.level > 0 and mentee.level > 0
    word = (mentee.leads, mentor.leads)
    said = None not in word
    rules = {
        "reporting_line": above(mentor, mentee) or above(mentee, mentor),
        "past_partner": mentor.person_id in mentee.past_partners
        or mentee.person_id in mentor.past_partners,
        "level_gap": not senior if known else said and word != (True, False),
        "level_unknown": not known and not said,
        "forbidden": (mentor.person_id, mentee.person_id) in asked.forbidden,
        "no_common_topic": not set(mentor.topics) & set(mentee.topics),
        "no_common_language": not mentor.languages & mentee.languages,
        "no_common_hours": (mentor.hours & mentee.hours).bit_count() < asked.rules.minimum_hours,
        "excluded": mentor.person_id in mentee.excluded_people
        or mentee.person_id in mentor.excluded_people
        or mentor.department in mentee.excluded_departments
        or mentee.department in mentor.excluded_departments,
    }
    return {code for code, wrong in rules.items() if wrong}


def above(high, low):
    return high.chain[0] < low.chain[0] and low.chain[1] < high.chain[1]


def rounds(person):
    return min(2, person.rounds_waited)


def terms(asked, mentor, mentee):
    """Points of each reason, as the docstring of Weights says it."""
    most = asked.rules.weights
    gain = len(mentor.topics.keys() & mentee.topics.keys())
    full = min(3, len(mentee.topics))
    hours = min(12, (mentor.hours & mentee.hours).bit_count())
    waited = rounds(mentor) + rounds(mentee)
    together = mentor.on_site and mentee.on_site and mentor.office == mentee.office != ""
    known = mentor.level > 0 and mentee.level > 0
    fresh = "" not in {mentor.department, mentee.department} and (
        mentor.department != mentee.department
    )
    found = {
        "topics": most.topics * min(gain, full) // full,
        "hours": most.hours * hours // 12,
        "interests": most.interests * min(3, len(mentor.interests & mentee.interests)) // 3,
        "waiting": most.waiting * waited // 4,
        "department": most.department * fresh,
        "gap": most.gap * max(0, min(5, mentee.level - mentor.level)) * known // 5,
        "format": most.format * (together or (mentor.video and mentee.video)),
        "languages": most.languages * min(2, len(mentor.languages & mentee.languages)) // 2,
    }
    return {code: points for code, points in found.items() if points}


def worth(asked, mentor, mentee):
    """What a pair adds to the total that is looked for."""
    score = sum(terms(asked, mentor, mentee).values())
    if asked.rules.fairness == "concave":
        score -= max(0, 600 - score) ** 2 // 400
    return score + asked.rules.stay_bonus * ((mentor.person_id, mentee.person_id) in asked.kept)


def best(asked, ties=frozenset()):
    """The best of all choices.

    As (mentees served, mentors served, rounds they waited, pairs, lowest score allowed, worth,
    pairs of ``ties``), or None if the locked pairs cannot all be.
    """
    least = asked.rules.minimum_score
    found = best_above(asked, least, ties)
    if found is None:
        return None
    if asked.rules.fairness == "worst" and found[3] > len(asked.locked):
        pairs = [(a, b) for a in asked.mentors for b in asked.mentees if not broken(asked, a, b)]
        scores = {sum(terms(asked, a, b).values()) for a, b in pairs}
        for score in sorted(scores):
            fairer = best_above(asked, score, ties)
            if score > least and fairer and fairer[:4] == found[:4]:
                least, found = score, fairer
    return (*found[:4], least, *found[4:])


def best_above(asked, least, ties):
    """The best of all choices without pairs below a score, except locked ones."""
    mentors = list(asked.mentors)
    mentees = [p for p in asked.mentees if p.capacity]

    @cache
    def from_mentee(place, room):
        if place == len(mentees):
            used = [p for left, p in zip(room, mentors, strict=True) if left < p.capacity]
            return (0, len(used), sum(map(rounds, used)), 0, 0, 0)
        mentee = mentees[place]
        fixed = {
            i for i, p in enumerate(mentors) if (p.person_id, mentee.person_id) in asked.locked
        }
        options = [
            index
            for index, mentor in enumerate(mentors)
            if room[index]
            and not (broken(asked, mentor, mentee) - ({"excluded"} if index in fixed else set()))
            and (index in fixed or sum(terms(asked, mentor, mentee).values()) >= least)
        ]
        found = []
        for size in range(mentee.capacity + 1):
            for chosen in combinations(options, size):
                if fixed <= set(chosen):
                    left = tuple(r - (i in chosen) for i, r in enumerate(room))
                    rest = from_mentee(place + 1, left)
                    gain = sum(worth(asked, mentors[i], mentee) for i in chosen)
                    same = sum((mentors[i].person_id, mentee.person_id) in ties for i in chosen)
                    waited = rounds(mentee) if chosen else 0
                    gained = (bool(chosen), 0, waited, len(chosen), gain, same)
                    if rest is not None:
                        found.append(tuple(a + b for a, b in zip(rest, gained, strict=True)))
        return max(found, default=None)

    return from_mentee(0, tuple(p.capacity for p in mentors))
