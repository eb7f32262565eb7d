"""What somebody offers or wants to learn, when they are free, and whom they would rather avoid."""

from bot.conversation.flow import EVERYBODY, Chapter, Flow, Invalid, Next, Step, ask, finish
from bot.conversation.prompt import Audience, Prompt
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.people import Role
from bot.domain.programme import (
    INTERESTS,
    NEEDED_CONSENTS,
    SLOTS,
    Cycle,
    Enrolment,
    EnrolmentState,
)
from bot.errors import Sorry
from bot.flows.joining import profile_form as fields
from bot.messages.card import Block, Bullets, Card, Text
from bot.messages.form import OUT_OF_FIVE, Choice, Form, Option
from bot.services import answers, pauses

flow = Flow("profile", roles=EVERYBODY, chapter=Chapter.PARTICIPANTS)


@flow.command("profile", "profil", form=True)
def edit(turn: Turn) -> Next:
    enrolment = turn.enrolment
    if enrolment is None or enrolment.role is None or not _may_edit(turn, enrolment):
        return finish(turn.card("profile-join-first", commands=("join",)))
    return ask(form_of(enrolment.role), enrolment.id)


@flow.step("mentor")
def mentor(turn: Turn) -> Form:
    return turn.form("profile-mentor", *fields.inputs(turn, _mine(turn), Role.MENTOR))


@flow.step("mentee")
def mentee(turn: Turn) -> Form:
    return turn.form("profile-mentee", *fields.inputs(turn, _mine(turn), Role.MENTEE))


@mentor.on_submit
def they_offer(turn: Turn) -> Next:
    return _save(turn, Role.MENTOR)


@mentee.on_submit
def they_want(turn: Turn) -> Next:
    return _save(turn, Role.MENTEE)


@flow.step("levels")
def levels(turn: Turn) -> Form:
    enrolment = _mine(turn)
    role = enrolment.role or Role.MENTOR
    options = tuple(Option(n, turn.say(f"profile-level-{role.value}-{n}")) for n in OUT_OF_FIVE)
    choices = [
        Choice(
            name=code,
            label=turn.topic(code),
            options=options,
            values=(str(level),),
        )
        for code, level in enrolment.topics.items()
        if code in turn.catalogue.topics
    ]
    return turn.form(f"profile-levels-{role.value}", *choices)


@levels.on_submit
def they_are_so_sure(turn: Turn) -> Next:
    enrolment = _mine(turn)
    said = {code: turn.field(code) for code in enrolment.topics}
    enrolment.topics = {
        code: int(said[code]) if said[code] in OUT_OF_FIVE else level
        for code, level in enrolment.topics.items()
    }
    return ask(saved, enrolment.id)


@flow.step("saved")
def saved(turn: Turn) -> Card:
    enrolment = turn.mine(Enrolment)
    cycle = turn.work.get(Cycle, enrolment.cycle_id)
    if turn.pairing is not None:
        key, day = "profile-kept", ""
    elif cycle is not None and enrolment.awaits_answer:
        key, day = "profile-saved", turn.day(cycle.answer_by)
    else:
        key, day = "profile-saved-late", ""
    label = turn.say("profile-prepare", role=str(enrolment.role))
    return turn.card(
        key,
        *_what_was_kept(turn, enrolment),
        taps=(turn.tap("prepare", label),),
        commands=("status", "profile"),
        day=day,
    )


@flow.step("no_partner_yet")
def no_partner_yet(turn: Turn) -> Card:
    """The promised answer of somebody who was neither offered a partner nor told why not."""
    turn.mine(Enrolment)
    return turn.card("profile-no-partner-yet", commands=("status", "profile"))


ANSWER_DUE = Prompt(
    name="answer-due",
    to=Audience.UNPAIRED,
    # It was promised for this day: a full week is no reason to break one's word.
    kind=Kind.URGENT,
    shows=(no_partner_yet,),
)


