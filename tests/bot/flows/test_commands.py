"""Every flow is listed, and every command has a line in the help that its readers may follow."""

import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import bot.flows
from bot import texts
from bot.conversation.flow import COORDINATORS, Chapter, Command, Flow
from bot.domain.people import Role
from bot.runtime.registry import every_flow
from bot.texts.folding import folded

ROOT = Path(__file__).resolve().parents[3]
LIST = "bot/runtime/registry.py"
REGISTERS = re.compile(r"^@\w+\.(?:step|command|on|on_submit)\b", re.MULTILINE)
LOADED = f"""
import sys
import {LIST.removesuffix(".py").replace("/", ".")}
print(*(name for name in sys.modules if name.startswith("bot.flows.")))
"""


def flows() -> list[Flow]:
    return list(every_flow().flows.values())


def commands() -> list[Command]:
    """Every command, in the order of the help."""
    return every_flow().allowed(frozenset(Role))


def modules() -> list[str]:
    """Every module of the conversations, by its full name."""
    found = pkgutil.walk_packages(bot.flows.__path__, f"{bot.flows.__name__}.")
    return [module.name for module in found]


def test_every_flow_is_listed() -> None:
    made = {
        flow
        for name in modules()
        for flow in vars(importlib.import_module(name)).values()
        if isinstance(flow, Flow)
    }
    missing = sorted(flow.name for flow in made - set(flows()))

    assert missing == [], f"nobody can reach the flows {missing}: add their modules to {LIST}"
    assert len(made) > 20


def test_every_part_of_a_flow_is_loaded_with_it() -> None:
    """Steps in a file that nobody imports are answered by nobody."""
    found = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(found.stdout.split())
    parts = [name for name in modules() if _registers(name)]
    missing = [name for name in parts if name not in loaded]

    assert missing == [], f"import {missing} in the package of their flow, or beside it in {LIST}"
    assert len(parts) > 30


def _registers(module: str) -> bool:
    source = importlib.import_module(module).__file__
    assert source is not None
    return bool(REGISTERS.search(Path(source).read_text("utf-8")))


def test_every_command_has_a_line_in_the_help_in_every_language() -> None:
    missing = [
        f"add {command.help_line} to bot/texts/{language}/{command.flow.name}.ftl"
        for command in commands()
        for language in texts.LANGUAGES
        if not texts.has_text(language, command.help_line)
    ]

    assert missing == []
    assert len(commands()) > 25


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_line_of_the_help_begins_with_a_word_that_leads_there(language: str) -> None:
    registry = every_flow()
    for command in commands():
        first = texts.say(language, command.help_line).split()[0].strip(",")
        assert registry.commands.get(folded(first)) is command, f"{command.help_line}: {first}"


def test_coordinators_commands_stand_in_their_chapter_and_nobody_elses_do() -> None:
    astray = [
        command.full_name
        for command in commands()
        if (command.chapter is Chapter.COORDINATORS) != (command.flow.roles == COORDINATORS)
    ]

    assert astray == [], "a command that its readers may not use is a dead end"
