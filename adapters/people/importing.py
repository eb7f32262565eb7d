"""Importing people: read a file, say every fault, and keep the people if asked to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from adapters.people.csv import Faults, PeopleFile, read_people
from adapters.people.store import Appointments, Changes, keep_people
from bot import texts
from bot.calendar import UnknownHolidays, WorkingTime
from bot.errors import BotError
from bot.ports import Store, Work


@dataclass(frozen=True, kw_only=True)
class ImportRun:
    """One run of the import, dry unless ``apply``; prints in one language."""

    store: Store
    organisation_id: str
    appointments: Appointments
    language: str
    console: Console
    apply: bool

    async def run(self, path: Path, today: date) -> int:
        """Import a file; return the exit code: 0, or 2 with every fault named and nothing kept."""
        try:
            with path.open("rb") as stream:
                result = read_people(stream, today=today)
        except OSError as error:
            self._line("import-unreadable", path=str(path), why=error.strerror or "")
            return 2
        if isinstance(result, Faults):
            self._show_faults(result)
            return 2
        strangers = self.appointments.unknown(result.rows)
        if strangers:
            self._line("import-unknown-role", emails=", ".join(sorted(strangers)))
            return 2
        self._line("people-read", count=len(result.rows))
        changes = await self._keep(result)
        self._show(changes)
        return 0

    async def _keep(self, people: PeopleFile) -> Changes:
        """Keep the people, or find out what keeping them would do and undo it."""

        def act(work: Work) -> Changes:
            changes = keep_people(work, people.rows, self.appointments)
            if not self.apply:
                raise DryRun(changes)
            return changes

        try:
            return await self.store.transact(self.organisation_id, act)
        except DryRun as dry:
            return dry.changes

    def _show(self, changes: Changes) -> None:
        table = Table(show_header=False)
        for name in ("added", "changed", "unchanged"):
            count = getattr(changes, name)
            table.add_row(texts.say(self.language, f"import-{name}"), str(count))
        self.console.print(table)
        self._line("import-done" if self.apply else "import-dry")

    def _show_faults(self, faults: Faults) -> None:
        for fault in faults.faults:
            self._line(fault.key, **fault.values)
        if faults.more:
            self._line("people-refused-more", count=faults.more)
        self._line("people-refused", count=len(faults.faults) + faults.more)

    def _line(self, key: str, **values: str | float) -> None:
        sentence = texts.say(self.language, key, **values)
        self.console.print(sentence, highlight=False, markup=False, soft_wrap=True)


def appoint(
    *,
    coordinators: Iterable[str],
    concern_contacts: Iterable[str],
    holidays: Iterable[str],
    language: str,
) -> Appointments:
    """Return what the options of the command say; raises WrongRegion."""
    return Appointments(
        coordinators=_folded(coordinators),
        concern_contacts=_folded(concern_contacts),
        regions=dict(_region(given, language) for given in holidays),
        language=language,
    )


def _folded(emails: Iterable[str]) -> frozenset[str]:
    return frozenset(email.strip().casefold() for email in emails)


def _region(given: str, language: str) -> tuple[str, tuple[str, str | None]]:
    """Read one --holidays: an office, a country, and perhaps a part of it."""
    office, sign, region = given.partition("=")
    country, _, subdivision = region.partition("-")
    if not (office and sign and country):
        raise WrongRegion(texts.say(language, "import-region", given=given))
    try:
        WorkingTime("UTC", country, subdivision or None)
    except UnknownHolidays as error:
        raise WrongRegion(texts.say(language, "import-region-unknown", region=region)) from error
    return office, (country, subdivision or None)


class WrongRegion(BotError):
    """An option does not name an office and whose public holidays it has; the text says so."""


class DryRun(Exception):
    """Carries what would change out of a transaction that is rolled back."""

    def __init__(self, changes: Changes) -> None:
        super().__init__("dry run")
        self.changes = changes
