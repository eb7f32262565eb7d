"""The text catalogue: every sentence a person reads, in French and in English."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern

LANGUAGES = ("fr", "en")
LOCALES = {"fr": "fr_CA", "en": "en_CA"}
MESSAGE = re.compile(r"^([a-zA-Z][a-zA-Z0-9_-]*) =.*?(?=^[a-zA-Z#]|\Z)", re.MULTILINE | re.DOTALL)
"""A message on its page, up to the next one or a comment."""
REFERENCE = re.compile(r"\{\s*([a-z][a-zA-Z0-9_-]*)")
"""How a message names another whose words it uses."""
# Isolation marks would show as odd signs in plain texts; adapters escape every value.
BUNDLES = {
    language: FluentBundle([locale.replace("_", "-")], use_isolating=False)
    for language, locale in LOCALES.items()
}
FRENCH_HOUR, FRENCH_TIME = "H\u00a0'h'", "H\u00a0'h'\u00a0mm"
FIRST_OF_MONTH = re.compile(r"(?<!\d)1 ")
DAYS = {"fr": "EEEE d MMMM", "en": "EEEE, MMMM d"}


class MissingTextError(LookupError):
    """A text was asked for that the catalogue does not hold, or a value it needs was not given."""


@cache
def _sources(language: str) -> dict[str, str]:
    """Return the text of each message, not parsed yet."""
    folder = files("bot.texts") / language
    pages = [page.read_text("utf-8") for page in folder.iterdir() if page.name.endswith(".ftl")]
    return {found[1]: found[0] for page in pages for found in MESSAGE.finditer(page)}


@cache
def _open(language: str, name: str) -> None:
    """Parse a message, and those it uses, when it is first asked for: all take half a second."""
    source = _sources(language)[name]
    BUNDLES[language].add_resource(FluentResource(source))
    for other in REFERENCE.findall(source):
        _open(language, other)


def open_all() -> None:
    """Parse all messages now: a server's people wait for none then."""
    for language in LANGUAGES:
        for name in _sources(language):
            _open(language, name)


@cache
def _pattern(language: str, key: str) -> Pattern | None:
    name, _, attribute = key.partition(".")
    if name not in _sources(language):
        return None
    _open(language, name)
    message = BUNDLES[language].get_message(name)
    return message.attributes.get(attribute) if attribute else message.value


def say(language: str, key: str, **values: str | float) -> str:
    """Return a text of the catalogue with its values filled in; raises MissingTextError.

    ``key`` names a message, or one of its attributes: "checkin-met", "checkin-met.yes".
    """
    pattern = _pattern(language, key)
    if pattern is None:
        raise MissingTextError(f"add {key} to bot/texts/{language}, and to the other language")
    text, faults = BUNDLES[language].format_pattern(pattern, values)
    if faults:
        raise MissingTextError(f"{language}: {key}: {faults[0]}")
    return str(text)


def has_text(language: str, key: str) -> bool:
    """Whether the catalogue holds a message or attribute."""
    return _pattern(language, key) is not None


def day(language: str, when: date) -> str:
    """Return a day in words: "jeudi 26 novembre", "jeudi 1er octobre", "Thursday, November 26"."""
    return _in_words(language, when, DAYS[language])


def clock_time(language: str, when: datetime, zone: str) -> str:
    """Return the local time of an instant: "9 h", "10 h 30", "10:30 a.m.".

    French as the Office québécois de la langue française writes it: no leading zero, and no
    minutes on the hour.
    """
    if language == "fr":
        local = when.astimezone(ZoneInfo(zone))
        pattern = FRENCH_TIME if local.minute else FRENCH_HOUR
        return format_time(local, pattern, tzinfo=local.tzinfo, locale=LOCALES[language])
    return format_time(when, "short", tzinfo=ZoneInfo(zone), locale=LOCALES[language])


def moment(language: str, when: datetime, zone: str) -> str:
    """Return the local day and time of an instant."""
    local = when.astimezone(ZoneInfo(zone))
    return say(
        language,
        "moment",
        day=day(language, local.date()),
        time=clock_time(language, when, zone),
    )


def short_day(language: str, when: date) -> str:
    """Return a day in digits and a short month: "26 nov. 2026", "1er nov. 2026"."""
    return _in_words(language, when, "medium")


def _in_words(language: str, when: date, pattern: str) -> str:
    words = format_date(when, pattern, locale=LOCALES[language])
    return FIRST_OF_MONTH.sub("1er ", words) if language == "fr" else words


def listing(language: str, items: Iterable[str]) -> str:
    """Join words as the language does: "a, b et c"."""
    return format_list(list(items), locale=LOCALES[language])
