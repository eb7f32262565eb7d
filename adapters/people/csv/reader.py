"""Reads a people file: headings, rows, then what only the whole file can tell."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import BinaryIO, TypeVar

from adapters.people.csv import cells
from adapters.people.csv.columns import Header, read_header
from adapters.people.csv.faults import CellFault, FaultList, Faults, FileFault
from adapters.people.csv.limits import LIMITS, Limits
from adapters.people.csv.reporting import check_loops, check_unknown
from adapters.people.csv.source import lines_of
from adapters.people.csv.table import Record, records_of

T = TypeVar("T")
BOT_LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person of the file; ``languages`` are codes, the preferred one first."""

    line: int
    email: str
    name: str
    manager_email: str | None
    level: int
    hired_on: date
    department: str
    office: str
    time_zone: str
    languages: tuple[str, ...]
    employee_number: str = ""

    @property
    def bot_language(self) -> str | None:
        """The language the bot should speak: French or English, or None if they named neither."""
        return next((code for code in self.languages if code in BOT_LANGUAGES), None)


@dataclass(frozen=True)
class PeopleFile:
    """A people file without a fault."""

    rows: tuple[PersonRow, ...]


def read_people(
    stream: BinaryIO,
    *,
    today: date,
    limits: Limits = LIMITS,
    known: Collection[str] = (),
) -> PeopleFile | Faults:
    """Read a people file; one fault anywhere, and there are faults instead of rows.

    The stream is read forward once, in pieces, and not past the limits. ``today`` is the last day
    on which somebody may have been hired; ``known`` are addresses of line managers who need not be
    in the file. Raises only what the stream raises.
    """
    reading = _Reading(today, limits, FaultList(limits.listed), known)
    try:
        reading.read(stream)
    except FileFault as fault:
        reading.faults.add(fault, line=fault.line)
    return reading.faults.result() if reading.faults else PeopleFile(tuple(reading.rows))


@dataclass
class _Reading:
    """One pass over a file: ``people`` is who is in it, ``unread`` the rows that do not say who."""

    today: date
    limits: Limits
    faults: FaultList
    known: Collection[str]
    rows: list[PersonRow] = field(default_factory=list)
    people: dict[str, tuple[int, str | None]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    unread: int = 0

    def read(self, stream: BinaryIO) -> None:
        records = records_of(lines_of(stream, self.limits))
        header = self._header(next(records, None))
        if self.faults:
            return
        for record in records:
            self._record(record, header)
        if not self.people and not self.unread:
            raise FileFault("no-people")
        # A row that could not be read may be the line manager somebody else names.
        if not self.unread:
            check_unknown(self.people, self.known, self.faults)
        check_loops(self.people, self.faults)

    def _header(self, record: Record | None) -> Header:
        if record is None:
            raise FileFault("empty")
        line, headings = record
        if len(headings) > self.limits.columns:
            raise FileFault("too-many-columns", limit=self.limits.columns)
        return read_header(headings, line, self.faults)

    def _record(self, record: Record, header: Header) -> None:
        line, found = record
        if len(found) < header.width or any(cell.strip() for cell in found[header.width :]):
            self.unread += 1
            uneven = CellFault("cells-uneven", found=len(found), expected=header.width)
            self.faults.add(uneven, line=line)
            return
        person = self._person(_Cells(line, found, header, self.limits, self.faults))
        if not person.email:
            self.unread += 1
        elif person.email in self.people:
            first = str(self.people[person.email][0])
            twice = CellFault("email-twice", value=person.email, first=first)
            self.faults.add(twice, line=line, column="email")
        else:
            self.people[person.email] = (line, person.manager_email)
            self._check_number(person)
            # All or nothing: once there is a fault, no row will be wanted.
            if not self.faults:
                self.rows.append(person)

    def _check_number(self, person: PersonRow) -> None:
        if not person.employee_number:
            return
        first = self.numbers.setdefault(person.employee_number, person.line)
        if first != person.line:
            twice = CellFault("number-twice", value=person.employee_number, first=str(first))
            self.faults.add(twice, line=person.line, column="employee_number")

    def _person(self, row: "_Cells") -> PersonRow:
        read_hired_on = partial(cells.read_hired_on, today=self.today)
        return PersonRow(
            line=row.line,
            email=row.take("email", cells.read_address, ""),
            name=row.take("name", cells.read_text, ""),
            manager_email=row.take("manager_email", cells.read_optional_address, None),
            level=row.take("level", cells.read_level, 0),
            hired_on=row.take("hired_on", read_hired_on, self.today),
            department=row.take("department", cells.read_text, ""),
            office=row.take("office", cells.read_text, ""),
            time_zone=row.take("time_zone", cells.read_zone, ""),
            languages=row.take("languages", cells.read_languages, ()),
            employee_number=row.take("employee_number", cells.read_number, ""),
        )


@dataclass(slots=True)
class _Cells:
    """The cells of one row, by column."""

    line: int
    found: list[str]
    header: Header
    limits: Limits
    faults: FaultList

    def take(self, column: str, read: Callable[[str], T], otherwise: T) -> T:
        """Return what a cell says; a faulty one is noted and stands in as ``otherwise``."""
        if column not in self.header.places:
            return otherwise  # an optional column the file does not have
        try:
            return read(cells.clean(self.found[self.header.places[column]], self.limits))
        except CellFault as fault:
            heading = self.header.headings[column]
            self.faults.add(fault, line=self.line, column=column, heading=heading)
            return otherwise
