"""What a coordinator asks and does while reviewing drafts, on both databases."""

from datetime import timedelta

from bot.domain.proposal import Proposal, ProposalState
from bot.ports import Work
from bot.ports.proposals import Place
from tests.builders import NOW, a_proposal
from tests.contract.asking import OTHER, Ask, ids, lay_out

LATER = NOW + timedelta(hours=1)
OFFERED = ProposalState.OFFERED


def drafts(work: Work) -> None:
    """Four drafts to review, best a first; and what is none: approved, offered, elsewhere."""
    lay_out(
        work,
        a_proposal("dan", "bob", id="b", score=500),
        a_proposal("ana", "eve", id="B", score=500),
        a_proposal("ana", "bob", id="a", score=900),
        a_proposal("cyd", "bob", id="d", score=100),
        a_proposal("cyd", "eve", id="approved", score=600, due_at=NOW),
        a_proposal("hal", "eve", id="offered", score=950, state=OFFERED),
        a_proposal("hal", "gus", id="older", score=950, cycle_id="older"),
        a_proposal("ana", "bob", id="a", score=400, **OTHER),
        a_proposal("ana", "dan", id="far", score=999, **OTHER),
    )


def draft(work: Work, id_: str) -> Proposal:
    found = work.get(Proposal, id_)
    assert found is not None
    return found


async def test_every_draft_has_its_place(ask: Ask) -> None:
    def act(work: Work) -> list[Place]:
        drafts(work)
        return [work.proposals.place(draft(work, id_)) for id_ in ("a", "B", "b", "d")]

    assert await ask(act) == [
        Place(number=1, count=4, previous="", following="B"),
        Place(number=2, count=4, previous="a", following="b"),
        Place(number=3, count=4, previous="B", following="d"),
        Place(number=4, count=4, previous="b", following=""),
    ]


async def test_a_draft_is_found_by_its_score_and_by_its_people(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        drafts(work)
        found = [work.proposals.first_draft("cycle"), work.proposals.first_draft("none")]
        pairs = [("ana", "bob"), ("bob", "ana"), ("cyd", "eve"), ("hal", "eve"), ("ana", "dan")]
        return ids([*found, *(work.proposals.draft("cycle", *pair) for pair in pairs)])

    assert await ask(act) == ["a", "", "a", "", "", "", ""]


async def test_dropping_drafts_leaves_what_was_approved(ask: Ask) -> None:
    def act(work: Work) -> tuple[int, int, list[str]]:
        drafts(work)
        draft(work, "a")  # even if it was read before
        dropped = work.proposals.drop_drafts("cycle"), work.proposals.drop_drafts("cycle")
        assert work.get(Proposal, "a") is None
        left = work.proposals.all("cycle", *ProposalState) + work.proposals.all(
            "older", *ProposalState
        )
        return (*dropped, ids(left))

    assert await ask(act) == (4, 0, ["offered", "approved", "older"])


async def test_approving_makes_drafts_due(ask: Ask) -> None:
    def act(work: Work) -> tuple[int, list[str], bool, int]:
        drafts(work)
        seen = draft(work, "a")
        approved = work.proposals.approve_drafts("cycle", LATER)
        due = ids(work.agenda.due(Proposal, LATER, 9))
        return approved, due, seen.due_at == LATER, work.proposals.approve_drafts("cycle", LATER)

    assert await ask(act) == (4, ["approved", "B", "a", "b", "d"], True, 0)


async def test_ending_a_cycle_takes_back_what_is_offered_or_on_its_way(ask: Ask) -> None:
    def act(work: Work) -> tuple[list[tuple[str, str, str]], list[str], bool]:
        drafts(work)
        seen = draft(work, "approved")
        ended = work.proposals.end_offers("cycle")
        gone = seen.state is ProposalState.WITHDRAWN and seen.due_at is None
        return ended, ids(work.agenda.due(Proposal, LATER, 9)), gone

    ended, due, gone = await ask(act)

    assert ended == [
        ("B", "ana", "eve"),
        ("a", "ana", "bob"),
        ("approved", "cyd", "eve"),
        ("b", "dan", "bob"),
        ("d", "cyd", "bob"),
        ("offered", "hal", "eve"),
    ]
    assert (due, gone) == ([], True)
