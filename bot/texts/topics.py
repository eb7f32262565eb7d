"""What people may teach and learn: a bilingual catalogue of topics, found again as people type."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Protocol, Self

from rapidfuzz import fuzz

ACCEPT = 80
"""From this score on the first answer may be taken without asking.

Measured on 80 phrases inside the catalogue and 12 outside: 77 accepted and right, none of the
outsiders above 76.
"""
OFFER = 60
"""Below this score a topic is not worth offering as a guess."""
GUESSES = 3
EXACT = 100
WITHIN = 92
"""All words of a name occur, in order, in a longer phrase."""

STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an and at for how in my of on or our the to use using with your "
        "au aux avec ce comment d dans de des du en et l la le les mes mon nos notre ou par pour "
        "sur un une utiliser vos votre",
    )
)
APART = re.compile(r"[^a-z0-9+&]+")
SHORT = 3


class OwnTopic(Protocol):
    """A topic an organisation adds: its code, its names, and other names for it."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def fr(self) -> str: ...  # noqa: D102
    @property
    def en(self) -> str: ...  # noqa: D102
    @property
    def synonyms(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One topic: a stable code, its name in each language, and other names for it."""

    code: str
    labels: Mapping[str, str]
    synonyms: tuple[str, ...]

    @property
    def names(self) -> Iterable[str]:
        """Every name by which it may be found; "A & B" is also found by A and by B."""
        for name in (*self.labels.values(), *self.synonyms):
            yield name
            yield from (part for part in name.split("&") if part != name)

    @property
    def spellings(self) -> frozenset[str]:
        """Its names as they are compared with what people type."""
        return frozenset(filter(None, map(normalised, self.names)))


@dataclass(frozen=True)
class Catalogue:
    """Topics by code, in the order in which they are listed, and how they are found again."""

    topics: Mapping[str, Topic]
    spellings: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, topics: Mapping[str, Topic]) -> Self:
        """Make a catalogue of topics."""
        return cls(topics, {code: topic.spellings for code, topic in topics.items()})

    def with_own(self, own: Iterable[OwnTopic]) -> "Catalogue":
        """Return a catalogue that also knows the topics an organisation added; they come last."""
        added = {
            each.id: Topic(
                code=each.id,
                labels={"fr": each.fr, "en": each.en},
                synonyms=each.synonyms,
            )
            for each in own
        }
        if not added:
            return self
        more = Catalogue.of(added)
        return Catalogue({**self.topics, **added}, {**self.spellings, **more.spellings})

    def label(self, code: str, language: str) -> str:
        """Return a topic's name in "fr" or "en"; LookupError for an unknown code or language."""
        return self.topics[code].labels[language]

    def look_up(self, text: str) -> tuple[tuple[str, int], ...]:
        """Return up to three topics a phrase may mean, as (code, score 0 to 100), best first.

        In stages: the name itself, then the longest name inside the phrase, then likeness. A score
        of ACCEPT or more may be taken at once; below it, offer the topics and let the person
        choose. Nothing like it in the catalogue: an empty tuple.
        """
        words = normalised(text)
        if not words:
            return ()
        found = {
            code: max((_likeness(words, name) for name in names), default=0)
            for code, names in self.spellings.items()
        }
        ranked = sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))
        return tuple((code, int(score)) for code, score in ranked[:GUESSES] if score >= OFFER)

    def named(self, text: str) -> str | None:
        """Return the code of the topic a phrase means beyond doubt."""
        guesses = self.look_up(text)
        return guesses[0][0] if guesses and guesses[0][1] >= ACCEPT else None


def normalised(text: str) -> str:
    """Return a phrase in lower case without accents, punctuation, small words or plural endings."""
    folded = text.casefold().replace("œ", "oe").replace("æ", "ae")
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c)
    )
    words = [word for word in APART.split(plain) if word.strip("&") and word not in STOP_WORDS]
    return " ".join(_singular(word) for word in words)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > SHORT and word[-1] in "sx" else word


def _likeness(words: str, name: str) -> float:
    if words == name:
        return EXACT
    if f" {name} " in f" {words} ":
        # The longer the name, the surer: "data security" beats "data". Stays below EXACT.
        return WITHIN + min(len(name) / 10, EXACT - WITHIN - 1)
    alike = 0.75 * fuzz.token_set_ratio(words, name) + 0.25 * fuzz.ratio(words, name)
    alike = min(max(fuzz.token_sort_ratio(words, name), alike), WITHIN)
    # Words that are only a part of a name ("leadership") may mean several: never sure enough.
    is_part = set(words.split()) < set(name.split())
    return alike * (ACCEPT - 1) / EXACT if is_part else alike


def _read() -> Mapping[str, Topic]:
    text = (files("bot.texts") / "topics.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            code: Topic(
                code=code,
                labels=MappingProxyType({language: entry[language] for language in ("fr", "en")}),
                synonyms=tuple(entry["synonyms"]),
            )
            for code, entry in tomllib.loads(text).items()
        }
    )


TOPICS: Mapping[str, Topic] = _read()
"""The topics that come with the product, in the order of their file (related topics together)."""
CATALOGUE = Catalogue.of(TOPICS)
"""The catalogue before any organisation adds to it."""
