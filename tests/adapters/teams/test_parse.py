"""Activities as Teams sends them, and the events they become; ids and names are made up."""

from typing import Any

import pytest

from adapters.teams.addresses import Route
from adapters.teams.heard import Asks, Change, Incoming
from adapters.teams.limits import RESULTS
from adapters.teams.parse import incoming
from bot.conversation.events import Pressed, Said, Submitted

SERVICE = "https://smba.trafficmanager.net/amer/11111111-1111-4111-8111-111111111111/"
BUTTON = {"action": "checkin.met.yes", "subject": "c1", "value": "", "card": "n1"}
FORM = {"action": "profile.mentor", "subject": "e1", "card": "n2", "many": ["topics", "slots"]}


def activity(type_: str = "message", **more: Any) -> dict[str, Any]:
    """Return an activity with all that Teams says around it."""
    return {
        "type": type_,
        "id": "1726320600000",
        "timestamp": "2026-09-14T13:30:00.000Z",
        "localTimestamp": "2026-09-14T09:30:00.000-04:00",
        "localTimezone": "America/Toronto",
        "channelId": "msteams",
        "serviceUrl": SERVICE,
        "from": {"id": "29:1abc", "name": "Ana Test", "aadObjectId": "0000-ana"},
        "recipient": {"id": "28:bot", "name": "Passerelle"},
        "conversation": {
            "conversationType": "personal",
            "tenantId": "1111",
            "id": "a:1xyz",
        },
        "channelData": {"tenant": {"id": "1111"}, "source": {"name": "message"}},
        "entities": [
            {
                "locale": "fr-CA",
                "country": "CA",
                "platform": "Web",
                "timezone": "America/Montreal",
                "type": "clientInfo",
            }
        ],
        "locale": "fr-CA",
        **more,
    }


def invoke(name: str, value: Any) -> dict[str, Any]:
    return activity("invoke", name=name, value=value)


def read(data: dict[str, Any]) -> Incoming:
    return incoming(data, "org")


def test_what_is_common_to_all() -> None:
    found = read(activity(text="status"))

    assert (found.tenant, found.address, found.member) == ("1111", "0000-ana", "29:1abc")
    assert (found.locale, found.zone) == ("fr-CA", "America/Montreal")
    assert found.personal
    event = found.event
    assert event is not None
    assert (event.organisation_id, event.platform, event.tenant) == ("org", "teams", "1111")
    assert event.route == Route(conversation="a:1xyz", service_url=SERVICE).packed()


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("join", "join"),
        ("/join", "join"),
        ("mentor join", "mentor join"),
        ("/mentor join", "mentor join"),
        ("@Mentor join", "join"),
        ("@mentor /join", "join"),
        ("@Passerelle join", "join"),
        ("<at>Passerelle</at> join\n", "join"),
        ("<at id='0'>Passerelle</at>&nbsp;join", "join"),
        ("join <at>Passerelle</at>", "join"),
        ("rejoindre", "rejoindre"),
        ("/mentor qui-voit", "mentor qui-voit"),
        ("@ana hello", "@ana hello"),
        ("l’an « deux »", "l’an « deux »"),
        ("first\nsecond", "first\nsecond"),
        ("", ""),
    ],
)
def test_a_typed_line_loses_only_the_call(typed: str, understood: str) -> None:
    event = read(activity(text=typed)).event

    assert isinstance(event, Said)
    assert event.text == understood


def test_a_message_without_text_is_an_empty_line() -> None:
    """Somebody sent a picture."""
    event = read(activity(attachments=[{"contentType": "image/*"}])).event

    assert isinstance(event, Said)
    assert event.text == ""


@pytest.mark.parametrize(
    ("data", "asks"),
    [
        (activity(value={"button": BUTTON}), Asks.MESSAGE),
        (
            invoke(
                "adaptiveCard/action",
                {
                    "action": {
                        "type": "Action.Execute",
                        "id": "",
                        "verb": "checkin.met.yes",
                        "data": {"button": BUTTON},
                    },
                    "trigger": "manual",
                },
            ),
            Asks.ACTION,
        ),
        (
            invoke(
                "task/fetch",
                {
                    "data": {"msteams": {"type": "task/fetch"}, "button": BUTTON},
                    "context": {"theme": "default"},
                },
            ),
            Asks.DIALOG,
        ),
        (
            invoke("message/submitAction", {"actionName": "x", "actionValue": {"button": BUTTON}}),
            Asks.MESSAGE,
        ),
    ],
)
def test_a_button_however_it_comes(data: dict[str, Any], asks: Asks) -> None:
    found = read(data)

    assert found.asks is asks
    assert isinstance(found.event, Pressed)
    assert (found.event.action, found.event.subject) == ("checkin.met.yes", "c1")


