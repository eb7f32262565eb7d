"""Filling in forms: a pen that writes short or long, and chooses by taste."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from adapters.simulate.seen import Json
from adapters.simulate.tempers import FIELDS, SELDOM_FILLED, SHARED_TASTES, Temper

PHRASES = {
    "fr": (
        "Rédiger une note avec l’assistant, sans aide.",
        "On avance bien, merci.",
        "Prévoir un peu plus de temps pour essayer soi-même.",
        "J’ai montré deux façons de faire; une seule a plu.",
        "Merci pour la patience et les bonnes questions.",
    ),
    "en": (
        "Draft a note with the assistant on my own.",
        "It is going well, thank you.",
        "Leave a little more time to try things by hand.",
        "I showed two ways of doing it; one of them stuck.",
        "Thank you for your patience and the good questions.",
    ),
}
LONG = 12
"""Phrases of a long text."""
BEYOND = 40
"""Characters by which an over-long text is too long."""
FILLS_OPTIONAL, SELDOM, AGREES = 0.6, 0.06, 0.92
TOPICS_CHOSEN, DAYS_AHEAD = 4, 14


class Pen:
    """Fills in whatever form it is given."""

    def __init__(self, chance: Random, temper: Temper, language: str) -> None:
        self._chance = chance
        self._temper = temper
        self._phrases = PHRASES[language]

    def fills(
        self,
        form: Json,
        faults: Mapping[str, str],
        *,
        today: date,
        given: Mapping[str, str],
    ) -> dict[str, list[str]]:
        """Return what is filled in; fields at ``faults`` carefully, ``given`` ones as they say."""
        values: dict[str, list[str]] = {}
        for item in form["inputs"]:
            name = item["name"]
            if name in given:
                values[name] = [given[name]]
            else:
                values[name] = self._fill(item, today, careful=name in faults)
        return values

    def _fill(self, item: Json, today: date, *, careful: bool) -> list[str]:
        match item["kind"]:
            case "switch":
                return ["yes"] if careful or self._chance.random() < AGREES else []
            case "date":
                return [item["value"] or (today + timedelta(days=DAYS_AHEAD)).isoformat()]
            case "choice":
                return self._choose(item, careful=careful)
        return self._write(item, careful=careful)

    def _skips(self, item: Json) -> bool:
        seldom = item["name"] in SELDOM_FILLED
        return self._chance.random() > (SELDOM if seldom else FILLS_OPTIONAL)

    def _write(self, item: Json, *, careful: bool) -> list[str]:
        limit, seldom = item["limit"], item["name"] in SELDOM_FILLED
        text = self._chance.choice(self._phrases)
        if careful:
            # What was wrong is put right: a name nobody bears is left out, anything else is short.
            return ["" if seldom else text[:limit]]
        if not item["required"] and self._skips(item):
            return [""]
        draw = self._chance.random()
        if draw < self._temper.too_long:
            return [(text + " ") * (1 + (limit + BEYOND) // len(text))]
        if draw < self._temper.too_long + self._temper.long:
            return [" ".join(self._chance.choices(self._phrases, k=LONG))[:limit].strip()]
        return [text[:limit]]

    def _choose(self, item: Json, *, careful: bool) -> list[str]:
        options = [option["value"] for option in item["options"]]
        if item["most"] == 1:
            tastes = FIELDS.get(item["name"], {})
            weights = [tastes.get(value, 1 / len(options)) for value in options]
            return self._chance.choices(options, weights)
        if item["name"] in SELDOM_FILLED:
            return [] if careful or self._skips(item) else [self._chance.choice(options)]
        if item["most"] >= len(options):
            # Free half-days, ways to meet: most of them suit most people.
            return [value for value in options if self._chance.random() < FILLS_OPTIONAL]
        some = options[:SHARED_TASTES]
        count = min(item["most"], TOPICS_CHOSEN, len(some))
        return sorted(self._chance.sample(some, count), key=options.index)
