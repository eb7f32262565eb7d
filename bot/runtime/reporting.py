"""Telling whoever runs the service of a failure that nobody is there to see."""

from collections.abc import Callable

Report = Callable[[str, Exception], None]
"""Told the kind of what failed, and the error."""


def to_nobody(_kind: str, _error: Exception) -> None:
    """Tell nobody: what failed is kept where it stands, and looked at again."""
