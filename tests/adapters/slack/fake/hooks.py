"""response_url: where an app answers a command or a click later, five times in half an hour."""

from typing import Any

from aiohttp import web

from tests.adapters.slack.fake.calls import Refusal
from tests.adapters.slack.fake.state import HOOK_LIFE, HOOK_USES, Hook, State
from tests.adapters.slack.fake.strictness import refuse_blocks
from tests.adapters.slack.fake.workspaces import Channel, Message
from tests.history import Kind


async def answer(state: State, request: web.Request) -> web.Response:
    """Take one answer, or say why not."""
    hook = state.hooks.get(request.match_info["hook"])
    if hook is None:
        return _refused("invalid_url", 404)
    if hook.uses >= HOOK_USES or state.clock.now() - hook.made_at > HOOK_LIFE:
        return _refused("used_url" if hook.uses >= HOOK_USES else "expired_url", 404)
    body = await request.json()
    try:
        show(state, hook, body)
    except Refusal as refusal:
        return _refused(refusal.error, 400)
    hook.uses += 1
    return web.json_response({"ok": True})


def show(state: State, hook: Hook, body: dict[str, Any]) -> None:
    """Show what the app answered: in place of the message, or as a new one."""
    workspace = state.workspaces[hook.team_id]
    channel = workspace.channels[hook.channel]
    old = channel.message(hook.ts) if hook.ts else None
    if body.get("delete_original") and old is not None:
        channel.messages.remove(old)
        _note(state, Kind.DELETED, hook, old)
        return
    text, blocks = str(body.get("text", "")), body.get("blocks") or []
    if not text and not blocks:
        raise Refusal("no_text")
    if blocks:
        refuse_blocks(blocks)
    if body.get("replace_original") and old is not None:
        old.text, old.blocks = text, blocks
        old.edits += 1
        _note(state, Kind.CHANGED, hook, old)
        return
    ephemeral = body.get("response_type", "ephemeral") == "ephemeral"
    _add(state, hook, channel, text=text, blocks=blocks, only_for=hook.user if ephemeral else "")


def _add(state: State, hook: Hook, channel: Channel, **content: Any) -> None:
    workspace = state.workspaces[hook.team_id]
    install = state.installed_in(hook.team_id)
    message = Message(
        ts=workspace.stamp(state.clock), user=install.bot_user_id if install else "", **content
    )
    channel.messages.append(message)
    if not message.only_for:
        _note(state, Kind.POSTED, hook, message)


def _note(state: State, kind: Kind, hook: Hook, message: Message) -> None:
    state.history.note(
        kind, tenant=hook.team_id, conversation=hook.channel, key=message.key, remote_id=message.ts
    )


def _refused(error: str, status: int) -> web.Response:
    return web.json_response({"ok": False, "error": error}, status=status)
