"""What a test lets befall calls of the Web API, one call after the other."""

from collections import defaultdict, deque
from dataclasses import dataclass
from enum import Enum, auto


class Manner(Enum):
    """How a call goes wrong."""

    ERROR = auto()  # an answer of Slack's: ok false, with a name
    STATUS = auto()  # an HTTP status with a page, as a proxy in between would give
    LIMITED = auto()  # 429, with Retry-After as it is given (none when empty)
    DROPPED = auto()  # the connection ends without an answer, and nothing was done
    DROPPED_AFTER = auto()  # the connection ends without an answer, and it was done
    GARBLED_AFTER = auto()  # it was done, and the answer breaks off in the middle
    HANGS = auto()  # no answer comes until the fake stops


@dataclass(frozen=True)
class Fault:
    """One scripted fault; ``what`` is the error's name, the status, or the Retry-After."""

    manner: Manner
    what: str = ""


class Faults:
    """Scripted faults, by method; "*" stands for any."""

    def __init__(self) -> None:
        self._waiting: defaultdict[str, deque[Fault | None]] = defaultdict(deque)

    def befall(self, method: str, *faults: Fault | None) -> None:
        """Say what befalls the next calls of a method, in turn; None is a call that goes well."""
        self._waiting[method].extend(faults)

    def next(self, method: str) -> Fault | None:
        """Return what befalls this call."""
        for name in (method, "*"):
            if self._waiting[name]:
                return self._waiting[name].popleft()
        return None
