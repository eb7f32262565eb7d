"""Proposals, and what they come from: a coordinator's rules, and runs of the matching."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, delete, func, or_, select, union_all, update

from bot.domain.pairing import LIVE
from bot.domain.proposal import UNDECIDED, PairRule, Proposal, ProposalState
from bot.domain.run import Run
from bot.ports.proposals import Place, Proposals
from storage import tables as t
from storage.asking import Asking, any_of, count, equal, names, own, tally, within
from storage.moving import moving

_proposals, _pairings, _rules, _runs = t.proposals.c, t.pairings.c, t.pair_rules.c, t.runs.c

PROPOSALS = select(t.proposals).where(own(t.proposals))
IN_STATES = PROPOSALS.where(
    equal(_proposals.cycle_id), within(_proposals.state, "states")
).order_by(_proposals.score.desc(), _proposals.id)
COUNTS = tally(_proposals.state, where=(equal(_proposals.cycle_id),))

DRAFTS = and_(
    own(t.proposals),
    _proposals.cycle_id == bindparam("cycle"),
    _proposals.state == ProposalState.DRAFT,
    _proposals.due_at.is_(None),
)
FIRST_DRAFT = (
    select(t.proposals).where(DRAFTS).order_by(_proposals.score.desc(), _proposals.id).limit(1)
)
DRAFT = select(t.proposals).where(DRAFTS, equal(_proposals.mentor_id, _proposals.mentee_id))
_score: BindParameter[Any] = bindparam("score")
_id: BindParameter[Any] = bindparam("id")
BEFORE = or_(_proposals.score > _score, and_(_proposals.score == _score, _proposals.id < _id))
AFTER = or_(_proposals.score < _score, and_(_proposals.score == _score, _proposals.id > _id))
DRAFT_COUNT = count(t.proposals, DRAFTS)
DRAFTS_BEFORE = count(t.proposals, DRAFTS, BEFORE)
PREVIOUS = (
    select(_proposals.id)
    .where(DRAFTS, BEFORE)
    .order_by(_proposals.score, _proposals.id.desc())
    .limit(1)
)
FOLLOWING = (
    select(_proposals.id)
    .where(DRAFTS, AFTER)
    .order_by(_proposals.score.desc(), _proposals.id)
    .limit(1)
)
DROP_DRAFTS = delete(t.proposals).where(DRAFTS)
APPROVE_DRAFTS = update(t.proposals).where(DRAFTS).values(due_at=bindparam("now"))
TAKE_BACK_DRAFTS = (
    update(t.proposals)
    .where(
        own(t.proposals),
        _proposals.cycle_id == bindparam("cycle"),
        _proposals.state == ProposalState.DRAFT,
        _proposals.due_at.is_not(None),
    )
    .values(due_at=None)
)

ON_THEIR_WAY = and_(
    own(t.proposals),
    _proposals.cycle_id == bindparam("cycle"),
    any_of(_proposals.state, UNDECIDED),
)
OFFERS = (
    select(_proposals.id, _proposals.mentor_id, _proposals.mentee_id)
    .where(ON_THEIR_WAY)
    .order_by(_proposals.id)
)
END_OFFERS = moving(Proposal, ProposalState.WITHDRAWN).where(ON_THEIR_WAY).values(due_at=None)

IS_LIVE = and_(own(t.pairings), any_of(_pairings.state, LIVE))
ASKED = and_(
    own(t.proposals),
    or_(
        _proposals.state == ProposalState.OFFERED,
        and_(_proposals.state == ProposalState.DRAFT, _proposals.due_at.is_not(None)),
    ),
)
SIDES = union_all(
    select(_pairings.mentor_id.label("person_id")).where(IS_LIVE),
    select(_pairings.mentee_id).where(IS_LIVE),
    select(_proposals.mentor_id).where(ASKED),
    select(_proposals.mentee_id).where(ASKED),
).subquery()
TAKEN_PLACES = select(SIDES.c.person_id, func.count()).group_by(SIDES.c.person_id)
FORMER_PARTNERS = union_all(
    select(_pairings.mentor_id, _pairings.mentee_id).where(own(t.pairings)),
    select(_proposals.mentor_id, _proposals.mentee_id).where(
        own(t.proposals), _proposals.state == ProposalState.ACCEPTED
    ),
)
REFUSED_PARTNERS = select(_proposals.mentor_id, _proposals.mentee_id).where(
    own(t.proposals), _proposals.state == ProposalState.DECLINED
)

RULES = (
    select(t.pair_rules)
    .where(own(t.pair_rules), equal(_rules.cycle_id))
    .order_by(_rules.mentor_id, _rules.mentee_id)
)
RUNS = (
    select(t.runs)
    .where(own(t.runs), equal(_runs.cycle_id))
    .order_by(_runs.asked_at.desc(), _runs.id)
)


class ProposalsRepository(Proposals):
    """Proposals, rules and runs."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def all(self, cycle_id: str, *states: ProposalState) -> list[Proposal]:
        return self._asking.all(Proposal, IN_STATES, cycle_id=cycle_id, states=states)

    def of(self, person_id: str, *states: ProposalState) -> list[Proposal]:
        return self._asking.all(Proposal, _of_person(states), person=person_id)

    def counts(self, cycle_id: str) -> dict[ProposalState, int]:
        return dict(self._asking.rows(COUNTS, cycle_id=cycle_id).all())

    def first_draft(self, cycle_id: str) -> Proposal | None:
        return self._asking.one(Proposal, FIRST_DRAFT, cycle=cycle_id)

    def draft(self, cycle_id: str, mentor_id: str, mentee_id: str) -> Proposal | None:
        two = {"mentor_id": mentor_id, "mentee_id": mentee_id}
        return self._asking.one(Proposal, DRAFT, cycle=cycle_id, **two)

    def place(self, proposal: Proposal) -> Place:
        cycle = {"cycle": proposal.cycle_id}
        here = {**cycle, "score": proposal.score, "id": proposal.id}
        return Place(
            number=1 + int(self._asking.rows(DRAFTS_BEFORE, **here).scalar_one()),
            count=int(self._asking.rows(DRAFT_COUNT, **cycle).scalar_one()),
            previous=self._asking.rows(PREVIOUS, **here).scalar() or "",
            following=self._asking.rows(FOLLOWING, **here).scalar() or "",
        )

    def drop_drafts(self, cycle_id: str) -> int:
        return self._asking.change(DROP_DRAFTS, cycle=cycle_id)

    def approve_drafts(self, cycle_id: str, now: datetime) -> int:
        return self._asking.change(APPROVE_DRAFTS, cycle=cycle_id, now=now)

    def take_back_drafts(self, cycle_id: str) -> int:
        return self._asking.change(TAKE_BACK_DRAFTS, cycle=cycle_id)

    def end_offers(self, cycle_id: str) -> list[tuple[str, str, str]]:
        found = self._asking.rows(OFFERS, cycle=cycle_id).all()
        self._asking.change(END_OFFERS, cycle=cycle_id)
        return [(one, mentor_id, mentee_id) for one, mentor_id, mentee_id in found]

    def taken_places(self) -> dict[str, int]:
        return dict(self._asking.rows(TAKEN_PLACES).all())

    def former_partners(self) -> set[tuple[str, str]]:
        rows = self._asking.rows(FORMER_PARTNERS)
        return {(mentor_id, mentee_id) for mentor_id, mentee_id in rows}

    def refused_partners(self) -> set[tuple[str, str]]:
        rows = self._asking.rows(REFUSED_PARTNERS)
        return {(mentor_id, mentee_id) for mentor_id, mentee_id in rows}

    def rules(self, cycle_id: str) -> list[PairRule]:
        return self._asking.all(PairRule, RULES, cycle_id=cycle_id)

    def runs(self, cycle_id: str) -> list[Run]:
        return self._asking.all(Run, RUNS, cycle_id=cycle_id)


@cache
def _of_person(states: tuple[ProposalState, ...]) -> Any:
    """The question of ``of``, which nearly every turn asks: built once for each set of states."""
    mine = select(t.proposals).where(names(t.proposals), any_of(_proposals.state, states))
    return mine.order_by(_proposals.offered_at.desc().nulls_first(), _proposals.id)
