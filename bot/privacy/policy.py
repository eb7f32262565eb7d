"""Who can read what is kept; ``/mentor who-sees`` shows it. No entry means nobody.

Which columns each item is made of stands beside (bot.privacy.columns), who may do what in each flow
(bot.conversation.flow).
"""

from enum import StrEnum


class Reader(StrEnum):
    """Somebody who can read a stored item."""

    YOU = "you"
    PARTNER = "partner"
    COORDINATORS = "coordinators"
    NAMELESS = "nameless"  # coordinators read the words, never whose they are
    SUMS = "sums"  # counted into sums of five people of one role or more, and read only as such
    SERVER = "server"  # whoever runs the server: all that is not sealed (bot.privacy.columns)


ONLY_YOU = frozenset({Reader.YOU})
THE_PAIR = frozenset({Reader.YOU, Reader.PARTNER})
WITHOUT_NAME = frozenset({Reader.YOU, Reader.NAMELESS})
IN_SUMS = frozenset({Reader.YOU, Reader.SUMS})
COORDINATED = frozenset({Reader.YOU, Reader.COORDINATORS})
THE_PAIR_COORDINATED = frozenset({Reader.YOU, Reader.PARTNER, Reader.COORDINATORS})
ONLY_COORDINATORS = frozenset({Reader.COORDINATORS})
ONLY_THE_SERVER = frozenset({Reader.SERVER})

READERS: dict[str, frozenset[Reader]] = {
    "name": THE_PAIR_COORDINATED,
    "languages": THE_PAIR_COORDINATED,
    "topics": THE_PAIR_COORDINATED,
    "interests": THE_PAIR_COORDINATED,
    "moments": THE_PAIR_COORDINATED,
    "pairing": THE_PAIR_COORDINATED,
    "met": THE_PAIR_COORDINATED,
    "quiet": THE_PAIR_COORDINATED,
    "hand": COORDINATED,
    "work": COORDINATED,
    "part": COORDINATED,
    "goal": THE_PAIR,
    "meetings": THE_PAIR,
    "break": THE_PAIR,
    "checkins": IN_SUMS,
    "asked": IN_SUMS,
    "feedback": IN_SUMS,
    "levels": ONLY_YOU,
    "wishes": ONLY_YOU,
    "shared": WITHOUT_NAME,
    "obstacle": ONLY_YOU,
    "avoided": ONLY_YOU,
    "answer": ONLY_YOU,
    "stopped": ONLY_YOU,
    "signs": ONLY_YOU,
    "notes": ONLY_YOU,
    "unsent": ONLY_YOU,
    "messages": ONLY_YOU,
    "consents": ONLY_YOU,
    "memory": ONLY_YOU,
    "programme": ONLY_COORDINATORS,
    "sending": ONLY_THE_SERVER,
    "said": ONLY_THE_SERVER,
    "trail": ONLY_THE_SERVER,
    "cohorts": ONLY_THE_SERVER,
    "keys": ONLY_THE_SERVER,
    "erased": ONLY_THE_SERVER,
    "concern": frozenset(),
}
"""Every item that is kept, and who can read it; line managers are nowhere."""
