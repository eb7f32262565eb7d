"""Every stored column: what it is kept for, how long, and whether it is sealed.

Who reads it is said by the item it belongs to (bot.privacy.policy); a test finds no column of the
schema missing here. What is sealed opens with the key of one person only, or of the organisation,
and can be read nowhere any more once that key is destroyed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.privacy.policy import READERS, Reader


class Purpose(StrEnum):
    """What something is kept for."""

    STAFF = "staff"  # to know who works here, where and in which language
    PAIRING = "pairing"  # to bring together who can learn from one another
    LEARNING = "learning"  # to accompany two people from meeting to meeting
    FIGURES = "figures"  # to tell coordinators how the programme goes, in sums
    WRITING = "writing"  # to send each message once, at the right time and place
    STEERING = "steering"  # to let coordinators run the programme
    PROOF = "proof"  # to show what was agreed to and decided


class Keeping(StrEnum):
    """How long something is kept; the erasure of a person comes before each of these."""

    PERSON = "person"  # as long as the person is known
    PROGRAMME = "programme"  # as long as the programme
    ANSWERS = "answers"  # then only the sums that were made of them
    NOTES = "notes"  # a while after the pairing ended
    MOMENT = "moment"  # until it is sent, or left
    MESSAGES = "messages"  # a while after it arrived, or did not
    TURNS = "turns"  # as long as a platform may say the same twice
    TRAIL = "trail"  # as long as decisions may be asked about


KEPT: dict[tuple[Purpose, Keeping], dict[str, tuple[str, ...]]] = {
    (Purpose.STAFF, Keeping.PERSON): {
        "name": ("people: name department office email",),
        "languages": ("people: language spoken",),
        "work": (
            "people: level hired_on manager_id chain_left chain_right zone country subdivision",
            "people: active employee_number departure left_at due_at title absent_until leads",
            "people: is_coordinator is_concern_contact closed",
            "aliases: email",
        ),
    },
    (Purpose.PAIRING, Keeping.PROGRAMME): {
        "part": (
            "enrolments: state role capacity invited_at invitation_id joined_at rounds_waited",
            "enrolments: unmatched_reason",
        ),
        "topics": ("enrolments: topics",),
        "levels": ("enrolments: topics",),
        "wishes": ("enrolments: wishes wishes_shared",),
        "shared": ("enrolments: wishes",),
        "obstacle": ("enrolments: obstacle",),
        "avoided": ("enrolments: excluded_people excluded_departments",),
        "goal": ("enrolments: goal",),
        "interests": ("enrolments: interests",),
        "moments": ("enrolments: slots formats",),
        "break": ("enrolments: paused_until due_at",),
        "pairing": (
            "proposals: mentor_id mentee_id score reasons state offered_at due_at reminded",
            "pairings: mentor_id mentee_id started_on ends_on state stage due_at resumed_on",
            "pairings: ended_at completed rests_until",
        ),
        "answer": ("proposals: mentor_answer mentee_answer",),
        "stopped": ("proposals: over_by over_at", "pairings: over_by over_at"),
    },
    (Purpose.LEARNING, Keeping.PROGRAMME): {
        "met": ("meetings: state", "pairings: last_met_on"),
        "quiet": ("pairings: warned_at left_be",),
        "hand": ("pairings: help_label help_asked_at",),
        "meetings": (
            "meetings: number starts_at minutes due_at rebooked proposed_by wanted_at off_by news",
            "meetings: prepared_for noted denied mentor_said mentee_said",
            "pairings: cancellations cancelled_at",
        ),
        "signs": ("seats: silent_weeks low_ratings good_weeks stuck_weeks",),
    },
    (Purpose.LEARNING, Keeping.ANSWERS): {
        "checkins": ("checkins: met rating progress stuck_on step taps",),
        "asked": (
            "checkins: role week asked_at answered_at state reminders due_at meeting_id",
            "feedbacks: role kind asked_at answered_at state reminders due_at",
        ),
    },
    (Purpose.LEARNING, Keeping.NOTES): {"notes": ("checkins: note",)},
    (Purpose.LEARNING, Keeping.MOMENT): {
        "unsent": ("checkins: thanks", "seats: words", "accounts: draft"),
    },
    (Purpose.FIGURES, Keeping.ANSWERS): {"feedback": ("feedbacks: answers",)},
    (Purpose.FIGURES, Keeping.PROGRAMME): {"cohorts": ("digests: cohorts",)},
    (Purpose.WRITING, Keeping.PERSON): {
        "memory": (
            "accounts: address route reachable heard_on flow step subject weeks",
            "seats: role next_due_at tips told_on told in_vain in_vain_at",
        ),
    },
    (Purpose.WRITING, Keeping.MESSAGES): {
        "messages": ("outbox: payload",),
        "sending": (
            "outbox: key kind due_at visible_at closes_at expires_at settled_at also_to state",
            "outbox: attempts lease_owner remote_id error flow step subject",
            "lanes: tokens updated_at closed_until",
        ),
    },
    (Purpose.WRITING, Keeping.TURNS): {"said": ("turns: key at",)},
    (Purpose.WRITING, Keeping.PROGRAMME): {
        "keys": ("secrets: sealed expires_at", "owner_keys: under wrapped"),
        "erased": ("tenants: forgotten",),
    },
    (Purpose.STEERING, Keeping.PROGRAMME): {
        "programme": (
            "organisations: name language",
            "tenants: platform external_id active left_out",
            "closings: name office first last",
            "topics: fr en synonyms",
            "programmes: name created_by weeks meetings checkin_weekday checkin_at digest_due_at",
            "programmes: digests",
            "cycles: number answer_by state rules proposed_at approved_at approved_by",
            "announcements: author_id written_at texts sent_at",
            "invitations: author_id written_at departments offices lowest highest people again",
            "invitations: lines sent_at",
            "pair_rules: mentor_id mentee_id kind",
            "runs: asked_by asked_at kind change state outcome attempts due_at",
            "digests: number at figures",
        ),
    },
    (Purpose.PROOF, Keeping.PERSON): {
        "consents": ("consents: item given text_version language at", "enrolments: consents"),
    },
    (Purpose.PROOF, Keeping.TRAIL): {"trail": ("audit: actor_id action subject at details",)},
}
"""The columns of every item, as "table: columns", by what they are kept for and how long.

