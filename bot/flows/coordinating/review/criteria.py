"""What counts when pairs are made: the settings of a cycle, tried before they are kept."""

from collections.abc import Mapping

from bot.conversation.flow import Invalid, Next, ask, finish
from bot.conversation.turn import Turn
from bot.domain.run import NewSettings, RunKind
from bot.flows.coordinating.cycles import open_cycle
from bot.flows.coordinating.review.gate import flow
from bot.flows.coordinating.review.running import begin
from bot.messages.form import Choice, Form, Input, Option, TextInput, number_in
from bot.services.rounds.criteria import WEIGHTS, rules_of, settings_of
from bot.services.rounds.request import request_for

POINTS = range(1001)
WITHIN = {
    **dict.fromkeys(WEIGHTS, POINTS),
    # Never zero: hours could not be what stands in somebody's way then, and a private exclusion
    # would be the only obstacle that is left without a name (bot.flows.coordinating.review.gate).
    "minimum_hours": range(1, 41),
    "minimum_level_gap": range(15),
    "minimum_score": POINTS,
    "stay_bonus": POINTS,
}
"""What each number may be."""
FAIRNESS = ("worst", "concave", "total")
DIGITS = 4

Settings = dict[str, int | str]


@flow.command("criteria", "critères", form=True, rank=1)
def criteria_asked(turn: Turn) -> Next:
    return ask(criteria, open_cycle(turn).id)


@flow.step("criteria")
def criteria(turn: Turn) -> Form:
    now = settings_of(rules_of(open_cycle(turn, turn.subject)))
    inputs: list[Input] = [_number(turn, name, now) for name in WITHIN]
    options = tuple(Option(each, turn.say(f"review-fairness-{each}")) for each in FAIRNESS)
    inputs.append(
        Choice(
            name="fairness",
            label=turn.say("review-setting-fairness"),
            hint=turn.say("review-setting-fairness.hint"),
            options=options,
            values=(str(now["fairness"]),),
            required=True,
        )
    )
    return turn.form("review-criteria", *inputs)


@criteria.on_submit
def criteria_given(turn: Turn) -> Next:
    cycle = open_cycle(turn, turn.subject)
    settings, faults = _read(turn)
    if faults:
        return Invalid(faults)
    now = settings_of(rules_of(cycle))
    different = [name for name, value in settings.items() if now[name] != value]
    if not different:
        return finish(turn.card("review-nothing-changed", commands=("review", "criteria")))
    request = request_for(turn.work, cycle, turn.today)
    if not request.mentors or not request.mentees:
        cycle.rules = settings
        turn.audit("criteria.changed", cycle.id, names=different)
        return finish(turn.card("review-criteria-kept", commands=("match", "criteria")))
    return begin(turn, cycle, RunKind.SETTINGS, NewSettings(settings, tuple(different)))


def _number(turn: Turn, name: str, now: Mapping[str, int | str]) -> TextInput:
    key = f"review-setting-{name.replace('_', '-')}"
    within = WITHIN[name]
    return TextInput(
        name=name,
        label=turn.say(key, low=within[0], high=within[-1]),
        hint=turn.say(f"{key}.hint"),
        value=str(now[name]),
        limit=DIGITS,
        required=True,
    )


def _read(turn: Turn) -> tuple[Settings, dict[str, str]]:
    """Return what was filled in, or a sentence for each field at fault."""
    settings: Settings = {}
    faults: dict[str, str] = {}
    for name, within in WITHIN.items():
        number = number_in(turn.field(name), within, digits=DIGITS)
        if number is None:
            faults[name] = turn.say("field-number", low=within[0], high=within[-1])
        else:
            settings[name] = number
    fairness = turn.field("fairness")
    if fairness in FAIRNESS:
        settings["fairness"] = fairness
    else:
        faults["fairness"] = turn.say("field-choose")
    if not faults and not any(settings[name] for name in WEIGHTS):
        faults[WEIGHTS[0]] = turn.say("review-criteria.nothing-counts")
    return settings, faults
