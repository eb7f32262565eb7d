"""Stopping, from either side, without a reason; the partner reads the same words whoever did."""

from datetime import datetime

from bot.conversation.flow import EVERYBODY, Chapter, Flow, Next, ask, finish
from bot.conversation.instants import NextMorning, Until
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.pairing import LIVE, Pairing, PairingState
from bot.domain.people import AuditEntry, Person
from bot.domain.programme import Cycle, Enrolment, EnrolmentState
from bot.domain.proposal import UNDECIDED
from bot.errors import Sorry
from bot.flows.leaving import pause
from bot.flows.pairing import proposal as proposals
from bot.messages.card import Button, Card, Style
from bot.ports import Work
from bot.services import pairings, pauses, second_thoughts

flow = Flow("exits", roles=EVERYBODY, chapter=Chapter.PARTICIPANTS)

REASONS = ("time", "fit", "goal", "work", "other")
"""Stored codes of why somebody stopped; only their sums are ever read."""


@flow.command("leave", "quitter", rank=1)
def open_leave(turn: Turn) -> Next:
    if _live(turn):
        return ask(leave)
    if not pauses.live_enrolments(turn.work, turn.person.id) and not _undecided(turn):
        raise Sorry("exits-not-in")
    return ask(confirm)


@flow.step("leave")
def leave(turn: Turn) -> Card:
    out = turn.tap("out", turn.say("exits-leave.out"), style=Style.DANGER)
    stay = turn.tap("stay", turn.say("exits-leave.stay"))
    taps = (*_pairing_taps(turn, "stop", "exits-leave.stop"), out, stay)
    return turn.card("exits-leave", taps=taps, commands=("pause",))


@flow.step("confirm")
def confirm(turn: Turn) -> Card:
    out = turn.tap("out", turn.say("exits-confirm.out"), style=Style.DANGER)
    return turn.card("exits-confirm", taps=(out, "stay"), commands=("pause",))


@flow.command("rematch", "rejumeler")
def open_rematch(turn: Turn) -> Next:
    if not _live(turn):
        raise Sorry("exits-nobody-to-change")
    return ask(rematch)


@flow.step("rematch")
def rematch(turn: Turn) -> Card:
    stay = turn.tap("stay", turn.say("exits-rematch.stay"))
    changes = _pairing_taps(turn, "change", "exits-rematch.change")
    stops = _pairing_taps(turn, "stop", "exits-leave.stop")
    return turn.card("exits-rematch", taps=(*changes, *stops, stay), commands=("pause",))


@leave.on("stop")
@rematch.on("stop")
def they_stop_a_pairing(turn: Turn) -> Next:
    pairing = turn.mine(Pairing, turn.value)
    end_pairing(turn, pairing)
    return ask(stopped, pairing.id)


@rematch.on("change")
def they_change_partner(turn: Turn) -> Next:
    pairing = turn.mine(Pairing, turn.value)
    end_pairing(turn, pairing)
    _wait_again(turn, pairing)
    return ask(changed, pairing.id)


@leave.on("out")
@confirm.on("out")
def they_leave(turn: Turn) -> Next:
    leave_programme(turn)
    return ask(left)


@leave.on("stay")
@confirm.on("stay")
@rematch.on("stay")
def they_stay(turn: Turn) -> Next:
    return finish(turn.card("exits-stay", commands=("status",)))


@flow.step("stopped")
def stopped(turn: Turn) -> Card:
    """What somebody reads who stopped a pairing."""
    return turn.card("exits-stopped", taps=("again", "rest", "back", "why"))


@flow.step("changed")
def changed(turn: Turn) -> Card:
    """What somebody reads who asked for another partner."""
    return turn.card("exits-changed", taps=("back", "why"), commands=("status",))


