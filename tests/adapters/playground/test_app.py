"""The playground over HTTP: chats, clock, panels, live stream, and who is refused."""

import asyncio
import json
import re
from datetime import datetime, timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer

from adapters.clocks import MovableClock
from adapters.playground.app import PAGES, Pages
from adapters.playground.gate import is_local
from adapters.playground.limits import BODY, SEARCH
from adapters.playground.words import page_words
from bot.domain.delivery import DeliveryState, Kind
from tests.adapters.playground.stub import MONDAY, StubStore, stub_parts

MARGAUX = "margaux.delisle@phares-marees.example"
NADIA = "nadia.benchekroun@phares-marees.example"


@pytest.fixture
def parts():
    return stub_parts()


@pytest.fixture
def pages(parts):
    return Pages(parts)


@pytest.fixture
async def page(pages):
    async with TestClient(TestServer(pages.app, host="127.0.0.1")) as client:
        yield client


async def post(page, path, **data):
    answer = await page.post(f"/api/{path}", json={"key": "k1", "address": MARGAUX, **data})
    return answer.status, await answer.json()


async def chat(page, after=0, address=MARGAUX):
    answer = await page.get(f"/api/chats/{address}", params={"after": str(after)})
    return (await answer.json())["messages"]


async def test_a_typed_line_and_its_answer_stand_in_the_chat(page):
    status, reply = await post(page, "say", text="/mentor checkin")
    assert (status, reply) == (200, {"form": None, "faults": {}})
    said, answered = await chat(page)
    assert said["text"] == "/mentor checkin"
    assert answered["card"]["title"] == "Weekly check-in"
    assert answered["card"]["buttons"][0]["style"] == "primary"
    assert await chat(page, after=said["version"]) == [answered]


async def test_a_pressed_card_is_replaced_and_says_what_was_chosen(page):
    await post(page, "say", text="/mentor checkin")
    asked = (await chat(page))[1]
    press = {"message": asked["id"], "action": "checkin.met.yes", "subject": "s1"}
    await post(page, "press", **press)
    thanked = (await chat(page))[1]
    assert (thanked["id"], thanked["chosen"]) == (asked["id"], "Yes, we met")
    assert thanked["card"]["title"] == "Thank you"
    # The same button again, from another tab that still shows it: answered below.
    await post(page, "press", **press)
    assert [m["id"] for m in (await chat(page))[:2]] == ["1", asked["id"]]
    assert len(await chat(page)) == 3


async def test_a_command_button_is_said_aloud(page):
    await post(page, "say", text="/mentor status")
    card = (await chat(page))[1]
    await post(page, "press", message=card["id"], action="command", value="status")
    assert (await chat(page))[2]["text"] == "Where do I stand?"


async def test_a_form_opens_in_the_answer_and_says_what_is_wrong(page):
    _, reply = await post(page, "say", text="/mentor join")
    form = reply["form"]
    assert form["title"] == "What could you show a leader?"
    assert [field["kind"] for field in form["inputs"]] == [
        "text",
        "text",
        "choice",
        "choice",
        "choice",
        "date",
        "switch",
    ]
    sent = {"action": form["action"], "subject": form["subject"]}
    _, reply = await post(page, "submit", **sent, values={"goal": ["nothing"]})
    assert reply["faults"] == {"goal": "Please name one thing, however small."}
    assert len(await chat(page)) == 1
    await post(page, "submit", **sent, values={"goal": ["Prompts"], "topics": ["t1", "t2"]})
    assert (await chat(page))[1]["card"]["title"] == "Thank you"


async def test_a_failing_turn_is_told_and_leaves_the_chat_alone(page, caplog):
    status, reply = await post(page, "say", text="fall")
    assert status == 500
    assert "nothing was stored" in reply["error"]
    assert await chat(page) == []
    assert "playground.failed: " in caplog.text
    assert "Traceback" not in caplog.text


