"""Moments the gallery's one programme cannot show at once: each is that programme, changed."""

from datetime import date, timedelta
from typing import Any

from bot.domain.checkin import AskState, CheckIn, Feedback, FeedbackKind, Met
from bot.domain.digest import Digest
from bot.domain.invitation import Invitation
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import HelpLabel, Pairing
from bot.domain.people import Role
from bot.domain.programme import (
    Announcement,
    Cycle,
    CycleState,
    Enrolment,
    EnrolmentState,
    Programme,
)
from bot.domain.proposal import Proposal
from bot.ports import Work
from storage.codecs import figures_from_json, figures_to_json
from tests.builders import a_closing
from tests.gallery.worlds.figures import FIGURES, OTHERS, QUIET
from tests.gallery.worlds.full import (
    NOW,
    ORG,
    REASONS,
    THURSDAY,
    a_full_programme,
    an_empty_organisation,
)
from tests.world import World, a_person

MORE_MENTORS = ("Hugo", "Julie", "Rita")
MORE_MENTEES = ("Ivan", "Karine", "Maude")
MANY = 20
REASONS_LEFT = (
    *("taken", "nobody_on_other_side", "no_common_topic", "level_gap", "reporting_line"),
    *("past_partner", "no_common_language", "no_common_hours", "excluded", "level_unknown"),
    "minimum_score",
)
OTHER_REASONS: list[dict[str, object]] = [
    {"code": "department", "points": 300, "values": {"mentor": "Data", "mentee": "Sales"}},
    {"code": "gap", "points": 200, "values": {"levels": 7}},
    {"code": "interests", "points": 100, "values": {"interests": ["music"]}},
]


async def busy(language: str) -> World:
    """Many volunteers and drafts, and everything that went wrong twice."""
    world = await a_full_programme(language)
    names = (*MORE_MENTORS, *MORE_MENTEES, *(f"Volunteer{n:02}" for n in range(MANY)))
    mentors = {name.lower() for name in MORE_MENTORS}
    people = [
        a_person(
            name,
            language=language,
            level=2 if name.lower() in mentors else 9,
            department="Data" if name.lower() in mentors else "Sales",
        )
        for name in names
    ]
    unlisted: dict[str, Any] = {"language": language, "level": 0, "department": "", "office": ""}
    await world.add_people(
        [
            *people,
            a_person("Ugo", **unlisted, title="VP Sales"),
            a_person("Uma", **unlisted),
            *(a_person(f"Unlisted{number:02}", **unlisted) for number in range(MANY)),
        ]
    )

    def act(work: Work) -> None:
        work.add(
            a_closing("break", **ORG, name="Noël"),
            a_closing("asked", **ORG, name="Stocktaking", first=NOW.date(), kept=False),
            a_closing("move", **ORG, name="Moving day", office="Montréal", last=date(2026, 12, 24)),
        )
        for number, each in enumerate(people):
            is_mentor = each.id in mentors
            work.add(
                _volunteer(
                    each.id,
                    role=Role.MENTOR if is_mentor else Role.MENTEE,
                    topics={"ai-assistants": 4 if is_mentor else 1, "cyber-hygiene": 2},
                    unmatched_reason=REASONS_LEFT[number % len(REASONS_LEFT)],
                )
            )
        _more_drafts(work)
        _second_time(work)
        _own_words(work)
        _more_digests(work)

    await world.look(act)
    return world


def _volunteer(person_id: str, **changes: Any) -> Enrolment:
    values: dict[str, Any] = {
        "id": f"enrolment-{person_id}",
        "cycle_id": "cycle",
        "person_id": person_id,
        "state": EnrolmentState.JOINED,
        "joined_at": NOW - timedelta(weeks=1),
        "consents": ("matching", "facts", "statistics"),
    }
    return Enrolment(**ORG, **{**values, **changes})


def _more_drafts(work: Work) -> None:
    for mentor, mentee, score, reasons in (
        ("hugo", "ivan", 690, REASONS),
        ("julie", "karine", 610, OTHER_REASONS),
    ):
        work.add(
            Proposal(
                **ORG,
                id=f"draft-{mentor}",
                cycle_id="cycle",
                mentor_id=mentor,
                mentee_id=mentee,
                score=score,
                reasons=reasons,
            )
        )


def _second_time(work: Work) -> None:
    offered = work.get(Proposal, "offered")
    assert offered is not None
    offered.reasons = OTHER_REASONS
    dated, undated = work.get(Pairing, "dated"), work.get(Pairing, "undated")
    assert dated is not None
    assert undated is not None
    dated.cancellations, dated.cancelled_at = 2, NOW
    dated.last_met_on = date(2026, 9, 24)
    agreed, off = work.get(Meeting, "agreed"), work.get(Meeting, "off")
    assert agreed is not None
    assert off is not None
    agreed.wanted_at, agreed.proposed_by = THURSDAY + timedelta(days=1), "marc"
    off.off_by = off.proposed_by = "marc"
    off.wanted_at = THURSDAY + timedelta(days=13)
    after_all = THURSDAY + timedelta(weeks=4)
    work.add(
        Meeting(
            **ORG,
            id="after-all",
            pairing_id="dated",
            number=4,
            starts_at=after_all,
            state=MeetingState.CANCELLED,
            wanted_at=after_all,
            proposed_by="marc",
        )
    )
    dated.help_label, undated.help_label = HelpLabel.ASKED, HelpLabel.NO_MEETING
    seat = work.pairings.seat("dated", "nadia")
    seat.low_ratings = seat.stuck_weeks = 2
    luc = work.enrolments.part("cycle", "luc")
    assert luc is not None
    luc.pause(None, None)
    work.add(
        CheckIn(
            **ORG,
            id="checkin-undated",
            pairing_id="undated",
            person_id="omar",
            role=Role.MENTOR,
            week="2026-W41",
            asked_at=NOW,
            state=AskState.ANSWERED,
            met=Met.PLANNED,
            answered_at=NOW,
        )
    )


