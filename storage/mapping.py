"""Which domain class lives in which table; the domain itself knows nothing of it."""

from datetime import datetime

from sqlalchemy import Column
from sqlalchemy.orm import registry

from bot.domain.checkin import CheckIn, Digest, Feedback
from bot.domain.delivery import Delivery, Lane
from bot.domain.pairing import Meeting, Pairing, Seat
from bot.domain.people import Account, AuditEntry, Consent, Organisation, Person, Secret, Tenant
from bot.domain.programme import Announcement, Cycle, Enrolment, Programme
from bot.domain.proposal import PairRule, Proposal
from bot.domain.run import Run
from bot.domain.topic import OwnTopic
from storage import tables as t

MAPPED = {
    Organisation: t.organisations,
    Tenant: t.tenants,
    Person: t.people,
    Account: t.accounts,
    Secret: t.secrets,
    Consent: t.consents,
    AuditEntry: t.audit,
    Programme: t.programmes,
    Cycle: t.cycles,
    Announcement: t.announcements,
    Enrolment: t.enrolments,
    PairRule: t.pair_rules,
    Proposal: t.proposals,
    Run: t.runs,
    OwnTopic: t.topics,
    Pairing: t.pairings,
    Seat: t.seats,
    Meeting: t.meetings,
    CheckIn: t.checkins,
    Feedback: t.feedbacks,
    Digest: t.digests,
    Delivery: t.outbox,
    Lane: t.lanes,
}
"""Every entity and its table; a class of the domain without an entry is never stored."""

DUE: dict[type, Column[datetime]] = {
    Programme: t.programmes.c.digest_due_at,
    Enrolment: t.enrolments.c.due_at,
    Proposal: t.proposals.c.due_at,
    Pairing: t.pairings.c.due_at,
    Seat: t.seats.c.next_due_at,
    Meeting: t.meetings.c.due_at,
    CheckIn: t.checkins.c.due_at,
    Feedback: t.feedbacks.c.due_at,
    Run: t.runs.c.due_at,
}
"""The column that says when an entity is looked at next."""

mappers = registry(metadata=t.metadata)
for _kind, _table in MAPPED.items():
    mappers.map_imperatively(_kind, _table)
