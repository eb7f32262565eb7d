"""Counts as coordinators read them: bands, so that what they hide cannot be worked out.

What they read by name anyway stays a number: who was asked, who takes part, which pairs are under
review and whom a run left. All else is said by these.
"""

from bot.conversation.turn import Turn
from bot.domain.digest import ShortTopic
from bot.privacy.figures import K, band, ends_of


def said_count(turn: Turn, count: int) -> str:
    """Return a count in words, as far as it may be shown."""
    return said_band(turn, band(count))


def said_band(turn: Turn, shown: str) -> str:
    """Return a banded count in words."""
    least, most = ends_of(shown)
    name = "more" if least >= K else shown
    return turn.say("volunteers-band", band=name, few=K, least=least, most=most)


def said_supply(turn: Turn, topic: ShortTopic) -> str:
    """Return in words how many want a topic and how many offer it."""
    sides = {"wanted": said_band(turn, topic.wanted), "offered": said_band(turn, topic.offered)}
    return turn.say("volunteers-supply", **sides)


def said_share(turn: Turn, percent: int) -> str:
    """Return a share in words."""
    return turn.say("digest-about", value=percent)
