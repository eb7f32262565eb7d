"""Importing people: read a file, say every fault, and keep the people if asked to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from adapters.people.csv import Faults, PeopleFile, read_people
from adapters.people.questions import Sentence
from adapters.people.staff import Staff, Word
from adapters.people.store import NOTHING_SAID, Appointments, Changes, Refused, keep_people
from bot import texts
from bot.calendar import UnknownHolidays, WorkingTime
from bot.domain.people import Person
from bot.errors import BotError
from bot.ports import Store, Work

LISTED = 20
"""People, or sentences of one kind, that are told in full; the rest is counted."""


@dataclass(frozen=True, kw_only=True)
class ImportRun:
    """One run of the import, dry unless ``apply``; prints in one language."""

    store: Store
    organisation_id: str
    appointments: Appointments
    language: str
    console: Console
    apply: bool
    word: Word = NOTHING_SAID

    async def run(self, path: Path, now: datetime) -> int:
        """Import a file; return the exit code: 0, or 2 with every fault named and nothing kept."""
        known = await self.store.transact(self.organisation_id, _addresses)
        try:
            with path.open("rb") as stream:
                result = read_people(stream, today=now.date(), known=known)
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
        try:
            changes = await self._keep(result, now)
        except Refused as refused:
            self._show_sentences(refused.faults)
            self._line("import-refused")
            return 2
        self._show(changes)
        return 2 if self.apply and changes.questions else 0

    async def _keep(self, people: PeopleFile, now: datetime) -> Changes:
        """Keep the people, or find out what keeping them would do and undo it."""

        def act(work: Work) -> Changes:
            changes = keep_people(work, people.rows, self.appointments, now=now, word=self.word)
            if changes.questions or not self.apply:
                raise DryRun(changes)
            return changes

        try:
            return await self.store.transact(self.organisation_id, act)
        except DryRun as dry:
            return dry.changes

    def _show(self, changes: Changes) -> None:
        table = Table(show_header=False)
        for name in ("added", "changed", "unchanged", "left"):
            count = getattr(changes, name)
            table.add_row(texts.say(self.language, f"import-{name}"), str(count))
        self.console.print(table)
        self._show_vanished(changes.vanished)
        self._show_sentences(changes.questions)
        if changes.questions:
            self._line("import-questions", count=len(changes.questions))
        else:
            self._line("import-done" if self.apply else "import-dry")

    def _show_vanished(self, people: Sequence[Person]) -> None:
        """List whom the file does not name any more; nobody leaves without being named."""
        if not people:
            return
        self._line("import-vanished", count=len(people))
        for person in people[:LISTED]:
            known_by = person.email or person.id
            self._line("import-vanished-person", name=person.name, email=known_by)
        if len(people) > LISTED:
            self._line("import-more", count=len(people) - LISTED)

    def _show_sentences(self, sentences: Sequence[Sentence]) -> None:
        for key, values in sentences[:LISTED]:
            self._line(key, **values)
        if len(sentences) > LISTED:
            self._line("import-more", count=len(sentences) - LISTED)

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


def said(
    *,
    same: Iterable[str],
    new: Iterable[str],
    left: Iterable[str],
    back: Iterable[str],
    language: str,
) -> Word:
    """Return what the options of the command say of people; raises WrongWord.

    Any of them may name a file instead, as in "@renamed.txt", with one of them on each line.
    """
    pairs = dict(_pair(given, language) for given in _spelled_out(same, language))
    return Word(
        same={new_address: former for former, new_address in pairs.items()},
        new=_folded(_spelled_out(new, language)),
        left=_folded(_spelled_out(left, language)),
        back=_folded(_spelled_out(back, language)),
    )


def _spelled_out(given: Iterable[str], language: str) -> Iterator[str]:
    """Yield what was given, and in place of a file its lines."""
    for each in given:
        if not each.startswith("@"):
            yield each
            continue
        try:
            lines = Path(each[1:]).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            why = texts.say(language, "import-list-unreadable", path=each[1:])
            raise WrongWord(why) from error
        yield from filter(str.strip, lines)


def _pair(given: str, language: str) -> tuple[str, str]:
    """Read one --same: an address, a name or an id, and the address of a row."""
    # An id of a platform may hold the sign, an e-mail address hardly does.
    former, sign, new = (part.strip() for part in given.casefold().rpartition("="))
    if not (former and sign and new):
        raise WrongWord(texts.say(language, "import-same-how", given=given))
    return former, new


def _addresses(work: Work) -> frozenset[str]:
    return frozenset(Staff.known(work).by_email)


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


class WrongWord(BotError):
    """An option does not say who is whom; the text says so."""


class DryRun(Exception):
    """Carries what would change out of a transaction that is rolled back."""

    def __init__(self, changes: Changes) -> None:
        super().__init__("dry run")
        self.changes = changes
