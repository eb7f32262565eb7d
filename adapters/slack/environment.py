"""Slack's SDK reads variables of its own (SLACK_CLIENT_ID and others); ours alone decide."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

PREFIX = "SLACK_"


@contextmanager
def unheard() -> Iterator[None]:
    """Hide the SDK's variables while something of it is made, for it looks at them only then.

    With two of them Bolt's app would begin an OAuth flow of its own, which keeps installations in
    files; another leads an installation to an address that is not ours.
    """
    hidden = {name: os.environ.pop(name) for name in [*os.environ] if name.startswith(PREFIX)}
    try:
        yield
    finally:
        os.environ.update(hidden)
