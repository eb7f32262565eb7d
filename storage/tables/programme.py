"""Programmes, cycles, enrolments, rules and proposals."""

from functools import partial

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

from bot.domain.people import Role
from bot.domain.programme import CycleState, EnrolmentState
from bot.domain.proposal import Answer, ProposalState, RuleKind
from storage.tables.core import ID, column, due_index, entity, key, metadata, refers
from storage.types import Instant, Objects, Sealed, Tuple, Word, line

_own = partial(Sealed, of="person_id")
"""What one person told of themselves: it opens with their key only."""

programmes = entity(
    "programmes",
    column("name", line(120)),
    column("created_by", ID),
    column("weeks", Integer),
    column("meetings", Integer),
    column("checkin_weekday", Integer),
    column("checkin_at", Time),
    Column("digest_due_at", Instant),
    column("digests", Integer),
)
due_index(programmes, "digest_due_at")
cycles = entity(
    "cycles",
    column("programme_id", ID),
    column("number", Integer),
    column("answer_by", Date),
    column("state", Word(CycleState)),
    column("rules", JSON),
    Column("proposed_at", Instant),
    Column("approved_at", Instant),
    column("approved_by", ID),
    refers("programmes", "programme_id"),
    UniqueConstraint("organisation_id", "programme_id", "number"),
)
announcements = entity(
    "announcements",
    column("cycle_id", ID),
    column("author_id", ID),
    column("written_at", Instant),
    column("texts", JSON),
    Column("sent_at", Instant),
    refers("cycles", "cycle_id"),
    refers("people", "author_id"),
)
invitations = entity(
    "invitations",
    column("cycle_id", ID),
    column("author_id", ID),
    column("written_at", Instant),
    column("departments", Tuple),
    column("offices", Tuple),
    column("lowest", Integer),
    column("highest", Integer),
    column("people", Tuple),
    column("again", Boolean),
    column("lines", JSON),
    Column("sent_at", Instant),
    refers("cycles", "cycle_id"),
    refers("people", "author_id"),
)
enrolments = entity(
    "enrolments",
    column("cycle_id", ID),
    column("person_id", ID),
    column("state", Word(EnrolmentState)),
    Column("role", Word(Role)),
    Column("invited_at", Instant),
    Column("joined_at", Instant),
    column("consents", Tuple),
    column("topics", _own(JSON(), nothing={})),
    column("wishes", _own(Tuple(), nothing=())),
    column("wishes_shared", _own(Boolean(), nothing=False)),
    column("interests", Tuple),
    column("goal", _own(Text())),
    column("obstacle", _own(Text())),
    column("slots", Tuple),
    column("formats", Tuple),
    column("excluded_people", _own(Tuple(), nothing=())),
    column("excluded_departments", _own(Tuple(), nothing=())),
    column("capacity", Integer),
    column("rounds_waited", Integer),
    column("unmatched_reason", line(40)),
    Column("paused_until", Date),
    Column("due_at", Instant),
    column("invitation_id", ID),
    refers("cycles", "cycle_id"),
    refers("people", "person_id"),
    UniqueConstraint("organisation_id", "cycle_id", "person_id"),
    Index(None, "organisation_id", "person_id"),
    Index(None, "organisation_id", "invitation_id"),
)
due_index(enrolments, "due_at")
pair_rules = Table(
    "pair_rules",
    metadata,
    key("organisation_id"),
    key("cycle_id"),
    key("mentor_id"),
    key("mentee_id"),
    column("kind", Word(RuleKind)),
    refers("cycles", "cycle_id"),
)
proposals = entity(
    "proposals",
    column("cycle_id", ID),
    column("mentor_id", ID),
    column("mentee_id", ID),
    column("score", Integer),
    column("reasons", Objects),
    column("state", Word(ProposalState)),
    column("mentor_answer", Sealed(Word(Answer), of="mentor_id")),
    column("mentee_answer", Sealed(Word(Answer), of="mentee_id")),
    Column("offered_at", Instant),
    column("reminded", Boolean),
    Column("due_at", Instant),
    Column("over_at", Instant),
    column("over_by", ID),
    refers("cycles", "cycle_id"),
    refers("people", "mentor_id"),
    refers("people", "mentee_id"),
    Index(None, "organisation_id", "cycle_id", "state"),
    Index(None, "organisation_id", "mentor_id"),
    Index(None, "organisation_id", "mentee_id"),
)
due_index(proposals, "due_at")
