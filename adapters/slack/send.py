"""Slack as a chat platform: proactive messages, each with a key that makes it happen once."""

import hashlib
from functools import partial
from uuid import UUID, uuid5

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import limits
from adapters.slack.api import SEND_WITHIN, Answer, Api
from adapters.slack.errors import refuses_blocks
from adapters.slack.faults import faults
from adapters.slack.installations import PLATFORM
from adapters.slack.options import SlackOptions
from adapters.slack.render import Json, has_chart, message, messages
from bot.errors import Refused
from bot.messages.card import Card
from bot.ports import Capabilities, Recipient

KEYS = UUID("6ba0b6f4-4f0e-4d2f-9a63-0d4a1c9a7f35")
"""The name space of our messages' ids; fixed, since a message is found again by its id."""
LOOK_BACK = 100
"""Messages of a chat that are looked through for one of unknown outcome."""


class SlackPlatform:
    """Slack, as the outbox writes to it.

    It can look for what was sent only where the operator granted the history scopes; elsewhere
    ``client_msg_id``, the same for the same key, lets Slack drop a second copy.
    """

    name = PLATFORM
    pace = limits.PACE

    def __init__(self, api: Api, options: SlackOptions) -> None:
        self._api = api
        self._rooms: dict[tuple[str, str], str] = {}
        self.capabilities = Capabilities(finds_sent=options.reads_history, rooms=True)

    async def send(self, to: Recipient, card: Card, *, key: str) -> str:
        """Post a card and return "channel:ts", Slack's name of the message; the port's errors.

        A direct message is addressed to the person; for two people their group is opened first. A
        card that no message holds comes in several, each with a key of its own: the last has the
        card's, so that whoever finds it knows that all were sent.
        """
        channel = await self._channel(to) if to.also else to.address
        *before, (last,) = messages(card)
        for number, (part,) in enumerate(before):
            await self._say(to.tenant, channel, part, f"{key}#{number}")
        answer = await self._say(to.tenant, channel, last, key)
        return f"{answer['channel']}:{answer['ts']}"

    async def find(self, to: Recipient, *, key: str) -> str | None:
        """Return the name of the message sent with a key, or None; needs the history scopes."""
        has_channel = to.route.startswith("D") and not to.also
        channel = to.route if has_channel else await self._channel(to)
        answer = await self._api.call(
            to.tenant,
            "conversations.history",
            lambda client: client.conversations_history(
                channel=channel, limit=LOOK_BACK, include_all_metadata=True
            ),
            within=SEND_WITHIN,
        )
        for found in answer["messages"]:
            metadata = found.get("metadata") or {}
            if metadata.get("event_payload", {}).get("key") == opaque(key):
                return f"{channel}:{found['ts']}"
        return None

    async def _say(self, tenant: str, channel: str, card: Card, key: str) -> Answer:
        """Post what fits into one message; raises Refused for what does not."""
        said = message(card)
        wrong = faults(said)
        if wrong:
            raise Refused(wrong[0])
        try:
            return await self._post(tenant, channel, said, key)
        except Refused as refused:
            if not (has_chart(said) and refuses_blocks(refused)):
                raise
        return await self._post(tenant, channel, message(card, charts=False), key)

    async def _post(self, tenant: str, channel: str, said: Json, key: str) -> Answer:
        post = partial(
            AsyncWebClient.chat_postMessage,
            channel=channel,
            **said,
            **AS_WRITTEN,
            client_msg_id=str(uuid5(KEYS, key)),
            metadata={"event_type": limits.METADATA_TYPE, "event_payload": {"key": opaque(key)}},
        )
        return await self._api.call(tenant, "chat.postMessage", post, within=SEND_WITHIN)

    async def _channel(self, to: Recipient) -> str:
        """Return the chat with one person, or the group with two: Slack opens it only once."""
        people = ",".join(filter(None, (to.address, to.also)))
        known = self._rooms.get((to.tenant, people))
        if known is None:
            answer = await self._api.call(
                to.tenant,
                "conversations.open",
                lambda client: client.conversations_open(users=people),
                within=SEND_WITHIN,
            )
            known = self._rooms[to.tenant, people] = str(answer["channel"]["id"])
        return known


AS_WRITTEN: Json = {
    "link_names": False,
    "mrkdwn": False,
    "parse": "none",
    "unfurl_links": False,
    "unfurl_media": False,
}
"""Nothing in our texts means anything: no name becomes a mention, no address a preview."""


def opaque(key: str) -> str:
    """Return a hash of a key, for what other apps of the workspace can read."""
    return hashlib.sha256(key.encode()).hexdigest()[:32]
