"""What the core asks of the world, as protocols: clock, chat platforms, solver, store."""

from bot.ports.chat import Capabilities, ChatPlatform, Clock, Pace, Recipient
from bot.ports.solver import Solver
from bot.ports.store import Records, Store

__all__ = [
    "Capabilities",
    "ChatPlatform",
    "Clock",
    "Pace",
    "Recipient",
    "Records",
    "Solver",
    "Store",
]
