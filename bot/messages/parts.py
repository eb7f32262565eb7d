"""A card too long for one message, as several: nothing is lost, and the last has the buttons."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby

from bot.messages.card import Block, Bullets, Card, Chart, Facts, Heading, Quote, Text

PIECE = 500
"""Characters of the pieces that a long text is taken apart into."""

Fits = Callable[[Card], bool]
"""Whether a platform takes a card as one message."""
Piece = tuple[int, Block]
"""A piece of a card's body, after the number of the block it is of."""


def parts(card: Card, fits: Fits) -> list[Card]:
    """Return a card, or what it says in as few cards as fit, in order.

    Titles are numbered then ("Title (2/3)"). A row, a bullet, a chart or buttons that fit nowhere
    make a card all the same, for the platform to refuse.
    """
    if fits(card):
        return [card]
    title = f"{card.title} (99/99)" if card.title else ""  # the longest that a part may get

    def together(pieces: Sequence[Piece]) -> bool:
        return fits(Card(title=title, body=_joined(pieces)))

    rest = [(number, piece) for number, block in enumerate(card.body) for piece in _taken(block)]
    found = []
    while rest and not fits(replace(card, title=title, body=_joined(rest))):
        most = _most(rest, together)
        found.append(Card(body=_joined(rest[:most])))
        rest = rest[most:]
    found.append(replace(card, body=_joined(rest)))
    return [_titled(card.title, part, f"{n}/{len(found)}") for n, part in enumerate(found, 1)]


def split(text: str, most: int) -> list[str]:
    """Split a text into pieces of so many characters at most; joined they are the text.

    Each ends after a line, where there is any, or else after a word.
    """
    found = []
    while len(text) > most:
        end = text.rfind("\n", 1, most) + 1 or text.rfind(" ", 1, most) + 1 or most
        found.append(text[:end])
        text = text[end:]
    return [*found, text]


def _titled(title: str, part: Card, number: str) -> Card:
    return replace(part, title=f"{title} ({number})") if title else part


def _most(pieces: Sequence[Piece], fit: Callable[[Sequence[Piece]], bool]) -> int:
    """Return how many of the first pieces fit together, at least one; found by halving."""
    most, too_many = 1, len(pieces) + 1
    while too_many - most > 1:
        middle = (most + too_many) // 2
        most, too_many = (middle, too_many) if fit(pieces[:middle]) else (most, middle)
    while most > 1 and isinstance(pieces[most - 1][1], Heading):
        most -= 1  # it names what follows
    return most


def _taken(block: Block) -> Iterator[Block]:
    """Take a block apart; joined again, the pieces are the block."""
    match block:
        case Text(text):
            yield from map(Text, split(text, PIECE))
        case Quote(text, author):
            *before, last = split(text, PIECE)
            yield from map(Quote, before)
            yield Quote(last, author)
        case Facts(rows):
            yield from (Facts((row,)) for row in rows)
        case Bullets(items):
            yield from (Bullets((item,)) for item in items)
        case Heading() | Chart():
            yield block


def _joined(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    groups = groupby(pieces, key=lambda piece: piece[0])
    return tuple(_one([piece for _, piece in group]) for _, group in groups)


def _one(pieces: Sequence[Block]) -> Block:
    """Join neighbouring pieces of one block."""
    match pieces[-1]:
        case Text():
            return Text("".join(each.text for each in pieces if isinstance(each, Text)))
        case Quote(author=author):
            said = "".join(each.text for each in pieces if isinstance(each, Quote))
            return Quote(said, author)
        case Facts():
            rows = (each.rows for each in pieces if isinstance(each, Facts))
            return Facts(tuple(chain.from_iterable(rows)))
        case Bullets():
            items = (each.items for each in pieces if isinstance(each, Bullets))
            return Bullets(tuple(chain.from_iterable(items)))
        case whole:
            return whole
