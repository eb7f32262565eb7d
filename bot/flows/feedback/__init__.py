"""The two longer feedbacks, half-way and at the end; private but for what somebody ticks."""

from bot.flows.feedback.asking import ASKED, LOOK_BACK, flow, invitation_key
from bot.flows.feedback.closing import closing, honour

__all__ = ["ASKED", "LOOK_BACK", "closing", "flow", "honour", "invitation_key"]
