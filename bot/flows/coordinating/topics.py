"""The organisation's own topics: added by a coordinator, at best from what people wished for."""

import re
from dataclasses import dataclass

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Invalid, Next, ask, finish
from bot.conversation.turn import Turn
from bot.domain.programme import TAKES_PART
from bot.domain.topic import OwnTopic
from bot.flows.joining.profile_form import MIDDLE, MOST_TOPICS
from bot.messages.card import Block, Bullets, Card, Text
from bot.messages.form import Form, TextInput
from bot.privacy.wishes import released
from bot.texts.topics import CATALOGUE, normalised

flow = Flow("topics", roles=COORDINATORS, chapter=Chapter.COORDINATORS)

NAME_LIMIT, SYNONYMS_LIMIT = 48, 400
MOST_SHOWN = 10
"""Wishes, and topics to change, with a button each on one card."""
LANGUAGES = ("fr", "en")


@flow.command("topics", "sujets")
def topics(turn: Turn) -> Next:
    return ask(home)


@flow.step("home")
def home(turn: Turn) -> Card:
    """What the organisation added, and what people wish for, without a name."""
    own = turn.work.programmes.topics()
    wishes = _wishes(turn)
    blocks: list[Block] = []
    if own:
        blocks.append(Text(turn.say("topics-own")))
        blocks.append(Bullets(tuple(turn.topic(topic.id) for topic in own)))
    key = "topics-wishes" if wishes else "topics-no-wishes"
    blocks.append(Text(turn.say(key)))
    if wishes:
        blocks.append(Bullets(tuple(wishes.values())))
    buttons = [turn.tap("add", turn.say("topics-home.add"))]
    buttons += [
        turn.tap("wish", turn.say("topics-home.wish", words=words), value=wish_id)
        for wish_id, words in list(wishes.items())[:MOST_SHOWN]
    ]
    buttons += [
        turn.tap("change", turn.say("topics-home.change", name=turn.topic(each.id)), value=each.id)
        for each in own[:MOST_SHOWN]
    ]
    count = len(CATALOGUE.topics)
    return turn.card("topics-home", *blocks, taps=buttons, commands=("volunteers",), count=count)


@home.on("add", form=True)
def add_asked(turn: Turn) -> Next:
    return ask(edit)


@home.on("wish", "change", form=True)
def edit_asked(turn: Turn) -> Next:
    return ask(edit, turn.value)


@flow.step("edit")
def edit(turn: Turn) -> Form:
    """A new topic, or one of the organisation's; its subject is a topic's or a wish's id."""
    known = turn.coordinated_if_there(OwnTopic, turn.subject)
    wish = "" if known else _wishes(turn).get(turn.subject, "")
    values = {
        "fr": known.fr if known else wish[:NAME_LIMIT],
        "en": known.en if known else wish[:NAME_LIMIT],
        "synonyms": ", ".join(known.synonyms) if known else wish,
    }
    limits = {"fr": NAME_LIMIT, "en": NAME_LIMIT, "synonyms": SYNONYMS_LIMIT}
    inputs = [
        TextInput(
            name=name,
            label=turn.say(f"topics-edit.{name}"),
            hint=turn.say(f"topics-edit.{name}-hint"),
            required=name in LANGUAGES,
            value=value,
            limit=limits[name],
        )
        for name, value in values.items()
    ]
    return turn.form("topics-edit", *inputs)


@edit.on_submit
def edited(turn: Turn) -> Next:
    known = turn.coordinated_if_there(OwnTopic, turn.subject)
    filled = _Filled.of(turn)
    faults = _faults(turn, filled, known.id if known else "")
    if faults:
        return Invalid(faults)
    topic = known or OwnTopic(
        organisation_id=turn.work.organisation_id,
        id=f"own-{turn.work.new_id()}",
        fr="",
        en="",
    )
    topic.fr, topic.en, topic.synonyms = filled.fr, filled.en, filled.synonyms
    if known is None:
        turn.work.add(topic)
    turn.audit("topic.changed" if known else "topic.added", topic.id)
    _grant_wishes(turn, topic)
    name = topic.fr if turn.person.language == "fr" else topic.en
    return finish(turn.card("topics-saved", commands=("topics", "volunteers"), name=name))


@dataclass(frozen=True)
class _Filled:
    """What was filled in: both names, and other names for the same thing."""

    fr: str
    en: str
    synonyms: tuple[str, ...]

    @classmethod
    def of(cls, turn: Turn) -> "_Filled":
        fr, en = (" ".join(turn.field(language).split()) for language in LANGUAGES)
        others = (part.strip() for part in re.split(r"[,;\n]", turn.field("synonyms")))
        return cls(fr, en, tuple(dict.fromkeys(part for part in others if part)))


def _faults(turn: Turn, filled: _Filled, own_id: str) -> dict[str, str]:
    """Return a sentence for each field at fault; no name may mean two topics."""
    faults = {}
    said = {"fr": (filled.fr,), "en": (filled.en,), "synonyms": filled.synonyms}
    for field, names in said.items():
        limit = SYNONYMS_LIMIT if field == "synonyms" else NAME_LIMIT
        length = len(turn.field(field))
        if length > limit:
            faults[field] = turn.say("profile-too-long", length=length, limit=limit)
        elif field in LANGUAGES and not normalised(names[0]):
            faults[field] = turn.say("topics-edit.needed")
        elif taken := _taken(turn, names, own_id):
            name, code = taken
            faults[field] = turn.say("topics-edit.taken", name=name, topic=turn.topic(code))
    return faults


def _taken(turn: Turn, names: tuple[str, ...], own_id: str) -> tuple[str, str] | None:
    """Return the first name that another topic has already, and that topic's code."""
    for name in names:
        spelling = normalised(name)
        for code, spellings in turn.catalogue.spellings.items():
            if code != own_id and spelling in spellings:
                return name, code
    return None


def _grant_wishes(turn: Turn, topic: OwnTopic) -> None:
    """Let whoever shared a wish for this topic have it in their profile.

    A wish that was not shared stays as it is: topics are read by coordinators.
    """
    if turn.cycle is None:
        return
    catalogue = CATALOGUE.with_own(turn.work.programmes.topics())
    for enrolment in turn.work.enrolments.active(turn.cycle.id, *TAKES_PART):
        meant = {wish for wish in enrolment.wishes if catalogue.named(wish) == topic.id}
        if enrolment.wishes_shared and meant and len(enrolment.topics) < MOST_TOPICS:
            enrolment.topics = {topic.id: MIDDLE, **enrolment.topics}
            enrolment.wishes = tuple(wish for wish in enrolment.wishes if wish not in meant)


def _wishes(turn: Turn) -> dict[str, str]:
    if turn.cycle is None:
        return {}
    volunteers = turn.work.enrolments.active(turn.cycle.id, *TAKES_PART)
    return released(volunteers, turn.catalogue)
