"""What each cell of a people file must be; every reader here raises CellFault if it is not."""

from datetime import date
from difflib import get_close_matches
from functools import cache, lru_cache, partial
from unicodedata import category, normalize

from babel import Locale

from adapters.people.csv.faults import CellFault, excerpt
from adapters.people.csv.limits import Limits
from bot.calendar import UnknownZone, check_zone

LOWEST_LEVEL, HIGHEST_LEVEL = 1, 15
LEVELS = {str(level): level for level in range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)}

EARLIEST_HIRE = date(1930, 1, 1)
"""Before this a date is a slip: a spreadsheet that lost one writes 1899 or 1900."""

LONGEST_ADDRESS = 254
"""Characters of an e-mail address (RFC 5321, 4.5.3.1.3)."""

LONGEST_NUMBER = 40
"""Characters of an employee number; letters and dashes are fine."""

ISO_DATE = len("YYYY-MM-DD")

# Some scripts write words with joiners; everything else invisible hides something.
JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
NOT_IN_ADDRESSES = frozenset(' <>()[]\\,;:"' + JOINERS)


def clean(cell: str, limits: Limits) -> str:
    """Return a cell without spaces around it, composed (NFC), its special spaces made plain."""
    if len(cell) * 4 > limits.cell and len(cell.encode()) > limits.cell:
        raise CellFault("cell-too-long", limit=limits.cell)
    cell = normalize("NFC", cell.strip())
    if cell.isprintable():
        return cell
    cell = "".join(" " if category(sign) == "Zs" else sign for sign in cell)
    if not cell.translate(dict.fromkeys(map(ord, JOINERS))).isprintable():
        raise CellFault("cell-hidden", value=excerpt(cell))
    return cell


def read_text(cell: str) -> str:
    """Return any text, as long as there is some."""
    if not cell:
        raise CellFault("cell-blank")
    return cell


def read_number(cell: str) -> str:
    """Return HR's own number of somebody as it is written, or nothing for a blank cell."""
    if len(cell) > LONGEST_NUMBER:
        raise CellFault("cell-too-long", limit=LONGEST_NUMBER)
    return cell


def read_address(cell: str) -> str:
    """Return an e-mail address in small letters."""
    address = read_text(cell).lower()
    name, _, domain = address.rpartition("@")
    first, dot, last = domain.partition(".")
    parts = name and "@" not in name and first and dot and last and not last.endswith(".")
    if not parts or len(address) > LONGEST_ADDRESS or not NOT_IN_ADDRESSES.isdisjoint(address):
        raise CellFault("email-unreadable", value=excerpt(cell))
    return address


def read_optional_address(cell: str) -> str | None:
    """Return an e-mail address in small letters, or None for a blank cell."""
    return read_address(cell) if cell else None


def read_level(cell: str) -> int:
    """Return a level of seniority."""
    level = LEVELS.get(read_text(cell))
    if level is None:
        raise CellFault(
            "level-unknown", value=excerpt(cell), lowest=LOWEST_LEVEL, highest=HIGHEST_LEVEL
        )
    return level


def read_hired_on(cell: str, today: date) -> date:
    """Return a date of hire, neither in the future nor before anybody now at work."""
    hired_on = _date(read_text(cell))
    if hired_on is None:
        raise CellFault("date-unreadable", value=excerpt(cell))
    if hired_on > today:
        raise CellFault("date-future", value=cell, today=today.isoformat())
    if hired_on < EARLIEST_HIRE:
        raise CellFault("date-early", value=cell, earliest=EARLIEST_HIRE.isoformat())
    return hired_on


def _date(cell: str) -> date | None:
    # The standard library reads more ISO forms (20260105, 2026-W02-1), which nobody means.
    if len(cell) != ISO_DATE or "W" in cell:
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError:
        return None


def read_zone(cell: str) -> str:
    """Return the IANA name of a time zone, as region and city.

    Short names are refused: "EST" is a zone, but one that never changes its clocks, and not what
    somebody in Montréal means by it.
    """
    name = read_text(cell)
    try:
        check_zone(name)
    except UnknownZone as error:
        near = partial(getattr, error, "nearest")
        raise CellFault("zone-unknown", near, value=excerpt(name)) from error
    if "/" not in name and name != "UTC":
        raise CellFault("zone-short", value=name)
    return name


@lru_cache(maxsize=4_096)
def read_languages(cell: str) -> tuple[str, ...]:
    """Return language codes (ISO 639), the preferred one first, each once; "fr-CA" means "fr"."""
    marks = read_text(cell).lower()
    for mark in ";,|/":
        marks = marks.replace(mark, " ")
    words = marks.split() or [cell]
    return tuple(dict.fromkeys(_read_language(word) for word in words))


def _read_language(word: str) -> str:
    code = word.replace("_", "-").split("-")[0]
    if code not in _language_codes():
        raise CellFault("language-unknown", lambda: _nearest_language(word), value=excerpt(word))
    return code


@cache
def _language_codes() -> frozenset[str]:
    return frozenset(filter(str.isalpha, map(str, Locale("en").languages)))


@cache
def _language_names() -> dict[str, str]:
    """The codes by the names of the languages, in both languages of the bot."""
    locales = (Locale("en"), Locale("fr"))
    return {
        str(locale.languages[code]).casefold(): code
        for locale in locales
        for code in sorted(_language_codes() & set(locale.languages))
    }


def _nearest_language(word: str) -> tuple[str, ...]:
    names = _language_names()
    return tuple(names[name] for name in get_close_matches(word, names, n=1, cutoff=0.7))
