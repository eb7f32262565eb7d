"""What coordinators ask about a whole cycle, and change in it at once, on both databases."""

from datetime import timedelta
from typing import Any

from bot.domain.delivery import DeliveryState
from bot.domain.pairing import HelpLabel, PairingState
from bot.domain.people import Role
from bot.domain.programme import EnrolmentState
from bot.domain.proposal import ProposalState
from bot.ports import Work
from tests.builders import (
    NOW,
    a_delivery,
    a_pairing,
    a_person,
    a_proposal,
    an_account,
    an_enrolment,
    an_invitation,
)
from tests.contract.asking import OTHER, Ask, ids, lay_out

INVITED, JOINED = EnrolmentState.INVITED, EnrolmentState.JOINED
DRAFT, OFFERED = ProposalState.DRAFT, ProposalState.OFFERED
DUE: dict[str, Any] = {"state": DRAFT, "due_at": NOW}


def enrolled(work: Work) -> None:
    """Everybody stands somewhere in the cycle; in the other organisation it is the other way."""
    lay_out(
        work,
        a_person("zoe", name="Zoé Roy"),
        a_person("eli", name="élise Roy"),
        a_person("bob", name="Bob Roy"),
        a_person("out", name="Abe Roy", active=False),
        a_person("new", name="Noé Roy"),
        a_person("Ann", name="Ann Roy"),
        an_enrolment("zoe", id="b", role=Role.MENTOR),
        an_enrolment("eli", id="a", role=Role.MENTEE),
        an_enrolment("bob", id="C", state=INVITED),
        an_enrolment("out", id="d", role=Role.MENTEE),
        an_enrolment("new", id="e", cycle_id="older"),
        a_person("out", **OTHER),
        a_person("eve", **OTHER),
        an_enrolment("new", id="f", role=Role.MENTOR, **OTHER),
        an_enrolment("out", id="g", role=Role.MENTOR, **OTHER),
    )


async def test_enrolments_are_counted_by_state_and_role(ask: Ask) -> None:
    def act(work: Work) -> dict[tuple[EnrolmentState, Role | None], int]:
        enrolled(work)
        return work.enrolments.counts("cycle")

    counts = await ask(act)

    assert counts == {(JOINED, Role.MENTOR): 1, (JOINED, Role.MENTEE): 2, (INVITED, None): 1}
    assert all(isinstance(state, EnrolmentState) for state, _ in counts)


async def test_those_in_a_cycle_are_its_active_people(ask: Ask) -> None:
    def act(work: Work) -> list[list[str]]:
        enrolled(work)
        return [
            ids(work.enrolments.active("cycle", JOINED, INVITED)),
            ids(work.enrolments.people("cycle", JOINED, INVITED)),
            ids(work.enrolments.people("cycle", INVITED)),
            ids(work.enrolments.people("cycle", EnrolmentState.LEFT)),
            ids(work.enrolments.active("cycle")),
        ]

    assert await ask(act) == [["C", "a", "b"], ["bob", "eli", "zoe"], ["bob"], [], []]


async def test_everybody_is_invited_once(ask: Ask) -> None:
    def act(work: Work) -> tuple[list[int], list[Any]]:
        enrolled(work)
        known = set(ids(work.enrolments.all("cycle")))
        before = work.enrolments.uninvited("cycle")
        counts = [before, *(work.invitations.send(an_invitation(), NOW) for _ in "ab")]
        added = [each for each in work.enrolments.all("cycle") if each.id not in known]
        facts = [(each.person_id, each.state, each.due_at, each.topics) for each in added]
        return [*counts, work.enrolments.uninvited("cycle")], sorted(facts)

    counts, added = await ask(act)

    # Bob had been invited, and no message had reached him.
    assert counts == [2, 3, 0, 0]
    assert added == [(each, INVITED, NOW, {}) for each in ("Ann", "bob", "new")]


async def test_the_unreachable_are_active_and_have_no_open_account(ask: Ask) -> None:
    def act(work: Work) -> list[int]:
        enrolled(work)
        lay_out(
            work,
            an_account("zoe", id="z1", address="1", reachable=False),
            an_account("bob", id="b1", address="2", reachable=False),
            an_account("bob", id="b2", address="3"),
            an_account("zoe", id="z2", address="4", **OTHER),
        )
        return [work.people.unreachable("cycle"), work.people.unreachable()]

    # In the cycle Zoé and Élise, who joined; in all Ann and Noé as well.
    assert await ask(act) == [2, 4]


