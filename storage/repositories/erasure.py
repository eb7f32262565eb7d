"""Erasing a person: what goes, what stays without them, and what others hold of them."""

from datetime import date

from sqlalchemy import Delete, bindparam, delete, or_, select, union_all, update

from bot.domain.delivery import END_STATES
from bot.domain.people import Departure
from bot.domain.proposal import ProposalState
from storage import tables as t
from storage.asking import Asking, names, own, within

PERSONAL = {
    t.outbox: ("person_id",),
    t.checkins: ("person_id",),
    t.feedbacks: ("person_id",),
    t.seats: ("person_id",),
    t.consents: ("person_id",),
    t.enrolments: ("person_id",),
    t.accounts: ("person_id",),
    t.aliases: ("person_id",),
    t.announcements: ("author_id",),
    t.runs: ("asked_by",),
    t.pair_rules: ("mentor_id", "mentee_id"),
}
"""Tables with rows of one person, and the columns that say whose."""
DELETES = {
    table.name: delete(table).where(
        own(table), or_(*(table.c[column] == bindparam("person") for column in columns))
    )
    for table, columns in PERSONAL.items()
}
TOMBSTONE = (
    update(t.people)
    .where(own(t.people), t.people.c.id == bindparam("person"))
    .values(
        email="",
        name="–",
        office="",
        department="",
        level=0,
        spoken=(),
        active=False,
        is_coordinator=False,
        is_concern_contact=False,
        zone="UTC",
        country="CA",
        subdivision=None,
        hired_on=date(1970, 1, 1),
        employee_number="",
        departure=Departure.NONE,
        left_at=None,
        due_at=None,
        absent_until=None,
        title="",
        leads=None,
        closed=(),
    )
)
PARTNERS = union_all(
    *(
        select(table.c[theirs]).where(own(table), table.c[mine] == bindparam("person"))
        for table in (t.pairings, t.proposals)
        for mine, theirs in (("mentor_id", "mentee_id"), ("mentee_id", "mentor_id"))
    )
)
EMPTY_CARDS = (
    update(t.outbox)
    .where(own(t.outbox), within(t.outbox.c.person_id, "others"), t.outbox.c.state.in_(END_STATES))
    .values(payload="")
)
ACCEPTED = t.proposals.c.state == ProposalState.ACCEPTED
FORGET_REASONS = update(t.proposals).where(names(t.proposals), ACCEPTED).values(reasons=())
DROP_PROPOSALS = delete(t.proposals).where(names(t.proposals), ~ACCEPTED)


def erase(asking: Asking, person_id: str) -> dict[str, int]:
    """Delete all that is kept of a person; return how many rows went, by kind."""
    asking.unit.write()  # what is known is let go in the end, changes of others included
    gone = {name: _done(asking, statement, person_id) for name, statement in DELETES.items()}
    asking.rows(TOMBSTONE, person=person_id)
    # The delivered cards of those who were paired with them name them.
    others = sorted(set(asking.rows(PARTNERS, person=person_id).scalars()))
    asking.rows(EMPTY_CARDS, others=others)
    # Those behind a pairing stay without their reasons.
    asking.rows(FORGET_REASONS, person=person_id)
    gone["proposals"] = _done(asking, DROP_PROPOSALS, person_id)
    unit = asking.unit
    unit.seals.destroy(person_id)
    unit.queued = [delivery for delivery in unit.queued if delivery.person_id != person_id]
    unit.let_go()
    return gone


def _done(asking: Asking, statement: Delete, person_id: str) -> int:
    return int(asking.rows(statement, person=person_id).rowcount)
