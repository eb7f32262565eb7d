"""What really happened in a rehearsal beside the ordinary: counted, so that nothing is only meant.

An event that was planned and found nobody to happen to counts nothing.
"""

from collections import Counter, defaultdict
from datetime import datetime

from adapters.simulate.outside.days import week_of
from adapters.simulate.outside.judge import pressed
from adapters.simulate.seen import Gesture, Seen
from bot.domain.people import Person

HAPPENINGS = (
    "married",
    "left",
    "manager_left",
    "absent",
    "locked_out",
    "disappeared",
    "same_name",
    "same_first_name",
    "cancelled_twice",
    "met_weekly",
    "regretted_no",
    "put_right",
    "travelled",
    "started_at_once",
    "without_levels",
)
MET, NO, YES = "checkin.met.yes", "proposal.offer.other", "proposal.offer.accept"
CANCELS = frozenset({"plan.show.cancel", "moves.change.cancel"})
RIGHT_AGAIN = frozenset({"checkin.done.again", "checkin.later.again"})
SEVERAL, WEEKS_IN_A_ROW = 2, 3


class Chronicle:
    """Counts events as they happen, and people by what they did."""

    def __init__(self) -> None:
        self._events: Counter[str] = Counter()
        self._done: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._met: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
        self._declined: set[tuple[str, str]] = set()

    def note(self, happening: str, count: int = 1) -> None:
        """Count an event."""
        self._events[happening] += count

    def did(self, person: Person, gesture: Gesture, on: Seen, now: datetime) -> None:
        """Count what somebody does."""
        button = pressed(gesture, on)
        if button is None:
            return
        action, subject = str(button["action"]), str(button["subject"])
        if action == MET:
            self._met[person.id].add(week_of(now, person))
        elif action in CANCELS:
            self._done["cancelled_twice"][person.id] += 1
        elif action in RIGHT_AGAIN:
            self._done["put_right"][person.id] += 1
        elif action == NO:
            self._declined.add((person.id, subject))
        elif action == YES and (person.id, subject) in self._declined:
            self._done["regretted_no"][person.id] += 1

    def figures(self) -> dict[str, int]:
        """Return how often each thing happened, or to how many people."""
        counts = dict.fromkeys(HAPPENINGS, 0) | self._events
        for what, people in self._done.items():
            least = SEVERAL if what == "cancelled_twice" else 1
            counts[what] = sum(times >= least for times in people.values())
        counts["met_weekly"] = sum(_in_a_row(weeks) for weeks in self._met.values())
        return counts


def _in_a_row(weeks: set[tuple[int, int]]) -> bool:
    """Whether some of the weeks follow on one another; a year's last week is not looked across."""
    return any(
        all((year, number + more) in weeks for more in range(WEEKS_IN_A_ROW))
        for year, number in weeks
    )
