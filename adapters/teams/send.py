"""Teams as a chat platform: cards posted into the personal chats of people who have the app."""

from collections import OrderedDict
from typing import NamedTuple

from adapters.teams.addresses import Route, route
from adapters.teams.connector import Connector
from adapters.teams.limits import CARD_BYTES, CONVERSATIONS_KEPT, PACE
from adapters.teams.pacing import Pacing
from adapters.teams.render import Opens, card_json, message, size
from adapters.teams.source import PLATFORM, digest
from adapters.teams.text import Json
from bot.messages.card import Card
from bot.messages.parts import parts
from bot.ports import Capabilities, Recipient


class Posted(NamedTuple):
    """Where a message stands."""

    route: Route
    message_id: str


class TeamsPlatform:
    """Writes to people; a conversation that is not known yet is begun.

    Teams can neither be asked what was sent nor told that two messages are one: this process alone
    remembers what it sent under a key. ``service_url`` is where chats are begun.
    """

    name = PLATFORM
    capabilities = Capabilities(forms=True, charts=True, finds_sent=False)
    pace = PACE

    def __init__(
        self, connector: Connector, pacing: Pacing, *, app_id: str, service_url: str, opens: Opens
    ) -> None:
        self._connector = connector
        self._pacing = pacing
        self._app_id = app_id
        self._service_url = service_url
        self._opens = opens
        self._begun: OrderedDict[tuple[str, str], Route] = OrderedDict()
        self._posted: OrderedDict[str, Posted] = OrderedDict()

    async def send(self, to: Recipient, card: Card, *, key: str) -> str:
        """Post a card and return its message's id; see ChatPlatform.

        A card too long for one message comes in several, each with a key of its own.
        """
        *before, last = self.drawn(card, nonce=digest(key))
        for number, content in enumerate(before):
            await self._once(to, content, f"{key}#{number}")
        return await self._once(to, last, key)

    async def find(self, to: Recipient, *, key: str) -> str | None:
        """Return None: Teams cannot be asked."""
        del to, key
        return None

    def drawn(self, card: Card, *, nonce: str) -> list[Json]:
        """Return a card as this app shows it: one Adaptive Card, or several if it is too long."""

        def draw(part: Card) -> Json:
            return card_json(part, nonce=nonce, opens=self._opens)

        whole = draw(card)
        if size(whole) <= CARD_BYTES:
            return [whole]
        return [draw(part) for part in parts(card, lambda part: size(draw(part)) <= CARD_BYTES)]

    async def post(self, where: Route, activity: Json) -> str:
        """Post a message into a conversation, within its limits, and return its id."""
        await self._pacing.wait(where.conversation)
        return await self._connector.post(where, activity)

    async def put(self, where: Route, message_id: str, activity: Json) -> None:
        """Show something else in the place of a message."""
        await self._pacing.wait(where.conversation)
        await self._connector.put(where, message_id, activity)

    async def _once(self, to: Recipient, content: Json, key: str) -> str:
        """Post an Adaptive Card unless this process posted it before; return its message's id."""
        name = digest(to.tenant, to.address, key)
        posted = self._posted.get(name)
        if posted is None:
            found = route(to.route)
            if not found.conversation:
                found = await self._begin(to, found.service_url or self._service_url)
            posted = Posted(found, await self.post(found, message(content)))
            _keep(self._posted, name, posted)
        return posted.message_id

    async def _begin(self, to: Recipient, service_url: str) -> Route:
        place = (to.tenant, to.address)
        found = self._begun.get(place)
        if found is None:
            conversation = await self._connector.open(
                service_url, app_id=self._app_id, tenant=to.tenant, member=to.address
            )
            found = Route(conversation=conversation, service_url=service_url)
            _keep(self._begun, place, found)
        return found


def _keep(known: OrderedDict, name: object, value: object) -> None:  # type: ignore[type-arg]
    """Remember something, and forget the oldest where there is too much."""
    known[name] = value
    while len(known) > CONVERSATIONS_KEPT:
        known.popitem(last=False)
