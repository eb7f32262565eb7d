"""What the core asks of the world, as protocols: clock, chat platforms, store."""

from bot.ports.chat import Capabilities, ChatPlatform, Clock, Pace, Recipient
from bot.ports.outbox import Outbox
from bot.ports.store import Store, Work

__all__ = [
    "Capabilities",
    "ChatPlatform",
    "Clock",
    "Outbox",
    "Pace",
    "Recipient",
    "Store",
    "Work",
]
