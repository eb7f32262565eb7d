"""Answers to a proposal that is over, and messages that cannot go to a partner."""

from bot.domain.pairing import Pairing, PairingState
from bot.domain.people import Account
from bot.domain.programme import Enrolment
from bot.domain.proposal import Proposal
from tests.gallery.scene import Chapter
from tests.gallery.stage import Stage
from tests.gallery.worlds.full import NOW

chapter = Chapter("pairing")


@chapter.scene()
async def an_answer_to_a_pairing_that_ended(stage: Stage) -> None:
    await stage.change(Pairing, "undated", state=PairingState.ENDED)
    await stage.taps("omar", "proposal.offer.accept", "accepted-undated")


@chapter.scene()
async def messages_to_a_partner(stage: Stage) -> None:
    for words in ("See you on Thursday.", "Third floor.", "The one with the plants."):
        await stage.says("marc", f"tell {words}")
        if "preview" in await stage.at("marc"):
            await stage.presses("marc", "send")
    await stage.says("eve", "tell")
    await stage.change(Account, "acc-denis", reachable=False)
    await stage.says("omar", "tell See you on Thursday.")
    await stage.presses("omar", "send")


@chapter.scene()
async def a_reminder_and_two_yeses(stage: Stage) -> None:
    await stage.change(Proposal, "offered", due_at=NOW)
    await stage.run_due()
    await stage.presses("theo", "accept")
    await stage.presses("ana", "accept")
    await stage.run_due()


@chapter.scene()
async def a_no_by_somebody_whose_places_are_taken(stage: Stage) -> None:
    await stage.change(Enrolment, "enrolment-theo", capacity=0)
    await stage.taps("theo", "proposal.offer.other", "offered")


@chapter.scene()
async def two_yeses_when_no_place_is_left(stage: Stage) -> None:
    await stage.taps("theo", "proposal.offer.accept", "offered")
    await stage.change(Enrolment, "enrolment-theo", capacity=0)
    await stage.taps("ana", "proposal.offer.accept", "offered")
    await stage.pass_time(days=1)


@chapter.scene()
async def whom_a_message_is_for(stage: Stage) -> None:
    await stage.change(Pairing, "ended", state=PairingState.ACTIVE)
    await stage.says("nadia", "tell")
