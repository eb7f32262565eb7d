"""Reviewing what the matching proposes: run it, page through, overrule it, and approve."""

from bot import rounds
from bot.domain.proposal import Proposal, ProposalState, RuleKind
from bot.errors import Sorry
from bot.flows.approval import approval, none_left, unmatched
from bot.flows.core import Flow, Next, ask, finish
from bot.flows.cycles import open_cycle
from bot.flows.overrides import drop_rule, exchange, rule_between, set_rule, swaps
from bot.flows.reasons import why_for_review
from bot.flows.turn import Turn
from bot.matching import ContradictoryRules, Request
from bot.messages.card import Bullets, Button, Card, Facts

flow = Flow("review")

MOST_RULES = 20
"""Rules on one card; a platform shows no more than 25 buttons."""
SPOKEN = frozenset({"capacity", "reporting_line", "level_gap", "forbidden"})
"""Contradictions whose cause may be named; any other could give away what somebody answered."""


@flow.command("match", "jumeler")
def match(turn: Turn) -> Next:
    cycle = open_cycle(turn)
    request = rounds.request_for(turn.records, cycle, turn.today)
    _enough(request)
    try:
        result = rounds.run(turn.records, cycle, request)
    except ContradictoryRules as contradiction:
        raise _contradiction(turn, contradiction) from contradiction
    cycle.proposed_at = turn.now
    turn.audit("round.run", cycle.id, pairs=len(result.pairs), left=len(result.unmatched))
    return ask(summary if result.pairs else unmatched, cycle.id)


@flow.command("review", "revue", "reviser")
def review(turn: Turn) -> Next:
    cycle = open_cycle(turn)
    first = turn.records.first_draft(cycle.id)
    return ask(pair, first.id) if first else finish(none_left(turn))


@flow.step("summary")
def summary(turn: Turn) -> Card:
    """What the run came to: how many pairs, and how many people are left."""
    cycle = open_cycle(turn, turn.subject)
    drafts = rounds.drafts_of(turn.records, cycle)
    left = rounds.left_over(turn.records, cycle, drafts)
    return turn.card(
        "review-summary",
        taps=("look", "unmatched", "approve"),
        pairs=len(drafts),
        left=len(left),
        best=max((draft.score for draft in drafts), default=0),
        lowest=min((draft.score for draft in drafts), default=0),
    )


@summary.on("look")
def look(turn: Turn) -> Next:
    first = turn.records.first_draft(open_cycle(turn, turn.subject).id)
    return ask(pair, first.id) if first else finish(none_left(turn))


@summary.on("unmatched")
def unmatched_asked(turn: Turn) -> Next:
    return ask(unmatched, open_cycle(turn, turn.subject).id)


@summary.on("approve")
def approval_asked(turn: Turn) -> Next:
    return ask(approval, open_cycle(turn, turn.subject).id)


