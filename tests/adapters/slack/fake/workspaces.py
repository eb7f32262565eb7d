"""What the fake Slack holds: workspaces, their members, channels, messages and installations."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.ports import Clock

Json = dict[str, Any]

SLACKBOT = "USLACKBOT"


@dataclass(eq=False, kw_only=True)
class Member:
    """Somebody of a workspace, with every flag users.list may carry."""

    id: str
    name: str
    team_id: str
    email: str = ""
    tz: str = "America/Toronto"
    locale: str = "en-CA"
    deleted: bool = False
    is_bot: bool = False
    is_admin: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    title: str = ""
    fields: dict[str, str] = field(default_factory=dict)

    def as_json(self, *, email: bool, locale: bool) -> Json:
        """Return the member as users.info does: e-mail and locale only where asked and allowed."""
        profile = {"real_name": self.name, "display_name": self.name.split()[0]}
        profile["title"] = self.title
        if email and self.email:
            profile["email"] = self.email
        found: Json = {
            "id": self.id,
            "team_id": self.team_id,
            "name": self.name.casefold().replace(" ", "."),
            "deleted": self.deleted,
            "profile": profile,
            "is_bot": self.is_bot,
            "is_app_user": False,
        }
        if self.deleted:
            return found  # Slack tells nothing more of a deactivated account
        found |= {
            "real_name": self.name,
            "tz": self.tz,
            "is_admin": self.is_admin,
            "is_restricted": self.is_restricted,
            "is_ultra_restricted": self.is_ultra_restricted,
            **({"is_stranger": True} if self.is_stranger else {}),
            **({"locale": self.locale} if locale else {}),
        }
        return found


@dataclass(eq=False, kw_only=True)
class Message:
    """One message; ``only_for`` is who sees it when it is ephemeral."""

    ts: str
    user: str
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    metadata: Json = field(default_factory=dict)
    client_msg_id: str = ""
    only_for: str = ""
    edits: int = 0

    @property
    def edited(self) -> bool:
        """Whether it was ever shown anew in its place."""
        return self.edits > 0

    @property
    def key(self) -> str:
        """What the bot calls this message: the one text its metadata carries."""
        payload = self.metadata.get("event_payload", {})
        return next((value for value in payload.values() if isinstance(value, str)), "")

    def as_json(self, *, metadata: bool = True) -> Json:
        """Return the message as conversations.history does."""
        return {
            "type": "message",
            "user": self.user,
            "ts": self.ts,
            "text": self.text,
            "blocks": self.blocks,
            **({"metadata": self.metadata} if metadata and self.metadata else {}),
            **({"client_msg_id": self.client_msg_id} if self.client_msg_id else {}),
        }


@dataclass(eq=False, kw_only=True)
class Channel:
    """A conversation: ``kind`` is im, mpim or channel."""

    id: str
    kind: str
    members: frozenset[str]
    is_archived: bool = False
    messages: list[Message] = field(default_factory=list)

    def message(self, ts: str) -> Message | None:
        """Return a message by its timestamp."""
        return next((found for found in self.messages if found.ts == ts), None)


class Workspace:
    """One workspace, or one of an organisation (``enterprise_id``)."""

    def __init__(self, team_id: str, name: str, *, enterprise_id: str = "") -> None:
        self.id = team_id
        self.name = name
        self.domain = name.casefold().replace(" ", "-")
        self.enterprise_id = enterprise_id
        self.members: dict[str, Member] = {}
        self.channels: dict[str, Channel] = {}
        self.fields: list[Json] = []
        self._numbers = count(1)
        self._stamps = count(1)
        self.join(SLACKBOT, "Slackbot")

    def join(self, user_id: str, name: str, **values: Any) -> Member:
        """Add somebody."""
        member = Member(id=user_id, name=name, team_id=self.id, **values)
        self.members[user_id] = member
        return member

    def conversation(self, members: frozenset[str], kind: str) -> tuple[Channel, bool]:
        """Return the direct conversation of exactly these, and whether it was there before."""
        for channel in self.channels.values():
            if channel.kind == kind and channel.members == members:
                return channel, True
        return self.open(kind, members), False

    def open(self, kind: str, members: frozenset[str]) -> Channel:
        """Open a conversation; ids tell its kind by their first letter, as Slack's do."""
        letter = {"im": "D", "mpim": "G", "channel": "C"}[kind]
        channel = Channel(
            id=f"{letter}{self.id[1:]}{next(self._numbers):05}", kind=kind, members=members
        )
        self.channels[channel.id] = channel
        return channel

    def stamp(self, clock: Clock) -> str:
        """Return a timestamp that no other message of the workspace has."""
        return f"{int(clock.now().timestamp())}.{next(self._stamps) % 1_000_000:06}"


@dataclass(eq=False, kw_only=True)
class Install:
    """An app in a workspace, or in a whole organisation (``enterprise_id`` without ``team_id``).

    ``expires_at`` is in epoch seconds, None for a token that does not expire. ``revoked`` names
    what the Web API answers from then on.
    """

    token: str
    bot_user_id: str
    bot_id: str
    scopes: frozenset[str]
    team_id: str = ""
    enterprise_id: str = ""
    installer: str = ""
    refresh_token: str = ""
    expires_at: float | None = None
    revoked: str = ""

    @property
    def is_org_wide(self) -> bool:
        """Whether it holds for every workspace of an organisation."""
        return not self.team_id
