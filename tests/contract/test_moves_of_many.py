"""Statements that move many rows move those the domain lets go there, on both databases."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.domain.delivery import END_STATES, Delivery, DeliveryState, Lease
from bot.domain.lives import LIVES
from bot.domain.moves import State
from bot.domain.programme import EnrolmentState
from bot.domain.proposal import Proposal, ProposalState
from bot.ports import Work
from storage.mapping import MAPPED
from storage.work import SqlWork
from tests.builders import NOW, a_delivery, a_proposal, an_enrolment
from tests.contract.asking import Ask, lay_out

LEASE = Lease("worker", NOW)


def deliveries(work: Work) -> list[Delivery]:
    """One delivery in each state, held by a worker, each to somebody else as their invitation."""
    for state in DeliveryState:
        key = f"invite:enr-{state}"
        lay_out(
            work,
            an_enrolment(state, state=EnrolmentState.INVITED),
            a_delivery(key, state, state=state, lease_owner=LEASE.owner),
        )
    return work.outbox.newest(len(DeliveryState))


def proposals(work: Work) -> None:
    """One proposal in each state."""
    for state in ProposalState:
        lay_out(work, a_proposal(id=state, state=state))


def changed(work: Work, kind: type, act: Callable[[], object]) -> set[State]:
    """Return the states of which rows went to another one."""
    before = stored(work, kind)
    act()
    after = stored(work, kind)
    return {before[key] for key in before if before[key] != after[key]}


def stored(work: Work, kind: type) -> dict[object, State]:
    assert isinstance(work, SqlWork)
    columns = MAPPED[kind].c
    return dict(work.unit.connection.execute(select(columns.id, columns.state)).all())


def claimed(work: Work) -> set[State]:
    before = {delivery.key: delivery.state for delivery in deliveries(work)}
    return {before[each.key] for each in work.outbox.claim("tenant", NOW, LEASE, len(before))}


def postponed(work: Work) -> set[State]:
    return {each.state for each in deliveries(work) if work.outbox.postpone(each, NOW)}


def withdrawn_one_by_one(work: Work) -> set[State]:
    held = deliveries(work)
    people = [delivery.person_id for delivery in held]
    return changed(work, Delivery, lambda: [work.outbox.cancel(each, NOW) for each in people])


def withdrawn_with_their_cycle(work: Work) -> set[State]:
    deliveries(work)
    return changed(work, Delivery, lambda: work.enrolments.end_invitations("cycle", NOW))


def offers_taken_back(work: Work) -> set[State]:
    proposals(work)
    return changed(work, Proposal, lambda: work.proposals.end_offers("cycle"))


@pytest.mark.parametrize(
    ("kind", "to", "moved"),
    [
        (Delivery, DeliveryState.SENDING, claimed),
        (Delivery, DeliveryState.PENDING, postponed),
        (Delivery, DeliveryState.CANCELLED, withdrawn_one_by_one),
        (Delivery, DeliveryState.CANCELLED, withdrawn_with_their_cycle),
        (Proposal, ProposalState.WITHDRAWN, offers_taken_back),
    ],
)
async def test_rows_move_from_where_the_domain_says(
    ask: Ask, kind: type, to: State, moved: Callable[[Work], set[State]]
) -> None:
    assert await ask(moved) == set(LIVES[kind].sources(to))


@pytest.mark.parametrize("to", [state for state in END_STATES if state != DeliveryState.CANCELLED])
async def test_a_delivery_ends_from_where_the_domain_says(ask: Ask, to: DeliveryState) -> None:
    def settled(work: Work) -> set[State]:
        return {each.state for each in deliveries(work) if work.outbox.settle(each, to, NOW)}

    assert await ask(settled) == set(LIVES[Delivery].sources(to))
