"""Questions about programmes, cycles, enrolments and proposals."""

from functools import cache
from typing import Any

from sqlalchemy import Integer, bindparam, select, update

from bot.domain.programme import WELCOMING, Cycle, Enrolment, Programme
from bot.domain.proposal import PairRule, Proposal, ProposalState
from bot.domain.run import Run
from bot.domain.topic import OwnTopic
from storage import tables as t
from storage.records.base import BaseRecords, any_of, names

MANY = 10_000
"""Cycles nobody is ever asked into: more than there are."""


class ProgrammeRecords(BaseRecords):
    """Programmes, cycles, enrolments, rules and proposals."""

    def programmes(self) -> list[Programme]:
        """Return all programmes, in a stable order."""
        return self.all(Programme, order=t.programmes.c.id)

    def one_at_a_time(self) -> None:
        """Begin again if another unit of work that said this came first, and see what it left."""
        columns = t.organisations.c
        # A lock alone would let the second go on with what it saw before the first was done; having
        # written the row makes PostgreSQL end it. SQLite's units of work never meet.
        own = update(t.organisations).where(columns.id == self.organisation_id)
        self.ask(own.values(name=columns.name))

    def current_cycle(self) -> Cycle | None:
        """Return the cycle that welcomes volunteers; there is one at most."""
        found = self.read(Cycle, _current_cycle(), {"organisation_id": self.organisation_id})
        return next(iter(found), None)

    def last_cycle(self) -> Cycle | None:
        """Return the newest cycle, whatever its state."""
        return self.first(Cycle, "-number", "id")

    def enrolment(self, cycle_id: str, person_id: str) -> Enrolment | None:
        """Return a person's part in a cycle."""
        return self.first(Enrolment, cycle_id=cycle_id, person_id=person_id)

    def latest_enrolment(self, person_id: str) -> Enrolment | None:
        """Return a person's part in the newest cycle they were asked into."""
        return next(iter(self._enrolments_of(person_id, most=1)), None)

    def enrolments_of(self, person_id: str) -> list[Enrolment]:
        """Return a person's parts in all cycles, newest cycle first."""
        return self._enrolments_of(person_id)

    def enrolments(self, cycle_id: str) -> list[Enrolment]:
        """Return all enrolments of a cycle, in a stable order."""
        columns = t.enrolments.c
        return self.all(Enrolment, columns.cycle_id == cycle_id, order=columns.id)

    def rules_of(self, cycle_id: str) -> list[PairRule]:
        """Return the coordinator's locked and forbidden pairs, in a stable order."""
        columns = t.pair_rules.c
        question = self.select(PairRule, columns.cycle_id == cycle_id)
        return self.read(PairRule, question.order_by(columns.mentor_id, columns.mentee_id))

    def runs(self, cycle_id: str) -> list[Run]:
        """Return the runs of the matching over a cycle, newest first."""
        return self.find(Run, "-asked_at", "id", cycle_id=cycle_id)

    def own_topics(self) -> list[OwnTopic]:
        """Return the topics the organisation added to the catalogue, in a stable order."""
        return self.find(OwnTopic, "id")

    def proposals(self, cycle_id: str, *states: ProposalState) -> list[Proposal]:
        """Return the proposals of a cycle in some states, best score first."""
        columns = t.proposals.c
        question = self.select(
            Proposal,
            columns.cycle_id == cycle_id,
            columns.state.in_(states),
        )
        return self.read(Proposal, question.order_by(columns.score.desc(), columns.id))

    def proposals_of(self, person_id: str, *states: ProposalState) -> list[Proposal]:
        """Return the proposals that name a person in some states, newest first.

        One that was not offered yet is newer than all that were.
        """
        values = {"organisation_id": self.organisation_id, "person_id": person_id}
        return self.read(Proposal, _proposals_of(states), values)

    def _enrolments_of(self, person_id: str, *, most: int = MANY) -> list[Enrolment]:
        values = {"organisation_id": self.organisation_id, "person_id": person_id, "most": most}
        return self.read(Enrolment, _enrolments_of(), values)


@cache
def _current_cycle() -> Any:
    """The question of ``current_cycle``, built once: nearly every turn asks it."""
    columns = t.cycles.c
    mine = columns.organisation_id == bindparam("organisation_id")
    welcoming = select(t.cycles).where(mine, any_of(columns.state, WELCOMING))
    return welcoming.order_by(columns.number.desc(), columns.id).limit(1)


@cache
def _proposals_of(states: tuple[ProposalState, ...]) -> Any:
    """The question of ``proposals_of``, built once: nearly every turn of a pair asks it."""
    columns = t.proposals.c
    question = select(t.proposals).where(
        names(t.proposals),
        any_of(columns.state, states),
    )
    return question.order_by(columns.offered_at.desc().nulls_first(), columns.id)


@cache
def _enrolments_of() -> Any:
    """The question of ``enrolments_of`` and ``latest_enrolment``, built once for every turn."""
    cycles, columns = t.cycles.c, t.enrolments.c
    theirs = (cycles.organisation_id == columns.organisation_id) & (cycles.id == columns.cycle_id)
    question = (
        select(t.enrolments)
        .join(t.cycles, theirs)
        .where(
            columns.organisation_id == bindparam("organisation_id"),
            columns.person_id == bindparam("person_id"),
        )
    )
    newest = question.order_by(cycles.number.desc(), columns.id)
    return newest.limit(bindparam("most", type_=Integer))
