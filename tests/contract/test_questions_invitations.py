"""Whom an invitation is for, who was reached, and what can be taken back, on both databases."""

from datetime import timedelta
from typing import Any

from bot.domain.delivery import DeliveryState
from bot.domain.invitation import Invitation, delivery_key
from bot.domain.programme import EnrolmentState
from bot.domain.proposal import ProposalState
from bot.ports import Work
from tests.builders import (
    NOW,
    a_delivery,
    a_person,
    a_proposal,
    an_account,
    an_announcement,
    an_enrolment,
    an_invitation,
)
from tests.contract.asking import OTHER, Ask, ids, lay_out

INVITED = EnrolmentState.INVITED
STATES = {
    "waits": DeliveryState.PENDING,
    "sending": DeliveryState.SENDING,
    "sent": DeliveryState.SENT,
    "gone": DeliveryState.GONE,
    "refused": DeliveryState.REFUSED,
}


def a_company(work: Work) -> None:
    """People of two departments and offices; one without an account, one who has left."""
    lay_out(
        work,
        a_person("eve", name="Ève Roy", department="Sales", office="Québec", level=7),
        a_person("dan", name="Dan Roy", department="Sales", level=2),
        a_person("cyd", name="Cyd Roy", department="Data", level=5),
        a_person("gil", name="Gil Roy", department="Data", level=5, active=False),
        a_person("far", **OTHER),
        an_account("eve"),
        an_account("dan", reachable=False),
    )


def asked(work: Work, **enrolled: str) -> None:
    """People who were invited, and what became of the message."""
    for person, fate in enrolled.items():
        due_at = NOW if fate == "due" else None
        of = {"invitation_id": "invitation", "state": INVITED, "due_at": due_at}
        lay_out(work, an_enrolment(person, id=person, **of))
        if fate in STATES:
            key, tried = delivery_key(person), int(fate == "sending")
            lay_out(work, a_delivery(key, person, state=STATES[fate], attempts=tried))


async def test_an_invitation_is_for_those_who_fit_all_that_was_chosen(ask: Ask) -> None:
    def act(work: Work) -> list[list[str]]:
        a_company(work)
        chosen: list[dict[str, Any]] = [
            {},
            {"departments": ("Sales",)},
            {"departments": ("Sales",), "offices": ("Québec",)},
            {"lowest": 5},
            {"lowest": 2, "highest": 5},
            {"people": ("eve", "gil", "far", "nobody")},
            {"again": True},
        ]
        return [ids(work.invitations.people(an_invitation(**each), 0, 9)) for each in chosen]

    everybody = ["cyd", "dan", "eve"]
    assert await ask(act) == [
        everybody, ["dan", "eve"], ["eve"], ["cyd", "eve"], ["cyd", "dan"], ["eve"], []
    ]  # fmt: skip


async def test_they_are_counted_by_level_and_named_a_page_at_a_time(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        a_company(work)
        groups = work.invitations.groups(an_invitation())
        pages = [ids(work.invitations.people(an_invitation(), first, 2)) for first in (0, 2, 4)]
        return [[(g.level, g.reachable, g.count) for g in groups], pages, work.offices.names()]

    groups, pages, offices = await ask(act)

    assert groups == [(2, False, 1), (5, False, 1), (7, True, 1)]
    assert pages == [["cyd", "dan"], ["eve"], []]
    assert offices == ["Montréal", "Québec"]


async def test_only_who_was_not_reached_is_asked_again(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        people = ("waits", "sending", "sent", "gone", "refused", "due", "never")
        lay_out(work, *(a_person(each) for each in people))
        asked(work, **{each: each for each in people})
        before = work.invitations.unreached("cycle")
        again = an_invitation("again", again=True)
        sent = [work.invitations.send(again, NOW), work.invitations.send(again, NOW)]
        parts = work.enrolments.all("cycle")
        anew = sorted(part.person_id for part in parts if part.invitation_id == "again")
        return [before, sent, anew, len(parts), work.invitations.unreached("cycle")]

    assert await ask(act) == [3, [3, 0], ["gone", "never", "refused"], 7, 0]


async def test_what_nobody_has_seen_is_taken_back(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        people = ("waits", "sending", "sent", "gone", "due", "in")
        lay_out(work, *(a_person(each) for each in people))
        asked(work, **{each: each for each in people[:-1]})
        joined = an_enrolment("in", state=EnrolmentState.JOINED, invitation_id="invitation")
        lay_out(work, joined)
        unwritten = work.invitations.unwritten("invitation")
        went = work.invitations.forget_unwritten("invitation")
        waiting = work.invitations.waiting("invitation")
        keys = [delivery_key(part) for part in waiting]
        unseen, seen = work.deliveries.unseen(keys), work.deliveries.seen(keys)
        work.deliveries.withdraw(unseen, NOW)
        forgotten = work.invitations.forget(["waits", "in"])
        reached = ids(work.invitations.reached("invitation"))
        left = sorted(part.person_id for part in work.enrolments.all("cycle"))
        counts = [unwritten, went, forgotten]
        return [counts, waiting, sorted(unseen), sorted(seen), reached, left]

    counts, waiting, unseen, seen, reached, left = await ask(act)

    assert counts == [1, 1, 1]
    assert waiting == ["sending", "sent", "waits"]
    assert unseen == ["invite:waits"]
    assert seen == ["invite:sending", "invite:sent"]
    assert reached == ["in", "sending", "sent"]
    assert left == ["gone", "in", "sending", "sent"]


async def test_drafts_and_what_was_sent_are_found(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        later = NOW + timedelta(days=1)
        lay_out(
            work,
            an_invitation("mine"),
            an_invitation("theirs", author_id="bob"),
            an_invitation("first", sent_at=NOW),
            an_invitation("second", sent_at=later),
            an_invitation("older", cycle_id="older", sent_at=NOW - timedelta(days=9)),
            an_invitation("far", sent_at=NOW, **OTHER),
            an_announcement("one", sent_at=NOW),
            an_announcement("two", sent_at=later),
            an_announcement("draft"),
        )
        draft = work.invitations.draft("cycle", "ana")
        assert isinstance(draft, Invitation)
        return [
            draft.id,
            work.invitations.draft("older", "ana"),
            ids(work.invitations.sent("cycle")),
            ids(work.invitations.sent()),
            ids(work.programmes.announcements("cycle")),
        ]

    assert await ask(act) == [
        "mine", None, ["second", "first"], ["second", "first", "older"], ["two", "one"]
    ]  # fmt: skip


async def test_approved_drafts_wait_for_approval_again(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        lay_out(
            work,
            a_proposal("ana", "bob", id="approved", due_at=NOW),
            a_proposal("ana", "cyd", id="draft"),
            a_proposal("ana", "dan", id="offered", due_at=NOW, state=ProposalState.OFFERED),
        )
        count = work.proposals.take_back_drafts("cycle")
        return [count, [p.id for p in work.proposals.all("cycle", *ProposalState) if p.due_at]]

    assert await ask(act) == [1, ["offered"]]
