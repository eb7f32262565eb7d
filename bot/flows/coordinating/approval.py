"""Approving what was reviewed: the last look at the numbers, and who is left with which reason."""

from collections import Counter
from collections.abc import Iterable
from functools import partial

from bot.conversation.flow import COORDINATORS, Flow, Next, ask, finish
from bot.conversation.paging import page_at, place_asked
from bot.conversation.prompt import Audience, Prompt
from bot.conversation.sending import tell_all
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.programme import Cycle, Enrolment, Programme
from bot.domain.proposal import UNDECIDED, RuleKind
from bot.errors import Sorry
from bot.flows.coordinating.cycles import lock_cycle, open_cycle
from bot.flows.coordinating.digest import EVERY_WEEK
from bot.messages.card import Block, Bullets, Card, Facts, Style, Text
from bot.services.recalls import left_key
from bot.services.rounds.drafts import drafts_of, left_over
from bot.texts.folding import folded

flow = Flow("approval", roles=COORDINATORS)

COUNTED = frozenset(
    (
        *("nobody_on_other_side", "no_common_topic", "level_gap", "level_unknown"),
        *("reporting_line", "minimum_score"),
    )
)
"""Reasons that are named: those a coordinator can look up, or do something about.

All others are one line, so that a private exclusion leaves no trace: it reads as if everybody who
fits had another partner.
"""
TOLD = COUNTED | {
    "taken",
    "past_partner",
    "no_common_language",
    "no_common_hours",
}
"""Reasons the person concerned is told; an exclusion, whosever it is, is not among them."""
LEFT = Prompt(name="left-without", to=Audience.UNPAIRED, kind=Kind.NOTICE)


@flow.step("unmatched")
def unmatched(turn: Turn) -> Card:
    """How many are left and why, in words."""
    cycle = open_cycle(turn, turn.subject)
    drafts = drafts_of(turn.work, cycle)
    left = left_over(turn.work, cycle, drafts)
    if not left:
        return _nobody_left(turn, cycle)
    counts = Counter((_reason(one, COUNTED), str(one.role)) for one in left)
    rows = tuple(
        (turn.say(f"approval-reason-{reason}", role=role), str(count))
        for (reason, role), count in counts.most_common()
    )
    untold = any(reason == "level-unknown" for reason, _ in counts)
    blocks: list[Block] = [*_of_the_run(turn, cycle), Facts(rows)]
    if not drafts and untold:
        return turn.card("approval-no-levels", *blocks, commands=("leaders", "volunteers"))
    commands = ["volunteers", "announce"]
    if untold:
        blocks.append(Text(turn.say("approval-levels-missing")))
        commands.append("leaders")
    elif _rests_on_words(turn, left):
        blocks.append(Text(turn.say("leaders-said-the-same")))
        commands.append("leaders")
    if not drafts:
        return turn.card("approval-no-pairs", *blocks, commands=commands)
    commands.insert(0, "review")
    taps = ("names",)
    return turn.card("approval-unmatched", *blocks, taps=taps, commands=commands, count=len(left))


@unmatched.on("names")
def names_of_those_left_asked(turn: Turn) -> Next:
    open_cycle(turn, turn.subject)
    return ask(names, "0")


@flow.step("names")
def names(turn: Turn) -> Card:
    """Who is left and why; its subject is how many come before."""
    cycle = open_cycle(turn)
    left = left_over(turn.work, cycle, drafts_of(turn.work, cycle))
    if not left:
        return _nobody_left(turn, cycle)
    people = turn.work.people.by_id(enrolment.person_id for enrolment in left)
    # By name: an order by the rounds they waited would tell who asked for another partner.
    left.sort(key=lambda each: folded(people[each.person_id].name))
    page = page_at(left, turn.subject)
    called = turn.in_full(each.person_id for each in page.items)
    items = [
        turn.say(
            "approval-name",
            name=called[each.person_id],
            why=why_left(turn, each),
        )
        for each in page.items
    ]
    return turn.card(
        "approval-names",
        *_of_the_run(turn, cycle),
        Bullets(tuple(items)),
        taps=page.taps(turn),
        commands=("review", "volunteers"),
        **page.numbers,
    )


@names.on("previous", "following")
def turn_page(turn: Turn) -> Next:
    return ask(names, place_asked(turn))


