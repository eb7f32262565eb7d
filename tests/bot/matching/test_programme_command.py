"""A programme's round from the command line: the best pairs as a dry run, and nothing stored."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from adapters.matching.finding import Place, find
from adapters.matching.options import Options
from bot.domain.people import Role
from bot.domain.programme import Enrolment, EnrolmentState, Programme
from bot.domain.proposal import Proposal
from storage.database import SqlStore, make_engine
from storage.migrate import migrate_engine
from tests.builders import NOW, ORGANISATION, a_cycle, a_person, a_rule, an_organisation


@pytest.fixture
def store():
    engine = make_engine("sqlite://", durable=False)
    migrate_engine(engine)
    kept = SqlStore(engine)
    yield kept
    kept.close()


def volunteer(person_id, role):
    return Enrolment(
        organisation_id=ORGANISATION,
        id=f"n-{person_id}",
        cycle_id="cycle",
        person_id=person_id,
        state=EnrolmentState.JOINED,
        role=role,
        topics={"generative-ai": 3},
    )


def arranged(store, *entities):
    async def arrange():
        await store.found(an_organisation())
        await store.transact(ORGANISATION, lambda work: work.add(*entities))

    asyncio.run(arrange())


def programme():
    return Programme(organisation_id=ORGANISATION, id="prog", name="Duo", created_by="")


def people(level=9):
    return [
        a_person("ana", level=2),
        a_person("bob", level=level, department="Finance"),
        volunteer("ana", Role.MENTOR),
        volunteer("bob", Role.MENTEE),
    ]


def run(store, name="Duo"):
    @asynccontextmanager
    async def opened():
        yield store

    place = Place(open_store=opened, organisation_id=ORGANISATION, today=NOW.date())
    return find(Options(programme=name, dry_run=True, language="en"), place)


def test_the_pairs_of_a_round_are_shown_and_not_kept(store, capsys):
    arranged(store, programme(), a_cycle("cycle"), *people())

    assert run(store) == 0

    said = capsys.readouterr().out
    assert "proven best" in said
    assert "Nothing was kept" in said

    async def drafts():
        return await store.transact(ORGANISATION, lambda work: work.proposals.all("cycle"))

    found: list[Proposal] = asyncio.run(drafts())
    assert found == []


@pytest.mark.parametrize(
    ("entities", "words"),
    [
        ([], "No programme is called “Duo”"),
        ([programme()], "no open round"),
        ([programme(), a_cycle("cycle")], "at least one mentor and one mentee"),
        (
            [
                programme(),
                a_cycle("cycle"),
                *people(level=1),
                a_rule("ana", "bob"),
            ],
            "Ana Test and Bob Test are locked together",
        ),
    ],
)
def test_what_is_missing_or_contradictory_is_said(store, capsys, entities, words):
    arranged(store, *entities)

    assert run(store) == 2
    assert words in capsys.readouterr().err
