"""Reviewing drafts one by one: why these two, what each override would cost, and whom.

Every override is weighed before it is done: in points of the whole programme, because the two
people in question are seldom the only ones who change partner.
"""

from bot.conversation.flow import Next, ask, finish
from bot.conversation.paging import taps
from bot.conversation.turn import Turn
from bot.domain.people import Role
from bot.domain.proposal import Proposal, ProposalState, RuleKind
from bot.domain.run import RunKind, RunState, Two
from bot.errors import Sorry
from bot.flows.coordinating.approval import approval, none_left
from bot.flows.coordinating.cycles import lock_cycle, open_cycle
from bot.flows.coordinating.overrides import (
    between,
    drop_rule,
    exchange,
    rule_between,
    set_rule,
    swaps,
)
from bot.flows.coordinating.review.gate import draft_of, flow, sides_named
from bot.flows.coordinating.review.people import unknown_of, who
from bot.flows.coordinating.review.running import TRIALS, begin, run_of, sides_of, summary, trial
from bot.flows.pairing.reasons import why_for_review
from bot.messages.card import Block, Card, Facts, Text
from bot.services.rounds import runs


@flow.command("review", "revue", "reviser", rank=3)
def review(turn: Turn) -> Next:
    cycle = open_cycle(turn)
    first = turn.work.proposals.first_draft(cycle.id)
    return ask(pair, first.id) if first else finish(none_left(turn))


@summary.on("look")
def look(turn: Turn) -> Next:
    first = turn.work.proposals.first_draft(open_cycle(turn, turn.subject).id)
    return ask(pair, first.id) if first else finish(none_left(turn))


@trial.on("yes")
def decided(turn: Turn) -> Next:
    run = run_of(turn)
    if run.state is not RunState.DONE or run.kind is RunKind.PAIR:
        raise Sorry("stale")
    cycle = lock_cycle(turn, run.cycle_id)
    if run.kind is RunKind.SETTINGS:
        tried = runs.settings_tried(run)
        cycle.rules = tried.settings
        turn.audit("criteria.changed", cycle.id, names=list(tried.different))
        return finish(turn.card("review-criteria-kept", commands=("match", "criteria")))
    pair_ids = runs.pair_of(run)
    kind = TRIALS[run.kind]
    set_rule(turn, cycle.id, pair_ids, kind)
    turn.audit(f"rule.{kind.value}", cycle.id, mentor=pair_ids[0], mentee=pair_ids[1])
    draft = turn.work.proposals.draft(cycle.id, *pair_ids)
    if draft is None:
        key = f"review-ruled-{kind.value}"
        return finish(turn.card(key, commands=("match", "rules"), **sides_of(turn, run)))
    return _without(turn, draft) if kind is RuleKind.FORBID else ask(pair, draft.id)


@trial.on("no")
def left_as_it_is(turn: Turn) -> Next:
    run = run_of(turn)
    draft = None
    if run.kind in TRIALS:
        draft = turn.work.proposals.draft(run.cycle_id, *runs.pair_of(run))
    if draft is not None:
        return ask(pair, draft.id)
    return finish(turn.card("review-nothing-changed", commands=("review", "criteria")))


@flow.step("pair")
def pair(turn: Turn) -> Card:
    """One draft: who, why in points, and what may be done about it."""
    proposal = draft_of(turn)
    place = turn.work.proposals.place(proposal)
    rule = rule_between(turn, proposal.cycle_id, between(proposal))
    locked = rule is not None and rule.kind is RuleKind.LOCK
    rows = tuple((reason, str(points)) for reason, points in why_for_review(turn, proposal))
    mentor, mentee = turn.someone(proposal.mentor_id), turn.someone(proposal.mentee_id)
    names = sides_named(turn, mentor.id, mentee.id)
    said = {side: who(turn, names[side], p) for side, p in (("mentor", mentor), ("mentee", mentee))}
    return turn.card(
        "review-pair",
        Facts(rows),
        *unknown_of(turn, (mentor, mentee), names),
        taps=(
            *taps(turn, "review-pair", previous=place.previous, following=place.following),
            "unlock" if locked else "lock",
            "swap",
            "forbid",
            "drop",
            "approve",
        ),
        **said,
        score=proposal.score,
        number=place.number,
        count=place.count,
        locked=str(locked).lower(),
    )


@pair.on("previous", "following")
def turn_page(turn: Turn) -> Next:
    other = turn.coordinated_if_there(Proposal, turn.value)
    if other is None or other.state is not ProposalState.DRAFT:
        return ask(pair, draft_of(turn).id)
    return ask(pair, other.id)


