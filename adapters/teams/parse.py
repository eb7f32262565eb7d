"""From an activity's raw JSON to what somebody did.

The JSON is never read back from botbuilder's models, which drop the tenant and the client's time
zone. A message, a pressed button, a filled-in form and the invokes of cards and dialogs all come
to the same events; ``asks`` says what kind of answer Teams awaits.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from adapters.teams.addresses import Route
from adapters.teams.fields import BadActivity, Json, part, text, word
from adapters.teams.forms import unpacked
from adapters.teams.heard import Asks, Change, Incoming, Query
from adapters.teams.limits import CHOSEN, FIELDS, RESULTS, TEXT
from adapters.teams.source import CHANNEL, Source
from bot.conversation.events import Event, Pressed, Said, Submitted
from bot.messages.card import COMMAND

MENTION = re.compile(r"<at\b[^<>]*>[^<>]*</at>", re.IGNORECASE)
CALLED = frozenset({"@mentor", "@passerelle"})
"""How the bot may be called in typed text, besides the name it was installed under."""


def incoming(data: Json, organisation_id: str) -> Incoming:
    """Return what an activity says somebody did; raises BadActivity.

    ``channelId``, ``serviceUrl``, the tenant and the conversation are required of every activity;
    whether they are the right ones is for the caller to say.
    """
    if text(data, "channelId") != CHANNEL:
        raise BadActivity("channelId")
    conversation = part(data, "conversation")
    sender = part(data, "from")
    here = Route(conversation=text(conversation, "id"), service_url=text(data, "serviceUrl"))
    source = Source(
        organisation_id=organisation_id,
        tenant=text(part(part(data, "channelData"), "tenant"), "id"),
        address=text(sender, "aadObjectId", empty=True),
        conversation=here.conversation,
        route=here.packed(),
        activity_id=text(data, "id", empty=True),
    )
    client = _client(data)
    kind = text(data, "type")
    found = KINDS[kind](data, source) if kind in KINDS and source.address else {}
    return Incoming(
        kind=kind,
        asks=found.pop("asks", Asks.NOTHING),
        tenant=source.tenant,
        address=source.address,
        member=text(sender, "id", empty=True) or source.address,
        conversation=source.conversation,
        service_url=here.service_url,
        activity_id=source.activity_id,
        personal=conversation.get("conversationType", "personal") == "personal",
        locale=word(data, "locale") or word(client, "locale"),
        zone=word(client, "timezone") or word(data, "localTimezone"),
        **found,
    )


def spoken(data: Json) -> str:
    """Return the line somebody typed, without the call that may precede it."""
    line = MENTION.sub(" ", text(data, "text", TEXT, empty=True)).replace("&nbsp;", " ").strip()
    name = text(part(data, "recipient"), "name", empty=True)
    first, _, rest = line.partition(" ")
    if first.casefold() in CALLED | {f"@{name.casefold()}"}:
        line = rest.lstrip()
    return line.removeprefix("/")


def _client(data: Json) -> Json:
    entities = data.get("entities")
    for entity in entities if isinstance(entities, list) else ():
        if isinstance(entity, Mapping) and entity.get("type") == "clientInfo":
            return entity
    return {}


def _message(data: Json, source: Source) -> dict[str, Any]:
    value = data.get("value")
    if isinstance(value, Mapping) and ("button" in value or "form" in value):
        return {"asks": Asks.MESSAGE, "event": done(value, source)}
    said = Said(text=spoken(data), **source.common(source.told()))
    return {"asks": Asks.MESSAGE, "event": said}


def _invoke(data: Json, source: Source) -> dict[str, Any]:
    value = part(data, "value")
    match text(data, "name"):
        case "adaptiveCard/action":
            return {"asks": Asks.ACTION, "event": done(part(part(value, "action"), "data"), source)}
        case "task/fetch":
            event = done(part(value, "data"), source, consumes=False)
            origin = text(data, "replyToId", empty=True) if _is_replaced(event) else ""
            return {"asks": Asks.DIALOG, "event": event, "origin": origin}
        case "task/submit":
            filled = part(value, "data")
            origin = text(part(filled, "form"), "origin", empty=True)
            return {"asks": Asks.DIALOG, "event": done(filled, source), "origin": origin}
        case "message/submitAction":
            event = done(part(value, "actionValue"), source)
            return {"asks": Asks.MESSAGE, "event": event}
        case "application/search":
            return {"asks": Asks.SEARCH, "query": _query(value)}
    raise BadActivity("name")


def _is_replaced(event: Event) -> bool:
    """Whether the answer to a press belongs in the card's place: not where it acts as typed."""
    return isinstance(event, Pressed) and event.action != COMMAND


def _query(value: Json) -> Query:
    most = part(value, "queryOptions").get("top")
    return Query(
        field=text(value, "dataset"),
        text=text(value, "queryText", empty=True),
        most=min(most, RESULTS) if isinstance(most, int) and most > 0 else RESULTS,
    )


def _installation(data: Json, source: Source) -> dict[str, Any]:
    action = text(data, "action")
    if action.startswith("add"):
        hello = Said(text="/mentor hello", **source.common(source.told()))
        return {"change": Change.INSTALLED, "event": hello}
    return {"change": Change.REMOVED} if action.startswith("remove") else {}


KINDS: dict[str, Callable[[Json, Source], dict[str, Any]]] = {
    "message": _message,
    "invoke": _invoke,
    "installationUpdate": _installation,
}
"""What is taken up, by type; reactions, edits, typing and who else joined a chat are not."""


def done(data: Json, source: Source, *, consumes: bool = True) -> Event:
    """Return the event of a pressed button or a form that was sent in; raises BadActivity.

    A press that ``consumes`` its card is known by the card's nonce, so that two copies of it, or a
    second tap, make one answer; typed commands and what opens a dialog may be pressed again.
    """
    if "form" in data:
        return _submitted(data, source)
    button = part(data, "button")
    action = text(button, "action")
    subject = text(button, "subject", empty=True)
    value = text(button, "value", empty=True)
    nonce = text(button, "card", empty=True)
    once = consumes and nonce and action != COMMAND
    key = source.key("card", nonce, action, subject, value) if once else source.told()
    return Pressed(action=action, subject=subject, value=value, **source.common(key))


def _submitted(data: Json, source: Source) -> Event:
    form = part(data, "form")
    many = form.get("many") or []
    fields = {name: value for name, value in data.items() if name not in {"form", "msteams"}}
    if not isinstance(many, list) or len(fields) > FIELDS:
        raise BadActivity("form")
    nonce = text(form, "card", empty=True)
    return Submitted(
        action=text(form, "action"),
        subject=text(form, "subject", empty=True),
        values={name: _values(name, value, name in many) for name, value in fields.items()},
        **source.common(source.key("form", nonce) if nonce else source.told()),
    )


def _values(name: str, value: object, several: bool) -> tuple[str, ...]:  # noqa: FBT001  private
    """Return what was filled into one field; clients send nearly every value as a text."""
    text({"name": name}, "name")
    if isinstance(value, (bool, int, float)):
        value = str(value).lower()
    filled = text({"value": value}, "value", TEXT, empty=True)
    if not filled:
        return ()
    values = tuple(unpacked(item) for item in filled.split(",")) if several else (filled,)
    if len(values) > CHOSEN:
        raise BadActivity("field")
    return values
