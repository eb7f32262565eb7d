"""People as a chat platform knows them: who may take part, and who they are to the organisation.

A platform tells everybody it knows; somebody is admitted when they work for the organisation.
They are found again by their address. Only somebody who cannot be written to on the tenant yet is
found by their e-mail, so that an account on a second platform, or a row that HR imported, is the
same person, and no e-mail makes one person of two, nor of somebody's successor. The name that HR
imported outweighs the one a platform tells, and the language somebody chose outweighs both.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import blake2b

from bot import calendar
from bot.domain import rhythm
from bot.domain.closing import days_closed
from bot.domain.people import Account, Alias, Departure, Person, Tenant
from bot.ports import Work
from bot.services import lost_accounts
from bot.texts.folding import folded

FALLBACK_ZONE = "UTC"
NO_OFFICE = ""
LONGEST_TITLE = 120
"""Characters of what somebody's work is called; people write whole sentences there."""


class Standing(StrEnum):
    """What somebody is in a tenant; only members are admitted."""

    MEMBER = "member"
    GUEST = "guest"  # invited from outside, to some channels
    STRANGER = "stranger"  # of another organisation, in a channel shared with it
    BOT = "bot"
    DEACTIVATED = "deactivated"  # was a member


@dataclass(frozen=True, kw_only=True)
class Profile:
    """Somebody as a platform describes them; what it does not tell is empty."""

    address: str
    name: str = ""
    email: str = ""
    zone: str = ""
    language: str = ""
    title: str = ""
    standing: Standing = Standing.MEMBER


def tenant_at(work: Work, platform: str, external_id: str) -> Tenant:
    """Return a tenant by its platform's own id; it is kept from the first time it is asked for."""
    tenant = work.tenants.named(platform, external_id)
    if tenant is None:
        tenant = Tenant(
            organisation_id=work.organisation_id,
            id=work.new_id(),
            platform=platform,
            external_id=external_id,
        )
        work.add(tenant)
    return tenant


def admit(
    work: Work, tenant: Tenant, profiles: Sequence[Profile], *, now: datetime
) -> Counter[str]:
    """Keep what a platform says about some people; return how many were left out, by reason.

    Members get an account, and a person if the organisation has none of their e-mail. Whoever is
    no member any more cannot be written to. Once no account of theirs can, they are away, and have
    left if nobody knows better in time; where HR said until when they are away, the account only
    sleeps. Those who asked to be erased are passed
    over: only their own word to the bot brings them back (``readmit``).
    """
    accounts = work.accounts.by_address(tenant.id, (profile.address for profile in profiles))
    owners = work.people.by_id(account.person_id for account in accounts.values())
    mailboxes = _Mailboxes(work, tenant, profiles)
    days_off = days_closed(work.offices.closings(), NO_OFFICE)
    left_out: Counter[str] = Counter()
    for profile in profiles:
        account = accounts.get(profile.address)
        if profile.standing is not Standing.MEMBER:
            left_out[profile.standing.value] += 1
            if account is not None:
                _leave(work, owners[account.person_id], account, now)
        elif account is not None:
            account.reachable = True
            _welcome(work, owners[account.person_id], now)
            _update(owners[account.person_id], profile)
            mailboxes.note(owners[account.person_id], profile)
        elif fingerprint(tenant, profile.address) not in tenant.forgotten:
            person = mailboxes.owner(profile)
            if person is None:
                person = _newcomer(work, profile, now.date())
                person.closed = days_off
            _welcome(work, person, now)
            _update(person, profile)
            mailboxes.note(person, profile)
            work.add(_account(work, tenant, person, profile))
    return left_out


def readmit(work: Work, tenant: Tenant, profile: Profile, *, now: datetime) -> None:
    """Admit somebody who spoke to the bot, even if they were erased before."""
    print_ = fingerprint(tenant, profile.address)
    tenant.forgotten = tuple(each for each in tenant.forgotten if each != print_)
    admit(work, tenant, [profile], now=now)


def is_last_coordinator(work: Work, person: Person) -> bool:
    """Whether nobody else answers for the programme, for its other people's rights above all."""
    return [coordinator.id for coordinator in work.people.coordinators()] == [person.id]


def note_left_out(tenant: Tenant, counts: Mapping[str, int]) -> None:
    """Keep how many a look at the whole tenant left out; the digest tells HR."""
    tenant.left_out = {reason: count for reason, count in counts.items() if count}


