"""Questions about the organisation as a place of work: its offices, and who leads in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.domain.closing import Closing
from bot.domain.people import Person


class Offices(Protocol):
    """Where people work, and when it is closed."""

    def names(self) -> list[str]:
        """Return the offices that anybody works in, by name; nowhere is no office."""
        ...

    def closings(self) -> list[Closing]:
        """Return all closing days that are kept, the earliest first."""
        ...

    def forget_unkept(self) -> None:
        """Delete the closing days to which no coordinator said yes."""
        ...

    def close(self, office: str, days: Sequence[date]) -> None:
        """Let the people of an office, or of none, be off on these days and on no others."""
        ...


@dataclass(frozen=True, kw_only=True)
class Known:
    """How many active people there are by what is known of how senior they are."""

    level: int = 0
    leads: int = 0
    leads_nobody: int = 0
    unknown: int = 0


class Seniority(Protocol):
    """How senior people are, as far as anybody said."""

    def levels(self) -> tuple[int, int]:
        """Return the lowest and highest level known among active people; zeros without any."""
        ...

    def known(self) -> Known:
        """Count active people by what is known; whoever has a level counts there only."""
        ...

    def untold(self) -> list[Person]:
        """Return the active people of whom nobody said it, by name."""
        ...

    def untold_in(self, cycle_id: str) -> int:
        """Return of how many people who take part and do not rest nobody said it."""
        ...

    def nobody_else_leads(self) -> int:
        """Say of all those that they lead neither people nor a budget; return how many."""
        ...
