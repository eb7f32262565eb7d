"""The coordinator's own decisions: pairs that are always made, and pairs that never are."""

from bot.conversation.flow import Next, ask
from bot.conversation.turn import Turn
from bot.flows.coordinating.cycles import open_cycle
from bot.flows.coordinating.review.gate import flow
from bot.messages.card import Bullets, Card

MOST_RULES = 20
"""Rules on one card; a platform shows no more than 25 buttons."""


@flow.command("rules", "regles", rank=5)
def rules_asked(turn: Turn) -> Next:
    return ask(rules, open_cycle(turn).id)


@flow.step("rules")
def rules(turn: Turn) -> Card:
    """The coordinator's own decisions, each with a button that takes it off."""
    found = turn.work.proposals.rules(open_cycle(turn, turn.subject).id)
    if not found:
        return turn.card("review-rules-none", commands=("match",))
    shown = found[:MOST_RULES]
    called = turn.in_full(i for rule in shown for i in (rule.mentor_id, rule.mentee_id))
    items, buttons = [], []
    for rule in shown:
        names = {"mentor": called[rule.mentor_id], "mentee": called[rule.mentee_id]}
        items.append(turn.say("review-rule", kind=rule.kind.value, **names))
        label = turn.say("review-rules.take", **names)
        buttons.append(turn.tap("take", label, value=f"{rule.mentor_id} {rule.mentee_id}"))
    return turn.card("review-rules", Bullets(tuple(items)), taps=buttons, commands=("match",))


@rules.on("take")
def rule_taken_off(turn: Turn) -> Next:
    cycle = open_cycle(turn, turn.subject)
    mentor_id, _, mentee_id = turn.value.partition(" ")
    for rule in turn.work.proposals.rules(cycle.id):
        if (rule.mentor_id, rule.mentee_id) == (mentor_id, mentee_id):
            turn.work.remove(rule)
            turn.audit("rule.removed", cycle.id, mentor=mentor_id, mentee=mentee_id)
    return ask(rules, cycle.id)
