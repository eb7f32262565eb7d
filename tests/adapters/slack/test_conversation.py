"""Somebody in front of Slack: what they do, and what they see, through the real app."""

from datetime import timedelta

import pytest

from adapters.slack.answer import Answers
from adapters.slack.faults import faults
from adapters.slack.heard import Heard
from adapters.slack.render import Json
from bot.conversation.events import Reply
from tests.adapters.slack.fake.delivery import HttpLine
from tests.adapters.slack.fake.faults import Fault, Manner
from tests.adapters.slack.fake.person import Visitor
from tests.adapters.slack.office import Office
from tests.adapters.slack.shown import meanings, words

ALL_CONSENTS = dict.fromkeys(("matching", "facts", "statistics", "recognition"), ("yes",))
TOPICS = {"topics-mentor": ("ai-assistants", "gaming")}


def seen(blocks: object) -> str:
    return "\n".join(words(blocks))


class Mute(Answers):
    """Answers of which none can be shown."""

    def __init__(self) -> None:
        """Take nothing: nothing is ever shown."""

    async def give(self, heard: Heard, reply: Reply) -> Json:
        raise ConnectionError


async def open_a_round(office: Office) -> None:
    """Let the coordinator create a programme and invite everybody."""
    claire = office.person("U1HR")
    await claire.types("/mentor programme")
    await claire.submits({"name": ("Bridges",)})
    await claire.types("/mentor invite")
    await claire.presses("Continue")
    sure = claire.messages[-1].blocks[-1]
    await claire.presses(_first_label(claire) or str(sure))
    await office.run_due()


def _first_label(who: Visitor) -> str:
    for block in who.messages[-1].blocks:
        if block["type"] == "actions":
            return str(block["elements"][0]["text"]["text"])
    return ""


async def test_a_command_is_answered_to_whoever_typed_it(office: Office) -> None:
    answer = await office.person().types("/mentor help")

    assert answer.body is not None
    assert answer.body["response_type"] == "ephemeral"
    assert "status" in seen(answer.body["blocks"])
    assert list(meanings(answer.body["blocks"])) == []
    assert faults(answer.body) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/mentor", "What I can do"),
        ("/mentor hepl", "help"),
        ("/mentor statut", ""),
        ("/mentor <!channel> & *b*", "<!channel>"),
    ],
)
async def test_whatever_is_typed_gets_an_answer(office: Office, typed: str, said: str) -> None:
    answer = await office.person().types(typed)

    assert answer.body is not None
    assert said in seen(answer.body["blocks"]) or said in answer.body["text"]
    assert "<!" not in answer.body["text"]


async def test_the_same_request_told_twice_is_taken_once(office: Office) -> None:
    await office.person().types("/mentor lang fr")
    line = office.slack.post.line
    assert isinstance(line, HttpLine)

    again = await line.again({})

    assert again.status == 200
    assert again.body is not None
    assert "déjà" in seen(again.body["blocks"])


async def test_a_button_answers_in_its_place(office: Office) -> None:
    ana = office.person()
    await ana.types("/mentor lang")

    await ana.presses("Français")

    assert len(ana.messages) == 1
    assert "français" in seen(ana.messages[-1].blocks)
    assert (await office.everybody())["Ana Test"].language == "fr"


async def test_a_button_can_be_typed_after_the_command(office: Office) -> None:
    ana = office.person()
    await ana.types("/mentor lang")

    await ana.types("/mentor 1")

    assert (await office.everybody())["Ana Test"].language == "fr"


async def test_a_button_that_acts_as_a_command_adds_an_answer(office: Office) -> None:
    ana = office.person()
    await ana.types("/mentor help")

    await ana.presses("Where I stand")

    assert [message.text.splitlines()[0] for message in ana.messages] == [
        "What I can do",
        "Where you stand",
    ]
    assert ana.messages[-1].only_for == ana.id


async def test_somebody_joins_from_the_invitation_to_the_profile(office: Office) -> None:
    await open_a_round(office)
    ana = office.person()
    [invitation] = ana.messages
    assert invitation.only_for == ""

    await ana.presses("I’m in")
    await ana.presses("No")  # she leads nobody: Slack’s directory says nothing of it
    await ana.presses("I show: mentor")
    await ana.submits({})
    assert ana.modal is not None
    assert set(ana.modal["errors"]) == {"matching", "facts"}
    await ana.submits(ALL_CONSENTS)
    await ana.submits(TOPICS)
    assert ana.modal is not None
    assert ana.modal["title"]["text"] == "How sure are you?"
    levels = {b["block_id"]: ("3",) for b in ana.modal["blocks"] if b["type"] == "input"}
    await ana.submits(levels)

    assert office.slack.state.screens.stack("T1", ana.id) == []
    [message] = ana.messages
    assert message.ts == invitation.ts
    assert "Thank" in message.text or "hear from me" in message.text


