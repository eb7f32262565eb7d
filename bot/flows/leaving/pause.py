"""Where somebody stands, their breaks, and their language."""

import re
from datetime import date, timedelta

from bot.conversation.flow import EVERYBODY, Chapter, Flow, Invalid, Next, ask, finish
from bot.conversation.instants import Silent, Until
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.delivery import Kind
from bot.domain.pairing import Pairing, PairingState
from bot.domain.programme import Enrolment, EnrolmentState
from bot.errors import Sorry
from bot.flows.leaving import break_dates
from bot.flows.mine.standing import standing
from bot.flows.pairing import proposal
from bot.messages.card import Card, Text
from bot.messages.form import DateInput, Form
from bot.services import pauses
from bot.texts import LANGUAGES
from bot.texts.folding import folded

flow = Flow("settings", roles=EVERYBODY, chapter=Chapter.PARTICIPANTS)

SPAN = re.compile(r"(\d{1,2}) ?(?:weeks?|semaines?|w|s|sem)")
LANGUAGE_WORDS = {
    "fr": "fr",
    "francais": "fr",
    "french": "fr",
    "en": "en",
    "anglais": "en",
    "english": "en",
}


@flow.command("status", "statut", chapter=Chapter.EVERYBODY)
def status(turn: Turn) -> Next:
    return finish(standing(turn))


@flow.command("pause")
def take_a_break(turn: Turn) -> Next:
    _need_a_part(turn)
    if not turn.args:
        return ask(how_long)
    return _pause(turn, day_of(turn, turn.args))


@flow.step("how_long")
def how_long(turn: Turn) -> Card:
    return turn.card("settings-pause", taps=("two", "four", "day"))


@how_long.on("two")
def two_weeks(turn: Turn) -> Next:
    return _pause(turn, turn.today + rhythm.SHORT_BREAK)


@how_long.on("four")
def four_weeks(turn: Turn) -> Next:
    return _pause(turn, turn.today + rhythm.LONG_BREAK)


@how_long.on("day", form=True)
def until_a_day(turn: Turn) -> Next:
    _need_a_part(turn)
    return ask(which_day)


@flow.step("which_day")
def which_day(turn: Turn) -> Form:
    label, hint = turn.say("settings-which-day.label"), turn.say("settings-which-day.hint")
    return turn.form(
        "settings-which-day",
        DateInput(name="until", label=label, hint=hint, required=True),
    )


@which_day.on_submit
def they_named_a_day(turn: Turn) -> Next:
    try:
        until = day_of(turn, turn.field("until"))
    except Sorry as sorry:
        return Invalid({"until": turn.say(sorry.key, **sorry.values)})
    return _pause(turn, until)


@flow.command("resume", "reprendre")
def they_are_back(turn: Turn) -> Next:
    _need_a_part(turn)
    if turn.enrolment is None or not _is_on_a_break(turn):
        return finish(turn.card("settings-no-break", commands=("status", "pause")))
    come_back(turn)
    return ask(back, turn.enrolment.id)


@flow.step("back")
def back(turn: Turn) -> Card:
    """Tell somebody that their break is over, and what is asked next."""
    turn.mine(Enrolment)
    pairing = turn.pairing
    if pairing is None:
        return turn.card("settings-back", commands=("status", "pause"))
    name = turn.called(turn.partner(pairing))
    due_at = turn.seat(pairing.id).next_due_at
    if pairing.state is PairingState.PAUSED or due_at is None:
        return turn.card("settings-back-resting", commands=("status",), partner=name)
    commands = ("plan", "status", "pause")
    facts = {"partner": name, "day": turn.day(due_at), **break_dates.next_date(turn, pairing)}
    return turn.card("settings-back-paired", commands=commands, **facts)


@flow.step("silent")
def silent(turn: Turn) -> Card:
    turn.mine(Enrolment)
    return turn.card("settings-silent", taps=("yes",), commands=("status", "leave"))


ENOUGH = Silent(rhythm.RESTS_AFTER)
RESTS = Prompt(
    name="rests-for-silence",
    to=Audience.ONESELF,
    kind=Kind.PROMPT,
    when=ENOUGH,
    shows=(silent,),
    until=Until.ANSWERED,
    silence=Silence.BREAK,
)


@silent.on("yes")
def after_silence(turn: Turn) -> Next:
    turn.mine(Enrolment)
    return they_are_back(turn)


@flow.step("resting")
def resting(turn: Turn) -> Card:
    """Tell a partner that the pairing takes a break; never whose wish or silence it was.

    Nor until when: whoever falls silent names no day, so that a day would tell the one from the
    other.
    """
    pairing = turn.mine(Pairing)
    name = turn.called(turn.partner(pairing))
    lost = break_dates.lost(turn, pairing)
    return turn.card("settings-resting", *lost, commands=("status",), partner=name)


PARTNER_RESTS = Prompt(
    name="partner-rests",
    to=Audience.PARTNER,
    kind=Kind.NOTICE,
    dated=True,
    shows=(resting,),
)


