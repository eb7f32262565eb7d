"""What every judge can look at, and the docket on which violations are written."""

from collections import Counter
from datetime import datetime

from adapters.simulate.outside.records import Record
from adapters.simulate.outside.truth import Truth
from adapters.simulate.seen import Gesture, Json, Seen

LISTED = 40
"""Violations that are told in full; all of them are counted."""


class Docket:
    """Violations by their kind: all are counted, the first ones told with whom and when."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.told: list[dict[str, str]] = []

    def write(self, kind: str, *, who: str, at: datetime, what: str) -> None:
        """Note one violation."""
        self.counts[kind] += 1
        if len(self.told) < LISTED:
            self.told.append({"kind": kind, "who": who, "at": at.isoformat(), "what": what})

    def lines(self) -> list[str]:
        """Return each violation that is told, on a line of its own."""
        return [f"{v['kind']}: {v['who']} {v['at']} {v['what']}" for v in self.told]


class Judge:
    """Looks at everything, and writes down what must not be; each kind minds one rule."""

    name = ""

    def __init__(self, truth: Truth, docket: Docket) -> None:
        self.truth = truth
        self._docket = docket

    def saw(self, person_id: str, seen: Seen, now: datetime) -> None:
        """Look at a card or form as somebody reads it: sent to them, or in answer."""

    def did(self, person_id: str, gesture: Gesture, on: Seen, now: datetime) -> None:
        """Look at what somebody does about what they see, before the product knows."""

    def wrote(self, record: Record, now: datetime) -> None:
        """Look at what the product wrote down."""

    def withdrew(self, person_id: str, prefix: str, now: datetime) -> None:
        """Learn that what waits for somebody is withdrawn, if its key begins so."""

    def left(self, person_id: str, now: datetime) -> None:
        """Learn that somebody works there no more."""

    def closes(self, now: datetime) -> None:
        """Judge what is still open when the rehearsal is over."""

    def violation(self, who: str, at: datetime, what: str) -> None:
        """Write down what must not be; ``who`` is somebody's id."""
        person = self.truth.people.get(self.truth.records.get(who, who))
        name = f"{person.name} ({who})" if person else who
        self._docket.write(self.name, who=name, at=at, what=what)


def pressed(gesture: Gesture, on: Seen) -> Json | None:
    """Return the button somebody pressed, or named by its number or its label."""
    if gesture.kind == "press":
        wanted = {name: gesture.data[name] for name in ("action", "subject", "value")}
        found = [b for b in on.buttons if wanted.items() <= b.items()]
        return found[0] if found else {**wanted, "label": gesture.words.strip("[]")}
    said = str(gesture.data.get("text", ""))
    if said.isdigit() and 0 < int(said) <= len(on.buttons):
        return on.buttons[int(said) - 1]
    return next((button for button in on.buttons if button["label"] == said), None)
