"""What somebody may mean who types into a list of topics."""

from collections.abc import Iterator

from adapters.teams.heard import Query
from bot.ports import Store
from bot.texts.topics import CATALOGUE, Catalogue, normalised


class Search:
    """Looks topics up in the catalogue, the organisation's own among them."""

    def __init__(self, *, organisation_id: str, store: Store) -> None:
        self._organisation_id = organisation_id
        self._store = store

    async def found(self, query: Query, language: str) -> list[tuple[str, str]]:
        """Return topics as (name, code), for ``results``."""
        catalogue = await self._store.transact(
            self._organisation_id, lambda work: CATALOGUE.with_own(work.programmes.topics())
        )
        return results(catalogue, query, language)


def results(catalogue: Catalogue, query: Query, language: str) -> list[tuple[str, str]]:
    """Return topics as (name, code): those a name of which holds the text, else what is like it."""
    holding = dict.fromkeys(_holding(catalogue, normalised(query.text)))
    codes = holding or [code for code, _ in catalogue.look_up(query.text)]
    return [(catalogue.label(code, language), code) for code in list(codes)[: query.most]]


def _holding(catalogue: Catalogue, words: str) -> Iterator[str]:
    """Yield the topics that have a name with these letters, at its beginning first."""
    known = catalogue.spellings.items()
    yield from (code for code, names in known if any(name.startswith(words) for name in names))
    yield from (code for code, names in known if any(words in name for name in names))
