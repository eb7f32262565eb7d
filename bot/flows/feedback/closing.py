"""The last card of a pairing that came to its end: thanks, words for a certificate, what next."""

from dataclasses import replace

from bot import texts
from bot.conversation.turn import Turn
from bot.domain.checkin import FeedbackKind
from bot.domain.meeting import MeetingState
from bot.domain.pairing import Pairing
from bot.domain.people import Role
from bot.flows.feedback.asking import flow
from bot.flows.leaving import exits
from bot.messages.card import Block, Card, Quote, Text
from bot.services.pairings import programme_of

TAPS = {"": ("again", "rest"), "new": ("rest",)}
"""What may still be chosen after each wish; any other wish came with a rest already."""


@flow.step("closing")
def closing(turn: Turn) -> Card:
    pairing = turn.mine(Pairing)
    role = pairing.role_of(turn.person.id) or Role.MEMBER
    wish = _final_answer(turn, pairing, turn.person.id, "next")
    blocks: list[Block] = []
    if role is Role.MENTOR:
        blocks += _for_the_mentor(turn, pairing)
    if wish:
        blocks.append(Text(turn.say("feedback-wish", wish=wish)))
    return turn.card(
        f"feedback-closing-{role.value}",
        *blocks,
        taps=TAPS.get(wish, ("again",)),
        commands=("leave",) if wish == "stop" else (),
        partner=turn.called(turn.partner(pairing)),
    )


closing.on("again")(exits.they_want_a_new_partner)
closing.on("rest")(exits.they_rest)


def honour(turn: Turn, pairing: Pairing) -> None:
    """Do what somebody wished for afterwards: wait for a new partner, or be left in peace.

    Without a word of theirs nothing changes: the last card asks.
    """
    enrolment = turn.work.enrolments.part(pairing.cycle_id, turn.person.id)
    wish = _final_answer(turn, pairing, turn.person.id, "next")
    if not wish or enrolment is None or not enrolment.takes_part:
        return
    theirs = replace(turn, subject=pairing.id)
    if wish == "new":
        exits.they_want_a_new_partner(theirs)
    else:
        exits.they_rest(theirs)


def _for_the_mentor(turn: Turn, pairing: Pairing) -> list[Block]:
    """Words to put in a certificate or a portfolio, and the thank-you the mentee wrote for them."""
    held = [m for m in turn.work.pairings.meetings(pairing.id) if m.state is MeetingState.HELD]
    certificate = turn.say(
        "feedback-certificate",
        mentor=turn.person.name,
        programme=programme_of(turn.work, pairing).name,
        start=texts.short_day(turn.person.language, pairing.started_on),
        end=texts.short_day(turn.person.language, turn.today),
        meetings=len(held),
    )
    blocks: list[Block] = [Quote(certificate)]
    mentee = turn.partner(pairing)
    thanks = _final_answer(turn, pairing, mentee.id, "thanks")
    if thanks:
        blocks.append(Text(turn.say("feedback-thank-you", partner=turn.called(mentee))))
        blocks.append(Quote(thanks, turn.called(mentee)))
    return blocks


def _final_answer(turn: Turn, pairing: Pairing, person_id: str, name: str) -> str:
    feedback = turn.work.checkins.feedback(pairing.id, person_id, FeedbackKind.FINAL)
    return str(feedback.answers.get(name) or "") if feedback else ""
