"""Every life: whatever is done, in whatever order, is a legal move or changes nothing."""

import json
import pickle
import pkgutil
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import fields, is_dataclass
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import domain
from bot.domain import checkin, delivery, meeting, pairing, programme, proposal, run
from bot.domain.checkin import AskState, CheckIn, Feedback
from bot.domain.delivery import Delivery
from bot.domain.lives import LIVES
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.moves import Moves, State
from bot.domain.pairing import Pairing, PairingState
from bot.domain.programme import Cycle, CycleState, Enrolment, EnrolmentState
from bot.domain.proposal import Answer, Proposal, ProposalState
from bot.domain.run import Run, RunState
from bot.errors import IllegalMove
from tests import builders as b
from tests.builders import NOW

LATER = NOW + timedelta(days=3)
TODAY = NOW.date()

Act = Callable[[Any], object]

MADE: dict[type, Callable[..., Any]] = {
    Cycle: lambda **changes: b.a_cycle("cycle", **changes),
    Enrolment: lambda **changes: b.an_enrolment("ana", topics={"ai": 3}, **changes),
    Run: lambda **changes: b.a_run("run", **changes),
    Proposal: b.a_proposal,
    Pairing: lambda **changes: b.a_pairing("pair", **changes),
    Meeting: lambda **changes: b.a_meeting("meeting", **changes),
    CheckIn: b.a_checkin,
    Feedback: lambda **changes: b.a_feedback("feedback", **changes),
}
DONE: dict[type, dict[str, Act]] = {
    Cycle: {
        "approve": lambda it: it.approve(NOW, "claire"),
        "close": Cycle.close,
        "cancel": Cycle.cancel,
    },
    Enrolment: {
        "begin": Enrolment.begin,
        "join": lambda it: it.join(NOW),
        "decline": Enrolment.decline,
        "pause": lambda it: it.pause(TODAY, LATER),
        "resume": Enrolment.resume,
        "leave": Enrolment.leave,
        "come_back": Enrolment.come_back,
    },
    Run: {
        "claim": lambda it: it.claim(LATER),
        "finish": lambda it: it.finish({"pairs": [0, 1]}),
        "cancel": Run.cancel,
        "outdate": Run.outdate,
        "fail": lambda it: it.fail({"code": "capacity"}),
    },
    Proposal: {
        "offer": lambda it: it.offer(NOW, LATER),
        "accept": lambda it: it.accept("ana"),
        "accept too": lambda it: it.accept("bob"),
        "decline": lambda it: it.decline("ana", LATER),
        "decline too": lambda it: it.decline("bob", LATER),
        "give_up": lambda it: it.give_up("ana", LATER),
        "conclude": Proposal.conclude,
        "lapse": Proposal.lapse,
        "withdraw": Proposal.withdraw,
    },
    Pairing: {
        "rest": Pairing.rest,
        "part": lambda it: it.part("ana", LATER),
        "part too": lambda it: it.part("bob", NOW),
        "stay": lambda it: it.stay("ana"),
        "stay too": lambda it: it.stay("bob"),
        "wake": lambda it: it.wake(TODAY, LATER),
        "end": lambda it: it.end(NOW, completed=True),
    },
    Meeting: {
        "propose": lambda it: it.propose("bob"),
        "agree": Meeting.agree,
        "move": lambda it: it.move(LATER),
        "want": lambda it: it.want(LATER, "bob"),
        "rebook": Meeting.rebook,
        "cancel": lambda it: it.cancel("bob"),
        "lapse": Meeting.lapse,
        "unsay": Meeting.unsay,
        "hold": Meeting.hold,
        "miss": Meeting.miss,
        "deny": Meeting.deny,
    },
    CheckIn: {
        "answer": lambda it: it.answer(NOW),
        "lapse": CheckIn.lapse,
        "reopen": CheckIn.reopen,
    },
    Feedback: {
        "answer": lambda it: it.answer(NOW),
        "lapse": Feedback.lapse,
        "reopen": Feedback.reopen,
    },
}
"""Everything that can be done to each kind, by the move it makes; a second word tells two apart."""


