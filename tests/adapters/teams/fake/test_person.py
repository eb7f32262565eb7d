"""The fake's persons do what a client lets people do, and see what it shows."""

from typing import Any

import pytest

from tests.adapters.teams.fake.inputs import CannotDo
from tests.adapters.teams.fake.person import CARD, MESSAGE, Person
from tests.adapters.teams.fake.server import FakeTeams
from tests.adapters.teams.fake.stub_bot import StubBot, message
from tests.history import Kind

TOPICS = {
    "type": "Input.ChoiceSet",
    "id": "topics",
    "label": "Topics",
    "isMultiSelect": True,
    "style": "filtered",
    "choices": [{"title": "AI", "value": "ai"}, {"title": "Data", "value": "data"}],
    "choices.data": {"type": "Data.Query", "dataset": "topics"},
}
NOTE = {"type": "Input.Text", "id": "note", "label": "Note", "maxLength": 5, "isRequired": True}
CONSENT = {"type": "Input.Toggle", "id": "consent", "title": "I agree"}
YES = {
    "type": "Action.Execute",
    "title": "Yes",
    "verb": "press",
    "data": {"action": "checkin.met.yes"},
    "fallback": {"type": "Action.Submit", "title": "Yes", "data": {"old": True}},
}
FILL_IN = {
    "type": "Action.Submit",
    "title": "Fill in",
    "data": {"msteams": {"type": "task/fetch"}, "form": "profile"},
}
SEND = {"type": "Action.Submit", "title": "Send", "data": {"form": "profile"}}


def card(*body: dict[str, Any], actions: list[dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = message(*body, actions=actions)["attachments"][0]["content"]
    return found


def shows(content: dict[str, Any]) -> tuple[int, Any]:
    info = {"title": "Profile", "card": {"contentType": CARD, "content": content}}
    return 200, {"task": {"type": "continue", "value": info}}


@pytest.fixture
async def ana(teams: FakeTeams, bot: StubBot) -> Person:
    ana = teams.person("Ana Test", locale="fr-CA")
    await ana.installs()
    sent = message(TOPICS, actions=[YES, FILL_IN])
    assert (await bot.calls("POST", f"/{ana.chat.id}/activities", sent))[0] == 201
    bot.heard.clear()
    return ana


async def test_a_typed_line_arrives_with_all_that_teams_says_around_it(
    teams: FakeTeams, bot: StubBot, ana: Person
) -> None:
    await ana.types("/mentor join")

    [activity] = bot.heard
    assert activity["text"] == "/mentor join"
    assert activity["channelData"]["tenant"]["id"] == teams.app.tenant
    assert activity["serviceUrl"] == teams.wire.service_url(teams.app.tenant)
    assert activity["from"]["aadObjectId"] == ana.user.object_id
    assert activity["entities"][0]["timezone"] == "America/Toronto"
    assert activity["localTimestamp"].endswith("-04:00")
    assert [each.by_bot for each in ana.screen] == [True, False]


async def test_a_pressed_button_is_an_invoke_whose_answer_takes_the_cards_place(
    teams: FakeTeams, bot: StubBot, ana: Person
) -> None:
    new = card(actions=[SEND])
    bot.answers.append((200, {"statusCode": 200, "type": CARD, "value": new}))

    await ana.presses("Yes", {"topics": ["ai", "data"]})

    [activity] = bot.heard
    assert (activity["type"], activity["name"]) == ("invoke", "adaptiveCard/action")
    assert activity["value"]["action"]["verb"] == "press"
    assert activity["value"]["action"]["data"] == {
        "action": "checkin.met.yes",
        "topics": "ai,data",
    }
    assert len(ana.screen) == 1
    assert ana.card == new
    assert teams.faults == []


async def test_an_old_client_takes_the_fallback(bot: StubBot, ana: Person) -> None:
    ana.old_client = True

    await ana.presses("Yes")

    [activity] = bot.heard
    assert (activity["type"], activity["value"]) == ("message", {"old": True})
    assert "text" not in activity


async def test_a_dialog_opens_finds_choices_and_is_sent_in(
    teams: FakeTeams, bot: StubBot, ana: Person
) -> None:
    bot.answers.append(shows(card(TOPICS, NOTE, CONSENT, actions=[SEND])))
    await ana.presses("Fill in")
    found = {
        "type": "application/vnd.microsoft.search.searchResponse",
        "statusCode": 200,
        "value": {"results": [{"title": f"AI {n}", "value": f"ai-{n}"} for n in range(20)]},
    }
    bot.answers.append((200, found))
    assert len(await ana.searches("topics", "ai")) == 15

    bot.answers.append((200, {"task": {"type": "message", "value": "Saved."}}))
    await ana.submits({"topics": ["ai-3"], "note": "short"})

    fetch, search, submit = bot.heard
    assert (fetch["name"], fetch["value"]["data"]["form"]) == ("task/fetch", "profile")
    assert (search["name"], search["value"]["queryText"]) == ("application/search", "ai")
    assert submit["name"] == "task/submit"
    assert submit["value"]["data"] == {
        "form": "profile",
        "topics": "ai-3",
        "note": "short",
        "consent": "false",
    }
    assert ana.dialog is None
    assert ana.notices == ["Saved."]
    assert teams.faults == []


@pytest.mark.parametrize(
    ("filled", "said"),
    [({}, "note"), ({"note": "too long"}, "5 characters"), ({"other": "x"}, "no such inputs")],
)
async def test_the_client_itself_refuses_what_its_inputs_do_not_take(
    bot: StubBot, ana: Person, filled: dict[str, str], said: str
) -> None:
    bot.answers.append(shows(card(NOTE, actions=[SEND])))
    await ana.presses("Fill in")

    with pytest.raises(CannotDo, match=said):
        await ana.submits(filled)

    assert len(bot.heard) == 1


async def test_a_failure_of_the_bot_is_shown_and_a_wrong_answer_is_a_fault(
    teams: FakeTeams, bot: StubBot, ana: Person
) -> None:
    bot.answers.extend([(500, None), (200, {"statusCode": 200, "type": MESSAGE, "value": {}})])

    await ana.presses("Yes")
    await ana.presses("Yes")

    assert ana.notices == ["Something went wrong (500)"]
    assert "an invoke answered with" in teams.faults[0]


async def test_the_same_activity_is_told_again_to_a_slow_bot(
    teams: FakeTeams, bot: StubBot, ana: Person
) -> None:
    teams.wire.copies = 3

    await ana.types("join")

    assert len(bot.heard) == 3
    assert len({activity["id"] for activity in bot.heard}) == 1
    told = teams.connector.history.of(Kind.TOLD)[-3:]
    assert {each.key for each in told} == {bot.heard[0]["id"]}