A column that holds two items, such as topics and their levels, is named under both.
"""
SEALED = frozenset(
    {
        *("topics", "levels", "wishes", "shared", "obstacle", "avoided", "goal", "answer", "signs"),
        *("checkins", "feedback", "notes", "unsent", "messages", "cohorts", "keys"),
    },
)
"""The items that whoever opens the database without the installation's key cannot read."""
TIES = frozenset(
    {
        *("id", "organisation_id", "tenant_id", "account_id", "person_id", "programme_id"),
        *("cycle_id", "proposal_id", "pairing_id", "owner_id"),
    },
)
"""Columns that only tie rows together, by opaque ids."""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What is said of one column under one of its items."""

    item: str
    purpose: Purpose
    keeping: Keeping

    @property
    def is_sealed(self) -> bool:
        """Whether it opens with a key of somebody's own only."""
        return self.item in SEALED

    @property
    def readers(self) -> frozenset[Reader]:
        """Who can read it: whoever runs the server reads all that is not sealed."""
        readers = READERS[self.item]
        return readers - {Reader.SERVER} if self.is_sealed else readers | {Reader.SERVER}


def columns() -> dict[str, tuple[Kept, ...]]:
    """Return what is said of every column, as "table.column", under each of its items."""
    said: dict[str, tuple[Kept, ...]] = {}
    for column, kept in _said():
        said[column] = (*said.get(column, ()), kept)
    return said


def _said() -> Iterator[tuple[str, Kept]]:
    for (purpose, keeping), items in KEPT.items():
        for item, lists in items.items():
            for table, _, names in (each.partition(": ") for each in lists):
                for name in names.split():
                    kept = Kept(item=item, purpose=purpose, keeping=keeping)
                    yield f"{table}.{name}", kept
