"""The app's two icons, drawn here: a footbridge, in colour and as a white outline."""

import math
import struct
import zlib
from collections.abc import Callable
from functools import cache

Colour = tuple[int, int, int]
Shape = Callable[[float, float], bool]
"""Whether a point belongs to a figure; both coordinates run from 0 to 1, y downwards."""

GROUND: Colour = (0x1F, 0x4E, 0x5F)
WHITE: Colour = (0xFF, 0xFF, 0xFF)
ACCENT = "#1F4E5F"
SAMPLES = 3
"""Points looked at along each side of a pixel, so that edges are smooth."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"
POSTS = (0.16, 0.39, 0.61, 0.84)
THICK = 0.035
HALF = 0.42


@cache
def colour_icon() -> bytes:
    """Return the icon in colour: 192 by 192 pixels, opaque, as Teams asks for it."""
    return png(192, lambda x, y: _mixed(GROUND, WHITE, _covered(_bridge, 192, x, y)))


@cache
def outline_icon() -> bytes:
    """Return the outline: 32 by 32 pixels, white on transparent."""
    return png(32, lambda x, y: (*WHITE, round(255 * _covered(_bridge, 32, x, y))))


def png(side: int, pixel: Callable[[int, int], tuple[int, int, int, int]]) -> bytes:
    """Return a square picture as PNG, eight bits for each of red, green, blue and opacity."""
    rows = (
        b"\0" + b"".join(bytes(pixel(x, y)) for x in range(side))  # 0: stored as it is
        for y in range(side)
    )
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _bridge(x: float, y: float) -> bool:
    """A deck that rises to its middle, a handrail above it, and posts between the two."""
    rise = 0.16 * math.sin(math.pi * x)
    deck, rail = 0.74 - rise, 0.50 - rise
    if abs(x - 0.5) > HALF:
        return False
    on_post = any(abs(x - post) < THICK for post in POSTS) and rail <= y <= deck
    return on_post or abs(y - deck) < 1.6 * THICK or abs(y - rail) < THICK


def _covered(shape: Shape, side: int, x: int, y: int) -> float:
    """Return how much of a pixel a figure covers, from 0 to 1."""
    steps = [(step + 0.5) / SAMPLES for step in range(SAMPLES)]
    inside = sum(shape((x + dx) / side, (y + dy) / side) for dx in steps for dy in steps)
    return inside / SAMPLES**2


def _mixed(below: Colour, above: Colour, part: float) -> tuple[int, int, int, int]:
    red, green, blue = (round(b + (a - b) * part) for b, a in zip(below, above, strict=True))
    return red, green, blue, 255
