"""The weekly check-in as a conversation: three taps as a rule, and every way it can go on."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from bot.domain.checkin import AskState, CheckIn, Met, Progress
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import HelpLabel
from bot.messages.card import Button, Card, Quote
from bot.messages.form import Form
from bot.services.pairings import end, rest
from tests.builders import ORGANISATION
from tests.transcripts.pair import Pair, a_pair

LANGUAGES = ("en", "fr")


@pytest.fixture
async def open_pair() -> AsyncIterator[Callable[..., Any]]:
    pairs: list[Pair] = []

    async def open_one(language: str = "en", weeks: int = 1) -> Pair:
        pair = await a_pair(language)
        pairs.append(pair)
        await pair.asked(weeks)
        return pair

    yield open_one
    for pair in pairs:
        pair.store.close()


async def answer(pair: Pair, person: str, *labels: str) -> None:
    for label in labels:
        await pair.presses(person, label)


async def last(pair: Pair, person: str) -> CheckIn:
    return (await pair.checkins(person))[-1]


async def taps_of(pair: Pair, person: str) -> int:
    return (await pair.questions(person))[-1].taps


WORDS = {
    "en": (
        "Your weekly check-in\nDid you and Marc meet since last time?\n",
        (
            "[1] Yes, today\n[2] Yes, another day\n[3] Planned\n"
            "[4] Not this week, as planned\n[5] Stuck\n"
        ),
        "How was it?\n[1] 1 – hard\n[2] 2\n[3] 3\n[4] 4\n[5] 5 – great",
        "Your mentee’s objective?\n[1] Forward\n[2] Same\n[3] I need a hand",
        (
            "Thank you. Good to hear that it moves forward.\n[1] Add a note\n"
            "[2] That was a mistake\n"
            "My next question comes on Thursday, September 24."
        ),
    ),
    "fr": (
        (
            "Votre bilan de la semaine\n"
            "Marc et vous, avez-vous pu vous voir depuis la dernière fois?\n"
        ),
        (
            "[1] Oui, aujourd’hui\n[2] Oui, un autre jour\n[3] C’est prévu\n"
            "[4] Pas cette semaine, comme prévu\n[5] Ça bloque\n"
        ),
        "Comment c’était?\n[1] 1 – difficile\n[2] 2\n[3] 3\n[4] 4\n[5] 5 – excellent",
        (
            "L’objectif de la personne que vous accompagnez?\n"
            "[1] Ça avance\n[2] Stable\n[3] J’ai besoin d’un coup de main"
        ),
        (
            "Merci. C’est bon de savoir que ça avance.\n[1] Ajouter une note\n"
            "[2] C’était une erreur\n"
            "Ma prochaine question arrivera le jeudi 24 septembre."
        ),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_good_week_takes_three_taps_and_one_line_of_thanks(open_pair, language):
    pair = await open_pair(language)
    question, choices, rating, objective, thanks = WORDS[language]

    assert pair.text("nadia").startswith(question + choices)
    await pair.presses("nadia", "yes")
    assert pair.text("nadia") == rating
    await pair.presses("nadia", "5")
    assert pair.text("nadia") == objective
    await pair.presses("nadia", "forward")
    assert pair.text("nadia") == thanks

    checkin = await last(pair, "nadia")
    assert (checkin.met, checkin.rating, checkin.progress) == (Met.YES, 5, Progress.FORWARD)
    assert (checkin.state, checkin.due_at) == (AskState.ANSWERED, None)
    assert await taps_of(pair, "nadia") == 3
    assert (await pair.pairing()).last_met_on == pair.clock.now().date()


async def test_everything_can_be_typed(open_pair):
    pair = await open_pair("fr")

    await pair.says("nadia", "oui")
    assert pair.text("nadia").startswith("Quand avez-vous pu vous voir?\n[1] jeudi 17 septembre")
    await pair.says("nadia", "1")
    await pair.says("nadia", "4")
    await pair.says("nadia", "ça avance")

    checkin = await last(pair, "nadia")
    assert (checkin.rating, checkin.progress) == (4, Progress.FORWARD)
    assert await taps_of(pair, "nadia") == 3


@pytest.mark.parametrize(
    ("taps", "english", "french"),
    [
        (("yes", "4", "same"), "A steady week is part of learning too.", "Une semaine stable"),
        (("yes", "3", "forward"), "A small thing to try next time:", "Une petite chose à essayer"),
        (("planned",), "I have no date from you two yet", "Je n’ai pas encore de date"),
        (("not_this_week",), "Noted, thank you.", "C’est noté, merci."),
        (("stuck",), "What is in the way?", "Qu’est-ce qui bloque?"),
        (("yes", "2", "same"), "This stays between us.", "Cela reste entre nous."),
        (("yes", "5", "hand"), "that your pair asked for help", "a demandé de l’aide"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_answer_has_its_own_word(open_pair, language, taps, english, french):
    pair = await open_pair(language)

    await answer(pair, "marc", *taps)

    assert {"en": english, "fr": french}[language] in pair.text("marc")
    checkin = await last(pair, "marc")
    assert checkin.state is AskState.ANSWERED
    assert await taps_of(pair, "marc") == len(taps) <= 3


async def test_a_planned_meeting_is_confirmed_with_its_date(open_pair):
    pair = await open_pair()
    await pair.change(
        lambda work, pairing: work.add(
            Meeting(
                organisation_id=ORGANISATION,
                id="meeting",
                pairing_id=pairing.id,
                number=1,
                starts_at=pair.clock.now().replace(day=22),
                state=MeetingState.AGREED,
            )
        )
    )

    await pair.presses("marc", "planned")

    assert pair.text("marc").startswith("Good: you meet on Tuesday, September 22 at 1:30")


async def test_not_this_week_draws_no_remark(open_pair):
    pair = await open_pair()

    await pair.presses("marc", "not_this_week")

    assert pair.text("marc") == (
        "Noted, thank you.\n[1] Add a note\n[2] That was a mistake\n"
        "My next question comes on Thursday, September 24."
    )


LOW = {
    "en": (
        "Thank you for saying so. This stays between us.\n[1] A tip for next time\n"
        "[2] Words to raise it\n[3] Leave it\n[4] Talk to someone outside\n[5] Change or stop"
    ),
    "fr": (
        "Merci de l’avoir dit. Cela reste entre nous.\n[1] Un conseil pour la prochaine fois\n"
        "[2] Des mots pour en parler\n[3] Rien pour l’instant\n"
        "[4] Parler à une personne de l’extérieur\n[5] Changer ou arrêter"
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_hard_meeting_stays_between_us_and_opens_five_ways(open_pair, language):
    pair = await open_pair(language)

    await answer(pair, "nadia", "yes", "1", "same")

    assert pair.text("nadia") == LOW[language]
    card = pair.shown["nadia"]
    assert isinstance(card, Card)
    assert [button.value for button in card.buttons[-2:]] == ["report", "rematch"]


async def test_tips_do_not_repeat_and_words_fit_the_role(open_pair):
    pair = await open_pair()
    await answer(pair, "nadia", "yes", "1", "same")
    low = pair.shown["nadia"]
    assert isinstance(low, Card)

    await pair.presses("nadia", "tip")
    first = pair.text("nadia")
    pair.shown["nadia"] = low
    await pair.presses("nadia", "tip")
    assert first.startswith("For next time:")
    assert pair.text("nadia") != first

    pair.shown["nadia"] = low
    await pair.presses("nadia", "words")
    assert "I would like our hour to work better for both of us" in pair.text("nadia")
    await answer(pair, "marc", "yes", "2", "same", "words")
    assert "I want to make the most of what you show me" in pair.text("marc")

    pair.shown["nadia"] = low
    await pair.presses("nadia", "leave_it")
    assert pair.text("nadia").startswith("All right. This stays between us.")
    assert (await pair.pairing()).help_label is HelpLabel.NONE


async def test_the_way_out_is_offered_once_after_two_low_answers_in_a_row(open_pair):
    pair = await open_pair()
    texts = []
    for week in (1, 2, 3):
        await pair.asked(week)
        await answer(pair, "marc", "yes", "2", "same")
        texts.append(pair.text("marc"))

    offered = ["it is nobody’s fault" in text for text in texts]
    assert offered == [False, True, False]


async def test_a_better_week_ends_a_low_streak(open_pair):
    pair = await open_pair()
    for week, rating in ((1, "2"), (2, "4"), (3, "1")):
        await pair.asked(week)
        await answer(pair, "marc", "yes", rating, "same")

    assert "nobody’s fault" not in pair.text("marc")
    assert (await pair.seat("marc")).low_ratings == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_third_good_week_offers_a_thank_you_shown_before_it_goes(open_pair, language):
    pair = await open_pair(language)
    for week in (1, 2, 3):
        await pair.asked(week)
        await answer(pair, "marc", "yes", "5", "forward")
    before = len(pair.inbox("nadia"))
    assert {"en": "thank Nadia", "fr": "remercier Nadia"}[language] in pair.text("marc")

    await pair.presses("marc", "write")
    assert isinstance(pair.shown["marc"], Form)
    await pair.submits("marc", thanks="The shortcut saved my week.")
    preview = pair.shown["marc"]
    assert isinstance(preview, Card)
    assert Quote("The shortcut saved my week.", "Marc") in preview.body
    assert len(pair.inbox("nadia")) == before

    await pair.presses("marc", "send")
    await pair.run_due()
    got = pair.inbox("nadia")[before:]
    assert [Quote("The shortcut saved my week.", "Marc") in card.body for card in got] == [True]
    title = {"en": "A word for you", "fr": "Un mot pour vous"}[language]
    assert got[0].title == title
    assert (await last(pair, "marc")).thanks == ""


async def test_a_thank_you_can_be_changed_kept_and_never_goes_twice(open_pair):
    pair = await open_pair()
    for week in (1, 2, 3):
        await pair.asked(week)
        await answer(pair, "marc", "yes", "5", "forward")
    offer = pair.shown["marc"]
    await pair.presses("marc", "write")
    await pair.submits("marc", thanks=" ")
    assert pair.last["marc"].faults == {"thanks": "I need an answer to this one to go on."}
    await pair.submits("marc", thanks="x" * 501)
    assert pair.last["marc"].faults == {"thanks": "Please keep it under 500 characters."}
    await pair.submits("marc", thanks="First words")
    await pair.presses("marc", "change")
    form = pair.shown["marc"]
    assert isinstance(form, Form)
    await pair.submits("marc", thanks="Better words")
    preview = pair.shown["marc"]
    assert isinstance(preview, Card)
    await pair.presses("marc", "send")
    before = len(pair.inbox("nadia"))

    await pair.press_button("marc", preview.buttons[0])
    assert "I already have your answer" in pair.text("marc")
    pair.shown["marc"] = offer
    await pair.presses("marc", "write")
    assert "I already have your answer" in pair.text("marc")
    await pair.run_due()
    assert len(pair.inbox("nadia")) == before + 1


async def test_a_thank_you_can_be_left_unsent(open_pair):
    pair = await open_pair()
    for week in (1, 2, 3):
        await pair.asked(week)
        await answer(pair, "marc", "yes", "5", "forward")
    before = len(pair.inbox("nadia"))
    await pair.presses("marc", "write")
    await pair.submits("marc", thanks="Hidden words")
    await pair.presses("marc", "discard")
    await pair.run_due()

    assert (await last(pair, "marc")).thanks == ""
    assert len(pair.inbox("nadia")) == before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_help_is_asked_with_the_exact_words_shown_first(open_pair, language):
    pair = await open_pair(language)

    await answer(pair, "marc", "yes", "4", "hand")
    assert "Claire Test" in pair.text("marc")
    await pair.presses("marc", "pass_on")
    words = {
        "en": "Nadia Test and Marc Test: asked for help",
        "fr": "Nadia Test et Marc Test\u00a0: aide demandée",
    }[language]
    card = pair.shown["marc"]
    assert isinstance(card, Card)
    assert Quote(words) in card.body
    assert (await pair.pairing()).help_label is HelpLabel.NONE

    await pair.presses("marc", "send")
    assert (await pair.pairing()).help_label is HelpLabel.ASKED
    assert "Claire Test" in pair.text("marc")

    said = pair.text("marc")
    await pair.press_button("marc", card.buttons[0])
    assert pair.text("marc") == said


@pytest.mark.parametrize("step", [("keep",), ("pass_on", "keep")])
async def test_help_can_stay_between_us(open_pair, step):
    pair = await open_pair()

    await answer(pair, "marc", "yes", "4", "hand", *step)

    assert (await pair.pairing()).help_label is HelpLabel.NONE
    assert "between us" in pair.text("marc")


async def test_a_low_week_that_needs_a_hand_offers_both(open_pair):
    pair = await open_pair()

    await answer(pair, "marc", "yes", "1", "hand", "hand")

    assert "Nothing is sent before you have seen it." in pair.text("marc")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_answer_makes_the_bot_ask_the_partner_for_a_date_neutrally(open_pair, language):
    pair = await open_pair(language)
    before = len(pair.inbox("nadia"))

    await answer(pair, "marc", "stuck", "no_answer")
    await pair.run_due()

    (card,) = pair.inbox("nadia")[before:]
    assert card.title == {"en": "Your next meeting", "fr": "Votre prochaine rencontre"}[language]
    assert [button.value for button in card.buttons] == ["plan"]
    words = {"en": "answer", "fr": "répon"}[language]
    assert words not in pair.text("nadia")
    assert (await last(pair, "marc")).stuck_on == "no_answer"


async def test_what_bothers_somebody_is_not_stored_when_they_turn_to_a_person(open_pair):
    pair = await open_pair()

    await answer(pair, "marc", "stuck")
    await pair.presses("marc", "I am not comfortable")

    assert (await last(pair, "marc")).stuck_on == ""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_not_sure_what_to_do_brings_an_agenda_for_the_role(open_pair, language):
    pair = await open_pair(language)

    await answer(pair, "nadia", "stuck", "unsure")
    await answer(pair, "marc", "stuck", "unsure")

    own_hands = {"en": "let them do it with their own hands", "fr": "laissez la personne manipuler"}
    assert own_hands[language] in pair.text("nadia")
    assert own_hands[language] not in pair.text("marc")


async def test_stuck_twice_in_a_row_offers_a_hand_too(open_pair):
    pair = await open_pair()
    await answer(pair, "marc", "stuck")
    assert "Ask coordinators for a hand" not in pair.text("marc")

    await pair.asked(2)
    await answer(pair, "marc", "stuck")
    assert "Ask coordinators for a hand" in pair.text("marc")
    await pair.presses("marc", "hand")
    assert "Claire Test" in pair.text("marc")


async def test_a_private_note_stays_with_its_author(open_pair):
    pair = await open_pair()
    await answer(pair, "marc", "not_this_week", "note")
    await pair.submits("marc", note="x" * 1001)
    assert pair.last["marc"].faults == {"note": "Please keep it under 1,000 characters."}

    await pair.submits("marc", note="I was afraid to ask.")

    assert (await last(pair, "marc")).note == "I was afraid to ask."
    assert pair.text("marc").startswith("Kept, for you only.")
    await pair.pass_time(days=3)
    assert all("afraid" not in str(card) for who in ("nadia", "claire") for card in pair.inbox(who))


async def test_pressing_twice_changes_nothing(open_pair):
    pair = await open_pair()
    met = pair.shown["marc"]
    assert isinstance(met, Card)
    await pair.presses("marc", "yes")
    rating = pair.shown["marc"]
    assert isinstance(rating, Card)

    for button in met.buttons[:4]:
        await pair.press_button("marc", button)
        assert "I already have your answer to this" in pair.text("marc")
    await pair.press_button("marc", rating.buttons[3])
    await pair.press_button("marc", rating.buttons[0])

    checkin = await last(pair, "marc")
    assert (checkin.met, checkin.rating) == (Met.YES, 4)
    assert await taps_of(pair, "marc") == 2


async def test_the_same_event_told_twice_counts_once(open_pair):
    pair = await open_pair()
    yes = pair.button("marc", "yes")

    await pair.press_button("marc", yes, key="same")
    await pair.press_button("marc", yes, key="same")

    assert await taps_of(pair, "marc") == 1


async def test_somebody_elses_button_is_refused(open_pair):
    pair = await open_pair()

    await pair.press_button("marc", pair.button("nadia", "yes"))

    assert "put to somebody else" in pair.text("marc")
    assert (await last(pair, "nadia")).met is Met.UNSAID


@pytest.mark.parametrize("value", ["0", "6", "", "five"])
async def test_a_made_up_rating_is_refused(open_pair, value):
    pair = await open_pair()
    await pair.presses("marc", "yes")
    real = pair.button("marc", "4")

    await pair.press_button("marc", Button("x", real.action, real.subject, value))

    assert (await last(pair, "marc")).rating is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_answer_after_the_next_question_is_refused_kindly(open_pair, language):
    pair = await open_pair(language)
    old = pair.button("marc", "yes")
    await pair.asked(2)

    await pair.press_button("marc", old)

    kindly = {"en": "closed, and that is fine", "fr": "fermée, et c’est correct"}[language]
    assert kindly in pair.text("marc")
    assert [c.met for c in await pair.checkins("marc")] == [Met.UNSAID, Met.UNSAID]


async def test_half_an_answer_counts_and_is_not_a_silent_week(open_pair):
    pair = await open_pair()
    await pair.presses("marc", "yes")

    await pair.asked(2)

    first, _ = await pair.checkins("marc")
    assert (first.state, first.met) == (AskState.ANSWERED, Met.YES)
    assert (await pair.seat("marc")).silent_weeks == 0


@pytest.mark.parametrize("over", [rest, end])
async def test_a_resting_or_ended_pairing_takes_no_answers(open_pair, over):
    pair = await open_pair()
    yes = pair.button("marc", "yes")
    extra = {"completed": False} if over is end else {}
    await pair.change(lambda work, pairing: over(work, pair.clock.now(), pairing, **extra))

    await pair.press_button("marc", yes)

    assert "nothing was changed" in pair.text("marc")
    assert (await last(pair, "marc")).met is Met.UNSAID


async def test_nothing_follows_from_an_old_check_in_once_the_pairing_rests(open_pair):
    pair = await open_pair()
    await answer(pair, "marc", "stuck")
    ask_partner = pair.button("marc", "no_answer")
    await pair.change(lambda work, pairing: pairing.rest())
    before = len(pair.inbox("nadia"))

    await pair.press_button("marc", ask_partner)
    await pair.run_due()

    assert len(pair.inbox("nadia")) == before


@pytest.mark.parametrize(
    ("language", "command", "later"),
    [("en", "checkin", "My next question comes on"), ("fr", "bilan", "Ma prochaine question")],
)
async def test_the_command_shows_what_is_open_or_when_the_next_comes(
    open_pair, language, command, later
):
    pair = await open_pair(language)
    await pair.presses("marc", "yes")

    await pair.says("marc", f"/mentor {command}")
    assert pair.text("marc").startswith(WORDS[language][2])
    await answer(pair, "marc", "4", "same")
    await pair.says("marc", command)
    assert later in pair.text("marc")

    await pair.says("claire", command)
    assert {"en": "no pairing", "fr": "pas de jumelage"}[language] in pair.text("claire")
    await pair.change(lambda work, pairing: rest(work, pair.clock.now(), pairing))
    await pair.says("marc", command)
    assert {"en": "resting", "fr": "en pause"}[language] in pair.text("marc")
