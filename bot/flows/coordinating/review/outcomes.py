"""What a run changed, or would change, in words: counts, and who gains and who pays."""

from bot.conversation.turn import Turn
from bot.domain.run import Run, RunKind, Two
from bot.flows.coordinating.review.gate import NAMED
from bot.messages.card import Block, Bullets, Facts, Text
from bot.services.rounds.criteria import WEIGHT
from bot.services.rounds.runs import found_by, pair_of, settings_tried

MOST_LINES = 8
"""Changes said one by one; beyond that a number says how many more there are."""


def compared(turn: Turn, run: Run) -> list[Block]:
    """Return a trial in words: before and after, then who would gain and who would pay."""
    found = found_by(run)
    rows = []
    if isinstance(run.change, Two) and run.change.score is not None:
        rows.append((turn.say("review-outcome.score"), str(run.change.score)))
    counts = {"mentees": found.mentees or (0, 0), "pairs": found.pairs, "total": found.total}
    for name, (before, after) in counts.items():
        said = turn.say("review-outcome-change", before=before, after=after)
        said = said if before != after else turn.say("review-outcome-same", count=after)
        rows.append((turn.say(f"review-outcome.{name}"), said))
    rows.append((turn.say("review-outcome.moved"), str(found.moved)))
    blocks: list[Block] = [Facts(tuple(rows))]
    if run.kind is RunKind.SETTINGS and _weighs_otherwise(run):
        blocks.append(Text(turn.say("review-outcome-incomparable")))
    return blocks + changes(turn, run)


def cost_of(run: Run) -> int:
    """Return how many points a trial would take from the total; below zero if it would add."""
    before, after = found_by(run).total
    return before - after


def changes(turn: Turn, run: Run) -> list[Block]:
    """Return who would lose and gain a partner, and which pairs go and come."""
    found = found_by(run)
    # Who is left after a run stands on a card of its own.
    left, served = (found.left, found.served) if run.kind is not RunKind.PAIR else ((), ())
    gone = found.gone
    if run.kind is RunKind.FORBID:  # that these two part is the question, not an answer
        gone = tuple(each for each in gone if each[:2] != pair_of(run))
    pairs = (*(each[:2] for each in gone), *found.new)
    ids = [*left, *served, *(person_id for pair in pairs for person_id in pair)]
    # Somebody who was erased since has no name any more.
    names = {id_: name for id_, name in turn.in_full(ids).items() if name}
    lines = [turn.say("review-outcome-left", name=names[i]) for i in left if i in names]
    lines += [turn.say("review-outcome-served", name=names[i]) for i in served if i in names]
    for mentor, mentee, why in gone:
        if mentor in names and mentee in names:
            said = why if why in NAMED or why == "moved" else "other"
            sides = {"mentor": names[mentor], "mentee": names[mentee]}
            lines.append(turn.say("review-outcome-gone", why=said.replace("_", "-"), **sides))
    for mentor, mentee in found.new:
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
    return any(name.startswith(WEIGHT) for name in settings_tried(run).different)