def forget(work: Work, accounts: Iterable[Account]) -> None:
    """Note that these addresses must not come back by themselves; call it before erasing."""
    for account in accounts:
        tenant = work.lock(Tenant, account.tenant_id)
        if tenant is not None:
            print_ = fingerprint(tenant, account.address)
            tenant.forgotten = (*(each for each in tenant.forgotten if each != print_), print_)


def fingerprint(tenant: Tenant, address: str) -> str:
    """Return 16 hex digits that an address can be compared with but not be read from."""
    said = f"{tenant.organisation_id}\n{tenant.id}\n{address}"
    return blake2b(said.encode(), digest_size=8).hexdigest()


class _Mailboxes:
    """Whose e-mail addresses the profiles of one look name."""

    def __init__(self, work: Work, tenant: Tenant, profiles: Sequence[Profile]) -> None:
        self._work, self._tenant_id = work, tenant.id
        self._owners = work.people.at(profile.email.casefold() for profile in profiles)
        people = {person.id for person in self._owners.values()}
        self._reached = work.accounts.holders(tenant.id, people)

    def owner(self, profile: Profile) -> Person | None:
        """Return whose first account this is by its e-mail; a second one is somebody else's.

        So is one of another name than HR told where the account before is closed, or somebody has
        left: addresses are given away.
        """
        person = self._owners.get(profile.email.casefold())
        if person is None or person.id in self._reached:
            return None
        if not person.level or _share_a_name(person.name, profile.name):
            return person
        return None if person.left_at is not None or self._was_here(person) else person

    def _was_here(self, person: Person) -> bool:
        accounts = self._work.accounts.all(person.id)
        return any(account.tenant_id == self._tenant_id for account in accounts)

    def note(self, person: Person, profile: Profile) -> None:
        """Remember that somebody reads an address, unless it is another's, and has an account."""
        self._reached.add(person.id)
        email = profile.email.casefold()
        if not email or email in self._owners:
            return
        self._owners[email] = person
        if not person.email:
            person.email = email
        elif person.email != email:
            self._work.add(
                Alias(organisation_id=person.organisation_id, email=email, person_id=person.id)
            )


def _share_a_name(one: str, other: str) -> bool:
    """Whether two names have a word in common, or one of them is not told."""
    words = [set(folded(name).replace("-", " ").split()) for name in (one, other)]
    return not all(words) or bool(words[0] & words[1])


def _leave(work: Work, person: Person, account: Account, now: datetime) -> None:
    account.reachable = False
    others = (each for each in work.accounts.all(person.id) if each.id != account.id)
    if person.is_absent(now.date()) or any(each.reachable for each in others):
        return
    person.depart(Departure.PLATFORM, now, now + rhythm.CLOSED_BY_MISTAKE)


def _welcome(work: Work, person: Person, now: datetime) -> None:
    """An open account brings back whoever only lost one; HR's word outweighs it."""
    if person.departure in {Departure.PLATFORM, Departure.AWAY}:
        lost_accounts.reopen(work, now, person)


def _update(person: Person, profile: Profile) -> None:
    """Take over what may have changed; where somebody is today, their platform knows best.

    Whose holidays somebody has does not change with it: these belong to the office. Only who was
    nowhere so far, and of whose office HR said nothing, has those of the first place there is.
    """
    if not person.level:  # HR has said nothing of them yet
        person.name = profile.name or person.name
    person.title = profile.title[:LONGEST_TITLE] or person.title
    if profile.zone and profile.zone != person.zone:
        was_nowhere = person.zone == FALLBACK_ZONE and not person.office
        person.zone = _zone(profile.zone)
        if was_nowhere:
            person.country, person.subdivision = calendar.region_of(person.zone)


def _newcomer(work: Work, profile: Profile, today: date) -> Person:
    """A person of whom HR has said nothing yet: no level, no manager, no department."""
    zone = _zone(profile.zone)
    country, subdivision = calendar.region_of(zone)
    language = profile.language or work.tenants.organisation().language
    person = Person(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        email="",
        name=profile.name or profile.address,
        language=language,
        spoken=(language,),
        zone=zone,
        country=country,
        subdivision=subdivision,
        office="",
        department="",
        level=0,
        hired_on=today,
    )
    work.add(person)
    return person


def _account(work: Work, tenant: Tenant, person: Person, profile: Profile) -> Account:
    return Account(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        tenant_id=tenant.id,
        person_id=person.id,
        address=profile.address,
    )


def _zone(name: str) -> str:
    """The zone by name, or the nearest thing to nowhere if the tz database does not know it."""
    try:
        return calendar.check_zone(name)
    except calendar.UnknownZone:
        return FALLBACK_ZONE
