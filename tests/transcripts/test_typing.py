"""Transcripts by keyboard: commands well and badly typed, buttons as words, forms line by line."""

import pytest

from bot.domain.programme import EnrolmentState
from bot.messages.card import Card
from bot.messages.form import Form
from tests.transcripts.pair import a_pair
from tests.transcripts.volunteers import Joining, a_round
from tests.world import World


def title(world: World, person: str = "nadia") -> str:
    return world.shown[person].title


class TestCommands:
    """What is typed after /mentor, or without it."""

    @pytest.mark.parametrize(
        "line",
        ["/mentor status", "mentor status", "status", "  STATUS  ", "Statut", "/MENTOR statut"],
    )
    async def test_many_spellings_of_one_command(self, line: str) -> None:
        world = await a_round()

        await world.says("nadia", line)

        assert title(world) == "Where you stand"

    @pytest.mark.parametrize("line", ["/mentor", "mentor", "help", "aide", "Aide!", "help?"])
    async def test_asking_for_help(self, line: str) -> None:
        world = await a_round()

        await world.says("nadia", line)

        assert "“leave”" in world.text("nadia") or "status" in world.text("nadia")
        assert isinstance(world.shown["nadia"], Card)

    @pytest.mark.parametrize(
        ("line", "near"),
        [
            ("/mentor joi", "join"),
            ("stattus", "status"),
            ("/mentor echeancer", "échéancier"),
            ("reprendr", "reprendre"),
            ("forget-mee", "forget-me"),
        ],
    )
    async def test_a_mistyped_command_is_told_the_nearest(self, line: str, near: str) -> None:
        world = await a_round()

        await world.says("nadia", line)

        assert f"Did you mean “{near}”?" in world.text("nadia")

    async def test_it_is_said_back_as_it_was_typed(self) -> None:
        world = await a_round("fr")

        await world.says("nadia", "Résumer, s’il vous plaît")

        assert "« Résumer »" in world.text("nadia").replace("\u00a0", " ")

    @pytest.mark.parametrize(
        "line", ["/mentor xyzzy", "bonsoir à toutes", "¿qué?", "🙂", "-", "/leave", "\u202e"]
    )
    async def test_an_unknown_command_is_told_where_help_is(self, line: str) -> None:
        world = await a_round()

        await world.says("nadia", line)

        assert "Type “help”" in world.text("nadia")

    async def test_in_french_too(self) -> None:
        world = await a_round("fr")

        await world.says("nadia", "/mentor rejoidre")
        assert "«\u00a0rejoindre\u00a0»" in world.text("nadia")
        await world.says("nadia", "/mentor xyzzy")
        assert "«\u00a0aide\u00a0»" in world.text("nadia")

    @pytest.mark.parametrize(
        ("line", "shown"),
        [
            ("who sees", "Who sees what"),
            ("/mentor qui voit?", "Who sees what"),
            ("forget me", "Erase everything?"),
            ("mes données", "Your data"),
        ],
    )
    async def test_hyphens_may_be_left_out(self, line: str, shown: str) -> None:
        world = await a_round()

        await world.says("nadia", line)

        assert title(world) == shown

    async def test_nothing_is_kept_of_a_mistake(self) -> None:
        world = await a_round()
        await world.says("nadia", "join")

        await world.says("nadia", "/mentor xyzzy")
        await world.says("nadia", "1")

        assert title(world) == "Your role"


