"""The two longer feedbacks, half-way and at the end; private but for what somebody ticks."""

from bot.flows.feedback.asking import flow, invitation_key, invite
from bot.flows.feedback.closing import closing, honour

__all__ = ["closing", "flow", "honour", "invitation_key", "invite"]
