"""Running the pairing, overruling it and approving it: what Claire does, what the others hear."""

import pytest

from bot.domain.programme import CycleState, EnrolmentState
from bot.domain.proposal import PairRule, ProposalState, RuleKind
from bot.messages.plain import plain
from tests.builders import ORGANISATION
from tests.transcripts.coordinated import (
    all_drafts,
    drafts,
    enrolment,
    the_cycle,
    with_volunteers,
)

SHORT_OF = {"mentors": ("nadia", "omar", "lina", "théo"), "mentees": ("marc", "sophie", "denis")}


async def test_the_run_says_how_many_pairs_and_who_is_left_without_names():
    world = await with_volunteers()
    await world.says("claire", "/mentor match")
    assert "2 pairs are proposed" in world.text("claire")
    assert "3 people are left" in world.text("claire")
    await world.presses("claire", "unmatched")
    text = world.text("claire")
    assert "Mentees: too few of those who are free offer what they want\u00a0: 1" in text
    assert "Denis" not in text


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        (("mentors", "mentees"), "Nobody is free to be paired"),
        (("mentees",), "There are mentors who are free, but no mentee"),
        (("mentors",), "There are mentees who are free, but no mentor"),
    ],
)
async def test_without_two_sides_nothing_is_stored_and_the_remedy_is_named(missing, words):
    without = tuple(person for side in missing for person in SHORT_OF[side])
    world = await with_volunteers(without=without)
    await world.says("claire", "match")
    assert words in world.text("claire")
    assert await drafts(world) == set()
    assert (await the_cycle(world)).proposed_at is None


async def test_a_page_shows_both_names_and_every_reason_with_its_points():
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.presses("claire", "look")
    first = (await all_drafts(world))[0]
    text = world.text("claire")
    assert "Proposal 1 of 2" in text
    assert str(first.score) in text
    assert sum(int(str(reason["points"])) for reason in first.reasons) == first.score
    await world.presses("claire", "following")
    assert "Proposal 2 of 2" in world.text("claire")
    await world.presses("claire", "previous")
    assert world.text("claire") == text


async def test_a_locked_pair_survives_a_second_run_and_a_forbidden_one_never_comes():
    world = await with_volunteers()
    await world.says("claire", "match")
    assert ("nadia", "marc") in await drafts(world) or ("omar", "marc") in await drafts(world)
    mentor = next(m for m, e in await drafts(world) if e == "marc")
    other = "omar" if mentor == "nadia" else "nadia"
    await show(world, "marc")
    await world.presses("claire", "forbid")
    await world.presses("claire", "yes")
    await world.says("claire", "match")
    assert (other, "marc") in await drafts(world)
    await show(world, "marc")
    await world.presses("claire", "lock")
    await world.presses("claire", "yes")
    assert "Locked" in world.text("claire")
    await world.says("claire", "match")
    assert (other, "marc") in await drafts(world)
    await world.says("claire", "règles")
    assert "Always together" in world.text("claire")
    assert "Never together" in world.text("claire")
    await world.presses("claire", "take")
    await world.presses("claire", "take")
    assert "no locks and no forbidden pairs" in world.text("claire")


async def test_dropping_a_draft_shows_the_one_in_its_place():
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.presses("claire", "look")
    await world.presses("claire", "drop")
    await world.presses("claire", "yes")
    assert "Proposal 1 of 1" in world.text("claire")
    await world.presses("claire", "drop")
    await world.presses("claire", "yes")
    assert "nothing to review" in world.text("claire")


