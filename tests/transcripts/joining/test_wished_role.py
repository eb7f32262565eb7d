"""Transcripts: what somebody wished for at the end is remembered; who had a partner reads so."""

from datetime import date

import pytest

from bot.domain.checkin import AskState, Feedback, FeedbackKind
from bot.domain.pairing import Pairing
from bot.domain.people import Role
from bot.domain.programme import Cycle, CycleState
from bot.messages.card import Button, Card, Style
from bot.ports import Work
from bot.services import pairings
from tests.builders import ORGANISATION
from tests.transcripts.pair import Pair, a_pair


async def ended(language: str = "en", *, wish: str = "swap") -> Pair:
    """Open a world in which Nadia and Marc came to their end, and Marc said what he wishes for."""
    world = await a_pair(language)

    def act(work: Work, pairing: Pairing) -> None:
        work.add(
            Feedback(
                organisation_id=ORGANISATION,
                id="final",
                pairing_id=pairing.id,
                person_id="marc",
                role=Role.MENTEE,
                kind=FeedbackKind.FINAL,
                asked_at=world.clock.now(),
                state=AskState.ANSWERED,
                answers={"next": wish},
            )
        )
        pairings.end(work, world.clock.now(), pairing, completed=True)

    await world.change(act)
    return world


async def a_second_round(world: Pair) -> None:
    def act(work: Work) -> None:
        first = work.get(Cycle, "cycle")
        assert first is not None
        first.state = CycleState.CLOSED
        second = Cycle(
            organisation_id=ORGANISATION,
            id="second",
            programme_id="programme",
            number=2,
            answer_by=date(2027, 2, 1),
        )
        work.add(second)

    await world.look(act)


@pytest.mark.parametrize(
    ("language", "line", "words"),
    [
        ("en", "join", "You wished for the other role when your last pairing ended"),
        ("fr", "rejoindre", "Vous aviez souhaité l’autre rôle"),
    ],
)
async def test_the_wish_for_the_other_role_is_remembered(
    language: str, line: str, words: str
) -> None:
    world = await ended(language)
    await a_second_round(world)
    await world.says("marc", line)
    await world.presses("marc", "yes")

    assert words in world.text("marc")
    assert chosen(world.shown["marc"]) == ["mentor"]


async def test_no_wish_leaves_the_suggestion_to_the_position() -> None:
    world = await ended(wish="new")
    await a_second_round(world)
    await world.says("marc", "join")
    await world.presses("marc", "yes")

    assert "Given your position" in world.text("marc")
    assert chosen(world.shown["marc"]) == ["mentee"]


@pytest.mark.parametrize(
    ("language", "command", "none_found", "thanks"),
    [
        ("en", "programme", "there was no partner for you", "the time you gave to your pairing"),
        ("fr", "programme", "il ne s’y est pas trouvé", "le temps que vous y avez donné"),
    ],
)
async def test_whoever_had_a_partner_never_reads_that_none_was_found(
    language: str, command: str, none_found: str, thanks: str
) -> None:
    world = await ended(language)
    await world.says("claire", command)
    await world.presses("claire", "close")
    await world.presses("claire", "yes")
    await world.run_due()

    for person in ("nadia", "marc"):
        assert thanks in world.text(person)
        assert none_found not in world.text(person)


def chosen(card: object) -> list[str]:
    """Return the values of the buttons that are suggested."""
    assert isinstance(card, Card)
    buttons: tuple[Button, ...] = card.buttons
    return [button.value for button in buttons if button.style is Style.PRIMARY]
