"""Whose e-mail addresses are whose: one that changes hands is forgotten by whoever had it."""

from collections.abc import Mapping

from adapters.people.staff import Staff
from bot.domain.people import Alias, Person
from bot.ports import Work


class Addresses:
    """Gives the addresses of a file to the people they belong to; ``ids`` are its people's."""

    def __init__(self, work: Work, staff: Staff, ids: Mapping[str, str]) -> None:
        self._work = work
        self._by_email = staff.by_email
        self._ids = ids
        self._listed = frozenset(ids.values())
        self._aliases = {alias.email: alias for alias in work.people.aliases()}

    def take(self, email: str, person: Person | None) -> None:
        """Make an address free for somebody, new or known, and keep their former one as an alias.

        Call it before the person gets the address.
        """
        if alias := self._aliases.pop(email, None):
            self._work.remove(alias)
        holder = self._by_email.get(email)
        if holder is not None and holder is not person and holder.id not in self._listed:
            holder.email = "" if holder.email == email else holder.email
        if person is not None and person.email != email:
            self._keep_former(person)

    def _keep_former(self, person: Person) -> None:
        """Find somebody by their former address, too, unless the file gives it to another."""
        former = person.email
        if not former or former in self._ids or former in self._aliases:
            return
        self._aliases[former] = Alias(
            organisation_id=person.organisation_id, email=former, person_id=person.id
        )
        self._work.add(self._aliases[former])
