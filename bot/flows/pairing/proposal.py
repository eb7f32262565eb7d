"""A proposed pairing: each side is asked privately, and nobody learns who said no."""

from datetime import datetime, timedelta

from bot import calendar
from bot.calendar.people import working_time
from bot.conversation.flow import EVERYBODY, Flow, Next, ask, finish
from bot.conversation.instants import NextMorning, WorkingDaysLater
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.delivery import Kind
from bot.domain.pairing import LIVE
from bot.domain.people import Person, Role
from bot.domain.programme import Cycle, EnrolmentState
from bot.domain.proposal import Answer, Proposal, ProposalState
from bot.flows.pairing import introduction, reasons
from bot.messages.card import Block, Bullets, Card, Style, Text
from bot.ports import Work
from bot.services import pairable, pairings

flow = Flow("proposal", roles=EVERYBODY)


@flow.step("offer")
def offer(turn: Turn) -> Card:
    return _offer_card(turn, "proposal-offer")


@flow.step("reminder")
def reminder(turn: Turn) -> Card:
    return _offer_card(turn, "proposal-reminder")


LAPSES = WorkingDaysLater(rhythm.PROPOSAL_LAPSES)
OFFER = Prompt(
    name="proposal",
    to=Audience.EACH,
    kind=Kind.PROMPT,
    shows=(offer, reminder),
    reminders=(rhythm.PROPOSAL_REMINDED,),
    until=LAPSES,
    silence=Silence.LAPSES,
)


@offer.on("accept")
@reminder.on("accept")
def they_accept(turn: Turn) -> Next:
    proposal = turn.mine(Proposal)
    if proposal.state is ProposalState.ACCEPTED:
        return _to_introduction(turn, proposal)
    if proposal.is_over_for(turn.person.id):
        return ask(over, proposal.id)
    day = turn.day(settled_by(turn, proposal))
    if _would_begin_in_vain(turn, proposal):
        # Told like a yes that waits, and ended like a no: nothing here says what is in the way.
        proposal.accept_in_vain(turn.person.id, _first_morning(turn, proposal))
    elif proposal.accept(turn.person.id):
        return _begin(turn, proposal)
    return finish(turn.card("proposal-waiting", day=day))


@offer.on("other")
@reminder.on("other")
def they_want_someone_else(turn: Turn) -> Next:
    proposal = turn.mine(Proposal)
    if proposal.state is ProposalState.ACCEPTED:
        return _to_introduction(turn, proposal)
    if not proposal.is_over_for(turn.person.id):
        proposal.decline(turn.person.id, _morning_of_other(turn, proposal))
    return finish(_farewell(turn, "proposal-declined", proposal))


@flow.step("over")
def over(turn: Turn) -> Card:
    """The same words whether it was declined, lapsed or withdrawn."""
    return _farewell(turn, "proposal-over", turn.mine(Proposal))


OVER = Prompt(
    name="proposal-over",
    to=Audience.ASKED,
    # Whoever said yes was promised a day: a full week is no reason to break one's word.
    kind=Kind.URGENT,
    when=NextMorning(),
    shows=(over,),
    # Two that end on one day are one message: nobody reads the same words twice.
    daily=True,
)


def offer_pair(work: Work, now: datetime, proposal: Proposal) -> None:
    """Ask both sides, privately, about a pair the coordinator approved; nothing if asked before.

    Whoever would rather not meet the other is not asked: their no counts as said some days later,
    so that to everybody else it is an offer that came to nothing, like others. What may be offered
    no more is taken back: nobody was told of it, but both go first next time.
    """
    if proposal.state is not ProposalState.DRAFT:
        return
    if not pairable.may_be_offered(work, proposal):
        proposal.withdraw()
        for person in _sides(work, proposal):
            _let_go_first(work, proposal, person)
        return
    refusing = pairable.refusing(work, proposal)
    proposal.offer(now, _later(work, now, proposal, OFFER.reminders[0]))
    for person in _sides(work, proposal):
        if person.id in refusing:
            proposal.decline(person.id, _morning_after_a_no(work, now, proposal, person))
            continue
        if enrolment := pairings.part_of(work, proposal, person.id):
            enrolment.have_answer()
        key = f"proposal:{proposal.id}:offer:{person.id}"
        turn = Turn(work=work, now=now, person=person)
        turn.tell(person, OFFER, subject=proposal.id, key=key)


def remind(work: Work, now: datetime, proposal: Proposal) -> None:
    """Nudge, once, whoever has not answered; the proposal lapses next."""
    proposal.reminded = True
    proposal.plan(lapses_at(work, proposal))
    for person in _sides(work, proposal):
        if proposal.answer_of(person.id) is Answer.NONE and person.id != proposal.over_by:
            key = f"proposal:{proposal.id}:reminder:{person.id}"
            turn = Turn(work=work, now=now, person=person)
            turn.tell(person, OFFER, step=reminder, again=True, subject=proposal.id, key=key)


