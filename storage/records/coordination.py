"""Questions a coordinator asks about a whole cycle: answered by the database in one go each."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, delete, func, literal, or_, select, union_all, update

from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.pairing import LIVE, HelpLabel, Pairing, PairingState
from bot.domain.people import Person, Role
from bot.domain.programme import Enrolment, EnrolmentState
from bot.domain.proposal import UNDECIDED, Proposal, ProposalState
from bot.ports.coordination import Place
from storage import tables as t
from storage.mapping import MAPPED
from storage.records.base import BaseRecords
from storage.records.moving import moving
from storage.records.order import by_name

TAKEN = (ProposalState.DECLINED, ProposalState.ACCEPTED)
KINDS = {table: kind for kind, table in MAPPED.items()}


class CoordinationRecords(BaseRecords):
    """Counts, bulk changes and the pages of a review."""

    def enrolment_counts(self, cycle_id: str) -> dict[tuple[EnrolmentState, Role | None], int]:
        """Return how many people of a cycle are in each state and role."""
        columns = t.enrolments.c
        question = select(columns.state, columns.role, func.count())
        mine = self._of_cycle(question, t.enrolments, cycle_id)
        grouped = mine.group_by(columns.state, columns.role)
        return {(state, role): count for state, role, count in self.ask(grouped)}

    def enrolments_in(self, cycle_id: str, *states: EnrolmentState) -> list[Enrolment]:
        """Return the enrolments of a cycle in some states, of active people, in a stable order."""
        columns = t.enrolments.c
        mine = self.select(Enrolment, columns.cycle_id == cycle_id, columns.state.in_(states))
        active = mine.join(
            t.people,
            and_(
                t.people.c.organisation_id == columns.organisation_id,
                t.people.c.id == columns.person_id,
                t.people.c.active,
            ),
        )
        return self.read(Enrolment, active.order_by(columns.id))

    def people_in(self, cycle_id: str, *states: EnrolmentState) -> list[Person]:
        """Return the active people of a cycle in some states, by name."""
        columns = t.enrolments.c
        mine = select(columns.person_id).where(
            columns.organisation_id == self.organisation_id,
            columns.cycle_id == cycle_id,
            columns.state.in_(states),
        )
        people = t.people.c
        return by_name(self.all(Person, people.active, people.id.in_(mine)))

    def proposal_counts(self, cycle_id: str) -> dict[ProposalState, int]:
        """Return how many proposals of a cycle are in each state."""
        columns = t.proposals.c
        question = select(columns.state, func.count())
        mine = self._of_cycle(question, t.proposals, cycle_id).group_by(columns.state)
        return dict(self.ask(mine).all())

    def pairing_counts(self, cycle_id: str) -> dict[PairingState, int]:
        """Return how many pairings of a cycle are in each state."""
        columns = t.pairings.c
        question = select(columns.state, func.count())
        mine = self._of_cycle(question, t.pairings, cycle_id).group_by(columns.state)
        return dict(self.ask(mine).all())

    def pairs_needing_help(self, cycle_id: str) -> list[Pairing]:
        """Return the active pairings of a cycle with one of the two labels, in a stable order."""
        columns = t.pairings.c
        return self.all(
            Pairing,
            columns.cycle_id == cycle_id,
            columns.state == PairingState.ACTIVE,
            columns.help_label != HelpLabel.NONE,
            order=columns.id,
        )

    def uninvited(self, cycle_id: str) -> int:
        """Return how many active people have no part in a cycle yet."""
        question = select(func.count()).select_from(self._uninvited(cycle_id).subquery())
        return self.ask(question).scalar() or 0

    def invite_everybody(self, cycle_id: str, now: datetime) -> int:
        """Enrol all active people without a part in a cycle as invited, due to be written to now.

        One INSERT of many rows; the schedule sends the invitations batch by batch.
        """
        columns = [column.name for column in t.enrolments.columns]
        sample = Enrolment(
            organisation_id=self.organisation_id,
            id="",
            cycle_id=cycle_id,
            person_id="",
            state=EnrolmentState.INVITED,
            invited_at=now,
            due_at=now,
        )
        row = {name: getattr(sample, name) for name in columns}
        ids = self.ask(self._uninvited(cycle_id)).scalars().all()
        if ids:
            rows = [{**row, "id": self.new_id(), "person_id": person_id} for person_id in ids]
            self.ask(self.insert(t.enrolments).on_conflict_do_nothing(), rows)
        return len(ids)

    def unreachable(self, cycle_id: str = "") -> int:
        """Return how many active people, of a cycle or of all, cannot be written to."""
        accounts = t.accounts.c
        reachable = select(accounts.person_id).where(
            accounts.organisation_id == self.organisation_id,
            accounts.reachable,
        )
        people = t.people.c
        question = select(func.count()).where(
            people.organisation_id == self.organisation_id,
            people.active,
            people.id.not_in(reachable),
        )
        if cycle_id:
            question = question.where(people.id.in_(self._joined(cycle_id)))
        return self.ask(question).scalar() or 0

    def unplaced(self, cycle_id: str) -> int:
        """Return how many people who take part have no level: HR has said nothing of them yet."""
        people = t.people.c
        question = select(func.count()).where(
            people.organisation_id == self.organisation_id,
            people.active,
            people.level == 0,
            people.id.in_(self._joined(cycle_id)),
        )
        return self.ask(question).scalar() or 0

    def _joined(self, cycle_id: str) -> Select[Any]:
        """The ids of those who take part in a cycle and do not rest."""
        enrolments = t.enrolments.c
        joined = self._of_cycle(select(enrolments.person_id), t.enrolments, cycle_id)
        return joined.where(enrolments.state == EnrolmentState.JOINED)

    def taken_places(self) -> dict[str, int]:
        """Return how many partners each person has or is being asked about, in all cycles.

        Live pairings, offered proposals, and drafts that were approved and are on their way.
        """
        pairings, proposals = t.pairings.c, t.proposals.c
        live = and_(pairings.organisation_id == self.organisation_id, pairings.state.in_(LIVE))
        asked = and_(
            proposals.organisation_id == self.organisation_id,
            or_(
                proposals.state == ProposalState.OFFERED,
                and_(proposals.state == ProposalState.DRAFT, proposals.due_at.is_not(None)),
            ),
        )
        sides = union_all(
            select(pairings.mentor_id.label("person_id")).where(live),
            select(pairings.mentee_id).where(live),
            select(proposals.mentor_id).where(asked),
            select(proposals.mentee_id).where(asked),
        ).subquery()
        question = select(sides.c.person_id, func.count()).group_by(sides.c.person_id)
        return dict(self.ask(question).all())

    def paired(self) -> set[str]:
        """Return the ids of everybody with a live pairing, in all cycles."""
        columns = t.pairings.c
        live = (columns.organisation_id == self.organisation_id, columns.state.in_(LIVE))
        question = union_all(
            select(columns.mentor_id).where(*live),
            select(columns.mentee_id).where(*live),
        )
        return set(self.ask(question).scalars())

    def former_partners(self) -> set[tuple[str, str]]:
        """Return every two people who were paired or whose proposal was answered, in all cycles."""
        pairings, proposals = t.pairings.c, t.proposals.c
        question = union_all(
            select(pairings.mentor_id, pairings.mentee_id).where(
                pairings.organisation_id == self.organisation_id,
            ),
            select(proposals.mentor_id, proposals.mentee_id).where(
                proposals.organisation_id == self.organisation_id,
                proposals.state.in_(TAKEN),
            ),
        )
        return {(mentor_id, mentee_id) for mentor_id, mentee_id in self.ask(question)}

    def drop_drafts(self, cycle_id: str) -> int:
        """Delete the drafts of a cycle that nobody approved; return how many went."""
        return self._changed(delete(t.proposals).where(*self._drafts(cycle_id)))

    def approve_drafts(self, cycle_id: str, now: datetime) -> int:
        """Make all drafts of a cycle due to be offered now; return how many."""
        statement = update(t.proposals).where(*self._drafts(cycle_id)).values(due_at=now)
        return self._changed(statement)

    def end_offers(self, cycle_id: str) -> list[tuple[str, str, str]]:
        """Withdraw what was offered or on its way; return ids: proposal, mentor, mentee."""
        columns = t.proposals.c
        mine = (
            columns.organisation_id == self.organisation_id,
            columns.cycle_id == cycle_id,
            columns.state.in_(UNDECIDED),
        )
        found = self.ask(
            select(columns.id, columns.mentor_id, columns.mentee_id)
            .where(*mine)
            .order_by(columns.id),
        ).all()
        withdrawn = moving(Proposal, ProposalState.WITHDRAWN).where(*mine).values(due_at=None)
        self._changed(withdrawn)
        return [(one, mentor_id, mentee_id) for one, mentor_id, mentee_id in found]

    def end_invitations(self, cycle_id: str, now: datetime) -> None:
        """Withdraw the invitations to a cycle that were not sent yet."""
        enrolments, outbox = t.enrolments.c, t.outbox.c
        keys = select(literal("invite:") + enrolments.id).where(
            enrolments.organisation_id == self.organisation_id,
            enrolments.cycle_id == cycle_id,
            enrolments.state == EnrolmentState.INVITED,
        )
        waiting = (
            outbox.organisation_id == self.organisation_id,
            outbox.key.in_(keys),
        )
        cancelled = moving(Delivery, DeliveryState.CANCELLED).where(*waiting)
        self._changed(cancelled.values(settled_at=now))

    def place_of(self, proposal: Proposal) -> Place:
        """Return where a draft stands among the drafts of its cycle, best score first."""
        columns = t.proposals.c
        mine = self._drafts(proposal.cycle_id)
        before = or_(
            columns.score > proposal.score,
            and_(columns.score == proposal.score, columns.id < proposal.id),
        )
        after = or_(
            columns.score < proposal.score,
            and_(columns.score == proposal.score, columns.id > proposal.id),
        )
        ids = select(columns.id).where(*mine)
        previous = ids.where(before).order_by(columns.score, columns.id.desc()).limit(1)
        following = ids.where(after).order_by(columns.score.desc(), columns.id).limit(1)
        counted = select(func.count()).select_from(t.proposals).where(*mine)
        return Place(
            number=1 + (self.ask(counted.where(before)).scalar() or 0),
            count=self.ask(counted).scalar() or 0,
            previous=self.ask(previous).scalar() or "",
            following=self.ask(following).scalar() or "",
        )

    def first_draft(self, cycle_id: str) -> Proposal | None:
        """Return the draft of a cycle with the best score."""
        columns = t.proposals.c
        question = self.select(Proposal, *self._drafts(cycle_id))
        best = question.order_by(columns.score.desc(), columns.id).limit(1)
        return next(iter(self.read(Proposal, best)), None)

    def draft_of(self, cycle_id: str, mentor_id: str, mentee_id: str) -> Proposal | None:
        """Return the draft that joins two people."""
        columns = t.proposals.c
        both = (columns.mentor_id == mentor_id, columns.mentee_id == mentee_id)
        return self.one(Proposal, *self._drafts(cycle_id), *both)

    def _drafts(self, cycle_id: str) -> tuple[Any, ...]:
        columns = t.proposals.c
        return (
            columns.organisation_id == self.organisation_id,
            columns.cycle_id == cycle_id,
            columns.state == ProposalState.DRAFT,
            columns.due_at.is_(None),
        )

    def _uninvited(self, cycle_id: str) -> Select[Any]:
        enrolments, people = t.enrolments.c, t.people.c
        invited = select(enrolments.person_id).where(
            enrolments.organisation_id == self.organisation_id,
            enrolments.cycle_id == cycle_id,
        )
        mine = (people.organisation_id == self.organisation_id, people.active)
        return select(people.id).where(*mine, people.id.not_in(invited)).order_by(people.id)

    def _of_cycle(self, question: Select[Any], table: Any, cycle_id: str) -> Select[Any]:
        return question.where(
            table.c.organisation_id == self.organisation_id,
            table.c.cycle_id == cycle_id,
        )

    def _changed(self, statement: Any) -> int:
        """Change many rows at once; entities read before know of it."""
        done = self.ask(statement)
        self.unit.reread(KINDS[statement.table])
        self._held.clear()
        return int(done.rowcount)
