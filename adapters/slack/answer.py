"""Showing the core's answer where somebody acted: in the response, a modal, the chat or the Home.

A form is a modal. The card that answers it takes the place of the message whose button opened it;
where that is past or there is none, the modal itself shows it.
"""

from collections.abc import Mapping

from adapters.slack.faults import faults
from adapters.slack.forms import modal
from adapters.slack.heard import Heard, Surface
from adapters.slack.posting import Posting
from adapters.slack.render import Json, card_modal, has_chart, message, messages
from bot import texts
from bot.conversation.events import Reply, Submitted
from bot.messages.card import Card, note


class Answers:
    """Shows replies; whatever cannot be shown was kept all the same, and is asked for again."""

    def __init__(self, posting: Posting) -> None:
        self._posting = posting

    async def give(self, heard: Heard, reply: Reply) -> Json:
        """Show a reply and return the body of the response; empty where Slack wants none."""
        match heard.surface:
            case Surface.FORM:
                return await self._after_form(heard, reply)
            case Surface.HOME:
                await self._posting.publish(heard, reply.cards)
            case _ if reply.form is not None:
                return await self._open(heard, modal(reply.form, **_context(heard, reply)), reply)
            case Surface.COMMAND if reply.cards:
                return await self._after_command(heard, reply.cards)
            case Surface.CHAT if reply.cards:
                await self._posting.say(heard, reply.cards)
            case Surface.MESSAGE if reply.cards:
                replace = reply.replace and not heard.is_shared
                await self._posting.respond(heard, reply.cards, replace=replace)
            case Surface.HOME_BUTTON | Surface.WINDOW if reply.cards:
                view, beyond = _window(heard, reply)
                body = await self._open(heard, view, reply)  # its trigger lives for three seconds
                await self._posting.say(heard, beyond)
                return body
        return {}

    async def busy(self, heard: Heard) -> Json:
        """Say that nothing was kept; a form stays open with what was typed."""
        said = "\n".join(texts.say(language, "slack-busy") for language in texts.LANGUAGES)
        match heard:
            case Heard(surface=Surface.FORM, event=Submitted(values=values)) if values:
                return _errors(heard, {next(iter(values)): said})
            case Heard(surface=Surface.COMMAND):
                return _whispered(message(note(said)))
            case Heard(surface=Surface.MESSAGE):
                await self._posting.respond(heard, (note(said),), replace=False)
        return {}

    async def _after_command(self, heard: Heard, cards: tuple[Card, ...]) -> Json:
        """Answer in the response, which holds one message; several go another way.

        So does a chart, since there its refusal is seen.
        """
        first, *others = messages(*cards)
        said = message(*first)
        if others or has_chart(said):
            if await self._posting.respond(heard, cards, replace=False):
                return {}
            if others:
                await self._posting.say(heard, cards)
                return {}
            said = message(*first, charts=False)
        return _whispered(said)

    async def _after_form(self, heard: Heard, reply: Reply) -> Json:
        if reply.faults:
            return _errors(heard, reply.faults)
        if reply.form is not None:
            view = modal(reply.form, **_context(heard, reply))
            return {"response_action": "update", "view": view}
        if heard.response_url and await self._posting.respond(heard, reply.cards, replace=True):
            return {"response_action": "clear"}
        view, beyond = _window(heard, reply)
        await self._posting.say(heard, beyond)
        return {"response_action": "update", "view": view}

    async def _open(self, heard: Heard, view: Json, reply: Reply) -> Json:
        """Open a modal, or show it in the place of the one they are in."""
        if heard.surface is Surface.WINDOW:
            is_shown = await self._posting.update(heard, view)
        elif heard.trigger_id:
            is_shown = await self._posting.open(heard, view)
        else:  # a line in the chat opens no window; whatever it asks can be typed
            pointer = note(texts.say(_language(reply), "slack-no-window"))
            await self._posting.say(heard, (pointer,))
            is_shown = True
        return {} if is_shown else await self._late(heard, reply)

    async def _late(self, heard: Heard, reply: Reply) -> Json:
        card = note(texts.say(_language(reply), "slack-late"))
        if heard.surface is Surface.COMMAND:
            return _whispered(message(card))
        if heard.surface is Surface.MESSAGE:
            await self._posting.respond(heard, (card,), replace=False)
        return {}


def _whispered(said: Json) -> Json:
    """A message in the response to a command, for nobody else to see."""
    return {"response_type": "ephemeral", **said, "mrkdwn": False}


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
