"""Watches what reaches people: quiet hours, doubles, messages a week, and what gets an answer."""

from collections import Counter
from datetime import datetime

from adapters.simulate.house import Chats, House
from adapters.simulate.seen import Seen
from adapters.simulate.watch import WatchedStore
from bot import calendar
from bot.courier import working_time
from bot.domain.delivery import Kind
from bot.domain.people import Person
from bot.messages.card import Card
from bot.messages.plain import plain
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
        self._mail = {address: Mail() for address in people}
        self._keys: set[int] = set()
        self._asked: dict[tuple[str, str, str], int] = {}
        self.answered = 0
        self.counts: Counter[str] = Counter()
        self.most_a_week = self.most_with_urgent = 0
        self.faults: list[str] = []

    def zone(self, address: str) -> str:
        """Return the time zone of whoever answers at an address."""
        return self._people[address].zone

    def sent(self, address: str, seen: Seen, now: datetime) -> None:
        """Judge one message that arrived in a chat."""
        person = self._people[address]
        if not calendar.is_open(now, working_time(person)):
            self._fault("quiet_hours_violations", person, seen, now)
        key = hash(seen.key)
        if key in self._keys:
            self._fault("duplicates", person, seen, now)
        self._keys.add(key)
        kind = self._store.kinds.pop(key, None)
        self._count(person, seen, now, urgent=kind is Kind.URGENT)
        if kind is Kind.PROMPT:
            question = (address, *seen.question)
            self._asked[question] = self._asked.get(question, 0) + 1

    def gesture(self, address: str, seen: Seen) -> None:
        """Note that somebody did something about what they see: all that asked it is answered."""
        self.answered += self._asked.pop((address, *seen.question), 0)

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


class WatchedPlatform:
    """The chat platform as the outbox uses it; every message that arrives is drawn and told."""

    def __init__(self, house: House, observer: Observer) -> None:
        self._chats: Chats = house.platform
        self._draw = house.draw
        self._clock = house.clock
        self._observer = observer
        self.name: str = self._chats.name
        self.capabilities: Capabilities = self._chats.capabilities
        self.pace: Pace = self._chats.pace
        self.arrived: list[tuple[str, Seen]] = []

    async def send(self, to: Recipient, card: Card, *, key: str) -> str:
        """Post a card, and note what its reader sees."""
        remote_id = await self._chats.send(to, card, key=key)
        message = self._chats.message(to.tenant, to.address, remote_id)
        drawn = self._draw(message, self._observer.zone(to.address))
        seen = Seen(card=drawn["card"], plain=plain(card), key=key)
        self._observer.sent(to.address, seen, self._clock.now())
        self.arrived.append((to.address, seen))
        return remote_id

    async def find(self, to: Recipient, *, key: str) -> str | None:
        """Return the id of the message sent with a key."""
        return await self._chats.find(to, key=key)
