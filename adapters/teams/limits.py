"""What Teams takes at most, and how long it is waited for; each number with its source."""

from datetime import timedelta

from bot.ports import Pace

PACE = Pace(per_second=40.0, burst=40.0)
"""Teams: 50 requests a second per app and tenant ("Optimize your bot with rate limiting")."""
CONVERSATION = ((7, 1.0), (8, 2.0), (60, 30.0), (1_800, 3_600.0))
"""Messages one bot may send to one conversation within so many seconds (same page)."""
CONVERSATIONS_KEPT = 10_000
"""Conversations whose latest sendings are remembered; beyond, the oldest are forgotten."""
CARD_BYTES = 25_000
"""Bytes of a card as JSON: Graph and webhooks take 28 KB, the connector more."""
ACTIONS = 6
"""Actions in one row; clients drop the ones beyond ("Adaptive Cards: best practices")."""
EXPANDED = 5
"""Options shown at once; more of them fold into a list, so that a phone shows the whole form."""
FILTERED = 15
"""Options from which on a list is searched by typing."""
RESULTS = 15
"""Results of one search by typing (Teams shows no more)."""
SUMMARY = 200
"""Characters of a notification; phones show about as many."""

BODY = 256 * 1024
"""Bytes of one inbound request; an activity of Teams is far below 100 KB."""
TEXT = 20_000
"""Characters of one typed text: more than the core takes, so that its own answer is seen."""
NAME = 500
"""Characters of an id, an action or a key; Teams' conversation ids come near 200."""
FIELDS = 100
"""Fields of one form."""
CHOSEN = 100
"""Options chosen in one field."""
TOKEN = 8_192
"""Characters of an Authorization header; a token of the Bot Framework has about 1,000."""
TOKENS = 1_000
"""Tokens whose signature need not be checked again; each is good for about an hour."""
ANSWER_BYTES = 1024 * 1024
"""Bytes of one answer to us; the longest are the published signing keys, some 40 KB."""

LEEWAY = timedelta(minutes=5)
"""Clock skew allowed when a token is checked (Bot Framework: "industry-standard 5 minutes")."""
KEYS_FRESH = timedelta(hours=24)
"""Age from which on the signing keys are fetched again (Bot Framework: daily)."""
KEYS_PAUSE = timedelta(minutes=5)
"""Least time between two fetches of the keys, whatever key ids strangers name."""
KEYS_RETRY = timedelta(seconds=10)
"""The same while no key is known at all, as after a start without network."""
TOKEN_EARLY = timedelta(minutes=5)
"""How long before its end our own token is renewed."""
TOKEN_RETRY = 30.0
"""Seconds for which nothing is sent when no token could be had."""
CONNECTIONS = 60
"""Connections to one host: 40 messages a second at more than a second each."""
CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 12.0
"""Seconds for a connection, and for a whole answer; a lease of the outbox is five times that."""
REPLY_WAIT = 3.0
"""Seconds an answer in the chat waits for a limit to pass; Teams gives the request 10 to 15."""
ANSWER_RETRY = 5.0
ANSWER_LATEST = 120.0
"""Seconds until an answer that got no answer itself is tried again, and for which any is tried."""
RETRY_AFTER = 5.0
"""Seconds of silence when Teams asks for some and does not say how many."""
LONGEST_RETRY_AFTER = 3_600.0
"""Seconds of silence kept at most: a header may hold anything."""
ANSWERS_LAST = timedelta(minutes=1)
"""How long an answer is given again to the same activity; Teams tries again within seconds."""
ANSWERS_KEPT = 2_000
"""Answers kept at most: a minute at thirty clicks a second."""
