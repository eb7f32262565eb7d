"""What Slack told: what somebody did and where, or news of a person or an installation."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from bot.conversation.events import Event

Json = Mapping[str, Any]


class Surface(Enum):
    """Where somebody acted, which is where the answer is shown."""

    COMMAND = auto()  # in any channel: seen by nobody else
    CHAT = auto()  # a line in their chat with the bot
    MESSAGE = auto()  # a button of a message of ours
    WINDOW = auto()  # a button of a card in a modal
    FORM = auto()  # a form sent in
    HOME = auto()  # the Home tab was opened
    HOME_BUTTON = auto()  # a button there


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What somebody did, and how they can be answered.

    ``response_url`` answers a message of ours or a command (five times, within 30 minutes),
    ``trigger_id`` opens one modal within three seconds, ``view`` names the modal they are in;
    ``is_private`` where other people would see an answer that is not for them alone,
    ``is_shared`` where they see the message that was acted on.
    """

    event: Event
    surface: Surface
    response_url: str = ""
    trigger_id: str = ""
    view: str = ""
    is_private: bool = True
    is_shared: bool = False


@dataclass(frozen=True, kw_only=True)
class MemberChanged:
    """Somebody joined, changed or was deactivated; ``member`` is as ``users.info`` tells it."""

    tenant: str
    key: str
    member: Json


@dataclass(frozen=True, kw_only=True)
class Revoked:
    """A tenant took the app away, or its bot's tokens."""

    tenant: str
    key: str


News = Heard | MemberChanged | Revoked
