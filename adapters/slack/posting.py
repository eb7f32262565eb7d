"""Posting an answer to Slack: by its ``response_url``, in the chat, as a view, or on the Home tab.

A payload that Slack refuses for a chart is posted again with its figures as text. What cannot be
posted at all is said to the caller, never raised: the turn it answers is kept all the same.
"""

import asyncio
from functools import partial
from urllib.parse import urlsplit

import aiohttp
import structlog
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.serving.service import Sleep
from adapters.slack.api import ANSWER_WITHIN, SDK_LOG, Api, Call
from adapters.slack.errors import refuses_blocks
from adapters.slack.heard import Heard
from adapters.slack.render import Json, has_chart, home, message, messages
from adapters.slack.send import AS_WRITTEN
from bot.errors import BotError, RateLimited
from bot.messages.card import Card

log = structlog.get_logger()

LATEST = 30.0
"""Seconds for which a line in the chat is answered late, while Slack asks us to slow down."""


class Posting:
    """Posts cards and views to who was heard; ``responses`` is where a ``response_url`` leads."""

    def __init__(self, api: Api, responses: str, sleep: Sleep = asyncio.sleep) -> None:
        self._api = api
        self._responses = responses
        self._sleep = sleep

    async def respond(self, heard: Heard, cards: tuple[Card, ...], *, replace: bool) -> bool:
        """Answer through the address Slack gave for it; False when that is past or not Slack's."""
        if not self._is_hook(heard.response_url):
            return False
        below: Json = {"mrkdwn": False, "replace_original": False}
        below["response_type"] = "ephemeral" if heard.is_private else "in_channel"
        how: Json = {"mrkdwn": False, "replace_original": True} if replace else below
        for group in messages(*cards):
            said = message(*group)
            is_taken = await self._post(heard.response_url, {**said, **how})
            if not is_taken and has_chart(said):
                said = message(*group, charts=False)
                is_taken = await self._post(heard.response_url, {**said, **how})
            if not is_taken:
                return False
            how = below
        return True

    async def say(self, heard: Heard, cards: tuple[Card, ...]) -> None:
        """Answer in the chat with the person."""
        for group in messages(*cards):
            said = message(*group)
            error = await self._insist(heard, said)
            if has_chart(said) and refuses_blocks(error):
                await self._insist(heard, message(*group, charts=False))

    async def publish(self, heard: Heard, cards: tuple[Card, ...]) -> None:
        """Show cards on the person's Home tab."""
        view = home(*cards)
        if not await self._show_home(heard, view) and has_chart(view):
            await self._show_home(heard, home(*cards, charts=False))

    async def open(self, heard: Heard, view: Json) -> bool:
        """Open a modal by the trigger of what was pressed; False when it has expired."""
        return await self._show(
            heard,
            "views.open",
            lambda client: client.views_open(trigger_id=heard.trigger_id, view=view),
        )

    async def update(self, heard: Heard, view: Json) -> bool:
        """Show something else in the modal they are in; False when it is closed."""
        return await self._show(
            heard,
            "views.update",
            lambda client: client.views_update(view_id=heard.view, view=view),
        )

    async def _post(self, url: str, body: Json) -> bool:
        """Post to a ``response_url``; False unless Slack took it."""
        hook = AsyncWebhookClient(url, session=self._api.session, retry_handlers=[], logger=SDK_LOG)
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                answer = await hook.send_dict(body)
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            log.warning("slack.respond_failed", error=type(error).__name__)
            return False
        return bool(answer.status_code < 400)  # noqa: PLR2004  HTTP's own boundary

    async def _insist(self, heard: Heard, said: Json) -> BotError | None:
        """Post in the chat, again where Slack asks for a pause, but not for long.

        Returns why it was given up; None when Slack took it.
        """
        method, patience = "chat.postMessage", LATEST
        channel = heard.event.route or heard.event.address
        post = partial(AsyncWebClient.chat_postMessage, channel=channel, **said, **AS_WRITTEN)
        while True:
            try:
                await self._api.call(heard.event.tenant, method, post, within=ANSWER_WITHIN)
            except BotError as error:
                if isinstance(error, RateLimited) and error.retry_after <= patience:
                    patience -= error.retry_after
                    await self._sleep(error.retry_after)
                    continue
                log.warning("slack.answer_failed", method=method, error=type(error).__name__)
                return error
            return None

    async def _show_home(self, heard: Heard, view: Json) -> bool:
        user = heard.event.address
        return await self._show(
            heard,
            "views.publish",
            lambda client: client.views_publish(user_id=user, view=view),
        )

    async def _show(self, heard: Heard, method: str, call: Call) -> bool:
        """Show a view by a method of Slack's; False where it could not be."""
        tenant = heard.event.tenant
        try:
            await self._api.call(tenant, method, call, within=ANSWER_WITHIN)
        except BotError as error:
            name = type(error).__name__
            log.warning("slack.view_failed", tenant=tenant, method=method, error=name)
            return False
        return True

    def _is_hook(self, url: str) -> bool:
        """An address in a payload is followed only to where Slack's own lead."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        return f"{parts.scheme}://{parts.netloc}" == self._responses
