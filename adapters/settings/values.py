"""How a setting that holds several values is written."""


def split(value: str) -> list[str]:
    """Return the values between commas, without the space around them."""
    return [part.strip() for part in value.split(",") if part.strip()]
