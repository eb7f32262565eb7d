"""From cards, forms and deliveries to the page's JSON; the page inserts all of it as text."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from adapters.playground.message import Message
from bot.domain.delivery import Delivery
from bot.domain.people import Person
from bot.messages.codec import card_to_json
from bot.messages.form import Choice, DateInput, Form, Input, Switch, TextInput

Json = dict[str, Any]

KINDS: dict[type[Input], str] = {
    TextInput: "text",
    DateInput: "date",
    Choice: "choice",
    Switch: "switch",
}


def local(instant: datetime, zone: str) -> str:
    """Return the local time in a zone, with its offset, as ISO 8601.

    The page shows its digits as they are, so that it and the bot's own words never differ: a
    browser may know other rules for a zone than this machine does.
    """
    return instant.astimezone(ZoneInfo(zone)).isoformat()


def message_json(message: Message, zone: str) -> Json:
    """Return a message of a chat, at its local time in a zone."""
    return {
        "id": message.id,
        "version": message.version,
        "at": local(message.at, zone),
        "text": message.text,
        "card": card_to_json(message.card) if message.card else None,
        "chosen": message.chosen,
        "key": message.key,
    }


def form_json(form: Form) -> Json:
    """Return a form; each input carries its kind."""
    inputs = [{"kind": KINDS[type(item)], **asdict(item)} for item in form.inputs]
    return {**asdict(form), "inputs": inputs}


def person_json(person: Person, address: str, commands: list[str]) -> Json:
    """Return somebody the page can play, with what they may type after /mentor."""
    return {
        "address": address,
        "name": person.name,
        "office": person.office,
        "department": person.department,
        "level": person.level,
        "language": person.language,
        "roles": sorted(role.value for role in person.roles),
        "commands": commands,
    }


def delivery_json(delivery: Delivery, names: dict[str, str], zone: str) -> Json:
    """Return a row of the outbox; ``title`` is the first line of what is sent."""
    payload: Mapping[str, Any] = delivery.payload
    body = payload.get("body") or [{}]
    return {
        "id": delivery.id,
        "to": names.get(delivery.person_id, ""),
        "kind": delivery.kind.value,
        "state": delivery.state.value,
        "due_at": local(delivery.due_at, zone),
        "attempts": delivery.attempts,
        "title": payload.get("title") or body[0].get("text", ""),
    }
