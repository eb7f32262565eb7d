"""What happens between two people away from the chat: whether they met, the same for both."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random

from bot import calendar
from bot.domain.pairing import Pairing

LATE_ANSWERS = timedelta(days=3)
"""An answer given early in a week still speaks of the week before."""


class Together:
    """Knows who is paired with whom, and draws whether a week's meeting took place.

    ``partners`` is kept by whoever watches the store; ``meets`` maps a person's id to the chance
    that they keep an appointment.
    """

    def __init__(
        self, seed: int, partners: Mapping[str, Pairing], meets: Mapping[str, float]
    ) -> None:
        self._seed = seed
        self._partners = partners
        self._meets = meets

    def have_met(self, person_id: str, now: datetime) -> bool | None:
        """Return whether somebody met their partner of late; None without a partner."""
        pairing = self._partners.get(person_id)
        if pairing is None:
            return None
        week = calendar.local_week(now - LATE_ANSWERS, "UTC")
        sides = f"{pairing.mentor_id}:{pairing.mentee_id}"
        chance = Random(f"{self._seed}:{sides}:{week}")  # noqa: S311 - played again, not secret
        return chance.random() < self._meets[pairing.mentor_id] * self._meets[pairing.mentee_id]
