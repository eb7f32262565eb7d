"""The weekly digest: ordered by decision, stored figures only, one line when nothing is to do."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.checkin import AskState, CheckIn, Feedback, FeedbackKind, Met, Progress
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import HelpLabel, Pairing, Seat
from bot.domain.people import Role
from bot.domain.programme import Enrolment, EnrolmentState
from bot.messages.card import Card, Chart, Text
from bot.ports import Work
from tests.builders import ORGANISATION
from tests.transcripts.coordinated import a_programme, the_cycle, with_volunteers
from tests.world import World, a_person

ORG: dict[str, Any] = {"organisation_id": ORGANISATION}
WEEK = timedelta(days=7)


async def paired(language: str = "en", count: int = 6) -> World:
    """Open a world with some pairs that just began."""
    world = await a_programme(language)
    people = [a_person(f"M{i}", language=language, level=2) for i in range(count)]
    people += [a_person(f"E{i}", language=language, level=8) for i in range(count)]
    await world.add_people(people)
    cycle = await the_cycle(world)

    def act(work: Work) -> None:
        for i in range(count):
            for person, role in ((f"m{i}", Role.MENTOR), (f"e{i}", Role.MENTEE)):
                work.add(
                    Enrolment(
                        **ORG,
                        id=f"enrolment-{person}",
                        cycle_id=cycle.id,
                        person_id=person,
                        state=EnrolmentState.JOINED,
                        role=role,
                        consents=("matching", "facts", "statistics", "recognition"),
                    ),
                    Seat(**ORG, pairing_id=f"pair-{i}", person_id=person, role=role),
                )
            work.add(
                Pairing(
                    **ORG,
                    id=f"pair-{i}",
                    cycle_id=cycle.id,
                    proposal_id=f"proposal-{i}",
                    mentor_id=f"m{i}",
                    mentee_id=f"e{i}",
                    started_on=date(2026, 8, 3),
                    ends_on=date(2026, 11, 2),
                ),
            )

    await world.look(act)
    return world


async def answer(world: World, week: str, ratings: dict[str, int], **changes: Any) -> None:
    """Let people answer the check-in of a week."""

    def act(work: Work) -> None:
        for person, rating in ratings.items():
            values: dict[str, Any] = {
                "id": f"{week}-{person}",
                "pairing_id": f"pair-{person[1:]}",
                "person_id": person,
                "role": Role.MENTOR if person[0] == "m" else Role.MENTEE,
                "week": week,
                "asked_at": world.clock.now(),
                "answered_at": world.clock.now(),
                "state": AskState.ANSWERED,
                "met": Met.YES,
                "rating": rating,
                "progress": Progress.FORWARD if rating > 2 else Progress.HAND,
            }
            work.add(CheckIn(**{**ORG, **values, **changes}))

    await world.look(act)


async def meet(world: World, pairs: int, state: MeetingState, number: int = 1) -> None:
    """Let the first pairs have a meeting that came to some end."""

    def act(work: Work) -> None:
        for i in range(pairs):
            work.add(
                Meeting(
                    **ORG,
                    id=f"{state}-{number}-{i}",
                    pairing_id=f"pair-{i}",
                    number=number,
                    starts_at=world.clock.now(),
                    state=state,
                ),
            )

    await world.look(act)


async def next_digest(world: World) -> str:
    """Let a week go by and return the digest that arrived."""
    await world.pass_time(days=7)
    await world.says("claire", "/mentor digest")
    return world.text("claire")


def shown(world: World) -> Card:
    """Return the card the coordinator saw last."""
    card = world.shown["claire"]
    assert isinstance(card, Card)
    return card


async def test_before_the_first_one_it_says_when():
    world = await a_programme()
    await world.says("claire", "digest")
    assert "The first one comes on Monday, September 21 at 9:00" in world.text("claire")


async def test_it_arrives_on_monday_at_nine_and_every_week():
    world = await with_volunteers()
    arrived = [card for person, card in await world.pass_time(days=14) if person == "claire"]
    assert [card.title for card in arrived] == ["Bridges: digest 1", "Bridges: digest 2"]
    digests = await world.look(lambda work: work.figures.all(work.programmes.all()[0].id))
    assert digests[1].at - digests[0].at == WEEK


async def test_what_is_to_decide_comes_first():
    world = await with_volunteers()
    await world.says("claire", "match")
    text = await next_digest(world)
    assert text.index("Decide") < text.index("2 proposals wait") < text.index("Recruit")
    assert "Mentees waiting\u00a0: fewer than 5" in text
    assert "may not be used in appraisal, promotion or discipline" in text


async def test_nothing_to_do_is_one_line():
    world = await a_programme()
    await next_digest(world)
    card = shown(world)
    lines = [block.text for block in card.body if isinstance(block, Text)]
    assert len(card.body) == 2
    assert lines[0] == "Monday, September 21. Nothing to do this week."


async def test_a_pair_that_needs_help_is_two_names_and_one_label():
    world = await paired()

    def act(work: Work) -> None:
        asked, silent = work.get(Pairing, "pair-0"), work.get(Pairing, "pair-1")
        assert asked is not None
        assert silent is not None
        asked.help_label, silent.help_label = HelpLabel.ASKED, HelpLabel.NO_MEETING

    await world.look(act)
    text = await next_digest(world)
    assert "M0 Test and E0 Test: asked for help" in text
    assert "M1 Test and E1 Test: no meeting recorded for 49 days" in text
    assert "M2" not in text


@pytest.mark.parametrize("resumed_on", [None, date(2026, 9, 14)])
async def test_the_days_without_a_meeting_tell_of_no_rest(resumed_on: date | None):
    world = await paired()

    def act(work: Work) -> None:
        pairing = work.get(Pairing, "pair-1")
        assert pairing is not None
        pairing.help_label, pairing.resumed_on = HelpLabel.NO_MEETING, resumed_on

    await world.look(act)
    assert "M1 Test and E1 Test: no meeting recorded for 49 days" in await next_digest(world)


async def test_a_pair_that_met_since_is_no_longer_listed():
    world = await paired()
    await world.look(
        lambda work: setattr(work.get(Pairing, "pair-0"), "help_label", HelpLabel.ASKED)
    )
    assert "M0 Test" in await next_digest(world)
    await world.look(
        lambda work: work.get(Pairing, "pair-0").record_meeting(
            date(2026, 9, 21), world.clock.now()
        )
    )
    await world.says("claire", "digest")
    assert "M0 Test" not in world.text("claire")


async def test_momentum_is_bands_and_once_they_are_close_a_share_and_a_chart():
    world = await paired(count=12)
    for number in (1, 2):
        await meet(world, 12, MeetingState.HELD, number)
    text = await next_digest(world)
    assert "Meetings so far\u00a0: held: 20 to 24; agreed: 20 to 24" in text
    assert "Held, of those agreed\u00a0: about 90%" in text
    for number in (3, 4):
        await meet(world, 12, MeetingState.CANCELLED, number)
    assert "Held, of those agreed\u00a0: about 50%" in await next_digest(world)
    charts = [block for block in shown(world).body if isinstance(block, Chart)]
    assert charts[0].values == (90.0, 50.0)


async def test_no_share_is_shown_of_what_is_hidden():
    world = await paired(count=11)
    await meet(world, 4, MeetingState.HELD)
    await meet(world, 7, MeetingState.CANCELLED, 2)
    text = await next_digest(world)
    assert "held: fewer than 5; agreed: 10 to 14" in text
    assert "%" not in text


async def test_the_pulse_needs_five_persons_of_one_role():
    world = await paired()
    mentors = {f"m{i}": rating for i, rating in enumerate((5, 4, 2, 4, 3, 4))}
    await answer(world, "2026-W38", {**mentors, "e0": 1, "e1": 5, "e2": 2, "e3": 4})
    text = await next_digest(world)
    assert "How it is going, mentors\u00a0: 3.7 out of 5" in text
    assert "How it is going, mentees" not in text
    assert "Not enough answers to show everything safely" in text


async def test_the_pulse_stands_still_while_one_person_comes_or_goes():
    world = await paired()
    ratings = {f"m{i}": rating for i, rating in enumerate((5, 4, 2, 4, 3))}
    await answer(world, "2026-W38", ratings)
    assert "mentors\u00a0: 3.6 out of 5" in await next_digest(world)
    await answer(world, "2026-W39", {**dict.fromkeys(ratings, 5), "m5": 1})
    assert "mentors\u00a0: 3.6 out of 5" in await next_digest(world)


async def test_only_those_who_agreed_to_statistics_count():
    world = await paired()

    def act(work: Work) -> None:
        for i in range(2):
            cycle = work.programmes.last_cycle()
            enrolment = work.enrolments.part(cycle.id, f"m{i}") if cycle else None
            assert enrolment is not None
            enrolment.consents = ("matching", "facts")

    await world.look(act)
    await answer(world, "2026-W38", {f"m{i}": 1 + i % 5 for i in range(6)})
    text = await next_digest(world)
    assert "out of 5" not in text


async def test_people_who_cannot_be_reached_are_a_count():
    world = await paired()
    account = await world.look(lambda work: work.accounts.of("m0"))
    await world.look(lambda work: setattr(work.accounts.of("m0"), "reachable", False))
    assert account is not None
    assert "whom I cannot reach\u00a0: fewer than 5" in await next_digest(world)


async def test_an_early_end_is_a_band_without_names():
    world = await paired()

    def act(work: Work) -> None:
        pairing = work.get(Pairing, "pair-0")
        assert pairing is not None
        pairing.end(world.clock.now() + timedelta(days=1), completed=False)

    await world.look(act)
    text = await next_digest(world)
    assert "Pairs that ended early\u00a0: fewer than 5" in text
    assert "M0" not in text


@pytest.mark.parametrize("withdrawn", [False, True])
async def test_a_win_is_shown_only_as_long_as_its_author_agrees(withdrawn):
    world = await paired()

    def act(work: Work) -> None:
        for i, publish in enumerate((True, False)):
            feedback = Feedback(
                **ORG,
                id=f"final-{i}",
                pairing_id=f"pair-{i}",
                person_id=f"e{i}",
                role=Role.MENTEE,
                kind=FeedbackKind.FINAL,
                asked_at=world.clock.now(),
                answered_at=world.clock.now() + timedelta(days=1),
                state=AskState.ANSWERED,
                answers={"changed": f"I changed {i}", "publish": publish},
            )
            work.add(feedback)

    await world.look(act)
    text = await next_digest(world)
    assert "I changed 0" in text
    assert "I changed 1" not in text
    if withdrawn:
        await world.look(
            lambda work: setattr(
                work.enrolments.part(work.programmes.last_cycle().id, "e0"),
                "consents",
                ("matching", "facts"),
            )
        )
        await world.says("claire", "digest")
        assert "I changed 0" not in world.text("claire")


async def test_digests_end_with_the_round_and_its_last_pair():
    world = await with_volunteers()
    await world.says("claire", "programme")
    await world.presses("claire", "close")
    await world.presses("claire", "yes")
    await world.pass_time(days=8)
    programme = (await world.look(lambda work: work.programmes.all()))[0]
    assert (programme.digest_due_at, programme.digests) == (None, 0)
    world = await paired()
    await world.says("claire", "programme")
    await world.presses("claire", "close")
    await world.presses("claire", "yes")
    await world.pass_time(days=8)
    assert (await world.look(lambda work: work.programmes.all()))[0].digests == 1


async def test_the_whole_digest_speaks_french():
    world = await paired("fr", 12)
    for number in (1, 2):
        await meet(world, 12, MeetingState.HELD, number)
    await answer(world, "2026-W38", {f"{s}{i}": 1 + i % 5 for i in range(12) for s in "me"})
    text = await next_digest(world)
    assert "Comment ça va, mentors ou mentores\u00a0: 2,8 sur 5" in text
    assert "Tenues, parmi les rencontres convenues\u00a0: environ 90\u00a0%" in text
    assert "évaluation, une promotion ou une mesure disciplinaire" in text


async def test_every_coordinator_gets_it_once():
    world = await with_volunteers()
    await world.add_people([a_person("Hugo", is_coordinator=True)])
    arrived = await world.pass_time(days=8)
    assert sorted(person for person, _ in arrived) == ["claire", "hugo"]
