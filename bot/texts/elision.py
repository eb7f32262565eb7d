"""Small French words before a name, which lose their vowel before another one."""

import re
import unicodedata

VOWEL = re.compile(r"[aeiou]|h|y(?![aeiouy])", re.IGNORECASE)
"""What a name begins with before which one elides: "d’Océane", "d’Hélène", "d’Yves", "de Yasmine".

In names an h is hardly ever aspirated; where it is, people elide or not as they please.
"""


def de(name: str) -> str:
    """Return « de » before a name: "de Marc", "d’Océane"."""
    return _before(name, "de")


def que(name: str) -> str:
    """Return « que » before a name: "que Marc", "qu’Aïssatou"."""
    return _before(name, "que")


def _before(name: str, word: str) -> str:
    plain = unicodedata.normalize("NFKD", name).replace("œ", "oe").replace("Œ", "Oe")
    return f"{word[:-1]}’{name}" if VOWEL.match(plain) else f"{word} {name}"
