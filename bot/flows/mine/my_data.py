"""Everything kept about one person, as JSON, cut into pages that fit a card."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, time
from typing import Any, cast

from bot.conversation.awaiting import conversation_with, questions_of
from bot.conversation.turn import Turn
from bot.domain.checkin import CheckIn, FeedbackKind
from bot.domain.meeting import Meeting, MeetingState, Said
from bot.domain.pairing import Pairing, PairingState
from bot.domain.people import Account, Role
from bot.domain.proposal import Proposal, ProposalState
from bot.flows.pairing.reasons import ABOUT_BOTH

PAGE = 2200
"""Characters of JSON on one card, so that a card stays below 3000 whatever stands around it."""
ALL_CHECKINS = 1000
"""More than a pairing could ever hold: one a week."""
NOT_THEIRS = frozenset(
    {
        *("organisation_id", "chain_left", "chain_right", "score", "news", "over_at", "over_by"),
        *("denied", "mentor_said", "mentee_said", "cancellations", "cancelled_at", "off_by"),
        *("in_vain", "in_vain_at", "help_label", "help_asked_at"),
        *("warned_at", "left_be", "rests_until", "last_met_on"),
    },
)
"""Left out everywhere: our own keys, and what would tell how the other side answered."""
ANSWERS = frozenset({"mentor_answer", "mentee_answer", "due_at"})
"""Left out of proposals: both answers, and when it is looked at next, which follows them.

When a pairing or a meeting is looked at next follows a break or a word of the other side, too.
"""
SAID = {
    Said.YES: MeetingState.HELD,
    Said.NO: MeetingState.MISSED,
    Said.NOTHING: MeetingState.AGREED,
}
"""How a meeting whose time has come stands for one side: as they said, whatever the other says."""


def pages_of(turn: Turn) -> list[str]:
    """Return the pages, in order; put together line by line they are one JSON document."""
    text = json.dumps(everything(turn), ensure_ascii=False, indent=1, default=_written)
    pages, page = [], ""
    for line in _lines(text):
        if len(page) + len(line) + 1 > PAGE:
            pages.append(page)
            page = ""
        page = f"{page}\n{line}" if page else line
    return [*pages, page]


def everything(turn: Turn) -> dict[str, Any]:
    """Return all that is kept about this turn's person, without what others answered.

    The accounts come last: where the conversation stands changes with every page that is read.
    """
    work, person_id = turn.work, turn.person.id
    offered = work.proposals.of(person_id, *ProposalState)
    return {
        "at": turn.now,
        "person": _plain(turn.person),
        "aliases": [alias.email for alias in work.people.aliases(person_id)],
        "consents": [_plain(consent) for consent in work.people.consents(person_id)],
        "enrolments": [_plain(enrolment) for enrolment in work.enrolments.of(person_id)],
        "proposals": [_proposal(turn, each) for each in offered if each.offered_at],
        "pairings": [_pairing(turn, each) for each in work.pairings.of(person_id, *PairingState)],
        "accounts": [_account(turn, account) for account in work.accounts.all(person_id)],
    }


def _pairing(turn: Turn, pairing: Pairing) -> dict[str, Any]:
    work, person_id = turn.work, turn.person.id
    checkins = work.checkins.last(pairing.id, person_id, ALL_CHECKINS)
    feedbacks = [work.checkins.feedback(pairing.id, person_id, kind) for kind in FeedbackKind]
    meetings: list[Meeting] = work.pairings.meetings(pairing.id)
    return {
        **_without_answers(_plain(pairing)),
        "state": pairing.state_for(person_id),
        "partner": turn.partner(pairing).name,
        "seat": _plain(work.pairings.seat(pairing.id, person_id)),
        "meetings": [_meeting(meeting, pairing.role_of(person_id)) for meeting in meetings],
        "checkins": [_checkin(turn, checkin) for checkin in checkins],
        "feedbacks": [_plain(feedback) for feedback in feedbacks if feedback],
    }


def _meeting(meeting: Meeting, role: Role | None) -> dict[str, Any]:
    state = meeting.state
    if role is not None and state in (MeetingState.HELD, MeetingState.MISSED):
        state = SAID[meeting.said_by(role)]
    return {**_without_answers(_plain(meeting)), "state": state}


def _without_answers(kept: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in kept.items() if name not in ANSWERS}


def _account(turn: Turn, account: Account) -> dict[str, Any]:
    return {**_plain(account), **_plain(conversation_with(turn.work, account))}


def _checkin(turn: Turn, checkin: CheckIn) -> dict[str, Any]:
    return {**_plain(checkin), **_plain(questions_of(turn.work, checkin))}


def _proposal(turn: Turn, proposal: Proposal) -> dict[str, Any]:
    """A proposal without the other side's answer: an end is an end, whoever brought it about."""
    role = proposal.role_of(turn.person.id)
    return {
        **_without_answers(_plain(proposal)),
        "reasons": [
            {"code": reason["code"], **cast("dict[str, object]", reason["values"])}
            for reason in proposal.reasons
            if reason["code"] in ABOUT_BOTH
        ],
        "state": "closed" if proposal.is_over_for(turn.person.id) else proposal.state,
        "partner": turn.someone(proposal.other(turn.person.id)).name,
        "your_role": role,
        "your_answer": proposal.answer_of(turn.person.id),
    }


def _plain(entity: Any) -> dict[str, Any]:
    """Return an entity's fields without our own keys and without what is empty."""
    kept = {name: value for name, value in asdict(entity).items() if name not in NOT_THEIRS}
    return {name: value for name, value in kept.items() if value not in (None, "", (), [], {})}


def _lines(text: str) -> Iterable[str]:
    for line in text.split("\n"):
        for start in range(0, max(1, len(line)), PAGE):
            yield line[start : start + PAGE]


def _written(value: object) -> str:
    """Return what JSON has no word for: days and times, as ISO 8601 writes them."""
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(value)
