"""A programme in the middle of its life: one row of every kind of thing a card can be about."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.conversation.awaiting import questions_of
from bot.domain.checkin import AskState, CheckIn, Feedback, FeedbackKind, Met, Progress
from bot.domain.digest import Digest
from bot.domain.invitation import Invitation
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import Pairing, PairingState, Seat, Stage
from bot.domain.people import Departure, Person, Role
from bot.domain.programme import (
    Announcement,
    Cycle,
    CycleState,
    Enrolment,
    EnrolmentState,
    Programme,
)
from bot.domain.proposal import Answer, PairRule, Proposal, ProposalState, RuleKind
from bot.domain.run import Run, RunKind, RunState
from bot.domain.topic import OwnTopic
from bot.flows.coordinating import due
from bot.ports import Work
from storage.codecs import change_from_json, outcome_from_json
from tests.builders import ORGANISATION
from tests.gallery.worlds.runs import RUNS
from tests.world import World, a_person

NOW = datetime(2026, 10, 5, 13, 30, tzinfo=UTC)
"""A Monday, 9:30 in Montréal: three weeks into the first pairings."""
BEGAN = date(2026, 9, 14)
THURSDAY = datetime(2026, 10, 8, 18, 0, tzinfo=UTC)
ORG: dict[str, Any] = {"organisation_id": ORGANISATION}
MENTORS = ("nadia", "omar", "lina", "theo", "kim", "luc", "max", "ned")
MENTEES = ("marc", "denis", "sophie", "ana", "bob", "zoe", "yves")
REASONS: list[dict[str, object]] = [
    {"code": "topics", "points": 387, "values": {"topics": ["ai-assistants", "gaming"]}},
    {"code": "hours", "points": 200, "values": {"hours": 8}},
    {"code": "waiting", "points": 100, "values": {"mentor": 1, "mentee": 0}},
    {"code": "interests", "points": 53, "values": {"interests": ["music", "hiking"]}},
    {"code": "languages", "points": 80, "values": {"languages": ["en", "fr"]}},
    {"code": "format", "points": 60, "values": {"formats": ["video"]}},
]


async def a_full_programme(language: str) -> World:
    """Open a world that holds it all; everybody reads one language."""
    speaks = {"language": language}
    claire = a_person("Claire", **speaks, is_coordinator=True, department="HR", level=6)
    people = [claire, a_person("Ines", **speaks, is_concern_contact=True, department="Legal")]
    people += [a_person(n.title(), **speaks, level=2, department="Data") for n in MENTORS]
    people += [a_person(n.title(), **speaks, level=9, department="Sales") for n in MENTEES]
    people += [a_person(n, **speaks, level=4) for n in ("Eve", "Paul")]
    people.append(a_person("Rose", **speaks, level=9))
    world = await World.create(people)
    world.clock.move_to(NOW)
    for fill in (_programme, _proposals, _pairings, _runs, _answers, _digest):
        await world.look(fill)
    return world


async def a_closed_account(language: str) -> World:
    """Somebody's account has been closed for a week, and nobody knows why."""
    world = await a_full_programme(language)

    def act(work: Work) -> None:
        marc = work.get(Person, "marc")
        assert marc is not None
        marc.depart(Departure.PLATFORM, NOW - timedelta(weeks=1), NOW + timedelta(weeks=3))

    await world.look(act)
    return world


async def an_empty_organisation(language: str) -> World:
    """Open a world in which nothing was begun."""
    return await World.create([a_person("Claire", language=language, is_coordinator=True)])


def person(work: Work, person_id: str) -> Person:
    """Return somebody of the organisation."""
    found = work.get(Person, person_id)
    assert found is not None
    return found


def _programme(work: Work) -> None:
    work.add(
        Programme(**ORG, id="programme", name="Bridges", created_by="claire"),
        Cycle(
            **ORG,
            id="cycle",
            programme_id="programme",
            number=1,
            answer_by=date(2026, 10, 16),
            state=CycleState.RUNNING,
        ),
        Invitation(**ORG, id="invitation", cycle_id="cycle", author_id="claire", written_at=NOW),
        Announcement(
            **ORG,
            id="announcement",
            cycle_id="cycle",
            author_id="claire",
            written_at=NOW,
            texts={"fr": "La salle Fleuve est à vous.", "en": "The River room is yours."},
        ),
    )
    for person_id in (*MENTORS, *MENTEES):
        work.add(_enrolment(person_id, Role.MENTOR if person_id in MENTORS else Role.MENTEE))
    ana = work.enrolments.part("cycle", "ana")
    assert ana is not None
    ana.capacity = 2  # she has a partner, and is proposed another one
    for person_id, role in (("paul", Role.MENTOR), ("rose", Role.MENTEE)):
        work.add(_enrolment(person_id, role, state=EnrolmentState.CHOOSING, topics={}))
    bob = work.enrolments.part("cycle", "bob")
    assert bob is not None
    bob.await_answer(NOW + timedelta(days=11))