@saved.on("prepare")
def they_prepare(turn: Turn) -> Next:
    key = f"profile-prepare-{turn.mine(Enrolment).role}"
    steps = tuple(turn.say(f"{key}.{name}") for name in ("first", "second", "third", "fourth"))
    return finish(turn.card(key, Bullets(steps), commands=("status",)))


def form_of(role: Role) -> Step:
    """Return the form of a role's profile; its subject is the enrolment."""
    return mentee if role is Role.MENTEE else mentor


def copy(earlier: Enrolment, enrolment: Enrolment) -> None:
    """Start a profile from the one of a former cycle; neither role nor consents are taken over."""
    enrolment.topics = dict(earlier.topics)
    enrolment.wishes, enrolment.wishes_shared = earlier.wishes, earlier.wishes_shared
    enrolment.interests, enrolment.goal = earlier.interests, earlier.goal
    enrolment.obstacle, enrolment.capacity = earlier.obstacle, earlier.capacity
    enrolment.slots, enrolment.formats = earlier.slots, earlier.formats
    enrolment.excluded_people = earlier.excluded_people
    enrolment.excluded_departments = earlier.excluded_departments


def _save(turn: Turn, role: Role) -> Next:
    enrolment = _mine(turn)
    if enrolment.role is not role:
        raise Sorry("stale")
    filled = fields.read(turn, role)
    if filled.faults:
        return Invalid(filled.faults)
    if fields.asks_whom_they_lead(turn, enrolment) and turn.field("leads") in fields.LEADS:
        turn.person.leads = turn.field("leads") == "yes"
    known = enrolment.topics
    enrolment.topics = {code: known.get(code, fields.MIDDLE) for code in filled.topics}
    enrolment.wishes = tuple(filled.wishes)
    enrolment.wishes_shared = bool(filled.wishes) and turn.field("share") == "yes"
    enrolment.interests = fields.chosen(turn, "interests", INTERESTS)
    enrolment.goal = turn.field("goal")
    enrolment.obstacle = "".join(fields.chosen(turn, "obstacle", fields.OBSTACLES))
    enrolment.slots = fields.chosen(turn, "slots", SLOTS)
    enrolment.formats = fields.chosen(turn, "formats", fields.FORMATS) or fields.FORMATS
    places = fields.chosen(turn, "capacity", fields.CAPACITIES[role])
    enrolment.capacity = int(places[0]) if places else 1
    enrolment.excluded_people = tuple(filled.people)
    enrolment.excluded_departments = tuple(filled.departments)
    if enrolment.state is EnrolmentState.CHOOSING:
        enrolment.join(turn.now)
        answers.promise(turn.work, turn.now, turn.person, enrolment)
    return ask(levels if enrolment.topics else saved, enrolment.id)


def _mine(turn: Turn) -> Enrolment:
    enrolment = turn.mine(Enrolment)
    if not _may_edit(turn, enrolment):
        raise Sorry("stale")
    return enrolment


def _may_edit(turn: Turn, enrolment: Enrolment) -> bool:
    """Whether there is a profile: after the consents, until the cycle or one's part in it ends."""
    if enrolment.state is EnrolmentState.CHOOSING:
        cycle = turn.work.hold(Cycle, enrolment.cycle_id)
        agreed = set(enrolment.consents) >= NEEDED_CONSENTS
        return agreed and cycle is not None and cycle.welcomes
    live = pauses.live_enrolments(turn.work, turn.person.id)
    return any(each is enrolment for each in live)


def _what_was_kept(turn: Turn, enrolment: Enrolment) -> list[Block]:
    """Say what became of free words: the topics nobody knows yet, and whom to avoid."""
    blocks: list[Block] = []
    if enrolment.wishes:
        words = turn.listing(turn.say("profile-wish", words=wish) for wish in enrolment.wishes)
        shared = str(enrolment.wishes_shared).lower()
        blocks.append(Text(turn.say("profile-wishes", words=words, shared=shared)))
    people = turn.named(enrolment.excluded_people).values()
    avoided = [name for name in people if name] + list(enrolment.excluded_departments)
    if avoided:
        blocks.append(Text(turn.say("profile-avoided", names=turn.listing(avoided))))
    return blocks
