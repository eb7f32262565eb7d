"""What is kept about somebody, and who can read it: the glass wall, seen from inside."""

from bot.conversation.flow import EVERYBODY, Chapter, Flow, Next, ask, finish
from bot.conversation.paging import taps
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.flows.mine.my_data import pages_of
from bot.messages.card import Block, Bullets, Card, Quote, Text
from bot.privacy import policy
from bot.privacy.columns import SEALED
from bot.privacy.policy import Reader

KEPT_FOR = {
    "answers": rhythm.KEEP_ANSWERS,
    "notes": rhythm.KEEP_NOTES,
    "messages": rhythm.KEEP_MESSAGES,
    "turns": rhythm.KEEP_TURNS,
    "trail": rhythm.KEEP_TRAIL,
}
"""How long what goes by itself is kept."""

flow = Flow("privacy", roles=EVERYBODY, chapter=Chapter.EVERYBODY)


@flow.command("who-sees", "qui-voit")
def who_sees(turn: Turn) -> Next:
    blocks: list[Block] = []
    for readers in dict.fromkeys(policy.READERS.values()):
        items = [item for item, who in policy.READERS.items() if who == readers]
        blocks.append(Text(turn.say(f"privacy-readers-{_name_of(readers)}")))
        blocks.append(Bullets(tuple(_said(turn, item) for item in items)))
    kept = {name: length.days for name, length in KEPT_FOR.items()}
    blocks.append(Text(turn.say("privacy-kept", **kept)))
    return finish(turn.card("privacy-who-sees", *blocks, commands=("my-data", "forget-me")))


@flow.command("my-data", "mes-données")
def my_data(turn: Turn) -> Next:
    return ask(data, "1")


@flow.step("data")
def data(turn: Turn) -> Card:
    """One page of everything; its subject is the number of the page."""
    pages = pages_of(turn)
    wanted = int(turn.subject) if turn.subject.isdecimal() else 1
    number = min(max(1, wanted), len(pages))
    more = str(number + 1) if number < len(pages) else ""
    earlier = str(number - 1) if number > 1 else ""
    return turn.card(
        "privacy-data",
        Quote(pages[number - 1]),
        taps=taps(turn, "privacy-data", more=more, earlier=earlier),
        commands=("who-sees", "forget-me"),
        number=number,
        count=len(pages),
    )


@data.on("more", "earlier")
def turn_the_page(turn: Turn) -> Next:
    return ask(data, turn.value if turn.value.isdecimal() else "1")


def _said(turn: Turn, item: str) -> str:
    said = turn.say(f"privacy-item-{item}")
    return turn.say("privacy-sealed", item=said) if item in SEALED else said


def _name_of(readers: frozenset[Reader]) -> str:
    return "-".join(reader.value for reader in Reader if reader in readers) or "nobody"
