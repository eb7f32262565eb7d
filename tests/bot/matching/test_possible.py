"""Whether there is any pair to be found, without looking for the best ones."""

from hypothesis import given

from bot.matching import Rules, may_pair, propose
from tests.bot.matching.people import mentee, mentor, request, requests


def test_two_who_fit_may_be_paired():
    assert may_pair(request([mentor()], [mentee()]))


def test_nobody_on_one_side_is_no_pair():
    assert not may_pair(request([mentor()], []))
    assert not may_pair(request([], [mentee()]))


def test_a_rule_or_too_few_points_leave_no_pair():
    assert not may_pair(request([mentor(topics={"data": 3})], [mentee()]))
    assert not may_pair(request([mentor()], [mentee()], rules=Rules(minimum_score=1000)))


def test_a_lock_is_a_pair_whatever_its_points():
    locked = frozenset({("junior", "executive")})
    rules = Rules(minimum_score=1000)
    assert may_pair(request([mentor()], [mentee()], rules=rules, locked=locked))


@given(requests())
def test_there_is_a_pair_exactly_if_a_run_finds_one(asked):
    assert may_pair(asked) is bool(propose(asked).pairs)
