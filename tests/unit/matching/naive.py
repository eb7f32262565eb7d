"""The same questions answered slowly and plainly, without the code under test."""

from functools import cache
from itertools import combinations


def broken(asked, mentor, mentee):
    """Codes of all rules that two people break."""
    gap = mentee.level - mentor.level
    least = asked.rules.minimum_level_gap
    longer = mentee.tenure_days > mentor.tenure_days
    senior = gap >= least if least else gap > 0 or (gap == 0 and longer)
    rules = {
        "reporting_line": above(mentor, mentee) or above(mentee, mentor),
        "past_partner": mentor.person_id in mentee.past_partners
        or mentee.person_id in mentor.past_partners,
        "level_gap": not senior,
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
    ahead = [mentor.topics[t] - mentee.topics[t] for t in mentor.topics if t in mentee.topics]
    gain = sum(1 + max(0, min(2, levels)) for levels in ahead)
    full = 3 * min(3, len(mentee.topics))
    hours = min(12, (mentor.hours & mentee.hours).bit_count())
    waited = rounds(mentor) + rounds(mentee)
    together = mentor.on_site and mentee.on_site and mentor.office == mentee.office
    found = {
        "topics": most.topics * min(gain, full) // full,
        "hours": most.hours * hours // 12,
        "interests": most.interests * min(3, len(mentor.interests & mentee.interests)) // 3,
        "waiting": most.waiting * waited // 4,
        "department": most.department * (mentor.department != mentee.department),
        "gap": most.gap * min(5, mentee.level - mentor.level) // 5,
        "format": most.format * (together or (mentor.video and mentee.video)),
        "languages": most.languages * min(2, len(mentor.languages & mentee.languages)) // 2,
    }
    return {code: points for code, points in found.items() if points}


def best(asked, kept=frozenset()):
    """The best of all choices.

    As (mentees served, mentors served, rounds they waited, pairs, total, pairs kept).
    """
    mentors = list(asked.mentors)
    mentees = [p for p in asked.mentees if p.capacity]

    @cache
    def from_mentee(place, room):
        if place == len(mentees):
            used = [p for left, p in zip(room, mentors, strict=True) if left < p.capacity]
            return (0, len(used), sum(map(rounds, used)), 0, 0, 0)
        mentee = mentees[place]
        options = [
            index
            for index, mentor in enumerate(mentors)
            if room[index] and not broken(asked, mentor, mentee)
        ]
        fixed = {
            i for i, p in enumerate(mentors) if (p.person_id, mentee.person_id) in asked.locked
        }
        found = [(-1,)]
        for size in range(mentee.capacity + 1):
            for chosen in combinations(options, size):
                if fixed <= set(chosen):
                    left = tuple(r - (i in chosen) for i, r in enumerate(room))
                    rest = from_mentee(place + 1, left)
                    score = sum(sum(terms(asked, mentors[i], mentee).values()) for i in chosen)
                    same = sum((mentors[i].person_id, mentee.person_id) in kept for i in chosen)
                    waited = rounds(mentee) if chosen else 0
                    gained = (bool(chosen), 0, waited, len(chosen), score, same)
                    if rest != (-1,):
                        found.append(tuple(a + b for a, b in zip(rest, gained, strict=True)))
        return max(found)

    return from_mentee(0, tuple(p.capacity for p in mentors))
