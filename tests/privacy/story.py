"""What happens in a company: the same whenever it is played, but for one private value.

Everything somebody does is planned beforehand, at an instant of its own, so that nothing done later
follows from what was seen.
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from random import Random

from bot.domain.proposal import ProposalState
from bot.messages.card import Card
from bot.ports import Work
from tests.privacy.company import HR, MENTEES, MENTORS, PAIRED, Company, a_company
from tests.privacy.eyes import arrived, looks_around
from tests.world import MONDAY

Doing = Callable[[Company], Awaitable[object]]


@dataclass(frozen=True)
class Act:
    """Something that happens at a span of time after the first Monday."""

    after: timedelta
    do: Doing


@dataclass(frozen=True)
class Told:
    """What each person saw, in order, each with its instant; and whom HR's matching brought."""

    seen: dict[str, list[tuple[datetime, str]]]
    proposed: frozenset[tuple[str, str]]


async def play(seed: int, weeks: int, acts: Sequence[Act], observers: Sequence[str]) -> Told:
    """Play some weeks; return what observers saw: what arrived, and what looking around showed."""
    world = await a_company(seed)
    shown: dict[str, list[tuple[datetime, str]]] = {person: [] for person in observers}
    looks = [Act(at, lambda w: _all_look(w, shown)) for at in _when_looked(weeks)]
    plan = [*_plan(Random(seed), weeks), *acts, *looks]  # noqa: S311 - played again, not kept secret
    for act in sorted(plan, key=lambda act: act.after):
        await world.pass_time(seconds=(MONDAY + act.after - world.clock.now()).total_seconds())
        await act.do(world)
    await world.pass_time(weeks=1)
    await _all_look(world, shown)
    seen = {person: [*shown[person], *arrived(world, person)] for person in observers}
    return Told(seen, frozenset(await world.look(_proposed)))


def _proposed(work: Work) -> set[tuple[str, str]]:
    cycle = work.programmes.last_cycle()
    assert cycle is not None
    found = work.proposals.all(cycle.id, *ProposalState)
    return {(each.mentor_id, each.mentee_id) for each in found}


def presses(person: str, *labels: str) -> Doing:
    """Somebody presses buttons one after another, as far as what they see has them."""

    async def do(world: Company) -> None:
        for label in labels:
            shown = world.shown.get(person)
            buttons = shown.buttons if isinstance(shown, Card) else ()
            if any(label in {b.value, b.action.rpartition(".")[2]} for b in buttons):
                await world.presses(person, label)

    return do


def says(person: str, line: str, *labels: str) -> Doing:
    """Somebody types a line, and presses buttons of what it shows."""

    async def do(world: Company) -> None:
        await world.says(person, line)
        await presses(person, *labels)(world)

    return do


def _when_looked(weeks: int) -> Iterator[timedelta]:
    """Before the matching, then at the end of each week."""
    yield timedelta(hours=6)
    for week in range(weeks):
        yield timedelta(weeks=week, days=4, hours=3, minutes=30)


async def _all_look(world: Company, shown: dict[str, list[tuple[datetime, str]]]) -> None:
    names = [name.title() for name in (*MENTORS, *MENTEES)]
    pairs = [f"why-not {a}, {b}" for a in names[:4] for b in names[4:]]
    for person, found in shown.items():
        found.extend(await looks_around(world, person, *(pairs if person == HR else ())))


def _plan(chance: Random, weeks: int) -> Iterator[Act]:
    """What everybody does: HR pairs who waits on the second day, and people answer every week."""
    minutes = count(1)

    def at(**span: float) -> timedelta:
        return timedelta(minutes=next(minutes), **span)

    yield Act(at(days=1), says(HR, "match", "approve", "yes"))
    for person in (*MENTORS, *MENTEES):
        yield Act(at(days=2), presses(person, chance.choice(("accept", "accept", "other"))))
    for week in range(weeks):
        for person in (side for pair in PAIRED for side in pair):
            answers = chance.choice(
                (("yes", str(chance.randint(1, 5)), "forward"), ("not_this_week",), ("stuck",), ())
            )
            yield Act(at(weeks=week, days=3, hours=4), presses(person, *answers))
    yield Act(at(weeks=2, days=1), says(HR, "match", "approve", "yes"))
