"""Pairings, seats, meetings and what people answered."""

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
    UniqueConstraint,
)

from bot.conversation.awaiting import FIRST_QUESTION
from bot.domain.checkin import AskState, FeedbackKind, Met, Progress
from bot.domain.meeting import MeetingState, Said
from bot.domain.pairing import HelpLabel, PairingState, Stage
from bot.domain.people import Role
from storage.codecs import figures_from_json, figures_to_json
from storage.tables.core import ID, column, due_index, entity, key, metadata, refers
from storage.types import Coded, Instant, Sealed, Tuple, Word, line

_own = partial(Sealed, of="person_id")
"""What one person answered: it opens with their key only."""

pairings = entity(
    "pairings",
    column("cycle_id", ID),
    column("proposal_id", ID),
    column("mentor_id", ID),
    column("mentee_id", ID),
    column("started_on", Date),
    column("ends_on", Date),
    column("state", Word(PairingState)),
    column("stage", Word(Stage)),
    Column("due_at", Instant),
    Column("ended_at", Instant),
    column("completed", Boolean),
    Column("last_met_on", Date),
    column("cancellations", Integer),
    Column("cancelled_at", Instant),
    Column("warned_at", Instant),
    column("left_be", Boolean),
    Column("resumed_on", Date),
    column("help_label", Word(HelpLabel)),
    Column("over_at", Instant),
    column("over_by", ID),
    Column("rests_until", Instant),
    Column("help_asked_at", Instant),
    refers("cycles", "cycle_id"),
    refers("people", "mentor_id"),
    refers("people", "mentee_id"),
    UniqueConstraint("organisation_id", "proposal_id"),
    Index(None, "organisation_id", "cycle_id", "state"),
    Index(None, "organisation_id", "mentor_id"),
    Index(None, "organisation_id", "mentee_id"),
)
due_index(pairings, "due_at")
seats = Table(
    "seats",
    metadata,
    key("organisation_id"),
    key("pairing_id"),
    key("person_id"),
    column("role", Word(Role)),
    Column("next_due_at", Instant),
    column("silent_weeks", _own(Integer(), nothing=0)),
    column("low_ratings", _own(Integer(), nothing=0)),
    column("good_weeks", _own(Integer(), nothing=0)),
    column("stuck_weeks", _own(Integer(), nothing=0)),
    column("tips", Tuple),
    column("words", _own(Text())),
    Column("told_on", Date),
    column("told", Integer),
    column("in_vain", Integer),
    Column("in_vain_at", Instant),
    refers("pairings", "pairing_id"),
    refers("people", "person_id"),
)
due_index(seats, "next_due_at")
meetings = entity(
    "meetings",
    column("pairing_id", ID),
    column("number", Integer),
    column("starts_at", Instant),
    column("state", Word(MeetingState)),
    Column("due_at", Instant),
    column("rebooked", Boolean),
    column("minutes", Integer),
    column("denied", Boolean),
    column("proposed_by", ID),
    Column("wanted_at", Instant),
    column("off_by", ID),
    column("news", line(200)),
    Column("prepared_for", Instant),
    column("noted", Boolean),
    column("mentor_said", Word(Said)),
    column("mentee_said", Word(Said)),
    refers("pairings", "pairing_id"),
    UniqueConstraint("organisation_id", "pairing_id", "number"),
)
due_index(meetings, "due_at")
checkins = entity(
    "checkins",
    column("pairing_id", ID),
    column("person_id", ID),
    column("role", Word(Role)),
    column("week", line(8)),
    column("asked_at", Instant),
    column("state", Word(AskState)),
    column("step", _own(Text(), nothing=FIRST_QUESTION), default=""),
    column("met", _own(Word(Met))),
    column("meeting_id", ID),
    column("rating", _own(Integer(), nothing=None)),
    column("progress", _own(Word(Progress))),
    column("stuck_on", _own(Text())),
    column("note", _own(Text())),
    column("thanks", _own(Text())),
    column("taps", _own(Integer(), nothing=0), default=""),
    column("reminders", Integer),
    Column("due_at", Instant),
    Column("answered_at", Instant),
    refers("pairings", "pairing_id"),
    refers("people", "person_id"),
    UniqueConstraint("organisation_id", "pairing_id", "person_id", "week"),
)
due_index(checkins, "due_at")
feedbacks = entity(
    "feedbacks",
    column("pairing_id", ID),
    column("person_id", ID),
    column("role", Word(Role)),
    column("kind", Word(FeedbackKind)),
    column("asked_at", Instant),
    column("state", Word(AskState)),
    column("answers", _own(JSON(), nothing={})),
    column("reminders", Integer),
    Column("due_at", Instant),
    Column("answered_at", Instant),
    refers("pairings", "pairing_id"),
    refers("people", "person_id"),
    UniqueConstraint("organisation_id", "pairing_id", "person_id", "kind"),
)
due_index(feedbacks, "due_at")
digests = entity(
    "digests",
    column("programme_id", ID),
    column("number", Integer),
    column("at", Instant),
    column("figures", Coded(figures_to_json, figures_from_json)),
    column("cohorts", Sealed(JSON(), of="organisation_id", nothing={})),
    refers("programmes", "programme_id"),
    UniqueConstraint("organisation_id", "programme_id", "number"),
)
