"""The app's manifest: what it is to Slack, with no right it does not need."""

from dataclasses import dataclass
from typing import Any

SCOPES = {
    "commands": "the command /mentor",
    "chat:write": "prompts, introductions and digests",
    "im:write": "a first direct message to somebody",
    "mpim:write": "one group message for the two of a new pair",
    "users:read": "names, time zones, languages, and who left or is a guest",
}
"""Every scope, and what it is for."""
EMAILS = {"users:read.email": "to know people whom HR imported, or who use Teams as well"}
PROFILES = {"users.profile:read": "departments and managers, from the workspace's own fields"}
HISTORY = {
    "im:history": "to look for a message whose sending was cut off, in the bot's own chats",
    "mpim:history": "the same in the groups the bot opened",
}
"""Only where the operator asks for it."""
EVENTS = ("app_home_opened", "app_uninstalled", "team_join", "tokens_revoked", "user_change")


@dataclass(frozen=True, kw_only=True)
class Shape:
    """What kind of app it is.

    ``several`` workspaces install it themselves (OAuth, rotated tokens), else one by its bot token;
    ``socket`` needs no address that Slack can call; the others ask for one more right each.
    """

    several: bool = False
    socket: bool = False
    emails: bool = False
    profiles: bool = False
    history: bool = False


def reasons(shape: Shape) -> dict[str, str]:
    """Return the scopes to ask for, each with its reason."""
    emails = EMAILS if shape.emails else {}
    profiles = PROFILES if shape.profiles else {}
    return {**SCOPES, **emails, **profiles, **(HISTORY if shape.history else {})}


def manifest(shape: Shape, url: str) -> dict[str, Any]:
    """Return the manifest for an installation served at an https address without a path."""
    events = f"{url}/slack/events"
    address = {} if shape.socket else {"request_url": events}
    command: dict[str, Any] = {
        "command": "/mentor",
        "description": "Join and follow reverse mentoring · Participer au mentorat inversé",
        "usage_hint": "[join | status | pause | help] · [rejoindre | statut | pause | aide]",
        # Names and addresses are only words to us.
        "should_escape": False,
        **({} if shape.socket else {"url": events}),
    }
    oauth: dict[str, Any] = {"scopes": {"bot": list(reasons(shape))}}
    if shape.several:
        oauth["redirect_urls"] = [f"{url}/slack/oauth_redirect"]
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "Mentor",
            "description": "Reverse mentoring · Mentorat inversé",
            "background_color": "#1f4b5b",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": True,
            },
            "bot_user": {"display_name": "Mentor", "always_online": False},
            "slash_commands": [command],
        },
        "oauth_config": oauth,
        "settings": {
            "event_subscriptions": {**address, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **address},
            "org_deploy_enabled": shape.several,
            "socket_mode_enabled": shape.socket,
            "token_rotation_enabled": shape.several,
        },
    }
