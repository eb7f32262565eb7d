"""The volunteers as columns of numbers, so that rules and points are a few array steps."""

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bot.matching.arrays import Bits, Bytes, Ints
from bot.matching.model.people import (
    HOURS_OF_A_WEEK,
    LEVELS,
    ROUNDS_THAT_COUNT,
    TOPICS_THAT_FIT,
    Candidate,
    Request,
    Rules,
)

WORD = 64
UNKNOWN = -1
"""Whether somebody leads, where nobody said it; else 0 or 1."""
FURTHEST_AHEAD = 2
"""Levels that a mentor can be ahead in one topic; beyond that nobody learns any more of them."""


@dataclass(frozen=True)
class Names:
    """A fixed numbering of names, the same for both sides."""

    numbers: dict[str, int]

    @classmethod
    def of(cls, names: Iterable[str]) -> "Names":
        """Number different names in alphabetical order."""
        return cls({name: number for number, name in enumerate(sorted(set(names)))})

    @property
    def unsaid(self) -> int:
        """The number of the empty name, which nobody said; of nobody if everybody has one."""
        return self.numbers.get("", UNKNOWN)

    def one(self, people: Sequence[Candidate], attribute: str) -> Ints:
        """Return the number of each person's only name of a kind."""
        return np.array([self.numbers[getattr(p, attribute)] for p in people], np.int64)

    def many(self, people: Sequence[Candidate], attribute: str) -> Bits:
        """Return each person's names of a kind as a set of bits; unknown names are left out."""
        masks = (
            sum(1 << self.numbers[n] for n in getattr(p, attribute) if n in self.numbers)
            for p in people
        )
        return bits(masks, len(self.numbers))


