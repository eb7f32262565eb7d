"""The gate: whose record is whose, and what everybody else hears."""

from collections.abc import AsyncIterator, Callable
from operator import methodcaller
from typing import Any

import pytest

from bot.conversation.turn import Turn
from bot.domain.checkin import CheckIn, Feedback
from bot.domain.digest import Digest
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing
from bot.domain.people import Consent, Person, Secret
from bot.domain.programme import Announcement, Cycle, Enrolment, Programme
from bot.domain.proposal import Proposal
from bot.domain.run import Run
from bot.domain.topic import OwnTopic
from bot.errors import Sorry
from bot.ports import Work
from storage.database import SqlStore, make_engine
from storage.migrate import migrate_engine
from tests.builders import NOW, ORGANISATION, a_person, an_organisation, everything

Named = tuple[type[Any], str]
OWN: dict[str, set[Named]] = {
    "ana": {
        (Enrolment, "enr-ana"),
        (CheckIn, "check"),
        (Feedback, "f"),
        (Announcement, "n"),
    },
    "bob": {(Enrolment, "enr-bob")},
}
THE_PAIRS: set[Named] = {(Pairing, "pair"), (Proposal, "prop"), (Meeting, "m")}
EVERYBODYS: set[Named] = {(Cycle, "cycle")}
COORDINATED: set[Named] = {
    (Programme, "prog"),
    (Proposal, "prop"),
    (Run, "r"),
    (Digest, "d"),
    (OwnTopic, "own-x"),
}
NOBODYS: set[Named] = {
    (Consent, "con-ana-facts"),
    (Person, "ana"),
    (Secret, "slack:T1"),
    (Programme, "prog"),
}
ALL = OWN["ana"] | OWN["bob"] | THE_PAIRS | EVERYBODYS | COORDINATED | NOBODYS


@pytest.fixture
async def store() -> AsyncIterator[SqlStore]:
    """One row of every kind, of ana and bob; cyd is a stranger to both, dot coordinates."""
    engine = make_engine("sqlite://", durable=False)
    migrate_engine(engine)
    store = SqlStore(engine)
    await store.found(an_organisation())

    def arrange(work: Work) -> None:
        everything(work)
        work.add(a_person("cyd"), a_person("dot", is_coordinator=True))

    await store.transact(ORGANISATION, arrange)
    yield store
    store.close()


async def heard(store: SqlStore, who: str, ask: Callable[[Turn], object], subject: str) -> str:
    """What somebody hears who asks about a subject; nothing when they are let through."""

    def act(work: Work) -> str:
        person = work.get(Person, who)
        assert person is not None
        try:
            ask(Turn(work=work, now=NOW, person=person, subject=subject))
        except Sorry as sorry:
            return sorry.key
        return ""

    return await store.transact(ORGANISATION, act)


@pytest.mark.parametrize(
    ("who", "theirs"),
    [
        ("ana", OWN["ana"] | THE_PAIRS | EVERYBODYS),
        ("bob", OWN["bob"] | THE_PAIRS | EVERYBODYS),
        ("cyd", EVERYBODYS),
        ("dot", EVERYBODYS),
    ],
)
async def test_what_may_be_answered_and_by_whom(
    store: SqlStore, who: str, theirs: set[Named]
) -> None:
    for kind, subject in ALL:
        expected = "" if (kind, subject) in theirs else "not-yours"
        assert await heard(store, who, methodcaller("mine", kind), subject) == expected


@pytest.mark.parametrize(("kind", "subject"), [(CheckIn, "check"), (Feedback, "f")])
async def test_what_a_partner_wrote_is_read_by_the_other_side_alone(
    store: SqlStore, kind: type[Any], subject: str
) -> None:
    said = {
        who: await heard(store, who, lambda turn: turn.from_partner(kind), subject)
        for who in ("ana", "bob", "cyd", "dot")
    }

    assert said == {"ana": "stale", "bob": "", "cyd": "not-yours", "dot": "not-yours"}


async def test_what_is_the_programmes_is_for_those_who_coordinate(store: SqlStore) -> None:
    for kind, subject in COORDINATED:
        said = {
            who: await heard(store, who, methodcaller("coordinated", kind), subject)
            for who in ("ana", "cyd", "dot")
        }
        assert said == {"ana": "not-yours", "cyd": "not-yours", "dot": ""}


@pytest.mark.parametrize("subject", ["", "nowhere"])
async def test_what_is_gone_is_said_to_be(store: SqlStore, subject: str) -> None:
    said = [
        await heard(store, "dot", ask, subject)
        for ask in (
            methodcaller("mine", Pairing),
            methodcaller("from_partner", CheckIn),
            methodcaller("coordinated", Run),
            methodcaller("coordinated", Run, gone="review-run-gone"),
            methodcaller("coordinated_if_there", Run, subject),
        )
    ]

    assert said == ["stale", "stale", "stale", "review-run-gone", ""]
