"""One private value of one person, once so and once otherwise: a swap for every private item."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.pairing import PairingState
from bot.domain.programme import Enrolment
from bot.ports import Work
from tests.privacy.company import Company
from tests.privacy.story import Act, Doing, presses, says

EARLY = timedelta(minutes=5)
ASKED = timedelta(days=3, hours=2)
"""After the first check-in arrived, and before anybody answers it of their own accord."""
FRIDAY = timedelta(days=4, hours=1)


@dataclass(frozen=True, kw_only=True)
class Swap:
    """A private value of ``whose`` that differs between two runs: what is done in each of them.

    ``item`` is that of the policy; ``sees`` are others who are meant to see the difference.
    """

    name: str
    item: str
    whose: str
    sides: tuple[tuple[Act, ...], tuple[Act, ...]]
    sees: frozenset[str] = frozenset()

    @property
    def blind(self) -> frozenset[str]:
        """Who knows the value: whoever it is of, and who is meant to."""
        return self.sees | {self.whose}


def _values(person: str, **values: object) -> tuple[Act, ...]:
    """Somebody's part holds these values from the first morning on."""

    def act(work: Work) -> None:
        part = work.enrolments.latest(person)
        assert isinstance(part, Enrolment)
        for name, value in values.items():
            setattr(part, name, value)

    return (Act(EARLY, lambda world: world.look(act)),)


def _levels(person: str, level: int) -> tuple[Act, ...]:
    """Somebody rates themselves alike in all their topics."""

    def act(work: Work) -> None:
        part = work.enrolments.latest(person)
        assert isinstance(part, Enrolment)
        part.topics = dict.fromkeys(part.topics, level)

    return (Act(EARLY, lambda world: world.look(act)),)


def _rated(rating: str, progress: str, note: str = "") -> tuple[Act, ...]:
    """Rose met Ana, and says how it was."""

    async def do(world: Company) -> None:
        await presses("rose", "yes", rating, progress)(world)
        await world.look(act)

    def act(work: Work) -> None:
        [pairing] = work.pairings.of("rose", PairingState.ACTIVE)
        [newest] = work.checkins.last(pairing.id, "rose", 1)
        newest.note = note
        assert newest.rating == int(rating)

    return (Act(ASKED, do),)


def _rests(person: str, weeks: int) -> tuple[Act, ...]:
    """Somebody takes a break of some weeks, and is back after one."""
    away, back = timedelta(days=1, hours=3), timedelta(days=8, hours=3)
    return (Act(away, says(person, f"pause {weeks} weeks")), Act(back, says(person, "resume")))


def _at(after: timedelta, do: Doing) -> tuple[Act, ...]:
    return (Act(after, do),)


SWAPS = (
    Swap(
        name="levels", item="levels", whose="cleo", sides=(_levels("cleo", 1), _levels("cleo", 5))
    ),
    Swap(name="needs", item="levels", whose="uma", sides=(_levels("uma", 1), _levels("uma", 5))),
    Swap(
        name="obstacle",
        item="obstacle",
        whose="theo",
        sides=(_values("theo", obstacle="one"), _values("theo", obstacle="another")),
    ),
    Swap(
        name="wishes",
        item="wishes",
        whose="theo",
        sides=(_values("theo", wishes=("one",)), _values("theo", wishes=("another",))),
    ),
    Swap(
        name="goal",
        item="goal",
        whose="rose",
        sides=(_values("rose", goal="one"), _values("rose", goal="another")),
        sees=frozenset({"ana"}),
    ),
    Swap(
        name="somebody avoided",
        item="avoided",
        whose="cleo",
        sides=((), _values("cleo", excluded_people=("theo",))),
    ),
    Swap(
        name="a department avoided",
        item="avoided",
        whose="dov",
        sides=((), _values("dov", excluded_departments=("Sales",))),
    ),
    Swap(
        name="rating",
        item="checkins",
        whose="rose",
        sides=(_rated("1", "same"), _rated("5", "same")),
    ),
    Swap(
        name="progress",
        item="checkins",
        whose="rose",
        sides=(_rated("3", "forward"), _rated("3", "hand")),
    ),
    Swap(
        name="note",
        item="notes",
        whose="rose",
        sides=(_rated("3", "same", "one"), _rated("3", "same", "another")),
    ),
    Swap(
        name="end of a break with a partner",
        item="break",
        whose="ana",
        sides=(_rests("ana", 2), _rests("ana", 4)),
    ),
    Swap(
        name="end of a break without a partner",
        item="break",
        whose="dov",
        sides=(_rests("dov", 2), _rests("dov", 4)),
    ),
    Swap(
        name="hour of a first yes",
        item="answer",
        whose="theo",
        sides=(
            _at(timedelta(days=1, hours=2), presses("theo", "accept")),
            _at(timedelta(days=1, hours=4), presses("theo", "accept")),
        ),
    ),
    Swap(
        name="who stopped",
        item="answer",
        whose="ana",
        sides=(
            _at(FRIDAY, says("ana", "leave", "stop")),
            _at(FRIDAY, says("rose", "leave", "stop")),
        ),
        sees=frozenset({"rose"}),
    ),
    Swap(
        name="another partner wanted",
        item="answer",
        whose="rose",
        sides=(
            _at(FRIDAY, says("rose", "leave", "stop")),
            _at(FRIDAY, says("rose", "rematch", "change")),
        ),
    ),
)
NOT_SWAPPED = {
    "meetings": "both of a pair agree on them, and both see them",
    "shared": "passed on knowingly, without a name",
    "feedback": "asked for after six weeks; its figures are the publisher’s",
    "consents": "whose answers figures may count is the publisher’s",
    "memory": "where a conversation stands follows from what else is swapped here",
    "concern": "never stored",
    "stopped": "swapped with the answers: who stopped, and who wants another partner",
    "signs": "counted from check-ins, which are swapped",
    "asked": "when somebody is asked follows their calendar",
    "unsent": "words on their way, which the partner reads as they stand",
    "messages": "cards, which are what is compared",
    "sending": "when cards go out, which is compared",
    "said": "keys of events, which say nothing",
    "cohorts": "whose answers a figure counted is the publisher’s",
    "keys": "opaque, and another one for everybody",
    "erased": "keyed digests, which say nothing",
    "trail": "read by whoever runs the server",
}
"""Items that coordinators do not read, and why none of them is swapped."""
