"""Showing the core's answer where somebody acted: in the response, a modal, the chat or the Home.

A form is a modal. The card that answers it takes the place of the message whose button opened it;
where that is past or there is none, the modal itself shows it.
"""

import asyncio
from collections.abc import Mapping
from functools import partial
from urllib.parse import urlsplit

import aiohttp
import structlog
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.serving.service import Sleep
from adapters.slack import limits
from adapters.slack.api import ANSWER_WITHIN, SDK_LOG, Api, Call
from adapters.slack.blocks import faults
from adapters.slack.errors import refuses_blocks
from adapters.slack.forms import modal
from adapters.slack.options import API_URL, SlackOptions
from adapters.slack.parse import Heard, Surface
from adapters.slack.render import Json, card_modal, has_chart, home, message, messages
from adapters.slack.send import AS_WRITTEN
from bot import texts
from bot.conversation.events import Reply, Submitted
from bot.errors import BotError, RateLimited
from bot.messages.card import Card, note

log = structlog.get_logger()

LATEST = 30.0
"""Seconds for which a line in the chat is answered late, while Slack asks us to slow down."""


class Answers:
    """Shows replies; whatever cannot be shown was kept all the same, and is asked for again."""

    def __init__(self, api: Api, options: SlackOptions, sleep: Sleep = asyncio.sleep) -> None:
        self._api = api
        self._sleep = sleep
        fake = options.api_url != API_URL
        self._hooks = (urlsplit(options.api_url).netloc if fake else limits.RESPONSE_HOST, fake)

    async def give(self, heard: Heard, reply: Reply) -> Json:
        """Show a reply and return the body of the response; empty where Slack wants none."""
        match heard.surface:
            case Surface.FORM:
                return await self._after_form(heard, reply)
            case Surface.HOME:
                await self._publish(heard, reply)
            case _ if reply.form is not None:
                return await self._open(heard, modal(reply.form, **_context(heard, reply)), reply)
            case Surface.COMMAND if reply.cards:
                return await self._after_command(heard, reply.cards)
            case Surface.CHAT if reply.cards:
                await self._say(heard, reply.cards)
            case Surface.MESSAGE if reply.cards:
                replace = reply.replace and not heard.is_shared
                await self._respond(heard, reply.cards, replace=replace)
            case Surface.HOME_BUTTON | Surface.WINDOW if reply.cards:
                view, beyond = _window(heard, reply)
                body = await self._open(heard, view, reply)  # its trigger lives for three seconds
                await self._say(heard, beyond)
                return body
        return {}

    async def busy(self, heard: Heard) -> Json:
        """Say that nothing was kept; a form stays open with what was typed."""
        said = "\n".join(texts.say(language, "slack-busy") for language in texts.LANGUAGES)
        match heard:
            case Heard(surface=Surface.FORM, event=Submitted(values=values)) if values:
                return _errors(heard, {next(iter(values)): said})
            case Heard(surface=Surface.COMMAND):
                return {"response_type": "ephemeral", **message(note(said)), "mrkdwn": False}
            case Heard(surface=Surface.MESSAGE):
                await self._respond(heard, (note(said),), replace=False)
        return {}

    async def _after_command(self, heard: Heard, cards: tuple[Card, ...]) -> Json:
        """Answer in the response, which holds one message; several go another way.

        So does a chart, since there its refusal is seen.
        """
        first, *others = messages(*cards)
        said = message(*first)
        if others or has_chart(said):
            if await self._respond(heard, cards, replace=False):
                return {}
            if others:
                await self._say(heard, cards)
                return {}
            said = message(*first, charts=False)
        return {"response_type": "ephemeral", **said, "mrkdwn": False}

    async def _after_form(self, heard: Heard, reply: Reply) -> Json:
        if reply.faults:
            return _errors(heard, reply.faults)
        if reply.form is not None:
            view = modal(reply.form, **_context(heard, reply))
            return {"response_action": "update", "view": view}
        if heard.response_url and await self._respond(heard, reply.cards, replace=True):
            return {"response_action": "clear"}
        view, beyond = _window(heard, reply)
        await self._say(heard, beyond)
        return {"response_action": "update", "view": view}

    async def _open(self, heard: Heard, view: Json, reply: Reply) -> Json:
        """Open a modal, or show it in the place of the one they are in."""
        tenant = heard.event.tenant
        try:
            if heard.surface is Surface.WINDOW:
                await self._api.call(
                    tenant,
                    "views.update",
                    lambda client: client.views_update(view_id=heard.view, view=view),
                    within=ANSWER_WITHIN,
                )
            elif heard.trigger_id:
                await self._api.call(
                    tenant,
                    "views.open",
                    lambda client: client.views_open(trigger_id=heard.trigger_id, view=view),
                    within=ANSWER_WITHIN,
                )
            else:  # a line in the chat opens no window; whatever it asks can be typed
                await self._say(heard, (note(texts.say(_language(reply), "slack-no-window")),))
        except BotError as error:
            log.warning("slack.view_failed", tenant=tenant, error=type(error).__name__)
            return await self._late(heard, reply)
        return {}

    async def _late(self, heard: Heard, reply: Reply) -> Json:
        card = note(texts.say(_language(reply), "slack-late"))
        if heard.surface is Surface.COMMAND:
            return {"response_type": "ephemeral", **message(card), "mrkdwn": False}
        if heard.surface is Surface.MESSAGE:
            await self._respond(heard, (card,), replace=False)
        return {}

    async def _respond(self, heard: Heard, cards: tuple[Card, ...], *, replace: bool) -> bool:
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

    async def _say(self, heard: Heard, cards: tuple[Card, ...]) -> None:
        """Answer in the chat with the person."""
        for group in messages(*cards):
            said = message(*group)
            error = await self._insist(heard, said)
            if has_chart(said) and refuses_blocks(error):
                await self._insist(heard, message(*group, charts=False))

    async def _publish(self, heard: Heard, reply: Reply) -> None:
        view = home(*reply.cards)
        if not await self._show_home(heard, view) and has_chart(view):
            await self._show_home(heard, home(*reply.cards, charts=False))

    async def _show_home(self, heard: Heard, view: Json) -> bool:
        user = heard.event.address
        return await self._try(
            heard,
            "views.publish",
            lambda client: client.views_publish(user_id=user, view=view),
        )

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

    async def _try(self, heard: Heard, method: str, call: Call) -> bool:
        try:
            await self._api.call(heard.event.tenant, method, call, within=ANSWER_WITHIN)
        except BotError as error:
            log.warning("slack.answer_failed", method=method, error=type(error).__name__)
            return False
        return True

    def _is_hook(self, url: str) -> bool:
        """An address in a payload is followed only to where Slack's own lead."""
        host, is_fake = self._hooks
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        return parts.netloc == host and (parts.scheme == "https" or is_fake)


