"""What a platform's own profiles tell of departments and managers, where HR's file says nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.domain.people import Person, Tenant
from bot.ports import Work
from bot.services.rounds.lines import draw_chart

LONGEST_DEPARTMENT = 120
"""Characters of a department's name, as in HR's file."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What somebody's profile says: a department, and their manager's address on the tenant.

    What it does not say is empty.
    """

    department: str = ""
    manager: str = ""


def to_ask_about(work: Work, tenant: Tenant, addresses: Collection[str]) -> list[str]:
    """Return which of some addresses to ask a tenant about, for want of HR's word.

    Of none, those whose department and manager nobody told at all.
    """
    named = work.accounts.by_address(tenant.id, addresses) if addresses else {}
    found = list(named.values()) if addresses else work.accounts.on(tenant.id)
    accounts = [account for account in found if account.reachable]
    people = work.people.by_id(account.person_id for account in accounts)
    return [
        account.address
        for account in accounts
        if (person := people.get(account.person_id)) is not None
        and not person.level
        and (addresses or not (person.department or person.manager_id))
    ]


def take_told(work: Work, tenant: Tenant, told: Mapping[str, Told]) -> int:
    """Keep what some people's profiles tell, by address; return how many managers were refused.

    What HR's file said of somebody stands, and a blank field takes nothing back. A manager whom
    the tenant does not know stays unknown; one who is the person, or stands below, is refused.
    """
    # Two looks at once would number one chart in two ways.
    work.lock(Tenant, tenant.id)
    people = {person.id: person for person in work.people.known()}
    named = {*told, *(each.manager for each in told.values() if each.manager)}
    owners = {
        address: people[account.person_id]
        for address, account in work.accounts.by_address(tenant.id, named).items()
        if account.person_id in people
    }
    refused, before = 0, {person.id: person.manager_id for person in people.values()}
    for address, each in told.items():
        person, manager = owners.get(address), owners.get(each.manager)
        if person is None or person.level:  # HR has said who they are
            continue
        person.department = each.department[:LONGEST_DEPARTMENT] or person.department
        if manager is not None and _reports_to(manager, person, people):
            refused += 1
        elif manager is not None:
            person.manager_id = manager.id
    if any(person.manager_id != before[person.id] for person in people.values()):
        draw_chart(work, list(people.values()))
    return refused


def _reports_to(one: Person, other: Person, people: Mapping[str, Person]) -> bool:
    """Whether somebody is another, or stands below them at any height."""
    above: Person | None = one
    while above is not None and above is not other:
        above = people.get(above.manager_id or "")
    return above is other
