"""What the core asks of the world, as protocols: clock, chat platforms, store."""

from bot.ports.chat import Capabilities, ChatPlatform, Clock, Pace, Recipient
from bot.ports.store import Records, Store

__all__ = [
    "Capabilities",
    "ChatPlatform",
    "Clock",
    "Pace",
    "Recipient",
    "Records",
    "Store",
]