class TestButtons:
    """Every button has a number and its own words; some mean yes or no."""

    @pytest.mark.parametrize("line", ["1", "oui", "Yes", "i'm in", "I’m in!", "ok"])
    async def test_yes(self, line: str) -> None:
        world = await a_round()
        await world.says("nadia", "join")

        await world.says("nadia", line)

        assert await world.kept_state("nadia") is EnrolmentState.CHOOSING

    @pytest.mark.parametrize("line", ["2", "non", "NO", "not for me", "n"])
    async def test_no(self, line: str) -> None:
        world = await a_round()
        await world.says("nadia", "join")

        await world.says("nadia", line)

        assert await world.kept_state("nadia") is EnrolmentState.DECLINED

    @pytest.mark.parametrize("line", ["3", "see what is kept and who sees it"])
    async def test_a_button_into_another_conversation(self, line: str) -> None:
        world = await a_round()
        await world.says("nadia", "join")

        await world.says("nadia", line)

        assert title(world) == "Who sees what"

    @pytest.mark.parametrize("line", ["0", "4", "99", "1.5", "one"])
    async def test_a_number_that_is_not_there_presses_nothing(self, line: str) -> None:
        world = await a_round()
        await world.says("nadia", "join")

        await world.says("nadia", line)

        assert await world.kept_state("nadia") is None
        assert "Type “help”" in world.text("nadia")

    @pytest.mark.parametrize(
        ("language", "lines"), [("en", ("1", "4", "1")), ("fr", ("oui", "1", "4", "ça avance"))]
    )
    async def test_a_whole_check_in(self, language: str, lines: tuple[str, ...]) -> None:
        pair = await a_pair(language)
        await pair.asked()

        for line in lines:
            await pair.says("nadia", line)

        [checkin] = await pair.checkins("nadia")
        assert (checkin.met, checkin.rating, checkin.progress) == ("yes", 4, "forward")
        assert (checkin.state, (await pair.questions("nadia"))[0].taps) == ("answered", 3)

    async def test_a_number_answers_the_newest_question_only(self) -> None:
        pair = await a_pair()
        await pair.asked()
        await pair.says("nadia", "1")
        await pair.says("nadia", "status")

        await pair.says("nadia", "5")

        [checkin] = await pair.checkins("nadia")
        assert checkin.rating is None

    async def test_ordinary_talk_answers_nothing(self) -> None:
        pair = await a_pair()
        await pair.asked()

        await pair.says("nadia", "We had coffee on Tuesday, it was great, yes")

        [checkin] = await pair.checkins("nadia")
        assert (checkin.state, (await pair.questions("nadia"))[0].taps) == ("open", 0)


CONSENT = {
    "en": ["I agree to answer here", "yes", "y", "no", "-"],
    "fr": ["Je réponds ici", "oui", "o", "non", "passer"],
}
PROFILE = {
    "en": ["ok", "1, 3", "juggling", "no", "-", "-", "2", "4, 1", "-", "-"],
    "fr": ["ok", "1; 3", "jongler", "oui", "passer", "-", "2", "-", "-", "passer"],
}
"""What is typed into the form of a mentor: the first line opens it."""


