"""The weekly check-in: three taps at most, and silence is a fine answer."""

from bot.flows.checkin.asking import STEPS
from bot.flows.checkin.between import quiet
from bot.flows.checkin.gate import flow, prompt_key

__all__ = ["STEPS", "flow", "prompt_key", "quiet"]
