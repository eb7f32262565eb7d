"""The text catalogue: every sentence a person reads, in French and in English."""

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
FRENCH_HOUR, FRENCH_TIME = "H\u00a0'h'", "H\u00a0'h'\u00a0mm"
DAYS = {"fr": "EEEE d MMMM", "en": "EEEE, MMMM d"}


class MissingTextError(LookupError):
    """A text was asked for that the catalogue does not hold, or a value it needs was not given."""


@cache
def _bundle(language: str) -> FluentBundle:
    # Isolation marks would show as odd signs in plain texts; adapters escape every value.
    bundle = FluentBundle([LOCALES[language].replace("_", "-")], use_isolating=False)
    folder = files("bot.texts") / language
    for page in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if page.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(page.read_text(encoding="utf-8")))
    return bundle


@cache
def _pattern(language: str, key: str) -> Pattern | None:
    name, _, attribute = key.partition(".")
    bundle = _bundle(language)
    if not bundle.has_message(name):
        return None
    message = bundle.get_message(name)
    return message.attributes.get(attribute) if attribute else message.value


def say(language: str, key: str, **values: str | float) -> str:
    """Return a text of the catalogue with its values filled in; raises MissingTextError.

    ``key`` names a message, or one of its attributes: "checkin-met", "checkin-met.yes".
    """
    pattern = _pattern(language, key)
    if pattern is None:
        raise MissingTextError(f"{language}: {key}")
    text, faults = _bundle(language).format_pattern(pattern, values)
    if faults:
        raise MissingTextError(f"{language}: {key}: {faults[0]}")
    return str(text)


def has_text(language: str, key: str) -> bool:
    """Whether the catalogue holds a message or attribute."""
    return _pattern(language, key) is not None


def day(language: str, when: date) -> str:
    """Return a day in words: "jeudi 26 novembre", "jeudi 1er octobre", "Thursday, November 26"."""
    words = format_date(when, DAYS[language], locale=LOCALES[language])
    return words.replace(" 1 ", " 1er ") if language == "fr" else words


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
    """Return a day in digits and a short month: "26 nov. 2026"."""
    return format_date(when, "medium", locale=LOCALES[language])


def listing(language: str, items: Iterable[str]) -> str:
    """Join words as the language does: "a, b et c"."""
    return format_list(list(items), locale=LOCALES[language])
