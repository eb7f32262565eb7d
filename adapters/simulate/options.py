"""What somebody asks of a rehearsal, checked before anything starts."""

from dataclasses import dataclass

from bot import texts
from bot.errors import BotError

PEOPLE = range(6, 20_001)
"""Six fill both roles; the upper end is the largest company the growth of the cost is known for."""
WEEKS = range(1, 53)
NAME_LIMIT = 80
HASTY = 3
"""One seed in so many is in a hurry."""


class WrongOptions(BotError):
    """An option cannot be used; ``key`` and ``values`` name the text that says so."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, kw_only=True)
class Options:
    """A rehearsal's size, length and chance; the same options give the same rehearsal.

    ``weeks`` is how long a pairing lasts; ``show`` names a person or a kind of persona whose whole
    transcript is kept ("*": everybody's); ``language`` is the coordinator's, and the printed one.
    Without ``levels`` nobody ever told who leads whom: there is a chat platform, and no staff list.
    """

    people: int = 24
    weeks: int = 12
    seed: int = 7
    show: str = ""
    language: str = "fr"
    levels: bool = True

    @property
    def starts_at_once(self) -> bool:
        """Whether programme, invitations, matching and approval all come on one Monday."""
        return self.seed % HASTY == 1

    def check(self) -> None:
        """Raise WrongOptions for the first option that cannot be used."""
        for name, value, within in (("people", self.people, PEOPLE), ("weeks", self.weeks, WEEKS)):
            if value not in within:
                low, high = within[0], within[-1]
                raise WrongOptions(f"simulate-wrong-{name}", low=low, high=high, given=str(value))
        if self.language not in texts.LANGUAGES:
            known = ", ".join(texts.LANGUAGES)
            raise WrongOptions("simulate-wrong-language", known=known, given=self.language[:20])
        if len(self.show) > NAME_LIMIT:
            raise WrongOptions("simulate-wrong-name", limit=NAME_LIMIT)
