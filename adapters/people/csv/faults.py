"""What is wrong with a people file: codes and values, whose sentences are in the text catalogue."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

SHOWN = 60
"""Characters of a faulty cell that are shown back."""

UNSEEN = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing to put right in the file.

    ``line`` counts from 1, the headings included; 0 speaks of the file as a whole. ``column`` is
    the English name of the column, or empty. ``say(language, fault.key, **fault.values)`` is the
    sentence; the values hold the line and the column's heading as the file spells it.
    """

    line: int
    column: str
    what: str
    values: Mapping[str, str | float]

    @property
    def key(self) -> str:
        """Where the text catalogue has its sentence."""
        return f"people-fault-{self.what}"


@dataclass(frozen=True)
class Faults:
    """Why a people file was refused: the first faults, by line, and how many more there are."""

    faults: tuple[Fault, ...]
    more: int = 0


class FileFault(Exception):
    """Reading cannot go on: the rest of the file would make no sense, or costs too much."""

    def __init__(self, what: str, *, line: int = 0, **values: str | float) -> None:
        super().__init__(what)
        self.what, self.line, self.values = what, line, values


def no_suggestion() -> tuple[str, ...]:
    """Nothing comes near."""
    return ()


class CellFault(Exception):
    """One cell cannot be what its column needs; ``nearest`` looks for what it may mean."""

    def __init__(
        self,
        what: str,
        nearest: Callable[[], tuple[str, ...]] = no_suggestion,
        **values: str | float,
    ) -> None:
        super().__init__(what)
        self.what, self.nearest, self.values = what, nearest, values


@dataclass
class FaultList:
    """Collects faults up to a limit and counts the rest, so that a bad file costs no more."""

    limit: int
    listed: list[Fault] = field(default_factory=list)
    more: int = 0

    def __len__(self) -> int:
        return len(self.listed) + self.more

    def add(
        self,
        fault: CellFault | FileFault,
        *,
        line: int,
        column: str = "",
        heading: str = "",
    ) -> None:
        """Note a fault of a line; suggestions are looked for only if it will be shown."""
        if len(self.listed) >= self.limit:
            self.more += 1
            return
        what, values = fault.what, {"line": str(line), "column": heading, **fault.values}
        if isinstance(fault, CellFault) and (near := fault.nearest()):
            what, values["nearest"] = f"{what}-near", ", ".join(near)
        self.listed.append(Fault(line=line, column=column, what=what, values=values))

    def result(self) -> Faults:
        """Return what was collected, in the order of the lines."""
        return Faults(tuple(sorted(self.listed, key=lambda fault: fault.line)), self.more)


def excerpt(cell: str) -> str:
    """Return the beginning of a cell, fit to be shown: nothing invisible, nothing that moves."""
    visible = (sign if sign.isprintable() else UNSEEN for sign in cell[:SHOWN])
    return "".join(visible) + "…" * (len(cell) > SHOWN)
