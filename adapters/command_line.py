"""What all commands share: their common options, the settings, and how they end."""

import asyncio
import logging
import sys
from collections.abc import Coroutine
from typing import Annotated

import structlog
import typer
from rich.console import Console

from adapters.settings import Settings, WrongSettings, read_settings
from bot.errors import BotError

WRONG_INPUT = 2
INTERRUPTED = 130

console = Console()
errors = Console(stderr=True)

Database = Annotated[
    str | None,
    typer.Option("--database", help="sqlite:///file.db or postgresql+psycopg://…"),
]
Language = Annotated[str | None, typer.Option("--language", help="fr or en")]


def run(work: Coroutine[None, None, int]) -> None:
    """Run a command to its exit code; what the operator can act on is one line, not a traceback."""
    try:
        code = asyncio.run(work)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BotError as error:
        _complain(str(error) or (type(error).__doc__ or "").strip())
        code = WRONG_INPUT
    raise typer.Exit(code)


def settings(**overrides: object) -> Settings:
    """Read the settings, or say every fault at once and leave with code 2."""
    try:
        found = read_settings(**overrides)
    except WrongSettings as wrong:
        for fault in wrong.faults:
            _complain(fault)
        raise typer.Exit(WRONG_INPUT) from wrong
    _log_to_stderr(found.log_level)
    return found


def _complain(sentence: str) -> None:
    errors.print(sentence, style="red", highlight=False, markup=False, soft_wrap=True)


def _log_to_stderr(level: str) -> None:
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[level.upper()],
        ),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
