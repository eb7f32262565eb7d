"""One person for life, whatever HR's files and a platform tell of them, and in whatever order."""

import asyncio

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from bot.services.directory import Standing
from tests.stateful import FEW, QUICK
from tests.stateful.staff import Company, Worker

INDEX = st.integers(0, 50)
MOST = 9
"""People who ever work here: enough for three floors of managers."""


class StaffList(RuleBasedStateMachine):
    """People are hired, marry, move, are suspended and leave; HR and a platform tell of it late."""

    @initialize(people=st.integers(3, 6))
    def begin(self, people: int) -> None:
        self.runner = asyncio.Runner()
        self.company: Company = self.runner.run(Company.found())
        self.left: set[int] = set()
        for number in range(people):
            self.is_hired(number // 2)
        self.hr_sends_everybody(numbers=False)

    def teardown(self) -> None:
        if hasattr(self, "company"):
            self.company.store.close()
            self.runner.close()

    @rule(manager=INDEX)
    def is_hired(self, manager: int) -> None:
        workers = self.company.workers
        if len(workers) < MOST:
            above = manager % len(workers) if workers else None
            workers.append(Worker(key=len(workers), manager=above))

    @rule(index=INDEX, told=st.booleans())
    def marries(self, index: int, told: bool) -> None:  # noqa: FBT001
        """HR tells with its next file, a platform perhaps at once.

        Nobody could know somebody again whom only the platform ever named, if it said nothing.
        """
        worker = self._worker(index)
        if worker is None:
            return
        worker.names, worker.mailbox = worker.names + 1, ""
        if worker.has_account and (told or not worker.is_listed):
            self.runner.run(self.company.platform_tells(worker, Standing.MEMBER))

    @rule(index=INDEX, manager=INDEX)
    def has_another_manager(self, index: int, manager: int) -> None:
        workers = self.company.workers
        worker, above = workers[index % len(workers)], manager % len(workers)
        up: int | None = above
        while up is not None and up != worker.key:
            up = workers[up].manager
        if up is None:
            worker.manager = above

    @rule(index=INDEX)
    def opens_an_account(self, index: int) -> None:
        worker = self._worker(index)
        if worker is not None and self._is_known_by(worker):
            self.runner.run(self.company.platform_tells(worker, Standing.MEMBER))

    @rule(index=INDEX)
    def writes_from_a_second_mailbox(self, index: int) -> None:
        worker = self._worker(index)
        if worker is not None and worker.has_account:
            mailbox = f"also{worker.key}@x.org"
            self.runner.run(self.company.platform_tells(worker, Standing.MEMBER, mailbox))

    @rule(index=INDEX, numbers=st.booleans())
    def is_told_without_an_address(self, index: int, numbers: bool) -> None:  # noqa: FBT001
        """Whom HR knew before is two people until its next file, which is sent at once."""
        worker = self._worker(index)
        if worker is None or worker.has_account:
            return
        was_known = bool(worker.person_id)
        self.runner.run(self.company.platform_tells_a_name(worker))
        if was_known:
            self.hr_sends_everybody(numbers=numbers)

    @rule(one=INDEX, other=INDEX, numbers=st.booleans())
    def exchange_addresses(self, one: int, other: int, numbers: bool) -> None:  # noqa: FBT001
        """Two people take each other's address; HR tells at once, or nobody could know."""
        first, second = self._worker(one), self._worker(other)
        if first is None or second is None or first is second:
            return
        if first.is_listed and second.is_listed:
            first.mailbox, second.mailbox = second.email, first.email
            self.hr_sends_everybody(numbers=numbers)

    @rule(index=INDEX)
    def is_suspended(self, index: int) -> None:
        worker = self._worker(index)
        if worker is not None and worker.has_account:
            self.runner.run(self.company.platform_tells(worker, Standing.DEACTIVATED))

    @rule(index=INDEX)
    def leaves(self, index: int) -> None:
        worker = self._worker(index)
        if worker is not None and worker.is_listed:
            worker.works = False
            self.left.add(worker.key)

    @rule(index=INDEX)
    def comes_back(self, index: int) -> None:
        """Somebody who left stands in HR's next file again."""
        worker = self.company.workers[index % len(self.company.workers)]
        worker.works = True
        self.left.discard(worker.key)

    @rule(numbers=st.booleans())
    def hr_sends_everybody(self, numbers: bool) -> None:  # noqa: FBT001
        keys = [worker.key for worker in self.company.workers if worker.works]
        self.runner.run(self.company.imports(keys, self.left, numbers=numbers))

    @rule(keys=st.sets(INDEX, min_size=1, max_size=4), numbers=st.booleans())
    def hr_sends_some(self, keys: set[int], numbers: bool) -> None:  # noqa: FBT001
        workers = self.company.workers
        named = {key % len(workers) for key in keys}
        some = [key for key in named if workers[key].works]
        self.runner.run(self.company.imports(some, set(), numbers=numbers))

    @rule(locked=st.booleans())
    def the_matching_runs(self, locked: bool) -> None:  # noqa: FBT001
        self.runner.run(self.company.is_matched(locked=locked))

    @invariant()
    def nobody_is_doubled(self) -> None:
        if not hasattr(self, "company"):
            return
        known = self.runner.run(self.company.known())
        ids = [worker.person_id for worker in self.company.workers if worker.person_id]
        assert len(set(ids)) == len(ids)
        assert {person.id for person in known} == set(ids), sorted(p.email for p in known)

    @invariant()
    def nothing_crosses_the_line(self) -> None:
        if not hasattr(self, "company"):
            return
        by_id = {worker.person_id: worker for worker in self.company.workers if worker.person_id}
        for mentor_id, mentee_id in self.runner.run(self.company.prepared()):
            mentor, mentee = by_id[mentor_id], by_id[mentee_id]
            assert not self.company.is_above(mentor, mentee), (mentor, mentee)
            assert not self.company.is_above(mentee, mentor), (mentor, mentee)

    def _worker(self, index: int) -> Worker | None:
        """Return somebody who works here."""
        worker = self.company.workers[index % len(self.company.workers)]
        return worker if worker.works else None

    def _is_known_by(self, worker: Worker) -> bool:
        """Whether a first account can find them: they are new, or the address is one told."""
        if self.runner.run(self.company.is_somebody_elses(worker.email, worker)):
            return worker.has_account
        return not worker.person_id or worker.has_account or worker.email in worker.addresses


@pytest.mark.slow
def test_one_person_stays_one_person() -> None:
    run_state_machine_as_test(
        StaffList,
        settings=settings(
            max_examples=FEW,
            stateful_step_count=20,
            deadline=None,
            phases=QUICK,
            suppress_health_check=list(HealthCheck),
        ),
    )
