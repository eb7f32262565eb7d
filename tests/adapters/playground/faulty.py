"""The playground on a bad day: what befalls each sending is scripted."""

from collections.abc import Iterable
from dataclasses import dataclass

from adapters.playground.send import PlaygroundPlatform
from bot.errors import BotError
from bot.messages.card import Card
from bot.ports import Clock, Recipient


@dataclass(frozen=True)
class Fault:
    """An error to raise instead of answering; ``taken`` when the message is shown all the same."""

    error: BotError
    taken: bool = False


class FaultyPlayground(PlaygroundPlatform):
    """``faults`` yields what befalls each sending in turn; None is nothing."""

    def __init__(self, clock: Clock, faults: Iterable[Fault | None]) -> None:
        super().__init__(clock)
        self._faults = iter(faults)

    async def send(self, to: Recipient, card: Card, *, key: str) -> str:
        fault = next(self._faults, None)
        if fault is not None and not fault.taken:
            raise fault.error
        remote_id = await super().send(to, card, key=key)
        if fault is not None:
            raise fault.error
        return remote_id