async def test_the_state_names_everybody_and_the_offices(page):
    state = await (await page.get("/api/state")).json()
    assert len(state["people"]) == 24
    nadia = next(person for person in state["people"] if person["address"] == NADIA)
    assert nadia["roles"] == ["coordinator", "member"]
    offices = {office["name"]: office["open"] for office in state["clock"]["offices"]}
    assert offices == {"Montréal": True, "Vancouver": False}
    assert state["clock"]["offices"][0]["now"] == "2026-11-23T09:30:00-05:00"
    assert "join" in nadia["commands"] or "rejoindre" in nadia["commands"]


@pytest.mark.parametrize(("to", "days", "arrived"), [("next", 2, 1), ("day", 1, 0), ("week", 7, 4)])
async def test_the_clock_moves_through_everything_due(page, pages, to, days, arrived):
    assert (await post(page, "clock/move", to=to))[0] == 202
    await pages.moves.finished()
    clock = (await (await page.get("/api/state")).json())["clock"]
    assert datetime.fromisoformat(clock["offices"][0]["now"]) == MONDAY + timedelta(days=days)
    assert (clock["arrived"], clock["running"], clock["failed"]) == (arrived, "", False)


async def test_a_move_can_be_stopped_and_no_second_one_begun():
    held = asyncio.Event()
    pages = Pages(stub_parts(run_due=held.wait))
    async with TestClient(TestServer(pages.app, host="127.0.0.1")) as page:
        assert (await post(page, "clock/move", to="week"))[0] == 202
        status, reply = await post(page, "clock/move", to="day")
        assert (status, reply["error"][:9]) == (409, "The clock")
        assert (await post(page, "clock/stop"))[0] == 202
        held.set()
        await pages.moves.finished()
        assert pages.moves.progress().now == MONDAY


@pytest.mark.parametrize("to", ["-1", "yesterday", "2020-01-01", "", "day "])
async def test_the_clock_goes_nowhere_but_on(page, pages, to):
    assert (await post(page, "clock/move", to=to))[0] == 400
    assert pages.moves.progress().now == MONDAY


class Stuck(StubStore):
    """A store in which something stays due for ever."""

    async def next_due(self):
        return MONDAY


@pytest.mark.parametrize(("to", "by"), [("week", timedelta(days=7)), ("next", SEARCH)])
async def test_what_stays_due_for_ever_does_not_hold_the_clock(to, by):
    clock = MovableClock(MONDAY)
    idle = asyncio.Event()
    idle.set()
    pages = Pages(stub_parts(clock=clock, store=Stuck(clock), run_due=idle.wait))
    pages.moves.move(to)
    await pages.moves.finished()
    assert clock.now() == MONDAY + by


async def test_the_others_are_everybody_but_those_named(page, pages, parts):
    state = await (await page.get("/api/state")).json()
    employees = [one["address"] for one in state["people"] if one["roles"] == ["member"]]
    jonah = next(address for address in employees if address.startswith("jonah"))
    but = [address for address in employees if address != jonah]
    assert (await post(page, "others/join", but=but))[0] == 202
    await pages.moves.finished()
    await pages.chats.settle()
    assert {event.address for event in parts.engine.events} == {jonah}
    for wrong in ("all", [1], None):
        assert (await post(page, "others/join", but=wrong))[0] == 400
    assert (await page.post("/api/others/leave", json={"but": []})).status == 404


async def test_a_move_that_breaks_off_says_so():
    async def fall():
        raise RuntimeError("scripted")

    pages = Pages(stub_parts(run_due=fall))
    pages.moves.move("day")
    await pages.moves.finished()
    assert pages.moves.progress().failed
    await pages.moves.close()


async def test_the_outbox_and_the_digests_are_shown(page, pages):
    outbox = await (await page.get("/api/outbox")).json()
    assert outbox["counts"] == {"sent": 12, "pending": 3}
    assert outbox["rows"][0]["to"] == "Margaux Delisle"
    assert outbox["rows"][0]["title"] == "Weekly check-in"
    await post(page, "clock/move", to="week")
    await pages.moves.finished()
    digests = (await (await page.get("/api/digests")).json())["digests"]
    assert [digest["name"] for digest in digests] == ["Nadia Benchekroun"]