async def test_a_swap_names_its_cost_and_who_pays():
    world = await with_volunteers(
        without=("denis", "nadia"),
        marc={"topics": {"ai-assistants": 1}},
        sophie={"topics": {"ai-assistants": 1, "cyber-hygiene": 1}},
    )
    await world.says("claire", "match")
    assert await drafts(world) == {("omar", "marc"), ("lina", "sophie")}
    await show(world, "sophie")
    await world.presses("claire", "swap")
    assert "Omar Test" in world.text("claire")
    assert "Marc Test would be left without a partner" in world.text("claire")
    before = sum(draft.score for draft in await all_drafts(world))
    await world.presses("claire", "Omar Test")
    assert await drafts(world) == {("omar", "sophie")}
    assert before > sum(draft.score for draft in await all_drafts(world))
    assert "Locked" in world.text("claire")


async def test_a_swap_gives_the_displaced_one_the_freed_mentor_where_rules_allow():
    both = {"topics": {"ai-assistants": 1, "cyber-hygiene": 1}}
    world = await with_volunteers(
        without=("denis", "nadia", "théo"),
        marc=both,
        sophie=both,
        lina={"topics": {"ai-assistants": 4, "cyber-hygiene": 5}},
    )
    await world.says("claire", "match")
    before = await drafts(world)
    await show(world, "sophie")
    await world.presses("claire", "swap")
    assert "Marc Test would get the present mentor instead" in world.text("claire")
    await world.presses("claire", "choose")
    mentors = {mentee: mentor for mentor, mentee in before}
    assert await drafts(world) == {(mentors["sophie"], "marc"), (mentors["marc"], "sophie")}


async def test_approval_asks_both_tells_the_others_and_notes_who_decided():
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.presses("claire", "approve")
    assert "Approve these 2 pairs?" in world.text("claire")
    assert await world.run_due() == []
    yes = world.button("claire", "Approve 2 pairs")
    await world.press_button("claire", yes)
    assert "2 pairs are approved" in world.text("claire")
    cycle = await the_cycle(world)
    assert cycle.state is CycleState.RUNNING
    assert (cycle.approved_by, cycle.approved_at) == ("claire", world.clock.now())
    arrived = {person: plain(card) for person, card in await world.run_due()}
    assert "A partner for you" in arrived["marc"]
    assert "Too few of those who are free offer the topics you want" in arrived["denis"]
    assert "You go first next time" in arrived["denis"]
    assert (await enrolment(world, "denis")).rounds_waited == 1
    await world.press_button("claire", yes)
    assert "nothing left to approve" in world.text("claire")
    assert await world.run_due() == []


async def test_a_second_run_takes_only_people_with_room():
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")
    await world.says("claire", "match")
    assert "No pair can be made of those who are free" in world.text("claire")
    await world.run_due()
    assert await drafts(world) == set()
    await world.presses("marc", "other")
    await world.says("claire", "match")
    assert await drafts(world) == set(), "a no is nobody's to see before the morning"
    await world.pass_time(days=1)
    await world.says("claire", "match")
    pairs = await drafts(world)
    assert {mentee for _, mentee in pairs} == {"marc"}
    asked = await world.look(lambda work: work.proposals.of("marc", ProposalState.DECLINED))
    assert (asked[0].mentor_id, "marc") not in pairs


async def test_after_a_decline_only_those_who_are_free_again_are_paired():
    world = await with_volunteers(without=("denis",))
    await world.says("claire", "match")
    [declined] = [pair for pair in await drafts(world) if pair[1] == "marc"]
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")
    await world.run_due()
    await world.presses("marc", "other")
    await world.pass_time(days=1)
    offered = await world.look(lambda work: work.proposals.of("sophie", ProposalState.OFFERED))
    await world.says("claire", "match")
    other = {"nadia": "omar", "omar": "nadia"}[declined[0]]
    assert await drafts(world) == {(other, "marc")}
    again = await world.look(lambda work: work.proposals.of("sophie", ProposalState.OFFERED))
    assert [p.id for p in again] == [p.id for p in offered]


async def test_dropping_all_drafts_tells_nobody():
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.presses("claire", "approve")
    await world.presses("claire", "cancel")
    assert "2 drafts are gone" in world.text("claire")
    assert await drafts(world) == set()
    assert await world.run_due() == []