@pytest.mark.parametrize("kind", DONE, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_whatever_is_done_is_a_legal_move_or_refused_and_changes_nothing(
    kind: type, data: st.DataObject
) -> None:
    moves = LIVES[kind]
    entity = MADE[kind](state=data.draw(st.sampled_from(moves.states)))
    for what in data.draw(st.lists(st.sampled_from(sorted(DONE[kind])), max_size=12)):
        name, before, kept = what.split()[0], entity.state, deepcopy(vars(entity))
        if before in moves.named[name].steps:
            DONE[kind][what](entity)
            # One yes alone moves nothing yet, nor does one to what the other side ended.
            stays = {before} if name == "accept" and not is_wanted(entity) else set()
            assert entity.state in {moves.named[name].steps[before], *stays}
            continue
        with pytest.raises(IllegalMove) as refused:
            DONE[kind][what](entity)
        to = moves.named[name].to or before
        assert str(refused.value) == f"{kind.__name__} {entity.id}: {before} -> {to} ({name})"
        assert vars(entity) == kept


def answers(entity: Proposal) -> set[Answer]:
    return {entity.mentor_answer, entity.mentee_answer}


def is_wanted(entity: Proposal) -> bool:
    return answers(entity) == {Answer.YES} and not entity.over_by


@given(done=st.lists(st.sampled_from(sorted(DONE[Proposal])), max_size=12))
def test_a_proposal_is_accepted_by_two_yeses_and_nothing_else(done: list[str]) -> None:
    entity = b.a_proposal()
    for what in done:
        try:
            DONE[Proposal][what](entity)
        except IllegalMove:
            continue

    if entity.state is ProposalState.ACCEPTED:
        assert answers(entity) == {Answer.YES}
    elif entity.state is ProposalState.OFFERED:
        assert not is_wanted(entity)
    assert bool(entity.over_by) == (entity.over_at is not None)
    assert entity.state is ProposalState.OFFERED or not entity.over_by


def test_a_no_leaves_the_other_side_as_it_was_until_they_may_know() -> None:
    entity = b.a_proposal(state=ProposalState.OFFERED)
    entity.decline("ana", LATER)

    assert (entity.is_over_for("ana"), entity.is_over_for("bob")) == (True, False)
    assert entity.accept("bob") is False
    assert (entity.state, entity.due_at) == (ProposalState.OFFERED, LATER)

    entity.conclude()
    assert entity.is_over_for("bob")
    assert (entity.state, entity.over_by) == (ProposalState.DECLINED, "")


def test_whoever_stops_a_pairing_is_out_of_it_alone() -> None:
    entity = b.a_pairing("pairing")
    entity.part("ana", LATER)

    assert [entity.state_for(person) for person in ("ana", "bob")] == [
        PairingState.ENDED,
        PairingState.ACTIVE,
    ]
    assert (entity.runs_for("ana"), entity.runs_for("bob")) == (False, True)


def test_where_both_stop_a_pairing_each_may_go_on_alone() -> None:
    entity = b.a_pairing("pairing")
    entity.part("ana", LATER)
    entity.part("bob", NOW)
    assert (entity.sides, entity.state, entity.over_at) == ((), PairingState.ACTIVE, LATER)

    entity.stay("ana")

    assert (entity.sides, entity.over_by, entity.over_at) == (("ana",), "bob", LATER)
    entity.stay("bob")
    assert (entity.sides, entity.over_at) == (("ana", "bob"), None)


@pytest.mark.parametrize("what", ["accept", "decline"])
def test_a_strangers_word_is_nobodys(what: str) -> None:
    entity = b.a_proposal(state=ProposalState.OFFERED)

    with pytest.raises(IllegalMove, match=rf"offered -> \w+ \({what}, by a stranger\)"):
        getattr(entity, what)("mallory", *([LATER] if what == "decline" else []))

    assert (entity.state, answers(entity)) == (ProposalState.OFFERED, {Answer.NONE})
    assert entity.answer_of("mallory") is Answer.NONE


def test_the_same_yes_twice_is_one_yes() -> None:
    entity = b.a_proposal(state=ProposalState.OFFERED)

    assert [entity.accept("ana"), entity.accept("ana"), entity.accept("bob")] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("kind", "state", "what"),
    [
        (Proposal, ProposalState.WITHDRAWN, "accept"),
        (Proposal, ProposalState.DRAFT, "accept"),
        (Proposal, ProposalState.LAPSED, "offer"),
        (Proposal, ProposalState.DECLINED, "offer"),
        (Proposal, ProposalState.ACCEPTED, "withdraw"),
        (Pairing, PairingState.ENDED, "wake"),
        (Pairing, PairingState.ENDED, "end"),
        (Meeting, MeetingState.HELD, "cancel"),
        (Meeting, MeetingState.HELD, "move"),
        (Meeting, MeetingState.CANCELLED, "move"),
        (Meeting, MeetingState.CANCELLED, "hold"),
        (Meeting, MeetingState.AGREED, "propose"),
        (Meeting, MeetingState.PROPOSED, "deny"),
        (CheckIn, AskState.ANSWERED, "answer"),
        (CheckIn, AskState.ANSWERED, "lapse"),
        (CheckIn, AskState.LAPSED, "answer"),
        (Feedback, AskState.LAPSED, "answer"),
        (Cycle, CycleState.CLOSED, "approve"),
        (Cycle, CycleState.CANCELLED, "close"),
        (Enrolment, EnrolmentState.LEFT, "resume"),
        (Enrolment, EnrolmentState.DECLINED, "join"),
        (Enrolment, EnrolmentState.JOINED, "decline"),
        (Run, RunState.CANCELLED, "finish"),
        (Run, RunState.DONE, "claim"),
    ],
)
def test_what_must_never_happen_is_refused(kind: type, state: State, what: str) -> None:
    entity = MADE[kind](state=state)

    with pytest.raises(IllegalMove):
        DONE[kind][what](entity)

    assert entity.state is state


