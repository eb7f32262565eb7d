"""Finding pairs for somebody at a terminal: options in, pairs and an exit code out."""

import asyncio
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from adapters.matching.answer import Answer
from adapters.matching.apart import SolverDied, apart
from adapters.matching.faults import WrongInstance, printable
from adapters.matching.jobs import job_of
from adapters.matching.options import STANDARD_OUTPUT, Options
from adapters.matching.work import Told
from bot import texts
from bot.matching import ContradictoryRules, Request
from bot.matching.asking.locks import settle_locks
from bot.matching.model.table import Table as People
from bot.ports import Store, Work
from bot.services.rounds.request import request_for

DONE, NOT_RIGHT, WRONG_INPUT, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a programme is read: how to open the store, whose it is, and which day it is."""

    open_store: Callable[[], AbstractAsyncContextManager[Store]]
    organisation_id: str
    today: date


def find(options: Options, place: Place) -> int:
    """Look for the best pairs and print them; return the exit code of the process.

    0: done; 1: an answer to be verified is wrong; 2: an option, an instance or a programme cannot
    be used; 130: stopped by Ctrl-C. Nothing is ever stored. With ``--json -`` standard output holds
    the JSON alone.
    """
    aside = Console(stderr=True)
    language = options.language if options.language in texts.LANGUAGES else "en"
    try:
        options.check()
        if options.verify:
            return _verified(options, language)
        with _bar(aside, language) as told:
            answer = asyncio.run(_answer(options, place, told))
        return _told(answer, options, aside, language)
    except WrongInstance as wrong:
        return _refused(aside, texts.say(language, wrong.key, **wrong.values))
    except SolverDied:
        return _refused(aside, texts.say(language, "match-died"))
    except OSError as error:
        where = options.json_file if options.json_file not in {"", STANDARD_OUTPUT} else "stdout"
        why = error.strerror or ""
        return _refused(aside, texts.say(language, "match-unwritable", given=where, why=why))
    except KeyboardInterrupt:
        aside.print(texts.say(language, "match-stopped"), markup=False, highlight=False)
        return INTERRUPTED


def _verified(options: Options, language: str) -> int:
    """Say what the check of an answer found; 1 if anything is wrong."""
    # Only here: nobody else needs to have all pairs at hand.
    from adapters.matching.checking import check  # noqa: PLC0415

    out, wrong = Console(), check(options)
    key = "match-verify-wrong" if wrong else "match-verified"
    sentence = texts.say(language, key, codes=", ".join(wrong))
    out.print(sentence, markup=False, highlight=False, soft_wrap=True)
    return NOT_RIGHT if wrong else DONE


def _refused(aside: Console, sentence: str) -> int:
    aside.print(printable(sentence), markup=False, highlight=False, soft_wrap=True)
    return WRONG_INPUT


def _told(answer: Answer, options: Options, aside: Console, language: str) -> int:
    """Write and print the answer; raises OSError where nothing more can be written."""
    if options.json_file == STANDARD_OUTPUT:
        sys.stdout.write(answer.as_json())
        sys.stdout.flush()
    elif options.json_file:
        Path(options.json_file).write_text(answer.as_json(), encoding="utf-8")
    out = aside if options.json_file == STANDARD_OUTPUT else Console()
    _show(answer, out, language)
    if options.dry_run:
        out.print(texts.say(language, "match-dry"), markup=False, highlight=False, soft_wrap=True)
    sys.stdout.flush()
    return DONE


async def _answer(options: Options, place: Place, told: Told) -> Answer:
    request = await _read(options, place) if options.programme else None
    return cast("Answer", await apart(job_of(options, request), told))


async def _read(options: Options, place: Place) -> Request:
    """Return what a programme's open round asks, its rules checked; raises WrongInstance."""

    def read(work: Work) -> Request:
        programmes = work.programmes.all()
        cycle = work.programmes.current_cycle()
        programme = next((p for p in programmes if p.name == options.programme), None)
        if programme is None:
            known = ", ".join(p.name for p in programmes) or "–"
            raise WrongInstance("match-no-programme", name=options.programme, known=known)
        if cycle is None or cycle.programme_id != programme.id:
            raise WrongInstance("match-no-round", name=programme.name)
        request = request_for(work, cycle, place.today)
        if not request.mentors or not request.mentees:
            counts = {"mentors": len(request.mentors), "mentees": len(request.mentees)}
            raise WrongInstance("match-no-volunteers", name=programme.name, **counts)
        try:
            settle_locks(request, People(request))
        except ContradictoryRules as found:
            people = work.people.by_id([found.mentor_id, found.mentee_id])
            # Only what has its own sentence may be named: other causes are private answers.
            key = f"review-lock-{found.code.replace('_', '-')}"
            raise WrongInstance(
                key if texts.has_text("en", key) else "review-lock-other",
                mentor=people[found.mentor_id].name,
                mentee=people[found.mentee_id].name,
            ) from found
        return request

    async with place.open_store() as store:
        return await store.transact(place.organisation_id, read)


@contextmanager
def _bar(aside: Console, language: str) -> Iterator[Told]:
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=aside, transient=True) as progress:
        task = progress.add_task(texts.say(language, "match-working"), total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _show(answer: Answer, console: Console, language: str) -> None:
    """Print the figures, without names."""
    bound = "–" if answer.upper_bound is None else f"{answer.upper_bound:,}"
    verdict = "yes" if answer.certified else "no"
    figures = {
        "pairs": f"{len(answer.pairs):,}",
        "mentees": f"{answer.matched_mentees:,}",
        "mentors": f"{answer.matched_mentors:,}",
        "unmatched": f"{len(answer.unmatched):,}",
        "least": str(min((score for _, _, score in answer.pairs), default=0)),
        "total": f"{answer.total_score:,}",
        "bound": bound,
        "certified": texts.say(language, f"match-summary.{verdict}"),
        "seconds": f"{answer.seconds:.2f}",
    }
    table = Table(show_header=False)
    for name, figure in figures.items():
        table.add_row(texts.say(language, f"match-summary.{name}"), figure)
    console.print(table)
