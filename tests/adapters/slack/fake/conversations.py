"""The conversations family: direct messages and group messages, and their history."""

from tests.adapters.slack.fake.calls import Call, Refusal, chooses, method
from tests.adapters.slack.fake.workspaces import Channel, Json

MOST_USERS = 8
MOST_MESSAGES = 999
READS = {"im": "im:history", "mpim": "mpim:history", "channel": "channels:history"}


def users_of(call: Call) -> list[str]:
    """Return the users argument, each once, in the order given."""
    return list(dict.fromkeys(filter(None, call.text("users").split(","))))


def open_scopes(call: Call) -> tuple[str, ...]:
    """One user is a direct message, several are a group."""
    return ("mpim:write",) if len(users_of(call)) > 1 else ("im:write",)


@chooses("conversations.open", open_scopes)
def conversations_open(call: Call) -> Json:
    """The same people give the same conversation; the bot is not named among them."""
    users = users_of(call)
    if not users:
        raise Refusal("users_list_not_supplied")
    if len(users) > MOST_USERS:
        raise Refusal("too_many_users")
    for user in users:
        call.writable(user, unknown="user_not_found")
    channel, known = direct(call, users)
    found: Json = {"id": channel.id}
    if call.flag("return_im"):
        found |= {"is_im": channel.kind == "im", "is_mpim": channel.kind == "mpim"}
    return {"channel": found, **({"no_op": True, "already_open": True} if known else {})}


def direct(call: Call, users: list[str]) -> tuple[Channel, bool]:
    """Return the direct conversation with these users, and whether it was there."""
    kind = "im" if len(users) == 1 else "mpim"
    return call.workspace.conversation(frozenset({*users, call.install.bot_user_id}), kind)


@method("conversations.info", "im:read", "mpim:read", "channels:read")
def conversations_info(call: Call) -> Json:
    """Tell of one conversation."""
    channel = call.channel()
    return {
        "channel": {
            "id": channel.id,
            "is_im": channel.kind == "im",
            "is_mpim": channel.kind == "mpim",
            "is_archived": channel.is_archived,
        }
    }


def history_scopes(call: Call) -> tuple[str, ...]:
    """Each kind of conversation has a scope of its own for reading."""
    channel = call.workspace.channels.get(call.text("channel"))
    return (READS[channel.kind if channel else "im"],)


@chooses("conversations.history", history_scopes)
def conversations_history(call: Call) -> Json:
    """The messages between two instants, newest first, page by page."""
    channel = call.channel()
    limit = int(call.text("limit") or 100)
    if not 1 <= limit <= MOST_MESSAGES:
        raise Refusal("invalid_limit")
    oldest, latest = float(call.text("oldest") or 0), float(call.text("latest") or "inf")
    inclusive = call.flag("inclusive")
    found = [
        message
        for message in reversed(channel.messages)
        if not message.only_for
        and (
            oldest < float(message.ts) < latest
            or (inclusive and float(message.ts) in (oldest, latest))
        )
    ]
    start = page_start(call.text("cursor"))
    page = found[start : start + limit]
    more = start + limit < len(found)
    metadata = call.flag("include_all_metadata")
    return {
        "messages": [message.as_json(metadata=metadata) for message in page],
        "has_more": more,
        "response_metadata": {"next_cursor": cursor(start + limit) if more else ""},
    }


def cursor(start: int) -> str:
    """Return an opaque cursor."""
    return f"bmV4dA{start:06}=="


def page_start(value: str) -> int:
    """Return where a page begins; refuse a cursor that none of ours is."""
    if not value:
        return 0
    digits = value.removeprefix("bmV4dA").removesuffix("==")
    if not digits.isdecimal() or cursor(int(digits)) != value:
        raise Refusal("invalid_cursor")
    return int(digits)
