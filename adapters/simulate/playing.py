"""Playing a rehearsal for somebody at a terminal: options in, figures and an exit code out."""

import asyncio
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from adapters.simulate.house import House
from adapters.simulate.options import Options, WrongOptions
from adapters.simulate.printing import show
from adapters.simulate.report import Report
from adapters.simulate.run import Moment, rehearse
from bot import texts

DONE, FAULTY, WRONG_OPTIONS, INTERRUPTED = 0, 1, 2, 130
STANDARD_OUTPUT = "-"
WEEK = 7
SELDOM = (100_000, 50, 100)
"""New objects before a collection, and how many collections before the older ones' turn."""

OpenHouse = Callable[[Options], AbstractAsyncContextManager[House]]


def play(
    options: Options,
    *,
    open_house: OpenHouse,
    json_file: str = "",
) -> int:
    """Play a rehearsal and print what it came to; return the exit code of the process.

    0: played to the end without a fault; 1: something happened that must not; 2: an option cannot
    be used; 130: stopped by Ctrl-C. With ``json_file`` "-" standard output holds the JSON alone.
    """
    aside = Console(stderr=True)
    language = options.language if options.language in texts.LANGUAGES else "en"
    try:
        options.check()
        _check_file(json_file)
        report = _play(options, open_house, aside)
    except WrongOptions as wrong:
        aside.print(texts.say(language, wrong.key, **wrong.values), markup=False, highlight=False)
        return WRONG_OPTIONS
    except KeyboardInterrupt:
        aside.print(texts.say(language, "simulate-stopped"), markup=False, highlight=False)
        return INTERRUPTED
    if json_file == STANDARD_OUTPUT:
        sys.stdout.write(report.as_json())
        show(report, aside, language)
    else:
        if json_file:
            Path(json_file).write_text(report.as_json(), encoding="utf-8")
        show(report, Console(), language)
    return DONE if report.is_clean else FAULTY


def _play(
    options: Options,
    open_house: OpenHouse,
    aside: Console,
) -> Report:
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=aside, transient=True) as progress:
        task = progress.add_task("", total=None)

        def moved(moment: Moment) -> None:
            _advance(progress, task, moment, options.language)

        async def act() -> Report:
            async with open_house(options) as house:
                return await rehearse(options, house, moved)

        with _seldom_collecting():
            return asyncio.run(act())


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Collect garbage seldom: thousands of short units of work leave little of it behind.

    Measured: an eighth less time, and no more memory than one large unit of work takes.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def _advance(progress: Progress, task: TaskID, moment: Moment, language: str) -> None:
    if progress.tasks[task].completed == moment.day and progress.tasks[task].total:
        return  # hundreds of turns a day: only a new day is worth drawing
    weeks = {"week": moment.day // WEEK + 1, "of": -(-moment.days // WEEK)}
    words = texts.say(language, "simulate-week", **weeks)
    progress.update(task, completed=moment.day, total=moment.days, description=words)


def _check_file(json_file: str) -> None:
    """Refuse a place that cannot be written before minutes are spent on what goes there."""
    if json_file in {"", STANDARD_OUTPUT}:
        return
    path = Path(json_file)
    if path.is_dir() or not path.parent.is_dir():
        raise WrongOptions("simulate-wrong-file", given=json_file)