def paired(work: Work) -> None:
    """Pairings and proposals in all states, in two cycles."""
    states = {"x": PairingState.ACTIVE, "y": PairingState.PAUSED, "z": PairingState.ENDED}
    lay_out(
        work,
        a_pairing("x", "ana", "bob", state=states["x"]),
        a_pairing("y", "ana", "cyd", state=states["y"], cycle_id="older"),
        a_pairing("z", "dan", "bob", state=states["z"]),
        a_pairing("w", "far", "away", state=states["x"], **OTHER),
        a_proposal("ana", "eve", state=OFFERED),
        a_proposal("dan", "cyd", **DUE),
        a_proposal("dan", "gus", state=DRAFT),
        a_proposal("hal", "eve", state=ProposalState.DECLINED),
        a_proposal("hal", "bob", state=ProposalState.ACCEPTED, cycle_id="older"),
        a_proposal("hal", "cyd", state=ProposalState.LAPSED, due_at=NOW),
        a_proposal("ana", "bob", state=OFFERED, **OTHER),
        a_proposal("far", "bob", state=ProposalState.ACCEPTED, **OTHER),
    )


async def test_places_are_taken_by_partners_and_by_those_being_asked(ask: Ask) -> None:
    def act(work: Work) -> tuple[dict[str, int], list[set[str]], list[set[tuple[str, str]]]]:
        paired(work)
        return (
            work.proposals.taken_places(),
            [work.pairings.paired(), work.pairings.ever_paired("cycle")],
            [work.proposals.former_partners(), work.proposals.refused_partners()],
        )

    taken, (live, ever), (former, refused) = await ask(act)

    assert taken == {"ana": 3, "bob": 1, "cyd": 2, "dan": 1, "eve": 1}
    assert live == {"ana", "bob", "cyd"}
    assert ever == {"ana", "bob", "dan"}
    assert former == {
        ("ana", "bob"),
        ("ana", "cyd"),
        ("dan", "bob"),
        ("hal", "bob"),
    }
    assert refused == {("hal", "eve")}


async def test_proposals_and_pairings_are_counted_by_state(ask: Ask) -> None:
    def act(work: Work) -> tuple[dict[ProposalState, int], dict[PairingState, int]]:
        paired(work)
        return work.proposals.counts("cycle"), work.pairings.counts("cycle")

    proposals, pairings = await ask(act)

    assert proposals == {
        OFFERED: 1,
        DRAFT: 2,
        ProposalState.DECLINED: 1,
        ProposalState.LAPSED: 1,
    }
    assert pairings == {PairingState.ACTIVE: 1, PairingState.ENDED: 1}


async def test_pairs_that_need_help_are_active_and_labelled(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        asked, alone = {"help_label": HelpLabel.ASKED}, {"help_label": HelpLabel.NO_MEETING}
        lay_out(
            work,
            a_pairing("b", **asked),
            a_pairing("A", **alone),
            a_pairing("c"),
            a_pairing("d", state=PairingState.PAUSED, **asked),
            a_pairing("e", cycle_id="older", **asked),
            a_pairing("f", **asked, **OTHER),
        )
        return ids(work.pairings.needing_help("cycle"))

    assert await ask(act) == ["A", "b"]


async def test_what_was_not_sent_of_an_invitation_is_withdrawn(ask: Ask) -> None:
    def act(work: Work) -> dict[str, tuple[DeliveryState, bool]]:
        enrolled(work)
        lay_out(
            work,
            a_delivery("invite:C", "bob"),
            a_delivery("invite:a", "eli"),
            a_delivery("invite:C:again", "bob"),
            an_enrolment("hal", id="h", state=INVITED),
            a_delivery("invite:h", "hal", state=DeliveryState.SENT),
            a_delivery("invite:C", "bob", **OTHER),
        )
        work.enrolments.end_invitations("cycle", NOW + timedelta(days=1))
        found = work.outbox.newest(9)
        return {each.key: (each.state, each.settled_at is not None) for each in found}

    assert await ask(act) == {
        "invite:C": (DeliveryState.CANCELLED, True),
        "invite:a": (DeliveryState.PENDING, False),
        "invite:C:again": (DeliveryState.PENDING, False),
        "invite:h": (DeliveryState.SENT, False),
    }
