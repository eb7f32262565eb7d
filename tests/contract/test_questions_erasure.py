"""What is left of somebody who is erased, on both databases: an empty row, and the others' part."""

from datetime import date, timedelta
from typing import Any

from bot.domain.delivery import DeliveryState
from bot.domain.pairing import Pairing
from bot.domain.people import Person
from bot.domain.proposal import Proposal, ProposalState
from bot.ports import Work
from storage import tables as t
from storage.mapping import MAPPERS
from storage.types import Dates, Instant, Tuple, Word
from tests.builders import (
    NOW,
    a_checkin,
    a_consent,
    a_delivery,
    a_feedback,
    a_pairing,
    a_person,
    a_proposal,
    a_rule,
    a_seat,
    an_account,
    an_alias,
    an_enrolment,
)
from tests.contract.asking import OTHER, Ask, ids, lay_out

ACCEPTED, LAPSED = ProposalState.ACCEPTED, ProposalState.LAPSED
REASONS: list[dict[str, object]] = [{"code": "topics", "points": 3, "values": {"topics": ["x"]}}]


def a_life(work: Work, person: str, partner: str, **org: str) -> None:
    """Rows of every kind of one person in a pairing."""
    lay_out(
        work,
        a_person(person, is_coordinator=True, employee_number="17", absent_until=NOW.date(), **org),
        an_account(person, **org),
        an_alias(f"{person}.roy@example.org", person, **org),
        a_consent(person, "facts", **org),
        an_enrolment(person, **org),
        a_rule(person, partner, **org),
        a_seat("pair", person, **org),
        a_checkin(id=f"check-{person}", person_id=person, **org),
        a_feedback(f"feed-{person}", person_id=person, **org),
        a_delivery(f"sent-{person}", person, state=DeliveryState.SENT, **org),
        a_delivery(f"waits-{person}", person, **org),
    )


def erased(work: Work) -> dict[str, int]:
    """Ana is erased; Bob was paired with her. Another organisation has an Ana, too."""
    a_life(work, "ana", "bob")
    a_life(work, "bob", "cyd")
    a_life(work, "ana", "bob", **OTHER)
    lay_out(
        work,
        a_pairing("pair"),
        a_proposal(id="pair", state=ACCEPTED, reasons=REASONS),
        a_proposal("cyd", "ana", id="lapsed", state=LAPSED),
        a_proposal("cyd", "bob", id="theirs", state=LAPSED, reasons=REASONS),
        a_proposal(id="lapsed", state=LAPSED, **OTHER),
    )
    work.outbox.enqueue(a_delivery("queued"))
    work.get(Person, "ana")
    return work.people.erase("ana")


async def test_what_went_is_counted_by_kind(ask: Ask) -> None:
    counts = await ask(erased)

    once = (
        "accounts",
        "aliases",
        "checkins",
        "consents",
        "enrolments",
        "feedbacks",
        "pair_rules",
        "seats",
    )
    more = {"announcements": 0, "outbox": 2, "proposals": 1, "runs": 0}
    assert counts == dict.fromkeys(once, 1) | more


async def test_nothing_of_the_person_is_found(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        erased(work)
        return [
            *ids([work.accounts.of("ana"), work.enrolments.latest("ana")]),
            *ids([work.enrolments.part("cycle", "ana"), work.checkins.open("pair", "ana")]),
            *ids([work.checkins.feedback("pair", "ana", "mid")]),
            work.people.consents("ana"),
            ids(work.people.all()),
            ids(work.people.coordinators()),
            ids(work.people.named("ana", 9)),
            ids(work.proposals.of("ana", *ProposalState)),
        ]

    assert await ask(act) == ["", "", "", "", "", [], ["bob"], ["bob"], [], ["pair"]]


async def test_an_empty_row_stays_and_the_facts_of_the_pairing(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        erased(work)
        ana, pairing = work.get(Person, "ana"), work.get(Pairing, "pair")
        proposal, other = work.get(Proposal, "pair"), work.get(Proposal, "theirs")
        assert ana is not None
        assert pairing is not None
        assert proposal is not None
        assert other is not None
        emptied = (ana.name, ana.email, ana.spoken, ana.active, ana.department, ana.level)
        said = (ana.employee_number, ana.absent_until)
        return [(*emptied, *said), pairing.mentor_id, [*proposal.reasons], [*other.reasons]]

    assert await ask(act) == [("–", "", (), False, "", 0, "", None), "ana", [], REASONS]


STAYS = {"organisation_id", "id", "language", "manager_id", "chain_left", "chain_right"}
"""What an empty row still says of a person: which row it is, and whose report and manager."""


async def test_every_column_about_a_person_is_emptied_unless_it_is_said_to_stay(ask: Ask) -> None:
    def act(work: Work) -> set[str]:
        before = _nothing_usual("ana")
        lay_out(work, before)
        was = {name: getattr(before, name) for name in MAPPERS[Person].names}
        work.people.erase("ana")
        after = work.get(Person, "ana")
        return {name for name, value in was.items() if getattr(after, name) == value}

    assert await ask(act) == STAYS


def _nothing_usual(person_id: str) -> Person:
    """A person of whom every column holds something that nobody begins with."""
    unusual = {str: "fr", int: 7, bool: True, date: date(2020, 2, 29)}
    changes: dict[str, Any] = {}
    for column in t.people.columns:
        if isinstance(column.type, Dates):
            changes[column.name] = (date(2020, 2, 29),)
        elif isinstance(column.type, Tuple):
            changes[column.name] = ("fr",)
        elif isinstance(column.type, Instant):
            changes[column.name] = NOW
        elif isinstance(column.type, Word):
            changes[column.name] = list(column.type.kind)[-1]
        elif not column.primary_key:
            changes[column.name] = unusual[column.type.python_type]
    return a_person(person_id, **changes)


async def test_others_keep_what_is_theirs_but_not_the_cards_that_name_the_person(ask: Ask) -> None:
    def act(work: Work) -> tuple[list[object], dict[str, bool], int]:
        erased(work)
        kept: list[object] = [
            *ids([work.accounts.of("bob"), work.enrolments.part("cycle", "bob")]),
            *ids([work.checkins.open("pair", "bob"), work.checkins.feedback("pair", "bob", "mid")]),
            [rule.mentor_id for rule in work.proposals.rules("cycle")],
            work.pairings.seat("pair", "bob").person_id,
        ]
        cards = {each.key: bool(each.payload) for each in work.outbox.newest(9)}
        return kept, cards, work.outbox.cancel("ana", NOW + timedelta(days=1))

    kept, cards, queued = await ask(act)

    assert kept == ["acc-bob", "enr-bob", "check-bob", "feed-bob", ["bob"], "bob"]
    assert cards == {"waits-bob": True, "sent-bob": False}
    assert queued == 0
