"""What nobody said is unknown: it earns no points, and makes nobody the more senior."""

import pytest

from bot.matching import Rules, propose
from tests.bot.matching.people import mentee, mentor, request


def earned(one, other):
    [pair] = propose(request([one], [other])).pairs
    return {reason.code: reason.points for reason in pair.reasons}


@pytest.mark.parametrize(
    ("mentors", "mentees"), [("", "Ventes"), ("Finance", ""), ("", "")], ids=repr
)
def test_a_blank_department_is_not_a_different_one(mentors, mentees):
    points = earned(mentor(department=mentors), mentee(department=mentees))

    assert "department" not in points


def test_two_departments_that_are_known_still_count():
    assert earned(mentor(), mentee())["department"] == 80


def test_a_blank_office_is_no_place_to_meet():
    nowhere = {"on_site": True, "video": False, "office": ""}

    assert "format" not in earned(mentor(**nowhere), mentee(**nowhere))
    assert earned(mentor(on_site=True, video=False), mentee(on_site=True))["format"] == 60


def test_level_0_against_8_is_no_distance():
    points = earned(mentor(level=0, leads=False), mentee(level=8, leads=True))

    assert "gap" not in points


SAID = {
    (True, False): None,
    (False, True): "level_gap",
    (True, True): "level_gap",
    (False, False): "level_gap",
    (None, False): "level_unknown",
    (True, None): "level_unknown",
    (None, None): "level_unknown",
}
"""What is said of the mentee and the mentor, and the rule they break by it."""


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("levels", [(0, 0), (0, 8), (3, 0)])
@pytest.mark.parametrize("least", [0, 1, 3])
def test_where_a_level_is_unknown_a_word_decides(said, levels, least):
    leads, led = said
    junior = mentor(level=levels[0], leads=led)
    senior = mentee(level=levels[1], leads=leads)

    result = propose(request([junior], [senior], rules=Rules(minimum_level_gap=least)))

    reasons = {left.reason for left in result.unmatched}
    assert reasons == ({SAID[said]} if SAID[said] else set())


def test_a_level_that_is_known_of_both_counts_before_any_word():
    result = propose(request([mentor(leads=True)], [mentee(leads=False)]))

    assert len(result.pairs) == 1


def test_unknown_levels_of_some_leave_all_others_as_they_were():
    everybody = [mentor("a"), mentor("b", level=0)], [mentee("x"), mentee("y", level=0)]

    result = propose(request(*everybody))

    assert [(pair.mentor_id, pair.mentee_id) for pair in result.pairs] == [("a", "x")]
    reasons = {left.person_id: left.reason for left in result.unmatched}
    assert reasons == {"b": "level_unknown", "y": "level_unknown"}
