"""Keys and how they seal: a key for each owner of values, wrapped by the installation's own.

An owner is a person, or the organisation for what is nobody's alone. Their key is kept beside the
rows (storage.tables.keys) and opens with the installation's key only; once it is destroyed, what it
sealed is noise in every copy of the database whose installation's key is gone, too.
"""

import json
from base64 import b64decode, b64encode, urlsafe_b64decode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from os import urandom
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import BotError

Cipher = AESGCM
"""What seals with one key."""
BITS = 256
NONCE = 12
"""Bytes drawn anew for each value: two equal answers never look equal."""
BLOCK = 32
"""Lengths are rounded up to it: they would tell a yes from a no."""
MARK = "s1"
"""How every sealed value begins: the form of what follows."""


class NoKey(BotError):
    """PASSERELLE_SECRET_KEY is missing: make a key with `passerelle key`, and keep it."""


class LostKey(BotError):
    """What is sealed with a key that is not in PASSERELLE_SECRET_KEY cannot be read."""


class Tampered(BotError):
    """A sealed value was changed or moved outside the program; restore it from a backup."""


class Wrapped(NamedTuple):
    """The key of an owner as it is kept; ``under`` is the fingerprint of what wraps it."""

    under: str
    wrapped: str


class Keys:
    """The installation's keys, as `passerelle key` makes them: the first wraps, any unwraps."""

    def __init__(self, keys: Sequence[str] = ()) -> None:
        self._ciphers: dict[str, Cipher] = {}
        for key in keys:
            derived = _derived(urlsafe_b64decode(key))
            self._ciphers[sha256(derived).hexdigest()[:12]] = AESGCM(derived)

    @property
    def newest(self) -> str:
        """The fingerprint of the key that wraps; raises NoKey."""
        self.check()
        return next(iter(self._ciphers))

    def check(self) -> None:
        """Raise NoKey if nothing can be sealed."""
        if not self._ciphers:
            raise NoKey

    def __contains__(self, under: str) -> bool:
        return under in self._ciphers

    def wrap(self, key: bytes, owner: str) -> Wrapped:
        """Wrap the key of an owner; raises NoKey."""
        under = self.newest
        return Wrapped(under, _encrypted(self._ciphers[under], key, owner))

    def unwrap(self, kept: Wrapped, owner: str) -> bytes:
        """Return the key of an owner; raises LostKey."""
        if kept.under not in self._ciphers:
            raise LostKey
        return _decrypted(self._ciphers[kept.under], kept.wrapped, owner)


@cache
def own_keys() -> Keys:
    """Return a key of this process's own, for databases that end with it."""
    return Keys([b64encode(urandom(BITS // 8), b"-_").decode()])


def new_key() -> bytes:
    """Make the key of an owner."""
    return AESGCM.generate_key(BITS)


def sealed(cipher: Cipher, owner: str, place: str, value: Any) -> str:
    """Return what JSON can say, sealed for one place, such as a column, with its owner's name."""
    text = json.dumps(value, ensure_ascii=False).encode()
    # Spaces after a text are nothing to JSON.
    padded = text.ljust(-(-len(text) // BLOCK) * BLOCK)
    return f"{MARK}:{owner}:{_encrypted(cipher, padded, place)}"


def owner_of(value: str) -> str:
    """Return whose key sealed a value."""
    return value[len(MARK) + 1 :].rpartition(":")[0]


def opened(cipher: Cipher, place: str, value: str) -> Any:
    """Return what was sealed for a place; raises Tampered."""
    return json.loads(_decrypted(cipher, value.rpartition(":")[2], place))


def _derived(secret: bytes) -> bytes:
    """Tokens of platforms are sealed with the secret itself (adapters.sealing), keys with this."""
    info = b"passerelle: keys of owners"
    return HKDF(algorithm=SHA256(), length=BITS // 8, salt=None, info=info).derive(secret)


def _encrypted(cipher: Cipher, text: bytes, meant_for: str) -> str:
    nonce = urandom(NONCE)
    return b64encode(nonce + cipher.encrypt(nonce, text, meant_for.encode())).decode()


def _decrypted(cipher: Cipher, text: str, meant_for: str) -> bytes:
    whole = b64decode(text)
    try:
        return cipher.decrypt(whole[:NONCE], whole[NONCE:], meant_for.encode())
    except InvalidTag as error:
        raise Tampered from error