@pytest.mark.parametrize(
    ("data", "asks"),
    [
        (lambda value: activity(value=value), Asks.MESSAGE),
        (lambda value: invoke("adaptiveCard/action", {"action": {"data": value}}), Asks.ACTION),
        (lambda value: invoke("task/submit", {"data": value}), Asks.DIALOG),
    ],
)
def test_a_form_however_it_comes(data: Any, asks: Asks) -> None:
    filled = {
        "topics": "ai-assistants,gaming",
        "slots": "",
        "others": "This, that, and more",
        "departments": "Sales%2C East",
        "agree": "yes",
        "off": "no",
        "number": 4,
        "toggle": True,
    }

    found = read(data({"form": FORM, **filled}))

    assert found.asks is asks
    assert isinstance(found.event, Submitted)
    assert dict(found.event.values) == {
        "topics": ("ai-assistants", "gaming"),
        "slots": (),
        "others": ("This, that, and more",),
        "departments": ("Sales%2C East",),
        "agree": ("yes",),
        "off": ("no",),
        "number": ("4",),
        "toggle": ("true",),
    }


def test_what_somebody_types_into_a_list_is_a_question() -> None:
    value = {
        "kind": "search",
        "queryText": "cyb",
        "queryOptions": {"skip": 0, "top": 9_999},
        "dataset": "topics-mentor",
    }
    found = read(invoke("application/search", value))

    assert found.asks is Asks.SEARCH
    assert found.query is not None
    assert (found.query.field, found.query.text, found.query.most) == (
        "topics-mentor",
        "cyb",
        RESULTS,
    )


@pytest.mark.parametrize(
    ("action", "change"),
    [
        ("add", Change.INSTALLED),
        ("add-upgrade", Change.INSTALLED),
        ("remove", Change.REMOVED),
        ("remove-upgrade", Change.REMOVED),
        ("unknown", None),
    ],
)
def test_the_app_comes_and_goes(action: str, change: Change | None) -> None:
    assert read(activity("installationUpdate", action=action)).change is change


@pytest.mark.parametrize(
    "data",
    [
        activity("conversationUpdate", membersAdded=[{"id": "28:bot"}]),
        activity("conversationUpdate", membersRemoved=[{"id": "29:1abc"}]),
        activity("messageReaction", reactionsAdded=[{"type": "like"}]),
        activity("messageUpdate", text="changed"),
        activity("messageDelete"),
        activity("typing"),
        activity("event", name="application/vnd.microsoft.readReceipt", value={}),
        {**activity(text="x"), "from": {"id": "29:1abc"}},
    ],
)
def test_the_rest_is_let_be(data: dict[str, Any]) -> None:
    found = read(data)

    assert (found.asks, found.event, found.change) == (Asks.NOTHING, None, None)


def key(data: dict[str, Any]) -> str:
    event = read(data).event
    assert event is not None
    return event.key


def test_one_activity_has_one_key_and_others_have_others() -> None:
    line = activity(text="status")
    elsewhere = {**line, "conversation": {"id": "a:2"}}

    assert key(line) == key({**line, "timestamp": "later"})
    assert len({key(line), key({**line, "id": "2"}), key(elsewhere)}) == 3
    assert key(line).startswith("teams:")
    assert len(key(line)) < 60


def pressed(**changes: Any) -> dict[str, Any]:
    value = {"action": {"data": {"button": {**BUTTON, **changes.pop("button", {})}}}}
    return {**invoke("adaptiveCard/action", value), **changes}


def test_a_second_tap_on_one_card_is_the_same_press() -> None:
    assert key(pressed(id="1")) == key(pressed(id="2"))
    assert key(pressed()) != key(pressed(button={"card": "n9"}))
    assert key(pressed()) != key(pressed(button={"action": "checkin.met.stuck"}))
    assert key(pressed(id=None)) == key(pressed())


def test_what_may_be_pressed_again_is_known_by_its_activity() -> None:
    command = {"action": "command", "value": "status"}
    assert key(pressed(id="1", button=command)) != key(pressed(id="2", button=command))

    opens = invoke("task/fetch", {"data": {"button": BUTTON}})
    assert key({**opens, "id": "1"}) != key({**opens, "id": "2"})


def test_one_shown_form_is_sent_in_once() -> None:
    form = invoke("task/submit", {"data": {"form": FORM, "a": "1"}})

    assert key({**form, "id": "1"}) == key({**form, "id": "2"})


@pytest.mark.parametrize("zone", ["../etc", "", "America/Toronto\n", "x" * 400, 7, None, "Ünder"])
def test_a_strange_zone_is_none(zone: Any) -> None:
    data = activity(text="x", entities=[{"type": "clientInfo", "timezone": zone}])
    data["localTimezone"] = None

    assert read(data).zone == ""


def test_a_group_is_not_personal() -> None:
    assert not read(
        activity(text="x", conversation={"id": "19:x", "conversationType": "groupChat"})
    ).personal
    assert not read(
        activity(text="x", conversation={"id": "19:x", "conversationType": "channel"})
    ).personal
