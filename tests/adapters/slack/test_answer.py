"""Answers that meet a Slack which knows no charts, an address that is not Slack's, or a chat."""

from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from adapters.slack.answer import Answers
from adapters.slack.heard import Heard, Surface
from adapters.slack.posting import Posting
from bot.conversation.events import Opened, Pressed, Reply
from bot.messages.card import Card, Chart, Text, note
from tests.adapters.slack.fake.delivery import HttpLine
from tests.adapters.slack.fake.faults import Fault, Manner
from tests.adapters.slack.fake.payloads import new_hook
from tests.adapters.slack.office import Office
from tests.adapters.slack.shown import words

WHO = {
    "organisation_id": "org",
    "key": "k",
    "platform": "slack",
    "tenant": "T1",
    "address": "U1ANA",
}
DIGEST = Card(title="Digest", body=(Chart("Meetings held", ("Week 1",), (3.0,)),))
STORY = "".join(f"Line {number} of a long story.\n" for number in range(700))
LONG = Card(title="All", body=(Text(STORY),))


def answers(office: Office) -> Answers:
    return office.service.desk.answers


def kinds(blocks: list[dict[str, Any]]) -> list[str]:
    return [block["type"] for block in blocks]


def heard(office: Office, surface: Surface, **changes: Any) -> Heard:
    chat = office.person().chat
    hook = new_hook(office.slack.state, "T1", chat.id, "U1ANA")
    values = {"response_url": f"{office.slack.address}/hooks/{hook}", **changes}
    return Heard(event=Pressed(action="a.b.c", **WHO), surface=surface, **values)


async def test_a_chart_after_a_command_is_drawn(office: Office) -> None:
    body = await answers(office).give(heard(office, Surface.COMMAND), Reply(cards=(DIGEST,)))

    assert body == {}
    [message] = office.person().messages
    assert kinds(message.blocks) == ["header", "data_visualization"]
    assert message.only_for == "U1ANA"


async def test_a_chart_after_a_command_is_written_when_the_address_is_past(office: Office) -> None:
    asked = heard(office, Surface.COMMAND, response_url=f"{office.slack.address}/hooks/none")

    body = await answers(office).give(asked, Reply(cards=(DIGEST,)))

    assert kinds(body["blocks"]) == ["header", "rich_text"]


async def test_a_chart_in_the_chat_that_slack_does_not_know_is_written(office: Office) -> None:
    office.slack.state.faults.befall("chat.postMessage", Fault(Manner.ERROR, "invalid_blocks"))

    await answers(office).give(heard(office, Surface.CHAT), Reply(cards=(DIGEST,)))

    [message] = office.person().messages
    assert kinds(message.blocks) == ["header", "rich_text"]


@pytest.mark.parametrize("surface", [Surface.COMMAND, Surface.MESSAGE, Surface.CHAT, Surface.FORM])
async def test_an_answer_longer_than_a_message_comes_in_several(
    office: Office, surface: Surface
) -> None:
    await answers(office).give(heard(office, surface), Reply(cards=(note("Short"), LONG)))

    first, *others = (list(words(message.blocks)) for message in office.person().messages)
    assert first == ["Short"]
    assert [shown[0] for shown in others] == ["All (1/2)", "All (2/2)"]
    assert "".join(piece for shown in others for piece in shown[1:]) == STORY


async def test_a_long_answer_to_a_command_is_said_in_the_chat_when_the_address_is_past(
    office: Office,
) -> None:
    asked = heard(office, Surface.COMMAND, response_url=f"{office.slack.address}/hooks/none")

    body = await answers(office).give(asked, Reply(cards=(LONG,)))

    shown = [list(words(message.blocks)) for message in office.person().messages]
    assert [pieces[0] for pieces in shown] == ["All (1/2)", "All (2/2)"]
    assert "".join(piece for pieces in shown for piece in pieces[1:]) == STORY
    assert body == {}


@pytest.mark.parametrize("surface", [Surface.HOME_BUTTON, Surface.FORM])
async def test_what_is_longer_than_a_window_is_said_in_the_chat(
    office: Office, surface: Surface
) -> None:
    trigger = office.slack.state.trigger("T1", "U1ANA")
    asked = heard(office, surface, trigger_id=trigger, response_url="")

    body = await answers(office).give(asked, Reply(cards=(LONG,), language="en"))

    shown = [list(words(message.blocks)) for message in office.person().messages]
    assert [pieces[0] for pieces in shown] == ["All (1/2)", "All (2/2)"]
    assert "".join(piece for pieces in shown for piece in pieces[1:]) == STORY
    window = body["view"] if surface is Surface.FORM else office.person().modal
    assert "in our chat" in str(window)


