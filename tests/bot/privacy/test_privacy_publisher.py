"""What the publisher lets out week after week, and what an attacker makes of all of it."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.digest import Digest, Figures
from bot.privacy.figures import K, isolates, reduced
from bot.privacy.publisher import Measure, release

START = datetime(2026, 9, 14, 13, tzinfo=UTC)
NAME = "rating-mentee"


def a_measure(ratings, week=0, *, cycle="cycle", answered=None):
    at = START + timedelta(weeks=week)
    answered_at = {p: at - timedelta(days=1) for p in (ratings if answered is None else answered)}
    earlier = START - timedelta(days=30)
    return Measure(
        name=NAME,
        cycle_id=cycle,
        by_person=ratings,
        answered_at={p: answered_at.get(p, earlier) for p in ratings},
        low=1,
        high=5,
    )


def published(*measures):
    """Publish measures week after week; return the digests."""
    history: list[Digest] = []
    for week, measure in enumerate(measures):
        at = START + timedelta(weeks=week)
        released = release(measure, history, at)
        digest = Digest(
            organisation_id="org",
            id=str(week),
            programme_id="programme",
            number=week + 1,
            at=at,
            figures=Figures(measures=((NAME, released.figure),)),
            cohorts={NAME: list(released.cohort)} if released.cohort else {},
        )
        history.append(digest)
    return history


def values(digests):
    shown = [digest.figures.shown(NAME) for digest in digests]
    return [figure and figure.value for figure in shown]


SIX = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 4}


def test_six_people_make_a_mean_and_its_cohort():
    digest = published(a_measure(SIX))[0]
    assert digest.figures.shown(NAME).value == 3.2
    assert digest.cohorts[NAME] == list("abcdef")


def test_four_people_make_nothing():
    assert values(published(a_measure({"a": 1, "b": 2, "c": 5, "d": 3}))) == [None]


def test_one_person_less_keeps_the_former_value():
    fewer = {p: r for p, r in SIX.items() if p != "a"}
    digests = published(a_measure(SIX), a_measure(fewer, 1))
    assert values(digests) == [3.2, 3.2]
    assert NAME not in digests[1].cohorts


def test_one_person_less_and_another_more_are_two_apart():
    other = {**{p: r for p, r in SIX.items() if p != "a"}, "z": 5}
    assert values(published(a_measure(SIX), a_measure(other, 1))) == [3.2, 3.2]


def test_five_more_people_make_a_new_value():
    more = {**SIX, **dict.fromkeys("ghijk", 5)}
    assert values(published(a_measure(SIX), a_measure(more, 1))) == [3.2, 4.0]


def test_a_cohort_is_compared_with_all_before_not_only_the_last():
    more = {**SIX, **dict.fromkeys("ghijk", 5)}
    nearly_the_first = {**SIX, "g": 5}
    digests = published(a_measure(SIX), a_measure(more, 1), a_measure(nearly_the_first, 2))
    assert values(digests) == [3.2, 4.0, 4.0]


def test_the_same_people_need_five_new_answers():
    lower = {p: max(1, r - 1) for p, r in SIX.items()}
    few = published(a_measure(SIX), a_measure(lower, 1, answered="abcd"))
    assert values(few) == [3.2, 3.2]
    enough = published(a_measure(SIX), a_measure(lower, 1, answered="abcde"))
    assert values(enough) == [3.2, 2.3]


def test_answers_gather_until_five_are_new():
    lower = {p: max(1, r - 1) for p, r in SIX.items()}
    second = a_measure(lower, 1, answered="abc")
    third = Measure(
        name=NAME,
        cycle_id="cycle",
        by_person=lower,
        answered_at={
            **second.answered_at,
            "d": START + timedelta(days=13),
            "e": START + timedelta(days=13),
        },
        low=1,
        high=5,
    )
    assert values(published(a_measure(SIX), second, third)) == [3.2, 3.2, 2.3]


def test_agreement_of_all_is_not_published():
    assert values(published(a_measure(dict.fromkeys("abcdef", 4)))) == [None]
    assert values(published(a_measure(SIX), a_measure(dict.fromkeys("abcdef", 4), 1))) == [3.2, 3.2]


def test_a_new_cycle_does_not_show_the_old_one():
    few = {"x": 3, "y": 4}
    assert values(published(a_measure(SIX), a_measure(few, 1, cycle="next"))) == [3.2, None]


@st.composite
def weeks(draw):
    """Weeks of a small cohort: people join and leave, rate or stay silent."""
    people = [str(i) for i in range(draw(st.integers(3, 14)))]
    inside = set(draw(st.sets(st.sampled_from(people), min_size=3)))
    ratings = {person: draw(st.integers(1, 5)) for person in people}
    story = []
    for week in range(draw(st.integers(2, 8))):
        moved = draw(st.sets(st.sampled_from(people), max_size=4)) if week else set()
        inside = inside ^ moved
        answered = draw(st.sets(st.sampled_from(people))) & inside
        for person in sorted(answered):
            ratings[person] = draw(st.integers(1, 5))
        story.append(({person: ratings[person] for person in inside}, answered))
    return story


@given(weeks())
@settings(max_examples=200)
def test_subtracting_any_two_digests_isolates_nobody(story):
    """The attacker knows who is in each cohort and holds every digest ever published."""
    measures = [
        a_measure(ratings, week, answered=answered)
        for week, (ratings, answered) in enumerate(story)
    ]
    digests = published(*measures)
    fresh = [(i, digest) for i, digest in enumerate(digests) if NAME in digest.cohorts]
    for i, digest in fresh:
        cohort = set(digest.cohorts[NAME])
        assert len(cohort) >= K
        assert len(set(story[i][0].values())) > 1
        for j, other in fresh:
            apart = cohort ^ set(other.cohorts[NAME])
            assert j == i or not apart or len(apart) >= K
    for (i, before), (j, after) in pairwise(fresh):
        if set(before.cohorts[NAME]) == set(after.cohorts[NAME]):
            answered = set().union(*(story[week][1] for week in range(i + 1, j + 1)))
            assert len(answered & set(after.cohorts[NAME])) >= K


@given(weeks())
@settings(max_examples=100)
def test_no_rating_is_determined_by_solving_all_digests(story):
    """Gaussian elimination over the sums of all cohorts: no unit vector lies in their span."""
    measures = [
        a_measure(ratings, week, answered=answered)
        for week, (ratings, answered) in enumerate(story)
    ]
    digests = published(*measures)
    # The best case for the attacker: nobody ever changes their mind, and means are not rounded.
    people = sorted({person for ratings, _ in story for person in ratings})
    rows = [
        [Fraction(person in digest.cohorts[NAME]) for person in people]
        for digest in digests
        if NAME in digest.cohorts
    ]
    for vector in reduced(rows):
        assert sum(entry != 0 for entry in vector) != 1


def test_two_cohorts_and_their_union_but_one_would_isolate_that_one():
    first, second = [f"a{i}" for i in range(6)], [f"b{i}" for i in range(6)]
    assert not isolates([first, second])
    assert isolates([first, second, first[1:] + second])
    assert not isolates([first, second, first + second])
