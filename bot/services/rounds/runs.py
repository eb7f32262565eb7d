"""Runs of the matching: what each asks, and what came of it, as ids and numbers.

A small cycle is solved within the coordinator's turn. A large one would hold up everybody who
waits for the store meanwhile, so that a run is asked in one unit of work, solved outside of any
(bot.runtime.solving), and kept in another that checks whether it still fits.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.domain.people import AuditEntry
from bot.domain.programme import Cycle
from bot.domain.run import Everybody, Failure, Found, Gone, NewSettings, Run, RunKind, RunState, Two
from bot.matching import Answer, ContradictoryRules, Question, Request, Result, pairs_of
from bot.ports import Work
from bot.services.rounds.criteria import rules_from, settings_of
from bot.services.rounds.drafts import keep
from bot.services.rounds.request import request_for

AT_ONCE = 300
"""People whose matching is solved within the turn, which takes about a third of a second then.

Measured with ten other jobs on two cores: 0.36 s to run it and 0.27 s to weigh one override; 1.6 s
and 1.3 s for 1,000 people (``python -m tests.bench.bench_match_turn``).
"""
MOST_NAMED = 100
"""Pairs and people an outcome names; beyond that it only counts them."""


def ask(work: Work, run: Run) -> Run:
    """Keep a new run; of earlier ones of the cycle only the newest that made drafts stays.

    Two that look for pairs would overwrite one another: the earlier one is no longer wanted.
    """
    earlier = work.proposals.runs(run.cycle_id)
    for other in earlier:
        if other.is_open and other.kind is run.kind is RunKind.PAIR:
            other.cancel()
    work.remove(*(o for o in earlier if not (o.is_open or _made_drafts(o))))
    work.add(run)
    return run


def question_of(work: Work, run: Run, cycle: Cycle, today: date) -> Question:
    """Return what a run asks, as the records stand.

    A trial is answered in points and names, so that it knows no private wish: what it says follows
    from what a coordinator sees anyway.
    """
    now = request_for(work, cycle, today)
    if run.kind is RunKind.PAIR:
        repairs = not isinstance(run.change, Everybody) and _repairs(work, cycle, now)
        return Question(replace(now, by_levels=True), repairs=repairs)
    now = now.veiled
    if run.kind is RunKind.SETTINGS:
        rules = rules_from(settings_tried(run).settings)
        return Question(now, replace(now, rules=rules))
    pair = pair_of(run)
    if run.kind is RunKind.LOCK:
        return Question(
            now, replace(now, locked=now.locked | {pair}, forbidden=now.forbidden - {pair})
        )
    return Question(now, replace(now, forbidden=now.forbidden | {pair}, locked=now.locked - {pair}))


def finish(work: Work, now: datetime, run: Run, question: Question, answer: Answer) -> None:
    """Keep what a run came to; one that looks for pairs replaces the drafts of its cycle."""
    cycle = work.get(Cycle, run.cycle_id)
    if run.kind is RunKind.PAIR and cycle is not None:
        work.remove(*(other for other in work.proposals.runs(cycle.id) if _made_drafts(other)))
        keep(work, cycle, answer.now)
        cycle.proposed_at = now
        work.add(
            AuditEntry(
                organisation_id=work.organisation_id,
                id=work.new_id(),
                actor_id=run.asked_by,
                action="round.run",
                subject=cycle.id,
                at=now,
                details={"pairs": len(answer.now.pairs), "left": len(answer.now.unmatched)},
            )
        )
    run.finish(outcome_of(question, answer))


def contradicted(run: Run, found: ContradictoryRules) -> None:
    """Note that locks contradict a rule, so that nothing could be solved."""
    why = Failure(code=found.code, mentor_id=found.mentor_id, mentee_id=found.mentee_id)
    run.fail(why)


def outcome_of(question: Question, answer: Answer) -> Found:
    """Return what a run changed or would change."""
    if answer.trial is None:
        return _found(
            question.now.kept,
            answer.now,
            total=(0, answer.now.total_score),
            settings=settings_of(question.now.rules),
            repaired=answer.now.upper_bound is None,
        )
    return _found(
        pairs_of(answer.now),
        answer.trial,
        total=(answer.now.total_score, answer.trial.total_score),
        mentees=(answer.now.mentees_served, answer.trial.mentees_served),
    )


def _found(before: frozenset[tuple[str, str]], after: Result, **totals: Any) -> Found:
    pairs = pairs_of(after)
    had, have = _people(before), _people(pairs)
    why = {(c.mentor_id, c.mentee_id): c.reason for c in after.changes}
    gone = sorted(before - pairs)
    return Found(
        **totals,
        pairs=(len(before), len(after.pairs)),
        changed=len(gone),
        moved=len(_people(before ^ pairs)),
        gone=tuple(Gone(*pair, why.get(pair, "moved")) for pair in gone[:MOST_NAMED]),
        new=tuple(sorted(pairs - before)[:MOST_NAMED]),
        left=tuple(sorted(had - have)[:MOST_NAMED]),
        served=tuple(sorted(have - had)[:MOST_NAMED]),
    )


def pair_of(run: Run) -> tuple[str, str]:
    """Return the (mentor, mentee) a trial is about."""
    if not isinstance(run.change, Two):
        raise TypeError(run.id)
    return run.change.mentor_id, run.change.mentee_id


def settings_tried(run: Run) -> NewSettings:
    """Return the settings a trial is about."""
    if not isinstance(run.change, NewSettings):
        raise TypeError(run.id)
    return run.change


def found_by(run: Run) -> Found:
    """Return what a run that is done came to."""
    if not isinstance(run.outcome, Found):
        raise TypeError(run.id)
    return run.outcome


def last_drafts(work: Work, cycle_id: str) -> Run | None:
    """Return the newest run of a cycle that made drafts."""
    return next((run for run in work.proposals.runs(cycle_id) if _made_drafts(run)), None)


def _repairs(work: Work, cycle: Cycle, now: Request) -> bool:
    """Whether drafts stand that were made by the settings of today, and are worth a bonus."""
    last = last_drafts(work, cycle.id)
    if last is None or not now.kept or not now.rules.stay_bonus:
        return False
    return found_by(last).settings == settings_of(now.rules)


def _made_drafts(run: Run) -> bool:
    return run.kind is RunKind.PAIR and run.state is RunState.DONE


def _people(pairs: Iterable[tuple[str, str]]) -> set[str]:
    return {person for pair in pairs for person in pair}
