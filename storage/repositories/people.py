"""People, and what they consented to."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, func, select

from bot.domain.people import Alias, Consent, Person
from bot.domain.programme import EnrolmentState
from bot.ports.people import People
from bot.texts.folding import folded
from storage import tables as t
from storage.asking import Asking, chunks, count, equal, own, within
from storage.repositories.erasure import erase
from storage.repositories.order import by_name, place

_people, _accounts, _enrolments = t.people.c, t.accounts.c, t.enrolments.c
_aliases = t.aliases.c

PEOPLE = select(t.people).where(own(t.people))
BY_ID = PEOPLE.where(within(_people.id, "ids"))
BY_EMAIL = PEOPLE.where(within(_people.email, "emails")).order_by(_people.active, _people.id)
KNOWN = PEOPLE.order_by(_people.id)
ALIASES = select(t.aliases).where(own(t.aliases)).order_by(_aliases.email)
ALIASES_OF_PERSON = ALIASES.where(equal(_aliases.person_id))
BY_ALIAS = ALIASES.where(within(_aliases.email, "emails"))
ACTIVE = PEOPLE.where(_people.active)
COORDINATORS = ACTIVE.where(_people.is_coordinator)
CONCERN_CONTACTS = ACTIVE.where(_people.is_concern_contact)
NAMES = select(_people.id, _people.name, _people.email).where(own(t.people), _people.active)
REACHABLE = select(_accounts.person_id).where(own(t.accounts), _accounts.reachable)
JOINED = select(_enrolments.person_id).where(
    own(t.enrolments),
    equal(_enrolments.cycle_id),
    _enrolments.state == EnrolmentState.JOINED,
)
"""The ids of those who take part in a cycle and do not rest."""
UNREACHABLE = count(t.people, _people.active, _people.id.not_in(REACHABLE))
UNREACHABLE_IN_CYCLE = UNREACHABLE.where(_people.id.in_(JOINED))
CONSENTS = (
    select(t.consents)
    .where(own(t.consents), equal(t.consents.c.person_id))
    .order_by(t.consents.c.at, t.consents.c.id)
)


def _departments() -> Select[Any]:
    """Leap in an index from one department to the next.

    The cost is that of the departments, however many people each has; neither database does so
    for DISTINCT by itself.
    """
    found = select(func.min(_people.department).label("name")).where(own(t.people), _people.active)
    leaps = found.cte("leaps", recursive=True)
    later = found.where(_people.department > leaps.c.name).scalar_subquery()
    leaps = leaps.union_all(select(later).where(leaps.c.name.is_not(None)))
    # The empty one is that of people of whom HR has said nothing yet.
    return select(leaps.c.name).where(leaps.c.name != "")


DEPARTMENTS = _departments()


class PeopleRepository(People):
    """People, and what they consented to."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def by_id(self, ids: Iterable[str]) -> dict[str, Person]:
        wanted = list(dict.fromkeys(ids))
        found = {
            person.id: person
            for some in chunks(wanted)
            for person in self._asking.all(Person, BY_ID, ids=some)
        }
        return {id_: found[id_] for id_ in wanted if id_ in found}

    def at(self, emails: Iterable[str]) -> dict[str, Person]:
        found: dict[str, Person] = {}
        for some in chunks(email for email in emails if email):
            also = self._asking.all(Alias, BY_ALIAS, emails=some)
            owners = self.by_id(alias.person_id for alias in also)
            found |= {alias.email: owners[alias.person_id] for alias in also}
            found |= {
                person.email: person for person in self._asking.all(Person, BY_EMAIL, emails=some)
            }
        return found

    def all(self) -> list[Person]:
        return by_name(self._asking.all(Person, ACTIVE))

    def known(self) -> list[Person]:
        return self._asking.all(Person, KNOWN)

    def aliases(self, person_id: str = "") -> list[Alias]:
        if person_id:
            return self._asking.all(Alias, ALIASES_OF_PERSON, person_id=person_id)
        return self._asking.all(Alias, ALIASES)

    def named(self, text: str, limit: int) -> list[Person]:
        wanted = folded(text)
        # Accents and capitals aside, which neither database can do by itself.
        found = sorted(
            (*place(name), id_)
            for id_, name, email in self._asking.rows(NAMES)
            if wanted and (wanted in folded(name) or wanted in folded(email))
        )
        return list(self.by_id(id_ for *_, id_ in found[:limit]).values())

    def called(self, names: Iterable[str]) -> dict[str, list[Person]]:
        wanted = {folded(name): name for name in names if folded(name)}
        meant: dict[str, list[str]] = {name: [] for name in wanted.values()}
        for id_, *spellings in self._asking.rows(NAMES):
            for spelling in {folded(each) for each in spellings} & wanted.keys():
                meant[wanted[spelling]].append(id_)
        found = self.by_id(id_ for ids in meant.values() for id_ in ids)
        return {name: by_name(found[id_] for id_ in ids) for name, ids in meant.items()}

    def departments(self) -> list[str]:
        return sorted(self._asking.rows(DEPARTMENTS).scalars(), key=place)

    def coordinators(self) -> list[Person]:
        return by_name(self._asking.all(Person, COORDINATORS))

    def concern_contacts(self) -> list[Person]:
        return by_name(self._asking.all(Person, CONCERN_CONTACTS))

    def unreachable(self, cycle_id: str = "") -> int:
        if cycle_id:
            found = self._asking.rows(UNREACHABLE_IN_CYCLE, cycle_id=cycle_id)
        else:
            found = self._asking.rows(UNREACHABLE)
        return int(found.scalar_one())

    def consents(self, person_id: str) -> list[Consent]:
        return self._asking.all(Consent, CONSENTS, person_id=person_id)

    def erase(self, person_id: str) -> dict[str, int]:
        return erase(self._asking, person_id)
