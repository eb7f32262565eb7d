"""Transcripts: whoever is told that they go first next time does, in another cycle too."""

from typing import Any

from bot.domain.people import Role
from bot.domain.programme import Cycle, CycleState, Enrolment, EnrolmentState
from bot.matching import Pair, pair_score
from bot.messages.plain import plain
from bot.ports import Work
from bot.services.rounds.request import request_for
from tests.builders import ORGANISATION
from tests.transcripts.coordinated import drafts, enrolment, the_cycle, with_volunteers
from tests.transcripts.volunteers import Joining, a_round
from tests.world import World

LATER = ("omar", "lina", "théo", "denis")
"""Who has not volunteered yet in the first round."""
WELL: dict[str, Any] = {"topics": {"ai-assistants": 1}}
POOR: dict[str, Any] = {
    "topics": {"ai-assistants": 4, "gaming": 1, "short-video": 1},
    "formats": ("site",),
}
"""A mentee who fits the mentors here, but far less well than the others do."""
PROMISE = "You go first next time"


async def test_who_was_left_in_one_round_is_served_in_the_next_before_a_better_newcomer() -> None:
    world = await with_volunteers(without=LATER, sophie=POOR)
    arrived = await _pair_and_approve(world)
    assert "A partner for you" in arrived["marc"]
    assert PROMISE in arrived["sophie"]
    await _volunteers(world, "omar", Role.MENTOR, {"topics": {"ai-assistants": 5}})
    await _volunteers(world, "denis", Role.MENTEE, WELL)
    assert await _points(world, "denis") > await _points(world, "sophie") + 300

    await world.says("claire", "match")
    assert await drafts(world) == {("omar", "sophie")}
    await world.presses("claire", "look")
    assert "Rounds waited: mentor 0, mentee 1" in world.text("claire")

    arrived = await _pair_and_approve(world)
    assert "A partner for you" in arrived["sophie"]
    assert PROMISE in arrived["denis"]
    assert [await _waited(world, name) for name in ("sophie", "denis")] == [1, 1]
    await world.presses("omar", "accept")
    await world.presses("sophie", "accept")
    assert await _waited(world, "sophie") == 0, "her turn is used up"


async def test_a_turn_outlives_its_cycle() -> None:
    world = await _offered()
    accept = world.button("marc", "accept")
    await _close(world)
    await world.press_button("marc", accept)
    assert "You go first in the next round" in world.text("marc")
    await world.open_cycle("second", 2)
    for person, role in (("marc", "mentee"), ("nadia", "mentor")):
        await world.joins(person, role)
        assert (await world.kept(person, "second")).rounds_waited == 1


async def test_who_had_a_partner_is_a_newcomer_in_the_next_cycle() -> None:
    world = await _offered()
    await world.presses("nadia", "accept")
    await world.presses("marc", "accept")
    await _close(world)
    await world.open_cycle("second", 2)
    await world.joins("marc", "mentee")
    assert (await world.kept("marc", "second")).rounds_waited == 0


async def test_a_wish_for_a_new_partner_counts_in_the_cycle_one_has_joined_since() -> None:
    world = await _offered()
    await world.presses("nadia", "accept")
    await world.presses("marc", "accept")
    await _close(world)
    await world.open_cycle("second", 2)
    await world.joins("marc", "mentee")
    await world.says("marc", "rematch")
    await world.presses("marc", "change")
    assert "you go first in the next round" in world.text("marc")
    # Not before Nadia is told: until then nothing tells that anything ended, nor who wished it.
    assert (await world.kept("marc", "second")).rounds_waited == 0
    await world.pass_time(days=1)
    assert (await world.kept("marc", "second")).rounds_waited == 1


async def test_leaving_and_coming_back_within_a_cycle_neither_adds_nor_takes_a_turn() -> None:
    world = await _offered()
    await _close(world)
    await world.open_cycle("second", 2)
    await world.joins("marc", "mentee")

    def serve(work: Work) -> None:
        found = work.enrolments.part("second", "marc")
        assert found is not None
        found.rounds_waited = 0

    await world.look(serve)
    await world.says("marc", "leave")
    await world.presses("marc", "out")
    await world.joins("marc", "mentee")
    kept = await world.kept("marc", "second")
    assert (kept.state, kept.rounds_waited) == (EnrolmentState.JOINED, 0)


async def _offered() -> Joining:
    """Marc and Nadia have joined and were proposed to each other."""
    world = await a_round()
    await world.joins("marc", "mentee")
    await world.joins("nadia", "mentor")
    arrived = await _pair_and_approve(world)
    assert {"marc", "nadia"} <= arrived.keys()
    return world


async def _close(world: World) -> None:
    await world.says("claire", "programme")
    await world.presses("claire", "close")
    await world.presses("claire", "yes")
    found = await world.look(lambda work: work.programmes.last_cycle())
    assert isinstance(found, Cycle)
    assert found.state is CycleState.CLOSED


async def _pair_and_approve(world: World) -> dict[str, str]:
    """Run the pairing, approve it, and return what arrives."""
    await world.says("claire", "match")
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")
    return {person: plain(card) for person, card in await world.run_due()}


async def _volunteers(world: World, person: str, role: Role, profile: dict[str, Any]) -> None:
    """Somebody joins the cycle that is open."""
    cycle = await the_cycle(world)
    values: dict[str, Any] = {
        "organisation_id": ORGANISATION,
        "id": f"enrolment-{person}",
        "cycle_id": cycle.id,
        "person_id": person,
        "state": EnrolmentState.JOINED,
        "role": role,
        "joined_at": world.clock.now(),
    }
    await world.look(lambda work: work.add(Enrolment(**{**values, **profile})))


async def _points(world: World, mentee: str) -> int:
    """Return the score of a mentee with Omar, as the matching sees it."""
    cycle = await the_cycle(world)

    def act(work: Work) -> int:
        request = request_for(work, cycle, world.clock.now().date())
        found = pair_score(request, "omar", mentee)
        assert isinstance(found, Pair)
        return found.score

    found = await world.look(act)
    assert isinstance(found, int)
    return found


async def _waited(world: World, person: str) -> int:
    return (await enrolment(world, person)).rounds_waited
