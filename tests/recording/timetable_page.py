"""The page of everything the bot says by itself, made from what each prompt declares of itself."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from types import ModuleType

import bot
from bot import texts
from bot.conversation.instants import Instant, Until
from bot.conversation.prompt import Prompt
from bot.domain import rhythm
from tests.recording.recorder import Recorder, lines

PATHS = {"en": "docs/timetable.md", "fr": "docs/timetable.fr.md"}
MADE = "<!-- Made from what each prompt declares, by `python3 deploy/run.py record`. -->"
CHAPTERS = {
    "joining": ("invitation", "announcement", "answer-due"),
    "pairing": ("proposal", "left-without", "proposal-over", "pairing-begins", "room"),
    "meeting": (
        *("dates-asked", "dates-asked-again", "dates-set", "dates-lapsed", "preparation"),
        *("meeting-off", "move-asked", "meeting-moved", "move-lapsed"),
    ),
    "checkin": (
        *("checkin", "still-there", "no-meeting"),
        *("date-wanted", "thanks", "words-of-partner"),
    ),
    "feedback": ("half-way", "half-way-shared", "look-back", "closing"),
    "leaving": (
        *("rests-for-silence", "partner-rests", "break-over", "partner-is-back"),
        *("rest-ends-soon", "pairing-ended", "cycle-over"),
    ),
    "coordinating": ("digest", "digest-last", "contact-wanted", "account-closed", "run-done"),
}
"""The prompts in the order of a programme."""
COLUMNS = ("what", "to", "when", "silence", "until", "week")
UNITS = {
    "weeks": timedelta(weeks=1),
    "days": timedelta(days=1),
    "hours": timedelta(hours=1),
    "minutes": timedelta(minutes=1),
}


@cache
def prompts() -> Mapping[str, Prompt]:
    """Return every prompt that is declared anywhere in the core, by its name."""
    found = {id(prompt): prompt for module in _modules() for prompt in _declared_in(module)}
    named = {prompt.name: prompt for prompt in found.values()}
    assert len(named) == len(found), "two prompts share a name"
    return named


def _modules() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        yield importlib.import_module(module.name)


def _declared_in(module: ModuleType) -> Iterator[Prompt]:
    for value in vars(module).values():
        values = value.values() if isinstance(value, dict) else (value,)
        yield from (each for each in values if isinstance(each, Prompt))


def _make() -> Mapping[str, str]:
    return {path: lines(Page(language).lines()) for language, path in PATHS.items()}


class Page:
    """The page in one language; ``asked`` are the keys of the texts it is made of."""

    def __init__(self, language: str) -> None:
        self.asked: set[str] = set()
        self._language = language

    def lines(self) -> Iterator[str]:
        """Return the page line by line."""
        other = next(path for language, path in PATHS.items() if language != self._language)
        link = f"[{self._say('page.other')}]({other.removeprefix('docs/')})"
        yield from (f"# {self._say('page.title')}", "", MADE, "", link, "", self._say("page"), "")
        yield from (f"- {rule}" for rule in self._rules())
        count = rhythm.MESSAGES_PER_WEEK
        heads = [self._say(f"column.{name}", count=count) for name in COLUMNS]
        for chapter, names in CHAPTERS.items():
            yield from ("", f"## {self._say(f'chapter.{chapter}')}", "")
            yield from (_row(heads), _row("---" for _ in COLUMNS))
            yield from (_row(self._cells(prompts()[name])) for name in names)

    def _rules(self) -> Iterator[str]:
        """What holds for everything."""
        yield self._say(
            "rule-hours",
            first=self._weekday(rhythm.WORKWEEK[0]),
            last=self._weekday(rhythm.WORKWEEK[-1]),
            opens=self._time(rhythm.OPENS),
            closes=self._time(rhythm.CLOSES),
        )
        yield self._say("rule-week", count=rhythm.MESSAGES_PER_WEEK)
        yield self._say("rule-late", span=self._span(rhythm.TOO_LATE))
        yield self._say("rule-missed", span=self._span(rhythm.MISSED_AFTER))

    def _cells(self, prompt: Prompt) -> Iterator[str]:
        yield self._say(prompt.name)
        yield self._say(f"to.{prompt.to.value}")
        yield " ".join((self._when(prompt), *self._again(prompt)))
        yield self._say(f"silence.{prompt.silence.value}")
        yield self._until(prompt.until)
        yield self._say(f"week.{prompt.full_week.value}")

    def _when(self, prompt: Prompt) -> str:
        event = f"{prompt.name}.after"
        is_told = texts.has_text(self._language, f"timetable-{event}")
        after = {"event": self._say(event)} if is_told else {}
        said = self._instant("when", prompt.when, **after)
        return said[0].upper() + said[1:]

    def _again(self, prompt: Prompt) -> Iterator[str]:
        if prompt.reminders:
            days = texts.listing(self._language, (str(days) for days in prompt.reminders))
            yield self._say("again", days=days, count=len(prompt.reminders))

    def _until(self, until: Instant | Until) -> str:
        if isinstance(until, Until):
            return self._say(f"until.{until.value}")
        return self._instant("until", until)

    def _instant(self, use: str, instant: Instant, **values: str) -> str:
        """Return an instant in words, with the numbers it holds and those of a usual programme."""
        kind = re.sub(r"(?<!^)(?=[A-Z])", "-", type(instant).__name__).lower()
        numbers = vars(instant)
        usual = {
            "weekday": rhythm.USUAL_WEEKDAY,
            "at": rhythm.USUAL_AT,
            "weeks": timedelta(weeks=rhythm.USUAL_WEEKS),
        }
        shown = {name: self._shown(name, value) for name, value in {**usual, **numbers}.items()}
        return self._say(f"{use}-{kind}", **shown, **values)

    def _shown(self, name: str, value: object) -> str | int:
        match value:
            case timedelta():
                return self._span(value)
            case time():
                return self._time(value)
            case int() if name == "weekday":
                return self._weekday(value)
            case int():
                return value
        raise TypeError(name)

    def _span(self, span: timedelta) -> str:
        unit, length = next(pair for pair in UNITS.items() if span % pair[1] == timedelta(0))
        return self._say("span", unit=unit, count=span // length)

    def _time(self, at: time) -> str:
        return texts.clock_time(self._language, datetime.combine(date.min, at, UTC), "UTC")

    def _weekday(self, weekday: int) -> str:
        return texts.say(self._language, f"programme-weekday.d{weekday}")

    def _say(self, key: str, **values: str | float) -> str:
        self.asked.add(f"timetable-{key}")
        return texts.say(self._language, f"timetable-{key}", **values)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


RECORDER = Recorder("timetable", "docs/timetable*.md", _make)
