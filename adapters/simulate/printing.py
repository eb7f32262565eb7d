"""What a rehearsal prints for people: the summary, the digests HR got, and the transcripts."""

from typing import Any

from rich.console import Console
from rich.table import Table

from adapters.simulate.report import MUST_BE_NONE, Report
from bot import texts

ROWS = (
    "people",
    "unmatched_reasons",
    "pairings",
    "meetings",
    "prompts",
    "reminders",
    "max_messages_per_person_week",
    "deliveries",
    "deliveries_total",
    "turns",
    "happened",
    "seconds",
)


def show(report: Report, console: Console, language: str) -> None:
    """Print a report; texts of people and of the bot are never read as markup."""
    for number, digest in enumerate(report.digests, 1):
        day = texts.day(language, digest.at.date())
        title = texts.say(language, "simulate-digest", number=number, day=day)
        _print(console, f"{title}\n{digest.text}\n")
    for transcript in report.transcripts:
        _print(console, transcript.text(language) + "\n")
    table = Table(title=texts.say(language, "simulate-summary"), show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name in (*ROWS, *MUST_BE_NONE):
        value = report.figures[name]
        table.add_row(texts.say(language, f"simulate-{_key(name)}"), _said(language, name, value))
    console.print(table)
    for fault in report.faults:
        _print(console, fault)


def _said(language: str, name: str, value: Any) -> str:
    if not isinstance(value, dict):
        return f"{value:g}" if isinstance(value, float) else str(value)
    lines = []
    for part, number in value.items():
        key = f"simulate-{_key(name)}.{_key(part)}"
        label = texts.say(language, key) if texts.has_text(language, key) else part
        lines.append(f"{label}\u00a0: {number}")
    return "\n".join(lines) or "–"


def _key(name: str) -> str:
    return name.replace("_", "-")


def _print(console: Console, text: str) -> None:
    console.print(text, markup=False, highlight=False, emoji=False, soft_wrap=True)
