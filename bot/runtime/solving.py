"""Solves what was asked of the matching outside of any unit of work, so that nobody waits for it.

The question is read in one unit of work, which claims the run for a while. The answer is kept in
another, and only if the same question would be asked again: whoever joined, left or changed
something meanwhile would else be paired by what is no longer true. Any number of replicas may
solve; one that dies leaves its run to the next once its claim has ended.
"""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot import calendar
from bot.conversation.prompt import Audience, Prompt
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.people import Person
from bot.domain.programme import Cycle
from bot.domain.run import Failure, HowFar, Run, RunState
from bot.errors import BotError
from bot.flows.coordinating.review import trial
from bot.matching import Answer, ContradictoryRules, Question
from bot.ports import Clock, Store, Work
from bot.runtime.solver import Solver
from bot.services.rounds import runs

LEASE = timedelta(minutes=15)
"""How long a run is held: three times what 100,000 people a side take (280 s)."""
MOST_ATTEMPTS = 3
"""How often a run is begun; one that ends its process each time must not do so for ever."""
LOOK_EVERY = 2.0
"""Seconds between two looks at whether the coordinator stopped it."""
RUN_DONE = Prompt(name="run-done", to=Audience.ASKER, kind=Kind.URGENT, shows=(trial,))


@dataclass(frozen=True)
class Task:
    """A run that was claimed: what it asks, and on which day of the coordinator."""

    organisation_id: str
    run_id: str
    question: Question
    today: date


class Solving:
    """Solves whatever was asked, one run after the other."""

    def __init__(self, store: Store, clock: Clock, solver: Solver) -> None:
        self._store = store
        self._clock = clock
        self._solver = solver

    async def run(self) -> int:
        """Solve all that is asked now; return how many runs that was."""
        solved = 0
        organisations = {tenant.organisation_id for tenant in await self._store.tenants()}
        for organisation_id in sorted(organisations):
            while task := await self._claim(organisation_id):
                await self._solve(task)
                solved += 1
        return solved

    async def _claim(self, organisation_id: str) -> Task | None:
        now = self._clock.now()
        return await self._store.transact(organisation_id, lambda work: _claimed(work, now))

    async def _solve(self, task: Task) -> None:
        heard = Heard()
        solving = asyncio.create_task(self._solver.answer(task.question, heard))
        stopping = asyncio.create_task(self._until_stopped(task, heard))
        both = {solving, stopping}
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in both:
                each.cancel()
            await asyncio.wait(both)
        if solving.cancelled():
            return
        now = self._clock.now()

        def keep(work: Work) -> None:
            _keep(work, now, task, solving)

        await self._store.transact(task.organisation_id, keep)

    async def _until_stopped(self, task: Task, heard: "Heard") -> None:
        """Note how far it is, and return once nobody wants the answer any more."""

        def is_wanted(work: Work) -> bool:
            run = work.lock(Run, task.run_id)
            if run is None or run.state is not RunState.SOLVING:
                return False
            people = run.outcome.people if isinstance(run.outcome, HowFar) else 0
            run.outcome = HowFar(people=people, percent=heard.percent)
            return True

        while True:
            await asyncio.sleep(LOOK_EVERY)
            if not await self._store.transact(task.organisation_id, is_wanted):
                return


class Heard:
    """How much of the work is done, in per cent, as the solver told last."""

    def __init__(self) -> None:
        self.percent = 0

    def __call__(self, done: int, total: int) -> None:
        """Note the steps done and the steps in all."""
        self.percent = 100 * done // max(1, total)


def _claimed(work: Work, now: datetime) -> Task | None:
    """Take the first run that waits, and read its question."""
    for run in work.agenda.due(Run, now, 1):
        person = work.get(Person, run.asked_by)
        cycle = work.get(Cycle, run.cycle_id)
        if person is None or cycle is None or not cycle.welcomes:
            run.outdate()
            continue
        if run.attempts >= MOST_ATTEMPTS:
            run.fail(Failure(text="review-run-solver"))
            _tell(work, now, run)
            continue
        run.claim(now + LEASE)
        today = calendar.local_date(now, person.zone)
        question = runs.question_of(work, run, cycle, today)
        return Task(work.organisation_id, run.id, question, today)
    return None


def _keep(work: Work, now: datetime, task: Task, solving: "asyncio.Task[Answer]") -> None:
    """Keep an answer if it is still wanted and still fits, and write to who asked."""
    run = work.lock(Run, task.run_id)
    cycle = work.lock(Cycle, run.cycle_id) if run else None
    if run is None or cycle is None or run.state is not RunState.SOLVING:
        return
    if not cycle.welcomes:
        run.outdate()
        return
    error = solving.exception()
    if isinstance(error, ContradictoryRules):
        runs.contradicted(run, error)
    elif isinstance(error, BotError):
        run.fail(Failure(text="review-run-too-large"))
    elif error is not None:
        raise error
    elif runs.question_of(work, run, cycle, task.today) != task.question:
        run.outdate()
    else:
        runs.finish(work, now, run, task.question, solving.result())
    _tell(work, now, run)


def _tell(work: Work, now: datetime, run: Run) -> None:
    """Write to who asked; the card shows what came of it."""
    person = work.get(Person, run.asked_by)
    if person is not None and person.active and person.is_coordinator:
        turn = Turn(work=work, now=now, person=person)
        turn.tell(person, RUN_DONE, subject=run.id, key=f"run:{run.id}")
