"""Seals what only this installation may read, such as the tokens of a workspace."""

import json
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.errors import BotError


class Unsealable(BotError):
    """A secret was sealed with another key: add that key to PASSERELLE_SECRET_KEY, or reinstall."""


class WrongKey(BotError):
    """PASSERELLE_SECRET_KEY is no key: make one with `passerelle key`."""


class Sealer:
    """Seals with the first key and unseals with any, so that keys can be changed without a stop."""

    def __init__(self, keys: Sequence[str]) -> None:
        try:
            self._keys = MultiFernet([Fernet(key) for key in keys])
        except ValueError as error:
            raise WrongKey from error

    def seal(self, text: str, *, purpose: str) -> str:
        """Return the ciphertext of a text, good for one purpose only."""
        return self._keys.encrypt(json.dumps([purpose, text]).encode()).decode()

    def unseal(self, sealed: str, *, purpose: str) -> str:
        """Return a sealed text; raises Unsealable for another key, purpose, or a changed text.

        A row that was moved to another name is refused so: its purpose is another.
        """
        try:
            meant, text = json.loads(self._keys.decrypt(sealed.encode()))
        except InvalidToken as error:
            raise Unsealable from error
        if meant != purpose:
            raise Unsealable
        return str(text)

    def anew(self, sealed: str) -> str:
        """Seal with the first key what any of them sealed; raises Unsealable."""
        try:
            return self._keys.rotate(sealed).decode()
        except InvalidToken as error:
            raise Unsealable from error


def new_key() -> str:
    """Return a fresh key."""
    return Fernet.generate_key().decode()
