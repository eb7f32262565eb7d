"""The fields of a profile: how they are shown, filled in with what is known, and read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.conversation.naming import choices
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.people import Role
from bot.domain.programme import INTERESTS, SLOTS, Enrolment
from bot.messages.form import Choice, Input, Option, Switch, TextInput
from bot.services.called import names_in, people_called, what_to_call
from bot.texts.folding import folded

MOST_TOPICS = 5
MOST_WISHES = 5
MOST_OPTIONS = 100
"""Options of one list; what Slack takes. Teams beyond that are named in the text field instead."""
LONGEST = {"goal": 300, "others": 200, "avoid": 300}
OBSTACLES = ("time", "lost", "deciding", "none")
FORMATS = ("site", "video")
LEADS = ("yes", "no")
MOST_PARTNERS = {Role.MENTOR: rhythm.MOST_MENTEES, Role.MENTEE: rhythm.MOST_MENTORS}
CAPACITIES = {
    role: tuple(str(number) for number in range(1, most + 1))
    for role, most in MOST_PARTNERS.items()
}
"""Partners at once that somebody may have room for."""
MOST_INTERESTS = 5
MIDDLE = 3
"""The level of a topic until its owner says another one."""


def inputs(turn: Turn, enrolment: Enrolment, role: Role) -> list[Input]:
    """Return the fields of a role's profile, filled in with what is known."""
    fields: list[Input] = []
    if asks_whom_they_lead(turn, enrolment):
        said = "" if turn.person.leads is None else LEADS[not turn.person.leads]
        fields.append(_choice(turn, "leads", _words(turn, "leads", LEADS), [said]))
    if role is Role.MENTEE:
        fields.append(_text(turn, "goal", enrolment.goal, required=True, long=True))
    known = turn.catalogue.topics
    topics = tuple(Option(code, turn.topic(code)) for code in known)
    fields.append(_choice(turn, f"topics-{role.value}", topics, enrolment.topics, MOST_TOPICS))
    fields.append(_text(turn, "others", ", ".join(enrolment.wishes)))
    fields.append(
        Switch(
            name="share",
            label=turn.say("profile-share"),
            hint=turn.say("profile-share.hint"),
            on=enrolment.wishes_shared,
        )
    )
    if role is Role.MENTEE:
        fields.append(
            _choice(turn, "obstacle", _words(turn, "obstacle", OBSTACLES), [enrolment.obstacle])
        )
    fields.append(_choice(turn, "slots", _slots(turn), enrolment.slots, len(SLOTS)))
    fields.append(
        _choice(turn, "formats", _words(turn, "format", FORMATS), enrolment.formats, len(FORMATS)),
    )
    capacities = _words(turn, f"capacity-{role.value}", CAPACITIES[role])
    places = replace(
        _choice(turn, f"capacity-{role.value}", capacities, [str(enrolment.capacity)]),
        name="capacity",
    )
    interests = tuple(Option(code, turn.say(f"interest-{code}")) for code in INTERESTS)
    liked = _choice(turn, "interests", interests, enrolment.interests, MOST_INTERESTS)
    fields += [places, liked]
    return fields + _exclusions(turn, enrolment)


def asks_whom_they_lead(turn: Turn, enrolment: Enrolment) -> bool:
    """Whether the profile asks it: where no level is known, and joining has asked it already."""
    return not turn.person.level and enrolment.takes_part


@dataclass
class Filled:
    """What was filled in, and a sentence for each field that cannot be taken as it is."""

    topics: list[str] = field(default_factory=list)
    wishes: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    departments: list[str] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)


def read(turn: Turn, role: Role) -> Filled:
    """Read the fields that can be wrong: texts, topics, and whom to avoid."""
    filled = Filled()
    for name, limit in LONGEST.items():
        if (length := len(turn.field(name))) > limit:
            fault = turn.say("field-length", length=length, limit=limit)
            filled.faults[name] = fault
    if role is Role.MENTEE and not turn.field("goal"):
        filled.faults["goal"] = turn.say("profile-goal.needed")
    # A text that is too long is not looked up.
    if "others" not in filled.faults:
        _read_topics(turn, role, filled)
    if "avoid" not in filled.faults:
        _read_exclusions(turn, filled)
    return filled


