"""What the bot does while something is played: which texts it says, which steps it shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Message, Pattern

from bot import texts
from bot.conversation.flow import Show
from bot.conversation.turn import Turn
from bot.messages.card import Card
from bot.messages.form import Form
from tests import product


class Listener(FluentBundle):
    """Speaks as the bundle it stands for, and notes every pattern that is asked for."""

    def __init__(self, bundle: FluentBundle) -> None:
        super().__init__(bundle.locales)
        self.bundle = bundle
        self.heard: set[int] = set()

    def add_resource(self, *args: Any) -> None:
        self.bundle.add_resource(*args)

    def get_message(self, message_id: str) -> Message:
        return self.bundle.get_message(message_id)

    def format_pattern(self, pattern: Pattern, args: dict[str, Any] | None = None) -> Any:
        self.heard.add(id(pattern))
        return self.bundle.format_pattern(pattern, args)


@cache
def keys(language: str) -> dict[int, str]:
    """Return the key of every text of the catalogue, by the pattern that says it."""
    texts.open_all()
    bundle, found = texts.BUNDLES[language], {}
    for page in (files("bot.texts") / language).iterdir():
        for name in texts.MESSAGE.findall(page.read_text(encoding="utf-8")):
            message = bundle.get_message(name)
            if message.value is not None:
                found[id(message.value)] = name
            found |= {id(each): f"{name}.{word}" for word, each in message.attributes.items()}
    return found


@contextmanager
def texts_said(language: str, said: set[str]) -> Iterator[None]:
    """Add to ``said`` the key of every text that is said in a language meanwhile."""
    known = keys(language)
    bundle = texts.BUNDLES[language]
    texts.BUNDLES[language] = listener = Listener(bundle)
    try:
        yield
    finally:
        texts.BUNDLES[language] = bundle
        said |= {known[each] for each in listener.heard}


@contextmanager
def steps_shown(shown: set[str]) -> Iterator[None]:
    """Add to ``shown`` the name of every step that is shown or sent to anybody meanwhile."""
    before = {step: step.show for step in product.steps()}

    def noted(name: str, show: Show, turn: Turn) -> Card | Form:
        shown.add(name)
        return show(turn)

    for step, show in before.items():
        step.show = partial(noted, step.full_name, show)
    try:
        yield
    finally:
        for step, show in before.items():
            step.show = show