@flow.step("pair")
def pair(turn: Turn) -> Card:
    """One draft: who, why in points, and what may be done about it."""
    proposal = _draft(turn)
    place = turn.records.place_of(proposal)
    rule = rule_between(turn, proposal)
    locked = rule is not None and rule.kind is RuleKind.LOCK
    rows = tuple((reason, str(points)) for reason, points in why_for_review(turn, proposal))
    mentor, mentee = turn.someone(proposal.mentor_id), turn.someone(proposal.mentee_id)
    said = {
        side: f"{p.name} ({p.department}, {p.office})"
        for side, p in (("mentor", mentor), ("mentee", mentee))
    }
    return turn.card(
        "review-pair",
        Facts(rows),
        taps=(
            *_pages(turn, place.previous, place.following),
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
    other = turn.records.get(Proposal, turn.value)
    if other is None or other.state is not ProposalState.DRAFT:
        return ask(pair, _draft(turn).id)
    return ask(pair, other.id)


@pair.on("lock")
def keep(turn: Turn) -> Next:
    proposal = _draft(turn)
    set_rule(turn, proposal, RuleKind.LOCK)
    return ask(pair, proposal.id)


@pair.on("unlock")
def free(turn: Turn) -> Next:
    proposal = _draft(turn)
    drop_rule(turn, proposal)
    return ask(pair, proposal.id)


@pair.on("forbid")
def never(turn: Turn) -> Next:
    proposal = _draft(turn)
    set_rule(turn, proposal, RuleKind.FORBID)
    return _without(turn, proposal)


@pair.on("drop")
def drop(turn: Turn) -> Next:
    proposal = _draft(turn)
    drop_rule(turn, proposal)
    return _without(turn, proposal)


@pair.on("swap")
def swap_asked(turn: Turn) -> Next:
    return ask(swap, _draft(turn).id)


@pair.on("approve")
def approval_asked_here(turn: Turn) -> Next:
    return ask(approval, open_cycle(turn, _draft(turn).cycle_id).id)


@flow.step("swap")
def swap(turn: Turn) -> Card:
    """The best other mentors for the mentee: the points of each, and who would pay."""
    proposal = _draft(turn)
    cycle = open_cycle(turn, proposal.cycle_id)
    choices = swaps(turn, cycle, proposal)
    mentee = turn.someone(proposal.mentee_id).name
    if not choices:
        return turn.card("review-swap-none", taps=("no",), mentee=mentee)
    rows = tuple((choice.mentor.name, choice.said(turn)) for choice in choices)
    buttons = [
        turn.tap(
            "choose",
            turn.say("review-swap.choose", mentor=choice.mentor.name),
            value=choice.mentor.id,
        )
        for choice in choices
    ]
    mentor = turn.someone(proposal.mentor_id).name
    return turn.card(
        "review-swap", Facts(rows), taps=(*buttons, "no"), mentee=mentee, mentor=mentor
    )


@swap.on("choose")
def swapped(turn: Turn) -> Next:
    proposal = _draft(turn)
    cycle = open_cycle(turn, proposal.cycle_id)
    chosen = next((c for c in swaps(turn, cycle, proposal) if c.mentor.id == turn.value), None)
    if chosen is None:
        raise Sorry("stale")
    new = exchange(turn, cycle, proposal, chosen)
    turn.audit("proposal.swapped", new.id, cost=chosen.cost)
    return ask(pair, new.id)


@swap.on("no")
def not_swapped(turn: Turn) -> Next:
    return ask(pair, _draft(turn).id)


@flow.command("rules", "regles")
def rules_asked(turn: Turn) -> Next:
    return ask(rules, open_cycle(turn).id)


@flow.step("rules")
def rules(turn: Turn) -> Card:
    """The coordinator's own decisions, each with a button that takes it off."""
    found = turn.records.rules_of(open_cycle(turn, turn.subject).id)
    if not found:
        return turn.card("review-rules-none", commands=("match",))
    people = turn.records.people(i for rule in found for i in (rule.mentor_id, rule.mentee_id))
    items, buttons = [], []
    for rule in found[:MOST_RULES]:
        names = {"mentor": people[rule.mentor_id].name, "mentee": people[rule.mentee_id].name}
        items.append(turn.say("review-rule", kind=rule.kind.value, **names))
        label = turn.say("review-rules.take", **names)
        buttons.append(turn.tap("take", label, value=f"{rule.mentor_id} {rule.mentee_id}"))
    return turn.card("review-rules", Bullets(tuple(items)), taps=buttons, commands=("match",))


@rules.on("take")
def rule_taken_off(turn: Turn) -> Next:
    cycle = open_cycle(turn, turn.subject)
    mentor_id, _, mentee_id = turn.value.partition(" ")
    for rule in turn.records.rules_of(cycle.id):
        if (rule.mentor_id, rule.mentee_id) == (mentor_id, mentee_id):
            turn.records.remove(rule)
            turn.audit("rule.removed", cycle.id, mentor=mentor_id, mentee=mentee_id)
    return ask(rules, cycle.id)


def _draft(turn: Turn) -> Proposal:
    """Return the draft a button was about; Sorry once it is approved, replaced or gone."""
    proposal = turn.records.get(Proposal, turn.subject)
    if proposal is None or proposal.state is not ProposalState.DRAFT or proposal.due_at:
        raise Sorry("review-gone")
    return proposal


def _without(turn: Turn, proposal: Proposal) -> Next:
    """Take a draft away and show the one that moves into its place."""
    place = turn.records.place_of(proposal)
    turn.records.remove(proposal)
    turn.audit("proposal.dropped", proposal.id)
    following = place.following or place.previous
    return ask(pair, following) if following else finish(none_left(turn))


def _pages(turn: Turn, previous: str, following: str) -> list[Button]:
    pages = (("previous", previous), ("following", following))
    return [
        turn.tap(name, turn.say(f"review-pair.{name}"), value=draft_id)
        for name, draft_id in pages
        if draft_id
    ]


def _enough(request: Request) -> None:
    """Raise Sorry, naming what is missing, when there is nobody to pair."""
    if not request.mentors and not request.mentees:
        raise Sorry("review-nobody")
    if not request.mentees:
        raise Sorry("review-no-mentees", count=len(request.mentors))
    if not request.mentors:
        raise Sorry("review-no-mentors", count=len(request.mentees))


def _contradiction(turn: Turn, found: ContradictoryRules) -> Sorry:
    code = found.code if found.code in SPOKEN else "other"
    return Sorry(
        f"review-lock-{code.replace('_', '-')}",
        mentor=turn.someone(found.mentor_id).name,
        mentee=turn.someone(found.mentee_id).name,
    )
