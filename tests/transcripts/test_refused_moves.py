"""Transcripts: what can no longer happen is said kindly, and nothing of it is done."""

from collections.abc import Iterator

import pytest

from bot.conversation.flow import Next, finish
from bot.conversation.turn import Turn
from bot.domain.proposal import Proposal, ProposalState
from bot.errors import IllegalMove
from bot.runtime.engine import Engine
from bot.runtime.registry import every_flow
from tests.transcripts.proposed import a_proposal


@pytest.fixture
def a_hasty_step() -> Iterator[None]:
    """For the length of a test, "another person" lapses a proposal that is then declined."""

    def act(turn: Turn) -> Next:
        turn.person.language = "de"
        proposal = turn.mine(Proposal)
        proposal.lapse()
        proposal.decline(turn.person.id, turn.now)
        return finish(turn.card("proposal-declined"))

    taps = every_flow().flows["proposal"].steps["offer"].taps
    kept = taps["other"]
    taps["other"] = act
    yield
    taps["other"] = kept


@pytest.mark.usefixtures("a_hasty_step")
@pytest.mark.parametrize(
    ("language", "words"), [("en", "nothing was changed"), ("fr", "rien n’a été changé")]
)
async def test_a_refused_move_is_said_kindly_and_leaves_all_as_it_was(
    language: str, words: str
) -> None:
    world = await a_proposal(language)
    told: list[tuple[str, IllegalMove]] = []
    world.engine = Engine(world.store, world.clock, report=lambda *refusal: told.append(refusal))
    accept = world.button("marc", "accept")

    await world.presses("marc", "other")

    assert words in world.text("marc")
    proposal = await world.proposal()
    assert (proposal.state, proposal.mentee_answer) == (ProposalState.OFFERED, "")
    assert [(kind, str(move).partition(" (")[0]) for kind, move in told] == [
        ("Pressed", "Proposal proposal: lapsed -> lapsed")
    ]
    await world.press_button("marc", accept)
    assert (await world.proposal()).mentee_answer == "yes"