async def test_a_home_with_a_chart_slack_does_not_know_is_shown_with_figures(
    office: Office,
) -> None:
    office.slack.state.faults.befall("views.publish", Fault(Manner.ERROR, "invalid_arguments"))
    opened = Heard(event=Opened(**WHO), surface=Surface.HOME)

    await answers(office).give(opened, Reply(cards=(DIGEST,)))

    home = office.person().home
    assert home is not None
    assert kinds(home["blocks"]) == ["header", "rich_text"]


@pytest.mark.parametrize(
    "url",
    [
        "https://hooks.slack.com.evil.example/x",
        "https://evil.example/hooks.slack.com",
        "http://169.254.169.254/latest",
        "https://user@hooks.slack.com/x",
        "https://hooks.slack.com:8443/x",
        "file:///etc/passwd",
        "https://[::1",
        "",
    ],
)
async def test_an_address_that_is_not_slacks_is_not_followed(office: Office, url: str) -> None:
    asked = heard(office, Surface.FORM, response_url=url)

    body = await answers(office).give(asked, Reply(cards=(note("Thank you."),)))

    assert body["response_action"] == "update"
    assert office.person().messages == []


async def tell(office: Office, text: str) -> None:
    ana = office.person()
    [install] = office.slack.state.installs
    event = {
        "type": "message",
        "channel_type": "im",
        "channel": ana.chat.id,
        "user": ana.id,
        "text": text,
        "ts": "1.1",
    }
    office.slack.state.told({"event": event, "install": install})
    await office.slack.post.deliver()


async def test_a_line_in_the_chat_is_answered_there(office: Office) -> None:
    await tell(office, "help")

    [message] = office.person().messages
    assert message.text.startswith("What I can do")
    assert message.only_for == ""


@pytest.mark.parametrize("waits", [["1"], ["7", "9"]])
async def test_a_line_is_answered_late_where_slack_asks_for_a_pause(
    office: Office, waits: list[str]
) -> None:
    pauses = [Fault(Manner.LIMITED, seconds) for seconds in waits]
    office.slack.state.faults.befall("chat.postMessage", *pauses)
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        office.clock.advance(timedelta(seconds=seconds))

    asked = heard(office, Surface.CHAT)
    responses = office.service.options.place.responses
    patient = Answers(Posting(office.service.desk.api, responses, sleep))
    await patient.give(asked, Reply(cards=(note("Hello"),)))

    assert slept == [float(seconds) for seconds in waits]
    assert [message.text for message in office.person().messages] == ["Hello"]


async def test_a_line_is_not_answered_minutes_late(office: Office) -> None:
    office.slack.state.faults.befall("chat.postMessage", Fault(Manner.LIMITED, "31"))

    await answers(office).give(heard(office, Surface.CHAT), Reply(cards=(note("Hello"),)))

    assert office.person().messages == []


async def test_a_line_that_slack_tells_again_is_answered_once(office: Office) -> None:
    await tell(office, "help")
    line = office.slack.post.line
    assert isinstance(line, HttpLine)

    again = await line.again({"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"})

    assert again.status == 200
    assert len(office.person().messages) == 1


async def test_a_form_asked_for_by_a_line_says_how_to_open_it(office: Office) -> None:
    def appoint(work: Any) -> None:
        for person in work.people.all():
            person.is_coordinator = True

    await office.look(appoint)

    await tell(office, "programme")

    [message] = office.person().messages
    assert "/mentor" in message.text


async def test_what_is_not_for_us_is_well_all_the_same(office: Office) -> None:
    [install] = office.slack.state.installs
    for event in ({"type": "aurora_seen", "user": "U1ANA"}, {"type": "member_joined_channel"}):
        office.slack.state.told({"event": event, "install": install})
        [answer] = await office.slack.post.deliver()
        assert answer.status == 200


@pytest.mark.parametrize(
    ("payload", "status", "said"),
    [
        (
            {"type": "block_suggestion", "action_id": "x", "team": {"id": "T1"}},
            200,
            '{"options": []}',
        ),
        ({"type": "url_verification", "challenge": "c3po"}, 200, "c3po"),
        ({"type": "view_closed", "view": {}, "team": {"id": "T1"}}, 200, ""),
        ({"type": "shortcut", "callback_id": "x", "team": {"id": "T1"}}, 200, ""),
        (
            {"type": "block_actions", "team": {"id": "T1"}, "actions": [{"action_id": "press.1"}]},
            400,
            "",
        ),
        ({}, 200, ""),
    ],
    ids=["options", "challenge", "closed", "shortcut", "misshapen", "nothing"],
)
async def test_each_kind_of_payload_gets_its_answer(
    office: Office, payload: dict[str, Any], status: int, said: str
) -> None:
    response = await office.service.desk.dispatch(payload, {})

    assert response.status == status
    assert said in response.body


async def test_a_forged_request_is_turned_away_before_bolt(office: Office) -> None:
    url = f"{office.url}/slack/events"
    async with aiohttp.ClientSession() as session:
        async with session.post(url, data=b"ssl_check=1") as response:
            assert response.status == 401
        async with session.get(url) as response:
            assert response.status == 405
