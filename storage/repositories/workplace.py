"""The organisation as a place of work: its offices, and who leads in it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, delete, func, literal_column, select, update

from bot.domain.closing import Closing
from bot.domain.people import Person
from bot.domain.programme import EnrolmentState
from bot.ports.workplace import Known, Offices, Seniority
from storage import tables as t
from storage.asking import Asking, count, equal, own
from storage.repositories.order import by_name, place

_people, _closings, _enrolments = t.people.c, t.closings.c, t.enrolments.c

NAMES = select(_people.office).where(own(t.people), _people.office != "").distinct()
CLOSINGS = (
    select(t.closings)
    .where(own(t.closings), _closings.kept)
    .order_by(_closings.first, _closings.last, _closings.id)
)
UNKEPT = delete(t.closings).where(own(t.closings), ~_closings.kept)
CLOSE = (
    update(t.people)
    .where(own(t.people), _people.office == bindparam("where"))
    .values(closed=bindparam("days", type_=_people.closed.type))
)
LEVELS = select(
    # Asked apart, each is the head or the tail of an index.
    *(
        select(end(_people.level))
        .where(own(t.people), _people.active, _people.level > 0)
        .scalar_subquery()
        for end in (func.min, func.max)
    )
)
# Spelled out: PostgreSQL would not see that one bound number groups by another.
HAS_LEVEL = _people.level > literal_column("0")
KNOWN = (
    select(HAS_LEVEL, _people.leads, func.count())
    .where(own(t.people), _people.active)
    .group_by(HAS_LEVEL, _people.leads)
)
UNTOLD = (_people.active, _people.level == 0, _people.leads.is_(None))
UNTOLD_PEOPLE = select(t.people).where(own(t.people), *UNTOLD)
JOINED = select(_enrolments.person_id).where(
    own(t.enrolments), equal(_enrolments.cycle_id), _enrolments.state == EnrolmentState.JOINED
)
UNTOLD_IN_CYCLE = count(t.people, *UNTOLD, _people.id.in_(JOINED))
NOBODY_ELSE = update(t.people).where(own(t.people), *UNTOLD).values(leads=False)


class OfficesRepository(Offices):
    """Where people work, and when it is closed."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def names(self) -> list[str]:
        return sorted(self._asking.rows(NAMES).scalars(), key=place)

    def closings(self) -> list[Closing]:
        return self._asking.all(Closing, CLOSINGS)

    def forget_unkept(self) -> None:
        self._asking.change(UNKEPT)

    def close(self, office: str, days: Sequence[date]) -> None:
        self._asking.change(CLOSE, where=office, days=tuple(days))


class SeniorityRepository(Seniority):
    """How senior people are, as far as anybody said."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def levels(self) -> tuple[int, int]:
        lowest, highest = self._asking.rows(LEVELS).one()
        return lowest or 0, highest or 0

    def known(self) -> Known:
        counts = {"level": 0, "leads": 0, "leads_nobody": 0, "unknown": 0}
        said = {True: "leads", False: "leads_nobody", None: "unknown"}
        for has_level, leads, number in self._asking.rows(KNOWN):
            counts["level" if has_level else said[leads]] += number
        return Known(**counts)

    def untold(self) -> list[Person]:
        return by_name(self._asking.all(Person, UNTOLD_PEOPLE))

    def untold_in(self, cycle_id: str) -> int:
        return int(self._asking.rows(UNTOLD_IN_CYCLE, cycle_id=cycle_id).scalar_one())

    def nobody_else_leads(self) -> int:
        return self._asking.change(NOBODY_ELSE)
