"""Statements that move many rows move those the domain lets go there, on both databases."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.domain.delivery import END_STATES, Delivery, DeliveryState, Lease
from bot.domain.lives import LIVES
from bot.domain.moves import State
from bot.domain.programme import EnrolmentState
from bot.domain.proposal import Proposal, ProposalState
from bot.ports import Records
from storage.mapping import MAPPED
from storage.records import SqlRecords
from tests.builders import NOW, a_delivery, a_proposal, an_enrolment
from tests.contract.asking import Ask, lay_out

LEASE = Lease("worker", NOW)


def deliveries(records: Records) -> list[Delivery]:
    """One delivery in each state, held by a worker, each to somebody else as their invitation."""
    for state in DeliveryState:
        key = f"invite:enr-{state}"
        lay_out(
            records,
            an_enrolment(state, state=EnrolmentState.INVITED),
            a_delivery(key, state, state=state, lease_owner=LEASE.owner),
        )
    return records.deliveries(len(DeliveryState))


def proposals(records: Records) -> None:
    """One proposal in each state."""
    for state in ProposalState:
        lay_out(records, a_proposal(id=state, state=state))


def changed(records: Records, kind: type, act: Callable[[], object]) -> set[State]:
    """Return the states of which rows went to another one."""
    before = stored(records, kind)
    act()
    after = stored(records, kind)
    return {before[key] for key in before if before[key] != after[key]}


def stored(records: Records, kind: type) -> dict[object, State]:
    assert isinstance(records, SqlRecords)
    columns = MAPPED[kind].c
    return dict(records.ask(select(columns.id, columns.state)).all())


def claimed(records: Records) -> set[State]:
    before = {delivery.key: delivery.state for delivery in deliveries(records)}
    return {before[each.key] for each in records.claim("tenant", NOW, LEASE, len(before))}


def postponed(records: Records) -> set[State]:
    return {each.state for each in deliveries(records) if records.postpone(each, NOW)}


def withdrawn_one_by_one(records: Records) -> set[State]:
    held = deliveries(records)
    people = [delivery.person_id for delivery in held]
    return changed(
        records, Delivery, lambda: [records.cancel_deliveries(each, NOW) for each in people]
    )


def withdrawn_with_their_cycle(records: Records) -> set[State]:
    deliveries(records)
    return changed(records, Delivery, lambda: records.end_invitations("cycle", NOW))


def offers_taken_back(records: Records) -> set[State]:
    proposals(records)
    return changed(records, Proposal, lambda: records.end_offers("cycle"))


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
    ask: Ask, kind: type, to: State, moved: Callable[[Records], set[State]]
) -> None:
    assert await ask(moved) == set(LIVES[kind].sources(to))


@pytest.mark.parametrize("to", [state for state in END_STATES if state != DeliveryState.CANCELLED])
async def test_a_delivery_ends_from_where_the_domain_says(ask: Ask, to: DeliveryState) -> None:
    def settled(records: Records) -> set[State]:
        return {each.state for each in deliveries(records) if records.settle(each, to, NOW)}

    assert await ask(settled) == set(LIVES[Delivery].sources(to))
