"""The chat family: posting, changing and deleting messages."""

from datetime import timedelta
from typing import Any

from tests.adapters.slack.fake.calls import Call, Refusal, method
from tests.adapters.slack.fake.conversations import direct
from tests.adapters.slack.fake.strictness import refuse_blocks, texts_in
from tests.adapters.slack.fake.workspaces import Channel, Json, Message
from tests.history import Kind

TEXT_CUT_AT = 40_000
BLOCKS_TOO_LONG = 13_200
"""Characters over all blocks beyond which messages fail, as users of the API report."""
METADATA_MOST = 8_000
SAME_MESSAGE = timedelta(hours=1)
"""How long one client_msg_id stands for one message; Slack does not say."""
Everything = tuple[str, list[Json], Json]


@method("chat.postMessage", "chat:write")
def chat_post_message(call: Call) -> Json:
    """Post to a conversation, or to a user id, which means their direct messages."""
    channel = _target(call)
    if channel.is_archived:
        raise Refusal("is_archived")
    text, blocks, metadata = _content(call)
    known = _posted_before(call, channel)
    if known is not None:
        _note(call, Kind.REPEATED, channel, known)
        return {"channel": channel.id, "ts": known.ts, "message": known.as_json()}
    message = Message(
        ts=call.workspace.stamp(call.state.clock),
        user=call.install.bot_user_id,
        text=text,
        blocks=blocks,
        metadata=metadata,
        client_msg_id=call.text("client_msg_id"),
    )
    channel.messages.append(message)
    _note(call, Kind.POSTED, channel, message)
    return {"channel": channel.id, "ts": message.ts, "message": message.as_json()}


@method("chat.postEphemeral", "chat:write")
def chat_post_ephemeral(call: Call) -> Json:
    """Show one member of a conversation something that nobody else sees and nothing keeps."""
    channel = call.channel()
    user = call.needed("user")
    if user not in channel.members:
        raise Refusal("user_not_in_channel")
    text, blocks, _ = _content(call)
    message = Message(
        ts=call.workspace.stamp(call.state.clock),
        user=call.install.bot_user_id,
        text=text,
        blocks=blocks,
        only_for=user,
    )
    channel.messages.append(message)
    return {"message_ts": message.ts}


@method("chat.update", "chat:write")
def chat_update(call: Call) -> Json:
    """Show one of the bot's own messages anew."""
    channel, message = _own(call, "cant_update_message")
    text, blocks, metadata = _content(call)
    message.text, message.blocks = text, blocks
    message.edits += 1
    message.metadata = metadata or message.metadata
    _note(call, Kind.CHANGED, channel, message)
    return {"channel": channel.id, "ts": message.ts, "text": text, "message": message.as_json()}


@method("chat.delete", "chat:write")
def chat_delete(call: Call) -> Json:
    """Take one of the bot's own messages away."""
    channel, message = _own(call, "cant_delete_message")
    channel.messages.remove(message)
    _note(call, Kind.DELETED, channel, message)
    return {"channel": channel.id, "ts": message.ts}


@method("blocks.validate")
def blocks_validate(call: Call) -> Json:
    """Say whether blocks would be taken."""
    refuse_blocks(call.json("blocks", "invalid_blocks_format"))
    return {}


def _target(call: Call) -> Channel:
    """The conversation a message goes to."""
    wanted = call.needed("channel")
    if not wanted.startswith("U"):
        return call.channel()
    call.writable(wanted, unknown="channel_not_found")
    return direct(call, [wanted])[0]


def _own(call: Call, foreign: str) -> tuple[Channel, Message]:
    channel = call.channel()
    message = channel.message(call.needed("ts"))
    if message is None or message.only_for:
        raise Refusal("message_not_found")
    if message.user != call.install.bot_user_id:
        raise Refusal(foreign)
    return channel, message


def _content(call: Call) -> Everything:
    """Return text, blocks and metadata, or refuse them as Slack does."""
    text = call.text("text")
    blocks = call.json("blocks", "invalid_blocks_format") or []
    if not text and not blocks:
        raise Refusal("no_text")
    if len(text) > TEXT_CUT_AT:
        raise Refusal("msg_too_long")
    if blocks:
        refuse_blocks(blocks)
    if sum(len(found) for found in texts_in(blocks)) > BLOCKS_TOO_LONG:
        raise Refusal("msg_blocks_too_long")
    return text, blocks, _metadata(call.json("metadata", "invalid_metadata_format"))


def _metadata(found: Any) -> Json:
    if found is None:
        return {}
    shape = isinstance(found, dict) and isinstance(found.get("event_payload"), dict)
    if not shape or not isinstance(found.get("event_type"), str) or not found["event_type"]:
        raise Refusal("invalid_metadata_format")
    if len(str(found)) > METADATA_MOST:
        raise Refusal("metadata_too_large")
    return dict(found)


def _posted_before(call: Call, channel: Channel) -> Message | None:
    """The message that bore this client_msg_id, if it is young enough to be the same."""
    wanted = call.text("client_msg_id")
    since = (call.state.clock.now() - SAME_MESSAGE).timestamp()
    return next(
        (
            message
            for message in channel.messages
            if wanted and message.client_msg_id == wanted and float(message.ts) >= since
        ),
        None,
    )


def _note(call: Call, kind: Kind, channel: Channel, message: Message) -> None:
    call.state.history.note(
        kind,
        tenant=call.workspace.id,
        conversation=channel.id,
        key=message.key,
        remote_id=message.ts,
    )
