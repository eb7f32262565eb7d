"""Entities with sensible values, for tests that talk to the store directly."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from adapters.sealing import new_key
from bot.conversation.awaiting import Conversation, Questionnaire
from bot.domain.checkin import CheckIn, Feedback, FeedbackKind, Met
from bot.domain.closing import Closing
from bot.domain.delivery import Delivery, Kind, Lane
from bot.domain.digest import Digest, Figures
from bot.domain.invitation import Invitation
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing, Seat
from bot.domain.people import (
    Account,
    Alias,
    AuditEntry,
    Consent,
    Departure,
    Organisation,
    Person,
    Role,
    Secret,
    Tenant,
)
from bot.domain.programme import Announcement, Cycle, Enrolment, EnrolmentState, Programme
from bot.domain.proposal import PairRule, Proposal, RuleKind
from bot.domain.run import HowFar, Run, RunKind, Two
from bot.domain.topic import OwnTopic
from bot.ports import Work
from storage.sealing import Keys

NOW = datetime(2026, 9, 14, 14, 0, tzinfo=UTC)
ORGANISATION = "org"
KEYS = Keys([new_key()])
"""What tests seal with."""


def an_organisation(id_: str = ORGANISATION) -> Organisation:
    return Organisation(id=id_, name="Test")


def a_tenant(**changes: Any) -> Tenant:
    values = {
        "organisation_id": ORGANISATION,
        "id": "tenant",
        "platform": "playground",
        "external_id": "T1",
    }
    return Tenant(**{**values, **changes})


def a_person(id_: str, **changes: Any) -> Person:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": id_,
        "email": f"{id_}@example.org",
        "name": f"{id_.title()} Test",
        "language": "en",
        "spoken": ("en",),
        "zone": "America/Toronto",
        "country": "CA",
        "subdivision": "QC",
        "office": "Montréal",
        "department": "Marketing",
        "level": 3,
        "hired_on": date(2022, 1, 10),
    }
    return Person(**{**values, **changes})


def an_account(person_id: str, **changes: Any) -> Account:
    values = {
        "organisation_id": ORGANISATION,
        "id": f"acc-{person_id}",
        "tenant_id": "tenant",
        "person_id": person_id,
        "address": person_id,
    }
    return Account(**{**values, **changes})


def an_alias(email: str, person_id: str, **changes: Any) -> Alias:
    values = {"organisation_id": ORGANISATION, "email": email, "person_id": person_id}
    return Alias(**{**values, **changes})


def a_delivery(key: str, person_id: str = "ana", **changes: Any) -> Delivery:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "tenant_id": "tenant",
        "account_id": f"acc-{person_id}",
        "person_id": person_id,
        "key": key,
        "kind": Kind.PROMPT,
        "due_at": NOW,
        "visible_at": NOW,
        "closes_at": NOW + timedelta(hours=6),
        "payload": {"title": "", "body": [], "buttons": [], "next": key},
    }
    return Delivery(**{**values, **changes})


def a_cycle(id_: str, **changes: Any) -> Cycle:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": id_,
        "programme_id": "prog",
        "number": 1,
        "answer_by": NOW.date(),
    }
    return Cycle(**{**values, **changes})


def an_announcement(id_: str, **changes: Any) -> Announcement:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": id_,
        "cycle_id": "cycle",
        "author_id": "ana",
        "written_at": NOW,
    }
    return Announcement(**{**values, **changes})


def an_invitation(id_: str = "invitation", **changes: Any) -> Invitation:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": id_,
        "cycle_id": "cycle",
        "author_id": "ana",
        "written_at": NOW,
    }
    return Invitation(**{**values, **changes})


def a_rule(mentor_id: str, mentee_id: str, **changes: Any) -> PairRule:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "cycle_id": "cycle",
        "mentor_id": mentor_id,
        "mentee_id": mentee_id,
        "kind": RuleKind.LOCK,
    }
    return PairRule(**{**values, **changes})


def a_pairing(id_: str, mentor_id: str = "ana", mentee_id: str = "bob", **changes: Any) -> Pairing:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": id_,
        "cycle_id": "cycle",
        "proposal_id": f"prop-{id_}",
        "mentor_id": mentor_id,
        "mentee_id": mentee_id,
        "started_on": NOW.date(),
        "ends_on": NOW.date() + timedelta(weeks=12),
    }
    return Pairing(**{**values, **changes})


def a_seat(pairing_id: str, person_id: str, **changes: Any) -> Seat:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "pairing_id": pairing_id,
        "person_id": person_id,
        "role": Role.MENTOR,
    }
    return Seat(**{**values, **changes})


def a_meeting(id_: str, pairing_id: str = "pair", **changes: Any) -> Meeting:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": id_,
        "pairing_id": pairing_id,
        "number": 1,
        "starts_at": NOW,
    }
    return Meeting(**{**values, **changes})


def a_feedback(id_: str, pairing_id: str = "pair", **changes: Any) -> Feedback:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": id_,
        "pairing_id": pairing_id,
        "person_id": "ana",
        "role": Role.MENTOR,
        "kind": FeedbackKind.MID,
        "asked_at": NOW,
    }
    return Feedback(**{**values, **changes})


def a_digest(id_: str, **changes: Any) -> Digest:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": id_,
        "programme_id": "prog",
        "number": 1,
        "at": NOW,
    }
    return Digest(**{**values, **changes})


def a_consent(person_id: str, item: str, **changes: Any) -> Consent:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": f"con-{person_id}-{item}",
        "person_id": person_id,
        "item": item,
        "given": True,
        "text_version": "1",
        "language": "en",
        "at": NOW,
    }
    return Consent(**{**values, **changes})


def an_enrolment(person_id: str, **changes: Any) -> Enrolment:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": f"enr-{person_id}",
        "cycle_id": "cycle",
        "person_id": person_id,
        "state": EnrolmentState.JOINED,
    }
    return Enrolment(**{**values, **changes})


def a_proposal(mentor_id: str = "ana", mentee_id: str = "bob", **changes: Any) -> Proposal:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": f"prop-{mentor_id}-{mentee_id}",
        "cycle_id": "cycle",
        "mentor_id": mentor_id,
        "mentee_id": mentee_id,
        "score": 700,
    }
    return Proposal(**{**values, **changes})


def a_run(id_: str, **changes: Any) -> Run:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": id_,
        "cycle_id": "cycle",
        "asked_by": "ana",
        "asked_at": NOW,
        "kind": RunKind.PAIR,
    }
    return Run(**{**values, **changes})


def a_topic(id_: str, **changes: Any) -> OwnTopic:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": id_,
        "fr": f"{id_} en français",
        "en": f"{id_} in English",
    }
    return OwnTopic(**{**values, **changes})


def a_closing(id_: str, **changes: Any) -> Closing:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": id_,
        "name": "Christmas break",
        "office": "",
        "first": date(2026, 12, 24),
        "last": date(2027, 1, 1),
    }
    return Closing(**{**values, **changes})


def a_programme(work: Work) -> Pairing:
    """Keep two people in a running pairing with everything around it; return the pairing."""
    org: dict[str, Any] = {"organisation_id": work.organisation_id}
    work.add(a_tenant(**org))
    for id_ in ("ana", "bob"):
        work.add(a_person(id_, **org), an_account(id_, **org))
    work.add(Programme(**org, id="prog", name="Autumn", created_by="ana"))
    work.add(Cycle(**org, id="cycle", programme_id="prog", number=1, answer_by=NOW.date()))
    for id_, role in (("ana", Role.MENTOR), ("bob", Role.MENTEE)):
        work.add(
            Enrolment(
                **org,
                id=f"enr-{id_}",
                cycle_id="cycle",
                person_id=id_,
                state=EnrolmentState.JOINED,
                role=role,
                topics={"ai": 4},
                interests=("music",),
                wishes_shared=id_ == "ana",
                slots=("3-am",),
            ),
        )
    sides: dict[str, Any] = {"mentor_id": "ana", "mentee_id": "bob"}
    work.add(Proposal(**org, **sides, id="prop", cycle_id="cycle", score=700))
    pairing = Pairing(
        **org,
        **sides,
        id="pair",
        cycle_id="cycle",
        proposal_id="prop",
        started_on=NOW.date(),
        ends_on=NOW.date() + timedelta(weeks=12),
    )
    work.add(pairing)
    for id_, role in (("ana", Role.MENTOR), ("bob", Role.MENTEE)):
        work.add(Seat(**org, pairing_id="pair", person_id=id_, role=role, next_due_at=NOW))
    return pairing


def a_checkin(**changes: Any) -> CheckIn:
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": "check",
        "pairing_id": "pair",
        "person_id": "ana",
        "role": Role.MENTOR,
        "week": "2026-W38",
        "asked_at": NOW,
    }
    return CheckIn(**{**values, **changes})


def keep_talking(work: Work) -> None:
    """Let a form be half answered, and a check-in be."""
    talk, asked = work.get(Conversation, "acc-éva"), work.get(Questionnaire, "check")
    assert talk is not None
    assert asked is not None
    talk.flow, talk.step, talk.subject = "profile", "form", "cycle"
    talk.draft = {"goal": "finir à l’heure", "n": 1}
    asked.go_on("rating")


def everything(work: Work) -> None:
    """Keep at least one row in every table, with something in every kind of column."""
    a_programme(work)
    org: dict[str, Any] = {"organisation_id": work.organisation_id}
    tomorrow = NOW + timedelta(days=1, microseconds=1)
    work.add(
        a_person(
            "éva",
            name="Éva Noël-d’Or",
            active=False,
            subdivision=None,
            manager_id="ana",
            employee_number="É-17",
            departure=Departure.HR,
            left_at=NOW,
            due_at=tomorrow,
            absent_until=NOW.date(),
            title="Directrice, Ventes",
            leads=False,
            closed=(date(2026, 12, 24), date(2026, 12, 31)),
            **org,
        ),
        a_closing("noël", office="Montréal", **org),
        an_account("éva", weeks={"2026-W38": 2}, **org),
        an_alias("eva@example.org", "éva", **org),
        a_consent("ana", "facts", given=False, **org),
        AuditEntry(
            **org, id="a", actor_id="ana", action="x", subject="", at=NOW, details={"n": [1]}
        ),
        Announcement(
            **org,
            id="n",
            cycle_id="cycle",
            author_id="ana",
            written_at=NOW,
            texts={"fr": "Voilà « tout »."},
            sent_at=tomorrow,
        ),
        an_invitation(
            departments=("Ventes",),
            offices=("Montréal",),
            lowest=2,
            highest=7,
            people=("bob",),
            lines={"fr": "Voilà."},
            **org,
        ),
        a_rule("ana", "bob", kind=RuleKind.FORBID, **org),
        a_proposal("bob", "ana", reasons=({"code": "topics", "points": 3, "values": {}},), **org),
        a_run(
            "r", change=Two("ana", "bob", 500), outcome=HowFar(people=400), due_at=tomorrow, **org
        ),
        a_topic("own-x", synonyms=("x", "l’x"), **org),
        a_meeting("m", starts_at=tomorrow, **org),
        a_checkin(met=Met.YES, rating=4, note="Çà et là\n— bien", answered_at=tomorrow, **org),
        a_feedback("f", answers={"useful": ["a", "b"], "rating": 5}, **org),
        a_digest(
            "d", figures=Figures(cycle_id="cycle", wins=("f",)), cohorts={"paired": ["ana"]}, **org
        ),
        Secret(**org, id="slack:T1", sealed="gAAAAA…", expires_at=tomorrow),
        Lane(**org, tenant_id="tenant", tokens=0.1 + 0.2, updated_at=tomorrow),
    )
    keep_talking(work)
    work.outbox.enqueue(a_delivery("k", payload={"title": "Allô", "body": [{"x": None}]}, **org))
    assert work.first_time("event", NOW)
