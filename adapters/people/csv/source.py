"""From bytes to lines: the encoding is recognised, the sizes are limited, nothing is read whole."""

from codecs import (
    BOM_UTF8,
    BOM_UTF16_BE,
    BOM_UTF16_LE,
    BOM_UTF32_BE,
    BOM_UTF32_LE,
    getincrementaldecoder,
)
from collections.abc import Iterator
from io import SEEK_END, IncrementalNewlineDecoder
from typing import BinaryIO

from adapters.people.csv.faults import FileFault
from adapters.people.csv.limits import MIB, Limits

CHUNK = 2**16

MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))

# Workbooks (.xlsx, .ods) are zip archives; then gzip, bzip2, xz, 7-Zip, and the old .xls.
ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"\xd0\xcf\x11\xe0")


def lines_of(stream: BinaryIO, limits: Limits) -> Iterator[str]:
    r"""Yield the lines of a file, each ended by "\n" whatever the file uses; raises FileFault."""
    rest, line = "", 1
    for text in _texts(stream, limits):
        *lines, rest = (rest + text).split("\n")
        for whole in lines:
            _check_length(whole, line, limits)
            # Empty lines count too: they cost as much to read. One line more is the headings.
            if line > limits.rows + 1:
                raise FileFault("too-many-rows", limit=limits.rows)
            yield whole + "\n"
            line += 1
        _check_length(rest, line, limits)
    if rest:
        yield rest


def _check_length(text: str, line: int, limits: Limits) -> None:
    if len(text) > limits.line:
        raise FileFault("line-too-long", line=line, limit=limits.line)


def _texts(stream: BinaryIO, limits: Limits) -> Iterator[str]:
    """Yield the file's text piece by piece, with every line end turned into a newline."""
    head = stream.read(CHUNK)
    encoding, mark = _encoding(head)
    if stream.seekable():
        # A file that says how big it is need not be read to be refused; a pipe is counted below.
        here = stream.tell()
        _check_size(stream.seek(0, SEEK_END), limits)
        stream.seek(here)
    decoder = getincrementaldecoder(encoding)()
    newlines = IncrementalNewlineDecoder(None, translate=True)
    size, line, chunk = 0, 1, head[mark:]
    while True:
        size += len(chunk)
        _check_size(size, limits)
        try:
            text = newlines.decode(decoder.decode(chunk, final=not chunk), final=not chunk)
        except UnicodeDecodeError as error:
            good = error.object[: error.start].decode(encoding)
            line += newlines.decode(good, final=True).count("\n")
            raise FileFault("encoding", line=line) from error
        line += text.count("\n")
        yield text
        if not chunk:
            return
        chunk = stream.read(CHUNK)


def _check_size(size: int, limits: Limits) -> None:
    if size > limits.size:
        raise FileFault("too-big", limit=limits.size / MIB)


def _encoding(head: bytes) -> tuple[str, int]:
    """Return the encoding a file begins in and the length of its mark; raises FileFault."""
    if not head:
        raise FileFault("empty")
    if head.startswith(ARCHIVES):
        raise FileFault("archive")
    # The mark of UTF-32 begins like that of UTF-16. Zeros at once mean a wide encoding, unmarked.
    if head.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):
        raise FileFault("encoding", line=1)
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    if b"\0" in head[:4]:
        raise FileFault("encoding", line=1)
    return "utf-8", 0
