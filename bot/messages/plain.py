"""Any card as plain text: notifications, screen readers, transcripts, and every fallback."""

from bot.messages.card import Block, Bullets, Card, Chart, Facts, Heading, Quote, Text


def block_lines(block: Block) -> list[str]:
    """Return one block as lines."""
    match block:
        case Text(text) | Heading(text):
            return [text]
        case Quote(text, author):
            return [f"| {line}" for line in text.splitlines()] + (
                [f"| – {author}"] if author else []
            )
        case Facts(rows):
            return [f"{label}\u00a0: {value}" for label, value in rows]
        case Bullets(items):
            return [f"• {item}" for item in items]
        case Chart(title, labels, values):
            pairs = zip(labels, values, strict=True)
            return [title, *(f"  {label}\u00a0: {value:g}" for label, value in pairs)]


def plain(card: Card) -> str:
    """Return a card as text; buttons are numbered, since their numbers can be typed."""
    lines = [card.title] if card.title else []
    for block in card.body:
        lines += block_lines(block)
    lines += [f"[{number}] {button.label}" for number, button in enumerate(card.buttons, 1)]
    if card.next:
        lines.append(card.next)
    return "\n".join(lines)
