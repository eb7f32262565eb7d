"""What cards say is true of those who read them, and their choices can be told apart."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from adapters.simulate.outside.days import local
from adapters.simulate.outside.judge import Docket, Judge, pressed
from adapters.simulate.outside.records import PAIRING, Couple, Record
from adapters.simulate.outside.truth import Truth
from adapters.simulate.seen import Gesture, Json, Seen
from bot.messages.card import COMMAND

ALARM = "checkin.quiet.let_be"
"""The button by which a word after weeks without a meeting is known."""
THREE_WEEKS = re.compile(r"three weeks|trois semaines")
REFUSED = re.compile(r"already have your answer|déjà votre réponse")
"""What is read when a question was answered on another card: this tap told nothing."""
LOOKS_BACK = timedelta(weeks=3)
ENOUGH = 2
"""Meetings told within three weeks that leave no room for an alarm."""
ANSWERS, YES, MET = "checkin.met.", "checkin.met.yes", "checkin.quiet.met"
DAY = ".day"
DENIALS = frozenset({"checkin.met.not_this_week", "checkin.met.stuck"})


@dataclass
class _Telling:
    """What one question was answered with: whether they met, and when they say it was."""

    at: datetime
    about: str
    on: date | None


class FalseAlarms(Judge):
    """Nobody who told two meetings within three weeks reads that none is on record."""

    name = "false_alarms"

    def __init__(self, truth: Truth, docket: Docket) -> None:
        super().__init__(truth, docket)
        self._told: defaultdict[str, dict[str, _Telling]] = defaultdict(dict)
        self._last: dict[str, _Telling] = {}
        self._about: dict[str, str] = {}
        self._no: dict[str, datetime] = {}
        self._pairings: defaultdict[str, set[str]] = defaultdict(set)

    def wrote(self, record: Record, now: datetime) -> None:  # noqa: ARG002  all judges are told so
        """Know how many partners somebody has had: a question may be about any of them."""
        if isinstance(record, Couple) and record.kind == PAIRING:
            for person_id in record.sides:
                self._pairings[person_id].add(record.id)

    def did(self, person_id: str, gesture: Gesture, on: Seen, now: datetime) -> None:
        """Keep the last answer to each question."""
        button = pressed(gesture, on)
        if button is None:
            return
        action, subject = str(button["action"]), str(button["subject"])
        last = self._last.get(person_id)
        if action in {YES, MET}:
            telling = _Telling(now, subject, _day_of(button))
            self._told[person_id][subject] = self._last[person_id] = telling
            self._no.pop(subject, None)
        elif action.startswith(ANSWERS):
            self._told[person_id].pop(subject, None)
            if action in DENIALS:
                self._no[subject] = now
        elif action.endswith(DAY) and last is not None and last.about == subject:
            last.on = _day_of(button)

    def saw(self, person_id: str, seen: Seen, now: datetime) -> None:
        """Hold an alarm against what its reader told, but for what they read was not taken."""
        self._learn(seen)
        last = self._last.get(person_id)
        if not seen.key and last is not None and REFUSED.search(seen.plain):
            self._told[person_id] = {
                k: t for k, t in self._told[person_id].items() if t is not last
            }
        alarm = next((str(b["subject"]) for b in seen.buttons if b["action"] == ALARM), None)
        if not seen.key or alarm is None or not THREE_WEEKS.search(seen.plain):
            return
        if self._is_denied(alarm, now):
            return
        tellings = [
            t for t in self._told[person_id].values() if self._is_about(t, person_id, alarm)
        ]
        person = self.truth.people[person_id]
        since = now - LOOKS_BACK
        first = local(since, person).date()
        days = {t.on or local(t.at, person).date() for t in tellings if t.at > since}
        of_late = sorted(day for day in days if day > first)
        if len(of_late) >= ENOUGH:
            told = ", ".join(day.isoformat() for day in of_late)
            self.violation(person_id, now, f"{seen.key}: told {told}")

    def _is_denied(self, pairing_id: str, now: datetime) -> bool:
        """Whether one side said of late that they did not meet: then both cannot be believed."""
        about = (
            self._about.get(subject) for subject, at in self._no.items() if at > now - LOOKS_BACK
        )
        return pairing_id in about

    def _learn(self, seen: Seen) -> None:
        """Learn from a message which pairing its question is about."""
        kind, _, rest = seen.key.partition(":")
        if kind == PAIRING:
            self._about |= {str(b["subject"]): rest.partition(":")[0] for b in seen.buttons}

    def _is_about(self, telling: _Telling, person_id: str, pairing_id: str) -> bool:
        only = len(self._pairings[person_id]) == 1
        return self._about.get(telling.about, pairing_id if only else "") == pairing_id


class IndistinctChoices(Judge):
    """Two choices of one card or field that mean different things do not read the same."""

    name = "indistinct_choices"

    def saw(self, person_id: str, seen: Seen, now: datetime) -> None:
        """Compare the labels of each card and each field."""
        for label in _alike([(b["label"], _meaning(b)) for b in seen.buttons]):
            self.violation(person_id, now, f"two buttons read “{label}”")
        for field in seen.form["inputs"] if seen.form else ():
            options = [(o["label"], (o["value"],)) for o in field.get("options", ())]
            for label in _alike(options):
                self.violation(person_id, now, f"{field['name']}: two options read “{label}”")


def _alike(choices: Iterable[tuple[str, tuple[str, ...]]]) -> list[str]:
    """Return the labels that stand for more than one thing."""
    meanings: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for label, meaning in choices:
        meanings[" ".join(label.split()).casefold()].add(meaning)
    return [label for label, several in meanings.items() if len(several) > 1]


def _meaning(button: Json) -> tuple[str, ...]:
    if button["action"] == COMMAND:
        return COMMAND, str(button["value"])
    return tuple(str(button[name]) for name in ("action", "subject", "value"))


def _day_of(button: Json) -> date | None:
    try:
        return date.fromisoformat(str(button["value"]))
    except ValueError:
        return None
