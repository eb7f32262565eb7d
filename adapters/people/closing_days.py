"""Importing closing days: a CSV file of days on which offices are closed, in a dry run first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from rich.console import Console

from adapters.people.csv.cells import clean
from adapters.people.csv.columns import plain
from adapters.people.csv.faults import CellFault, FileFault, excerpt
from adapters.people.csv.limits import LIMITS
from adapters.people.csv.source import lines_of
from adapters.people.csv.table import records_of
from bot import texts
from bot.domain.closing import Closing
from bot.ports import Store, Work
from bot.services import closings

LISTED = 20
"""Faults that are told in full; the rest is counted."""
SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "first": ("date", "first", "first_day", "day", "jour", "premier", "premier_jour"),
    "last": ("last", "last_day", "dernier", "dernier_jour"),
    "office": ("office", "bureau"),
    "name": ("name", "nom"),
}
"""The columns, and what each may be called; a file without last days or offices needs none."""
NEEDED = ("first", "name")
OF_ANY_FILE = "people-fault-"
"""What the keys of faults begin with that any file may have; their sentences name the line."""

Row = tuple[int, Mapping[str, str]]


class WrongLine(Exception):
    """One line cannot be what a closing is; ``key`` and ``values`` say why, 0 is the whole file."""

    def __init__(self, line: int, key: str, **values: str | float | date) -> None:
        super().__init__(key)
        self.line, self.key, self.values = line, key, values


class Undone(Exception):
    """Carries what would be kept out of a transaction that is rolled back."""

    def __init__(self, added: int, known: int, faults: list[WrongLine]) -> None:
        super().__init__("nothing kept")
        self.added, self.known, self.faults = added, known, faults


@dataclass(frozen=True, kw_only=True)
class ClosingsRun:
    """One run of the import, dry unless ``apply``; prints in one language."""

    store: Store
    organisation_id: str
    language: str
    console: Console
    apply: bool

    async def run(self, path: Path, now: datetime) -> int:
        """Import a file; return the exit code: 0, or 2 with every fault named and nothing kept."""
        try:
            with path.open("rb") as stream:
                rows = list(_rows(records_of(lines_of(stream, LIMITS))))
        except OSError as error:
            self._line("import-unreadable", path=str(path), why=error.strerror or "")
            return 2
        except FileFault as fault:
            self._tell(WrongLine(fault.line, f"{OF_ANY_FILE}{fault.what}", **fault.values))
            return 2
        except WrongLine as wrong:
            self._tell(wrong)
            return 2

        def act(work: Work) -> Undone:
            found = self._keep(work, rows, now.date())
            if found.faults or not self.apply:
                raise found
            return found

        try:
            found = await self.store.transact(self.organisation_id, act)
        except Undone as undone:
            found = undone
        return self._show(found)

    def _keep(self, work: Work, rows: list[Row], today: date) -> Undone:
        """Add what is not kept yet; say what would be wrong with it."""
        work.one_at_a_time()
        before = {_same(closing) for closing in work.offices.closings()}
        ahead = sum(closing.last >= today for closing in work.offices.closings())
        offices = {name.casefold(): name for name in work.offices.names()}
        added, known, faults = 0, 0, list[WrongLine]()
        for line, cells in rows:
            try:
                closing = _closing(work, line, cells, today=today, offices=offices)
            except WrongLine as wrong:
                faults.append(wrong)
                continue
            if _same(closing) in before:
                known += 1
                continue
            before.add(_same(closing))
            work.add(closing)
            added += 1
        if ahead + added > closings.MOST:
            faults.append(WrongLine(0, "import-closings-many", most=closings.MOST))
        closings.put_into_effect(work, today)
        return Undone(added, known, faults)

    def _show(self, found: Undone) -> int:
        for wrong in found.faults[:LISTED]:
            self._tell(wrong)
        if found.faults:
            self._line("people-refused", count=len(found.faults))
            return 2
        self._line("import-closings", added=found.added, known=found.known)
        self._line("import-done" if self.apply else "import-dry")
        return 0

    def _tell(self, wrong: WrongLine) -> None:
        values: dict[str, str | float] = {
            name: texts.day(self.language, value) if isinstance(value, date) else value
            for name, value in wrong.values.items()
        }
        if not wrong.line or wrong.key.startswith(OF_ANY_FILE):
            self._line(wrong.key, line=str(wrong.line), column="", **values)
            return
        why = texts.say(self.language, wrong.key, **values)
        self._line("import-closings-line", line=str(wrong.line), why=why)

    def _line(self, key: str, **values: str | float) -> None:
        sentence = texts.say(self.language, key, **values)
        self.console.print(sentence, highlight=False, markup=False, soft_wrap=True)


def _rows(records: Iterator[tuple[int, list[str]]]) -> Iterator[Row]:
    """Yield each line's cells by their column; raises WrongLine where the headings are not ours."""
    line, headings = next(records, (0, []))
    names = [_column(line, heading) for heading in headings]
    if not set(NEEDED) <= set(names) or len(set(names)) < len(names):
        raise WrongLine(line, "import-closings-columns")
    for number, cells in records:
        if len(cells) != len(names):
            values = {"found": len(cells), "expected": len(names)}
            raise WrongLine(number, "people-fault-cells-uneven", **values)
        yield number, dict(zip(names, cells, strict=True))


def _column(line: int, heading: str) -> str:
    for name, spellings in SPELLINGS.items():
        if plain(heading) in spellings:
            return name
    raise WrongLine(line, "import-closings-columns")


def _closing(
    work: Work, line: int, cells: Mapping[str, str], *, today: date, offices: Mapping[str, str]
) -> Closing:
    try:
        said = {name: clean(cell, LIMITS) for name, cell in cells.items()}
    except CellFault as fault:
        raise WrongLine(line, f"{OF_ANY_FILE}{fault.what}", **fault.values) from fault
    if not said["name"]:
        raise WrongLine(line, "closings-fault.name")
    if len(said["name"]) > closings.NAME_LIMIT:
        length, limit = len(said["name"]), closings.NAME_LIMIT
        raise WrongLine(line, "field-length", length=length, limit=limit)
    office = said.get("office", "")
    if office.casefold() not in {"", *offices}:
        known = ", ".join(offices.values()) or "–"
        raise WrongLine(line, "import-closings-office", office=excerpt(office), known=known)
    first = _day(line, said["first"])
    last = _day(line, said["last"]) if said.get("last") else first
    wrong = closings.wrong_days(first, last, today)
    if wrong is not None:
        raise WrongLine(line, f"closings-fault.{wrong.what}", **wrong.values)
    return Closing(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        name=said["name"],
        office=offices.get(office.casefold(), ""),
        first=first,
        last=last,
    )


def _day(line: int, cell: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise WrongLine(line, "closings-fault.date") from None


def _same(closing: Closing) -> tuple[object, ...]:
    return (closing.name.casefold(), closing.office, closing.first, closing.last)
