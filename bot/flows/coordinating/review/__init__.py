"""The review: what the matching proposes, argued with until the coordinator approves."""

from bot.flows.coordinating.review import criteria, pages, rules, why_not
from bot.flows.coordinating.review.gate import flow
from bot.flows.coordinating.review.running import trial

__all__ = ["criteria", "flow", "pages", "rules", "trial", "why_not"]
