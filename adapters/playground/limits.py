"""What the playground takes at most; ours to choose, kept in the range of the real platforms."""

from bot.ports import Pace

PACE = Pace(per_second=500.0, burst=1000.0)
"""Far above what a person can read: the playground must not be what makes a rehearsal slow."""
TEXT = 3000
"""Characters of one typed line or field (Slack: 3,000 in a plain-text input)."""
NAME = 200
"""Characters of an address, an action name, an id or a key."""
FIELDS = 100
"""Fields of one form (Slack: 100 blocks in a modal)."""
CHOSEN = 100
"""Options chosen in one field (Slack: 100 options in a menu)."""
BODY = 256 * 1024
"""Bytes of one request."""
CHANGES = 10_000
"""Changes an open page may lag behind; beyond that it is cut off and reloads."""
