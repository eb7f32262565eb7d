"""From lines to rows of cells, each with the line it begins on."""

import csv
from collections.abc import Iterator
from itertools import chain

from adapters.people.csv.columns import DELIMITERS, choose_delimiter
from adapters.people.csv.faults import FileFault

Record = tuple[int, list[str]]


def records_of(lines: Iterator[str]) -> Iterator[Record]:
    """Yield (line, cells) of every row with something in it, the headings first.

    Raises FileFault where quotation marks do not pair, and whatever reading the lines raises.
    """
    blank = 0
    for head in lines:
        if head.strip(DELIMITERS + " \n"):
            break
        blank += 1
    else:
        return
    reader = csv.reader(chain([head], lines), delimiter=choose_delimiter(head), strict=True)
    end = blank
    try:
        for cells in reader:
            begin, end = end + 1, blank + reader.line_num
            if any(cell.strip() for cell in cells):
                yield begin, cells
    except csv.Error as error:
        raise FileFault("quotes", line=end + 1) from error
