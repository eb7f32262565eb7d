"""Every message of the programme as people will read it, before anybody does."""

from dataclasses import replace

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Next, ask
from bot.conversation.paging import place_asked, taps
from bot.conversation.turn import Turn
from bot.domain.meeting import Meeting
from bot.domain.people import Role
from bot.errors import Sorry
from bot.flows.coordinating.cycles import open_cycle
from bot.messages.card import Block, Card, Heading, Quote
from bot.messages.plain import plain
from bot.services import sample
from bot.services.sample import Sample
from bot.texts import LANGUAGES

flow = Flow("messages", roles=COORDINATORS, chapter=Chapter.COORDINATORS)

MENTOR, MENTEE = Role.MENTOR, Role.MENTEE
AGREEING = "plan.agree"
"""The one message about dates that nobody has agreed to."""
IN_ORDER: tuple[tuple[str, Role, str], ...] = (
    ("welcome.invitation", MENTEE, "cycle"),
    ("proposal.offer", MENTOR, "proposal"),
    ("proposal.offer", MENTEE, "proposal"),
    ("proposal.reminder", MENTEE, "proposal"),
    ("proposal.over", MENTOR, "proposal"),
    ("introduction.mentor", MENTOR, "pairing"),
    ("introduction.mentee", MENTEE, "pairing"),
    ("introduction.room", MENTOR, "pairing"),
    (AGREEING, MENTEE, "pairing"),
    ("plan.dates", MENTOR, "pairing"),
    ("introduction.preparation", MENTOR, "meeting"),
    ("introduction.preparation", MENTEE, "meeting"),
    ("moves.cancelled", MENTOR, "meeting"),
    ("moves.moved", MENTEE, "meeting"),
    ("checkin.met", MENTOR, "checkin"),
    ("checkin.met", MENTEE, "checkin"),
    ("checkin.still", MENTEE, "checkin"),
    ("checkin.quiet", MENTOR, "pairing"),
    ("checkin.date", MENTOR, "pairing"),
    ("settings.resting", MENTEE, "pairing"),
    ("settings.awake", MENTOR, "pairing"),
    ("feedback.invite", MENTOR, "mid"),
    ("feedback.invite", MENTEE, "final"),
    ("feedback.closing", MENTOR, "pairing"),
    ("feedback.closing", MENTEE, "pairing"),
    ("exits.ended", MENTOR, "pairing"),
)
"""What somebody may read of the bot by itself, who reads it, and what it is about."""


@flow.command("preview", "aperçu")
def preview(turn: Turn) -> Next:
    open_cycle(turn)
    return ask(message, "0")


@flow.step("message")
def message(turn: Turn) -> Card:
    """One message in both languages; its subject is how many come before it."""
    cycle = open_cycle(turn)
    place = min(int(turn.subject or "0"), len(IN_ORDER) - 1)
    _, role, _ = IN_ORDER[place]
    shown = sample.of_a_pair(
        turn.work, turn.now, cycle, turn.person, ask=lambda made: _read(turn, made, place)
    )
    blocks: list[Block] = []
    for language, text in zip(LANGUAGES, shown, strict=True):
        blocks += [Heading(turn.say(f"messages-in.{language}")), Quote(text)]
    following = place + 1
    pages = taps(
        turn,
        "messages-page",
        previous=str(place - 1) if place else "",
        following=str(following) if following < len(IN_ORDER) else "",
    )
    return turn.card(
        "messages-message",
        *blocks,
        taps=pages,
        commands=("invite",),
        number=following,
        count=len(IN_ORDER),
        role=role.value,
    )


@message.on("previous", "following")
def turn_page(turn: Turn) -> Next:
    return ask(message, place_asked(turn))


def _read(turn: Turn, made: Sample, place: int) -> list[str]:
    """Return a message as its own step shows it, in each language."""
    name, role, about = IN_ORDER[place]
    step = turn.registry.step(name)
    if step is None:
        raise Sorry("stale")
    subjects = made.subjects
    if name != AGREEING:
        for meeting in turn.work.pairings.meetings(subjects["pairing"]):
            Meeting.agree(meeting)
    subject = subjects.get(about) or subjects[f"{about}-{role}"]
    read = []
    for language in LANGUAGES:
        reader = turn.seen_by(replace(made.people[role], language=language))
        shown = reader.shown(step, subject)
        read.append(_quoted(shown) if isinstance(shown, Card) else "")
    return read


def _quoted(card: Card) -> str:
    """Return a card in words; a list in a quotation has dashes, as bullets are the card's own."""
    return plain(card).replace("• ", "– ")
