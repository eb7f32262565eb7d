"""What somebody may mean who types into a list of topics."""

from collections.abc import Iterator
from functools import cache

from adapters.teams.parse import Query
from bot.matching import topics


def found(query: Query, language: str) -> list[tuple[str, str]]:
    """Return topics as (name, code): those a name of which holds the text, else what is like it."""
    holding = dict.fromkeys(_holding(topics.normalised(query.text)))
    codes = holding or [code for code, _ in topics.look_up(query.text)]
    return [(topics.label(code, language), code) for code in list(codes)[: query.most]]


def _holding(words: str) -> Iterator[str]:
    """Yield the topics that have a name with these letters, at its beginning first."""
    yield from (code for code, names in _names() if any(n.startswith(words) for n in names))
    yield from (code for code, names in _names() if any(words in name for name in names))


@cache
def _names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (code, tuple(map(topics.normalised, topic.names))) for code, topic in topics.TOPICS.items()
    )
