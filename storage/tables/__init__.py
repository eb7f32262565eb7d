"""The tables, by the group they belong to."""

from storage.tables.core import metadata
from storage.tables.keys import owner_keys
from storage.tables.matching import runs, topics
from storage.tables.outbox import IN_A_ROOM, LIVE, lanes, live, outbox, turns
from storage.tables.pairing import checkins, digests, feedbacks, meetings, pairings, seats
from storage.tables.people import (
    accounts,
    aliases,
    audit,
    closings,
    consents,
    organisations,
    people,
    secrets,
    tenants,
)
from storage.tables.programme import (
    announcements,
    cycles,
    enrolments,
    invitations,
    pair_rules,
    programmes,
    proposals,
)

__all__ = [
    "IN_A_ROOM",
    "LIVE",
    "accounts",
    "aliases",
    "announcements",
    "audit",
    "checkins",
    "closings",
    "consents",
    "cycles",
    "digests",
    "enrolments",
    "feedbacks",
    "invitations",
    "lanes",
    "live",
    "meetings",
    "metadata",
    "organisations",
    "outbox",
    "owner_keys",
    "pair_rules",
    "pairings",
    "people",
    "programmes",
    "proposals",
    "runs",
    "seats",
    "secrets",
    "tenants",
    "topics",
    "turns",
]