@flow.step("left")
def left(turn: Turn) -> Card:
    """What somebody reads who left: the profile of a pairing is kept until the partner knows."""
    if second_thoughts.stopped_by(turn.work, turn.person):
        return turn.card("exits-left", taps=("back", "why"), seen="yes")
    return turn.card("exits-left", taps=("why",), commands=("join",), seen="no")


@flow.step("ended")
def ended(turn: Turn) -> Card:
    """What the partner reads: nothing here depends on who stopped, how or why."""
    return turn.card("exits-ended", taps=("again", "rest"), day=_began(turn))


ENDED = Prompt(
    name="pairing-ended",
    to=Audience.PARTNER,
    kind=Kind.URGENT,
    when=NextMorning(),
    shows=(ended,),
    until=Until.ANSWERED,
    silence=Silence.STAYS_OPEN,
)
"""Urgent: nobody waits a week, and perhaps at a meeting, for somebody who is not coming."""


@stopped.on("again")
@ended.on("again")
def they_want_a_new_partner(turn: Turn) -> Next:
    cycle = _wait_again(turn, turn.mine(Pairing))
    if not cycle.welcomes:
        return finish(turn.card("exits-next-round", commands=("status",)))
    return finish(turn.card("exits-waiting", commands=("status",)))


@stopped.on("rest")
@ended.on("rest")
def they_rest(turn: Turn) -> Next:
    enrolment = _enrolment(turn, turn.mine(Pairing))
    live = _live(turn)
    if live:
        # Another pairing goes on: no new partner, and nothing else falls silent.
        enrolment.capacity = len(live)
    elif enrolment.state is EnrolmentState.JOINED:
        proposals.take_back(turn)
        enrolment.pause(None, None)
    return finish(turn.card("exits-resting", commands=("resume",)))


@stopped.on("back")
@changed.on("back")
def they_changed_their_mind(turn: Turn) -> Next:
    """Go on, as long as the partner was not told: what the partner sees never stopped."""
    pairing = turn.mine(Pairing)
    enrolment = _enrolment(turn, pairing)
    over_at = pairing.over_at
    if not pairing.is_stopped_by(turn.person.id) or over_at is None or over_at <= turn.now:
        raise Sorry("exits-too-late")
    pairings.stay(turn.work, turn.now, pairing, turn.person)
    if enrolment.state is EnrolmentState.PAUSED and pairing.state is PairingState.ACTIVE:
        pause.come_back(turn)  # the break they chose afterwards belonged to the stop
    enrolment.capacity = max(enrolment.capacity, len(_live(turn)))
    partner = turn.called(turn.partner(pairing))
    return finish(turn.card("exits-back", commands=("status", "help-me"), partner=partner))


@left.on("back")
def they_stay_after_all(turn: Turn) -> Next:
    """Take back that they left, as long as no partner was told."""
    kept = second_thoughts.stay(turn.work, turn.now, turn.person)
    if not kept:
        raise Sorry("exits-too-late")
    partner = turn.called(turn.partner(kept[0]))
    return finish(turn.card("exits-back", commands=("status", "help-me"), partner=partner))


@stopped.on("why")
@changed.on("why")
@left.on("why")
def they_tell_why(turn: Turn) -> Next:
    # Each card asks about a subject of its own that leads to nobody, so that it is answered once.
    return ask(why, turn.work.new_id())


@flow.step("why")
def why(turn: Turn) -> Card:
    taps = [turn.tap("reason", turn.say(f"exits-why.{code}"), value=code) for code in REASONS]
    return turn.card("exits-why", taps=taps)


@why.on("reason")
def they_give_a_reason(turn: Turn) -> Next:
    if turn.value not in REASONS:
        raise Sorry("stale")
    thanks = finish(turn.card("exits-thanks"))
    if turn.subject and not turn.work.first_time(f"exit-reason:{turn.subject}", turn.now):
        return thanks
    # Nobody's: no actor, no subject, and the month at most, so that no exit can be told from it.
    month = turn.now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    entry = AuditEntry(
        organisation_id=turn.work.organisation_id,
        id=turn.work.new_id(),
        actor_id="",
        action="exit-reason",
        subject="",
        at=month,
        details={"code": turn.value},
    )
    turn.work.add(entry)
    return thanks


