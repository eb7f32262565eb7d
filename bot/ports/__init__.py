"""What the core asks of the world, as protocols: the clock, platforms, solver, store."""

from bot.ports.chat import Capabilities, ChatPlatform, Clock, Pace
from bot.ports.solver import Solver
from bot.ports.store import Records, Store

__all__ = ["Capabilities", "ChatPlatform", "Clock", "Pace", "Records", "Solver", "Store"]
