"""Programmes, their cycles, and the organisation's own topics."""

from sqlalchemy import select

from bot.domain.programme import WELCOMING, Announcement, Cycle, Programme
from bot.domain.topic import OwnTopic
from bot.ports.programmes import Programmes
from storage import tables as t
from storage.asking import Asking, any_of, equal, own

_cycles = t.cycles.c

PROGRAMMES = select(t.programmes).where(own(t.programmes)).order_by(t.programmes.c.id)
FIRST_PROGRAMME = PROGRAMMES.limit(1)
NEWEST_FIRST = select(t.cycles).where(own(t.cycles)).order_by(_cycles.number.desc(), _cycles.id)
LAST_CYCLE = NEWEST_FIRST.limit(1)
CURRENT_CYCLE = LAST_CYCLE.where(any_of(_cycles.state, WELCOMING))
ANNOUNCEMENTS = (
    select(t.announcements)
    .where(
        own(t.announcements),
        equal(t.announcements.c.cycle_id),
        t.announcements.c.sent_at.is_not(None),
    )
    .order_by(t.announcements.c.sent_at.desc(), t.announcements.c.id)
)
TOPICS = select(t.topics).where(own(t.topics)).order_by(t.topics.c.id)


class ProgrammesRepository(Programmes):
    """Programmes, their cycles, and the organisation's own topics."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def running(self) -> Programme | None:
        return self._asking.one(Programme, FIRST_PROGRAMME)

    def all(self) -> list[Programme]:
        return self._asking.all(Programme, PROGRAMMES)

    def current_cycle(self) -> Cycle | None:
        return self._asking.one(Cycle, CURRENT_CYCLE)

    def last_cycle(self) -> Cycle | None:
        return self._asking.one(Cycle, LAST_CYCLE)

    def announcements(self, cycle_id: str) -> list[Announcement]:
        return self._asking.all(Announcement, ANNOUNCEMENTS, cycle_id=cycle_id)

    def topics(self) -> list[OwnTopic]:
        return self._asking.all(OwnTopic, TOPICS)
