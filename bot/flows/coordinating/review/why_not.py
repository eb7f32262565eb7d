"""Why not these two? For any two names: the rule against them, or what it would cost."""

import re

from bot.conversation.flow import Invalid, Next, ask, finish
from bot.conversation.naming import choices
from bot.conversation.turn import Turn
from bot.domain.people import Role
from bot.domain.programme import TAKES_PART, Cycle, Enrolment
from bot.domain.run import RunKind, Two
from bot.flows.coordinating.cycles import open_cycle
from bot.flows.coordinating.review.gate import flow, rules_said, sides_named
from bot.flows.coordinating.review.pages import pair
from bot.flows.coordinating.review.running import begin
from bot.matching import Refusal, pair_score
from bot.messages.card import Bullets
from bot.messages.form import Form, TextInput
from bot.services.called import people_called
from bot.services.rounds.request import request_for

FIELDS = ("one", "other")
TWO_NAMES = re.compile(r"\s*[,;&+]\s*|\s+(?:and|et)\s+")
NAME_LIMIT = 200


@flow.command("why-not", "pourquoi-pas", form=True, rank=4)
def why_not(turn: Turn) -> Next:
    cycle = open_cycle(turn)
    names = [name for name in TWO_NAMES.split(turn.args.strip()) if name]
    if len(names) != len(FIELDS):
        return ask(two, cycle.id)
    next_ = _weigh(turn, cycle, *names)
    if isinstance(next_, Invalid):
        faults = Bullets(tuple(next_.faults.values()))
        return finish(turn.card("review-why-unclear", faults, commands=("why-not", "volunteers")))
    return next_


@flow.step("two")
def two(turn: Turn) -> Form:
    open_cycle(turn, turn.subject)
    inputs = [
        TextInput(
            name=name,
            label=turn.say(f"review-two.{name}"),
            hint=turn.say("review-two.hint"),
            required=True,
            limit=NAME_LIMIT,
        )
        for name in FIELDS
    ]
    return turn.form("review-two", *inputs)


@two.on_submit
def two_named(turn: Turn) -> Next:
    return _weigh(turn, open_cycle(turn, turn.subject), *(turn.field(name) for name in FIELDS))


def _weigh(turn: Turn, cycle: Cycle, *names: str) -> Next:
    """Find both people, then say the rule against them or ask what they would cost."""
    found, faults = _both(turn, cycle, names)
    if faults:
        return Invalid(faults)
    sides = {enrolment.role: enrolment.person_id for enrolment in found}
    if set(sides) != {Role.MENTOR, Role.MENTEE}:
        fault = turn.say(f"review-why-same-{found[0].role}")
        return Invalid({"other": fault})
    mentor_id, mentee_id = sides[Role.MENTOR], sides[Role.MENTEE]
    draft = turn.work.proposals.draft(cycle.id, mentor_id, mentee_id)
    if draft is not None:
        return ask(pair, draft.id)
    said = sides_named(turn, mentor_id, mentee_id)
    request = request_for(turn.work, cycle, turn.today).veiled
    free = {candidate.person_id for candidate in (*request.mentors, *request.mentees)}
    for side, person_id in (("mentor", mentor_id), ("mentee", mentee_id)):
        if person_id not in free:
            name = said[side]
            return finish(turn.card("review-why-not-free", commands=("why-not",), name=name))
    scored = pair_score(request, mentor_id, mentee_id)
    if isinstance(scored, Refusal):
        rules = Bullets(tuple(rules_said(turn, scored.codes)))
        return finish(turn.card("review-why-banned", rules, commands=("why-not",), **said))
    return begin(turn, cycle, RunKind.LOCK, Two(mentor_id, mentee_id, scored.score))


def _both(
    turn: Turn, cycle: Cycle, names: tuple[str, ...]
) -> tuple[list[Enrolment], dict[str, str]]:
    """Return the parts of two named volunteers, or a sentence for each name at fault."""
    # Whoever rests is not told apart: a pause is nobody's business.
    parts = {e.person_id: e for e in turn.work.enrolments.active(cycle.id, *TAKES_PART)}
    found, faults = [], {}
    for field, name in zip(FIELDS, names, strict=True):
        meant = [person for person in people_called(turn.work, name) if person.id in parts]
        if len(meant) == 1:
            found.append(parts[meant[0].id])
            continue
        if meant:
            those = choices(turn, turn.in_full(each.id for each in meant).values())
            faults[field] = turn.say("review-why-several", name=name, names=those)
        else:
            faults[field] = turn.say("review-why-nobody", name=name)
    return found, faults