def end_pairing(turn: Turn, pairing: Pairing) -> None:
    """End a pairing early for this person; the other side hears of it the next working morning.

    Until then it stands for them, unless they stopped it as well: then nobody is left to be told,
    and to each of the two it is as if they alone had.
    """
    if pairing.state_for(turn.person.id) is not PairingState.ENDED:
        pairings.part(turn.work, turn.now, pairing, turn.person)


def conclude(work: Work, now: datetime, pairing: Pairing) -> None:
    """End what was stopped, and tell the side that did not: their morning has come."""
    morning = pairing.over_at
    partners = [pairings.person_of(work, each) for each in pairing.sides]
    pairings.end(work, now, pairing, completed=False)
    for partner in partners:
        turn = Turn(work=work, now=now, person=partner)
        key = ended_key(pairing, partner)
        turn.tell(partner, ENDED, subject=pairing.id, key=key, about=morning)


def ended_key(pairing: Pairing, person: Person) -> str:
    """Return the key of the news; not under "pairing:", whose deliveries end with the pairing."""
    return f"ended:{pairing.id}:{person.id}"


def leave_programme(turn: Turn) -> None:
    """Take this person out of everything: pairings, proposals, enrolments, and what waits.

    What a partner sees of their profile is kept until the partner is told.
    """
    enrolments = [*pauses.live_enrolments(turn.work, turn.person.id), *_undecided(turn)]
    for pairing in _live(turn):
        end_pairing(turn, pairing)
    stopped = second_thoughts.stopped_by(turn.work, turn.person)
    seen_until = {each.cycle_id: each.over_at for each in stopped}
    for enrolment in enrolments:
        if enrolment.state is EnrolmentState.INVITED:
            enrolment.decline()
        else:
            enrolment.leave(seen_until.get(enrolment.cycle_id))
    for proposal in turn.work.proposals.of(turn.person.id, *UNDECIDED):
        proposals.give_up(turn, proposal)
    turn.work.outbox.cancel(turn.person.id, turn.now)


def _live(turn: Turn) -> list[Pairing]:
    return turn.work.pairings.of(turn.person.id, *LIVE)


def _undecided(turn: Turn) -> list[Enrolment]:
    """The person's part in the current cycle while they have not joined it yet."""
    enrolment = turn.enrolment
    return [enrolment] if enrolment is not None and enrolment.is_not_yet_in else []


def _pairing_taps(turn: Turn, action: str, key: str) -> list[Button]:
    return [
        turn.tap(
            action, turn.say(key, partner=turn.called(turn.partner(pairing))), value=pairing.id
        )
        for pairing in _live(turn)
    ]


def _began(turn: Turn) -> str:
    """A day tells two pairings apart without naming anybody, who may be erased by then."""
    return turn.day(turn.mine(Pairing).started_on)


def _enrolment(turn: Turn, pairing: Pairing) -> Enrolment:
    """Return the person's part in the cycle of a pairing; Sorry when they left it since."""
    enrolment = turn.work.enrolments.part(pairing.cycle_id, turn.person.id)
    if enrolment is None or not enrolment.takes_part:
        raise Sorry("exits-not-in")
    return enrolment


def _wait_again(turn: Turn, pairing: Pairing) -> Cycle:
    """Put a person among those who wait; return the cycle they wait in.

    That they go ahead of newcomers is settled when the pairing ends, for both sides alike.
    """
    enrolment = _enrolment(turn, pairing)
    if enrolment.state is EnrolmentState.PAUSED and not _live(turn):
        enrolment.resume()
    cycle = turn.work.get(Cycle, pairing.cycle_id)
    if cycle is None:
        raise Sorry("stale")
    return cycle
