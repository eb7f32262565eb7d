"""Who leads people or a budget, as far as anybody said: in a level, or else in a word."""

from bot.domain.people import Person
from bot.texts.folding import folded

LEADING = frozenset(
    (
        *("ceo", "cfo", "cio", "cmo", "coo", "cto", "chief", "president", "presidente", "vp"),
        *("vice-president", "vice-presidente", "director", "directeur", "directrice", "head"),
        *("chef", "cheffe", "dg", "manager", "gestionnaire", "supervisor", "superviseure"),
        *("superviseur", "responsable", "partner", "associe", "associee"),
    )
)
"""Words of a title that leaders have, accents aside."""
NOT_LEADING = frozenset(
    ("account", "adjoint", "adjointe", "assistant", "assistante", "community", "product", "project")
)
"""Words beside which they mean no leader: "executive assistant to the CEO", "product manager"."""


def leads(person: Person, levels: tuple[int, int]) -> bool | None:
    """Return whether somebody leads people or a budget; None where nobody said it.

    A word counts before a level; of levels, those in the upper half of ``levels``, the lowest and
    the highest known.
    """
    if person.leads is not None or not person.level:
        return person.leads
    return 2 * person.level > sum(levels)


def sounds_leading(title: str) -> bool:
    """Whether a title may be a leader's: good enough to suggest, never to decide."""
    words = set(folded(title).replace(",", " ").replace("/", " ").split())
    return bool(words & LEADING) and not words & NOT_LEADING
