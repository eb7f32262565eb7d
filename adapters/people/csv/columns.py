"""The columns of a people file: what they are called, and which heading means which."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from unicodedata import combining, normalize

from adapters.people.csv.faults import CellFault, FaultList, excerpt

DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Column:
    """A column's name in English and in French, and what else people call it."""

    name: str
    french: str
    aliases: tuple[str, ...]
    optional: bool = False

    @property
    def spellings(self) -> tuple[str, ...]:
        """Everything it may be called, without accents, spaces as underscores."""
        return (self.name, self.french, *self.aliases)


COLUMNS = (
    Column("email", "courriel", ("e_mail", "mail", "email_address", "adresse_courriel")),
    Column("name", "nom", ("full_name", "display_name", "nom_complet", "prenom_et_nom")),
    Column(
        "manager_email",
        "courriel_gestionnaire",
        ("manager", "line_manager_email", "gestionnaire", "courriel_du_gestionnaire"),
    ),
    Column("level", "niveau", ("grade", "echelon")),
    Column("hired_on", "date_embauche", ("hire_date", "start_date", "date_d_embauche", "embauche")),
    Column("department", "service", ("dept", "departement", "direction")),
    Column("office", "bureau", ("site", "location", "lieu", "lieu_de_travail")),
    Column("time_zone", "fuseau_horaire", ("timezone", "tz", "fuseau")),
    Column("languages", "langues", ("language", "langue", "spoken_languages")),
    Column(
        "employee_number",
        "numero_employe",
        ("employee_id", "staff_number", "numero_d_employe", "matricule"),
        optional=True,
    ),
)
BY_SPELLING = {spelling: column for column in COLUMNS for spelling in column.spellings}


@dataclass(frozen=True)
class Header:
    """The first line with something in it: where each column stands, and as what."""

    line: int
    width: int
    places: dict[str, int]
    headings: dict[str, str]


def choose_delimiter(line: str) -> str:
    """Return what separates the cells of the headings: whatever makes most of them known."""
    # Quotation marks do not matter here: plain() drops them.
    return max(
        DELIMITERS, key=lambda mark: sum(plain(cell) in BY_SPELLING for cell in line.split(mark))
    )


def read_header(cells: Sequence[str], line: int, faults: FaultList) -> Header:
    """Find the columns in the headings; what is missing, unknown or doubled goes to the faults."""
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1  # A spreadsheet writes empty columns to the right of the table.
    header = Header(line, width, {}, {})
    unknown = []
    for place, cell in enumerate(cells[:width]):
        column, heading = BY_SPELLING.get(plain(cell)), excerpt(cell.strip())
        if column is None:
            unknown.append((place, heading))
        elif column.name in header.places:
            twice = CellFault("column-twice", other=header.headings[column.name])
            faults.add(twice, line=line, column=column.name, heading=heading)
        else:
            header.places[column.name], header.headings[column.name] = place, heading
    _check_missing(header, unknown, faults)
    return header


def plain(heading: str) -> str:
    """Return a heading as ``spellings`` writes it: "Date d'embauche" becomes "date_d_embauche"."""
    letters = (sign for sign in normalize("NFKD", heading.casefold()) if not combining(sign))
    words = "".join(sign if sign.isalnum() else " " for sign in letters).split()
    return "_".join(words)


def _check_missing(header: Header, unknown: list[tuple[int, str]], faults: FaultList) -> None:
    """Note the unknown headings, then the missing columns that none of them may have meant."""
    missing = {column.name: column for column in COLUMNS if column.name not in header.places}
    for place, heading in unknown:
        if not heading:
            faults.add(CellFault("column-unnamed", number=place + 1), line=header.line)
            continue
        wanted = [word for column in missing.values() for word in column.spellings]
        near = get_close_matches(plain(heading), wanted, n=1, cutoff=0.7)
        fault = CellFault("column-unknown", partial(tuple, near))
        faults.add(fault, line=header.line, heading=heading)
        if near:
            del missing[BY_SPELLING[near[0]].name]
    for column in missing.values():
        if column.optional:
            continue
        fault = CellFault("column-missing", column=column.name, french=column.french)
        faults.add(fault, line=header.line, column=column.name)