def lapse(work: Work, now: datetime, proposal: Proposal) -> None:
    """End a proposal that was not answered in time, without blame."""
    knows = proposal.over_by
    proposal.lapse()
    _tell_it_is_over(work, now, proposal, besides=knows)


def conclude(work: Work, now: datetime, proposal: Proposal) -> None:
    """End what one side ended, or a rule, and tell who does not know: the morning has come."""
    knows, morning = proposal.over_by, proposal.over_at
    if knows:
        proposal.conclude()
    else:
        proposal.withdraw()
    _tell_it_is_over(work, now, proposal, besides=knows, morning=morning)


def take_back(turn: Turn) -> bool:
    """Withdraw what is offered to somebody who falls silent; False when nothing was.

    The other sides are spared a wait for an answer that will not come, and read the usual words.
    """
    offered = turn.work.proposals.of(turn.person.id, ProposalState.OFFERED)
    mine = [each for each in offered if not each.is_over_for(turn.person.id)]
    for each in mine:
        give_up(turn, each)
    return bool(mine)


def give_up(turn: Turn, proposal: Proposal) -> None:
    """Be done with a proposal without an answer; whoever else was asked hears as at a decline."""
    if proposal.state is ProposalState.DRAFT:
        proposal.withdraw()
    elif not proposal.is_over_for(turn.person.id):
        proposal.give_up(turn.person.id, _morning_of_other(turn, proposal))


def withdraw(work: Work, now: datetime, proposal: Proposal, *, besides: str = "") -> None:
    """Take a proposal back; those who were asked hear the same words as at a lapse.

    ``besides`` is the id of a person who needs no telling, because they are leaving.
    """
    asked, knows = proposal.state is ProposalState.OFFERED, besides or proposal.over_by
    if not proposal.is_undecided:
        return
    proposal.withdraw()
    if asked:
        _tell_it_is_over(work, now, proposal, besides=knows)


def lapses_at(work: Work, proposal: Proposal) -> datetime:
    """Return when an offered proposal lapses."""
    if proposal.offered_at is None:
        raise LookupError(proposal.id)
    return _later(work, proposal.offered_at, proposal, LAPSES.days)


def settled_by(turn: Turn, proposal: Proposal) -> datetime:
    """Return when somebody hears of a proposal at the latest: if silence ends it, a morning on."""
    return OVER.when.earliest(lapses_at(turn.work, proposal), turn.person)


def _offer_card(turn: Turn, key: str) -> Card:
    proposal = turn.mine(Proposal)
    partner = turn.someone(proposal.other(turn.person.id))
    role = proposal.role_of(partner.id) or Role.MEMBER
    place = ", ".join(filter(None, (partner.department, partner.office)))
    blocks: list[Block] = []
    if why := reasons.why(turn, proposal, proposal.role_of(turn.person.id) or Role.MEMBER):
        blocks = [Text(turn.say("proposal-why")), Bullets(tuple(why))]
    blocks += _notice(turn, proposal, partner)
    return turn.card(
        key,
        *blocks,
        taps=(
            turn.tap("accept", turn.say(f"{key}.accept"), style=Style.PRIMARY),
            turn.tap("other", turn.say(f"{key}.other")),
        ),
        commands=("pause",),
        partner=turn.called(partner),
        role=role.value,
        place=place,
        placed="yes" if place else "no",
        day=turn.day(lapses_at(turn.work, proposal)),
    )


def _notice(turn: Turn, proposal: Proposal, partner: Person) -> list[Block]:
    """Say who decided, what counted, and where to object (Québec's Act P-39.1, s. 12.1)."""
    cycle = turn.work.get(Cycle, proposal.cycle_id)
    approver = turn.work.get(Person, cycle.approved_by) if cycle and cycle.approved_by else None
    if approver is None or not approver.active:
        approver = next(iter(turn.work.people.coordinators()), None)
    contact = approver.name if approver else ""
    are_known = turn.person.line_is_known and partner.line_is_known
    line = "known" if are_known else "unknown"
    said = {"contact": contact, "known": "yes" if contact else "no", "line": line}
    return [
        Text(turn.say("proposal-notice", partner=turn.called(partner), **said)),
        Text(turn.say("proposal-factors", **reasons.what_counted(turn, proposal))),
    ]


def _would_begin_in_vain(turn: Turn, proposal: Proposal) -> bool:
    """Whether this yes is the second one, and comes to two who may no longer be paired."""
    other_answer = proposal.answer_of(proposal.other(turn.person.id))
    if proposal.over_at is not None or other_answer is not Answer.YES:
        return False
    return not pairable.may_begin(turn.work, proposal, saying_yes=turn.person.id)


