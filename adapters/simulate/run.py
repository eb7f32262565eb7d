"""One rehearsal from the first morning to the last card."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from typing import Any

from adapters.simulate import population
from adapters.simulate.chronicle import Chronicle
from adapters.simulate.coordinator import DECIDES_AFTER, TEMPER, Coordinator
from adapters.simulate.house import House, Seats, platforms
from adapters.simulate.life import Life, Place
from adapters.simulate.observer import Observer
from adapters.simulate.options import Options, WrongOptions
from adapters.simulate.outside.jury import Jury
from adapters.simulate.outside.truth import Truth
from adapters.simulate.personas import Persona
from adapters.simulate.population import ORGANISATION
from adapters.simulate.registry import Registry
from adapters.simulate.report import DigestSeen, Report, count, figures
from adapters.simulate.stage import Stage
from adapters.simulate.tempers import CROWD_FROM, Temper, temper_of
from adapters.simulate.together import Together
from adapters.simulate.transcript import Transcript
from adapters.simulate.troupe import Troupe, Watchers
from adapters.simulate.watch import WatchedStore
from bot.domain.people import Person
from bot.texts.folding import folded

START = datetime(2026, 9, 14, 13, 0, tzinfo=UTC)
"""Monday, 9:00 in Montréal: what follows crosses two holidays and a change of the clocks."""
LEAD_IN, LAST_WORDS = timedelta(weeks=3), timedelta(weeks=2)
"""From the invitation to the last first pairing, and from their planned end to the last card."""
EVERYBODY = "*"
NEAREST = 5
"""Names that are offered in place of one nobody bears."""


@dataclass(frozen=True)
class Moment:
    """How far a rehearsal has come: days played, and days in all."""

    day: int
    days: int


async def rehearse(
    options: Options, house: House, moved: Callable[[Moment], None] = lambda _: None
) -> Report:
    """Play a programme to its end; raises WrongOptions, and whatever the product raises.

    ``moved`` is told whenever the clock moved.
    """
    options.check()
    began = house.stopwatch()
    language = options.language
    people = population.invent(options.people, options.seed, language=language, today=START.date())
    chronicle = _altered(options, people)
    jury = Jury(Truth.of(people), house.clock)
    store = WatchedStore(house.store, jury)
    cast = _cast(options, people, store)
    shown = {person.id: Transcript(person) for person in _shown(options, people, cast)}
    observer = Observer({person.id: person for person in people}, store)

    house.clock.move_to(START)
    seats = house.seated(people, store)
    await population.settle(store, people, seats)
    watchers = Watchers(
        store=store, observer=observer, jury=jury, chronicle=chronicle, transcripts=shown
    )
    troupe = Troupe(seats, house.clock, cast, watchers)
    stage = Stage(seats, house, troupe, watchers)
    until = START + LEAD_IN + timedelta(weeks=options.weeks) + LAST_WORDS
    coordinator = cast[people[-1].id]
    assert isinstance(coordinator, Coordinator)  # noqa: S101 - made so a few lines above
    _plan(
        options,
        until,
        Place(
            clock=house.clock,
            troupe=troupe,
            coordinator=coordinator,
            jury=jury,
            store=store,
            registry=Registry(store, house.clock, seats, jury.truth),
            chronicle=chronicle,
        ),
    )
    days = (until - START).days
    async with _opened(seats, people):
        await stage.play(until, lambda now: moved(Moment((now - START).days, days)))
        await stage.deliver()

    digests = tuple(coordinator.digests)
    result = await _add_up(options, watchers, house.clock.now(), digests)
    result["seconds"] = round(house.stopwatch() - began, 2)
    faults = (*observer.faults, *store.illegal, *store.failures, *jury.docket.lines())
    return Report(result, digests, tuple(shown.values()), faults)


async def _add_up(
    options: Options, watchers: Watchers, now: datetime, digests: tuple[DigestSeen, ...]
) -> dict[str, Any]:
    """Return the figures of all who looked on, and the violations in full."""
    jury, store = watchers.jury, watchers.store
    jury.close()
    counted = await store.transact(ORGANISATION, lambda work: count(work, now))
    result = figures(options, counted, watchers.observer, store, digests=digests)
    return {
        **result,
        **jury.figures(),
        "violations": jury.docket.told,
        "happened": watchers.chronicle.figures(),
    }


@asynccontextmanager
async def _opened(seats: Seats, people: Sequence[Person]) -> AsyncIterator[None]:
    """Open every platform to those who sit there."""
    async with AsyncExitStack() as stack:
        for chats in platforms(seats):
            sitting = [person for person in people if seats[person.id] is chats]
            await stack.enter_async_context(chats.opened(sitting))
        yield


def _altered(options: Options, people: Sequence[Person]) -> Chronicle:
    """Make the company as it is to be; what that came to is in the chronicle."""
    chronicle = Chronicle()
    population.name_alike(people, options.seed)
    chronicle.note("same_name", _shared(person.name for person in people))
    chronicle.note("same_first_name", _shared(person.first_name for person in people))
    if not options.levels:
        population.forget_standing(people)
        chronicle.note("without_levels", len(people))
    return chronicle


def _shared(names: Iterable[str]) -> int:
    """Return how many people bear a name that somebody else bears, too."""
    return sum(count for count in Counter(names).values() if count > 1)


def _plan(options: Options, until: datetime, place: Place) -> None:
    """Plan what the coordinator does, and what life does in between."""
    coordinator, at_once = place.coordinator, options.starts_at_once
    errands = coordinator.programme(START, weeks=options.weeks, until=until, at_once=at_once)
    for at, errand in errands:
        place.troupe.plan(at, coordinator.person.id, errand)
    if at_once:
        place.chronicle.note("started_at_once")
    life = Life(place, options.seed, has_staff_list=options.levels)
    life.plan(START + DECIDES_AFTER, options.weeks)


def _cast(options: Options, people: Sequence[Person], store: WatchedStore) -> dict[str, Persona]:
    """Give everybody a temper, by turns; the last person coordinates."""
    tempers: dict[str, Temper] = {}
    turns = {True: 0, False: 0}
    for place, person in enumerate(people):
        leads = population.leads(place, len(people))
        turn, in_crowd = turns[leads] + options.seed, place >= CROWD_FROM
        tempers[person.id] = temper_of(turn, leads=leads, in_crowd=in_crowd)
        turns[leads] += 1
    meets = {person_id: temper.meets for person_id, temper in tempers.items()}
    have_met = Together(options.seed, store.partners, meets).have_met
    cast: dict[str, Persona] = {
        person.id: Persona(
            person,
            tempers[person.id],
            options.seed,
            have_met=have_met,
            leads=population.leads(place, len(people)),
        )
        for place, person in enumerate(people[:-1])
    }
    last = people[-1]
    cast[last.id] = Coordinator(last, TEMPER, options.seed, have_met=have_met)
    return cast


def _shown(
    options: Options, people: Sequence[Person], cast: dict[str, Persona]
) -> Sequence[Person]:
    """Return whose transcript is kept: by name, a part of it, or the first of a kind of persona."""
    wanted = folded(options.show)
    if wanted in {"", EVERYBODY}:
        return people if wanted else []
    found = [person for person in people if folded(person.name) == wanted]
    found = found or [person for person in people if cast[person.id].temper.name == wanted]
    found = found or [person for person in people if wanted in folded(person.name)]
    if found:
        return found[:1]
    names = {folded(person.name): person.name for person in people}
    close = get_close_matches(wanted, names, n=NEAREST, cutoff=0.4)
    nearest = [names[name] for name in close] or [person.name for person in people[:NEAREST]]
    raise WrongOptions("simulate-nobody", given=options.show, nearest=", ".join(nearest))
