"""Transcripts: what held when two were proposed is asked again at the second yes."""

from collections.abc import Callable
from typing import Any

import pytest

from bot import texts
from bot.domain.pairing import Pairing, PairingState
from bot.domain.people import Person, Role
from bot.domain.programme import Enrolment, EnrolmentState
from bot.domain.proposal import Answer, PairRule, Proposal, ProposalState, RuleKind
from bot.flows.pairing.proposal import offer_pair
from bot.messages.card import Card
from bot.messages.codec import card_to_json
from bot.messages.plain import plain
from bot.ports import Work
from tests.transcripts.proposed import ORG, Proposed, a_proposal
from tests.world import a_person

Change = Callable[[Work], object]


def _part(work: Work, person: str) -> Enrolment:
    part = work.enrolments.part("cycle", person)
    assert part is not None
    return part


def _person(work: Work, id_: str) -> Person:
    person = work.get(Person, id_)
    assert person is not None
    return person


def nadia_avoids_marc(work: Work) -> None:
    _part(work, "nadia").excluded_people = ("marc",)


def nadia_avoids_his_department(work: Work) -> None:
    _part(work, "nadia").excluded_departments = (_person(work, "marc").department,)


def marc_manages_nadia(work: Work) -> None:
    nadia, marc = _person(work, "nadia"), _person(work, "marc")
    nadia.manager_id = "marc"
    marc.chain_left, marc.chain_right = 1, 4
    nadia.chain_left, nadia.chain_right = 2, 3


def they_are_kept_apart(work: Work) -> None:
    sides: dict[str, Any] = {"mentor_id": "nadia", "mentee_id": "marc"}
    work.add(PairRule(**ORG, cycle_id="cycle", kind=RuleKind.FORBID, **sides))


def nadia_has_no_room(work: Work) -> None:
    _part(work, "nadia").capacity = 0


def nadia_rests(work: Work) -> None:
    _part(work, "nadia").pause(None, None)


def nadia_is_gone(work: Work) -> None:
    _person(work, "nadia").active = False


WISHES: tuple[Change, ...] = (nadia_avoids_marc, nadia_avoids_his_department)
TOLD: tuple[Change, ...] = (
    marc_manages_nadia,
    they_are_kept_apart,
    nadia_has_no_room,
    nadia_rests,
    nadia_is_gone,
)
CHANGES = (*WISHES, *TOLD)


async def second_yes_after(change: Change, language: str = "en") -> Proposed:
    world = await a_proposal(language)
    await world.presses("nadia", "accept")
    await world.look(change)
    await world.presses("marc", "accept")
    return world


async def read_by_marc(world: Proposed) -> list[tuple[object, object]]:
    """All that Marc reads from now on, and when; he looks at everything at once."""
    read: list[tuple[object, object]] = []
    for word in ("", "status", "my-data", "plan"):
        if word:
            await world.says("marc", word)
        shown = world.shown["marc"]
        assert isinstance(shown, Card)
        read.append((world.clock.now(), card_to_json(shown)))
    for _ in range(30):
        arrived = await world.pass_time(hours=1)
        read += [(world.clock.now(), card_to_json(card)) for who, card in arrived if who == "marc"]
    return read


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
async def test_no_pairing_begins_once_something_speaks_against_it(change: Change) -> None:
    world = await second_yes_after(change)

    assert await world.look(lambda work: work.pairings.of("marc", *PairingState)) == []
    await world.pass_time(days=1)
    proposal = await world.proposal()
    assert proposal.state is ProposalState.WITHDRAWN
    assert (proposal.mentor_answer, proposal.mentee_answer) == (Answer.YES, Answer.YES)


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_what_is_in_the_way_reads_like_a_yes_and_then_somebodys_no(language: str) -> None:
    declined = await a_proposal(language)
    await declined.presses("marc", "accept")
    await declined.presses("nadia", "other")
    usual = await read_by_marc(declined)

    for change in CHANGES:
        world = await second_yes_after(change, language)
        assert await read_by_marc(world) == usual, change.__name__

    assert len(usual) == 5


@pytest.mark.parametrize("change", TOLD, ids=lambda change: change.__name__)
async def test_what_was_approved_is_not_offered_once_something_speaks_against_it(
    change: Change,
) -> None:
    people = (a_person("Nadia", department="Data"), a_person("Marc", level=8), a_person("Claire"))
    world = await Proposed.create(people)
    await world.begin()
    await world.look(change)

    await world.offer()

    assert (await world.proposal()).state is ProposalState.WITHDRAWN
    assert world.inbox("marc") == []
    assert (await world.enrolment("marc")).rounds_waited == 1


