"""Moments the gallery's one programme cannot show at once: each is that programme, changed."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

from bot.conversation.turn import Turn
from bot.domain.checkin import AskState, CheckIn, Feedback, FeedbackKind, Met
from bot.domain.digest import Digest
from bot.domain.pairing import HelpLabel, Pairing
from bot.domain.people import Role
from bot.domain.programme import Cycle, CycleState, Enrolment, EnrolmentState, Programme
from bot.domain.proposal import Proposal
from bot.messages.card import Card
from bot.messages.form import Form
from bot.ports import Work
from bot.runtime.registry import every_flow
from storage.codecs import figures_from_json, figures_to_json
from tests.gallery.exhibits import Exhibit, apart
from tests.gallery.world import (
    NOW,
    ORG,
    REASONS,
    a_full_programme,
    an_empty_organisation,
    person,
)
from tests.golden.figures import FIGURES, QUIET
from tests.world import World, a_person

MORE_MENTORS = ("Hugo", "Julie", "Rita")
MORE_MENTEES = ("Ivan", "Karine", "Maude")
MANY = 20
REASONS_LEFT = ("taken", "nobody_on_other_side", "no_common_topic", "level_gap")

EXHIBITS = (
    Exhibit("review.pair", "claire", "draft-hugo", "between-two", world="busy"),
    Exhibit("review.pair", "claire", "draft-julie", "last", world="busy"),
    Exhibit("review.swap", "claire", "draft-hugo", "choices", world="busy"),
    Exhibit("review.summary", "claire", "cycle", "several", world="busy"),
    Exhibit("approval.unmatched", "claire", "cycle", "reasons", world="busy"),
    Exhibit("approval.names", "claire", "0", "first-of-two", world="busy"),
    Exhibit("approval.names", "claire", "20", "second-of-two", world="busy"),
    Exhibit("approval.sure", "claire", "cycle", "several", world="busy"),
    Exhibit("topics.home", "claire", "", "none", world="fresh"),
    Exhibit("topics.edit", "claire", "", "new", world="fresh"),
    Exhibit("volunteers.home", "claire", "cycle", "short", world="busy"),
    Exhibit("volunteers.names", "claire", "0", "first-of-two", world="busy"),
    Exhibit("volunteers.names", "claire", "20", "second-of-two", world="busy"),
    Exhibit("moves.rebook", "marc", "off", "second-time", world="busy"),
    Exhibit("moves.later", "marc", "off", "second-time", world="busy"),
    Exhibit("checkin.low", "nadia", "checkin-low", "again", world="busy"),
    Exhibit("checkin.stuck", "nadia", "checkin-stuck", "again", world="busy"),
    Exhibit("checkin.rating", "nadia", "checkin-rating", "nudge", "nudge", "busy"),
    Exhibit("checkin.rating", "nadia", "checkin-rating", "last", "last", "busy"),
    Exhibit("checkin.progress", "nadia", "checkin-progress", "nudge", "nudge", "busy"),
    Exhibit("checkin.progress", "nadia", "checkin-progress", "last", "last", "busy"),
    Exhibit("checkin.done", "omar", "checkin-undated", "undated", world="busy"),
    Exhibit("feedback.closing", "zoe", "ended", "no-wish", world="busy"),
    Exhibit("feedback.closing", "zoe", "ended", "stop", world="between"),
    Exhibit("settings.resting", "ana", "resting", "no-end", world="busy"),
    Exhibit("profile.saved", "bob", "enrolment-bob", "own-words", world="busy"),
    Exhibit("profile.saved", "bob", "enrolment-bob", "late", world="between"),
    Exhibit("digest.newest", "claire", "digest-full", "full", world="busy"),
    Exhibit("digest.newest", "claire", "digest-quiet", "quiet", world="busy"),
    Exhibit("console.home", "claire", "", "busy", world="busy"),
    Exhibit("console.home", "claire", "", "between", world="between"),
    Exhibit("console.home", "claire", "", "nobody-yet", world="fresh"),
    Exhibit("programme.home", "claire", "programme", "between", world="between"),
    Exhibit("volunteers.home", "claire", "cycle", "nobody-yet", world="fresh"),
    Exhibit("review.rules", "claire", "cycle", "none", world="fresh"),
    Exhibit("approval.unmatched", "claire", "cycle", "all-paired", world="fresh"),
    Exhibit("approval.sure", "claire", "cycle", "none", world="fresh"),
    Exhibit("approval.unmatched", "claire", "cycle", "no-pairs", world="alone"),
)
"""The cards, each in the moment that ``world`` names."""


@cache
def moments(language: str) -> dict[str, Card | Form]:
    """Return what every exhibit shows, by its name."""
    return apart(build(language))


async def build(language: str) -> dict[str, Card | Form]:
    """Make each moment and look at everything in it."""
    shown: dict[str, Card | Form] = {}
    for moment, make in MOMENTS.items():
        world = await make(language)
        for exhibit in EXHIBITS:
            if exhibit.world == moment:
                shown[exhibit.name] = await world.look(lambda work, each=exhibit: _look(work, each))
        world.store.close()
    return shown


def _look(work: Work, exhibit: Exhibit) -> Card | Form:
    who = person(work, exhibit.person)
    turn = Turn(work=work, now=NOW, person=who, value=exhibit.value)
    flow, _, name = exhibit.step.partition(".")
    return turn.shown(every_flow().flows[flow].steps[name], exhibit.subject)


async def _busy(language: str) -> World:
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
    await world.add_people(people)

    def act(work: Work) -> None:
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
    for mentor, mentee, score in (("hugo", "ivan", 690), ("julie", "karine", 610)):
        work.add(
            Proposal(
                **ORG,
                id=f"draft-{mentor}",
                cycle_id="cycle",
                mentor_id=mentor,
                mentee_id=mentee,
                score=score,
                reasons=REASONS,
            )
        )


def _second_time(work: Work) -> None:
    dated, undated = work.get(Pairing, "dated"), work.get(Pairing, "undated")
    assert dated is not None
    assert undated is not None
    dated.cancellations = 2
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
            step="done",
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
    for id_, number, figures in (("full", 10, FIGURES), ("quiet", 11, QUIET)):
        values: dict[str, Any] = {
            "programme_id": "programme",
            "at": NOW,
            "figures": figures_from_json(figures),
        }
        work.add(Digest(**ORG, id=f"digest-{id_}", number=number, **values))


async def _between(language: str) -> World:
    """The cycle is over; its pairings go on."""
    world = await a_full_programme(language)

    def act(work: Work) -> None:
        cycle = work.get(Cycle, "cycle")
        assert cycle is not None
        cycle.state, cycle.answer_by = CycleState.CLOSED, NOW.date() - timedelta(days=3)
        _wish(work, "stop")

    await world.look(act)
    return world


async def _fresh(language: str) -> World:
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


async def _alone(language: str) -> World:
    """One volunteer, with nobody to be paired with."""
    world = await _fresh(language)
    await world.add_people([a_person("Rita", language=language, level=2)])
    reason = "nobody_on_other_side"
    rita = _volunteer("rita", role=Role.MENTOR, unmatched_reason=reason)
    await world.look(lambda work: work.add(rita))
    return world


MOMENTS: dict[str, Callable[[str], Any]] = {
    "busy": _busy,
    "between": _between,
    "fresh": _fresh,
    "alone": _alone,
}
"""Every moment by its name."""