@flow.step("sure")
def approval(turn: Turn) -> Card:
    """Ask once more, with the numbers."""
    cycle = open_cycle(turn, turn.subject)
    drafts = drafts_of(turn.work, cycle)
    count = len(drafts)
    if not count:
        return none_left(turn)
    left = len(left_over(turn.work, cycle, drafts))
    label = turn.say("approval-sure.yes", count=count)
    yes = turn.tap("yes", label, style=Style.PRIMARY)
    return turn.card("approval-sure", taps=(yes, "cancel", "no"), count=count, left=left)


@approval.on("yes")
def approved(turn: Turn) -> Next:
    cycle = lock_cycle(turn, turn.subject)
    drafts = drafts_of(turn.work, cycle)
    if not drafts:
        raise Sorry("approval-nothing")
    told = _tell(turn, cycle, left_over(turn.work, cycle, drafts))
    # The schedule offers them batch by batch, so that thousands do not hold up this answer.
    count = turn.work.proposals.approve_drafts(cycle.id, turn.now)
    cycle.approve(turn.now, turn.person.id)
    programme = turn.work.get(Programme, cycle.programme_id)
    if programme is not None and programme.digest_due_at is None:
        programme.digest_due_at = EVERY_WEEK.after(turn.now, turn.person)
    kept = [rule for rule in turn.work.proposals.rules(cycle.id) if rule.kind is RuleKind.LOCK]
    turn.work.remove(*kept)
    turn.audit("round.approved", cycle.id, pairs=count, told=told)
    return finish(
        turn.card("approval-done", commands=("console", "recall"), count=count, told=told)
    )


@approval.on("no")
def not_yet(turn: Turn) -> Next:
    return finish(turn.card("approval-later", commands=("review", "console")))


@approval.on("cancel")
def cancelled(turn: Turn) -> Next:
    cycle = open_cycle(turn, turn.subject)
    count = turn.work.proposals.drop_drafts(cycle.id)
    if not count:
        raise Sorry("approval-nothing")
    turn.audit("round.dropped", cycle.id, pairs=count)
    return finish(turn.card("approval-dropped", commands=("match", "console"), count=count))


def _rests_on_words(turn: Turn, left: Iterable[Enrolment]) -> bool:
    """Whether it is by a word on leading, not by a level, that somebody is at no distance."""
    ids = [one.person_id for one in left if one.unmatched_reason == "level_gap"]
    return any(not person.level for person in turn.work.people.by_id(ids).values())


def why_left(turn: Turn, enrolment: Enrolment) -> str:
    """Return why somebody is left, as far as a coordinator may be told."""
    return turn.say(f"approval-why-{_reason(enrolment, COUNTED)}")


def none_left(turn: Turn) -> Card:
    """Return the card that says there is nothing to review."""
    return turn.card("approval-none", commands=("match", "volunteers"))


def _of_the_run(turn: Turn, cycle: Cycle) -> list[Block]:
    """Say when this was found: whoever joined since was not looked at."""
    if cycle.proposed_at is None:
        return []
    return [Text(turn.say("approval-run", when=turn.moment(cycle.proposed_at)))]


def _nobody_left(turn: Turn, cycle: Cycle) -> Card:
    """Say that all are seen to, as far as that is known while drafts and offers are open."""
    counts = turn.work.proposals.counts(cycle.id)
    asked = sum(counts.get(state, 0) for state in UNDECIDED)
    return turn.card("approval-all-paired", commands=("review",), asked=asked)


def _tell(turn: Turn, cycle: Cycle, left: Iterable[Enrolment]) -> int:
    """Tell everybody who is left why, and let them go first next time; return how many."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    had_one = turn.work.pairings.ever_paired(cycle.id)
    for enrolment in left:
        enrolment.rounds_waited += 1
        enrolment.have_answer()
        before = "yes" if enrolment.person_id in had_one else "no"
        group = (_reason(enrolment, TOLD), str(enrolment.role), before)
        groups.setdefault(group, []).append(enrolment.person_id)
    told = 0
    key = f"{left_key(cycle.id)}{turn.work.new_id()}"
    for (reason, role, before), ids in groups.items():
        card_for = partial(left_card, key=f"approval-left-{reason}", role=role, before=before)
        people = turn.work.people.by_id(ids).values()
        told += tell_all(turn, LEFT, people, card_for, key=key)
    return told


def left_card(theirs: Turn, *, key: str, role: str, before: str) -> Card:
    """What somebody reads who is left; whoever had a partner never reads that none was found."""
    why = theirs.say(key, role=role)
    return theirs.card("approval-left", commands=("status",), why=why, before=before)


def _reason(enrolment: Enrolment, spoken: frozenset[str]) -> str:
    reason = enrolment.unmatched_reason
    return (reason if reason in spoken else "other").replace("_", "-")
