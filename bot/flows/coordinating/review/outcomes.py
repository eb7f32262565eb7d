"""What a run changed, or would change, in words: counts, and who gains and who pays."""

from collections.abc import Iterable, Mapping
from typing import cast

from bot.conversation.turn import Turn
from bot.domain.run import Run, RunKind
from bot.flows.coordinating.review.gate import NAMED
from bot.messages.card import Block, Bullets, Facts, Text
from bot.services.rounds.criteria import WEIGHT
from bot.services.rounds.runs import pair_of

MOST_LINES = 8
"""Changes said one by one; beyond that a number says how many more there are."""
COUNTS = ("mentees", "pairs", "total")


def compared(turn: Turn, run: Run) -> list[Block]:
    """Return a trial in words: before and after, then who would gain and who would pay."""
    rows = []
    if "score" in run.change:
        rows.append((turn.say("review-outcome.score"), str(run.change["score"])))
    for name in COUNTS:
        before, after = cast("list[int]", run.outcome[name])
        said = turn.say("review-outcome-change", before=before, after=after)
        said = said if before != after else turn.say("review-outcome-same", count=after)
        rows.append((turn.say(f"review-outcome.{name}"), said))
    moved = cast("int", run.outcome["moved"])
    rows.append((turn.say("review-outcome.moved"), str(moved)))
    blocks: list[Block] = [Facts(tuple(rows))]
    if run.kind is RunKind.SETTINGS and _weighs_otherwise(run):
        blocks.append(Text(turn.say("review-outcome-incomparable")))
    return blocks + changes(turn, run)


def cost_of(run: Run) -> int:
    """Return how many points a trial would take from the total; below zero if it would add."""
    before, after = cast("list[int]", run.outcome["total"])
    return before - after


def changes(turn: Turn, run: Run) -> list[Block]:
    """Return who would lose and gain a partner, and which pairs go and come."""
    outcome = run.outcome
    # Who is left after a run stands on a card of its own.
    is_trial = run.kind is not RunKind.PAIR
    left, served = (_ids(outcome, name) if is_trial else [] for name in ("left", "served"))
    gone = cast("list[list[str]]", outcome.get("gone", []))
    if run.kind is RunKind.FORBID:  # that these two part is the question, not an answer
        gone = [each for each in gone if tuple(each[:2]) != pair_of(run)]
    new = cast("list[list[str]]", outcome.get("new", []))
    names = _names(turn, [*left, *served, *(i for pair in (*gone, *new) for i in pair[:2])])
    lines = [turn.say("review-outcome-left", name=names[i]) for i in left if i in names]
    lines += [turn.say("review-outcome-served", name=names[i]) for i in served if i in names]
    for mentor, mentee, why in gone:
        if mentor in names and mentee in names:
            said = why if why in NAMED or why == "moved" else "other"
            sides = {"mentor": names[mentor], "mentee": names[mentee]}
            lines.append(turn.say("review-outcome-gone", why=said.replace("_", "-"), **sides))
    for mentor, mentee in new:
        if mentor in names and mentee in names:
            sides = {"mentor": names[mentor], "mentee": names[mentee]}
            lines.append(turn.say("review-outcome-new", **sides))
    if not lines:
        return []
    shown, more = lines[:MOST_LINES], len(lines) - MOST_LINES
    if more > 0:
        shown.append(turn.say("review-outcome-more", count=more))
    return [Bullets(tuple(shown))]


def _weighs_otherwise(run: Run) -> bool:
    """Whether a trial of settings changes what points mean."""
    return any(name.startswith(WEIGHT) for name in cast("list[str]", run.change["different"]))


def _ids(outcome: Mapping[str, object], name: str) -> list[str]:
    return cast("list[str]", outcome.get(name, []))


def _names(turn: Turn, ids: Iterable[str]) -> dict[str, str]:
    """Return names by id; somebody who was erased since has none any more."""
    return {p.id: p.name for p in turn.work.people.by_id(ids).values() if p.name}