async def test_a_live_stream_tells_new_messages_and_the_clock(page):
    async with page.get("/api/live") as stream:
        assert stream.content_type == "text/event-stream"
        await post(page, "say", text="/mentor checkin")
        told = []
        async for line in stream.content:
            if line.startswith(b"data: "):
                told.append(json.loads(line.removeprefix(b"data: ")))
            if len(told) == 3:
                break
    assert [event.get("address") for event in told] == [MARGAUX, MARGAUX, None]
    assert told[1]["message"]["card"]["title"] == "Weekly check-in"
    assert told[2]["offices"][0]["open"] is True


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_words_of_the_page_come_in_both_languages(page, language):
    answer = await page.get("/api/words", headers={"Accept-Language": f"{language}-CA,de;q=0.5"})
    found = await answer.json()
    assert found["language"] == language
    assert found["words"]["too-long"].count("{limit}") == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_whatever_the_page_can_show_has_a_word(language):
    words = page_words(language)
    assert {f"kind-{kind.value}" for kind in Kind} <= words.keys()
    assert {f"state-{state.value}" for state in DeliveryState} <= words.keys()
    asked = set()
    for script in [*sorted(PAGES.glob("*.js")), PAGES / "page.html"]:
        text = script.read_text(encoding="utf-8")
        asked |= set(
            re.findall(r"""(?:word|say)\("([a-z-]+)"|data-(?:word|label)="([a-z-]+)""", text)
        )
    keys = {first or second for first, second in asked}
    assert len(keys) > 50
    assert keys <= words.keys()


async def test_the_page_is_served_with_a_strict_policy(page):
    for path in ("/", "/page/page.css", "/page/page.js"):
        answer = await page.get(path)
        assert answer.status == 200, path
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    for path in ("/page/app.py", "/page/..%2Fapp.py", "/page/nothing.css", "/nothing"):
        assert (await page.get(path)).status == 404, path


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example:8000"},
        {"Host": "[::1"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_foreign_pages_and_hosts_are_refused(page, parts, headers):
    assert (await page.get("/api/state", headers=headers)).status == 403
    data = {"key": "k", "address": MARGAUX, "text": "status"}
    answer = await page.post("/api/say", json=data, headers=headers)
    assert answer.status == 403
    assert "only its own page" in (await answer.json())["error"]
    assert parts.engine.events == []


async def test_a_link_from_elsewhere_opens_the_page_and_nothing_else(page):
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert (await page.get("/", headers=headers)).status == 200
    assert (await page.get("/api/state", headers=headers)).status == 403


async def test_our_own_origin_is_welcome(page):
    own = f"http://127.0.0.1:{page.port}"
    data = {"key": "k", "address": MARGAUX, "text": "status"}
    assert (await page.post("/api/say", json=data, headers={"Origin": own})).status == 200


async def test_only_json_of_a_bounded_size_is_taken(page, parts):
    data = json.dumps({"key": "k", "address": MARGAUX, "text": "status"})
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = await page.post("/api/say", data=data, headers={"Content-Type": kind})
        assert answer.status == 415, kind
    assert (await post(page, "say", text="x" * BODY))[0] == 413
    assert (await post(page, "say", text="x" * 20_001))[0] == 400
    answer = await page.post("/api/say", data="{", headers={"Content-Type": "application/json"})
    assert answer.status == 400
    answer = await page.post("/api/say", json=["text"])
    assert answer.status == 400
    assert (await page.get(f"/api/chats/{MARGAUX}?after=x")).status == 400
    assert (await post(page, "clock/move", to="month"))[0] == 400
    assert parts.engine.events == []


async def test_nobody_else_can_be_played(page, parts):
    status, reply = await post(page, "say", address="eve@evil.example", text="status")
    assert (status, reply) == (400, {"error": "Nobody in the playground has that address."})
    assert (await page.get("/api/chats/eve")).status == 400
    assert parts.engine.events == []


def test_only_this_machine_is_answered():
    assert is_local("127.0.0.1")
    assert is_local("::1")
    assert not is_local("192.0.2.7")
    assert not is_local(None)
