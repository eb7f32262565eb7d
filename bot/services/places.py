"""The places of a person's week: a message takes one when it is queued, and may give it back."""

from datetime import datetime, timedelta

from bot import calendar
from bot.calendar.people import working_time
from bot.domain import rhythm
from bot.domain.delivery import Kind
from bot.domain.people import Account, Person
from bot.ports import Outbox

A_WEEK = timedelta(weeks=1)


class Places:
    """What a person receives in each local week, and whether one more fits in.

    A place is held by what waits in the outbox and by what arrived; what was withdrawn, refused or
    dropped gives its place back by no longer being there. ``but`` is the id of a delivery that is
    looking for another place. An account counts, too, how many places it ever gave: while that is
    low nobody has to look, and since every new place is written there, two replicas never give the
    same one.
    """

    def __init__(
        self, outbox: Outbox, person: Person, now: datetime, *, but: int | None = None
    ) -> None:
        self._outbox = outbox
        self._person = person
        self._now = now
        self._but = but

    def has_room(self, account: Account, week: str) -> bool:
        """Whether one more proactive message fits in a local ISO week."""
        if account.has_room(week):
            return True
        held = self._outbox.held(account, self._now - A_WEEK)
        # What this unit of work queued has no id yet: it is never the one that looks for a place.
        others = [at for id_, at in held if id_ is None or id_ != self._but]
        weeks = [calendar.local_week(at, self._person.zone) for at in others]
        return weeks.count(week) < rhythm.MESSAGES_PER_WEEK

    def find(self, account: Account, at: datetime, *, kind: Kind) -> datetime:
        """Return the first open instant from an open one on whose week has room.

        An urgent card takes the instant it asks for.
        """
        where = working_time(self._person)
        while kind is not Kind.URGENT and not self.has_room(account, self._week(at)):
            day = calendar.local_date(at, where.zone)
            monday = day + timedelta(days=7 - day.weekday())
            at = calendar.next_open(calendar.at_local(monday, where.opens, where.zone), where)
        return at

    def give(self, account: Account, at: datetime) -> None:
        """Note that a place in the week of an instant was given."""
        account.count_message(self._week(at), since=self._week(self._now))

    def _week(self, at: datetime) -> str:
        return calendar.local_week(at, self._person.zone)
