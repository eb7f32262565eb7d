"""A pairing begins: what each side reads about it, and the room they may share."""

from dataclasses import replace

from bot.conversation.flow import Next, Step, ask
from bot.conversation.instants import BothAtWork, Until
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.sending import tell_both
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.pairing import Pairing, PairingState
from bot.domain.people import Role, Tenant
from bot.domain.proposal import Proposal
from bot.errors import Sorry
from bot.flows.meeting import picking, plan
from bot.flows.meeting.preparation import flow, how_to_prepare
from bot.flows.pairing import reasons
from bot.messages.card import Block, Card, Quote, Text
from bot.services.called import distinct


@flow.step("mentor")
def mentor(turn: Turn) -> Card:
    return _announced(turn, "introduction-mentor")


@flow.step("mentee")
def mentee(turn: Turn) -> Card:
    return _announced(turn, "introduction-mentee")


@flow.step("room")
def room(turn: Turn) -> Card:
    return _in_the_room(turn, turn.mine(Pairing))


BEGINS = Prompt(
    name="pairing-begins",
    to=Audience.PARTNER,
    kind=Kind.URGENT,
    shows=(mentor, mentee),
    until=Until.PAIRING,
    silence=Silence.STAYS_OPEN,
)
ROOM = Prompt(
    name="room",
    to=Audience.BOTH,
    kind=Kind.NOTICE,
    when=BothAtWork(),
    shows=(room,),
    spare=True,
)


@mentor.on("prepare")
@mentee.on("prepare")
def they_prepare(turn: Turn) -> Next:
    return ask(prepare, turn.mine(Pairing).id)


@flow.step("prepare")
def prepare(turn: Turn) -> Card:
    """How to prepare, with a way back to the moments and the goal of the card before."""
    return how_to_prepare(turn, turn.mine(Pairing), taps=("back",))


@prepare.on("back")
def they_go_back(turn: Turn) -> Next:
    pairing = turn.mine(Pairing)
    return ask(announcement(pairing, turn.person.id), pairing.id)


def announcement(pairing: Pairing, person_id: str) -> Step:
    """Return the step that announces a pairing to one of its sides."""
    return mentor if pairing.role_of(person_id) is Role.MENTOR else mentee


def open_room(turn: Turn, pairing: Pairing) -> None:
    """Bring the two together in one room, where a platform that both are on has rooms."""
    theirs = {a.tenant_id: a for a in turn.work.accounts.all(pairing.mentee_id) if a.reachable}
    for account in turn.work.accounts.all(pairing.mentor_id):
        tenant = turn.work.get(Tenant, account.tenant_id)
        other = theirs.get(account.tenant_id)
        has_rooms = tenant is not None and tenant.active and tenant.platform in turn.rooms
        if has_rooms and account.reachable and other is not None:
            card = _in_the_room(turn, pairing)
            key = f"pairing:{pairing.id}:room"
            tell_both(turn, ROOM, (account, other), card, key=key)
            return


def _in_the_room(turn: Turn, pairing: Pairing) -> Card:
    """What both read there, in each one's language; nothing that is for one of them alone."""
    both = [turn.someone(id_) for id_ in (pairing.mentor_id, pairing.mentee_id)]
    turns = {person.language: replace(turn, person=person) for person in both}.values()
    called = distinct(both, short=True)
    names = dict(zip(("mentor", "mentee"), (called[person.id] for person in both), strict=True))
    keys = ("introduction-room", "introduction-icebreaker")
    label = " · ".join(each.say("introduction-room.choose") for each in turns)
    return Card(
        title=" · ".join(each.say("introduction-room.title") for each in turns),
        body=tuple(Text(each.say(key, **names)) for each in turns for key in keys),
        # Each sees the moments alone, in their own time zone and language.
        buttons=(plan.choosing(pairing, label),),
        next="\n".join(each.say("introduction-room.next") for each in turns),
    )


def _announced(turn: Turn, key: str) -> Card:
    pairing = turn.mine(Pairing)
    if pairing.state_for(turn.person.id) is PairingState.ENDED:
        raise Sorry("stale")
    partner = turn.partner(pairing)
    proposal = turn.work.get(Proposal, pairing.proposal_id)
    topics = reasons.shared_topics(turn, proposal) if proposal else []
    is_mentor = pairing.mentor_id == turn.person.id
    found = picking.offered_times(turn, pairing) if is_mentor else None
    blocks: list[Block] = _goal(turn, pairing) if is_mentor else []
    blocks += [Text(line) for line in reasons.shared_languages(turn, partner)]
    blocks.append(Text(turn.say("introduction-icebreaker")))
    if found is not None and found.remark:
        blocks.append(Text(found.remark))
    prepare = turn.tap("prepare", turn.say(f"{key}.prepare"))
    return turn.card(
        key,
        *blocks,
        taps=(*(found.buttons if found else ()), prepare),
        partner=turn.called(partner),
        topic=turn.listing(topics),
        topics=len(topics),
    )


def _goal(turn: Turn, pairing: Pairing) -> list[Block]:
    """What the mentee wants to be able to do, in their own words; only the mentor reads it."""
    enrolment = turn.work.enrolments.part(pairing.cycle_id, pairing.mentee_id)
    if enrolment is None or not enrolment.goal:
        return []
    return [Quote(enrolment.goal, turn.called(turn.partner(pairing)))]
