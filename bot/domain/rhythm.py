"""The rhythm of a programme: every number of it that a person can notice, with unit and reason.

Numbers of machines (leases, pauses between attempts, sizes of batches) stand where they are used,
and so do the sizes of texts and pages. How many people a figure needs is a rule of
bot.privacy.figures.
"""

from datetime import time, timedelta
from typing import NewType

WorkingDays = NewType("WorkingDays", int)
"""Days that are neither week-end nor holiday where a person works."""
Weeks = NewType("Weeks", int)
Minutes = NewType("Minutes", int)

WORKWEEK = range(5)
"""Monday to Friday; on other days nobody is written to, and no check-in can be set."""
OPENS, CLOSES = time(8, 30), time(17, 30)
"""Everybody's working hours, in their own zone: outside of them the bot is silent."""
PARTS_OF_DAY = {"am": (9, 10, 11), "noon": (12, 13), "pm": (14, 15, 16)}
"""Parts of a working day, and the local hours that begin in each: coarse enough to be answered."""
MESSAGES_PER_WEEK = 3
"""Proactive messages in a local ISO week: a question and its two reminders; more would be noise."""

USUAL_WEEKS = Weeks(12)
"""Of a programme: long enough for six meetings, short enough to be promised."""
USUAL_MEETINGS = 6
"""What independent programmes converge on: one every two weeks."""
USUAL_WEEKDAY, USUAL_AT = 3, time(10)
"""Of the check-in: on a Thursday the week can be told of, and the next one still be planned."""
WEEKS_TO_CHOOSE = range(4, 53)
"""Below a month nothing is learned; beyond a year nobody can promise to stay."""
MEETINGS_TO_CHOOSE = range(1, 27)
"""At most one every two weeks of the longest programme."""
HOURS_TO_CHOOSE = range(9, 17)
"""Of the check-in: whole hours that leave room for its spread before the day closes."""
USUAL_WAIT = timedelta(weeks=3)
"""From the invitation to an answer, unless the coordinator says otherwise."""
LONGEST_WAIT = timedelta(days=365)
"""For an answer: a day that is further away is a slip of the keyboard."""

MOST_MENTEES, MOST_MENTORS = 3, 2
"""Partners one person may have room for: each has meetings of its own."""

PROPOSAL_REMINDED = WorkingDays(3)
"""One reminder: after half a week it is no hurry yet, and two days are left to answer."""
PROPOSAL_LAPSES = WorkingDays(5)
"""A week to think, during which the other side waits as well."""

MEETING = Minutes(60)
"""The longest that programmes use; the agenda takes three quarters of it."""
SHORT_MEETING = Minutes(20)
"""Offered after two cancellations in a row: better short than not at all."""
FIRST_MEETING_WITHIN = WorkingDays(10)
"""How far ahead a date is looked for: two weeks, the distance of two meetings."""
MOVED_FORWARD = timedelta(weeks=1)
"""How much earlier a meeting may move: one of next month does not become one of this week."""
HOURS_TO_MEET = (10, 14, 9, 15, 11, 13, 16, 12, 8, 17)
"""Whole hours by how well they usually suit, lunch and the edges of the day last."""
DAYS_NEARBY = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, 6, 7, 8, 9)
"""Where to look when a date of a series is no good: days from it, the nearest first."""
BETWEEN_MEETINGS = timedelta(hours=1)
"""From one meeting of a person to the beginning of the next: nobody sits in two at once."""
PREPARED = WorkingDays(1)
"""Before a meeting its preparation comes: early enough to think, late enough to be remembered."""
MISSED_AFTER = timedelta(weeks=1)
"""A meeting nobody spoke of for so long was missed; a "no" looks back as far."""
NOON = time(12)
"""When a meeting counts as begun of which only the day is known."""
MEANT_WITHIN = timedelta(weeks=2)
"""How far back a "yes" may mean a meeting: the check-in of one week may have gone unanswered."""
ASKED_IN_VAIN = 2
"""Moments in a row that got no answer, after which the next one waits: more would be pressing."""
ASKED_AGAIN_AFTER = timedelta(weeks=1)
"""How long it waits: in a week somebody who was away is back, or a word in person was said."""
NEWS_WAITS = timedelta(minutes=15)
"""How long a new date may take to be picked before the other side hears of the cancellation."""
TOO_SOON_TO_WAIT = timedelta(hours=3)
"""A meeting closer than this is called off without waiting for a new date."""
CANCELLED_IN_A_ROW = 2
"""Cancelled meetings that are enough to lose momentum: then a shorter one is offered."""
CANCELLED_TOO_OFTEN = 3
"""Cancelled in a row after which both are told that coordinators are going to see their pair."""
DAYS_BACK, DAYS_FURTHER_BACK = WorkingDays(5), WorkingDays(10)
"""Days to choose from when somebody says when they met: the week past, and two more."""

