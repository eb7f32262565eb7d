"""Every stated reason is true when recomputed, for pairs and for people without one."""

from collections import Counter
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.matching.synthetic import population
from bot.matching import Refusal, Rules, Weights, pair_score, propose, repair
from bot.matching.asking.alternatives import best_mentors
from bot.matching.asking.instance import solve_instance
from bot.matching.model.rules import CODES
from tests.bot.matching import naive, plain
from tests.bot.matching.people import locked_requests, mentee, mentor, request

DELIGHT = request(
    [
        mentor(
            "m",
            topics={"ai": 5, "data": 4, "golf": 5},
            languages=frozenset({"fr", "en"}),
            interests=frozenset({"chess", "jazz", "running"}),
            hours=(1 << 24) - 1,
            on_site=True,
            rounds_waited=2,
        )
    ],
    [
        mentee(
            "x",
            topics={"data": 1, "ai": 1},
            languages=frozenset({"fr", "en", "es"}),
            interests=frozenset({"chess", "jazz", "running", "wine"}),
            hours=(1 << 20) - 1,
            on_site=True,
            level=9,
            rounds_waited=2,
        )
    ],
)


@given(locked_requests())
def test_the_points_of_the_reasons_are_the_score(asked):
    mentors = {p.person_id: p for p in asked.mentors}
    mentees = {p.person_id: p for p in asked.mentees}
    for pair in propose(asked).pairs:
        found = {reason.code: reason.points for reason in pair.reasons}
        assert found == naive.terms(asked, mentors[pair.mentor_id], mentees[pair.mentee_id])
        assert pair.score == sum(found.values())


@given(locked_requests())
def test_asking_about_a_pair_agrees_with_the_rules_and_the_proposal(asked):
    proposed = {(pair.mentor_id, pair.mentee_id): pair for pair in propose(asked).pairs}
    for a in asked.mentors:
        for b in asked.mentees:
            answer = pair_score(asked, a.person_id, b.person_id)
            wrong = naive.broken(asked, a, b)
            assert isinstance(answer, Refusal) == bool(wrong)
            if isinstance(answer, Refusal):
                assert set(answer.codes) == (wrong - {"excluded"} or wrong)
                assert answer.code == min(wrong, key=CODES.index)
            assert proposed.get((a.person_id, b.person_id), answer) == answer


def test_the_best_pair_earns_every_point_of_every_reason():
    pair = propose(DELIGHT).pairs[0]

    assert pair.score == 1000
    assert {r.code: dict(r.values) for r in pair.reasons} == {
        "topics": {"topics": ("ai", "data")},
        "hours": {"hours": 20},
        "waiting": {"mentor": 2, "mentee": 2},
        "department": {"mentor": "Finance", "mentee": "Ventes"},
        "gap": {"levels": 8},
        "format": {"formats": ("on_site", "video"), "office": "Montréal"},
        "interests": {"interests": ("chess", "jazz", "running")},
        "languages": {"languages": ("en", "fr")},
    }
    assert [r.points for r in pair.reasons] == [550, 90, 80, 80, 60, 60, 40, 40]


def with_(changes_of_mentor=(), changes_of_mentee=()):
    return replace(
        DELIGHT,
        mentors=[replace(DELIGHT.mentors[0], **dict(changes_of_mentor))],
        mentees=[replace(DELIGHT.mentees[0], **dict(changes_of_mentee))],
    )


@pytest.mark.parametrize(
    ("code", "without"),
    [
        ("waiting", with_({"rounds_waited": 0}, {"rounds_waited": 0})),
        ("department", with_({"department": "Ventes"})),
        ("format", with_({"on_site": False, "video": False})),
        ("gap", with_({"level": 9, "tenure_days": 1})),
    ],
)
def test_without_its_fact_a_score_falls_by_the_stated_points(code, without):
    easy = Rules(minimum_level_gap=0)
    pair = propose(replace(DELIGHT, rules=easy)).pairs[0]

    poorer = propose(replace(without, rules=easy)).pairs[0]

    stated = next(reason.points for reason in pair.reasons if reason.code == code)
    assert poorer.score == pair.score - stated
    assert code not in {reason.code for reason in poorer.reasons}


