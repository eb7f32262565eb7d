"""What Slack takes at most, in one table; each number with where it was read.

Sources: [docs] docs.slack.dev reference pages; [sdk] slack_sdk.models 3.48; [types] @slack/types
3.2; [seen] reported by several users of the API and kept as a margin, though undocumented.
"""

from datetime import timedelta

from bot.ports import Pace

# Messages and views.
MESSAGE_BLOCKS = 50
"""Blocks of a message [docs]."""
VIEW_BLOCKS = 100
"""Blocks of a modal or a Home tab [docs]."""
MESSAGE_TEXT = 4_000
"""Characters of the top-level text that are surely shown [docs]; cut by Slack above 40,000."""
ALL_TEXT = 13_000
"""Characters over all blocks of one message; above about 13,200 they are refused [seen].

What a view takes is not known, so that it gets no more.
"""
VIEW_TITLE = 24
"""Characters of a modal's title, submit and close [docs]."""
PRIVATE_METADATA = 3_000
"""Characters a view carries for us [docs]."""
CALLBACK_ID = 255
EXTERNAL_ID = 255
BLOCK_ID = 255
ACTION_ID = 255
"""Characters of the names of views, blocks and elements [docs]."""

# Texts.
TEXT = 3_000
"""Characters of a text object, and of a section's text [docs]."""
FIELDS = 10
FIELD = 2_000
"""Fields of a section, and characters of each [docs]."""
HEADER = 150
"""Characters of a header, which is plain text only [docs]."""
CONTEXT_ELEMENTS = 10
"""Elements of a context block [docs]."""
MARKDOWN = 12_000
"""Characters over all markdown blocks of one message [docs]."""

# Elements.
ACTIONS = 25
"""Elements of an actions block [docs]."""
BUTTON = 75
BUTTON_VALUE = 2_000
URL = 3_000
ACCESSIBILITY_LABEL = 75
"""Characters of a button's label, value, address and spoken label [sdk]."""
OPTIONS = 100
OPTION_GROUPS = 100
"""Options of a menu or of one of its groups, and groups of a menu [docs]."""
OPTION = 75
OPTION_VALUE = 150
OPTION_DESCRIPTION = 75
"""Characters of an option's label, value and description [sdk]."""
OVERFLOW = 5
"""Options of an overflow menu [sdk]."""
CHECKS = 10
"""Options of radio buttons or checkboxes [docs]."""
PLACEHOLDER = 150
LABEL = 2_000
"""Characters of an input's label and of its hint [sdk]."""
INPUT = 3_000
"""Greatest ``max_length`` of a plain-text input [docs]."""
CONFIRM_TITLE = 100
CONFIRM_TEXT = 300
CONFIRM_BUTTON = 30
"""Characters of a confirmation's parts [docs]."""
ALT_TEXT = 2_000
IMAGE_URL = 2_000
"""Characters of an image's description [sdk] and address [types], the lower of two figures."""

# Tables and charts.
TABLE_ROWS = 100
TABLE_COLUMNS = 20
"""Rows of a table and cells of a row; one table a message [docs]."""
CHARTS = 2
"""Charts of one message; none in a modal [docs]."""
CHART_TITLE = 50
AXIS_LABEL = 50
CHART_LABEL = 20
"""Characters of a chart's title, axis titles, and series, category or segment labels [docs]."""
SERIES = 6
SEGMENTS = 6
"""Series of a chart or segments of a pie [docs]."""
CATEGORIES = 20
"""Categories on a chart's axis, and points of each series [docs]."""

# The Web API.
PACE = Pace(per_second=4.0, burst=8.0)
"""Messages to a whole workspace: below the "several hundred a minute" of its ceiling [docs]."""
PAGE = 200
"""Members asked for in one page; 1,000 are allowed, 200 advised [docs]."""
PROFILES = 50
"""Profiles kept together; above 100 a minute ``users.profile.get`` asks to rest [docs]."""
METADATA_TYPE = "passerelle_delivery"
"""The type of the metadata that carries a delivery's key; other apps can read it: only a hash."""

# Requests to us.
BODY = 1024 * 1024
"""Bytes of one request; Slack's own are a few kilobytes."""
READ_WITHIN = 10.0
"""Seconds for a body to arrive; Slack gives up on its answer after three."""
WINDOW = timedelta(minutes=5)
"""How far a signature's time may lie from ours, either way [docs]."""
