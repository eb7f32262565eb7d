"""Create the first schema.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def line(length: int) -> sa.String:
    """Text that PostgreSQL, too, compares byte by byte."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "audit",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("actor_id", line(32), nullable=False),
        sa.Column("action", line(40), nullable=False),
        sa.Column("subject", line(80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_audit")),
    )
    op.create_table(
        "organisations",
        sa.Column("id", line(32), nullable=False),
        sa.Column("name", line(200), nullable=False),
        sa.Column("language", line(8), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("tenant_id", line(32), nullable=False),
        sa.Column("account_id", line(32), nullable=False),
        sa.Column("person_id", line(32), nullable=False),
        sa.Column("key", line(200), nullable=False),
        sa.Column("kind", line(24), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("visible_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("state", line(24), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_owner", line(64), nullable=False),
        sa.Column("remote_id", line(120), nullable=False),
        sa.Column("error", line(200), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("organisation_id", "key", name=op.f("uq_outbox_organisation_id_key")),
    )
    op.create_index(
        "ix_outbox_conversation",
        "outbox",
        ["organisation_id", "account_id", "due_at", "id"],
        unique=False,
        postgresql_where=sa.text("state IN ('pending', 'sending')"),
        sqlite_where=sa.text("state IN ('pending', 'sending')"),
    )
    op.create_index(
        "ix_outbox_lane",
        "outbox",
        ["organisation_id", "tenant_id", "visible_at"],
        unique=False,
        postgresql_where=sa.text("state IN ('pending', 'sending')"),
        sqlite_where=sa.text("state IN ('pending', 'sending')"),
    )
    op.create_index("ix_outbox_person", "outbox", ["organisation_id", "person_id"], unique=False)
    op.create_table(
        "people",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("email", line(320), nullable=False),
        sa.Column("name", line(200), nullable=False),
        sa.Column("language", line(8), nullable=False),
        sa.Column("spoken", sa.JSON(), nullable=False),
        sa.Column("zone", line(64), nullable=False),
        sa.Column("country", line(2), nullable=False),
        sa.Column("subdivision", line(8), nullable=True),
        sa.Column("office", line(120), nullable=False),
        sa.Column("department", line(120), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("hired_on", sa.Date(), nullable=False),
        sa.Column("manager_id", line(32), nullable=True),
        sa.Column("chain_left", sa.Integer(), nullable=False),
        sa.Column("chain_right", sa.Integer(), nullable=False),
        sa.Column("is_coordinator", sa.Boolean(), nullable=False),
        sa.Column("is_concern_contact", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_people")),
    )
    op.create_index(
        op.f("ix_people_organisation_id_email"),
        "people",
        ["organisation_id", "email"],
        unique=False,
    )
    op.create_table(
        "programmes",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("name", line(120), nullable=False),
        sa.Column("created_by", line(32), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("meetings", sa.Integer(), nullable=False),
        sa.Column("checkin_weekday", sa.Integer(), nullable=False),
        sa.Column("checkin_at", sa.Time(), nullable=False),
        sa.Column("digest_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("digests", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_programmes")),
    )
    op.create_index(
        op.f("ix_programmes_organisation_id_digest_due_at"),
        "programmes",
        ["organisation_id", "digest_due_at"],
        unique=False,
        postgresql_where=sa.text("digest_due_at IS NOT NULL"),
        sqlite_where=sa.text("digest_due_at IS NOT NULL"),
    )
    op.create_table(
        "tenants",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("platform", line(24), nullable=False),
        sa.Column("external_id", line(80), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_tenants")),
        sa.UniqueConstraint(
            "platform", "external_id", name=op.f("uq_tenants_platform_external_id")
        ),
    )
    op.create_table(
        "turns",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("key", line(200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "key", name=op.f("pk_turns")),
    )
    op.create_index(op.f("ix_turns_at"), "turns", ["at"], unique=False)
    op.create_table(
        "accounts",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("tenant_id", line(32), nullable=False),
        sa.Column("person_id", line(32), nullable=False),
        sa.Column("address", line(120), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("flow", line(40), nullable=False),
        sa.Column("step", line(40), nullable=False),
        sa.Column("subject", line(32), nullable=False),
        sa.Column("draft", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("weeks", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_accounts_organisation_id_person_id_people"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "tenant_id"],
            ["tenants.organisation_id", "tenants.id"],
            name=op.f("fk_accounts_organisation_id_tenant_id_tenants"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_accounts")),
        sa.UniqueConstraint(
            "organisation_id",
            "tenant_id",
            "address",
            name=op.f("uq_accounts_organisation_id_tenant_id_address"),
        ),
    )
    op.create_index(
        op.f("ix_accounts_organisation_id_person_id"),
        "accounts",
        ["organisation_id", "person_id"],
        unique=False,
    )
    op.create_table(
        "consents",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("person_id", line(32), nullable=False),
        sa.Column("item", line(24), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("text_version", line(16), nullable=False),
        sa.Column("language", line(8), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_consents_organisation_id_person_id_people"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_consents")),
    )
    op.create_index(
        op.f("ix_consents_organisation_id_person_id"),
        "consents",
        ["organisation_id", "person_id"],
        unique=False,
    )
    op.create_table(
        "cycles",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("programme_id", line(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("state", line(24), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by", line(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "programme_id"],
            ["programmes.organisation_id", "programmes.id"],
            name=op.f("fk_cycles_organisation_id_programme_id_programmes"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_cycles")),
        sa.UniqueConstraint(
            "organisation_id",
            "programme_id",
            "number",
            name=op.f("uq_cycles_organisation_id_programme_id_number"),
        ),
    )
    op.create_table(
        "digests",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("programme_id", line(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("cohorts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "programme_id"],
            ["programmes.organisation_id", "programmes.id"],
            name=op.f("fk_digests_organisation_id_programme_id_programmes"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_digests")),
        sa.UniqueConstraint(
            "organisation_id",
            "programme_id",
            "number",
            name=op.f("uq_digests_organisation_id_programme_id_number"),
        ),
    )
    op.create_table(
        "lanes",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("tenant_id", line(32), nullable=False),
        sa.Column("tokens", sa.Float(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "tenant_id"],
            ["tenants.organisation_id", "tenants.id"],
            name=op.f("fk_lanes_organisation_id_tenant_id_tenants"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "tenant_id", name=op.f("pk_lanes")),
    )
    op.create_table(
        "announcements",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("cycle_id", line(32), nullable=False),
        sa.Column("author_id", line(32), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "author_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_announcements_organisation_id_author_id_people"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "cycle_id"],
            ["cycles.organisation_id", "cycles.id"],
            name=op.f("fk_announcements_organisation_id_cycle_id_cycles"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_announcements")),
    )
    op.create_table(
        "enrolments",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("cycle_id", line(32), nullable=False),
        sa.Column("person_id", line(32), nullable=False),
        sa.Column("state", line(24), nullable=False),
        sa.Column("role", line(24), nullable=True),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("consents", sa.JSON(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("wishes", sa.JSON(), nullable=False),
        sa.Column("goal", sa.Text(), nullable=False),
        sa.Column("obstacle", line(24), nullable=False),
        sa.Column("slots", sa.JSON(), nullable=False),
        sa.Column("formats", sa.JSON(), nullable=False),
        sa.Column("excluded_people", sa.JSON(), nullable=False),
        sa.Column("excluded_departments", sa.JSON(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("rounds_waited", sa.Integer(), nullable=False),
        sa.Column("unmatched_reason", line(40), nullable=False),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "cycle_id"],
            ["cycles.organisation_id", "cycles.id"],
            name=op.f("fk_enrolments_organisation_id_cycle_id_cycles"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_enrolments_organisation_id_person_id_people"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_enrolments")),
        sa.UniqueConstraint(
            "organisation_id",
            "cycle_id",
            "person_id",
            name=op.f("uq_enrolments_organisation_id_cycle_id_person_id"),
        ),
    )
    op.create_index(
        op.f("ix_enrolments_organisation_id_due_at"),
        "enrolments",
        ["organisation_id", "due_at"],
        unique=False,
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_enrolments_organisation_id_person_id"),
        "enrolments",
        ["organisation_id", "person_id"],
        unique=False,
    )
    op.create_table(
        "pair_rules",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("cycle_id", line(32), nullable=False),
        sa.Column("mentor_id", line(32), nullable=False),
        sa.Column("mentee_id", line(32), nullable=False),
        sa.Column("kind", line(24), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "cycle_id"],
            ["cycles.organisation_id", "cycles.id"],
            name=op.f("fk_pair_rules_organisation_id_cycle_id_cycles"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "organisation_id", "cycle_id", "mentor_id", "mentee_id", name=op.f("pk_pair_rules")
        ),
    )
    op.create_table(
        "pairings",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("cycle_id", line(32), nullable=False),
        sa.Column("proposal_id", line(32), nullable=False),
        sa.Column("mentor_id", line(32), nullable=False),
        sa.Column("mentee_id", line(32), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("state", line(24), nullable=False),
        sa.Column("stage", line(24), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("completed", sa.Boolean(), nullable=False),
        sa.Column("last_met_on", sa.Date(), nullable=True),
        sa.Column("cancellations", sa.Integer(), nullable=False),
        sa.Column("warned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_be", sa.Boolean(), nullable=False),
        sa.Column("resumed_on", sa.Date(), nullable=True),
        sa.Column("help_label", line(24), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "cycle_id"],
            ["cycles.organisation_id", "cycles.id"],
            name=op.f("fk_pairings_organisation_id_cycle_id_cycles"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "mentee_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_pairings_organisation_id_mentee_id_people"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "mentor_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_pairings_organisation_id_mentor_id_people"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_pairings")),
        sa.UniqueConstraint(
            "organisation_id", "proposal_id", name=op.f("uq_pairings_organisation_id_proposal_id")
        ),
    )
    op.create_index(
        op.f("ix_pairings_organisation_id_due_at"),
        "pairings",
        ["organisation_id", "due_at"],
        unique=False,
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_pairings_organisation_id_cycle_id_state"),
        "pairings",
        ["organisation_id", "cycle_id", "state"],
        unique=False,
    )
    op.create_index(
        op.f("ix_pairings_organisation_id_mentee_id"),
        "pairings",
        ["organisation_id", "mentee_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_pairings_organisation_id_mentor_id"),
        "pairings",
        ["organisation_id", "mentor_id"],
        unique=False,
    )
    op.create_table(
        "proposals",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("cycle_id", line(32), nullable=False),
        sa.Column("mentor_id", line(32), nullable=False),
        sa.Column("mentee_id", line(32), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("state", line(24), nullable=False),
        sa.Column("mentor_answer", line(24), nullable=False),
        sa.Column("mentee_answer", line(24), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "cycle_id"],
            ["cycles.organisation_id", "cycles.id"],
            name=op.f("fk_proposals_organisation_id_cycle_id_cycles"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "mentee_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_proposals_organisation_id_mentee_id_people"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "mentor_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_proposals_organisation_id_mentor_id_people"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_proposals")),
    )
    op.create_index(
        op.f("ix_proposals_organisation_id_due_at"),
        "proposals",
        ["organisation_id", "due_at"],
        unique=False,
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_proposals_organisation_id_cycle_id_state"),
        "proposals",
        ["organisation_id", "cycle_id", "state"],
        unique=False,
    )
    op.create_index(
        op.f("ix_proposals_organisation_id_mentee_id"),
        "proposals",
        ["organisation_id", "mentee_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_proposals_organisation_id_mentor_id"),
        "proposals",
        ["organisation_id", "mentor_id"],
        unique=False,
    )
    op.create_table(
        "checkins",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("pairing_id", line(32), nullable=False),
        sa.Column("person_id", line(32), nullable=False),
        sa.Column("role", line(24), nullable=False),
        sa.Column("week", line(8), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", line(24), nullable=False),
        sa.Column("step", line(24), nullable=False),
        sa.Column("met", line(24), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("progress", line(24), nullable=False),
        sa.Column("stuck_on", line(24), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("thanks", sa.Text(), nullable=False),
        sa.Column("taps", sa.Integer(), nullable=False),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "pairing_id"],
            ["pairings.organisation_id", "pairings.id"],
            name=op.f("fk_checkins_organisation_id_pairing_id_pairings"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_checkins_organisation_id_person_id_people"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_checkins")),
        sa.UniqueConstraint(
            "organisation_id",
            "pairing_id",
            "person_id",
            "week",
            name=op.f("uq_checkins_organisation_id_pairing_id_person_id_week"),
        ),
    )
    op.create_index(
        op.f("ix_checkins_organisation_id_due_at"),
        "checkins",
        ["organisation_id", "due_at"],
        unique=False,
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_table(
        "feedbacks",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("pairing_id", line(32), nullable=False),
        sa.Column("person_id", line(32), nullable=False),
        sa.Column("role", line(24), nullable=False),
        sa.Column("kind", line(24), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", line(24), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "pairing_id"],
            ["pairings.organisation_id", "pairings.id"],
            name=op.f("fk_feedbacks_organisation_id_pairing_id_pairings"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_feedbacks_organisation_id_person_id_people"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_feedbacks")),
        sa.UniqueConstraint(
            "organisation_id",
            "pairing_id",
            "person_id",
            "kind",
            name=op.f("uq_feedbacks_organisation_id_pairing_id_person_id_kind"),
        ),
    )
    op.create_index(
        op.f("ix_feedbacks_organisation_id_due_at"),
        "feedbacks",
        ["organisation_id", "due_at"],
        unique=False,
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_table(
        "meetings",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("pairing_id", line(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", line(24), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rebooked", sa.Boolean(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("denied", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "pairing_id"],
            ["pairings.organisation_id", "pairings.id"],
            name=op.f("fk_meetings_organisation_id_pairing_id_pairings"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_meetings")),
        sa.UniqueConstraint(
            "organisation_id",
            "pairing_id",
            "number",
            name=op.f("uq_meetings_organisation_id_pairing_id_number"),
        ),
    )
    op.create_index(
        op.f("ix_meetings_organisation_id_due_at"),
        "meetings",
        ["organisation_id", "due_at"],
        unique=False,
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_table(
        "seats",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("pairing_id", line(32), nullable=False),
        sa.Column("person_id", line(32), nullable=False),
        sa.Column("role", line(24), nullable=False),
        sa.Column("next_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("silent_weeks", sa.Integer(), nullable=False),
        sa.Column("low_ratings", sa.Integer(), nullable=False),
        sa.Column("good_weeks", sa.Integer(), nullable=False),
        sa.Column("stuck_weeks", sa.Integer(), nullable=False),
        sa.Column("tips", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "pairing_id"],
            ["pairings.organisation_id", "pairings.id"],
            name=op.f("fk_seats_organisation_id_pairing_id_pairings"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_seats_organisation_id_person_id_people"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "organisation_id", "pairing_id", "person_id", name=op.f("pk_seats")
        ),
    )
    op.create_index(
        op.f("ix_seats_organisation_id_next_due_at"),
        "seats",
        ["organisation_id", "next_due_at"],
        unique=False,
        postgresql_where=sa.text("next_due_at IS NOT NULL"),
        sqlite_where=sa.text("next_due_at IS NOT NULL"),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_index(
        op.f("ix_seats_organisation_id_next_due_at"),
        table_name="seats",
        postgresql_where=sa.text("next_due_at IS NOT NULL"),
        sqlite_where=sa.text("next_due_at IS NOT NULL"),
    )
    op.drop_table("seats")
    op.drop_index(
        op.f("ix_meetings_organisation_id_due_at"),
        table_name="meetings",
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.drop_table("meetings")
    op.drop_index(
        op.f("ix_feedbacks_organisation_id_due_at"),
        table_name="feedbacks",
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.drop_table("feedbacks")
    op.drop_index(
        op.f("ix_checkins_organisation_id_due_at"),
        table_name="checkins",
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.drop_table("checkins")
    op.drop_index(op.f("ix_proposals_organisation_id_mentor_id"), table_name="proposals")
    op.drop_index(op.f("ix_proposals_organisation_id_mentee_id"), table_name="proposals")
    op.drop_index(op.f("ix_proposals_organisation_id_cycle_id_state"), table_name="proposals")
    op.drop_index(
        op.f("ix_proposals_organisation_id_due_at"),
        table_name="proposals",
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.drop_table("proposals")
    op.drop_index(op.f("ix_pairings_organisation_id_mentor_id"), table_name="pairings")
    op.drop_index(op.f("ix_pairings_organisation_id_mentee_id"), table_name="pairings")
    op.drop_index(op.f("ix_pairings_organisation_id_cycle_id_state"), table_name="pairings")
    op.drop_index(
        op.f("ix_pairings_organisation_id_due_at"),
        table_name="pairings",
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.drop_table("pairings")
    op.drop_table("pair_rules")
    op.drop_index(op.f("ix_enrolments_organisation_id_person_id"), table_name="enrolments")
    op.drop_index(
        op.f("ix_enrolments_organisation_id_due_at"),
        table_name="enrolments",
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.drop_table("enrolments")
    op.drop_table("announcements")
    op.drop_table("lanes")
    op.drop_table("digests")
    op.drop_table("cycles")
    op.drop_index(op.f("ix_consents_organisation_id_person_id"), table_name="consents")
    op.drop_table("consents")
    op.drop_index(op.f("ix_accounts_organisation_id_person_id"), table_name="accounts")
    op.drop_table("accounts")
    op.drop_index(op.f("ix_turns_at"), table_name="turns")
    op.drop_table("turns")
    op.drop_table("tenants")
    op.drop_index(
        op.f("ix_programmes_organisation_id_digest_due_at"),
        table_name="programmes",
        postgresql_where=sa.text("digest_due_at IS NOT NULL"),
        sqlite_where=sa.text("digest_due_at IS NOT NULL"),
    )
    op.drop_table("programmes")
    op.drop_index(op.f("ix_people_organisation_id_email"), table_name="people")
    op.drop_table("people")
    op.drop_index("ix_outbox_person", table_name="outbox")
    op.drop_index(
        "ix_outbox_lane",
        table_name="outbox",
        postgresql_where=sa.text("state IN ('pending', 'sending')"),
        sqlite_where=sa.text("state IN ('pending', 'sending')"),
    )
    op.drop_index(
        "ix_outbox_conversation",
        table_name="outbox",
        postgresql_where=sa.text("state IN ('pending', 'sending')"),
        sqlite_where=sa.text("state IN ('pending', 'sending')"),
    )
    op.drop_table("outbox")
    op.drop_table("organisations")
    op.drop_table("audit")