CHECKIN_SPREAD = timedelta(minutes=20)
"""Check-ins of one hour are spread over this long: platforms take only so many at once."""
SETTLING_IN = timedelta(days=3)
"""No check-in comes sooner than this after a pairing begins or wakes: nothing happened yet."""
REMINDERS = (WorkingDays(1), WorkingDays(3))
"""After a question, of a check-in or a feedback: two reminders at most, then silence."""
TOO_LATE = timedelta(hours=36)
"""After such a delay (the service was down) a question or reminder is skipped: the next one asks
the same."""
ASKED_AFTER = Weeks(2)
"""Silent weeks after which the question is whether they are still there."""
RESTS_AFTER = Weeks(3)
"""Silent weeks after which a pairing rests: nobody is asked for ever."""
NO_MEETING = timedelta(weeks=3)
"""Without a recorded meeting for so long, one at least was missed, and both are told."""
COORDINATORS_SEE_AFTER = timedelta(weeks=1)
"""From telling both that no meeting is on record to letting coordinators see it."""
LOW_IN_A_ROW = 2
"""Hard weeks at which the no-fault exit is offered, once."""
STUCK_IN_A_ROW = 2
"""Weeks stuck from which a hand is offered too."""
THANKS_EVERY = 3
"""Good weeks after which a thank-you to the partner is offered: often enough not to be forgotten,
seldom enough to mean something."""
MESSAGES_TO_PARTNER_A_DAY = 2
"""From one person to one partner: to agree on something, not to chat."""
RESTS_AT_MOST = timedelta(weeks=6)
"""How long a pairing rests without a day on which it goes on: nothing is kept waiting for ever."""
REST_ENDS_TOLD = timedelta(weeks=1)
"""Before a rest ends the pairing: time to come back, read in any week."""

LOOK_BACK = timedelta(weeks=1)
"""How long the last feedback stays open before the pairing is closed."""

SHORT_BREAK, LONG_BREAK = timedelta(weeks=2), timedelta(weeks=4)
"""Breaks that take one tap: a holiday, and a project."""
LONGEST_BREAK = timedelta(days=366)
"""Whoever needs more than a year has stopped."""

CLOSED_BY_MISTAKE = timedelta(hours=4)
"""An account that is open again within so long was never closed: only then does anything rest."""
CLOSED_ASKED = WorkingDays(5)
"""Closed for so long, it is worth a question to HR; and again after as long, where they wait."""
CLOSED_FOR_GOOD = WorkingDays(20)
"""Closed for so long without a word from HR, somebody has left: a month is no mistake any more."""
LONGEST_CLOSING = 42
"""Days in a row that an office may be closed: whoever closes for longer has stopped, and a year is
a slip of the keyboard."""
CLOSED_AHEAD = timedelta(days=730)
"""How far ahead a closing day may be said."""
CLOSED_BEHIND = timedelta(days=31)
"""How long a closing day counts when it is over: reminders look back over working days."""

DIGEST_WEEKDAY, DIGEST_AT = 0, time(9)
"""When coordinators get the week's digest, in the zone of who created the programme: Mondays at
nine, when a week is planned."""
DIGEST_COVERS = timedelta(weeks=1)
"""What the first digest looks back on, and how far each one looks ahead."""
DIGEST_LINGERS = timedelta(weeks=4)
"""After the last sign of life of a round its digests end: figures that stand still say nothing."""
TREND = Weeks(12)
"""Weeks of the digest's chart: a whole programme of the usual length."""

KEEP_ANSWERS = timedelta(days=365)
"""After that only the sums remain that were made of them: no programme looks back further."""
KEEP_NOTES = timedelta(days=90)
"""After the end of a pairing: time to look back on it, once."""
KEEP_MESSAGES = timedelta(days=7)
"""The words of what arrived, or did not: whoever asks what became of one asks within days."""
KEEP_TURNS = timedelta(days=14)
"""Marks of what was pressed: no platform says the same again after so long."""
KEEP_TRAIL = timedelta(days=730)
"""Who decided what: two programmes of a year, one after the other."""