def _own_words(work: Work) -> None:
    bob, marc = work.enrolments.part("cycle", "bob"), work.enrolments.part("cycle", "marc")
    assert bob is not None
    assert marc is not None
    bob.wishes, bob.excluded_departments = ("sourdough",), ("Legal",)
    bob.excluded_people = ("omar",)
    marc.consents = (*marc.consents, "recognition")
    final = work.checkins.feedback("dated", "marc", FeedbackKind.FINAL)
    assert final is not None
    final.answers = {"changed": "I draft my own letters now.", "publish": True}
    _wish(work, "")


def _wish(work: Work, wish: str) -> None:
    """Let Zoé's last answer be another wish for afterwards."""
    feedback: Feedback | None = work.checkins.feedback("ended", "zoe", FeedbackKind.FINAL)
    assert feedback is not None
    feedback.answers = {"next": wish}


def _more_digests(work: Work) -> None:
    published = work.figures.last("programme")
    assert published is not None
    assert figures_to_json(published.figures).keys() == FIGURES.keys()
    for id_, number, figures in (
        ("full", 10, FIGURES),
        ("quiet", 11, QUIET),
        ("others", 12, OTHERS),
    ):
        values: dict[str, Any] = {
            "programme_id": "programme",
            "at": NOW,
            "figures": figures_from_json(figures),
        }
        work.add(Digest(**ORG, id=f"digest-{id_}", number=number, **values))


async def between(language: str) -> World:
    """The cycle is over; its pairings go on."""
    world = await a_full_programme(language)

    def act(work: Work) -> None:
        cycle = work.get(Cycle, "cycle")
        assert cycle is not None
        cycle.state, cycle.answer_by = CycleState.CLOSED, NOW.date() - timedelta(days=3)
        _wish(work, "stop")
        work.add(
            Feedback(
                **ORG,
                id="final-nadia-ended",
                pairing_id="ended",
                person_id="nadia",
                role=Role.MENTOR,
                kind=FeedbackKind.FINAL,
                asked_at=NOW,
                state=AskState.ANSWERED,
                answers={"next": "stop"},
            )
        )

    await world.look(act)
    return world


async def late(language: str) -> World:
    """The cycle goes on; the day by which it promised an answer has passed."""
    world = await a_full_programme(language)

    def act(work: Work) -> None:
        cycle, bob = work.get(Cycle, "cycle"), work.enrolments.part("cycle", "bob")
        assert cycle is not None
        assert bob is not None
        cycle.answer_by = NOW.date() - timedelta(days=3)
        bob.have_answer()

    await world.look(act)
    return world


async def fresh(language: str) -> World:
    """A cycle just opened; nobody was asked."""
    world = await an_empty_organisation(language)
    world.clock.move_to(NOW)
    cycle: dict[str, Any] = {"programme_id": "programme", "number": 1}

    def act(work: Work) -> None:
        work.add(
            Programme(**ORG, id="programme", name="Bridges", created_by="claire"),
            Cycle(**ORG, id="cycle", answer_by=date(2026, 10, 16), **cycle),
        )

    await world.look(act)
    return world


async def alone(language: str) -> World:
    """One volunteer, with nobody to be paired with."""
    world = await fresh(language)
    await world.add_people([a_person("Rita", language=language, level=2)])
    reason = "nobody_on_other_side"
    rita = _volunteer("rita", role=Role.MENTOR, unmatched_reason=reason)
    await world.look(lambda work: work.add(rita))
    return world


async def sent(language: str) -> World:
    """An invitation, an announcement and an approval were sent this minute; nobody has them yet."""
    world = await a_full_programme(language)

    def act(work: Work) -> None:
        invitation = work.get(Invitation, "invitation")
        announcement = work.get(Announcement, "announcement")
        assert invitation is not None
        assert announcement is not None
        invitation.sent_at = announcement.sent_at = NOW
        for person in ("eve", "ines"):
            invited: dict[str, Any] = {
                "id": f"enrolment-{person}",
                "cycle_id": "cycle",
                "person_id": person,
                "invitation_id": "invitation",
            }
            work.add(Enrolment(**ORG, **invited, invited_at=NOW, due_at=NOW))
        cycle_open = work.get(Cycle, "cycle")
        assert cycle_open is not None
        cycle_open.approved_at = NOW
        work.proposals.approve_drafts("cycle", NOW)

    await world.look(act)
    return world
