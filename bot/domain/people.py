"""Who takes part: organisations, their tenants, people and the accounts they are reached on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain import rhythm


class Role(StrEnum):
    """What somebody may be in a programme; each flow says which of these may use it."""

    MEMBER = "member"
    MENTOR = "mentor"
    MENTEE = "mentee"
    COORDINATOR = "coordinator"
    CONCERN_CONTACT = "concern_contact"


@dataclass(eq=False, kw_only=True)
class Organisation:
    """An employer: the owner of every row; nothing is shared between two of them."""

    id: str
    name: str
    language: str = "fr"


@dataclass(eq=False, kw_only=True)
class Tenant:
    """One workspace or organisation on one platform, and its right to be written to.

    ``left_out`` counts whom the last look at its people left out, by the reason;
    ``forgotten`` are fingerprints of addresses whose owners asked to be erased.
    """

    organisation_id: str
    id: str
    platform: str
    external_id: str
    active: bool = True
    left_out: Mapping[str, int] = field(default_factory=dict)
    forgotten: tuple[str, ...] = ()


class Departure(StrEnum):
    """Who says that somebody works here no more; what brings them back depends on it."""

    NONE = ""
    PLATFORM = "platform"  # their last account was closed; an open one brings them back
    AWAY = "away"  # as before, and what they take part in rests for it, until a day or not
    HR = "hr"  # the staff list or a coordinator; no account outweighs their word


@dataclass(eq=False, kw_only=True)
class Person:
    """Somebody of the organisation, as imported or synchronised.

    ``level`` rises with seniority and is 0 where nobody said it; ``leads`` says whether they lead
    people or a budget, by their own word or a coordinator's, and is None where nobody asked.
    ``country`` and ``subdivision`` are those of the office: they choose the public holidays, and
    ``closed`` are the days on which the office is closed besides, whatever the ``zone`` somebody
    is in. ``title`` is what their platform calls their work.
    ``employee_number`` is HR's own, where its staff list tells it. ``left_at`` is when somebody was
    first said to have left, or their account was closed, and ``due_at`` when that is next seen to;
    ``absent_until`` is the day on which HR expects them back.
    """

    organisation_id: str
    id: str
    email: str
    name: str
    language: str
    spoken: tuple[str, ...]
    zone: str
    country: str
    subdivision: str | None
    office: str
    department: str
    level: int
    hired_on: date
    manager_id: str | None = None
    chain_left: int = 0
    chain_right: int = 0
    is_coordinator: bool = False
    is_concern_contact: bool = False
    active: bool = True
    employee_number: str = ""
    departure: Departure = Departure.NONE
    left_at: datetime | None = None
    due_at: datetime | None = None
    absent_until: date | None = None
    title: str = ""
    leads: bool | None = None
    closed: tuple[date, ...] = ()

    def depart(self, by: Departure, at: datetime, due_at: datetime) -> None:
        """Work here no more; said twice, it is seen to once, and HR's word outweighs a platform's.

        ``due_at`` is when something is done about it, unless they are back before: what a platform
        tells is an absence at first.
        """
        if self.left_at is None:
            self.left_at, self.due_at, self.departure = at, due_at, by
        elif by is Departure.HR:
            self.due_at = None if self.due_at is None else min(self.due_at, due_at)
            self.departure = by
        self.active = False

    def come_back(self) -> None:
        """Work here again; an end that was not seen to yet never comes."""
        self.active, self.departure = True, Departure.NONE
        self.left_at, self.due_at = None, None

    @property
    def account_is_closed(self) -> bool:
        """Whether all that is known is that their last account was closed, not so long ago."""
        is_seen_to = self.due_at is None
        return self.departure in {Departure.PLATFORM, Departure.AWAY} and not is_seen_to

    def is_absent(self, on: date) -> bool:
        """Whether HR has said that they are away on a day."""
        return self.absent_until is not None and on < self.absent_until

    @property
    def first_name(self) -> str:
        """The name used in conversation: everything before the first space."""
        return self.name.split(" ", 1)[0]

    def is_above(self, other: "Person") -> bool:
        """Whether this person is in the other's reporting line, at any height."""
        return self.chain_left < other.chain_left and other.chain_right < self.chain_right

    @property
    def line_is_known(self) -> bool:
        """Whether anybody said who stands above this person, or below."""
        return self.manager_id is not None or self.chain_right - self.chain_left > 1

    @property
    def standing_is_unknown(self) -> bool:
        """Whether nobody said how senior this person is, in a level or in a word."""
        return not self.level and self.leads is None

    @property
    def roles(self) -> frozenset[Role]:
        """Standing roles; whether somebody is a mentor or a mentee, their enrolment says."""
        roles = {Role.MEMBER}
        if self.is_coordinator:
            roles.add(Role.COORDINATOR)
        if self.is_concern_contact:
            roles.add(Role.CONCERN_CONTACT)
        return frozenset(roles)


@dataclass(eq=False, kw_only=True)
class Alias:
    """Another e-mail address of a person: a former one, or that of a second mailbox."""

    organisation_id: str
    email: str
    person_id: str


@dataclass(eq=False, kw_only=True)
class Account:
    """A person's address on one platform.

    ``weeks`` counts the places given to proactive messages by local ISO week ("2026-W48"), this one
    and later ones; a place that was given back is counted still.
    ``route`` is what the platform needs to write here; only the platform reads it.
    ``heard_on`` is the local day on which the person last said or pressed anything.
    """

    organisation_id: str
    id: str
    tenant_id: str
    person_id: str
    address: str
    route: str = ""
    reachable: bool = True
    weeks: Mapping[str, int] = field(default_factory=dict)
    heard_on: date | None = None

    def has_room(self, week: str) -> bool:
        """Whether one more message surely fits in a local ISO week, given back places or not."""
        return self.weeks.get(week, 0) < rhythm.MESSAGES_PER_WEEK

    def count_message(self, week: str, *, since: str) -> None:
        """Count one place given in a local ISO week, and forget weeks before ``since``."""
        counted = {**self.weeks, week: self.weeks.get(week, 0) + 1}
        self.weeks = {each: count for each, count in counted.items() if each >= since}

    def was_heard_since(self, day: date) -> bool:
        """Whether the person said or pressed anything on a local day, or later."""
        return self.heard_on is not None and self.heard_on >= day


@dataclass(eq=False, kw_only=True)
class Secret:
    """Something only this installation can read, such as a token; ``sealed`` is its ciphertext.

    ``id`` names it within the organisation; after ``expires_at`` it is worthless.
    """

    organisation_id: str
    id: str
    sealed: str
    expires_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class Consent:
    """One switch touched once: what was asked, in which words and language, and the answer."""

    organisation_id: str
    id: str
    person_id: str
    item: str
    given: bool
    text_version: str
    language: str
    at: datetime


@dataclass(eq=False, kw_only=True)
class AuditEntry:
    """Who decided what and when, by opaque ids; never a text somebody wrote."""

    organisation_id: str
    id: str
    actor_id: str
    action: str
    subject: str
    at: datetime
    details: Mapping[str, object] = field(default_factory=dict)
