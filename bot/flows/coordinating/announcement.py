"""Announcements: a coordinator's message to all who take part, after a preview and two yeses."""

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Invalid, Next, ask, finish
from bot.conversation.prompt import Audience, Prompt
from bot.conversation.sending import tell_all
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.people import Person
from bot.domain.programme import TAKES_PART, Announcement, Cycle, EnrolmentState, Programme
from bot.errors import Sorry
from bot.flows.coordinating.cycles import open_cycle
from bot.messages.card import Card, Quote, Style
from bot.messages.form import Form, TextInput
from bot.services.recalls import announcement_key
from bot.texts import LANGUAGES

flow = Flow("announcement", roles=COORDINATORS, chapter=Chapter.COORDINATORS)

LIMIT = 1000
"""Characters of an announcement: it fits one screen, and one block of every platform."""
ANNOUNCEMENT = Prompt(name="announcement", to=Audience.VOLUNTEERS, kind=Kind.NOTICE)


@flow.command("announce", "annoncer", form=True)
def announce(turn: Turn) -> Next:
    return ask(write, open_cycle(turn).id)


@flow.step("write")
def write(turn: Turn) -> Form:
    inputs = [
        TextInput(
            name=language,
            label=turn.say(f"announcement-write.{language}"),
            hint=turn.say("announcement-write.hint", limit=LIMIT),
            required=True,
            limit=LIMIT,
            long=True,
        )
        for language in LANGUAGES
    ]
    return turn.form("announcement-write", *inputs)


@write.on_submit
def written(turn: Turn) -> Next:
    cycle = open_cycle(turn, turn.subject)
    said = {language: turn.field(language) for language in LANGUAGES}
    faults = {}
    for language, text in said.items():
        if not text:
            faults[language] = turn.say("announcement-fault.empty")
        elif len(text) > LIMIT:
            long = turn.say("announcement-fault.long", limit=LIMIT, length=len(text))
            faults[language] = long
    if faults:
        return Invalid(faults)
    announcement = Announcement(
        organisation_id=turn.work.organisation_id,
        id=turn.work.new_id(),
        cycle_id=cycle.id,
        author_id=turn.person.id,
        written_at=turn.now,
        texts=said,
    )
    turn.work.add(announcement)
    return ask(preview, announcement.id)


@flow.step("preview")
def preview(turn: Turn) -> Card:
    announcement = _draft(turn)
    quotes = [Quote(announcement.texts[language]) for language in LANGUAGES]
    count = _who_take_part(turn, announcement)
    return turn.card("announcement-preview", *quotes, taps=("go", "again", "no"), count=count)


@preview.on("go")
def sure_asked(turn: Turn) -> Next:
    return ask(sure, _draft(turn).id)


@preview.on("again", form=True)
def rewritten(turn: Turn) -> Next:
    announcement = _draft(turn)
    turn.work.remove(announcement)
    return ask(write, announcement.cycle_id)


@flow.step("sure")
def sure(turn: Turn) -> Card:
    count = _who_take_part(turn, _draft(turn))
    label = turn.say("announcement-sure.yes", count=count)
    yes = turn.tap("yes", label, style=Style.PRIMARY)
    return turn.card("announcement-sure", taps=(yes, "no"), count=count)


@sure.on("yes")
def sent(turn: Turn) -> Next:
    announcement = _draft(turn)
    cycle = open_cycle(turn, announcement.cycle_id)
    name = turn.coordinated(Programme, cycle.programme_id).name

    def card_for(theirs: Turn) -> Card:
        words = announcement.texts[theirs.person.language]
        return announced(theirs, words, author=turn.person, name=name)

    key = announcement_key(announcement.id)
    told = tell_all(turn, ANNOUNCEMENT, _audience(turn, announcement), card_for, key=key)
    count = _who_take_part(turn, announcement) if told else 0
    announcement.sent_at = turn.now
    turn.audit("announcement.sent", announcement.id, count=count)
    return finish(turn.card("announcement-sent", commands=("recall",), count=count))


def announced(theirs: Turn, words: str, *, author: Person, name: str) -> Card:
    """What everybody reads who takes part: a coordinator's own words."""
    return theirs.card("announcement-card", Quote(words, author.name), name=name)


@preview.on("no")
@sure.on("no")
def not_sent(turn: Turn) -> Next:
    turn.work.remove(_draft(turn))
    return finish(turn.card("announcement-dropped", commands=("announce",)))


def _draft(turn: Turn) -> Announcement:
    """Return the announcement under way, if it is this coordinator's own and not yet sent."""
    announcement = turn.mine(Announcement)
    if announcement.sent_at is not None:
        raise Sorry("announcement-already")
    return announcement


def _who_take_part(turn: Turn, announcement: Announcement) -> int:
    """Count who takes part, on a break or not: how many rest is nobody's business."""
    cycle: Cycle = open_cycle(turn, announcement.cycle_id)
    return len(turn.work.enrolments.active(cycle.id, *TAKES_PART))


def _audience(turn: Turn, announcement: Announcement) -> list[Person]:
    """Everybody who takes part and is not resting: a pause means no messages."""
    cycle: Cycle = open_cycle(turn, announcement.cycle_id)
    return turn.work.enrolments.people(cycle.id, EnrolmentState.JOINED)
