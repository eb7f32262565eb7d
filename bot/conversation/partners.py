"""Which partner is meant, where somebody has several: one button for each, told apart."""

from collections.abc import Iterable

from bot.conversation.turn import Turn
from bot.domain.pairing import Pairing
from bot.messages.card import Card


def which_partner(
    turn: Turn, key: str, pairings: Iterable[Pairing], *, commands: tuple[str, ...] = ()
) -> Card:
    """Return the card that asks; its ``open`` taps carry the pairing."""
    taps = [turn.tap("open", turn.called(turn.partner(p)), value=p.id) for p in pairings]
    return turn.card(key, taps=taps, commands=commands)
