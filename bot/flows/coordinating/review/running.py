"""Running the matching: to make drafts, or to see what something would change.

A small cycle is answered at once. A large one is solved elsewhere: the coordinator sees a card that
says so, can look again or stop it, and is written to when it is done.
"""

from typing import cast

from bot.conversation.flow import Next, ask
from bot.conversation.turn import Turn
from bot.domain.programme import Cycle
from bot.domain.proposal import RuleKind
from bot.domain.run import Change, Everybody, Failure, HowFar, Run, RunKind, RunState
from bot.flows.coordinating.approval import approval, unmatched
from bot.flows.coordinating.cycles import lock_cycle, open_cycle
from bot.flows.coordinating.review.gate import (
    check_enough,
    contradiction,
    contradiction_key,
    flow,
    sides_named,
)
from bot.flows.coordinating.review.outcomes import changes, compared, cost_of
from bot.matching import ContradictoryRules, answer_to
from bot.messages.card import Block, Card, Text
from bot.services.rounds import runs
from bot.services.rounds.criteria import most_points
from bot.services.rounds.drafts import drafts_of, left_over

TRIALS = {RunKind.LOCK: RuleKind.LOCK, RunKind.FORBID: RuleKind.FORBID}
"""The trials about two people, and the rule that each would set."""


@flow.command("match", "jumeler", rank=2)
def match(turn: Turn) -> Next:
    return begin(turn, lock_cycle(turn), RunKind.PAIR)


def begin(turn: Turn, cycle: Cycle, kind: RunKind, change: Change = None) -> Next:
    """Ask the matching something: a small cycle is answered at once, a large one with a card."""
    run = Run(
        organisation_id=turn.work.organisation_id,
        id=turn.work.new_id(),
        cycle_id=cycle.id,
        asked_by=turn.person.id,
        asked_at=turn.now,
        kind=kind,
        change=change,
    )
    question = runs.question_of(turn.work, run, cycle, turn.today)
    check_enough(question.now)
    runs.ask(turn.work, run)
    if question.people > runs.AT_ONCE:
        run.due_at, run.outcome = turn.now, HowFar(people=question.people)
        return ask(trial, run.id)
    try:
        answer = answer_to(question)
    except ContradictoryRules as found:
        raise contradiction(turn, found) from found
    runs.finish(turn.work, turn.now, run, question, answer)
    if kind is not RunKind.PAIR:
        return ask(trial, run.id)
    return ask(summary if answer.now.pairs else unmatched, cycle.id)


@flow.step("summary")
def summary(turn: Turn) -> Card:
    """What the run came to: how many pairs, how many people are left, and what changed."""
    cycle = open_cycle(turn, turn.subject)
    drafts = drafts_of(turn.work, cycle)
    left = left_over(turn.work, cycle, drafts)
    return turn.card(
        "review-summary",
        *_since_last_time(turn, cycle),
        taps=("look", "unmatched", "approve", *(("anew",) if _was_repaired(turn, cycle) else ())),
        commands=("why-not", "criteria"),
        pairs=len(drafts),
        left=len(left),
        best=max((draft.score for draft in drafts), default=0),
        lowest=min((draft.score for draft in drafts), default=0),
        most=most_points(cycle),
    )


@summary.on("unmatched")
def unmatched_asked(turn: Turn) -> Next:
    return ask(unmatched, open_cycle(turn, turn.subject).id)


@summary.on("anew")
def everybody_asked(turn: Turn) -> Next:
    return begin(turn, lock_cycle(turn, turn.subject), RunKind.PAIR, Everybody())


@summary.on("approve")
def approval_asked(turn: Turn) -> Next:
    return ask(approval, open_cycle(turn, turn.subject).id)


@flow.step("trial")
def trial(turn: Turn) -> Card:
    """A run of the matching: under way, or what it would change; nothing is stored by looking."""
    run = run_of(turn)
    if run.is_open:
        so_far = run.outcome if isinstance(run.outcome, HowFar) else HowFar()
        taps = ("look", "stop")
        return turn.card("review-working", taps=taps, people=so_far.people, percent=so_far.percent)
    if run.state is RunState.FAILED:
        return _refused(turn, run)
    if run.state is not RunState.DONE:
        return turn.card(f"review-run-{run.state.value}", commands=("match", "review"))
    if run.kind is RunKind.PAIR:
        has_drafts = turn.work.proposals.first_draft(run.cycle_id) is not None
        return cast("Card", turn.shown(summary if has_drafts else unmatched, run.cycle_id))
    key = f"review-try-{run.kind.value}"
    cost = cost_of(run)
    return turn.card(
        key,
        *compared(turn, run),
        taps=(turn.tap("yes", turn.say(f"{key}.yes")), turn.tap("no", turn.say(f"{key}.no"))),
        change="gains" if cost < 0 else "costs" if cost else "nothing",
        points=abs(cost),
        **sides_of(turn, run),
    )


@trial.on("look")
def looked_again(turn: Turn) -> Next:
    return ask(trial, run_of(turn).id)


@trial.on("stop")
def stopped(turn: Turn) -> Next:
    run = run_of(turn)
    turn.work.lock(Run, run.id)  # whoever solves it notes how far it is
    if run.is_open:
        run.cancel()
    return ask(trial, run.id)


def run_of(turn: Turn) -> Run:
    """Return the run a card is about, in the cycle that is open; a newer one replaces it."""
    run = turn.coordinated(Run, gone="review-run-gone")
    open_cycle(turn, run.cycle_id)
    return run


def _refused(turn: Turn, run: Run) -> Card:
    """Say why a large cycle was not solved: a lock that cannot be kept, or its size."""
    why = run.outcome
    if not isinstance(why, Failure):
        raise TypeError(run.id)
    if why.text:
        said = turn.say(why.text)
    else:
        sides = sides_named(turn, why.mentor_id, why.mentee_id)
        said = turn.say(contradiction_key(why.code), **sides)
    return turn.card("review-run-failed", Text(said), commands=("rules", "criteria"))


def sides_of(turn: Turn, run: Run) -> dict[str, str]:
    """Return the names of the two a trial is about."""
    if run.kind not in TRIALS:
        return {}
    return sides_named(turn, *runs.pair_of(run))


def _was_repaired(turn: Turn, cycle: Cycle) -> bool:
    """Whether the drafts come from a run that looked at some people only."""
    run = runs.last_drafts(turn.work, cycle.id)
    return run is not None and runs.found_by(run).repaired


def _since_last_time(turn: Turn, cycle: Cycle) -> list[Block]:
    """Say what the last run changed of the drafts before it, if there were any."""
    run = runs.last_drafts(turn.work, cycle.id)
    if run is None:
        return []
    found = runs.found_by(run)
    (before, _), changed = found.pairs, found.changed
    if not before:
        return []
    said = turn.say("review-since", stayed=before - changed, changed=changed)
    blocks: list[Block] = [Text(said), *(changes(turn, run) if changed else ())]
    if found.repaired:
        blocks.append(Text(turn.say("review-since.repaired")))
    return blocks