async def two_offers(language: str) -> Proposed:
    """Nadia has room for two, and is proposed to Marc and to Denis."""
    world = await a_proposal(language)
    await world.add_people([a_person("Denis", language=language, level=9, department="Finance")])

    def act(work: Work) -> None:
        _part(work, "nadia").capacity = 2
        work.add(
            Enrolment(
                **ORG,
                id="enrolment-denis",
                cycle_id="cycle",
                person_id="denis",
                state=EnrolmentState.JOINED,
                role=Role.MENTEE,
            )
        )
        sides: dict[str, Any] = {"mentor_id": "nadia", "mentee_id": "denis"}
        second = Proposal(**ORG, **sides, id="second", cycle_id="cycle", score=700)
        work.add(second)
        offer_pair(work, world.clock.now(), second)

    await world.look(act)
    await world.run_due()
    return world


async def accept(world: Proposed, person: str, proposal: str) -> None:
    button = world.button("marc", "accept")
    await world.press_button(person, type(button)("", button.action, proposal))


def live(work: Work) -> list[Pairing]:
    return work.pairings.of("nadia", *PairingState)


NO_PLACE = {
    "en": "You have as many partners as you have room for",
    "fr": "Vous avez autant de jumelages que vous avez de places",
}
NOT_THIS_TIME = {"en": "You go first in the next round", "fr": "vous passez en premier"}


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_two_offers_and_one_place_left_make_one_pairing(language: str) -> None:
    world = await two_offers(language)
    presses = {person: world.button(person, "accept") for person in ("marc", "denis")}
    await accept(world, "nadia", "proposal")
    await accept(world, "nadia", "second")

    def one_place(work: Work) -> None:
        _part(work, "nadia").capacity = 1

    await world.look(one_place)
    for person, button in presses.items():
        await world.press_button(person, button)

    assert [pairing.mentee_id for pairing in await world.look(live)] == ["marc"]
    await world.pass_time(days=8)  # her week is full
    told = {
        person: "\n".join(plain(card) for card in world.inbox(person))
        for person in ("denis", "nadia")
    }
    assert NOT_THIS_TIME[language].casefold() in told["denis"].casefold()
    assert NO_PLACE[language] in told["nadia"]
    assert NOT_THIS_TIME[language].casefold() not in told["nadia"].casefold()


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_who_declines_with_all_places_taken_is_promised_nobody(language: str) -> None:
    world = await two_offers(language)
    decline = world.button("nadia", "other")
    await accept(world, "nadia", "proposal")
    await world.presses("marc", "accept")
    await world.look(lambda work: setattr(_part(work, "nadia"), "capacity", 1))

    await world.press_button("nadia", type(decline)("", decline.action, "second"))

    assert NO_PLACE[language] in world.text("nadia")


async def approved_after(change: Change | None, language: str) -> Proposed:
    people = (
        a_person("Nadia", department="Data", language=language),
        a_person("Marc", level=8, language=language),
        a_person("Claire", is_coordinator=True, language=language),
    )
    world = await Proposed.create(people)
    await world.begin()
    if change is not None:
        await world.look(change)
    await world.offer()
    return world


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("wish", WISHES, ids=lambda wish: wish.__name__)
async def test_a_wish_is_a_no_said_beforehand_and_reads_like_one_said_since(
    wish: Change, language: str
) -> None:
    world = await approved_after(wish, language)
    over_at = (await world.proposal()).over_at
    assert over_at is not None
    assert world.inbox("nadia") == []

    said = await approved_after(None, language)
    for each in (world, said):
        await each.presses("marc", "accept")
        await each.pass_time(seconds=(over_at - each.clock.now()).total_seconds() - 60 * 60 * 20)
    await said.presses("nadia", "other")

    assert await read_by_marc(world) == await read_by_marc(said)
    for each in (world, said):
        assert (await each.proposal()).state is ProposalState.DECLINED
        assert (await each.enrolment("marc")).rounds_waited == 1


async def test_a_wish_comes_to_its_end_within_the_time_an_answer_takes() -> None:
    world = await approved_after(nadia_avoids_marc, "en")
    await world.pass_time(days=9)

    assert (await world.proposal()).state is ProposalState.DECLINED
