"""A round too large for one turn: asked, solved elsewhere, kept only if it still fits."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from adapters.matching.solvers import SolverApart, SolverHere
from bot.domain.people import Person
from bot.domain.programme import CycleState
from bot.domain.proposal import PairRule, RuleKind
from bot.domain.run import Run, RunState
from bot.matching import Answer, Question
from bot.messages.plain import plain
from bot.ports import Work
from bot.runtime.solving import MOST_ATTEMPTS, Solving
from bot.services.rounds import runs
from tests.builders import ORGANISATION
from tests.transcripts.coordinated import drafts, the_cycle, with_volunteers
from tests.world import World


@pytest.fixture(autouse=True)
def seven_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let seven volunteers be more than one turn solves."""
    monkeypatch.setattr(runs, "AT_ONCE", 6)


async def the_run(world: World) -> Run:
    cycle = await the_cycle(world)
    found = await world.look(lambda work: work.proposals.runs(cycle.id))
    assert isinstance(found[0], Run)
    return found[0]


@pytest.mark.parametrize(
    ("language", "working", "done"),
    [
        ("en", "I am looking at 7 people", "2 pairs are proposed"),
        ("fr", "J’examine 7 personnes", "2 paires sont proposées"),
    ],
)
async def test_the_turn_answers_at_once_and_the_pairs_come_as_a_card(language, working, done):
    world = await with_volunteers(language)
    await world.says("claire", "/mentor match")
    assert working in world.text("claire")
    assert await drafts(world) == set()
    arrived = {person: plain(card) for person, card in await world.run_due()}
    assert set(arrived) == {"claire"}
    assert done in arrived["claire"]
    assert len(await drafts(world)) == 2
    await world.presses("claire", "look")
    assert " 1 " in world.text("claire").splitlines()[0]


async def test_looking_again_shows_the_pairs_without_waiting_for_the_message():
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.presses("claire", "look")
    assert "Working on it" in world.text("claire")
    await world.solving.run()
    await world.presses("claire", "look")
    assert "2 pairs are proposed" in world.text("claire")


async def test_a_second_run_of_a_large_round_looks_only_at_those_who_must_move():
    world = await with_volunteers()
    for words in ("Nobody has been told", "I looked only at people without a partner"):
        await world.says("claire", "match")
        [(_, card)] = await world.run_due()
        assert words in plain(card)
    assert len(await drafts(world)) == 2


async def test_from_its_summary_everybody_can_be_looked_at_after_all():
    world = await with_volunteers()
    for _ in range(2):
        await world.says("claire", "match")
        await world.run_due()
    await world.presses("claire", "anew")
    assert "Working on it" in world.text("claire")
    [(_, card)] = await world.run_due()
    assert "I looked only" not in plain(card)
    assert len(await drafts(world)) == 2


async def test_what_was_stopped_is_neither_solved_nor_told():
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.presses("claire", "stop")
    assert "Nothing was changed" in world.text("claire")
    assert await world.run_due() == []
    assert await drafts(world) == set()


async def test_a_second_run_takes_the_place_of_the_first():
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.says("claire", "match")
    assert [card.title for _, card in await world.run_due()] == ["The pairing was run"]


async def test_whoever_coordinates_no_more_does_not_read_what_came_of_it():
    world = await with_volunteers()
    await world.says("claire", "match")

    def dismiss(work: Work) -> None:
        claire = work.get(Person, "claire")
        assert claire is not None
        claire.is_coordinator = False

    await world.look(dismiss)

    assert await world.run_due() == []
    assert len(await drafts(world)) == 2


class Meanwhile(SolverHere):
    """A solver during whose work something happens."""

    def __init__(self, world: World, happens: Any) -> None:
        self.world, self.happens = world, happens

    async def answer(self, question: Question, progress: Any) -> Answer:
        await self.happens(self.world)
        return await self.world.solver.answer(question, progress)


async def leaves(world: World) -> None:
    await world.says("sophie", "leave")
    await world.presses("sophie", "Leave the programme")


async def edits(world: World) -> None:
    await world.says("claire", "rules")
    cycle = await the_cycle(world)
    rule = PairRule(
        organisation_id=ORGANISATION,
        cycle_id=cycle.id,
        mentor_id="lina",
        mentee_id="sophie",
        kind=RuleKind.FORBID,
    )
    await world.look(lambda work: work.add(rule))


