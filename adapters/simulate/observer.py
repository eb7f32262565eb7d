"""Watches what reaches people: quiet hours, doubles, messages a week, and what gets an answer."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from adapters.clocks import MovableClock
from adapters.simulate.house import Chats
from adapters.simulate.seen import Seen
from adapters.simulate.watch import WatchedStore
from bot import calendar
from bot.calendar.people import working_time
from bot.domain.delivery import Kind
from bot.domain.people import Person
from bot.messages.card import Card
from bot.ports import Capabilities, Pace, Recipient

SHOWN = 20
"""Faults that are kept to be read; all of them are counted."""


class Mail:
    """What one person got in the present local week: texts, and how many messages of which kind."""

    __slots__ = ("count", "texts", "urgent", "week")

    def __init__(self) -> None:
        self.week = ""
        self.count = self.urgent = 0
        self.texts: set[int] = set()


class Observer:
    """Sees every proactive message on its way into a chat, and every gesture that answers one."""

    def __init__(self, people: dict[str, Person], store: WatchedStore) -> None:
        self._people = people
        self._store = store
        self._mail = {person_id: Mail() for person_id in people}
        self._keys: set[int] = set()
        self._asked: dict[tuple[str, str, str], int] = {}
        self.answered = 0
        self.counts: Counter[str] = Counter()
        self.most_a_week = self.most_with_urgent = 0
        self.faults: list[str] = []

    def sent(self, person_id: str, seen: Seen, now: datetime) -> None:
        """Judge one message that arrived in a chat."""
        person = self._people[person_id]
        if not calendar.is_open(now, working_time(person)):
            self._fault("quiet_hours_violations", person, seen, now)
        key = hash(seen.key)
        if key in self._keys:
            self._fault("duplicates", person, seen, now)
        self._keys.add(key)
        kind = self._store.kinds.pop(key, None)
        self._count(person, seen, now, urgent=kind is Kind.URGENT)
        if kind is Kind.PROMPT:
            question = (person_id, *seen.question)
            self._asked[question] = self._asked.get(question, 0) + 1

    def gesture(self, person_id: str, seen: Seen) -> None:
        """Note that somebody did something about what they see: all that asked it is answered."""
        self.answered += self._asked.pop((person_id, *seen.question), 0)

    def note(self, what: str, count: int = 1) -> None:
        """Count something that is neither good nor bad."""
        self.counts[what] += count

    def _count(self, person: Person, seen: Seen, now: datetime, *, urgent: bool) -> None:
        mail = self._mail[person.id]
        week = calendar.local_week(now, person.zone)
        if mail.week != week:
            mail.week, mail.count, mail.urgent = week, 0, 0
            mail.texts.clear()
        mail.urgent += urgent
        mail.count += not urgent
        self.most_a_week = max(self.most_a_week, mail.count)
        self.most_with_urgent = max(self.most_with_urgent, mail.count + mail.urgent)
        # The same words in one matter: about the same question in a week, or about any in a day.
        # Keys name the matter; two partners may share a first name, so that their words are alike.
        matter = (*seen.key.split(":")[1:2], seen.plain)
        day = calendar.local_date(now, person.zone)
        marks = {hash((*matter, *seen.question)), hash((*matter, day))}
        if marks & mail.texts:
            self._fault("duplicates", person, seen, now)
        mail.texts |= marks

    def _fault(self, kind: str, person: Person, seen: Seen, now: datetime) -> None:
        self.counts[kind] += 1
        if len(self.faults) < SHOWN:
            self.faults.append(f"{kind}: {person.id} {now.isoformat()} {seen.key}")


Arrivals = list[tuple[str, Seen]]
"""Who received what: one message, or none if its sending failed."""


class WatchedPlatform:
    """The chat platform as the outbox uses it; every message that arrives is seen and told.

    ``arrived`` is added to: who received what, on any platform, until somebody hands it round. Each
    sending has its place there from its beginning, in whichever order a platform answers.
    """

    def __init__(
        self,
        chats: Chats,
        clock: MovableClock,
        *,
        observer: Observer,
        people: Iterable[str],
        arrived: list[Arrivals],
    ) -> None:
        self._chats = chats
        self._clock = clock
        self._observer = observer
        self._people = {chats.address(person_id): person_id for person_id in people}
        platform = chats.platform
        self.name: str = platform.name
        self.capabilities: Capabilities = platform.capabilities
        self.pace: Pace = platform.pace
        self._arrived = arrived

    async def send(self, to: Recipient, card: Card, *, key: str) -> str:
        """Post a card, and note what its reader sees."""
        place: Arrivals = []
        self._arrived.append(place)
        remote_id = await self._chats.platform.send(to, card, key=key)
        seen = replace(self._chats.received(to, remote_id), key=key)
        person_id = self._people[to.address]
        self._observer.sent(person_id, seen, self._clock.now())
        place.append((person_id, seen))
        return remote_id

    async def find(self, to: Recipient, *, key: str) -> str | None:
        """Return the id of the message sent with a key."""
        return await self._chats.platform.find(to, key=key)
