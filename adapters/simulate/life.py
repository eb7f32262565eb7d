"""What life does to people while a programme runs: each event on its day, to whom it then finds."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from random import Random

from adapters.clocks import MovableClock
from adapters.simulate.chronicle import Chronicle
from adapters.simulate.coordinator import Coordinator
from adapters.simulate.names import FAMILY
from adapters.simulate.outside.jury import Jury
from adapters.simulate.registry import Registry
from adapters.simulate.seen import Errand
from adapters.simulate.troupe import Troupe
from adapters.simulate.watch import WatchedStore
from bot.domain.pairing import LIVE
from bot.domain.people import Person
from bot.services.directory import Standing
from bot.texts.folding import folded

PARIS = "Europe/Paris"
TRIP, SHORTEST_ABSENCE, LONGEST_ABSENCE = timedelta(days=9), 10, 21
SHORTEST_LOCKOUT, LONGEST_LOCKOUT = 1, 24
"""Days: too short to be noticed by HR, and nearly long enough to be taken for a departure."""
HAPPENS: tuple[tuple[str, float, float], ...] = (
    ("marries", 1.5, 4),
    ("travels", 2, 5),
    ("goes_away", 2, 6),
    ("leaves", 2, 7),
    ("manager_leaves", 3, 8),
    ("marries", 5, 9),
    ("is_locked_out", 2, 6),
    ("disappears", 3, 6),
)
"""What happens, and between which weeks after the first pairs began."""
CROWD = 100
"""One of each event for so many people."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where life happens: the clock, the people on stage, who looks on, and HR's list."""

    clock: MovableClock
    troupe: Troupe
    coordinator: Coordinator
    jury: Jury
    store: WatchedStore
    registry: Registry
    chronicle: Chronicle


class Life:
    """Draws events by chance that can be played again."""

    def __init__(self, place: Place, seed: int, *, has_staff_list: bool) -> None:
        self._place = place
        self._truth = place.jury.truth
        self._chance = Random(f"{seed}:life")  # noqa: S311 - played again, not kept secret
        self._has_staff_list = has_staff_list
        self._touched: set[str] = set()

    def plan(self, begins: datetime, weeks: int) -> None:
        """Put everything in the calendar that may happen within the weeks of a programme."""
        acts: dict[str, Callable[[], Awaitable[None]]] = {
            "marries": self._marries,
            "travels": self._travels,
            "goes_away": self._goes_away,
            "leaves": self._leaves,
            "manager_leaves": self._manager_leaves,
            "is_locked_out": self._is_locked_out,
            "disappears": self._disappears,
        }
        often = 1 + len(self._truth.people) // CROWD
        for what, first, last in HAPPENS * often:
            after = timedelta(weeks=self._chance.uniform(first, last))
            if after < timedelta(weeks=weeks):
                at = self._place.coordinator.at_work(begins + after)
                self._place.troupe.plan(at, self._place.coordinator.person.id, acts[what])

    async def _marries(self) -> None:
        """HR's list comes again, with a new name and address for one person."""
        person = self._somebody(self._managers()) if self._has_staff_list else None
        if person is None:
            return
        given = person.first_name
        taken = {other.name for other in self._truth.people.values()}
        names = [name for name in FAMILY if f"{given} {name}" not in taken]
        family = self._chance.choice(names)
        former, person.name = person.email, f"{given} {family}"
        person.email = f"{folded(given)}.{folded(family)}.{person.id}@example.org"
        self._truth.addresses[person.email] = person.id
        await self._place.registry.import_again({person.email: former})
        self._place.chronicle.note("married")

    async def _travels(self) -> None:
        """Their platform tells that somebody is in Paris, and after a while that they are back."""
        person = self._somebody(self._paired())
        if person is None:
            return
        home, person.zone = person.zone, PARIS
        await self._place.registry.tell_zone(person)
        self._place.chronicle.note("travelled")
        back = partial(self._comes_home, person, home)
        self._place.troupe.plan(self._place.clock.now() + TRIP, person.id, back)

    async def _comes_home(self, person: Person, zone: str) -> None:
        person.zone = zone
        await self._place.registry.tell_zone(person)

    async def _goes_away(self) -> None:
        """HR says who is away, and until when."""
        person = self._somebody(self._paired())
        if person is None:
            return
        days = timedelta(days=self._chance.randint(SHORTEST_ABSENCE, LONGEST_ABSENCE))
        until = self._place.clock.now().date() + days
        self._truth.away[person.id] = until
        self._names("absent {} until {}", "absence {} jusqu’au {}", person.email, until.isoformat())
        self._place.chronicle.note("absent")

    async def _leaves(self) -> None:
        self._see_off(self._somebody(self._paired()), "left")

    async def _manager_leaves(self) -> None:
        """Somebody leaves to whom a person of a pair reports."""
        above = {self._truth.managers[person.id] for person in self._paired()}
        managers = [person for person in self._managers() if person.id in above]
        self._see_off(self._somebody(managers), "manager_left")

    async def _is_locked_out(self) -> None:
        """The platform closes somebody's account, says no word, and opens it again some day."""
        person = self._somebody(self._paired())
        if person is None:
            return
        back_at = self._place.clock.now() + timedelta(
            days=self._chance.randint(SHORTEST_LOCKOUT, LONGEST_LOCKOUT)
        )
        self._truth.away[person.id] = back_at.date()
        await self._place.registry.tell_standing(person, Standing.DEACTIVATED)
        self._place.chronicle.note("locked_out")
        is_in_again = partial(self._place.registry.tell_standing, person, Standing.MEMBER)
        self._place.troupe.plan(back_at, person.id, is_in_again)

    async def _disappears(self) -> None:
        """The platform closes somebody's account for ever, and nobody tells HR."""
        person = self._somebody(self._paired())
        if person is None:
            return
        self._truth.gone[person.id] = self._place.clock.now()
        await self._place.registry.tell_standing(person, Standing.DEACTIVATED)
        self._place.chronicle.note("disappeared")

    def _see_off(self, person: Person | None, happening: str) -> None:
        """HR names a leaver; from this moment on they do nothing any more."""
        if person is None:
            return
        self._names("leaver {}", "départ {}", person.email, wishes=("staff.leaver.yes",))
        self._place.jury.left(person.id)
        self._place.chronicle.note(happening)

    def _names(self, english: str, french: str, *values: str, wishes: tuple[str, ...] = ()) -> None:
        """Have the coordinator type a line, now."""
        line = {
            "en": f"/mentor {english.format(*values)}",
            "fr": f"/mentor {french.format(*values)}",
        }
        coordinator, now = self._place.coordinator.person.id, self._place.clock.now()
        self._place.troupe.plan(now, coordinator, Errand(line=line, wishes=wishes))

    def _somebody(self, people: Iterable[Person]) -> Person | None:
        """Choose one of some people, to whom nothing has happened yet."""
        today = self._place.clock.now().date()
        free = [
            person
            for person in people
            if person.id not in self._touched
            and self._truth.is_here(person.id, today)
            and not (person.is_coordinator or person.is_concern_contact)
        ]
        if not free:
            return None
        chosen = self._chance.choice(free)
        self._touched.add(chosen.id)
        return chosen

    def _paired(self) -> list[Person]:
        partners = self._place.store.partners
        paired = [each for each in sorted(partners) if partners[each].state in LIVE]
        return [self._truth.people[each] for each in paired if each in self._truth.people]

    def _managers(self) -> list[Person]:
        managers = {manager for manager in self._truth.managers.values() if manager}
        return [self._truth.people[each] for each in sorted(managers)]