def bits(masks: Iterable[int], width: int) -> Bits:
    """Return whole-number masks as rows of 64-bit words."""
    size = max(1, -(-width // WORD)) * WORD // 8
    packed = b"".join(mask.to_bytes(size, "little") for mask in masks)
    return np.frombuffer(packed, dtype="<u8").reshape(-1, size // 8).astype(np.uint64)


class Side:
    """One role's volunteers, sorted by id, a column for each thing the rules look at."""

    def __init__(self, people: Iterable[Candidate], tags: "Tags") -> None:
        self.people = sorted(people, key=lambda candidate: candidate.person_id)
        self.place = {p.person_id: index for index, p in enumerate(self.people)}
        self.level = self._column("level")
        self.leads = np.array([UNKNOWN if p.leads is None else p.leads for p in self.people], int)
        self.tenure = self._column("tenure_days")
        self.rounds = np.minimum(self._column("rounds_waited"), ROUNDS_THAT_COUNT)
        self.capacity = self._column("capacity")
        self.left = np.array([p.chain[0] for p in self.people], np.int64)
        self.right = np.array([p.chain[1] for p in self.people], np.int64)
        self.on_site = np.array([p.on_site for p in self.people], np.bool_)
        self.video = np.array([p.video for p in self.people], np.bool_)
        self.hours = bits((p.hours for p in self.people), HOURS_OF_A_WEEK)
        self.topics = tags.topics.many(self.people, "topics")
        self.languages = tags.languages.many(self.people, "languages")
        self.interests = tags.interests.many(self.people, "interests")
        self.office = tags.offices.one(self.people, "office")
        self.department = tags.departments.one(self.people, "department")
        self.shuns = np.zeros((len(self.people), len(tags.departments.numbers)), np.bool_)
        for index, person in enumerate(self.people):
            for name in person.excluded_departments & tags.departments.numbers.keys():
                self.shuns[index, tags.departments.numbers[name]] = True

    def __len__(self) -> int:
        return len(self.people)

    def _column(self, attribute: str) -> Ints:
        return np.array([getattr(p, attribute) for p in self.people], np.int64)


@dataclass(frozen=True)
class Tags:
    """How topics, languages, interests, offices and departments are numbered."""

    topics: Names
    languages: Names
    interests: Names
    offices: Names
    departments: Names

    @classmethod
    def of(cls, people: Sequence[Candidate]) -> "Tags":
        """Number everything that these people name."""
        return cls(
            topics=Names.of(topic for p in people for topic in p.topics),
            languages=Names.of(language for p in people for language in p.languages),
            interests=Names.of(interest for p in people for interest in p.interests),
            offices=Names.of(p.office for p in people),
            departments=Names.of(p.department for p in people),
        )


class Table:
    """Both sides of a request, and the pairs that somebody named one by one."""

    def __init__(self, request: Request) -> None:
        self.asked = (request.mentors, request.mentees)
        everybody = [p for p in (*request.mentors, *request.mentees) if p.capacity]
        self.tags = Tags.of(everybody)
        self.rules: Rules = request.rules
        self.mentors = Side((p for p in request.mentors if p.capacity), self.tags)
        self.mentees = Side((p for p in request.mentees if p.capacity), self.tags)
        self.forbidden = self.cells(request.forbidden)
        self.past = self._named("past_partners")
        self.excluded = self._named("excluded_people")

    def of_same(self, request: Request) -> "Table | None":
        """Return the table of a request that differs in rules and named pairs alone, else None."""
        if (request.mentors, request.mentees) != self.asked:
            return None
        other = copy(self)
        other.rules = request.rules
        other.forbidden = other.cells(request.forbidden)
        return other

    def cells(self, pairs: Iterable[tuple[str, str]]) -> Ints:
        """Return (mentor_id, mentee_id) as sorted cell numbers row * width + column.

        Pairs that name somebody who takes no part are left out.
        """
        width = len(self.mentors)
        return np.array(
            sorted(
                self.mentees.place[mentee] * width + self.mentors.place[mentor]
                for mentor, mentee in pairs
                if mentor in self.mentors.place and mentee in self.mentees.place
            ),
            np.int64,
        )

    def _named(self, attribute: str) -> Ints:
        """Return the cells in which one names the other in a private or historical list."""
        pairs = {
            (mentor.person_id, name)
            for mentor in self.mentors.people
            for name in getattr(mentor, attribute)
        }
        pairs |= {
            (name, mentee.person_id)
            for mentee in self.mentees.people
            for name in getattr(mentee, attribute)
        }
        return self.cells(pairs)

    @cached_property
    def every_level_is_known(self) -> bool:
        """Whether nobody's level is missing, as where HR said all of them."""
        return bool(self.mentees.level.all() and self.mentors.level.all())

    @cached_property
    def wishes(self) -> Ints:
        """Rows of ``gains`` for what each mentee wants; 0, the empty row, fills up the rest."""
        return self._wanted(lambda topic, _: 1 + topic)

    @cached_property
    def wishes_by_level(self) -> Ints:
        """Rows of ``ahead`` for what each mentee wants; 0, the empty row, fills up the rest."""
        return self._wanted(lambda topic, level: topic * len(LEVELS) + level)

    def _wanted(self, row: Callable[[int, int], int]) -> Ints:
        number = self.tags.topics.numbers
        widest = max([1, *(len(p.topics) for p in self.mentees.people)])
        rows = np.zeros((len(self.mentees), widest), np.int64)
        for index, person in enumerate(self.mentees.people):
            wanted = [row(number[t], level) for t, level in sorted(person.topics.items())]
            rows[index, : len(wanted)] = wanted
        return rows

    @cached_property
    def fullest(self) -> Ints:
        """For each mentee the sum of gains that earns all points of the topics."""
        counts = [min(len(p.topics), TOPICS_THAT_FIT) for p in self.mentees.people]
        return np.array(counts, np.int64)

    @cached_property
    def gains(self) -> Bytes:
        """What each mentor (column) is worth for a topic wanted (row 1 + topic): 1 if offered."""
        offered = self._offered() > 0
        return np.vstack([np.zeros((1, len(self.mentors)), np.uint8), offered.astype(np.uint8)])

    @cached_property
    def ahead(self) -> Bytes:
        """How far each mentor (column) is ahead in a topic wanted at a level, as far as it counts.

        Row 1 + topic * 5 + level - 1; 0 if the mentor does not offer the topic.
        """
        offered = self._offered()
        ahead = np.zeros((1 + len(offered) * len(LEVELS), len(self.mentors)), np.uint8)
        for place, level in enumerate(LEVELS):
            lead = np.clip(offered - level, 0, FURTHEST_AHEAD)
            ahead[1 + place :: len(LEVELS)] = lead * (offered > 0)
        return ahead

    def _offered(self) -> Ints:
        """Return the level of each mentor (column) in each topic (row); 0 if it is not offered."""
        number = self.tags.topics.numbers
        offered = np.zeros((len(number), len(self.mentors)), np.int64)
        for index, person in enumerate(self.mentors.people):
            for topic, level in person.topics.items():
                offered[number[topic], index] = level
        return offered
