"""Every change of state of a rehearsal, checked against the moves that exist.

The store is watched, not the code: each unit of work is compared with what it read, and with what
the last one left. Which moves are legal is what the domain's tables say; what it refused by itself
counts too, because no conversation should have asked for it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar, cast

from adapters.simulate.outside.jury import Jury
from adapters.simulate.outside.records import Couple, Record, copy_of
from bot.domain.delivery import Delivery, Kind
from bot.domain.lives import LIVES
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing, PairingState
from bot.domain.people import Person, Tenant
from bot.domain.programme import Enrolment, EnrolmentState
from bot.domain.proposal import PairRule, Proposal
from bot.errors import IllegalMove, Sorry
from bot.ports import Store, Work

Result = TypeVar("Result")
AT_ONCE: Mapping[type, frozenset[str]] = {
    # The one who said yes earlier is on a break by the time the other does.
    Pairing: frozenset({PairingState.PAUSED}),
    # Whoever comes unasked is invited, and answers, in one.
    Enrolment: frozenset({EnrolmentState.CHOOSING, EnrolmentState.DECLINED}),
}
"""Where something new may stand at the end of the unit of work that made it, by a move of its own.

Everything else makes one move in a unit of work at the most, and begins where its kind begins.
"""
NEW = "new"
"""Before the first state."""
LONGEST = 300
"""Characters of a failure that are worth reading."""
SHOWN = 20
"""Illegal moves that are kept to be read; all of them are counted."""

Watched = Pairing | Proposal | Enrolment
Copied = Pairing | Proposal | Meeting | PairRule | Person
"""What is copied for the judges; people only when they are new, for everything reads them."""
NOTED = (Pairing, Proposal, Enrolment, Meeting, PairRule)
"""What is looked at when it is read."""
Withdrawn = tuple[str, str]
"""Whose messages were withdrawn, and how their keys begin."""


class WatchedStore:
    """The store as everybody uses it; notes each change of state once it is committed.

    ``jury`` is shown what was written down, in the order in which it was.
    """

    def __init__(self, store: Store, jury: Jury | None = None) -> None:
        self._store = store
        self._jury = jury
        self._states: dict[tuple[type, str], str] = {}
        self.changes = 0
        self.illegal: list[str] = []
        self.illegal_count = 0
        self.failures: list[str] = []
        self.partners: dict[str, Pairing] = {}
        self._begun: list[Pairing] = []
        self.kinds: dict[int, Kind] = {}

    async def transact(self, organisation_id: str, act: Callable[[Work], Result]) -> Result:
        """Run work in one transaction, and compare what it read with what it left."""
        looks: list[_Watching] = []

        def watched(work: Work) -> Result:
            watching = _Watching(work)
            result = act(cast(Work, watching))
            # The states are read while the unit of work is open; only what is committed counts.
            watching.look_back()
            looks[:] = [watching]
            return result

        try:
            result = await self._store.transact(organisation_id, watched)
        except Sorry:
            raise
        except IllegalMove as refused:
            self._note(str(refused))
            raise
        except Exception as error:
            # The schedule goes on without the subject that failed; a rehearsal tells all the same.
            self.note_failure("", error)
            raise
        for watching in looks:
            for change in watching.changes:
                self._compare(*change)
            self.kinds.update(watching.kinds)
            self._show(watching)
        return result

    async def tenants(self) -> Sequence[Tenant]:
        """Return the active tenants."""
        return await self._store.tenants()

    async def next_due(self) -> datetime | None:
        """Return the earliest instant at which something becomes due."""
        return await self._store.next_due()

    def note_failure(self, _kind: str, error: Exception) -> None:
        """Keep what failed to be read at the end."""
        self.failures.append(f"{type(error).__name__}: {error}"[:LONGEST])

    def newly_begun(self) -> list[Pairing]:
        """Return the pairings that began since this was asked last."""
        begun, self._begun = self._begun, []
        return begun

    def _show(self, watching: "_Watching") -> None:
        """Show the judges a unit of work: who belongs together first, then what it is about."""
        if self._jury is None:
            return
        for record in watching.copies:
            self._jury.wrote(record)
        for happened in watching.queued:
            if isinstance(happened, tuple):
                self._jury.withdrew(*happened)
            else:
                self._jury.wrote(happened)

    def _compare(self, entity: Watched, before: str, after: str) -> None:
        kind = type(entity)
        known = self._states.get((kind, entity.id), NEW)
        if known == NEW and isinstance(entity, Pairing):
            self._begun.append(entity)
            self.partners[entity.mentor_id] = self.partners[entity.mentee_id] = entity
        for start, end in ((known, before), (before, after)):
            if start != end:
                self._check(kind, start, end)
        self._states[kind, entity.id] = after

    def _check(self, kind: type, start: str, end: str) -> None:
        self.changes += 1
        moves = LIVES[kind]
        begins = {*moves.first, *AT_ONCE.get(kind, ())}
        if end not in (begins if start == NEW else moves.after(start)):
            self._note(f"{kind.__name__}: {start} -> {end}")

    def _note(self, illegal: str) -> None:
        self.illegal_count += 1
        if len(self.illegal) < SHOWN:
            self.illegal.append(illegal)


class _Watching:
    """One unit of work; what it and its repositories return is noted with its state."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._seen: dict[int, tuple[Watched, str]] = {}
        self.changes: list[tuple[Watched, str, str]] = []
        self.kinds: dict[int, Kind] = {}
        self._to_copy: dict[int, Copied] = {}
        self.copies: list[Record] = []
        self.queued: list[Record | Withdrawn] = []

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._work, name)
        if callable(found):
            return self.noting(found)
        return found if isinstance(found, str) else _Asked(found, self)

    def add(self, *entities: object) -> None:
        """Keep new entities; their first state is compared with none."""
        for entity in entities:
            if isinstance(entity, Watched):
                self._seen.setdefault(id(entity), (entity, NEW))
            if isinstance(entity, Copied):
                self._to_copy[id(entity)] = entity
        self._work.add(*entities)

    def look_back(self) -> None:
        """Note where everything that was read stands now."""
        found = [copy for entity in self._to_copy.values() if (copy := copy_of(entity))]
        self.copies = sorted(found, key=lambda record: not isinstance(record, Couple))
        self.changes = [
            (entity, before, str(entity.state)) for entity, before in self._seen.values()
        ]

    def noting(self, ask: Callable[..., Any]) -> Callable[..., Any]:
        """Return what asks the same, and notes what it answers and which deliveries it is given."""

        def asked(*args: Any, **values: Any) -> Any:
            self._note_messages(args)
            answer = ask(*args, **values)
            if isinstance(answer, NOTED):
                self._note(answer)
            elif isinstance(answer, list) and answer and isinstance(answer[0], NOTED):
                # Lists hold one kind, so the first of them speaks for all.
                for entity in answer:
                    self._note(entity)
            return answer

        return asked

    def withdrawing(self, person_id: str, now: datetime, prefix: str = "") -> int:
        """Withdraw what waits for somebody, and note that it was."""
        self.queued.append((person_id, prefix))
        return self._work.outbox.cancel(person_id, now, prefix=prefix)

    def _note(self, entity: Watched | Meeting | PairRule) -> None:
        if isinstance(entity, Watched):
            self._seen.setdefault(id(entity), (entity, str(entity.state)))
        if isinstance(entity, Copied):
            self._to_copy[id(entity)] = entity

    def _note_messages(self, given: Sequence[object]) -> None:
        for delivery in given:
            if isinstance(delivery, Delivery):
                self.kinds[hash(delivery.key)] = delivery.kind
                copy = copy_of(delivery)
                if copy is not None and delivery.id is None:
                    self.queued.append(copy)


class _Asked:
    """A repository of a unit of work that is watched."""

    def __init__(self, repository: Any, watching: _Watching) -> None:
        self._repository = repository
        self._watching = watching

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self._repository, name)
        if name == "cancel":
            return self._watching.withdrawing
        return self._watching.noting(asked)
