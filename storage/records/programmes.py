"""Questions about programmes, cycles, enrolments and proposals."""

from sqlalchemy import ColumnElement, Select, select, update

from bot.domain.programme import Cycle, CycleState, Enrolment, Programme
from bot.domain.proposal import PairRule, Proposal, ProposalState
from bot.domain.run import Run
from bot.domain.topic import OwnTopic
from storage import tables as t
from storage.records.base import BaseRecords, names


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
        self.session.execute(own.values(name=columns.name))

    def current_cycle(self) -> Cycle | None:
        """Return the cycle that welcomes volunteers; there is one at most."""
        welcoming = t.cycles.c.state.in_([CycleState.OPEN, CycleState.RUNNING])
        return self.session.scalars(self._cycles(welcoming)).first()

    def last_cycle(self) -> Cycle | None:
        """Return the newest cycle, whatever its state."""
        return self.session.scalars(self._cycles()).first()

    def enrolment(self, cycle_id: str, person_id: str) -> Enrolment | None:
        """Return a person's part in a cycle."""
        return self.first(Enrolment, cycle_id=cycle_id, person_id=person_id)

    def latest_enrolment(self, person_id: str) -> Enrolment | None:
        """Return a person's part in the newest cycle they were asked into."""
        return self.session.scalars(self._enrolments_of(person_id).limit(1)).first()

    def enrolments_of(self, person_id: str) -> list[Enrolment]:
        """Return a person's parts in all cycles, newest cycle first."""
        return list(self.session.scalars(self._enrolments_of(person_id)))

    def enrolments(self, cycle_id: str) -> list[Enrolment]:
        """Return all enrolments of a cycle, in a stable order."""
        columns = t.enrolments.c
        return self.all(Enrolment, columns.cycle_id == cycle_id, order=columns.id)

    def rules_of(self, cycle_id: str) -> list[PairRule]:
        """Return the coordinator's locked and forbidden pairs, in a stable order."""
        columns = t.pair_rules.c
        question = self.select(PairRule, columns.cycle_id == cycle_id)
        return list(self.session.scalars(question.order_by(columns.mentor_id, columns.mentee_id)))

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
        return list(self.session.scalars(question.order_by(columns.score.desc(), columns.id)))

    def proposals_of(self, person_id: str, *states: ProposalState) -> list[Proposal]:
        """Return the proposals that name a person in some states, newest first.

        One that was not offered yet is newer than all that were.
        """
        columns = t.proposals.c
        question = select(Proposal).where(names(t.proposals), columns.state.in_(states))
        newest = (columns.offered_at.desc().nulls_first(), columns.id)
        values = {"organisation_id": self.organisation_id, "person_id": person_id}
        return list(self.session.scalars(question.order_by(*newest), values))

    def _cycles(self, *where: ColumnElement[bool]) -> Select[Cycle]:
        columns = t.cycles.c
        return self.select(Cycle, *where).order_by(columns.number.desc(), columns.id).limit(1)

    def _enrolments_of(self, person_id: str) -> Select[Enrolment]:
        cycles, columns = t.cycles, t.enrolments.c
        question = self.select(Enrolment, columns.person_id == person_id).join(
            cycles,
            (cycles.c.organisation_id == columns.organisation_id)
            & (cycles.c.id == columns.cycle_id),
        )
        return question.order_by(cycles.c.number.desc(), columns.id)
