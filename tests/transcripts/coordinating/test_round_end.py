"""Transcripts: a run is advised where it would find pairs; a round with nothing left ends."""

import pytest

from bot.domain.pairing import Pairing
from bot.domain.people import Role
from bot.domain.programme import CycleState, Enrolment, EnrolmentState
from bot.ports import Work
from tests.transcripts.coordinated import a_programme, the_cycle, with_volunteers
from tests.transcripts.coordinating.test_digest import ORG, next_digest, paired
from tests.world import a_person


@pytest.mark.parametrize(
    ("language", "title", "word"),
    [
        ("en", "Round 1 has ended", "You can open a new round"),
        ("fr", "Le tour 1 est terminé", "Vous pouvez ouvrir un nouveau tour"),
    ],
)
async def test_a_round_ends_by_itself_when_nothing_is_under_way(
    language: str, title: str, word: str
) -> None:
    """Nobody closed the round: without a sign of life for weeks it is over, and that is told."""
    world = await a_programme(language)

    arrived = [card for who, card in await world.pass_time(days=120) if who == "claire"]

    assert arrived[-1].title == title
    assert word in (arrived[-1].next or "")
    assert [card.title for card in arrived].count(title) == 1
    assert len(arrived) < 12, "three weeks of waiting, four of grace"
    assert (await the_cycle(world)).state is CycleState.CLOSED
    await world.says("claire", "admin")
    assert {"en": "Open a new round", "fr": "Ouvrir un nouveau tour"}[language] in world.text(
        "claire"
    )


async def test_digests_begin_again_with_an_approval() -> None:
    world = await with_volunteers()
    await world.look(lambda work: setattr(work.programmes.running(), "digest_due_at", None))
    await world.says("claire", "match")
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")

    programme = await world.look(lambda work: work.programmes.running())
    assert programme.digest_due_at is not None


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_run_is_advised_only_if_it_could_find_pairs(language: str) -> None:
    """Denis wants what nobody offers: the run that left him over would do so again."""
    alone = ("nadia", "omar", "lina", "marc", "sophie")
    advice = {"en": "Pairs can be made", "fr": "Des paires peuvent être formées"}[language]
    others = await with_volunteers(language, without=alone)
    assert advice not in await next_digest(others)
    await others.says("claire", "admin")
    console = {"en": "You can run the pairing", "fr": "Vous pouvez le lancer"}[language]
    assert console not in others.text("claire")

    everybody = await with_volunteers(language)
    assert advice in await next_digest(everybody)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_whoever_finished_or_rests_is_not_said_to_be_free(language: str) -> None:
    advice = {"en": "Pairs can be made", "fr": "Des paires peuvent être formées"}[language]
    world = await paired(language)

    def finish(work: Work) -> None:
        cycle = work.programmes.last_cycle()
        assert cycle is not None
        for i in range(6):
            pairing = work.get(Pairing, f"pair-{i}")
            assert pairing is not None
            pairing.end(world.clock.now(), completed=i != 0)
            for person in (f"m{i}", f"e{i}"):
                part = work.enrolments.part(cycle.id, person)
                assert part is not None
                part.topics = {"ai-assistants": 3}
        resting = work.enrolments.part(cycle.id, "m0")
        assert resting is not None
        resting.pause(None, None)

    await world.look(finish)
    assert advice not in await next_digest(world)

    def back(work: Work) -> None:
        cycle = work.programmes.last_cycle()
        resting = work.enrolments.part(cycle.id, "m0") if cycle else None
        assert cycle is not None
        assert resting is not None
        resting.resume()
        again = Enrolment(
            **ORG,
            id="enrolment-new",
            cycle_id=cycle.id,
            person_id="hugo",
            state=EnrolmentState.JOINED,
            role=Role.MENTEE,
            topics={"ai-assistants": 1},
            joined_at=world.clock.now(),
        )
        work.add(again)

    await world.add_people([a_person("Hugo", language=language, level=8)])
    await world.look(back)
    assert advice in await next_digest(world)


async def test_who_was_erased_or_left_counts_on_neither_side_of_a_share():
    world = await paired(count=24)

    def leave(work: Work) -> None:
        cycle = work.programmes.last_cycle()
        assert cycle is not None
        for i in range(24):
            pairing = work.get(Pairing, f"pair-{i}")
            assert pairing is not None
            pairing.end(world.clock.now(), completed=False)
            mentor = work.enrolments.part(cycle.id, f"m{i}")
            mentee = work.enrolments.part(cycle.id, f"e{i}")
            assert mentor is not None
            assert mentee is not None
            mentor.leave()
            mentee.topics = {"gaming": 1}

    await world.look(leave)
    text = await next_digest(world)
    assert "Take part, of those invited\u00a0: about 50%" in text
    assert "Paired so far, of those who take part\u00a0: about 90%" in text


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_promised_day_that_has_passed_is_said_no_more(language: str) -> None:
    world = await with_volunteers(language)
    day = {"en": "October 2", "fr": "2 octobre"}[language]
    for command in ("admin", "programme", "volunteers"):
        await world.says("claire", command)
        assert day in world.text("claire")

    await world.pass_time(days=28)

    for command in ("admin", "programme", "volunteers"):
        await world.says("claire", command)
        assert day not in world.text("claire")
