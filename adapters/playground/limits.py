"""What the playground takes at most; ours to choose, kept in the range of the real platforms."""

from datetime import timedelta

from bot.ports import Pace

PACE = Pace(per_second=500.0, burst=1000.0)
"""Far above what a person can read: the playground must not be what makes a rehearsal slow."""
TEXT = 20_000
"""Characters of one text: more than a conversation takes, so that its own polite answer is seen."""
NAME = 200
"""Characters of an address, an action name, an id or a key."""
FIELDS = 100
"""Fields of one form (Slack: 100 blocks in a modal)."""
CHOSEN = 100
"""Options chosen in one field (Slack: 100 options in a menu)."""
BODY = 256 * 1024
"""Bytes of one request."""
BACKLOG = 10_000
"""Changes an open page may lag behind; beyond that it is cut off and starts anew."""
HEARTBEAT = 20.0
"""Seconds of silence after which a live stream says that it is still there."""
SEARCH = timedelta(weeks=8)
"""How far ahead the move "to the next prompt" looks for a message."""
DELIVERIES = 100
"""Newest deliveries shown in the page's outbox."""
DIGESTS = 5
"""Newest digests shown in the page."""
