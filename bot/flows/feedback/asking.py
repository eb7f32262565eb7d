"""The invitation, the two forms, and what is shared of them if ticked.

A reminder is the invitation in one line: its ``value`` is "nudge", or "last" when none follows.
"""

from datetime import date

from bot.conversation.flow import EVERYBODY, Chapter, Flow, Invalid, Next, Step, ask, finish
from bot.conversation.instants import AtTheEnd, HalfWay, Later, Until
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.checkin import AskState, Feedback, FeedbackKind
from bot.domain.delivery import Kind
from bot.domain.pairing import Pairing, PairingState
from bot.errors import Sorry
from bot.flows.feedback.forms import MET, NOT_MET, questions, read
from bot.messages.card import Card, Quote
from bot.messages.form import Form
from bot.services import ledger

flow = Flow("feedback", roles=EVERYBODY, chapter=Chapter.PARTICIPANTS)


def _open(turn: Turn) -> Feedback:
    feedback = turn.mine(Feedback)
    if feedback.state is AskState.ANSWERED:
        raise Sorry("feedback-answered")
    if feedback.state is AskState.LAPSED:
        raise Sorry("feedback-lapsed")
    return feedback


def invitation_key(feedback: Feedback) -> str:
    """Return the key of the delivery that asks for a feedback; reminders' go on with a colon."""
    return f"pairing:{feedback.pairing_id}:feedback:{feedback.kind.value}:{feedback.person_id}"


def _keep(turn: Turn, feedback: Feedback, answers: dict[str, object]) -> None:
    """Keep the answers, and take back a reminder that waits for an open hour."""
    feedback.answers = answers
    feedback.answer(turn.now)
    _record(turn, turn.mine(Pairing, feedback.pairing_id), str(answers.get(MET, "")))
    if feedback.reminders:
        prefix = f"{invitation_key(feedback)}:"
        turn.work.outbox.cancel(turn.person.id, turn.now, prefix=prefix)


def _record(turn: Turn, pairing: Pairing, met: str) -> None:
    """Note whether they met, as a check-in does; without a word of it nothing is said."""
    if met == NOT_MET:
        ledger.we_did_not(turn.work, turn.now, pairing, person=turn.person)
    elif met:
        on = date.fromisoformat(met)
        ledger.we_met(turn.work, turn.now, pairing, person=turn.person, on=on)


def _partner(turn: Turn, feedback: Feedback) -> str:
    return turn.called(turn.partner(turn.mine(Pairing, feedback.pairing_id)))


@flow.step("invite")
def invite(turn: Turn) -> Card:
    feedback = turn.mine(Feedback)
    name = _partner(turn, feedback)
    if turn.value:
        facts = {"partner": name, "reminder": turn.value, "kind": feedback.kind.value}
        return turn.card("feedback-nudge", taps=("start",), **facts)
    return turn.card(f"feedback-invite-{feedback.kind.value}", taps=("start",), partner=name)


LOOK_BACK = Later(rhythm.LOOK_BACK)
ASKED = {
    FeedbackKind.MID: Prompt(
        name="half-way",
        to=Audience.EACH,
        kind=Kind.PROMPT,
        when=HalfWay(),
        shows=(invite,),
        reminders=rhythm.REMINDERS,
        until=Until.NEXT,
        silence=Silence.GOES_ON,
    ),
    FeedbackKind.FINAL: Prompt(
        name="look-back",
        to=Audience.EACH,
        kind=Kind.PROMPT,
        when=AtTheEnd(),
        shows=(invite,),
        reminders=rhythm.REMINDERS,
        until=LOOK_BACK,
        silence=Silence.CLOSES,
    ),
}


@invite.on("start", form=True)
def they_start(turn: Turn) -> Next:
    feedback = _open(turn)
    return ask(FORMS[feedback.kind], feedback.id)


@flow.step("mid")
def mid(turn: Turn) -> Form:
    feedback = turn.mine(Feedback)
    partner = _partner(turn, feedback)
    return turn.form("feedback-mid", *questions(turn, feedback), partner=partner)


@mid.on_submit
def they_gave_the_mid_point(turn: Turn) -> Next:
    feedback = _open(turn)
    answers, faults = read(turn, questions(turn, feedback), turn.values)
    if answers.get("share") and not answers.get("change"):
        faults.setdefault("change", turn.say("feedback-ask-share.empty"))
    if faults:
        return Invalid(faults)
    _keep(turn, feedback, answers)
    key = "feedback-thanks"
    if answers["share"]:
        key += "-shared" if _share(turn, feedback) else "-unshared"
    if answers["partner"] == "change":
        return ask(change, feedback.id)
    return finish(turn.card(key, partner=_partner(turn, feedback)))


def _share(turn: Turn, feedback: Feedback) -> bool:
    """Give the partner the one sentence its author ticked; False when it cannot go now."""
    pairing = turn.mine(Pairing, feedback.pairing_id)
    if not pairing.runs_for(turn.person.id):
        return False
    partner = turn.partner(pairing)
    key = f"pairing:{pairing.id}:shared:{feedback.id}"
    return bool(turn.tell(partner, SHARED, subject=feedback.id, key=key))


@flow.step("shared")
def shared(turn: Turn) -> Card:
    """What the partner gets; the feedback is the author's, so only what was ticked is read here."""
    feedback = turn.from_partner(Feedback)
    if not feedback.answers.get("share"):
        raise Sorry("stale")
    author = turn.called(turn.someone(feedback.person_id))
    words = Quote(str(feedback.answers["change"]), author)
    return turn.card("feedback-shared", words, partner=author)


SHARED = Prompt(
    name="half-way-shared",
    to=Audience.PARTNER,
    kind=Kind.NOTICE,
    shows=(shared,),
)


@flow.step("change")
def change(turn: Turn) -> Card:
    return turn.card("feedback-change", commands=("rematch",))


@flow.step("final")
def final(turn: Turn) -> Form:
    feedback = turn.mine(Feedback)
    partner = _partner(turn, feedback)
    return turn.form("feedback-final", *questions(turn, feedback), partner=partner)


@final.on_submit
def they_gave_the_final(turn: Turn) -> Next:
    feedback = _open(turn)
    answers, faults = read(turn, questions(turn, feedback), turn.values)
    if answers.get("publish") and not answers.get("changed"):
        faults.setdefault("changed", turn.say("feedback-ask-publish.empty"))
    if faults:
        return Invalid(faults)
    _keep(turn, feedback, answers)
    key = "feedback-done-thanks" if answers.get("thanks") else "feedback-done"
    due_at = turn.mine(Pairing, feedback.pairing_id).due_at
    day = turn.day(due_at or turn.now)
    return finish(turn.card(key, partner=_partner(turn, feedback), day=day))


FORMS: dict[FeedbackKind, Step] = {FeedbackKind.MID: mid, FeedbackKind.FINAL: final}
"""The form of each kind of feedback."""


@flow.command("feedback", "rétroaction")
def open_feedback(turn: Turn) -> Next:
    for pairing in turn.work.pairings.of(turn.person.id, PairingState.ACTIVE):
        for kind in FeedbackKind:
            feedback = turn.work.checkins.feedback(pairing.id, turn.person.id, kind)
            if feedback is not None and feedback.state is AskState.OPEN:
                return ask(invite, feedback.id)
    return finish(turn.card("feedback-none"))
