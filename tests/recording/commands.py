"""The page of everything that can be typed, in both languages, as the help tells it."""

from collections.abc import Iterable, Iterator, Mapping

from bot import texts
from bot.conversation.flow import Chapter, Command
from bot.domain.people import Role
from bot.runtime.registry import every_flow
from bot.texts.folding import folded
from tests.recording.recorder import Recorder, lines

PATH = "docs/commands.md"
LANGUAGES = ("en", "fr")
"""The columns, in their order."""
HEAD = ("English", "français", "understood too", "written in")
INTRODUCTION = """\
# What people type

<!-- Made from bot/flows and bot/texts by `python3 deploy/run.py record`. -->

In the bot’s own chat, with or without `/mentor` in front; capitals and accents make no difference.
Every button can be typed as well (its number, its words, `yes`, `no`), and every form can be
answered one line at a time.

These are the chapters of the card that `help` shows, and each row is a line of it. The last chapter
is refused to everybody but coordinators. A new row is written [in a flow](how-to/add-a-command.md).
"""


def page() -> Iterator[str]:
    """Yield the lines of the page."""
    yield from INTRODUCTION.splitlines()
    commands = every_flow().allowed(frozenset(Role))
    for chapter in Chapter:
        yield ""
        yield "## " + " · ".join(texts.say(each, f"help-group-{chapter}") for each in LANGUAGES)
        yield ""
        yield _row(HEAD)
        yield _row("---" for _ in HEAD)
        yield from (_row(_cells(each)) for each in commands if each.chapter is chapter)


def _cells(command: Command) -> Iterator[str]:
    told = [texts.say(language, command.help_line).partition(" – ") for language in LANGUAGES]
    for typed, _, effect in told:
        yield f"{_code(typed.split(', '))} – {effect}"
    shown = {folded(typed.split()[0].strip(",")) for typed, _, _ in told}
    yield _code(word for word in command.words if folded(word) not in shown)
    module = command.run.__module__.removeprefix("bot.flows.").replace(".", "/")
    yield f"[{module}](../bot/flows/{module}.py)"


def _code(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _make() -> Mapping[str, str]:
    return {PATH: lines(page())}


RECORDER = Recorder("page of commands", PATH, _make)
