"""Closing days: when an office, or the whole organisation, does not work, holidays aside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(eq=False, kw_only=True)
class Closing:
    """Days in a row, ``first`` to ``last``, on which an office is closed; no office: all are.

    It counts once it is ``kept``: before, a coordinator is asked about the dates that fall on it.
    """

    organisation_id: str
    id: str
    name: str
    office: str
    first: date
    last: date
    kept: bool = True

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of it, in order."""
        return tuple(
            self.first + timedelta(days) for days in range((self.last - self.first).days + 1)
        )

    def closes(self, office: str) -> bool:
        """Whether an office is closed then."""
        return self.office in {"", office}


def days_closed(closings: Iterable[Closing], office: str) -> tuple[date, ...]:
    """Return each day on which an office is closed once, in order."""
    days = {day for closing in closings if closing.closes(office) for day in closing.days}
    return tuple(sorted(days))
