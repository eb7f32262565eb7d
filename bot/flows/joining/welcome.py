"""Joining: the invitation, the role, and the four consents."""

from bot import texts
from bot.conversation.flow import EVERYBODY, Chapter, Flow, Invalid, Next, ask, finish
from bot.conversation.turn import Turn
from bot.domain.checkin import FeedbackKind
from bot.domain.invitation import Invitation
from bot.domain.pairing import PairingState
from bot.domain.people import Consent, Role
from bot.domain.programme import (
    CONSENTS,
    NEEDED_CONSENTS,
    Cycle,
    Enrolment,
    EnrolmentState,
    Programme,
)
from bot.errors import Sorry
from bot.flows.joining import profile
from bot.messages.card import Button, Card, Style
from bot.messages.form import Form, Switch
from bot.services.seniority import leads

flow = Flow("welcome", roles=EVERYBODY, chapter=Chapter.EVERYBODY)

TEXT_VERSION = "2026-11-29"
"""Version of the consent texts; changes whenever one of their words does."""


@flow.command("join", "rejoindre")
def join(turn: Turn) -> Next:
    cycle = turn.cycle
    if cycle is None:
        raise Sorry("no-programme")
    enrolment = turn.work.enrolments.part(cycle.id, turn.person.id)
    if enrolment is not None and enrolment.state is EnrolmentState.CHOOSING:
        return _first_question(turn, enrolment)
    if enrolment is not None and enrolment.takes_part:
        return _already(turn, enrolment)
    return ask(invitation, cycle.id)


@flow.step("invitation")
def invitation(turn: Turn) -> Card:
    cycle = _cycle(turn)
    enrolment = turn.work.enrolments.part(cycle.id, turn.person.id)
    asked = turn.work.get(Invitation, enrolment.invitation_id) if enrolment else None
    return invitation_card(turn, cycle, asked)


def invitation_card(turn: Turn, cycle: Cycle, asked: Invitation | None) -> Card:
    """Return the card that invites the person of a turn; a coordinator's own line comes first."""
    programme = turn.work.get(Programme, cycle.programme_id)
    line = asked.lines.get(turn.person.language, "") if asked else ""
    label = turn.say("welcome-invitation.yes")
    return turn.card(
        "welcome-invitation",
        taps=(turn.tap("yes", label, style=Style.PRIMARY), "no"),
        commands=("who-sees",),
        opening=line or opening(turn.person.language),
        weeks=programme.weeks if programme else 0,
        meetings=programme.meetings if programme else 0,
    )


def opening(language: str) -> str:
    """Return our own first line of the invitation."""
    return texts.say(language, "welcome-invitation-opening")


@invitation.on("yes")
def they_are_in(turn: Turn) -> Next:
    cycle = _cycle(turn)
    enrolment = turn.work.enrolments.part(cycle.id, turn.person.id)
    if enrolment is not None and enrolment.takes_part:
        return _already(turn, enrolment)
    if enrolment is None:
        enrolment = _new(turn, cycle)
    if enrolment.may_begin:
        _start(turn, enrolment)
    return _first_question(turn, enrolment)


@invitation.on("no")
def not_for_them(turn: Turn) -> Next:
    cycle = turn.mine(Cycle)
    enrolment = turn.work.enrolments.part(cycle.id, turn.person.id)
    if enrolment is not None and enrolment.takes_part:
        return finish(turn.card("welcome-in-already", commands=("status", "leave")))
    if cycle.welcomes:
        enrolment = enrolment or _new(turn, cycle)
        if enrolment.is_not_yet_in:  # who took part once stays counted as that
            enrolment.decline()
    return finish(turn.card("welcome-declined", commands=("join",)))


@flow.step("leading")
def leading(turn: Turn) -> Card:
    """The one question put to people of whom nobody said how senior they are."""
    return turn.card("welcome-leading", taps=("yes", "no", "skip"))


@leading.on("yes")
def they_lead(turn: Turn) -> Next:
    return _said(turn, leads_anybody=True)


@leading.on("no")
def they_lead_nobody(turn: Turn) -> Next:
    return _said(turn, leads_anybody=False)


@leading.on("skip")
def they_do_not_say(turn: Turn) -> Next:
    return ask(role, _choosing(turn).id)


@flow.step("role")
def role(turn: Turn) -> Card:
    senior = leads(turn.person, turn.work.seniority.levels())
    wished = wished_role(turn)
    suggested = wished or (Role.MENTEE if senior else Role.MENTOR)
    return turn.card(
        "welcome-role",
        taps=[_role_button(turn, each, suggested) for each in (Role.MENTOR, Role.MENTEE)],
        suggested=suggested.value,
        wished="yes" if wished else "no",
    )


