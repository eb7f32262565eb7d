"""The words of the page itself, and the sentences of its refusals, from the text catalogue."""

from functools import cache
from importlib.resources import files
from types import MappingProxyType

from aiohttp import web
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

from bot import texts

PREFIX = "playground-"


class _Blanks(Visitor):
    """Collects the names of a text's placeholders."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        """Note one; the library chooses this name."""
        self.names.add(node.id.name)


@cache
def page_words(language: str) -> MappingProxyType[str, str]:
    """Return every text of the page by its key; the page fills its blanks, written {name}."""
    catalogue = files("bot.texts") / language / "playground.ftl"
    words = {}
    for entry in FluentParser().parse(catalogue.read_text(encoding="utf-8")).body:
        if isinstance(entry, Message):
            blanks = _Blanks()
            blanks.visit(entry)
            values = {name: f"{{{name}}}" for name in blanks.names}
            words[entry.id.name.removeprefix(PREFIX)] = texts.say(language, entry.id.name, **values)
    return MappingProxyType(words)


def language_of(request: web.Request) -> str:
    """Return the language a request asks for: the first of its header that we speak."""
    for wish in request.headers.get("Accept-Language", "").split(","):
        language = wish.strip().split("-")[0].split(";")[0].casefold()
        if language in texts.LANGUAGES:
            return language
    return "en"


def refuse(request: web.Request, status: int, key: str, **values: str | float) -> web.Response:
    """Return a refusal with a sentence that says why."""
    sentence = texts.say(language_of(request), key, **values)
    return web.json_response({"error": sentence}, status=status)