def chosen(turn: Turn, name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return what was chosen of a list, without what the list does not hold."""
    values = turn.values.get(name, ())
    return tuple(value for value in known if value in values)


def _read_topics(turn: Turn, role: Role, filled: Filled) -> None:
    name = f"topics-{role.value}"
    filled.topics = list(chosen(turn, name, turn.catalogue.topics))
    for words in _parts(turn.field("others")):
        code = turn.catalogue.named(words)
        if code is None:
            filled.wishes.append(words)
        elif code not in filled.topics:
            filled.topics.append(code)
    if not filled.topics and not filled.wishes:
        filled.faults[name] = turn.say("profile-topics-needed")
    if len(filled.topics) > MOST_TOPICS or len(filled.wishes) > MOST_WISHES:
        filled.faults[name] = turn.say("profile-topics-too-many", most=MOST_TOPICS)


def _read_exclusions(turn: Turn, filled: Filled) -> None:
    departments = turn.work.people.departments()
    filled.departments = list(chosen(turn, "departments", departments))
    named = {folded(department): department for department in departments}
    faults: list[str] = []
    for words in names_in(turn.field("avoid")):
        if folded(words) in named:
            filled.departments.append(named[folded(words)])
            continue
        found = people_called(turn.work, words)
        if len(found) == 1 and found[0].id != turn.person.id:
            filled.people.append(found[0].id)
            continue
        if len(found) > 1:
            names = turn.named(each.id for each in found)
            fault = turn.say(
                "profile-avoid-several", name=words, names=choices(turn, names.values())
            )
        else:
            fault = turn.say("profile-avoid-nobody", name=words)
        faults.append(fault)
    if faults:
        filled.faults["avoid"] = " ".join(faults)


def _parts(text: str) -> list[str]:
    parts = (part.strip() for part in re.split(r"[,;\n]", text))
    return list(dict.fromkeys(part for part in parts if part))


def _exclusions(turn: Turn, enrolment: Enrolment) -> list[Input]:
    people = turn.work.people.by_id(enrolment.excluded_people).values()
    names = ", ".join(what_to_call(turn.work, person) for person in people if person.active)
    fields: list[Input] = [_text(turn, "avoid", names)]
    departments = turn.work.people.departments()[:MOST_OPTIONS]
    if departments:
        options = tuple(Option(department, department) for department in departments)
        kept = enrolment.excluded_departments
        fields.append(_choice(turn, "departments", options, kept, len(options)))
    return fields


def _text(
    turn: Turn, name: str, value: str, *, required: bool = False, long: bool = False
) -> TextInput:
    return TextInput(
        name=name,
        label=turn.say(f"profile-{name}"),
        hint=turn.say(f"profile-{name}.hint"),
        value=value,
        limit=LONGEST[name],
        required=required,
        long=long,
    )


def _choice(
    turn: Turn, name: str, options: tuple[Option, ...], values: Iterable[str], most: int = 1
) -> Choice:
    known = {option.value for option in options}
    return Choice(
        name=name,
        label=turn.say(f"profile-{name}"),
        hint=turn.say(f"profile-{name}.hint"),
        options=options,
        values=tuple(value for value in values if value in known),
        most=most,
    )


def _words(turn: Turn, key: str, values: Iterable[str]) -> tuple[Option, ...]:
    return tuple(Option(value, turn.say(f"profile-{key}-{value}")) for value in values)


def _slots(turn: Turn) -> tuple[Option, ...]:
    options = []
    for slot in SLOTS:
        weekday, _, part = slot.partition("-")
        options.append(Option(slot, turn.say("profile-slot", weekday=int(weekday), part=part)))
    return tuple(options)