async def test_an_old_page_is_refused_after_approval():
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.presses("claire", "look")
    lock = world.button("claire", "lock")
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")
    await world.press_button("claire", lock)
    assert "no longer under review" in world.text("claire")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_locks_that_contradict_one_another_store_nothing_and_name_the_pair(language):
    world = await with_volunteers(language, sophie={"topics": {"ai-assistants": 2}})
    await world.says("claire", "match")
    kept = await drafts(world)
    await _rule(world, "nadia", "marc")
    await _rule(world, "nadia", "sophie")
    await world.says("claire", "match")
    words = {"en": "locked with more people than they have room for", "fr": "qu’elle n’a de places"}
    assert words[language] in world.text("claire")
    assert "Nadia Test" in world.text("claire")
    assert await drafts(world) == kept


async def test_a_lock_against_a_private_exclusion_is_taken_like_any_other():
    seen = set()
    for wishes in ((), ("marc",)):
        world = await with_volunteers(nadia={"excluded_people": wishes})
        await _rule(world, "nadia", "marc")
        await world.says("claire", "match")
        seen.add(world.text("claire"))
        assert ("nadia", "marc") in await drafts(world)
    assert len(seen) == 1


@pytest.mark.parametrize("state", [EnrolmentState.PAUSED, EnrolmentState.LEFT])
async def test_a_lock_on_somebody_who_is_away_holds_nobody_up(state):
    world = await with_volunteers(nadia={"state": state})
    await _rule(world, "nadia", "marc")
    await world.says("claire", "match")
    assert await drafts(world) == {("omar", "marc"), ("lina", "sophie")}


async def test_a_lock_holds_again_once_both_are_there():
    world = await with_volunteers(nadia={"topics": {"ai-assistants": 1}})
    await _rule(world, "nadia", "marc")
    await world.says("nadia", "pause")
    await world.presses("nadia", "two")
    await world.says("claire", "match")
    assert ("omar", "marc") in await drafts(world)
    await world.says("nadia", "resume")
    await world.says("claire", "match")
    assert ("nadia", "marc") in await drafts(world)


@pytest.mark.parametrize("answers", [("accept",), ("accept", "accept"), ("other",), ()])
async def test_a_locked_pair_that_was_approved_never_holds_up_a_later_run(answers):
    world = await with_volunteers()
    await world.says("claire", "match")
    await show(world, "sophie")
    await world.presses("claire", "lock")
    await world.presses("claire", "yes")
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")
    await world.run_due()
    await world.says("claire", "rules")
    assert "no locks" in world.text("claire")
    for person, answer in zip(("sophie", "lina"), answers, strict=False):
        await world.presses(person, answer)
    # Even a rule that came back, by hand or from a copy of the database, is passed over.
    await _rule(world, "lina", "sophie")
    await world.says("claire", "match")
    assert "No pair can be made of those who are free" in world.text("claire")


async def test_every_step_of_the_review_speaks_french():
    world = await with_volunteers("fr")
    for word in ("jumeler", "revue"):
        await world.says("claire", word)
        assert "{" not in world.text("claire")
    for label in ("swap", "no", "lock", "yes", "unlock", "approve", "no"):
        await world.presses("claire", label)
    assert "Rien n’a été envoyé" in world.text("claire")


async def show(world, mentee):
    """Page to the draft of a mentee."""
    await world.says("claire", "review")
    draft = next(d for d in await all_drafts(world) if d.mentee_id == mentee)
    while world.shown["claire"].buttons[-1].subject != draft.id:
        await world.presses("claire", "following")


async def _rule(world, mentor, mentee, kind=RuleKind.LOCK):
    cycle = await the_cycle(world)
    rule = PairRule(
        organisation_id=ORGANISATION,
        cycle_id=cycle.id,
        mentor_id=mentor,
        mentee_id=mentee,
        kind=kind,
    )
    await world.look(lambda work: work.add(rule))
