"""Organisations, tenants, people, accounts, consents and the audit trail."""

from sqlalchemy import JSON, Boolean, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from bot.domain.people import Departure
from storage.tables.core import ID, column, due_index, entity, key, metadata, refers
from storage.types import Dates, Instant, Sealed, Tuple, Word, line

organisations = Table(
    "organisations",
    metadata,
    Column("id", ID, primary_key=True),
    column("name", line(200)),
    column("language", line(8)),
)
tenants = entity(
    "tenants",
    column("platform", line(24)),
    column("external_id", line(80)),
    column("active", Boolean),
    column("left_out", JSON),
    column("forgotten", Tuple),
    UniqueConstraint("platform", "external_id"),
)
people = entity(
    "people",
    column("email", line(320)),
    column("name", line(200)),
    column("language", line(8)),
    column("spoken", Tuple),
    column("zone", line(64)),
    column("country", line(2)),
    Column("subdivision", line(8)),
    column("office", line(120)),
    column("department", line(120)),
    column("level", Integer),
    column("hired_on", Date),
    Column("manager_id", ID),
    column("chain_left", Integer),
    column("chain_right", Integer),
    column("is_coordinator", Boolean),
    column("is_concern_contact", Boolean),
    column("active", Boolean),
    column("employee_number", line(40)),
    column("departure", Word(Departure)),
    Column("left_at", Instant),
    Column("due_at", Instant),
    Column("absent_until", Date),
    column("title", line(120)),
    Column("leads", Boolean),
    column("closed", Dates),
    Index(None, "organisation_id", "email"),
    Index(None, "organisation_id", "active", "department"),
    Index(None, "organisation_id", "active", "level"),
)
due_index(people, "due_at")
aliases = Table(
    "aliases",
    metadata,
    key("organisation_id"),
    Column("email", line(320), primary_key=True),
    column("person_id", ID),
    refers("people", "person_id"),
    Index(None, "organisation_id", "person_id"),
)
accounts = entity(
    "accounts",
    column("tenant_id", ID),
    column("person_id", ID),
    column("address", line(120)),
    column("route", line(2000)),
    column("reachable", Boolean),
    column("flow", line(40), default=""),
    column("step", line(40), default=""),
    column("subject", ID, default=""),
    Column("draft", Sealed(JSON(), of="person_id", nothing=None)),
    column("weeks", JSON),
    Column("heard_on", Date),
    refers("tenants", "tenant_id"),
    refers("people", "person_id"),
    UniqueConstraint("organisation_id", "tenant_id", "address"),
    Index(None, "organisation_id", "person_id"),
)
closings = entity(
    "closings",
    column("name", line(120)),
    column("office", line(120)),
    column("first", Date),
    column("last", Date),
)
secrets = Table(
    "secrets",
    metadata,
    key("organisation_id"),
    Column("id", line(200), primary_key=True),
    column("sealed", Text),
    Column("expires_at", Instant),
)
consents = entity(
    "consents",
    column("person_id", ID),
    column("item", line(24)),
    column("given", Boolean),
    column("text_version", line(16)),
    column("language", line(8)),
    column("at", Instant),
    refers("people", "person_id"),
    Index(None, "organisation_id", "person_id"),
)
audit = entity(
    "audit",
    column("actor_id", ID),
    column("action", line(40)),
    column("subject", line(80)),
    column("at", Instant),
    column("details", JSON),
)
