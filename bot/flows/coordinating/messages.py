"""Every message of the programme as people will read it, before anybody does."""

from dataclasses import replace

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Next, ask
from bot.conversation.paging import place_asked, taps
from bot.conversation.prompt import Audience, Prompt
from bot.conversation.turn import Turn
from bot.flows.coordinating.beforehand import BY_PROMPT, Seen, read
from bot.flows.coordinating.cycles import open_cycle
from bot.messages.card import Block, Card, Facts, Heading, Quote
from bot.messages.plain import plain
from bot.services import sample
from bot.texts import LANGUAGES

flow = Flow("messages", roles=COORDINATORS, chapter=Chapter.COORDINATORS)

OF_A_PAIR = frozenset({Audience.EACH, Audience.ASKED, Audience.PARTNER})
"""Of whom it is worth saying which of the two reads it here."""


@flow.command("preview", "aperçu")
def preview(turn: Turn) -> Next:
    open_cycle(turn)
    return ask(message, "0")


@flow.step("message")
def message(turn: Turn) -> Card:
    """One message in both languages; its subject is how many come before it."""
    open_cycle(turn)
    every = every_message(turn)
    place = min(int(turn.subject or "0"), len(every) - 1)
    prompt, seen = every[place]
    blocks: list[Block] = [Facts(_said_of(turn, prompt, seen))]
    for language in LANGUAGES:
        text = _quoted(_read(turn, prompt, seen, language))
        blocks += [Heading(turn.say(f"messages-in.{language}")), Quote(text)]
    following = place + 1
    pages = taps(
        turn,
        "messages-page",
        previous=str(place - 1) if place else "",
        following=str(following) if following < len(every) else "",
    )
    return turn.card(
        "messages-message",
        *blocks,
        taps=pages,
        commands=("invite",),
        number=following,
        count=len(every),
    )


@message.on("previous", "following")
def turn_page(turn: Turn) -> Next:
    return ask(message, place_asked(turn))


def every_message(turn: Turn) -> list[tuple[Prompt, Seen]]:
    """Return what is shown of everything that is said unasked, in the order of a programme."""
    prompts = turn.registry.prompts.values()
    return [(prompt, seen) for prompt in prompts for seen in BY_PROMPT.get(prompt.name, ())]


def _said_of(turn: Turn, prompt: Prompt, seen: Seen) -> tuple[tuple[str, str], ...]:
    """Say what a message is and to whom it goes, in the words of the timetable."""
    to = turn.say(f"timetable-to.{prompt.to}")
    side = turn.say(f"messages-side.{seen.reader}") if prompt.to in OF_A_PAIR else ""
    return (
        (turn.say("timetable-column.what"), turn.say(f"timetable-{prompt.name}")),
        (turn.say("timetable-column.to"), f"{to} ({side})" if side else to),
    )


def _read(turn: Turn, prompt: Prompt, seen: Seen, language: str) -> Card:
    """Return a message as it reads in a language."""
    reader = replace(turn.person, language=language)
    theirs = turn.seen_by(reader)
    return sample.of_a_pair(
        turn.work,
        turn.now,
        open_cycle(turn),
        reader,
        ask=lambda made: read(theirs, made, prompt, seen),
    )


def _quoted(card: Card) -> str:
    """Return a card in words; a list in a quotation has dashes, as bullets are the card's own."""
    return plain(card).replace("• ", "– ")