def _begin(turn: Turn, proposal: Proposal) -> Next:
    """Both said yes: the one who just answered reads it at once, the other is told."""
    pairing = pairings.start(turn.work, turn.now, proposal)
    turn.audit("pairing-started", pairing.id)
    for person in _sides(turn.work, proposal):
        enrolment = pairings.part_of(turn.work, proposal, person.id)
        if enrolment is None:
            continue
        enrolment.rounds_waited, enrolment.unmatched_reason = 0, ""
        if enrolment.state is EnrolmentState.PAUSED:
            enrolment.resume()  # whoever says yes right now is back
        if not pairable.has_room(turn.work, enrolment):
            # They have fewer places than when they were asked: nobody waits for one in vain.
            for each in turn.work.proposals.of(person.id, ProposalState.OFFERED):
                each.be_in_vain(_first_morning(turn, each))
    other = turn.partner(pairing)
    step = introduction.announcement(pairing, other.id)
    key = f"pairing:{pairing.id}:introduction:{other.id}"
    turn.tell(other, introduction.BEGINS, step=step, subject=pairing.id, key=key)
    introduction.open_room(turn, pairing)
    return ask(introduction.announcement(pairing, turn.person.id), pairing.id)


def _to_introduction(turn: Turn, proposal: Proposal) -> Next:
    live = turn.work.pairings.of(turn.person.id, *LIVE)
    pairing = next((p for p in live if p.proposal_id == proposal.id), None)
    if pairing is None:
        return finish(turn.card("proposal-past", commands=("status",)))
    return ask(introduction.announcement(pairing, turn.person.id), pairing.id)


def _morning_of_other(turn: Turn, proposal: Proposal) -> datetime:
    """Return when the other side may know that it is over."""
    return OVER.when.earliest(turn.now, turn.someone(proposal.other(turn.person.id)))


def _morning_after_a_no(work: Work, now: datetime, proposal: Proposal, person: Person) -> datetime:
    """Return when the other side may know of a no that nobody had to say: as if it took a while."""
    waited = calendar.jitter(proposal.id, timedelta(days=LAPSES.days)).days
    other = pairings.person_of(work, proposal.other(person.id))
    return OVER.when.earliest(_later(work, now, proposal, waited), other)


def _first_morning(turn: Turn, proposal: Proposal) -> datetime:
    """Return when the first of both may know that it is over; the other one's is not far."""
    return min(OVER.when.earliest(turn.now, each) for each in _sides(turn.work, proposal))


def _tell_it_is_over(
    work: Work,
    now: datetime,
    proposal: Proposal,
    *,
    besides: str = "",
    morning: datetime | None = None,
) -> None:
    """Let both go first in the next round, and write to them the next working morning.

    The delay is part of the privacy: the moment of the message does not follow anybody's answer.
    Whoever said no, or is named ``besides``, knows; ``morning`` has come where it was waited for.
    """
    for person in _sides(work, proposal):
        withheld = work.outbox.cancel(person.id, now, prefix=f"proposal:{proposal.id}:")
        _let_go_first(work, proposal, person)
        never_asked = withheld and not proposal.reminded
        knows = person.id == besides or proposal.answer_of(person.id) is Answer.NO
        if not knows and not never_asked:
            turn = Turn(work=work, now=now, person=person)
            key = f"proposal-over:{person.id}"
            turn.tell(person, OVER, subject=proposal.id, key=key, about=morning)


def _let_go_first(work: Work, proposal: Proposal, person: Person) -> None:
    """Put somebody ahead in the next round, if they have room for anybody in it."""
    part = work.enrolments.part(proposal.cycle_id, person.id)
    if part is not None and part.takes_part and pairable.has_room(work, part):
        part.rounds_waited += 1


def _farewell(turn: Turn, key: str, proposal: Proposal) -> Card:
    """Say that it is over, to somebody who waits for a partner or has all they have room for."""
    part = turn.work.enrolments.part(proposal.cycle_id, turn.person.id)
    if part is None or pairable.has_room(turn.work, part):
        return turn.card(key, commands=("pause",))
    return turn.card(f"{key}-full", commands=("profile",))


def _sides(work: Work, proposal: Proposal) -> list[Person]:
    return [pairings.person_of(work, i) for i in (proposal.mentor_id, proposal.mentee_id)]


def _later(work: Work, since: datetime, proposal: Proposal, days: int) -> datetime:
    """Return the open instant so many working days later for both: the later of the two."""
    ends = []
    for person in _sides(work, proposal):
        where = working_time(person)
        start = calendar.next_open(since, where)
        ends.append(calendar.next_open(calendar.add_working_days(start, days, where), where))
    return max(ends)
