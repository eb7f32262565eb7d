"""Once a day, lets go of what was kept long enough."""

from datetime import date, datetime

from bot.domain import rhythm
from bot.ports import Clock, Store, Work
from bot.ports.retention import Oldest


class Retention:
    """Ends what was kept long enough; of several replicas one does it, on each day of UTC."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._done: dict[str, date] = {}

    async def run(self, organisation_id: str) -> None:
        """Do it for an organisation, unless it was done today."""
        now = self._clock.now()
        if self._done.get(organisation_id) != now.date():
            await self._store.transact(organisation_id, lambda work: _end(work, now))
            self._done[organisation_id] = now.date()


def oldest(now: datetime) -> Oldest:
    """Return what is kept no longer at an instant."""
    return Oldest(
        answers=now - rhythm.KEEP_ANSWERS,
        notes=now - rhythm.KEEP_NOTES,
        messages=now - rhythm.KEEP_MESSAGES,
        turns=now - rhythm.KEEP_TURNS,
        trail=now - rhythm.KEEP_TRAIL,
    )


def _end(work: Work, now: datetime) -> None:
    if work.first_time(f"retention:{now.date().isoformat()}", now):
        work.retention.end(oldest(now))