def test_whatever_has_states_has_its_moves_in_the_table_of_lives() -> None:
    modules = [import_module(f"bot.domain.{m.name}") for m in pkgutil.iter_modules(domain.__path__)]
    found = {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type)
        and is_dataclass(kind)
        and "state" in {field.name for field in fields(kind)}
    }

    assert len(modules) >= 10
    assert found == set(LIVES)


@pytest.mark.parametrize("kind", LIVES, ids=lambda kind: kind.__name__)
def test_each_move_is_a_method_by_which_alone_a_state_changes(kind: type) -> None:
    if kind is Delivery:
        assert not set(LIVES[kind].named) & set(vars(kind)), "it moves by statements only"
        return
    assert {what.split()[0] for what in DONE[kind]} == set(LIVES[kind].named)
    assert set(LIVES[kind].named) <= set(vars(kind))


@pytest.mark.parametrize("kind", DONE, ids=lambda kind: kind.__name__)
def test_each_life_begins_where_its_table_says_and_can_reach_every_state(kind: type) -> None:
    moves = LIVES[kind]
    default = next(field.default for field in fields(kind) if field.name == "state")

    assert default in moves.first
    assert reached(moves, moves.first) == set(moves.states)


def reached(moves: Moves[Any], states: Iterable[State]) -> set[State]:
    """These states, and all that moves lead to from them."""
    here = set(states)
    further = here.union(*map(moves.after, here))
    return here if further == here else reached(moves, further)


@pytest.mark.parametrize(
    ("moves", "going_on"),
    [
        (programme.CYCLE_MOVES, programme.WELCOMING),
        (proposal.PROPOSAL_MOVES, proposal.UNDECIDED),
        (pairing.PAIRING_MOVES, pairing.LIVE),
        (run.RUN_MOVES, run.OPEN_STATES),
        (checkin.ASK_MOVES, set(AskState) - {AskState.LAPSED}),
    ],
)
def test_what_has_ended_leads_nowhere_and_all_else_goes_on(
    moves: Moves[Any], going_on: Iterable[State]
) -> None:
    assert {state for state in moves.states if moves.after(state)} == set(going_on)


def test_the_sets_of_states_agree_with_the_moves() -> None:
    enrolment, deliveries, meetings = (LIVES[k] for k in (Enrolment, Delivery, Meeting))

    assert set(programme.NOT_YET_IN) == set(enrolment.sources(EnrolmentState.DECLINED))
    assert enrolment.sources(EnrolmentState.PAUSED) == programme.TAKES_PART
    assert deliveries.sources(delivery.DeliveryState.CANCELLED) == delivery.LIVE_STATES
    ways_out = {*meetings.named["cancel"].steps, *meetings.named["lapse"].steps}
    assert ways_out == set(meeting.OPEN)
    assert set(meeting.ONCE_AGREED) == reached(meetings, [MeetingState.AGREED]) - {
        *(MeetingState.PROPOSED, MeetingState.LAPSED),
    }


@pytest.mark.parametrize("kind", LIVES, ids=lambda kind: kind.__name__)
def test_each_state_says_in_a_sentence_what_it_means(kind: type) -> None:
    meanings = [state.meaning for state in LIVES[kind].states]

    assert all(meaning[:1].isupper() and meaning.endswith(".") for meaning in meanings)
    assert len(set(meanings)) == len(meanings)


def test_a_state_is_its_stored_word() -> None:
    state = ProposalState.DRAFT

    assert ProposalState("draft") is state
    assert (state, str(state), state.value) == ("draft", "draft", "draft")
    assert json.dumps([state]) == '["draft"]'
    assert pickle.loads(pickle.dumps(state)) is state  # noqa: S301  our own bytes
