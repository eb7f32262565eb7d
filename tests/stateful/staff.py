"""A company as it really is, told to the product by files and a platform that know only part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from io import BytesIO

from adapters.people.csv import PeopleFile, read_people
from adapters.people.importing import DryRun
from adapters.people.likeness import words
from adapters.people.questions import Sentence
from adapters.people.staff import Staff, Word
from adapters.people.store import Appointments, Changes, Refused, keep_people
from bot.domain.people import Person, Role
from bot.domain.programme import Cycle, Enrolment, EnrolmentState
from bot.domain.proposal import PairRule, Proposal, ProposalState, RuleKind
from bot.matching import ContradictoryRules, Result, propose
from bot.ports import Work
from bot.services import directory
from bot.services.directory import Profile, Standing
from bot.services.rounds import drafts
from bot.services.rounds.request import request_for
from tests.builders import ORGANISATION, a_rule
from tests.transcripts.volunteers import Joining

HEADINGS = "email,name,manager_email,level,hired_on,department,office,time_zone,languages,matricule"
REST = "Sales,Montréal,America/Toronto,fr"
FIRST_DAY = date(2010, 1, 4)
MOST_ROUNDS = 3
"""Times a file is sent until nothing is asked: who is who, and whether somebody is back."""
LEARNS, TEACHES = 9, 2
"""Levels far enough apart that only the reporting line keeps two people from each other."""


@dataclass
class Worker:
    """Somebody as they are: ``told_manager`` is whom HR's last file with them named."""

    key: int
    manager: int | None
    names: int = 0
    mailbox: str = ""
    works: bool = True
    has_account: bool = False
    is_listed: bool = False
    told_manager: int | None = None
    person_id: str = ""
    addresses: set[str] = field(default_factory=set)

    @property
    def email(self) -> str:
        """Their address in HR's list; another one after each marriage, or one of a colleague."""
        return self.mailbox or f"w{self.key}.n{self.names}@x.org"

    @property
    def name(self) -> str:
        """A given name of their own, and the family name of the day."""
        return f"Given{self.key} Family{self.key}x{self.names}"

    @property
    def account(self) -> str:
        """Their address on the platform."""
        return f"U{self.key}"

    @property
    def is_mentor(self) -> bool:
        """Every other one teaches."""
        return self.key % 2 == 1


