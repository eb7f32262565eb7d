"""Runs of the matching, and the topics an organisation adds to the catalogue."""

from sqlalchemy import Column, Index, Integer

from bot.domain.run import RunKind, RunState
from storage.codecs import (
    change_from_json,
    change_to_json,
    outcome_from_json,
    outcome_to_json,
)
from storage.tables.core import ID, column, due_index, entity, refers
from storage.types import Coded, Instant, Tuple, Word, line

runs = entity(
    "runs",
    column("cycle_id", ID),
    column("asked_by", ID),
    column("asked_at", Instant),
    column("kind", Word(RunKind)),
    column("change", Coded(change_to_json, change_from_json)),
    column("state", Word(RunState)),
    column("outcome", Coded(outcome_to_json, outcome_from_json)),
    column("attempts", Integer),
    Column("due_at", Instant),
    refers("cycles", "cycle_id"),
    Index(None, "organisation_id", "cycle_id"),
)
due_index(runs, "due_at")
topics = entity(
    "topics",
    column("fr", line(120)),
    column("en", line(120)),
    column("synonyms", Tuple),
)
