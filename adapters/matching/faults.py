"""What is wrong with an instance or an option, as the name of a sentence."""

from functools import partial
from typing import Any

from bot.errors import BotError


class WrongInstance(BotError):
    """An instance cannot be used; ``key`` and ``values`` name the text that says why."""

    def __init__(self, key: str, /, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def __reduce__(self) -> tuple[Any, ...]:
        # An exception travels between processes by its arguments, which leave the values out.
        return partial(type(self), self.key, **self.values), ()


def printable(text: str) -> str:
    """Return a text with whatever no terminal or file can hold (half characters) escaped."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
