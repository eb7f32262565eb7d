"""The turn of botbuilder over our own client; the one file that imports its SDK.

Its adapters answer most invokes with a 500, block the loop and open a connection per turn, so
only the schema, the TurnContext and the BotAdapter they all share are used.
"""

from typing import Any

from botbuilder.core import BotAdapter, TurnContext
from botbuilder.schema import (
    Activity,
    ChannelAccount,
    ConversationAccount,
    ConversationReference,
    ResourceResponse,
)

from adapters.teams.addresses import Route
from adapters.teams.heard import Incoming
from adapters.teams.send import TeamsPlatform
from adapters.teams.source import CHANNEL
from adapters.teams.text import Json


# The SDK has no types, so its classes are unknown to the type checker.
class LeanAdapter(BotAdapter):  # type: ignore[misc]
    """Lets a turn write to its own conversation, through the platform's limits and errors."""

    def __init__(self, platform: TeamsPlatform) -> None:
        super().__init__()
        self._platform = platform

    async def say(self, incoming: Incoming, message: Json) -> None:
        """Play the turn in which an activity is answered by a message in its conversation."""

        async def speak(context: TurnContext) -> None:
            await context.send_activity(Activity().deserialize(message))

        await self.run_pipeline(TurnContext(self, _activity(incoming)), speak)

    async def change(self, incoming: Incoming, message_id: str, message: Json) -> None:
        """Play the turn in which an earlier message of the conversation is shown anew."""

        async def show(context: TurnContext) -> None:
            activity = Activity().deserialize(message)
            activity.id = message_id
            await context.update_activity(activity)

        await self.run_pipeline(TurnContext(self, _activity(incoming)), show)

    async def send_activities(
        self, context: TurnContext, activities: list[Activity]
    ) -> list[ResourceResponse]:
        """Send what a turn answers."""
        where = _route(context.activity)
        sent = [await self._platform.post(where, _json(activity)) for activity in activities]
        return [ResourceResponse(id=message_id) for message_id in sent]

    async def update_activity(self, context: TurnContext, activity: Activity) -> None:
        """Show something else in the place of a message."""
        await self._platform.put(_route(context.activity), activity.id, _json(activity))

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        """Refuse: nothing that was said is taken back."""
        del context, reference
        raise NotImplementedError


def _activity(incoming: Incoming) -> Activity:
    """Return the checked parts of an activity; the SDK would stumble over a strange rest."""
    return Activity(
        type=incoming.kind,
        id=incoming.activity_id,
        channel_id=CHANNEL,
        service_url=incoming.service_url,
        locale=incoming.locale,
        conversation=ConversationAccount(id=incoming.conversation),
        from_property=ChannelAccount(aad_object_id=incoming.address),
        recipient=ChannelAccount(),
    )


def _route(activity: Activity) -> Route:
    return Route(conversation=activity.conversation.id, service_url=activity.service_url)


def _json(activity: Activity) -> dict[str, Any]:
    found: dict[str, Any] = activity.serialize()
    return found
