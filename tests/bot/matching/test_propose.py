"""The proposal is the best there is, breaks no rule, and says so truthfully."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching import ContradictoryRules, Pair, Rules, pair_score, propose
from tests.bot.matching import naive
from tests.bot.matching.people import MORNINGS, locked_requests, mentee, mentor, request, requests


def value(asked, result):
    mentors, mentees = by_id(asked)
    served = [mentors[a] for a in {pair.mentor_id for pair in result.pairs}]
    served += [mentees[b] for b in {pair.mentee_id for pair in result.pairs}]
    waited = sum(map(naive.rounds, served))
    return (
        result.mentees_served,
        result.mentors_served,
        waited,
        len(result.pairs),
        result.least_score,
        sum(naive.worth(asked, mentors[p.mentor_id], mentees[p.mentee_id]) for p in result.pairs),
    )


def best_value(asked):
    return value(asked, propose(asked))


def by_id(asked):
    mentors = {p.person_id: p for p in asked.mentors}
    return mentors, {p.person_id: p for p in asked.mentees}


@given(locked_requests())
def test_no_choice_of_pairs_is_better_and_the_certificate_says_so(asked):
    result = propose(asked)

    assert value(asked, result) == naive.best(asked)[:6]
    assert result.certified
    assert result.upper_bound == result.total_score


@given(locked_requests(largest=12))
def test_pairs_break_no_rule_exceed_no_capacity_and_keep_the_locked(asked):
    result = propose(asked)

    mentors, mentees = by_id(asked)
    pairs = [(pair.mentor_id, pair.mentee_id) for pair in result.pairs]
    assert len(set(pairs)) == len(pairs)
    for a, b in pairs:
        assert naive.broken(asked, mentors[a], mentees[b]) == set()
    assert all(n <= mentors[a].capacity for a, n in Counter(a for a, _ in pairs).items())
    assert all(n <= mentees[b].capacity for b, n in Counter(b for _, b in pairs).items())
    assert {(p.mentor_id, p.mentee_id) for p in result.pairs if p.locked} == asked.locked


@given(requests(largest=25))
def test_in_a_random_org_chart_nobody_is_paired_within_a_reporting_line(asked):
    mentors, mentees = by_id(asked)

    for pair in propose(asked).pairs:
        a, b = mentors[pair.mentor_id], mentees[pair.mentee_id]
        assert not naive.above(a, b)
        assert not naive.above(b, a)


@given(locked_requests(largest=8), st.randoms(use_true_random=False))
def test_the_order_of_the_request_changes_nothing(asked, random):
    mentors, mentees = list(asked.mentors), list(asked.mentees)
    random.shuffle(mentors)
    random.shuffle(mentees)

    assert propose(replace(asked, mentors=mentors, mentees=mentees)) == propose(asked)


@given(requests(largest=8))
def test_other_names_change_no_value(asked):
    def renamed(person):
        named = {"excluded_people", "past_partners"}
        lists = {key: frozenset(n[::-1] for n in getattr(person, key)) for key in named}
        return replace(person, person_id=person.person_id[::-1], **lists)

    other = replace(
        asked,
        mentors=[renamed(p) for p in asked.mentors],
        mentees=[renamed(p) for p in asked.mentees],
        forbidden=frozenset((a[::-1], b[::-1]) for a, b in asked.forbidden),
        kept=frozenset((a[::-1], b[::-1]) for a, b in asked.kept),
    )

    assert best_value(other) == best_value(asked)


@given(requests(largest=8))
def test_allowing_more_never_makes_it_worse(asked):
    assert best_value(replace(asked, forbidden=frozenset())) >= best_value(asked)


@given(locked_requests())
def test_everybody_with_room_is_paired_or_told_why(asked):
    result = propose(asked)

    mentors = {pair.mentor_id for pair in result.pairs}
    mentees = {pair.mentee_id for pair in result.pairs}
    mentors |= {u.person_id for u in result.unmatched if u.role == "mentor"}
    mentees |= {u.person_id for u in result.unmatched if u.role == "mentee"}
    assert mentors == {p.person_id for p in asked.mentors if p.capacity}
    assert mentees == {p.person_id for p in asked.mentees if p.capacity}


def test_people_without_a_partner_come_before_people_with_two():
    asked = request([mentor("m1"), mentor("m2")], [mentee("x1", capacity=2), mentee("x2")])

    assert {pair.mentee_id for pair in propose(asked).pairs} == {"x1", "x2"}


def test_one_mentor_may_teach_several():
    asked = request([mentor("m", capacity=3)], [mentee("x1"), mentee("x2"), mentee("x3")])

    assert propose(asked).mentees_served == 3


POOR = {"topics": {"ai": 5, "data": 1, "video": 1}, "video": False, "department": "Finance"}
"""A mentee who fits a mentor made here, but earns few points with them."""


def served(asked):
    pairs = propose(asked).pairs
    return {pair.mentor_id for pair in pairs}, {pair.mentee_id for pair in pairs}


def test_a_mentee_who_waited_goes_before_a_newcomer_who_fits_much_better():
    newcomer = mentee("new", topics={"ai": 1})
    asked = request([mentor("m")], [newcomer, mentee("waited", **POOR, rounds_waited=1)])
    better, poorer = (pair_score(asked, "m", person) for person in ("new", "waited"))

    assert isinstance(better, Pair)
    assert isinstance(poorer, Pair)
    assert better.score > poorer.score + 450
    assert served(asked) == ({"m"}, {"waited"})


def test_so_does_a_mentor_and_the_longer_wait_goes_first():
    well = {"topics": {"ai": 5}, "hours": MORNINGS}
    poor = {"topics": {"ai": 1}, "hours": 0b11 << 9, "video": False}
    asked = request(
        [
            mentor("new", **well),
            mentor("one", **well, rounds_waited=1),
            mentor("two", **poor, rounds_waited=2),
        ],
        [mentee("x", topics={"ai": 1})],
    )

    assert served(asked) == ({"two"}, {"x"})


def test_beyond_two_rounds_the_better_fit_decides():
    asked = request(
        [mentor("m")],
        [mentee("two", topics={"ai": 1}, rounds_waited=2), mentee("nine", **POOR, rounds_waited=9)],
    )

    assert served(asked) == ({"m"}, {"two"})


def test_of_one_level_the_one_who_has_been_there_longer_learns():
    peers = request(
        [mentor("m", level=3, tenure_days=100)],
        [mentee("x", level=3, tenure_days=101)],
        rules=Rules(minimum_level_gap=0),
    )
    turned = replace(peers, mentors=[replace(peers.mentors[0], tenure_days=101)])

    assert propose(peers).mentees_served == 1
    assert propose(turned).unmatched[0].reason == "level_gap"


def test_progress_ends_with_all_steps_done():
    seen = []

    propose(
        request([mentor()], [mentee()]), progress=lambda done, total: seen.append((done, total))
    )

    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1]


def test_nobody_at_all_is_an_answer_too():
    nobody = request([], [])
    result = propose(nobody)

    assert value(nobody, result) == (0, 0, 0, 0, 0, 0)
    assert result.upper_bound == 0
    assert result.unmatched == ()


def contradiction(asked):
    with pytest.raises(ContradictoryRules) as caught:
        propose(asked)
    return (caught.value.mentor_id, caught.value.mentee_id, caught.value.code)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"languages": frozenset({"en"})}, "no_common_language"),
        ({"topics": {"golf": 1}}, "no_common_topic"),
        ({"hours": 0}, "no_common_hours"),
        ({"level": 1}, "level_gap"),
        ({"past_partners": frozenset({"m"})}, "past_partner"),
        ({"chain": (1, 10)}, "reporting_line"),
        ({"capacity": 0}, "capacity"),
    ],
)
def test_a_lock_against_a_rule_is_refused_by_name(changes, code):
    asked = request(
        [mentor("m", chain=(2, 3))], [mentee("x", **changes)], locked=frozenset({("m", "x")})
    )

    assert contradiction(asked) == ("m", "x", code)


@pytest.mark.parametrize(
    "wish",
    [{"excluded_people": frozenset({"m"})}, {"excluded_departments": frozenset({"Finance"})}],
)
def test_a_lock_against_a_private_wish_is_taken_like_any_other(wish):
    locked = frozenset({("m", "x")})
    asked = request([mentor("m")], [mentee("x", **wish)], locked=locked)

    assert propose(asked).pairs == propose(asked.veiled).pairs


@given(requests(largest=6))
def test_levels_decide_among_equals_and_nothing_else(asked):
    by_levels = propose(replace(asked, by_levels=True))

    assert value(asked, by_levels) == value(asked, propose(asked))
    assert by_levels.certified


def test_of_equal_points_the_mentors_who_are_further_ahead_teach():
    asked = request(
        [mentor("m1", topics={"ai": 2}), mentor("m2", topics={"ai": 5})],
        [mentee("x", topics={"ai": 4}), mentee("y", topics={"ai": 2})],
    )

    pairs = propose(replace(asked, by_levels=True)).pairs

    assert {(pair.mentor_id, pair.mentee_id) for pair in pairs} == {("m2", "y"), ("m1", "x")}
    assert len({pair.score for pair in pairs}) == 1


def test_two_locks_beyond_a_capacity_are_refused():
    locked = frozenset({("m1", "x"), ("m2", "x")})
    asked = request([mentor("m1"), mentor("m2")], [mentee("x")], locked=locked)

    assert contradiction(asked) == ("m1", "x", "capacity")


def test_a_pair_cannot_be_locked_and_forbidden():
    pair = frozenset({("m", "x")})

    assert contradiction(request([mentor("m")], [mentee("x")], locked=pair, forbidden=pair)) == (
        "m",
        "x",
        "forbidden",
    )


def test_a_lock_names_people_who_take_part():
    asked = request([mentor("m")], [mentee("x")], locked=frozenset({("m", "gone")}))

    assert contradiction(asked) == ("m", "gone", "absent")
    assert str(ContradictoryRules("m", "gone", "absent")) == (
        "m and gone are locked together, against: absent"
    )
