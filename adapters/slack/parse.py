"""From Slack's payloads to events: every shape is checked, nothing is believed but who signed it.

One payload is a command, a click, a form, an opened Home tab, a line in the bot's chat, or news of
a person or an installation. Whatever else Slack tells is not for us, and comes to None.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from adapters.slack.cards import PRESS
from adapters.slack.forms import FORM, filled
from adapters.slack.gate import fingerprint
from adapters.slack.heard import Heard, MemberChanged, News, Revoked, Surface
from adapters.slack.text import as_typed
from bot.conversation.events import Opened, Pressed, Said, Submitted
from bot.errors import BotError

Json = Mapping[str, Any]


WRONG_SHAPE = (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError)
"""What reading raises when something is not where or what it should be."""


class BadPayload(BotError):
    """Slack signed it, yet it is not the shape that Slack documents."""


def parse(payload: Json, organisation_id: str) -> News | None:
    """Return what a payload tells, or None when it is not for us; raises BadPayload."""
    try:
        if "command" in payload:
            return _command(payload, _Common(payload, organisation_id))
        found = KINDS.get(payload.get("type", ""))
        return found(payload, _Common(payload, organisation_id)) if found else None
    except WRONG_SHAPE as error:
        raise BadPayload(type(error).__name__) from error


class _Common:
    """What every event of a payload has in common."""

    def __init__(self, payload: Json, organisation_id: str) -> None:
        self._organisation_id = organisation_id
        self.tenant = tenant_of(payload)
        # Slack repeats an event under its id; an interaction is never repeated but by a replay.
        self.key = f"slack:{payload.get('event_id') or fingerprint(payload)}"

    def of(self, address: str, route: str = "") -> dict[str, str]:
        """Return the fields of an event by somebody; ``route`` is their chat with the bot."""
        return {
            "organisation_id": self._organisation_id,
            "key": self.key,
            "platform": "slack",
            "tenant": self.tenant,
            "address": text(address),
            "route": route,
        }


def tenant_of(payload: Json) -> str:
    """Return whose installation a payload is for: a workspace, or an organisation of many.

    Where the app was installed for a whole organisation the workspace may be missing, and people's
    ids are the organisation's. An event says so in its ``authorizations``, a view in the workspace
    it was opened from: where people of other companies share a channel the others differ.
    """
    grants = payload.get("authorizations") or [payload]
    grant = grants[0]
    enterprise = grant.get("enterprise_id") or (payload.get("enterprise") or {}).get("id")
    if str(grant.get("is_enterprise_install")).casefold() == "true" and enterprise:
        return text(enterprise)
    view_team = (payload.get("view") or {}).get("app_installed_team_id")
    if view_team and view_team == enterprise:
        return text(enterprise)
    return text(view_team or grant.get("team_id") or (payload.get("team") or {})["id"])


def text(value: Any) -> str:
    """Return a text that is there and that a database can keep; raises TypeError."""
    if not isinstance(value, str) or not value:
        message = "no text"
        raise TypeError(message)
    return value.replace("\x00", "").encode("utf-8", "replace").decode()


def _command(payload: Json, common: _Common) -> Heard:
    words = as_typed(payload.get("text", ""))
    return Heard(
        event=Said(text=text(f"/mentor {words}".strip()), **common.of(payload["user_id"])),
        surface=Surface.COMMAND,
        response_url=payload["response_url"],
        trigger_id=payload["trigger_id"],
    )


def _click(payload: Json, common: _Common) -> Heard | None:
    clicked = payload["actions"][0]
    if not clicked["action_id"].startswith(f"{PRESS}."):
        return None
    action, subject, value = (str(part) for part in json.loads(clicked["value"]))
    view, container = payload.get("view") or {}, payload.get("container") or {}
    surface = Surface.MESSAGE
    if view:
        surface = Surface.HOME_BUTTON if view["type"] == "home" else Surface.WINDOW
    channel = container.get("channel_id", "")
    # A message of ours in a D channel that is not ephemeral is in the person's chat with the bot.
    is_ephemeral, in_chat = bool(container.get("is_ephemeral")), channel.startswith("D")
    is_private = is_ephemeral or not in_chat
    who = common.of(payload["user"]["id"], "" if is_private else channel)
    return Heard(
        event=Pressed(action=text(action), subject=subject, value=value, **who),
        surface=surface,
        response_url=payload.get("response_url", "") or view.get("private_metadata", ""),
        trigger_id=payload["trigger_id"],
        view=view.get("id", ""),
        is_private=is_private,
        is_shared=not (view or is_ephemeral or in_chat),
    )


def _form(payload: Json, common: _Common) -> Heard | None:
    view = payload["view"]
    if view["callback_id"] != FORM:
        return None
    action, subject, origin = (str(part) for part in json.loads(view["private_metadata"]))
    values = {
        name: tuple(map(text, filter(None, given))) for name, given in filled(view["state"]).items()
    }
    event = Submitted(
        action=text(action), subject=subject, values=values, **common.of(payload["user"]["id"])
    )
    return Heard(
        event=event,
        surface=Surface.FORM,
        response_url=origin,
        trigger_id=payload.get("trigger_id", ""),
        view=view["id"],
    )


def _event(payload: Json, common: _Common) -> News | None:
    event = payload["event"]
    match event:
        case {"type": "app_home_opened", "tab": "home", "user": user}:
            return Heard(event=Opened(**common.of(user)), surface=Surface.HOME)
        case {"type": "message", "channel_type": "im", "user": user, "text": line}:
            if "subtype" in event or "bot_id" in event or not line:
                return None
            said = Said(text=text(as_typed(line)), **common.of(user, event["channel"]))
            return Heard(event=said, surface=Surface.CHAT, is_private=False)
        case {"type": "team_join" | "user_change", "user": dict(member)}:
            return MemberChanged(tenant=common.tenant, key=common.key, member=member)
        case {"type": "app_uninstalled"} | {"type": "tokens_revoked", "tokens": {"bot": [_, *_]}}:
            return Revoked(tenant=common.tenant, key=common.key)
    return None


KINDS: dict[str, Callable[[Json, _Common], News | None]] = {
    "block_actions": _click,
    "event_callback": _event,
    "view_submission": _form,
}