@role.on("mentor", "mentee", form=True)
def they_chose(turn: Turn) -> Next:
    enrolment = _choosing(turn)
    enrolment.role = Role(turn.value)
    if set(enrolment.consents) >= NEEDED_CONSENTS:
        return ask(profile.form_of(enrolment.role), enrolment.id)
    return ask(consent, enrolment.id)


@flow.step("consent")
def consent(turn: Turn) -> Form:
    switches = [
        Switch(
            name=item,
            label=turn.say(f"welcome-consent-{item}"),
            hint=turn.say(f"welcome-consent-{item}.hint"),
        )
        for item in CONSENTS
    ]
    return turn.form("welcome-consent", *switches)


@consent.on_submit
def they_consent(turn: Turn) -> Next:
    enrolment = _choosing(turn)
    given = tuple(item for item in CONSENTS if turn.field(item) == "yes")
    missing = [item for item in CONSENTS if item in NEEDED_CONSENTS and item not in given]
    if missing:
        return Invalid({item: turn.say(f"welcome-consent-{item}.needed") for item in missing})
    if enrolment.role is None:
        return ask(role, enrolment.id)
    for item in CONSENTS:
        turn.work.add(
            Consent(
                organisation_id=turn.work.organisation_id,
                id=turn.work.new_id(),
                person_id=turn.person.id,
                item=item,
                given=item in given,
                text_version=TEXT_VERSION,
                language=turn.person.language,
                at=turn.now,
            ),
        )
    enrolment.consents = given
    return ask(profile.form_of(enrolment.role), enrolment.id)


def _first_question(turn: Turn, enrolment: Enrolment) -> Next:
    """Ask whom somebody leads where nobody said it, else which role they take."""
    return ask(leading if turn.person.standing_is_unknown else role, enrolment.id)


def _said(turn: Turn, *, leads_anybody: bool) -> Next:
    enrolment = _choosing(turn)
    turn.person.leads = leads_anybody
    return ask(role, enrolment.id)


def _cycle(turn: Turn) -> Cycle:
    """The cycle of an invitation, as long as it welcomes anybody."""
    cycle = turn.mine(Cycle)
    if not cycle.welcomes:
        raise Sorry("welcome-closed")
    return cycle


def _choosing(turn: Turn) -> Enrolment:
    """The enrolment of an old or present button, while there is something left to choose."""
    enrolment = turn.mine(Enrolment)
    cycle = turn.work.hold(Cycle, enrolment.cycle_id)
    if enrolment.state is not EnrolmentState.CHOOSING or cycle is None or not cycle.welcomes:
        raise Sorry("stale")
    return enrolment


def _new(turn: Turn, cycle: Cycle) -> Enrolment:
    enrolment = Enrolment(
        organisation_id=turn.work.organisation_id,
        id=turn.work.new_id(),
        cycle_id=cycle.id,
        person_id=turn.person.id,
        state=EnrolmentState.INVITED,
    )
    turn.work.add(enrolment)
    return enrolment


def _start(turn: Turn, enrolment: Enrolment) -> None:
    """Begin to choose; a profile of a former cycle is a first draft, its consents are not.

    Rounds waited in it count on: "you go first next time" outlives the end of a cycle.
    """
    enrolment.begin()
    former = [e for e in turn.work.enrolments.of(turn.person.id) if e is not enrolment]
    if enrolment.joined_at is None:
        waited = (earlier.rounds_waited for earlier in former if earlier.joined_at)
        enrolment.rounds_waited = next(waited, 0)
    for earlier in former:
        if earlier.topics or earlier.wishes:
            profile.copy(earlier, enrolment)
            return


def wished_role(turn: Turn) -> Role | None:
    """Return the other role than last time, if that is what somebody wished for at its end."""
    last = next(iter(turn.work.pairings.of(turn.person.id, PairingState.ENDED)), None)
    if last is None:
        return None
    final = turn.work.checkins.feedback(last.id, turn.person.id, FeedbackKind.FINAL)
    if final is None or final.answers.get("next") != "swap":
        return None
    return Role.MENTEE if last.role_of(turn.person.id) is Role.MENTOR else Role.MENTOR


def _role_button(turn: Turn, each: Role, suggested: Role) -> Button:
    style = Style.PRIMARY if each is suggested else Style.PLAIN
    label = turn.say(f"welcome-role.{each.value}")
    return turn.tap(each.value, label, value=each.value, style=style)


def _already(turn: Turn, enrolment: Enrolment) -> Next:
    """Joining twice changes nothing."""
    if enrolment.state is EnrolmentState.PAUSED:
        return finish(turn.card("welcome-on-a-break", commands=("resume", "status")))
    commands = ("status", "profile", "pause")
    return finish(turn.card("welcome-in-already", commands=commands))
