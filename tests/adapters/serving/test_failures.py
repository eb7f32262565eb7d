"""What is logged of a failure: enough to find it, and nothing that anybody wrote."""

from structlog.testing import capture_logs

from adapters.serving.failures import report_failure, report_refusal
from bot.domain.proposal import Proposal, ProposalState
from bot.errors import IllegalMove
from tests.builders import NOW, a_proposal


def declined_twice(proposal: Proposal) -> IllegalMove:
    proposal.lapse()
    try:
        proposal.decline(proposal.mentee_id, NOW)
    except IllegalMove as refused:
        return refused
    raise AssertionError


def test_a_refused_move_is_told_with_where_it_was_asked_for() -> None:
    with capture_logs() as lines:
        report_refusal("Pressed", declined_twice(a_proposal(id="p", state=ProposalState.OFFERED)))

    [line] = lines
    assert (line["event"], line["kind"]) == ("turn.refused", "Pressed")
    assert line["move"].startswith("Proposal p: ")
    assert line["at"].startswith("proposal.py:")


def test_a_failure_is_told_without_its_words() -> None:
    with capture_logs() as lines:
        report_failure("Seat", ValueError("what Nadia wrote"))

    assert lines == [
        {
            "event": "due.failed",
            "log_level": "error",
            "kind": "Seat",
            "error": "ValueError",
            "at": "?",
        }
    ]
