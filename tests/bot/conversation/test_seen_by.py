"""A turn seen with somebody else's eyes: what may be said to them, and nothing that was pressed."""

from bot.conversation.flow import Finish
from bot.conversation.turn import Turn
from bot.domain.people import Account, Person
from bot.flows.mine.help import what_can_be_typed
from bot.messages.plain import plain
from bot.ports import Work
from bot.runtime.registry import every_flow
from tests.builders import NOW
from tests.world import World, a_person


async def test_a_card_for_somebody_else_knows_all_that_can_be_typed_and_nothing_else() -> None:
    world = await World.create([a_person("Nadia"), a_person("Claire", is_coordinator=True)])

    def act(work: Work) -> tuple[str, Turn]:
        nadia, claire = work.get(Person, "nadia"), work.get(Person, "claire")
        assert nadia is not None
        assert claire is not None
        turn = Turn(
            work=work,
            now=NOW,
            person=nadia,
            account=work.get(Account, "acc-nadia"),
            subject="a check-in",
            value="5",
            args="two weeks",
            values={"goal": ("hers",)},
            rooms=frozenset({"playground"}),
            registry=every_flow(),
        )
        seen = turn.seen_by(claire, "nudge")
        help_ = what_can_be_typed(seen)
        assert isinstance(help_, Finish)
        return plain(help_.card), seen

    words, seen = await world.look(act)

    assert "match" in words
    assert (seen.rooms, seen.value, seen.is_present) == ({"playground"}, "nudge", False)
    assert (seen.subject, seen.args, seen.values, seen.step) == ("", "", {}, None)