@flow.step("awake")
def awake(turn: Turn) -> Card:
    pairing = turn.mine(Pairing)
    due_at = turn.seat(pairing.id).next_due_at
    return turn.card(
        "settings-awake",
        commands=("plan", "status"),
        partner=turn.called(turn.partner(pairing)),
        day=turn.day(due_at or turn.now),
        **break_dates.next_date(turn, pairing),
    )


PARTNER_IS_BACK = Prompt(
    name="partner-is-back",
    to=Audience.PARTNER,
    kind=Kind.NOTICE,
    dated=True,
    shows=(awake,),
)


@flow.command("lang", "langue", "language", chapter=Chapter.EVERYBODY)
def language(turn: Turn) -> Next:
    if not turn.args:
        return ask(which_language)
    code = LANGUAGE_WORDS.get(folded(turn.args))
    if code is None:
        raise Sorry("settings-language-unknown", word=turn.args[:40])
    return _speak(turn, code)


@flow.step("which_language")
def which_language(turn: Turn) -> Card:
    buttons = [turn.tap("speak", turn.say(f"settings-{code}"), value=code) for code in LANGUAGES]
    return turn.card("settings-language", taps=buttons)


@which_language.on("speak")
def they_chose(turn: Turn) -> Next:
    if turn.value not in LANGUAGES:
        raise Sorry("stale")
    return _speak(turn, turn.value)


def pause_for_silence(turn: Turn, pairing: Pairing) -> None:
    """Step somebody silent out, and say so with a way back; the partner hears no why."""
    pause_all(turn, None, only=pairing)
    enrolment = turn.work.enrolments.part(pairing.cycle_id, turn.person.id)
    if enrolment is not None:
        key = f"pause:{enrolment.id}:{turn.work.new_id()}"
        turn.tell(turn.person, RESTS, subject=enrolment.id, key=key)


def come_back(turn: Turn) -> None:
    """End this person's break, and tell the partners whose pairing goes on."""
    turn.person.absent_until = None
    for pairing in pauses.resume(turn.work, turn.now, turn.person):
        partner = turn.partner(pairing)
        # A partner who did not read about the rest yet need not read about its end.
        prefix = f"pairing:{pairing.id}:rest:"
        if not turn.work.outbox.cancel(partner.id, turn.now, prefix=prefix):
            key = f"pairing:{pairing.id}:awake:{turn.work.new_id()}"
            at = break_dates.ahead(turn, pairing)
            turn.tell(partner, PARTNER_IS_BACK, subject=pairing.id, key=key, about=at)


def takes_part(turn: Turn) -> bool:
    """Whether this person takes part in a cycle that goes on, on a break or not."""
    return bool(pauses.live_enrolments(turn.work, turn.person.id))


def _pause(turn: Turn, until: date) -> Next:
    _need_a_part(turn)
    blocks = [Text(turn.say("settings-withdrawn"))] if proposal.take_back(turn) else []
    pause_all(turn, until)
    day = turn.day(pauses.first_hour(turn.person, until))
    resting = turn.work.pairings.of(turn.person.id, PairingState.PAUSED)
    blocks += [line for pairing in resting for line in break_dates.lost(turn, pairing)]
    return finish(turn.card("settings-paused", *blocks, commands=("resume", "status"), day=day))


def pause_all(turn: Turn, until: date | None, only: Pairing | None = None) -> None:
    """Begin or change a break, and tell the partners whose pairing begins to rest with it."""
    resting_now = pauses.pause(turn.work, turn.now, person=turn.person, until=until, only=only)
    for pairing in resting_now:
        partner = turn.partner(pairing)
        prefix = f"pairing:{pairing.id}:rest:"
        turn.work.outbox.cancel(partner.id, turn.now, prefix=prefix)
        # Two breaks may begin in one instant where the clock is moved by hand.
        key = f"{prefix}{turn.work.new_id()}"
        lost = pauses.dates_within(turn.work, turn.now, pairing)
        at = lost[0].starts_at if lost else None
        turn.tell(partner, PARTNER_RESTS, subject=pairing.id, key=key, about=at)


def _need_a_part(turn: Turn) -> None:
    if not takes_part(turn):
        raise Sorry("settings-not-in")


def _is_on_a_break(turn: Turn) -> bool:
    live = pauses.live_enrolments(turn.work, turn.person.id)
    return any(enrolment.state is EnrolmentState.PAUSED for enrolment in live)


def day_of(turn: Turn, text: str) -> date:
    """Return the day a text names ("2026-12-20", "3 weeks"); Sorry when it cannot be one."""
    span = SPAN.fullmatch(folded(text))
    try:
        until = turn.today + timedelta(weeks=int(span[1])) if span else date.fromisoformat(text)
    except ValueError:
        raise Sorry("settings-day-unreadable", example=_example(turn)) from None
    if until <= turn.today:
        raise Sorry("settings-day-past", example=_example(turn))
    if until > turn.today + rhythm.LONGEST_BREAK:
        raise Sorry("settings-day-far")
    return until


def _example(turn: Turn) -> str:
    return (turn.today + rhythm.SHORT_BREAK).isoformat()


def _speak(turn: Turn, code: str) -> Next:
    turn.person.language = code
    paired = "yes" if turn.pairing else "no"
    return finish(turn.card("settings-speaks", commands=("status", "help"), paired=paired))
