"""The payloads of commands, clicks and forms, as Slack words them."""

from tests.adapters.slack.fake.state import Hook, State
from tests.adapters.slack.fake.workspaces import Install, Json, Member, Message, Workspace


def place(state: State, workspace: Workspace, install: Install) -> Json:
    """Who the app and the workspace are, in an interaction."""
    enterprise = workspace.enterprise_id
    team: Json = {"id": workspace.id, "domain": workspace.domain}
    if enterprise:
        team |= {"enterprise_id": enterprise, "enterprise_name": state.enterprises[enterprise]}
    return {
        "token": "legacy",
        "api_app_id": state.app.app_id,
        "team": team,
        "enterprise": {"id": enterprise, "name": state.enterprises[enterprise]}
        if enterprise
        else None,
        "is_enterprise_install": install.is_org_wide,
    }


def user(member: Member) -> Json:
    """Who did it."""
    name = member.name.casefold().replace(" ", ".")
    return {"id": member.id, "username": name, "name": name, "team_id": member.team_id}


def command(
    state: State, workspace: Workspace, install: Install, *, words: str, **rest: str
) -> Json:
    """The form of a slash command; ``rest`` is who, where, trigger and response_url."""
    name, _, text = words.partition(" ")
    enterprise = workspace.enterprise_id
    org = (
        {"enterprise_id": enterprise, "enterprise_name": state.enterprises[enterprise]}
        if enterprise
        else {}
    )
    return {
        "token": "legacy",
        "team_id": workspace.id,
        "team_domain": workspace.domain,
        **org,
        "command": name,
        "text": text,
        "api_app_id": state.app.app_id,
        "is_enterprise_install": "true" if install.is_org_wide else "false",
        **rest,
    }


def click_in_message(message: Message, channel_id: str, pressed: Json, hook_url: str) -> Json:
    """What a click in a message adds; an ephemeral message is not told back to the app."""
    found: Json = {
        "type": "block_actions",
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel_id,
            "is_ephemeral": bool(message.only_for),
        },
        "channel": {"id": channel_id, "name": "directmessage"},
        "state": {"values": {}},
        "response_url": hook_url,
        "actions": [pressed],
    }
    if not message.only_for:
        found["message"] = message.as_json()
    return found


def click_in_view(view: Json, pressed: Json) -> Json:
    """What a click in a modal or on the Home tab adds."""
    return {
        "type": "block_actions",
        "container": {"type": "view", "view_id": view["id"]},
        "view": view,
        "actions": [pressed],
    }


def button_pressed(button: Json, block_id: str, ts: str) -> Json:
    """The action of a pressed button."""
    kept: Json = {
        name: button[name] for name in ("action_id", "text", "value", "style") if name in button
    }
    return {"type": "button", "block_id": block_id, "action_ts": ts, **kept}


def value_of(element: Json, filled: tuple[str, ...]) -> Json:
    """Return the state of one input; ``filled`` are option values, a date, or what was typed."""
    kind = element["type"]
    options = {option["value"]: option for option in element.get("options", ())}
    for group in element.get("option_groups", ()):
        options |= {option["value"]: option for option in group["options"]}
    first = next(iter(filled), "")
    if kind in {"checkboxes", "multi_static_select"}:
        return {"type": kind, "selected_options": [options[value] for value in filled]}
    if kind in {"static_select", "radio_buttons"}:
        return {"type": kind, "selected_option": options[first] if first else None}
    if kind == "datepicker":
        return {"type": kind, "selected_date": first or None}
    return {"type": kind, "value": first or None}


def new_hook(state: State, team_id: str, channel_id: str, user_id: str, *, ts: str = "") -> str:
    """Make a response_url; return its id."""
    hook_id = state.number("hook")
    state.hooks[hook_id] = Hook(
        made_at=state.clock.now(), team_id=team_id, channel=channel_id, user=user_id, ts=ts
    )
    return hook_id
