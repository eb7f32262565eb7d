"""After declines few others move, newcomers are weighed, and each change has a true reason."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.matching.synthetic import population
from bot.matching import (
    Change,
    Pair,
    Rules,
    Weights,
    pair_score,
    propose,
    repair,
)
from tests.bot.matching import naive
from tests.bot.matching.people import locked_requests, mentee, mentor, request


def pairs_of(result):
    return frozenset((pair.mentor_id, pair.mentee_id) for pair in result.pairs)


def declined(drafts, count, seed=1):
    random = Random(seed)  # noqa: S311 - a test, not a secret
    return frozenset(random.sample(sorted(drafts), count))


def test_a_repair_after_one_decline_serves_as_many_and_moves_few():
    asked = population(300, 1)
    result = propose(asked)
    refused = declined(pairs_of(result), 1)
    changed = replace(asked, forbidden=refused, kept=pairs_of(result))

    repaired, whole = repair(changed), propose(replace(changed, kept=frozenset()))

    gone = pairs_of(result) - pairs_of(repaired) - refused
    assert len(gone) <= 3
    assert repaired.mentees_served == whole.mentees_served
    assert repaired.total_score >= 0.99 * whole.total_score
    assert repaired.upper_bound is None
    assert {change.reason for change in repaired.changes} <= {"forbidden", "moved"}
    assert {(c.mentor_id, c.mentee_id) for c in repaired.changes} == gone | refused


def test_accepted_pairs_never_move():
    asked = population(200, 2)
    result = propose(asked)
    refused = declined(pairs_of(result), 4)
    accepted = frozenset(sorted(pairs_of(result) - refused)[::2])
    changed = replace(asked, forbidden=refused, locked=accepted, kept=pairs_of(result))

    for again in (repair(changed), propose(changed)):
        assert accepted <= pairs_of(again)
        assert not refused & pairs_of(again)


@given(locked_requests(largest=6))
def test_a_repair_breaks_no_rule_and_keeps_the_locked(asked):
    result = propose(asked)
    loose = sorted(pairs_of(result) - asked.locked)
    forbidden = asked.forbidden | set(loose[:1])
    changed = replace(asked, forbidden=forbidden, kept=pairs_of(result))

    repaired = repair(changed)

    mentors = {p.person_id: p for p in changed.mentors}
    mentees = {p.person_id: p for p in changed.mentees}
    for a, b in pairs_of(repaired):
        assert naive.broken(changed, mentors[a], mentees[b]) == set()
    assert changed.locked <= pairs_of(repaired)
    for person, room in ((p.person_id, p.capacity) for p in (*changed.mentors, *changed.mentees)):
        assert sum(person in pair for pair in pairs_of(repaired)) <= room
    assert repaired.mentees_served <= propose(changed).mentees_served


def test_where_nothing_changed_nothing_moves():
    asked = population(100, 3)
    result = propose(asked)

    again = repair(replace(asked, kept=pairs_of(result)))

    assert again.pairs == result.pairs
    assert again.changes == ()


def test_newcomers_are_paired_with_whoever_is_free_and_no_draft_moves():
    asked = request(
        [mentor("m1"), mentor("m2"), mentor("m3"), mentor("m4")],
        [mentee("x1"), mentee("x2"), mentee("x3")],
    )
    before = pairs_of(propose(asked))
    newcomer = mentee("x4", topics={"ai": 5, "data": 1})

    again = repair(replace(asked, mentees=[*asked.mentees, newcomer], kept=before))

    [new] = pairs_of(again) - before
    assert before < pairs_of(again)
    assert new[1] == "x4"
    assert again.upper_bound is None


def test_a_draft_moves_where_that_gives_a_newcomer_a_partner():
    asked = request([mentor("m1"), mentor("m2", topics={"ai": 5, "data": 5})], [mentee("x1")])
    newcomer = mentee("x2", topics={"data": 1})
    changed = replace(
        asked, mentees=[*asked.mentees, newcomer], kept=frozenset({("m2", "x1")}), rules=Rules()
    )

    again = repair(changed)

    assert pairs_of(again) == {("m1", "x1"), ("m2", "x2")}
    assert again.changes == (Change("m2", "x1", "moved"),)


def test_no_draft_moves_only_so_that_the_worst_pair_gets_better():
    asked = request(
        [
            mentor("m1", topics={"ai": 4}),
            mentor("m2", topics={"ai": 5, "data": 4}),
            mentor("m3", hours=3 << 9),
        ],
        [mentee("x1", topics={"ai": 3}), mentee("x2", topics={"ai": 3, "data": 3})],
        rules=Rules(fairness="worst"),
    )
    changed = replace(asked, kept=frozenset({("m2", "x1"), ("m1", "x2")}))

    again = repair(changed)

    assert pairs_of(propose(changed)) == {("m1", "x1"), ("m2", "x2")}
    assert pairs_of(again) == changed.kept
    assert again.least_score == min(pair.score for pair in again.pairs)


def test_no_pair_falls_below_the_worst_that_stands_unless_somebody_would_be_left():
    asked = request(
        [mentor("m1"), mentor("m2", topics={"ai": 5})],
        [mentee("x1")],
        kept=frozenset({("m2", "x1")}),
    )
    poor = mentee("x2", topics={"ai": 3, "data": 3, "video": 3}, hours=3 << 9)

    again = repair(replace(asked, mentees=[*asked.mentees, poor]))

    assert pairs_of(again) == {("m2", "x1"), ("m1", "x2")}
    assert again.least_score == asked.rules.minimum_score


def test_a_pair_locked_since_comes_and_only_the_two_it_parts_are_weighed_anew():
    asked = population(100, 7)
    kept = pairs_of(propose(asked))
    single = {p.person_id for p in (*asked.mentors, *asked.mentees) if p.capacity == 1}
    pairs = sorted(pair for pair in kept if set(pair) <= single)
    lock = next(
        (a, b)
        for a, _ in pairs
        for _, b in pairs
        if (a, b) not in kept and isinstance(pair_score(asked, a, b), Pair)
    )

    again = repair(replace(asked, kept=kept, locked=frozenset({lock})))

    assert lock in pairs_of(again)
    assert [pair.locked for pair in again.pairs].count(True) == 1
    assert len(kept - pairs_of(again)) <= 6
    assert again.upper_bound is None


def test_below_the_least_points_no_draft_stays():
    asked = request([mentor("m1"), mentor("m2")], [mentee("x1"), mentee("x2")])
    kept = pairs_of(propose(asked))
    again = repair(replace(asked, kept=kept, rules=Rules(minimum_score=1000)))
    assert again.pairs == ()


def test_where_many_must_move_or_nothing_is_kept_everything_is_weighed():
    asked = population(60, 8)
    result = propose(asked)
    refused = declined(pairs_of(result), len(result.pairs) // 3)
    changed = replace(asked, forbidden=refused, kept=pairs_of(result))

    assert repair(changed) == propose(changed)
    assert repair(asked) == result
    assert result.certified


def test_a_repair_tells_how_far_it_is():
    told = []
    asked = population(60, 9)
    repair(
        replace(asked, kept=frozenset(sorted(pairs_of(propose(asked)))[:-3])),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told[-1][0] == told[-1][1] > 0


def others_that_move(size, seed, share):
    """How many other drafts move, how many of how many are declined; accepted pairs stay."""
    asked = population(size, seed)
    drafts = pairs_of(propose(asked))
    refused = declined(drafts, min(len(drafts), max(1, int(share * len(drafts)))), seed)
    accepted = frozenset(sorted(drafts - refused)[::7])
    again = repair(replace(asked, forbidden=refused, locked=accepted, kept=drafts))
    assert accepted <= pairs_of(again)
    return len(drafts - pairs_of(again) - refused), len(refused), len(drafts)


@given(st.integers(4, 60), st.integers(0, 1000), st.floats(0, 0.2))
def test_after_declines_no_larger_share_of_the_others_moves_than_was_declined(size, seed, share):
    moved, refused, drafts = others_that_move(size, seed, share)

    assert moved <= max(1, (drafts - refused) * max(0.02, refused / drafts if drafts else 0))


@pytest.mark.parametrize("size", [100, 200, 400])
@pytest.mark.parametrize("seed", range(3))
def test_with_two_percent_declined_two_percent_of_the_others_move_at_most(size, seed):
    moved, refused, drafts = others_that_move(size, seed, 0.02)

    assert moved <= 0.02 * (drafts - refused)


def test_a_higher_stay_bonus_is_asked_for_only_where_too_many_move():
    asked = population(400, 1)
    drafts = pairs_of(propose(asked))
    refused = declined(drafts, len(drafts) // 50)
    changed = replace(asked, forbidden=refused, kept=drafts)

    by_bonus = {
        bonus: repair(replace(changed, rules=replace(asked.rules, stay_bonus=bonus)))
        for bonus in (1, 800)
    }

    moved = {b: len(drafts - pairs_of(r) - refused) for b, r in by_bonus.items()}
    assert moved[800] < moved[1] <= len(refused)
    assert by_bonus[800].total_score < by_bonus[1].total_score


def test_where_staying_is_worth_nothing_everybody_is_weighed():
    asked = population(60, 4)
    drafts = pairs_of(propose(asked))
    changed = replace(
        asked,
        rules=replace(asked.rules, stay_bonus=0),
        forbidden=declined(drafts, 1),
        kept=drafts,
    )

    assert repair(changed) == propose(changed)


def test_each_change_has_its_reason():
    asked = request(
        [mentor("m1"), mentor("m2"), mentor("m3")],
        [mentee("x1"), mentee("x2", languages=frozenset({"en"}))],
        forbidden=frozenset({("m1", "x1")}),
        kept=frozenset({("m1", "x1"), ("m2", "x2"), ("m3", "gone"), ("m2", "x1"), ("m3", "x1")}),
    )

    changes = propose(asked).changes

    assert Change("m1", "x1", "forbidden") in changes
    assert Change("m2", "x2", "no_common_language") in changes
    assert Change("m3", "gone", "absent") in changes
    assert [change.reason for change in changes].count("moved") == 1


@pytest.mark.parametrize("code", ["interests", "department", "format", "gap", "languages"])
def test_a_stated_reason_is_true_for_every_pair_it_is_stated_of(code):
    """Take the factor away from the two people, and the score falls by the stated points."""
    facts: dict[str, dict[str, Any]] = {
        "interests": {"interests": frozenset()},
        "format": {"on_site": False, "video": False},
    }
    without = facts.get(code)
    asked = population(60, 6)
    tried = 0
    for pair in propose(asked).pairs:
        stated = next((r.points for r in pair.reasons if r.code == code), 0)
        if without is None:
            rules = replace(asked.rules, weights=replace(Weights(), **{code: 0}))
            poorer = pair_score(replace(asked, rules=rules), pair.mentor_id, pair.mentee_id)
        else:
            people = [replace(p, **without) for p in asked.mentors]
            poorer = pair_score(replace(asked, mentors=people), pair.mentor_id, pair.mentee_id)
        assert isinstance(poorer, Pair)
        assert poorer.score == pair.score - stated
        tried += stated > 0
    assert tried > 10


def test_settings_of_the_new_kind_out_of_range_are_refused():
    for wrong in ({"minimum_score": -1}, {"stay_bonus": 1001}, {"fairness": "fair"}):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            Rules(**wrong)
