"""Inviting: whom, in which first words, seen by name before anything leaves."""

from bot.flows.coordinating.invitations import choosing, lines
from bot.flows.coordinating.invitations.drafts import flow

__all__ = ["choosing", "flow", "lines"]