class Company(Joining):
    """Everybody who ever worked here; ``workers`` is the truth, the store what was told of it."""

    workers: list[Worker]

    @classmethod
    async def found(cls) -> "Company":
        """Open a company in which nobody works yet, with an open cycle."""
        company = await cls.create([])
        company.workers = []
        await company.open_cycle()
        return company

    def is_above(self, one: Worker, other: Worker) -> bool:
        """Whether somebody stands in another's line, as far as HR ever told."""
        manager, seen = other.told_manager, set[int]()
        while manager is not None and manager not in seen:
            if manager == one.key:
                return True
            seen.add(manager)
            manager = self.workers[manager].told_manager
        return False

    async def imports(self, keys: Iterable[int], left: set[int], *, numbers: bool) -> None:
        """HR sends a file that names some people, and answers truly whatever is asked."""
        named = await self._with_managers(set(keys) - left)
        if not named:
            return
        workers = [self.workers[key] for key in sorted(named)]
        gone = {self.workers[key].person_id for key in left}
        lines = [self._line(worker, numbers=numbers) for worker in workers]
        text = "\n".join([HEADINGS, *lines]).encode()
        try:
            word = Word()
            asked: Sequence[Sentence] = ()
            for _ in range(MOST_ROUNDS):
                asked = await self._keeps(text, word, gone)
                if not asked:
                    break
                word = await self._answer(word, asked)
            else:
                raise AssertionError(asked)
        except Refused as refused:
            if [key for key, _ in refused.faults] != ["import-loop"]:
                raise
            return  # who is not in this file has had another manager for long
        for worker in workers:
            worker.told_manager, worker.is_listed = worker.manager, True
            await self._learns(worker, worker.email)

    async def _keeps(self, text: bytes, word: Word, gone: set[str]) -> Sequence[Sentence]:
        """Import a file with what HR says beside it; return what is asked, if anything."""

        def act(work: Work) -> Changes:
            staff = Staff.known(work)
            file = read_people(BytesIO(text), today=self.clock.now().date(), known=staff.by_email)
            assert isinstance(file, PeopleFile), file
            left = {
                staff.reference(p).casefold() for p in staff.people if p.id in gone and p.active
            }
            said = replace(word, left=frozenset(left))
            changes = keep_people(work, file.rows, Appointments(), now=self.clock.now(), word=said)
            if changes.questions:
                raise DryRun(changes)
            return changes

        try:
            await self.look(act)
        except DryRun as dry:
            return dry.changes.questions
        return ()

    async def platform_tells(self, worker: Worker, standing: Standing, email: str = "") -> None:
        """A chat platform tells of somebody, perhaps under another address."""
        await self._platform_tells(worker, standing, email or worker.email)

    async def platform_tells_a_name(self, worker: Worker) -> None:
        """A chat platform tells of somebody, without an address."""
        await self._platform_tells(worker, Standing.MEMBER, "")

    async def _platform_tells(self, worker: Worker, standing: Standing, email: str) -> None:
        profile = Profile(address=worker.account, name=worker.name, email=email, standing=standing)

        def act(work: Work) -> None:
            tenant = directory.tenant_at(work, "slack", "T1")
            directory.admit(work, tenant, [profile], now=self.clock.now())

        await self.look(act)
        if standing is Standing.MEMBER:
            worker.has_account = True
            worker.person_id = worker.person_id or await self._owner_of_account(worker)
            await self._learns(worker, email)

    async def is_matched(self, *, locked: bool) -> None:
        """A coordinator runs the matching with everybody in it, and may lock the first pair."""

        def act(work: Work) -> None:
            cycle = work.programmes.current_cycle()
            assert cycle is not None
            self._enrol(work)
            result = _pairs(work, cycle, self.clock.now().date())
            drafts.keep(work, cycle, result)
            ruled = {(rule.mentor_id, rule.mentee_id) for rule in work.proposals.rules(cycle.id)}
            for pair in result.pairs[:1] if locked else ():
                if (pair.mentor_id, pair.mentee_id) not in ruled:
                    work.add(a_rule(pair.mentor_id, pair.mentee_id))

        await self.look(act)

    async def known(self) -> list[Person]:
        """Return everybody the product knows."""
        found: list[Person] = await self.look(lambda work: work.people.known())
        return [person for person in found if words(person.name)]

    async def is_somebody_elses(self, email: str, worker: Worker) -> bool:
        """Whether the product knows an address as another's."""
        owner = await self._owner_of(email)
        return owner not in {"", worker.person_id}

    async def prepared(self) -> list[tuple[str, str]]:
        """Return who is to be paired with whom, by drafts and locks."""

        def act(work: Work) -> list[tuple[str, str]]:
            found: list[Proposal | PairRule] = [
                *work.proposals.all("cycle", ProposalState.DRAFT),
                *(rule for rule in work.proposals.rules("cycle") if rule.kind is RuleKind.LOCK),
            ]
            return [(each.mentor_id, each.mentee_id) for each in found]

        pairs: list[tuple[str, str]] = await self.look(act)
        return pairs

    async def _with_managers(self, keys: set[int]) -> set[int]:
        """Add the line managers whose address of today the product could not know."""
        known = await self.look(lambda work: set(Staff.known(work).by_email))
        ahead, named = list(keys), set(keys)
        while ahead:
            manager = self.workers[ahead.pop()].manager
            if manager is None or manager in named or self._address(manager) in known:
                continue
            named.add(manager)
            ahead.append(manager)
        return named

    async def _answer(self, word: Word, asked: Sequence[Sentence]) -> Word:
        """Say of each who was asked about whether they are known, as only HR knows."""
        by_id = {person.id: person for person in await self.known()}
        same, new, back = dict(word.same), set(word.new), set(word.back)
        for key, values in asked:
            email = str(values["email"])
            worker = next(worker for worker in self.workers if worker.email == email)
            if key == "import-is-back":
                back.add(email)
            elif worker.person_id:
                second = await self._owner_of_account(worker)
                is_one = second in {"", worker.person_id}
                former = by_id[worker.person_id].email if is_one else ""
                same[email] = former or worker.account.casefold()
            else:
                new.add(email)
        return replace(word, same=same, new=frozenset(new), back=frozenset(back))

    async def _learns(self, worker: Worker, email: str) -> None:
        """Note an address as that of whom the product knows by it now."""
        owner = await self._owner_of(email)
        worker.person_id = worker.person_id or owner
        for each in self.workers:
            each.addresses.discard(email)
        for each in self.workers:
            if owner and each.person_id == owner:
                each.addresses.add(email)

    async def _owner_of(self, email: str) -> str:
        def act(work: Work) -> str:
            owner = work.people.at([email]).get(email)
            return "" if owner is None else owner.id

        found: str = await self.look(act)
        return found

    async def _owner_of_account(self, worker: Worker) -> str:
        """Return whose record an account leads to."""

        def act(work: Work) -> str:
            account = work.accounts.at("slack", "T1", worker.account)
            return "" if account is None else account.person_id

        found: str = await self.look(act)
        return found

    def _address(self, key: int) -> str:
        """Return what a file calls somebody; HR knows a leaver by an address of before."""
        worker = self.workers[key]
        return worker.email if worker.works else min(worker.addresses)

    def _line(self, worker: Worker, *, numbers: bool) -> str:
        manager = "" if worker.manager is None else self._address(worker.manager)
        level = TEACHES if worker.is_mentor else LEARNS
        hired_on = FIRST_DAY + timedelta(days=worker.key)
        number = f"N{worker.key}" if numbers else ""
        return f"{worker.email},{worker.name},{manager},{level},{hired_on},{REST},{number}"

    def _enrol(self, work: Work) -> None:
        for worker in self.workers:
            if not worker.person_id or work.enrolments.part("cycle", worker.person_id):
                continue
            work.add(
                Enrolment(
                    organisation_id=ORGANISATION,
                    id=f"part-{worker.key}",
                    cycle_id="cycle",
                    person_id=worker.person_id,
                    state=EnrolmentState.JOINED,
                    role=Role.MENTOR if worker.is_mentor else Role.MENTEE,
                    topics={"ai-assistants": 5 if worker.is_mentor else 1},
                )
            )


def _pairs(work: Work, cycle: Cycle, today: date) -> Result:
    """Run the matching; locks on people who are back again may contradict later ones."""
    try:
        return propose(request_for(work, cycle, today))
    except ContradictoryRules:
        work.remove(*work.proposals.rules(cycle.id))
        return propose(request_for(work, cycle, today))
