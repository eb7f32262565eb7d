"""Words as they are compared: without case, accents or the signs around them."""

import unicodedata


def folded(text: str) -> str:
    """Return a text without case, accents, curly apostrophes or space around it."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace("\u2019", "'").replace("\u00a0", " "))
        text = "".join(c for c in text if not unicodedata.combining(c))
    return text.casefold().strip(" .!?")
