"""What counts as a meeting held, and which one people mean when they say they met.

Held = at least one side says yes and the other does not say no (PRODUCT.md, 5.3).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.pairing import Meeting, MeetingState

OPEN = frozenset({MeetingState.PROPOSED, MeetingState.AGREED})
SPEAKABLE = OPEN | {MeetingState.HELD, MeetingState.MISSED}
A_WEEK = timedelta(weeks=1)
"""A meeting nobody spoke of for so long was missed; a "no" looks back as far."""
MEMORY = timedelta(weeks=2)
"""How far back a "yes" may mean a meeting: the check-in of one week may have gone unanswered."""


def upcoming(meetings: Sequence[Meeting], now: datetime) -> Meeting | None:
    """Return the next meeting that is still meant to happen."""
    ahead = [meeting for meeting in meetings if meeting.state in OPEN and meeting.starts_at > now]
    return min(ahead, key=lambda meeting: meeting.starts_at, default=None)


def latest(meetings: Sequence[Meeting], now: datetime) -> Meeting | None:
    """Return the last meeting whose time has come and that was not called off."""
    past = [m for m in meetings if m.state in SPEAKABLE and m.starts_at <= now]
    return max(past, key=lambda meeting: meeting.starts_at, default=None)


def say_yes(meetings: Sequence[Meeting], now: datetime) -> Meeting | None:
    """Take one side's "we met": mark what it means as held, and return it.

    It means the last meeting whose time has come; when there is none of late, the next one: they
    met early. None when nothing planned is meant. A meeting the other side denied this week stays
    as it is, and is returned, so that the caller sees the two do not agree.
    """
    last = latest(meetings, now)
    if last is not None and last.starts_at > now - MEMORY:
        if not last.denied:
            _hold(last)
            return last
        if last.starts_at > now - A_WEEK:
            return last
    early = [m for m in meetings if m.state is MeetingState.HELD and m.starts_at > now]
    meant = early[0] if early else upcoming(meetings, now)
    if meant is not None:
        _hold(meant)
    return meant


def say_no(meetings: Sequence[Meeting], now: datetime) -> Meeting | None:
    """Take one side's "we did not meet": a meeting agreed for the week past was not held.

    Return it, or None when nothing was planned for that week.
    """
    last = latest(meetings, now)
    if last is None or last.starts_at <= now - A_WEEK or last.state is MeetingState.PROPOSED:
        return None
    last.state, last.denied, last.due_at = MeetingState.MISSED, True, None
    return last


def forget_old(meetings: Sequence[Meeting], now: datetime) -> None:
    """Let meetings nobody spoke of for a week count as missed."""
    for meeting in meetings:
        if meeting.state in OPEN and meeting.starts_at <= now - A_WEEK:
            meeting.state, meeting.due_at = MeetingState.MISSED, None


def _hold(meeting: Meeting) -> None:
    meeting.state, meeting.due_at = MeetingState.HELD, None
