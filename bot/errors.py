"""What can go wrong, named for what happened; the docstring says what it means."""


class BotError(Exception):
    """Something the person, the coordinator or the operator can act on."""


class Sorry(BotError):
    """A turn cannot do what was asked: nothing is stored, and the person reads why and what to do.

    ``key`` and ``values`` name the text of the catalogue that says so.
    """

    def __init__(self, key: str, **values: str | float) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class IllegalMove(BotError):
    """Something was to go where nothing goes from where it stands; nothing of it was changed."""

    def __init__(self, what: str, before: str, after: str, how: str) -> None:
        super().__init__(f"{what}: {before} -> {after} ({how})")


class RateLimited(BotError):
    """The platform asks for silence for a while; not a failed attempt."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"retry after {retry_after:g} s")
        self.retry_after = retry_after


class Unreachable(BotError):
    """The platform did not answer, or not in time; whether it took the message is unknown."""


class Gone(BotError):
    """The person left the tenant or blocked the bot; writing again is useless."""


class Refused(BotError):
    """The platform refused the message itself: our fault, or a missing right."""