@pytest.mark.parametrize("happens", [leaves, edits])
async def test_an_answer_that_no_longer_fits_is_dropped_and_said_so(happens):
    world = await with_volunteers()
    await world.says("claire", "match")
    await Solving(world.store, world.clock, Meanwhile(world, happens)).run()
    arrived = {person: plain(card) for person, card in await world.run_due()}
    assert "the answer no longer fits" in arrived["claire"]
    assert await drafts(world) == set()
    assert (await the_run(world)).state is RunState.OUTDATED


async def test_a_round_that_was_closed_meanwhile_keeps_nothing():
    async def closes(world: World) -> None:
        await world.says("claire", "programme")
        await world.presses("claire", "close")
        await world.presses("claire", "yes")

    world = await with_volunteers()
    await world.says("claire", "match")
    await Solving(world.store, world.clock, Meanwhile(world, closes)).run()
    assert (await the_cycle(world)).state is CycleState.CLOSED
    assert await drafts(world) == set()


async def test_a_run_whose_process_dies_is_begun_again_but_not_for_ever():
    class Dies(SolverHere):
        async def answer(self, question: Question, progress: Any) -> Answer:
            raise MemoryError

    world = await with_volunteers()
    await world.says("claire", "match")
    for _ in range(MOST_ATTEMPTS):
        with pytest.raises(MemoryError):
            await Solving(world.store, world.clock, Dies()).run()
        assert await world.solving.run() == 0, "somebody else holds it"
        world.clock.advance(timedelta(minutes=16))
    arrived = {person: plain(card) for person, card in await world.run_due()}
    assert "broke off three times" in arrived["claire"]


async def test_locks_that_contradict_one_another_are_named_when_it_is_done():
    world = await with_volunteers(sophie={"topics": {"ai-assistants": 2}})
    for mentee in ("marc", "sophie"):
        cycle = await the_cycle(world)
        sides = {"mentor_id": "nadia", "mentee_id": mentee}
        rule = PairRule(
            organisation_id=ORGANISATION, cycle_id=cycle.id, kind=RuleKind.LOCK, **sides
        )
        await world.look(lambda work, rule=rule: work.add(rule))
    await world.says("claire", "match")
    arrived = {person: plain(card) for person, card in await world.run_due()}
    assert "locked with more people than they have room for" in arrived["claire"]
    assert "Nadia Test" in arrived["claire"]


async def test_an_override_of_a_large_round_is_weighed_elsewhere_too():
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.run_due()
    await world.presses("claire", "look")
    await world.presses("claire", "forbid")
    assert "Working on it" in world.text("claire")
    before = await drafts(world)
    [(person, card)] = await world.run_due()
    assert person == "claire"
    assert "Never pair" in plain(card)
    assert await drafts(world) == before
    await world.presses("claire", "yes")
    assert len(await drafts(world)) == 1


async def test_looking_again_meanwhile_says_how_much_is_done(monkeypatch: pytest.MonkeyPatch):
    world = await with_volunteers()
    monkeypatch.setattr("bot.runtime.solving.LOOK_EVERY", 0)
    await world.says("claire", "match")

    class Slow(SolverHere):
        async def answer(self, question: Question, progress: Any) -> Answer:
            progress(2, 5)
            while "40%" not in world.text("claire"):
                await asyncio.sleep(0)
                await world.presses("claire", "look")
            return await world.solver.answer(question, progress)

    await Solving(world.store, world.clock, Slow()).run()
    assert len(await drafts(world)) == 2


async def test_stopping_while_it_is_solved_ends_the_work(monkeypatch: pytest.MonkeyPatch):
    world = await with_volunteers()
    monkeypatch.setattr("bot.runtime.solving.LOOK_EVERY", 0)
    await world.says("claire", "match")
    ended = []

    class Endless(SolverHere):
        async def answer(self, question: Question, progress: Any) -> Answer:
            await world.presses("claire", "stop")
            try:
                await asyncio.Event().wait()
            finally:
                ended.append(True)
            raise AssertionError

    await Solving(world.store, world.clock, Endless()).run()
    assert ended == [True]
    assert await drafts(world) == set()


@pytest.mark.slow
async def test_a_process_of_its_own_finds_the_same_pairs():
    world = await with_volunteers()
    await world.says("claire", "match")
    await Solving(world.store, world.clock, SolverApart()).run()
    apart = await drafts(world)
    for solver in (world.solver, SolverApart()):
        await world.says("claire", "match")
        await Solving(world.store, world.clock, solver).run()
        assert await drafts(world) == apart
    assert len(apart) == 2
