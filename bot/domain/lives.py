"""Everything that has a life of its own, and the table of its moves."""

from collections.abc import Mapping
from typing import Any

from bot.domain.checkin import ASK_MOVES, CheckIn, Feedback
from bot.domain.delivery import DELIVERY_MOVES, Delivery
from bot.domain.meeting import MEETING_MOVES, Meeting
from bot.domain.moves import Moves
from bot.domain.pairing import PAIRING_MOVES, Pairing
from bot.domain.programme import CYCLE_MOVES, ENROLMENT_MOVES, Cycle, Enrolment
from bot.domain.proposal import PROPOSAL_MOVES, Proposal
from bot.domain.run import RUN_MOVES, Run

LIVES: Mapping[type, Moves[Any]] = {
    Cycle: CYCLE_MOVES,
    Enrolment: ENROLMENT_MOVES,
    Run: RUN_MOVES,
    Proposal: PROPOSAL_MOVES,
    Pairing: PAIRING_MOVES,
    Meeting: MEETING_MOVES,
    CheckIn: ASK_MOVES,
    Feedback: ASK_MOVES,
    Delivery: DELIVERY_MOVES,
}
"""Each kind's table, in the order in which a programme comes to them."""
