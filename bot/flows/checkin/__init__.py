"""The weekly check-in: three taps at most, and silence is a fine answer."""

from bot.flows.checkin.asking import STEPS
from bot.flows.checkin.gate import DONE, flow, prompt_key, questions
from bot.flows.checkin.quiet import quiet

__all__ = ["DONE", "STEPS", "flow", "prompt_key", "questions", "quiet"]