@pytest.mark.parametrize("code", [weight.name for weight in fields(Weights)])
def test_a_weight_of_zero_takes_exactly_its_reason_away(code):
    pair = propose(DELIGHT).pairs[0]
    rules = Rules(weights=replace(Weights(), **{code: 0}))

    poorer = propose(replace(DELIGHT, rules=rules)).pairs[0]

    assert poorer.reasons == tuple(reason for reason in pair.reasons if reason.code != code)


@pytest.mark.parametrize(
    ("offered", "points"),
    [
        ({"ai": 1}, 550 * 1 // 2),
        ({"ai": 5}, 550 * 1 // 2),
        ({"ai": 3, "data": 1}, 550 * 2 // 2),
    ],
)
def test_topics_count_whatever_level_anybody_gave_themselves(offered, points):
    pair = propose(with_({"topics": offered})).pairs[0]

    assert next(r.points for r in pair.reasons if r.code == "topics") == points


def test_any_number_of_topics_is_compared():
    codes = [f"topic-{n:03}" for n in range(150)]
    asked = request(
        [mentor(f"m{code}", topics={code: 3}) for code in codes],
        [mentee(f"x{code}", topics={code: 1}) for code in codes],
    )

    pairs = propose(asked).pairs

    assert len(pairs) == 150
    assert all(pair.mentor_id[1:] == pair.mentee_id[1:] for pair in pairs)


def test_wanting_more_than_three_topics_costs_nothing():
    wanted = dict.fromkeys(["ai", "data", "golf", "a", "b"], 1)

    assert propose(with_((), {"topics": wanted})).pairs[0].score == 1000


def naive_reason(asked, result, left):
    """Why somebody is left, as (reason, topics), told from the finished result alone."""
    sides = {"mentor": asked.mentors, "mentee": asked.mentees}
    side, others = sides.pop(left.role), next(iter(sides.values()))
    person = next(p for p in side if p.person_id == left.person_id)
    others = [p for p in others if p.capacity]
    if not others:
        return "nobody_on_other_side", ()
    used = Counter(i for pair in result.pairs for i in (pair.mentor_id, pair.mentee_id))
    two = {p.person_id: (p, person) if left.role == "mentee" else (person, p) for p in others}
    wishes = {name: "excluded" in naive.broken(asked, *pair) for name, pair in two.items()}
    broken = {name: naive.broken(asked, *pair) - {"excluded"} for name, pair in two.items()}
    points = {
        name: sum(naive.terms(asked, *two[name]).values()) for name in two if not broken[name]
    }
    least = asked.rules.minimum_score
    suitable = [p for p in others if points.get(p.person_id, -1) >= least]
    if suitable:
        shared = {topic for p in suitable for topic in p.topics.keys() & person.topics.keys()}
        has_room = any(used[p.person_id] < p.capacity for p in suitable if not wishes[p.person_id])
        return "not_weighed" if has_room else "taken", tuple(sorted(shared))
    if points:
        return "minimum_score", ()
    count = {code: sum(code in wrong for wrong in broken.values()) for code in CODES}
    last = [*(code for code in CODES if code != "forbidden"), "forbidden"]
    reason = max(last, key=lambda code: count[code])
    return reason, tuple(sorted(person.topics)) if reason == "no_common_topic" else ()


def told_truly(asked, result):
    return all((u.reason, u.topics) == naive_reason(asked, result, u) for u in result.unmatched)


@given(locked_requests(largest=6), st.sampled_from([0, 300, 400, 500, 700]))
def test_the_reason_for_having_no_partner_is_true(asked, least):
    """Of random minimum scores, capacities, locks, bans, and exclusions of one of the two alone."""
    asked = replace(asked, rules=replace(asked.rules, minimum_score=least))
    result = propose(asked)
    served = {i for pair in result.pairs for i in (pair.mentor_id, pair.mentee_id)}
    ready = {p.person_id for p in (*asked.mentors, *asked.mentees) if p.capacity}

    assert {left.person_id for left in result.unmatched} == ready - served
    assert told_truly(asked, result)
    assert "not_weighed" not in {left.reason for left in result.unmatched}


@given(locked_requests(largest=6), st.sampled_from([0, 300, 400, 500]), st.data())
def test_so_it_is_after_a_repair(asked, least, data):
    asked = replace(asked, rules=replace(asked.rules, minimum_score=least))
    drafts = {(pair.mentor_id, pair.mentee_id) for pair in propose(asked).pairs}
    declined = data.draw(st.sets(st.sampled_from(sorted(drafts - asked.locked) or [("?", "?")])))
    asked = replace(asked, kept=frozenset(drafts), forbidden=asked.forbidden | declined)

    result = repair(asked)

    assert told_truly(asked, result)
    assert "not_weighed" not in {left.reason for left in result.unmatched}


def test_somebody_suitable_who_has_room_but_too_few_points_has_not_been_taken():
    poor = {"hours": 3 << 9, "video": False}
    asked = request([mentor("m")], [mentee("x", **poor)], rules=Rules(minimum_score=900))

    assert {left.reason for left in propose(asked).unmatched} == {"minimum_score"}


def test_a_run_that_was_stopped_says_of_whom_it_did_not_weigh_everybody():
    asked = population(400, 2, scarce=0.7)

    result = propose(asked, stop=lambda: True)

    assert told_truly(asked, result)


@given(plain.instances(largest=5))
def test_the_reason_for_having_no_pair_in_a_plain_instance_is_true(instance):
    outcome = solve_instance(instance)
    used = Counter(name for pair in outcome.pairs for name in pair[:2])
    room = {**instance.mentors, **instance.mentees}
    for left in outcome.unmatched:
        edges = [pair for pair in instance.edges if left.person_id in pair]
        allowed = [pair for pair in edges if pair not in instance.forbidden]
        partners = {name for pair in allowed for name in pair} - {left.person_id}
        some_have_room = any(used[name] < room[name] for name in partners)
        expected = "taken" if allowed else "forbidden" if edges else "no_edge"
        assert left.reason == ("worth_nothing" if some_have_room else expected)
        assert instance.goal == "score" or not some_have_room


def test_a_private_exclusion_explains_nothing_to_whoever_is_left():
    apart = request([mentor("m")], [mentee("x", excluded_people=frozenset({"m"}))])

    assert {left.reason for left in propose(apart).unmatched} == {"taken"}


def test_a_private_exclusion_is_named_only_when_nothing_else_explains():
    shunned = mentee("x", excluded_people=frozenset({"m"}), languages=frozenset({"en"}))
    asked = request([mentor("m")], [shunned])

    assert pair_score(asked, "m", "x") == Refusal("no_common_language", ("no_common_language",))
    assert {left.reason for left in propose(asked).unmatched} == {"no_common_language"}


@given(locked_requests())
def test_the_best_other_mentors_are_those_with_the_best_scores(asked):
    for b in asked.mentees:
        expected = sorted(
            (-sum(naive.terms(asked, a, b).values()), a.person_id)
            for a in asked.mentors
            if a.capacity and not naive.broken(asked, a, b)
        )

        found = best_mentors(asked, b.person_id, 2)

        assert found == [(person_id, -score) for score, person_id in expected[:2]]


def test_a_stranger_has_no_score():
    with pytest.raises(LookupError):
        pair_score(DELIGHT, "m", "nobody")


@pytest.mark.parametrize(
    "changes",
    [{"capacity": -1}, {"rounds_waited": -1}, {"hours": 1 << 168}, {"topics": {"ai": 6}}],
)
def test_values_out_of_range_are_refused(changes):
    with pytest.raises(ValueError, match="m:"):
        mentor("m", **changes)


def test_settings_out_of_range_are_refused():
    with pytest.raises(ValueError, match="weight of gap is 0 to 1000"):
        Weights(gap=1001)
    with pytest.raises(ValueError, match="0 or more"):
        Rules(minimum_hours=-1)
    with pytest.raises(ValueError, match="listed twice"):
        request([mentor(), mentor()], [])
