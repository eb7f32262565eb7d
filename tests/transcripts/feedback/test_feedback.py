"""Looking back half-way and at the end: private answers, one ticked sentence, a planned end."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.checkin import AskState, Feedback, FeedbackKind
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import PairingState, Stage
from bot.domain.programme import EnrolmentState
from bot.messages.card import Card, Quote
from bot.messages.form import Choice, Form
from bot.messages.plain import plain
from bot.services.pairings import rest, wake
from tests.builders import ORGANISATION
from tests.transcripts.pair import Pair, a_pair, only_id

LANGUAGES = ("en", "fr")
MID = datetime(2026, 10, 26, 15, tzinfo=UTC)
"""Monday of the seventh week, an hour after ten in Montréal."""
FINAL = datetime(2026, 12, 7, 16, tzinfo=UTC)
END = FINAL + timedelta(days=7)
GOOD_MID = {"progress": "4", "expectations": "5", "voice": "3", "partner": "keep"}
GOOD_FINAL = {
    "level_now": "4",
    "level_then": "1",
    "listened": "5",
    "myself": "4",
    "recommend": "9",
    "next": "continue",
}


@pytest.fixture
async def a_pair_at() -> AsyncIterator[Callable[..., Any]]:
    pairs: list[Pair] = []

    async def make(instant: datetime, language: str = "en") -> Pair:
        pair = await a_pair(language)
        pairs.append(pair)
        await pair.change(lambda work, pairing: _ask_nothing_weekly(work, pairing.id))
        await pair.pass_until(instant)
        return pair

    yield make
    for pair in pairs:
        pair.store.close()


def _ask_nothing_weekly(work: Any, pairing_id: str) -> None:
    for person in ("nadia", "marc"):
        work.pairings.seat(pairing_id, person).next_due_at = None


async def feedback(pair: Pair, person: str, kind: FeedbackKind = FeedbackKind.MID) -> Feedback:
    found = await pair.look(lambda work: work.checkins.feedback(only_id(work), person, kind))
    assert isinstance(found, Feedback)
    return found


INVITATION = {
    "en": (
        "Half-way\nYou and Nadia are half-way. "
        "Some quick questions help the second half; about two minutes.\n[1] Start\n"
    ),
    "fr": (
        "À mi-chemin\nNadia et vous êtes à mi-chemin. Quelques petites questions aideront la "
        "deuxième moitié; environ deux minutes.\n[1] Commencer\n"
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_half_way_both_are_asked_and_the_answers_stay_private(a_pair_at, language):
    pair = await a_pair_at(MID, language)
    assert pair.text("marc").startswith(INVITATION[language])
    assert len(pair.inbox("nadia")) == 1

    await pair.presses("marc", "start")
    form = pair.shown["marc"]
    assert isinstance(form, Form)
    assert [i.name for i in form.inputs] == ["met", *GOOD_MID, "change", "share"]
    await pair.submits("marc", **GOOD_MID, change="Fewer slides, more trying.")

    between_us = {"en": "This stays between us", "fr": "Cela reste entre nous"}[language]
    assert between_us in pair.text("marc")
    stored = await feedback(pair, "marc")
    assert stored.state is AskState.ANSWERED
    assert stored.answers == {
        "progress": 4,
        "expectations": 5,
        "voice": 3,
        "partner": "keep",
        "change": "Fewer slides, more trying.",
        "share": False,
    }
    await pair.pass_time(days=3)
    for other in ("nadia", "claire"):
        assert "slides" not in str(pair.inbox(other))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_sentence_reaches_the_partner_only_when_ticked(a_pair_at, language):
    pair = await a_pair_at(MID, language)
    await pair.presses("marc", "start")

    await pair.submits("marc", **GOOD_MID, change="Fewer slides.", share="yes")
    await pair.run_due()

    card = pair.inbox("nadia")[-1]
    assert Quote("Fewer slides.", "Marc") in card.body
    title = {"en": "One thing for next time", "fr": "Une chose pour la prochaine fois"}[language]
    assert card.title == title
    gets = {"en": "Nadia gets your one sentence", "fr": "Nadia recevra votre phrase"}[language]
    assert gets in pair.text("marc")


async def test_a_sentence_that_cannot_be_delivered_is_not_called_shared(a_pair_at):
    pair = await a_pair_at(MID)
    await pair.presses("marc", "start")
    await pair.change(lambda work, _: setattr(work.accounts.of("nadia"), "reachable", False))

    await pair.submits("marc", **GOOD_MID, change="Fewer slides.", share="yes")

    assert "was not shared" in pair.text("marc")


async def test_faults_are_said_field_by_field_and_nothing_is_kept(a_pair_at):
    pair = await a_pair_at(MID)
    await pair.presses("marc", "start")

    await pair.submits("marc", progress="7", voice="3", partner="keep", share="yes")
    assert pair.last["marc"].faults == {
        "progress": "Please answer with the number or the words of a choice.",
        "expectations": "I need an answer to this one to go on.",
        "change": "There is no sentence to share yet: write one, or turn the switch off.",
    }
    await pair.submits("marc", **GOOD_MID, change="x" * 501)
    assert pair.last["marc"].faults == {"change": "Please keep it under 500 characters."}

    stored = await feedback(pair, "marc")
    assert (stored.state, stored.answers) == (AskState.OPEN, {})


async def test_it_can_be_typed_line_by_line(a_pair_at):
    pair = await a_pair_at(MID, "fr")

    await pair.says("marc", "1")
    answers = ("pas cette fois", "4", "5", "3", "ajuster quelque chose", "Plus de pratique")
    for line in ("commencer", *answers, "non"):
        await pair.says("marc", line)

    stored = await feedback(pair, "marc")
    assert stored.answers["partner"] == "adjust"
    assert stored.answers["change"] == "Plus de pratique"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_wishing_for_another_partner_points_at_the_way(a_pair_at, language):
    pair = await a_pair_at(MID, language)
    await pair.presses("marc", "start")

    await pair.submits("marc", **{**GOOD_MID, "partner": "change"})

    card = pair.shown["marc"]
    assert isinstance(card, Card)
    assert [button.value for button in card.buttons] == ["rematch"]
    fault = {"en": "nobody’s fault", "fr": "la faute de personne"}[language]
    assert fault in pair.text("marc")
    assert (await pair.pairing()).state is PairingState.ACTIVE


async def test_sending_in_twice_or_starting_again_changes_nothing(a_pair_at):
    pair = await a_pair_at(MID)
    start = pair.button("marc", "start")
    await pair.presses("marc", "start")
    form = pair.shown["marc"]
    await pair.submits("marc", **GOOD_MID)

    pair.shown["marc"] = form
    await pair.submits("marc", **{**GOOD_MID, "progress": "1"})
    assert "I already have your answers" in pair.text("marc")
    await pair.press_button("marc", start)
    assert "I already have your answers" in pair.text("marc")

    assert (await feedback(pair, "marc")).answers["progress"] == 4


async def test_somebody_elses_invitation_is_refused(a_pair_at):
    pair = await a_pair_at(MID)

    await pair.press_button("marc", pair.button("nadia", "start"))

    assert "put to somebody else" in pair.text("marc")


async def test_two_reminders_at_most_then_silence_until_it_lapses(a_pair_at):
    pair = await a_pair_at(MID)

    await pair.pass_until(FINAL - timedelta(days=3))

    assert [line[:18] for line in pair.lines("marc")] == [
        "Half-way",
        "When you have two ",
        "My last reminder: ",
    ]
    stored = await feedback(pair, "marc")
    assert (stored.state, stored.reminders, stored.due_at) == (AskState.OPEN, 2, None)
    await pair.pass_until(FINAL)
    assert (await feedback(pair, "marc")).state is AskState.LAPSED


async def test_an_answer_ends_the_reminders(a_pair_at):
    pair = await a_pair_at(MID)
    await pair.presses("marc", "start")
    await pair.submits("marc", **GOOD_MID)

    await pair.pass_time(days=7)

    assert pair.lines("marc") == ["Half-way"]


async def test_down_time_skips_a_reminder(a_pair_at):
    pair = await a_pair_at(MID)
    pair.clock.move_to(MID + timedelta(days=10))

    await pair.run_due()

    assert pair.lines("marc") == ["Half-way"]
    assert (await feedback(pair, "marc")).due_at is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_two_roles_look_back_with_their_own_questions(a_pair_at, language):
    pair = await a_pair_at(FINAL, language)

    await pair.presses("nadia", "start")
    await pair.presses("marc", "start")

    mentor, mentee = pair.shown["nadia"], pair.shown["marc"]
    assert isinstance(mentor, Form)
    assert isinstance(mentee, Form)
    assert [i.name for i in mentor.inputs] == ["met", *GOOD_FINAL]
    extra = {i.name for i in mentee.inputs} - {i.name for i in mentor.inputs}
    assert extra == {"changed", "publish", "thanks"}
    assert mentor.inputs[1].label != mentee.inputs[1].label
    recommend = next(i for i in mentee.inputs if i.name == "recommend")
    assert isinstance(recommend, Choice)
    assert [option.value for option in recommend.options] == [str(n) for n in range(11)]


async def test_a_commitment_can_only_be_shown_when_there_is_one(a_pair_at):
    pair = await a_pair_at(FINAL)
    await pair.presses("marc", "start")

    await pair.submits("marc", **GOOD_FINAL, publish="yes")

    assert list(pair.last["marc"].faults) == ["changed"]


CERTIFICATE = {
    "en": (
        "Nadia Test guided a leader as a reverse mentor in “Bridges”, "
        "from Sep 14, 2026 to Dec 14, 2026, in one meeting."
    ),
    "fr": (
        "Nadia Test a accompagné une personne cadre en mentorat inversé dans "
        "«\u00a0Bridges\u00a0», du 14 sept. 2026 au 14 déc. 2026, lors d’une rencontre."
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_week_later_the_pairing_ends_with_thanks_and_words_for_a_certificate(
    a_pair_at, language
):
    pair = await a_pair_at(FINAL, language)
    await pair.change(
        lambda work, pairing: work.add(
            Meeting(
                organisation_id=ORGANISATION,
                id="held",
                pairing_id=pairing.id,
                number=1,
                starts_at=FINAL - timedelta(days=14),
                state=MeetingState.HELD,
            )
        )
    )
    await pair.presses("marc", "start")
    await pair.submits(
        "marc", **{**GOOD_FINAL, "next": "new"}, thanks="You never laughed at a question."
    )
    told = {"en": "Nadia gets your thank-you", "fr": "Nadia recevra votre mot"}[language]
    assert told in pair.text("marc")
    assert "laughed" not in str(pair.inbox("nadia"))

    await pair.pass_until(END)

    pairing = await pair.pairing()
    assert (pairing.state, pairing.completed, pairing.due_at) == (PairingState.ENDED, True, None)
    mentor, mentee = pair.inbox("nadia")[-1], pair.inbox("marc")[-1]
    assert mentor.title == mentee.title == {"en": "Well done", "fr": "Bravo"}[language]
    quotes = [block for block in mentor.body if isinstance(block, Quote)]
    assert quotes == [
        Quote(CERTIFICATE[language]),
        Quote("You never laughed at a question.", "Marc"),
    ]
    assert actions(mentee) == ["rest"]
    assert actions(mentor) == ["again", "rest"]
    enrolment = await pair.look(lambda work: work.enrolments.part("cycle", "marc"))
    assert enrolment.rounds_waited == 1
    assert (await feedback(pair, "nadia", FeedbackKind.FINAL)).state is AskState.LAPSED


def actions(card: Card) -> list[str]:
    return [button.action.rsplit(".", 1)[-1] for button in card.buttons]


@pytest.mark.parametrize("wish", ["continue", "swap", "stop"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_wishes_for_no_new_partner_is_left_in_peace(a_pair_at, language, wish):
    pair = await a_pair_at(FINAL, language)
    await pair.presses("marc", "start")
    await pair.submits("marc", **{**GOOD_FINAL, "next": wish})

    await pair.pass_until(END)

    peace = {"en": "look for no new partner", "fr": "ne cherche p"}[language]
    assert peace in plain(pair.inbox("marc")[-1])
    enrolment = await pair.look(lambda work: work.enrolments.part("cycle", "marc"))
    assert enrolment.state is EnrolmentState.PAUSED
    pair.shown["marc"] = pair.inbox("marc")[-1]
    await pair.presses("marc", "again")
    enrolment = await pair.look(lambda work: work.enrolments.part("cycle", "marc"))
    assert enrolment.state is EnrolmentState.JOINED


async def test_a_late_look_back_is_refused_kindly_after_the_end(a_pair_at):
    pair = await a_pair_at(FINAL)
    start = pair.button("marc", "start")
    await pair.pass_until(END)

    await pair.press_button("marc", start)

    assert "This feedback is closed, and that is fine" in pair.text("marc")


async def test_only_the_last_look_back_is_asked_when_both_are_due(a_pair_at):
    pair = await a_pair_at(MID - timedelta(days=7))
    pair.clock.move_to(FINAL + timedelta(days=1))

    await pair.run_due()

    assert pair.lines("marc") == ["Looking back"]
    assert (await pair.pairing()).stage is Stage.DONE


async def test_a_resting_pairing_reaches_no_milestone_and_catches_up_after(a_pair_at):
    pair = await a_pair_at(MID - timedelta(days=7))
    await pair.change(lambda work, pairing: rest(work, pair.clock.now(), pairing))
    await pair.pass_until(MID + timedelta(days=1))
    assert pair.lines("marc") == []

    await pair.change(lambda work, pairing: wake(work, pair.clock.now(), pairing))
    await pair.pass_time(hours=1)

    assert "Half-way" in pair.lines("marc")


async def test_a_rest_before_the_end_does_not_keep_a_pairing_open_for_ever(a_pair_at):
    pair = await a_pair_at(FINAL)
    await pair.change(lambda work, pairing: rest(work, pair.clock.now(), pairing))
    await pair.pass_until(END + timedelta(days=7))
    await pair.change(lambda work, pairing: wake(work, pair.clock.now(), pairing))

    await pair.pass_time(days=1)

    assert (await pair.pairing()).state is PairingState.ENDED


@pytest.mark.parametrize(
    ("language", "command"), [("en", "feedback"), ("fr", "rétroaction"), ("fr", "retroaction")]
)
async def test_the_command_finds_what_is_open(a_pair_at, language, command):
    pair = await a_pair_at(MID, language)

    await pair.says("marc", command)
    assert pair.text("marc").startswith(INVITATION[language])
    await pair.presses("marc", "start")
    await pair.submits("marc", **GOOD_MID)
    await pair.says("marc", command)
    none = {"en": "No feedback is open", "fr": "Aucune rétroaction n’est ouverte"}[language]
    assert none in pair.text("marc")
