"""The command ``match --verify``: reads an answer and its question, and says what is found."""

from pathlib import Path
from typing import Any

import numpy as np

from adapters.matching.faults import WrongInstance
from adapters.matching.files import read_json
from adapters.matching.options import Options
from adapters.matching.reading import read_instance
from adapters.matching.synthetic import population
from adapters.matching.verify import Question, faults
from bot.matching.asking.instance import Instance
from bot.matching.model.matrix import ScoreMatrix
from bot.matching.model.table import Table
from bot.matching.solver.edges import Open, every_edge

LARGEST_SYNTHETIC = 3_000
"""Invented people a side of whom all pairs are checked: some two million that break no rule."""


def check(options: Options) -> list[str]:
    """Return what is wrong with the answer in a file, by code; raises WrongInstance."""
    answer = read_json(Path(options.verify))
    try:
        least = int(answer.get("least_score", 0))
        question = _plain(options) if options.instance else _invented(options, least)
        return faults(answer, question)
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError) as error:
        raise WrongInstance("match-no-answer", path=options.verify) from error


def _plain(options: Options) -> Question:
    return question_of(read_instance(Path(options.instance)))


def question_of(instance: Instance) -> Question:
    """Return a plain instance as the check takes it."""
    return Question(
        mentors=instance.mentors,
        mentees=instance.mentees,
        edges=dict(zip(instance.edges, instance.scores, strict=True)),
        locked=frozenset(instance.locked),
        forbidden=frozenset(instance.forbidden),
        least=instance.least,
        goal=instance.goal,
    )


def _invented(options: Options, least: int) -> Question:
    """Return all pairs of invented people that score enough, as rules and points say."""
    if options.synthetic > LARGEST_SYNTHETIC or options.fairness == "concave":
        raise WrongInstance("match-verify-limits", most=LARGEST_SYNTHETIC)
    table = Table(population(options.synthetic, options.seed, fairness=options.fairness))
    sides: tuple[Any, Any] = (table.mentees.people, table.mentors.people)
    everybody = Open(*(np.ones(len(side), np.bool_) for side in sides))
    edges = every_edge(ScoreMatrix(table), everybody)
    ids = [[person.person_id for person in side] for side in sides]
    columns = (edges.rows.tolist(), edges.columns.tolist(), edges.scores.tolist())
    return Question(
        mentors={person.person_id: person.capacity for person in sides[1]},
        mentees={person.person_id: person.capacity for person in sides[0]},
        edges={
            (ids[1][column], ids[0][row]): score
            for row, column, score in zip(*columns, strict=True)
            if score >= least
        },
        least={},
        goal="programme",
    )
