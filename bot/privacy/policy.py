"""Who can read what is kept about a person; ``/mentor who-sees`` shows it. No entry means nobody.

Who may do what stands in each flow (bot.conversation.flow).
"""

from enum import StrEnum


class Reader(StrEnum):
    """Somebody who can read a stored item."""

    YOU = "you"
    PARTNER = "partner"
    COORDINATORS = "coordinators"
    NAMELESS = "nameless"  # coordinators read the words, never whose they are
    SUMS = "sums"  # counted into sums of five people of one role or more, and read only as such


ONLY_YOU = frozenset({Reader.YOU})
THE_PAIR = frozenset({Reader.YOU, Reader.PARTNER})
WITHOUT_NAME = frozenset({Reader.YOU, Reader.NAMELESS})
IN_SUMS = frozenset({Reader.YOU, Reader.SUMS})
COORDINATED = frozenset({Reader.YOU, Reader.COORDINATORS})
THE_PAIR_COORDINATED = frozenset({Reader.YOU, Reader.PARTNER, Reader.COORDINATORS})

READERS: dict[str, frozenset[Reader]] = {
    "name": THE_PAIR_COORDINATED,
    "languages": THE_PAIR_COORDINATED,
    "topics": THE_PAIR_COORDINATED,
    "interests": THE_PAIR_COORDINATED,
    "moments": THE_PAIR_COORDINATED,
    "pairing": THE_PAIR_COORDINATED,
    "met": THE_PAIR_COORDINATED,
    "quiet": THE_PAIR_COORDINATED,
    "hand": COORDINATED,
    "work": COORDINATED,
    "part": COORDINATED,
    "goal": THE_PAIR,
    "meetings": THE_PAIR,
    "break": THE_PAIR,
    "checkins": IN_SUMS,
    "feedback": IN_SUMS,
    "levels": ONLY_YOU,
    "wishes": ONLY_YOU,
    "shared": WITHOUT_NAME,
    "obstacle": ONLY_YOU,
    "avoided": ONLY_YOU,
    "answer": ONLY_YOU,
    "notes": ONLY_YOU,
    "consents": ONLY_YOU,
    "memory": ONLY_YOU,
    "concern": frozenset(),
}
"""Every item that is kept about a person, and who can read it; line managers are nowhere."""

FIELDS: dict[str, tuple[str, ...]] = {
    "name": ("Person.name", "Person.department", "Person.office", "Person.email"),
    "languages": ("Person.language", "Person.spoken"),
    "topics": ("Enrolment.topics",),
    "interests": ("Enrolment.interests",),
    "moments": ("Enrolment.slots", "Enrolment.formats"),
    "pairing": (
        *("Proposal.mentor_id", "Proposal.mentee_id", "Proposal.score", "Proposal.reasons"),
        *("Proposal.state", "Proposal.offered_at", "Proposal.due_at", "Proposal.reminded"),
        *("Pairing.mentor_id", "Pairing.mentee_id", "Pairing.started_on", "Pairing.ends_on"),
        *("Pairing.state", "Pairing.stage", "Pairing.due_at", "Pairing.resumed_on"),
        *("Pairing.ended_at", "Pairing.completed", "Pairing.rests_until"),
    ),
    "met": ("Meeting.state", "Pairing.last_met_on"),
    "quiet": ("Pairing.warned_at", "Pairing.left_be"),
    "hand": ("Pairing.help_label", "Pairing.help_asked_at"),
    "work": (
        *("Person.level", "Person.hired_on", "Person.manager_id"),
        *("Person.chain_left", "Person.chain_right", "Person.zone", "Person.country"),
        *("Person.subdivision", "Person.active", "Person.employee_number", "Person.departure"),
        *("Person.left_at", "Person.due_at", "Person.absent_until"),
        *("Person.title", "Person.leads", "Alias.email"),
        *("Person.is_coordinator", "Person.is_concern_contact", "Person.closed"),
    ),
    "part": (
        *("Enrolment.state", "Enrolment.role", "Enrolment.capacity", "Enrolment.invited_at"),
        *("Enrolment.invitation_id", "Enrolment.joined_at"),
        *("Enrolment.rounds_waited", "Enrolment.unmatched_reason"),
    ),
    "goal": ("Enrolment.goal",),
    "meetings": (
        *("Meeting.number", "Meeting.starts_at", "Meeting.minutes", "Meeting.due_at"),
        *("Meeting.rebooked", "Meeting.proposed_by", "Meeting.wanted_at", "Meeting.off_by"),
        *("Meeting.news", "Meeting.prepared_for", "Meeting.noted"),
        *("Pairing.cancellations", "Pairing.cancelled_at"),
    ),
    "break": ("Enrolment.paused_until", "Enrolment.due_at"),
    "checkins": (
        *("CheckIn.met", "CheckIn.rating", "CheckIn.progress", "CheckIn.stuck_on"),
        *("CheckIn.week", "CheckIn.asked_at", "CheckIn.answered_at", "CheckIn.state"),
        *(
            "Questionnaire.step",
            "CheckIn.role",
            "Questionnaire.taps",
            "CheckIn.reminders",
            "CheckIn.due_at",
        ),
        *("CheckIn.meeting_id", "Meeting.denied", "Meeting.mentor_said", "Meeting.mentee_said"),
    ),
    "feedback": (
        *("Feedback.kind", "Feedback.answers", "Feedback.asked_at", "Feedback.answered_at"),
        *("Feedback.state", "Feedback.role", "Feedback.reminders", "Feedback.due_at"),
    ),
    "levels": ("Enrolment.topics",),
    "wishes": ("Enrolment.wishes", "Enrolment.wishes_shared"),
    "shared": ("Enrolment.wishes",),
    "obstacle": ("Enrolment.obstacle",),
    "avoided": ("Enrolment.excluded_people", "Enrolment.excluded_departments"),
    "answer": (
        *("Proposal.mentor_answer", "Proposal.mentee_answer", "Proposal.over_by"),
        *("Proposal.over_at", "Pairing.over_by", "Pairing.over_at"),
    ),
    "notes": ("CheckIn.note", "CheckIn.thanks", "Seat.words"),
    "consents": (
        *("Consent.item", "Consent.given", "Consent.text_version", "Consent.language"),
        *("Consent.at", "Enrolment.consents"),
    ),
    "memory": (
        *("Account.address", "Account.route", "Account.reachable", "Account.heard_on"),
        *(
            "Conversation.flow",
            "Conversation.step",
            "Conversation.subject",
            "Conversation.draft",
            "Account.weeks",
        ),
        *("Seat.role", "Seat.next_due_at", "Seat.silent_weeks", "Seat.low_ratings"),
        *("Seat.good_weeks", "Seat.stuck_weeks", "Seat.tips", "Seat.told_on", "Seat.told"),
        *("Seat.in_vain", "Seat.in_vain_at"),
    ),
    "concern": (),
}
"""The stored fields behind each item, as "Class.field" of the domain; a test finds none missing."""