@pair.on("lock")
def keep(turn: Turn) -> Next:
    return _weigh(turn, RunKind.LOCK)


@pair.on("unlock")
def free(turn: Turn) -> Next:
    proposal = draft_of(turn)
    drop_rule(turn, proposal.cycle_id, between(proposal))
    return ask(pair, proposal.id)


@pair.on("forbid")
def never(turn: Turn) -> Next:
    return _weigh(turn, RunKind.FORBID)


@pair.on("drop")
def drop_asked(turn: Turn) -> Next:
    return ask(leaving_out, draft_of(turn).id)


@pair.on("swap")
def swap_asked(turn: Turn) -> Next:
    return ask(swap, draft_of(turn).id)


@pair.on("approve")
def approval_asked_here(turn: Turn) -> Next:
    return ask(approval, open_cycle(turn, draft_of(turn).cycle_id).id)


@flow.step("leaving_out")
def leaving_out(turn: Turn) -> Card:
    """Leaving a draft out: its points go, and who has no other draft waits."""
    proposal = draft_of(turn)
    sides = sides_named(turn, proposal.mentor_id, proposal.mentee_id)
    blocks: list[Block] = []
    for role, person_id in _roles(proposal):
        others = turn.work.proposals.of(person_id, ProposalState.DRAFT)
        if len(others) == 1:
            blocks.append(Text(turn.say("review-outcome-left", name=sides[role.value])))
    taps = ("yes", "no")
    return turn.card("review-leaving-out", *blocks, taps=taps, points=proposal.score, **sides)


@leaving_out.on("yes")
def left_out(turn: Turn) -> Next:
    proposal = draft_of(turn)
    drop_rule(turn, proposal.cycle_id, between(proposal))
    return _without(turn, proposal)


@leaving_out.on("no")
def not_left_out(turn: Turn) -> Next:
    return ask(pair, draft_of(turn).id)


@flow.step("swap")
def swap(turn: Turn) -> Card:
    """The best other mentors for the mentee: the points of each, and who would pay."""
    proposal = draft_of(turn)
    cycle = open_cycle(turn, proposal.cycle_id)
    choices = swaps(turn, cycle, proposal)
    mentor_ids = [choice.mentor.id for choice in choices]
    payers = [choice.displaced.mentee_id for choice in choices if choice.displaced]
    names = turn.in_full((*between(proposal), *mentor_ids, *payers))
    mentor, mentee = (names[person_id] for person_id in between(proposal))
    if not choices:
        return turn.card("review-swap-none", taps=("no",), mentee=mentee)
    rows = tuple((names[choice.mentor.id], choice.said(turn, names)) for choice in choices)
    buttons = [
        turn.tap("choose", turn.say("review-swap.choose", mentor=names[each]), value=each)
        for each in mentor_ids
    ]
    return turn.card(
        "review-swap", Facts(rows), taps=(*buttons, "no"), mentee=mentee, mentor=mentor
    )


@swap.on("choose")
def swapped(turn: Turn) -> Next:
    proposal = draft_of(turn)
    cycle = open_cycle(turn, proposal.cycle_id)
    chosen = next((c for c in swaps(turn, cycle, proposal) if c.mentor.id == turn.value), None)
    if chosen is None:
        raise Sorry("stale")
    new = exchange(turn, cycle, proposal, chosen)
    turn.audit("proposal.swapped", new.id, cost=chosen.cost)
    return ask(pair, new.id)


@swap.on("no")
def not_swapped(turn: Turn) -> Next:
    return ask(pair, draft_of(turn).id)


def _weigh(turn: Turn, kind: RunKind) -> Next:
    """Ask what it would cost to keep the two of a draft together, or apart."""
    proposal = draft_of(turn)
    two = Two(proposal.mentor_id, proposal.mentee_id)
    return begin(turn, open_cycle(turn, proposal.cycle_id), kind, two)


def _roles(proposal: Proposal) -> tuple[tuple[Role, str], ...]:
    return (Role.MENTOR, proposal.mentor_id), (Role.MENTEE, proposal.mentee_id)


def _without(turn: Turn, proposal: Proposal) -> Next:
    """Take a draft away and show the one that moves into its place."""
    place = turn.work.proposals.place(proposal)
    turn.work.remove(proposal)
    turn.audit("proposal.dropped", proposal.id)
    following = place.following or place.previous
    return ask(pair, following) if following else finish(none_left(turn))
