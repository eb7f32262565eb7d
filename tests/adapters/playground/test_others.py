"""Everybody else: presets that fit the company, and the real conversation played by them."""

import csv

import pytest

from adapters.playground import company
from adapters.playground.app import Pages
from adapters.playground.chats import Parts
from adapters.playground.others import Others
from bot.domain.checkin import AskState, FeedbackKind
from bot.domain.pairing import PairingState
from bot.domain.people import Role
from bot.domain.programme import EnrolmentState
from bot.domain.proposal import ProposalState
from bot.messages.card import Button, Card
from bot.ports import Recipient
from bot.texts.topics import TOPICS
from tests.adapters.playground.stub import ORGANISATION, company_people
from tests.transcripts.pair import a_pair
from tests.transcripts.proposed import a_proposal
from tests.world import MONDAY, TENANT, World

PEOPLE = company_people()
NADIA = next(person.id for person in PEOPLE if person.is_coordinator)
EMPLOYEES = [(person, person.id) for person in PEOPLE if person.roles == {Role.MEMBER}]


@pytest.fixture
async def world():
    world = await World.create(company_people())
    yield world
    world.store.close()


@pytest.fixture
async def others(world):
    pages = Pages(parts_of(world))
    yield Others(pages.chats, pages.moves)
    await pages.chats.settle()


def parts_of(world):
    async def run_due() -> None:
        await world.schedule.run()
        await world.outbox.run()

    return Parts(
        engine=world.engine,
        registry=world.engine.registry,
        store=world.store,
        platform=world.platform,
        clock=world.clock,
        run_due=run_due,
        organisation_id=ORGANISATION,
        tenant=TENANT,
    )


def test_the_company_has_two_offices_two_languages_and_enough_of_each_role():
    assert len(PEOPLE) == 24
    assert {person.office for person in PEOPLE} == {"Montréal", "Vancouver"}
    assert {person.language for person in PEOPLE} == {"fr", "en"}
    roles = [company.preset(person).role for person, _ in EMPLOYEES]
    assert roles.count(Role.MENTOR) >= 10
    assert roles.count(Role.MENTEE) >= 10
    managers = {person.manager_id for person in PEOPLE} - {None}
    assert managers <= {person.id for person in PEOPLE}


def test_every_employee_has_answers_and_every_topic_exists():
    text = (company.FOLDER / "answers.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    known = {row["who"] for row in rows}
    assert known == {person.email for person, _ in EMPLOYEES} | {Role.MENTOR, Role.MENTEE}
    assert {topic for row in rows for topic in row["topics"].split()} <= TOPICS.keys()
    for person, _ in EMPLOYEES:
        preset = company.preset(person)
        assert bool(preset.fields["goal"][0]) == (preset.role is Role.MENTEE), person.name


@pytest.mark.slow
async def test_the_others_join_pair_up_and_answer(world, others):
    await world.says(NADIA, "/mentor programme")
    await world.submits(
        NADIA,
        name="Cap",
        weeks="12",
        meetings="6",
        weekday="3",
        hour="10",
        answer_by="2026-09-25",
    )
    await others.join(EMPLOYEES)
    cycle = await world.look(lambda work: work.programmes.current_cycle())
    joined = await world.look(lambda work: work.enrolments.all(cycle.id))
    assert {enrolment.state for enrolment in joined} == {EnrolmentState.JOINED}
    assert len(joined) == len(EMPLOYEES)
    before = [len(others.chats.messages(address)) for _, address in EMPLOYEES]
    await others.join(EMPLOYEES)  # Joining again changes nothing but the chats.
    again = await world.look(lambda work: work.enrolments.all(cycle.id))
    assert [enrolment.joined_at for enrolment in again] == [MONDAY] * len(EMPLOYEES)
    after = [len(others.chats.messages(address)) for _, address in EMPLOYEES]
    assert [a - b for a, b in zip(after, before, strict=True)] == [2] * len(EMPLOYEES)

    await world.says(NADIA, "/mentor match")
    await world.presses(NADIA, "Approuver")
    await world.press_button(NADIA, world.shown[NADIA].buttons[0])
    await world.pass_time(hours=4)
    for _ in range(3):
        await others.answer(EMPLOYEES)
        await world.pass_time(hours=1)
    active = await world.look(lambda work: work.pairings.all(cycle.id, PairingState.ACTIVE))
    assert len(active) >= 5

    await world.pass_time(weeks=2)
    await others.answer(EMPLOYEES)
    checkins = await world.look(lambda work: work.checkins.all(cycle.id))
    assert any(checkin.answered_at for checkin in checkins)


async def test_playing_the_others_can_be_stopped(world, others):
    others.moves.stop()
    await others.join(EMPLOYEES)
    assert all(not others.chats.messages(address) for _, address in EMPLOYEES)


async def both_of(world):
    found = await world.look(lambda work: work.people.by_id(["nadia", "marc"]))
    return [(person, person_id) for person_id, person in found.items()]


async def test_a_proposal_below_a_card_that_leads_nowhere_is_answered():
    world = await a_proposal()
    pages = Pages(parts_of(world))
    dead = Button("Yes", "checkin.met.yes", "gone")
    for person_id in ("nadia", "marc"):
        await world.platform.send(
            Recipient(tenant=TENANT, address=person_id),
            Card("Old", (), (dead,)),
            key=f"old:{person_id}",
        )

    await Others(pages.chats, pages.moves).answer(await both_of(world))
    await pages.chats.settle()

    assert (await world.proposal()).state is ProposalState.ACCEPTED


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_nothing_waits_at_the_middle_and_at_the_end(language):
    world = await a_pair(language)
    pages = Pages(parts_of(world))
    others = Others(pages.chats, pages.moves)

    for _ in range(13):
        await world.pass_time(weeks=1)
        await others.answer(await both_of(world))
        await pages.chats.settle()

    pairing = await world.pairing()
    kept = await world.look(
        lambda work: [
            work.checkins.feedback(pairing.id, person_id, kind)
            for person_id in ("nadia", "marc")
            for kind in FeedbackKind
        ]
    )
    assert [each.state for each in kept] == [AskState.ANSWERED] * 4
