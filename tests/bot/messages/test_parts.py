"""A long card in parts: nothing lost, everything in order, and no part too long."""

from hypothesis import given
from hypothesis import strategies as st

from bot.messages.card import (
    Block,
    Bullets,
    Button,
    Card,
    Chart,
    Facts,
    Heading,
    Quote,
    Text,
)
from bot.messages.parts import PIECE, parts, split
from bot.messages.plain import plain

WORDS = st.text(alphabet="ab \né", max_size=3 * PIECE)
LINE = st.text(alphabet="ab ", min_size=1, max_size=60)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, WORDS),
    st.builds(Heading, LINE),
    st.builds(Quote, WORDS, LINE),
    st.builds(Facts, st.lists(st.tuples(LINE, LINE), min_size=1, max_size=30).map(tuple)),
    st.builds(Bullets, st.lists(LINE, min_size=1, max_size=30).map(tuple)),
    st.just(Chart("Meetings", ("Week 1", "Week 2"), (3.0, 4.5))),
)
CARDS = st.builds(
    Card,
    title=st.sampled_from(["", "A title"]),
    body=st.lists(BLOCKS, max_size=8).map(tuple),
    buttons=st.sampled_from([(), (Button("Yes", "a.b.c"), Button("No", "a.b.d"))]),
    next=st.sampled_from(["", "What happens next."]),
)
MOST = 900


def fits(card: Card) -> bool:
    """Take what is short as text; a quote has a sign more a line, and any number of lines."""
    return len(plain(card).replace("\n| ", "\n")) <= MOST


def contents(body: tuple[Block, ...]) -> list[object]:
    """What blocks hold, whatever block they hold it in; texts sign by sign."""
    found: list[object] = []
    for block in body:
        match block:
            case Text(text):
                found += text
            case Quote(text, author):
                found += [*text, *([author] if author else [])]
            case Facts(rows):
                found += rows
            case Bullets(items):
                found += items
            case whole:
                found.append(whole)
    return found


@given(CARDS)
def test_nothing_is_lost_or_moved_and_every_part_fits(card: Card) -> None:
    found = parts(card, fits)

    together = tuple(block for part in found for block in part.body)
    assert contents(together) == contents(card.body)
    assert all(map(fits, found))
    assert [part.buttons for part in found if part.buttons] == (
        [card.buttons] if card.buttons else []
    )
    assert (found[-1].buttons, found[-1].next) == (card.buttons, card.next)


def test_what_fits_stays_one_card() -> None:
    card = Card(title="A title", body=(Text("Hello"),))

    assert parts(card, fits) == [card]


def test_titles_are_numbered_and_parts_are_full() -> None:
    bullets = tuple(f"line {number:03}" for number in range(200))
    card = Card(title="The list", body=(Bullets(bullets),), buttons=(Button("Yes", "a.b.c"),))

    found = parts(card, fits)

    assert [part.title for part in found] == [f"The list ({n}/3)" for n in (1, 2, 3)]
    assert [len(part.body) for part in found] == [1, 1, 1]
    fullest = len(plain(found[0]))
    assert MOST - len("• line 000\n") - len(" (99/99)") < fullest <= MOST


def test_a_heading_stays_with_what_it_names() -> None:
    body = (Bullets(("x" * 400, "y" * 400)), Heading("What follows"), Text("z" * 400))

    first, second = parts(Card(body=body), fits)

    assert first.body == body[:1]
    assert second.body == body[1:]


def test_what_fits_nowhere_is_left_to_the_platform() -> None:
    huge = Bullets(("x" * (MOST + 1),))

    assert [part.body for part in parts(Card(body=(huge, Text("end"))), fits)] == [
        (huge,),
        (Text("end"),),
    ]


@given(WORDS, st.integers(1, 50))
def test_a_text_is_split_without_loss(text: str, most: int) -> None:
    pieces = split(text, most)

    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= most


def test_a_text_is_split_after_a_word() -> None:
    assert split("one two three", 9) == ["one two ", "three"]