def _enrolment(person_id: str, role: Role, **changes: Any) -> Enrolment:
    mentors = role is Role.MENTOR
    values: dict[str, Any] = {
        "id": f"enrolment-{person_id}",
        "cycle_id": "cycle",
        "person_id": person_id,
        "state": EnrolmentState.JOINED,
        "role": role,
        "joined_at": NOW - timedelta(weeks=4),
        "consents": ("matching", "facts", "statistics"),
        "topics": {"ai-assistants": 5, "gaming": 3} if mentors else {"ai-assistants": 1},
        "goal": "" if mentors else "Draft a letter with the assistant",
        "obstacle": "" if mentors else "time",
        "slots": ("1-am", "3-am", "3-pm"),
    }
    return Enrolment(**ORG, **{**values, **changes})


def _proposal(id_: str, mentor_id: str, mentee_id: str, **changes: Any) -> Proposal:
    values: dict[str, Any] = {
        "id": id_,
        "cycle_id": "cycle",
        "mentor_id": mentor_id,
        "mentee_id": mentee_id,
        "score": 880,
        "reasons": REASONS,
    }
    return Proposal(**ORG, **{**values, **changes})


def _proposals(work: Work) -> None:
    asked = {"offered_at": NOW - timedelta(days=3), "due_at": NOW + timedelta(days=2)}
    work.add(
        _proposal("offered", "theo", "ana", state=ProposalState.OFFERED, **asked),
        _proposal("draft", "kim", "bob"),
        _proposal("draft-two", "ned", "yves"),
    )
    for mentor_id, mentee_id, kind in (
        ("kim", "bob", RuleKind.LOCK),
        ("luc", "zoe", RuleKind.FORBID),
    ):
        sides = {"mentor_id": mentor_id, "mentee_id": mentee_id}
        work.add(PairRule(**ORG, cycle_id="cycle", kind=kind, **sides))
    zoe = work.enrolments.part("cycle", "zoe")
    assert zoe is not None
    zoe.unmatched_reason = "taken"


def _runs(work: Work) -> None:
    for name, changes in RUNS.items():
        values: dict[str, Any] = {
            "id": f"run-{name}",
            "cycle_id": "cycle",
            "asked_by": "claire",
            "asked_at": NOW,
            "kind": RunKind.PAIR,
            "state": RunState.DONE,
        }
        tried, found = (changes.get(name, {}) for name in ("change", "outcome"))
        typed = {"change": change_from_json(tried), "outcome": outcome_from_json(found)}
        work.add(Run(**ORG, **{**values, **changes, **typed}))
    topic: dict[str, Any] = {
        "fr": "Greffe de pommiers",
        "en": "Grafting apple trees",
        "synonyms": ("greffe",),
    }
    work.add(OwnTopic(**ORG, id="own-grafting", **topic))
    for person_id in ("max", "ned"):
        enrolment = work.enrolments.part("cycle", person_id)
        assert enrolment is not None
        enrolment.wishes, enrolment.wishes_shared = ("juggling",), True


def _pairings(work: Work) -> None:
    _pairing(work, "dated", "nadia", "marc", warned_at=NOW)
    _pairing(work, "undated", "omar", "denis")
    _pairing(work, "asked", "lina", "sophie")
    ended = {"state": PairingState.ENDED, "completed": True, "stage": Stage.DONE, "ended_at": NOW}
    _pairing(work, "ended", "nadia", "zoe", **ended)
    rests: dict[str, Any] = {"rests_until": datetime(2026, 11, 30, 13, 30, tzinfo=UTC)}
    _pairing(work, "resting", "luc", "ana", state=PairingState.PAUSED, **rests)
    luc = work.enrolments.part("cycle", "luc")
    assert luc is not None
    luc.pause(date(2026, 10, 19), datetime(2026, 10, 19, 12, 30, tzinfo=UTC))
    for id_, pairing_id, weeks, state in (
        ("held", "dated", -2, MeetingState.HELD),
        ("agreed", "dated", 0, MeetingState.AGREED),
        ("off", "dated", 2, MeetingState.CANCELLED),
        ("first", "asked", 0, MeetingState.PROPOSED),
        ("second", "asked", 2, MeetingState.PROPOSED),
        ("over", "ended", -2, MeetingState.HELD),
    ):
        work.add(
            Meeting(
                **ORG,
                id=id_,
                pairing_id=pairing_id,
                number={"agreed": 2, "off": 3, "second": 2}.get(id_, 1),
                starts_at=THURSDAY + timedelta(weeks=weeks),
                state=state,
                proposed_by="lina" if state is MeetingState.PROPOSED else "",
            ),
        )


