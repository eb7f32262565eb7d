"""How much of a people file is read before it is refused."""

from dataclasses import dataclass

KIB, MIB = 2**10, 2**20


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The sizes past which a file is refused, so that no file can fill the memory.

    ``size`` is the whole file in bytes and ``cell`` one cell in bytes of UTF-8; ``listed`` is how
    many faults are told in full, the rest being counted.
    """

    size: int = 5 * MIB
    rows: int = 200_000
    columns: int = 64
    cell: int = 1 * KIB
    listed: int = 100

    @property
    def line(self) -> int:
        """Characters of one line: every column at its limit, with its quotes and its comma."""
        return self.columns * (self.cell + 3)


LIMITS = Limits()