async def test_a_form_answered_after_half_an_hour_shows_its_answer_in_the_window(
    office: Office,
) -> None:
    await open_a_round(office)
    ana = office.person()
    await ana.presses("I’m in")
    await ana.presses("No")  # she leads nobody: Slack’s directory says nothing of it
    await ana.presses("I show: mentor")
    office.clock.advance(timedelta(minutes=31))
    await ana.submits(ALL_CONSENTS)
    await ana.submits(TOPICS)
    assert ana.modal is not None
    levels = {b["block_id"]: ("3",) for b in ana.modal["blocks"] if b["type"] == "input"}

    await ana.submits(levels)

    assert ana.modal is not None
    assert ana.modal["callback_id"] == "card"


async def test_a_form_without_a_message_is_answered_in_the_window(office: Office) -> None:
    claire = office.person("U1HR")
    await claire.types("/mentor programme")

    await claire.submits({"name": ("Bridges",)})

    assert claire.modal is not None
    assert claire.modal["title"]["text"] == "The round is open"
    assert claire.messages == []

    await claire.presses_in_view("Settings and round")

    assert claire.modal is not None
    assert "Bridges" in seen(claire.modal["blocks"])


async def test_a_fault_is_shown_beside_its_field_and_keeps_what_was_typed(office: Office) -> None:
    claire = office.person("U1HR")
    await claire.types("/mentor programme")

    await claire.submits({"name": ("Bridges",), "weeks": ("99",)})

    assert claire.modal is not None
    assert list(claire.modal["errors"]) == ["weeks"]
    assert claire.modal["state"]["values"]["name"]["name"]["value"] == "Bridges"


async def test_a_window_that_slack_opens_no_more_is_said(office: Office) -> None:
    claire = office.person("U1HR")
    office.slack.state.faults.befall("views.open", Fault(Manner.ERROR, "expired_trigger_id"))

    answer = await claire.types("/mentor programme")

    assert answer.body is not None
    assert "once more" in seen(answer.body["blocks"])


async def test_the_home_shows_a_person_their_own_and_the_coordinator_the_console(
    office: Office,
) -> None:
    await open_a_round(office)
    ana, claire = office.person(), office.person("U1HR")

    await ana.opens_home()
    await claire.opens_home()

    assert ana.home is not None
    assert claire.home is not None
    assert faults({k: ana.home[k] for k in ("type", "blocks")}) == []
    assert "Your settings and your data" in seen(ana.home["blocks"])
    assert len(seen(claire.home["blocks"])) > len(seen(ana.home["blocks"]))

    await ana.presses_in_view("Language", home=True)

    assert ana.modal is not None
    assert "Français" in seen(ana.modal["blocks"])

    await ana.presses_in_view("Français")

    assert ana.modal is not None
    assert "français" in seen(ana.modal["blocks"])


@pytest.mark.parametrize("kind", ["command", "message", "form"])
async def test_a_store_out_of_order_is_said_and_nothing_that_was_typed_is_lost(
    office: Office, kind: str
) -> None:
    claire = office.person("U1HR")
    await claire.types("/mentor lang" if kind == "message" else "/mentor programme")
    office.engine.broken = True

    if kind == "command":
        answer = await claire.types("/mentor status")
        assert answer.body is not None
        said = seen(answer.body["blocks"])
    elif kind == "message":
        await claire.presses("English")
        said = claire.messages[-1].text
    else:
        await claire.submits({"name": ("Bridges",)})
        assert claire.modal is not None
        said = str(claire.modal["errors"])
        assert claire.modal["state"]["values"]["name"]["name"]["value"] == "Bridges"

    assert "nothing was changed" in said
    assert "rien n’a changé" in said


async def test_an_event_that_could_not_be_taken_is_told_again(office: Office) -> None:
    ana = office.person()
    office.engine.broken = True

    answer = await ana.opens_home()
    assert answer.status == 503
    office.engine.broken = False
    office.clock.advance(timedelta(minutes=6))
    await office.slack.post.deliver()

    assert ana.home is not None


async def test_what_was_kept_is_never_denied_when_it_cannot_be_shown(office: Office) -> None:
    ana = office.person()
    await ana.types("/mentor lang")
    office.service.desk.answers = Mute()

    answer = await ana.presses("Français")

    assert answer.status == 200
    assert "nothing was changed" not in ana.messages[-1].text
    assert (await office.everybody())["Ana Test"].language == "fr"