class TestForms:
    """A form is asked in the chat, one line at a time, as soon as somebody types."""

    async def at_consent(self, language: str) -> Joining:
        world = await a_round(language)
        for line in ("join", "1", "1"):
            await world.says("nadia", line)
        assert isinstance(world.shown["nadia"], Form)
        return world

    @pytest.mark.parametrize("language", ["en", "fr"])
    async def test_joining_by_keyboard_alone(self, language: str) -> None:
        world = await self.at_consent(language)

        for line in CONSENT[language]:
            await world.says("nadia", line)
        form = world.form("nadia")
        assert form.action == "profile.mentor"
        assert len(PROFILE[language]) == 1 + len(form.inputs)
        for line in PROFILE[language]:
            await world.says("nadia", line)
        assert world.form("nadia").action == "profile.levels"
        for line in ("ok", "5", "-"):
            await world.says("nadia", line)

        kept = await world.kept("nadia")
        assert kept.state is EnrolmentState.JOINED
        assert kept.consents == ("matching", "facts")
        assert kept.capacity == 2
        assert sorted(kept.topics.values()) == [3, 5]
        assert isinstance(world.shown["nadia"], Card)

    async def test_each_question_says_where_one_is_and_how_to_answer(self) -> None:
        world = await self.at_consent("en")

        await world.says("nadia", "hm")

        card = world.shown["nadia"]
        assert isinstance(card, Card)
        assert card.title == "Question 1 of 4"
        assert "“yes” or “no”" in card.next
        assert "“cancel”" in card.next

    @pytest.mark.parametrize(
        ("language", "line", "answer"),
        [
            ("en", "perhaps", "“yes” or “no”"),
            ("fr", "peut-être", "« oui » ou « non »"),
        ],
    )
    async def test_what_does_not_fit_is_asked_again(
        self, language: str, line: str, answer: str
    ) -> None:
        world = await self.at_consent(language)
        await world.says("nadia", "x")
        asked = title(world)

        await world.says("nadia", line)

        said = world.text("nadia").replace("\u00a0", " ")
        assert said.count(answer) == 2
        assert title(world) == asked

    async def test_what_is_refused_is_asked_again_and_the_rest_is_kept(self) -> None:
        world = await self.at_consent("en")

        for line in ("x", "no", "yes", "yes", "no"):
            await world.says("nadia", line)
        assert title(world) == "Question 1 of 4"
        await world.says("nadia", "yes")

        assert world.form("nadia").action == "profile.mentor"

    @pytest.mark.parametrize("line", ["cancel", "annuler", "Annuler"])
    async def test_cancelling_drops_what_was_typed(self, line: str) -> None:
        world = await self.at_consent("en")
        for answer in ("x", "yes", line):
            await world.says("nadia", answer)

        await world.says("nadia", "status")

        assert title(world) == "Where you stand"
        assert (await world.kept("nadia")).consents == ()

    @pytest.mark.parametrize(
        ("language", "over"), [("en", "nothing was changed"), ("fr", "rien n’a été changé")]
    )
    async def test_a_form_that_is_refused_when_complete_is_over(
        self, language: str, over: str
    ) -> None:
        world = await self.at_consent(language)
        *answers, last = CONSENT[language]
        for line in answers:
            await world.says("nadia", line)
        await world.close_cycle()

        await world.says("nadia", last)

        assert over in world.text("nadia")
        assert (await world.kept("nadia")).consents == ()
        await world.says("nadia", "status")
        assert title(world) == {"en": "Where you stand", "fr": "Où vous en êtes"}[language]

    @pytest.mark.parametrize(
        ("line", "shown"),
        [("status", "Where you stand"), ("who sees", "Who sees what"), ("Help?", "What I can do")],
    )
    async def test_a_bare_command_is_one_where_the_question_is_answered_otherwise(
        self, line: str, shown: str
    ) -> None:
        world = await self.at_consent("en")
        for answer in ("x", "yes"):
            await world.says("nadia", answer)

        await world.says("nadia", line)

        assert shown in f"{title(world)} {world.text('nadia')}"
        await world.says("nadia", "yes")
        assert title(world) == "Question 3 of 4"

    async def test_a_date_is_no_command_and_a_command_no_date(self) -> None:
        pair = await a_pair()
        for line in ("pause", "3", "go on"):
            await pair.says("nadia", line)

        await pair.says("nadia", "status")

        assert title(pair) == "Where you stand"
        await pair.says("nadia", "2026-10-01")
        assert (await pair.pairing()).state.value == "paused"

    async def test_free_text_takes_a_line_that_is_a_command(self) -> None:
        world = await self.at_consent("en")
        for line in (*CONSENT["en"], "ok", "1, 3"):
            await world.says("nadia", line)
        asked = title(world)

        await world.says("nadia", "help")

        assert asked != title(world)
        assert title(world).startswith("Question ")
        await world.says("nadia", "cancel")
        await world.says("nadia", "help")
        assert not title(world).startswith("Question ")

    async def test_a_form_sent_in_from_its_window_is_half_typed_no_more(self) -> None:
        pair = await a_pair()
        for line in ("pause", "3"):
            await pair.says("nadia", line)
        form = pair.shown["nadia"]
        await pair.says("nadia", "go on")
        pair.shown["nadia"] = form

        await pair.submits("nadia", until="2026-10-01")

        assert (await pair.pairing()).state.value == "paused"
        await pair.says("nadia", "2026-12-01")
        assert "Type “help”" in pair.text("nadia")

    async def test_a_command_leaves_a_form_that_nobody_began_to_answer(self) -> None:
        world = await self.at_consent("en")

        await world.says("nadia", "who-sees")

        assert title(world) == "Who sees what"

    async def test_a_half_typed_form_survives_a_proactive_card(self) -> None:
        pair = await a_pair()
        await pair.says("nadia", "pause")
        await pair.says("nadia", "3")
        await pair.says("nadia", "go on")
        await pair.asked()

        await pair.says("nadia", "2026-10-01")

        assert (await pair.pairing()).state.value == "paused"


@pytest.mark.parametrize("answer", ["/mentor 2", "/mentor English", "mentor english"])
async def test_where_only_commands_can_be_typed_they_answer_the_last_card(answer: str) -> None:
    world = await a_round(language="fr")
    await world.says("nadia", "/mentor langue")

    await world.says("nadia", answer)

    assert "English" in world.text("nadia")
