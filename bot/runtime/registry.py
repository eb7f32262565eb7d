"""Lists every flow there is; whoever answers is given them as one registry."""

from bot.conversation.registry import Registry
from bot.flows import checkin, feedback
from bot.flows.coordinating import (
    announcement,
    approval,
    closing_days,
    console,
    digest,
    invitations,
    leaders,
    messages,
    programme,
    recalls,
    review,
    topics,
    volunteers,
)
from bot.flows.joining import profile, welcome
from bot.flows.leaving import erasure, exits, rests, staff
from bot.flows.meeting import moves, plan
from bot.flows.mine import hello, privacy
from bot.flows.mine import help as help_
from bot.flows.pairing import introduction, proposal, relay
from bot.runtime.prompts import EVERY_PROMPT


def every_flow() -> Registry:
    """Return all flows; within a chapter, the help tells their commands in this order."""
    flows = (
        module.flow
        for module in (
            hello,
            welcome,
            proposal,
            plan,
            moves,
            checkin,
            relay,
            introduction,
            feedback,
            profile,
            rests,
            exits,
            privacy,
            erasure,
            help_,
            console,
            programme,
            invitations,
            messages,
            volunteers,
            staff,
            leaders,
            topics,
            closing_days,
            review,
            approval,
            digest,
            announcement,
            recalls,
        )
    )
    return Registry(flows, EVERY_PROMPT)
