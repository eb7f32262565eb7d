"""What somebody can see: all that arrived and when, and all that any command and button shows.

Looking around happens in a copy of the world, so that a look changes nothing that comes after it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.conversation.events import Reply
from bot.conversation.flow import COORDINATORS, EVERYBODY
from bot.messages.card import COMMAND, Button, Card
from bot.messages.form import Form
from bot.messages.plain import plain
from bot.runtime.registry import every_flow
from tests.privacy.company import HR, Company
from tests.world import TENANT

MADE = re.compile(r"\bid[0-9a-f]{12}\b")
"""Ids are opaque, and random in earnest: what they are tells nothing."""
CHANGES = frozenset({"yes", "go", "cancel", "close", "drop", "forbid", "take", "choose", "out"})
"""Buttons that change what is looked at: they are pressed in earnest only."""
SAYS_NOTHING = frozenset({"preview", "lang", "help", "hello", "report", "who-sees", "match"})
"""Commands that show the same whoever types them, or change something; it is done in earnest."""
TURNS = frozenset({"previous", "following", "more"})


def arrived(world: Company, person: str) -> list[tuple[datetime, str]]:
    """Return everything that ever arrived in somebody's chat, with its instant."""
    messages = world.platform.messages(TENANT, person)
    return [(m.at, seen(m.card)) for m in messages if m.card and m.key]


async def looks_around(world: Company, person: str, *lines: str) -> list[tuple[datetime, str]]:
    """Return what every command and some lines more show somebody now, and every button below."""
    now, copy = world.clock.now(), world.copied()
    known: set[tuple[str, ...]] = set()
    return [
        (now, f"{line}: {text}")
        for line in (*_words(person), *lines)
        for text in await _walk(copy, person, line, known)
    ]


def seen(shown: Card | Form) -> str:
    """Return what is seen of a card or a form, with what its buttons do."""
    if isinstance(shown, Form):
        return MADE.sub("#", repr(replace(shown, subject="#")))
    actions = [f"{b.action} {b.value}" for b in shown.buttons]
    return MADE.sub("#", "\n".join([plain(shown), *actions]))


def _words(person: str) -> Iterator[str]:
    roles = COORDINATORS if person == HR else EVERYBODY
    for flow in every_flow().flows.values():
        yield from (
            c.name
            for c in flow.commands
            if flow.roles <= roles | EVERYBODY and c.name not in SAYS_NOTHING
        )


async def _walk(world: Company, person: str, line: str, known: set[tuple[str, ...]]) -> list[str]:
    """Return what a line shows, and each button below it that was not pressed yet."""
    await world.says(person, line)
    text, buttons = _of(world.last[person])
    texts, ahead = [text], list(buttons)
    while ahead:
        button = ahead.pop(0)
        last = button.action.rpartition(".")[2]
        name = (button.action, button.value) if last in TURNS else (button.action,)
        if button.action == COMMAND or last in CHANGES or name in known:
            continue
        known.add(name)
        await world.press_button(person, button)
        text, further = _of(world.last[person])
        texts.append(f"[{button.action}] {text}")
        ahead += further
    return texts


def _of(reply: Reply) -> tuple[str, tuple[Button, ...]]:
    if reply.form is not None:
        return seen(reply.form), ()
    cards = reply.cards
    return "\n".join(map(seen, cards)), cards[-1].buttons if cards else ()
