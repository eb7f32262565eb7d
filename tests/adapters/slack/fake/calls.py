"""A call of the Web API: who calls, with which arguments; and the table of methods."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.adapters.slack.fake.state import State
from tests.adapters.slack.fake.workspaces import Channel, Install, Json, Member, Workspace


class Refusal(Exception):
    """Slack says no: ``error`` is the name it gives, ``more`` what stands beside it."""

    def __init__(self, error: str, **more: Any) -> None:
        super().__init__(error)
        self.error = error
        self.more = more


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call; ``workspace`` is where it acts, ``install`` whose token it bore."""

    state: State
    args: Mapping[str, Any]
    install: Install
    workspace: Workspace

    def text(self, name: str) -> str:
        """Return an argument as text, empty when it is missing."""
        value = self.args.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        """Return a yes-or-no argument, in any of the spellings SDKs use."""
        return self.text(name).casefold() in {"1", "true"}

    def json(self, name: str, refusal: str) -> Any:
        """Return a structured argument, sent as JSON or as JSON in a text; None when missing."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError as error:
            raise Refusal(refusal) from error

    def needed(self, name: str) -> str:
        """Return an argument that must be there."""
        value = self.text(name)
        if not value:
            raise Refusal("invalid_arguments", response_metadata={"messages": [f"[ERROR] {name}"]})
        return value

    def channel(self) -> Channel:
        """Return the conversation of the argument ``channel``, of which the bot is a part."""
        channel = self.workspace.channels.get(self.needed("channel"))
        if channel is None:
            raise Refusal("channel_not_found")
        if self.install.bot_user_id not in channel.members:
            raise Refusal("not_in_channel" if channel.kind == "channel" else "channel_not_found")
        return channel

    def writable(self, user_id: str, *, unknown: str) -> Member:
        """Return somebody the bot may write to; ``unknown`` is what Slack says of nobody."""
        member = self.workspace.members.get(user_id)
        if member is None or user_id == self.install.bot_user_id:
            raise Refusal(unknown)
        if member.deleted:
            raise Refusal("user_disabled")
        if member.is_bot or user_id == "USLACKBOT":
            raise Refusal("cannot_dm_bot")
        if member.is_stranger:
            raise Refusal("user_not_visible")
        return member


Run = Callable[[Call], Json]
Scopes = Callable[[Call], tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Method:
    """What a method does, and which scopes it wants of this call (one of them suffices)."""

    run: Run
    scopes: Scopes


METHODS: dict[str, Method] = {}


def method(name: str, *scopes: str) -> Callable[[Run], Run]:
    """Enter a method into the table; it wants any one of these scopes, or none."""
    return chooses(name, lambda _: scopes)


def chooses(name: str, scopes: Scopes) -> Callable[[Run], Run]:
    """Enter a method whose scope depends on what it is asked."""

    def enter(run: Run) -> Run:
        METHODS[name] = Method(run=run, scopes=scopes)
        return run

    return enter


def check_scopes(call: Call, wanted: tuple[str, ...]) -> None:
    """Refuse a call whose token has none of the scopes it wants."""
    if wanted and not call.install.scopes.intersection(wanted):
        provided = ",".join(sorted(call.install.scopes))
        raise Refusal("missing_scope", needed=wanted[0], provided=provided)
