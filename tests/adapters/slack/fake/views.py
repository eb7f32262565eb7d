"""The views family: modals, which a trigger opens, and the Home tab."""

from datetime import datetime

from tests.adapters.slack.fake.calls import Call, Refusal, method
from tests.adapters.slack.fake.state import TRIGGER_LIFE
from tests.adapters.slack.fake.strictness import refuse_view
from tests.adapters.slack.fake.workspaces import Json

DEEPEST = 3
"""Modals on top of one another."""


@method("views.open")
def views_open(call: Call) -> Json:
    """Open a modal for whoever caused the trigger; an open one gives way."""
    user = _spend_trigger(call)
    view = shown(call, _view(call), "modal")
    call.state.screens.stack(call.workspace.id, user)[:] = [view]
    return {"view": view}


@method("views.push")
def views_push(call: Call) -> Json:
    """Put a modal on top of the open one."""
    user = _spend_trigger(call)
    stack = call.state.screens.stack(call.workspace.id, user)
    if len(stack) >= DEEPEST:
        raise Refusal("push_limit_reached")
    view = shown(call, _view(call), "modal")
    stack.append(view)
    return {"view": view}


@method("views.update")
def views_update(call: Call) -> Json:
    """Show an open modal anew; with ``hash`` only if nobody did so in between."""
    old = call.state.screens.view(call.text("view_id"))
    if old is None or old["type"] != "modal":
        raise Refusal("not_found")
    if call.text("hash") and call.text("hash") != old["hash"]:
        raise Refusal("hash_conflict")
    replace(old, shown(call, _view(call), "modal"))
    return {"view": old}


@method("views.publish")
def views_publish(call: Call) -> Json:
    """Show somebody their Home tab."""
    user = call.needed("user_id")
    if user not in call.workspace.members:
        raise Refusal("user_not_found")
    homes, place = call.state.screens.homes, (call.workspace.id, user)
    known = homes.get(place)
    if call.text("hash") and known and call.text("hash") != known["hash"]:
        raise Refusal("hash_conflict")
    homes[place] = shown(call, _view(call), "home")
    return {"view": homes[place]}


def replace(old: Json, new: Json) -> None:
    """Put a view in the place of another: it keeps its id."""
    kept = {name: old[name] for name in ("id", "team_id", "root_view_id")}
    old.clear()
    old.update({**new, **kept})


def shown(call: Call, view: object, surface: str) -> Json:
    """Return a view as Slack keeps it: checked, with an id and a hash."""
    checked = refuse_view(view, surface)
    number = call.state.number("V")
    return {
        **checked,
        "id": number,
        "team_id": call.workspace.id,
        "root_view_id": number,
        "hash": call.state.number("hash."),
        "state": {"values": {}},
        "private_metadata": checked.get("private_metadata", ""),
        "callback_id": checked.get("callback_id", ""),
        "app_id": call.state.app.app_id,
        "bot_id": call.install.bot_id,
        "app_installed_team_id": call.workspace.id,
    }


def _view(call: Call) -> object:
    return call.json("view", "invalid_arguments")


def _spend_trigger(call: Call) -> str:
    """Use up the trigger of what somebody did; return who it was."""
    trigger = call.state.triggers.get(call.needed("trigger_id"))
    if trigger is None or trigger.team_id != call.workspace.id:
        raise Refusal("invalid_trigger_id")
    if is_late(trigger.made_at, call.state.clock.now()):
        raise Refusal("expired_trigger_id")
    if trigger.is_used:
        raise Refusal("exchanged_trigger_id")
    trigger.is_used = True
    return trigger.user


def is_late(made_at: datetime, now: datetime) -> bool:
    """Whether a trigger is too old."""
    return now - made_at > TRIGGER_LIFE