def _pairing(work: Work, id_: str, mentor_id: str, mentee_id: str, **changes: Any) -> None:
    yes = {"mentor_answer": Answer.YES, "mentee_answer": Answer.YES}
    asked = {"state": ProposalState.ACCEPTED, "offered_at": NOW - timedelta(weeks=4)}
    work.add(_proposal(f"accepted-{id_}", mentor_id, mentee_id, **yes, **asked))
    values: dict[str, Any] = {
        "id": id_,
        "cycle_id": "cycle",
        "proposal_id": f"accepted-{id_}",
        "mentor_id": mentor_id,
        "mentee_id": mentee_id,
        "started_on": BEGAN,
        "ends_on": BEGAN + timedelta(weeks=12),
        **changes,
    }
    pairing = Pairing(**ORG, **values)
    work.add(pairing)
    is_active = pairing.state is PairingState.ACTIVE
    for person_id, role in ((mentor_id, Role.MENTOR), (mentee_id, Role.MENTEE)):
        next_due_at = datetime(2026, 10, 8, 14, 0, tzinfo=UTC) if is_active else None
        seat = Seat(**ORG, pairing_id=id_, person_id=person_id, role=role, next_due_at=next_due_at)
        seat.words = "Shall we use your own slides?" if person_id == "nadia" else ""
        work.add(seat)


CHECKINS: dict[str, dict[str, Any]] = {
    "open": {},
    "rating": {"met": Met.YES},
    "progress": {"met": Met.YES, "rating": 4},
    "still": {},
    "forward": {"met": Met.YES, "rating": 5, "progress": Progress.FORWARD},
    "same": {"met": Met.YES, "rating": 4, "progress": Progress.SAME},
    "middling": {"met": Met.YES, "rating": 3, "progress": Progress.SAME},
    "low": {"met": Met.YES, "rating": 1, "progress": Progress.SAME},
    "hand": {"met": Met.YES, "rating": 2, "progress": Progress.HAND},
    "planned": {"met": Met.PLANNED},
    "not-this-week": {"met": Met.NOT_THIS_WEEK},
    "stuck": {"met": Met.STUCK},
    "thanks": {
        "met": Met.YES,
        "rating": 5,
        "progress": Progress.FORWARD,
        "thanks": "Thank you for the patience with my first try.",
    },
}
"""Check-ins of Nadia, each as far as its name says; one a week."""
STEPS = {
    "open": "met",
    "rating": "rating",
    "progress": "progress",
    "still": "still",
    "thanks": "offer",
}
"""The question that awaits an answer; none in the other check-ins."""


def _answers(work: Work) -> None:
    for number, (name, changes) in enumerate(CHECKINS.items()):
        step = STEPS.get(name, "done")
        is_asked = step not in {"offer", "done"}
        checkin = CheckIn(
            **ORG,
            id=f"checkin-{name}",
            pairing_id="dated",
            person_id="nadia",
            role=Role.MENTOR,
            week=f"2026-W{number + 20}",
            asked_at=NOW,
            state=AskState.OPEN if is_asked else AskState.ANSWERED,
            answered_at=None if is_asked else NOW,
            **changes,
        )
        work.add(checkin)
        questions_of(work, checkin).stand_at(step)
    shared = {"change": "A shorter agenda.", "share": True}
    thanks = {"next": "new", "thanks": "You made it easy to ask."}
    for pairing_id, person_id, kind, answers in (
        ("dated", "nadia", FeedbackKind.MID, {}),
        ("dated", "marc", FeedbackKind.MID, shared),
        ("dated", "nadia", FeedbackKind.FINAL, {}),
        ("dated", "marc", FeedbackKind.FINAL, {}),
        ("ended", "zoe", FeedbackKind.FINAL, thanks),
    ):
        work.add(
            Feedback(
                **ORG,
                id=f"{kind.value}-{person_id}",
                pairing_id=pairing_id,
                person_id=person_id,
                role=Role.MENTOR if person_id in MENTORS else Role.MENTEE,
                kind=kind,
                asked_at=NOW,
                state=AskState.ANSWERED if answers else AskState.OPEN,
                answers=dict(answers),
            ),
        )


def _digest(work: Work) -> None:
    """Publish a digest, and keep it once more under an id that can be asked for."""
    programme = work.get(Programme, "programme")
    assert programme is not None
    due.publish(work, NOW, programme)
    published = work.figures.last("programme")
    assert published is not None
    figures = published.figures
    work.add(
        Digest(**ORG, id="digest", programme_id="programme", number=9, at=NOW, figures=figures),
    )
