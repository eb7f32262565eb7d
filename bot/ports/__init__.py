"""What the core asks of the world, as protocols: clock, chat platforms, store."""

from bot.ports.chat import Capabilities, ChatPlatform, Clock, Pace, Recipient
from bot.ports.store import Store, Work

__all__ = [
    "Capabilities",
    "ChatPlatform",
    "Clock",
    "Pace",
    "Recipient",
    "Store",
    "Work",
]
