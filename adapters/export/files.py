"""Writes a table as CSV or as a workbook; no cell of either can be run as a formula."""

import csv
import io
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, TYPE_STRING
from openpyxl.styles import Font

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001  full-width forms run as well
"""What a cell must not begin with (OWASP ASVS 5, V1.2.10)."""
WIDTH = 24

Cell = str | int


@dataclass(frozen=True, kw_only=True)
class Table:
    """A notice over everything, a header, and rows as wide as the header."""

    title: str
    notice: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def safe(cell: Cell) -> Cell:
    """Return a cell that a spreadsheet shows as it stands: text is never taken for a formula."""
    if isinstance(cell, int):
        return cell
    text = ILLEGAL_CHARACTERS_RE.sub("", cell)
    return f"'{text}" if text.lstrip(" \u00a0").startswith(FORMULA) else text


def write(path: Path, format_: str, table: Table) -> None:
    """Write a table in a format of FORMATS; the file appears whole or not at all.

    Only its owner may read it, since it holds names. Raises OSError.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".passerelle-")
    try:
        with os.fdopen(handle, "wb") as stream:
            FORMATS[format_](stream, table)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _csv(stream: BinaryIO, table: Table) -> None:
    """Write RFC 4180 lines; the byte order mark lets Excel read the accents."""
    with io.TextIOWrapper(stream, encoding="utf-8-sig", newline="") as text:
        writer = csv.writer(text)
        writer.writerow([safe(table.notice)])
        writer.writerow([safe(name) for name in table.header])
        writer.writerows([safe(cell) for cell in row] for row in table.rows)


def _xlsx(stream: BinaryIO, table: Table) -> None:
    """Write a workbook row by row, every text as a string."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(table.title)
    sheet.freeze_panes = "A3"
    for column in range(len(table.header)):
        sheet.column_dimensions[_letter(column)].width = WIDTH
    bold = Font(bold=True)

    def cells(row: Iterable[Cell], font: Font | None = None) -> list[WriteOnlyCell]:
        made = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=safe(value))
            if isinstance(value, str):
                cell.data_type = TYPE_STRING
            if font is not None:
                cell.font = font
            made.append(cell)
        return made

    sheet.append(cells([table.notice], bold))
    sheet.append(cells(table.header, bold))
    for row in table.rows:
        sheet.append(cells(row))
    book.save(stream)


def _letter(column: int) -> str:
    return chr(ord("A") + column)


FORMATS: dict[str, Callable[[BinaryIO, Table], None]] = {"csv": _csv, "xlsx": _xlsx}
"""How a table is written, by the name of the format."""