def _errors(heard: Heard, faults: Mapping[str, str]) -> Json:
    """Faults beside their fields; Slack refuses them all when it does not know a field."""
    fields = list(heard.event.values) if isinstance(heard.event, Submitted) else []
    errors = {name if name in fields else fields[0]: fault for name, fault in faults.items()}
    return {"response_action": "errors", "errors": errors}


def _language(reply: Reply) -> str:
    """The person's language; that of the first catalogue for somebody nobody knows."""
    return reply.language or texts.LANGUAGES[0]


def _window(heard: Heard, reply: Reply) -> tuple[Json, tuple[Card, ...]]:
    """Return a modal of the cards, and those it cannot hold: it says that they are in the chat."""
    view = card_modal(*reply.cards, **_context(heard, reply))
    if not faults(view):
        return view, ()
    pointer = note(texts.say(_language(reply), "slack-in-chat"))
    return card_modal(pointer, **_context(heard, reply)), reply.cards


def _context(heard: Heard, reply: Reply) -> dict[str, str]:
    """Whose language a modal speaks, and where the answer to its form goes in the end.

    A command is no message that could be replaced, and one that others see is not ours to.
    """
    has_origin = heard.surface in {Surface.MESSAGE, Surface.WINDOW, Surface.FORM}
    origin = heard.response_url if has_origin and not heard.is_shared else ""
    return {"language": _language(reply), "origin": origin}
