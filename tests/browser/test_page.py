"""The page itself, before a scripted engine: keyboard, forms, live news, and hostile texts."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from playwright.async_api import Page, expect

from adapters.playground.app import Pages
from bot.messages.card import Card, Quote, Text, note
from bot.ports import Recipient
from tests.adapters.playground.stub import TENANT, stub_parts
from tests.browser.visitor import Visitor

# The browser lives as long as its worker, so its tests share one event loop.
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.asyncio(loop_scope="session"),
]

MARGAUX = "margaux.delisle@phares-marees.example"
HOSTILE = "<img src=x onerror=alert(1)> <b>bold</b> & \u202e"


# What the browser itself says of requests that a test makes fail.
LOST = "Failed to load resource"


@pytest_asyncio.fixture(loop_scope="session")
async def pages() -> Pages:
    return Pages(stub_parts())


@pytest_asyncio.fixture(loop_scope="session")
async def me(page: Page, pages: Pages) -> AsyncIterator[Visitor]:
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.set_default_timeout(10_000)
    await page.emulate_media(reduced_motion="reduce")
    async with TestServer(pages.app, host="127.0.0.1") as server:
        await page.goto(str(server.make_url("/")))
        await expect(page.locator("body")).to_have_attribute("data-ready", "true")
        yield Visitor(page)
        # Leaves the page before its server is gone, which it would rightly complain about.
        await page.goto("about:blank")
    assert [each for each in complaints if not each.startswith(LOST)] == []


async def test_everything_can_be_done_with_a_keyboard(me):
    keyboard = me.page.keyboard
    await me.page.locator("#chat-1 button.who").focus()
    await keyboard.press("Enter")
    await keyboard.type("vaill")
    await keyboard.press("Enter")
    await expect(me.page.locator("#chat-1 button.who")).to_be_focused()
    await expect(me.page.locator("#chat-1 button.who")).to_contain_text("Hélène Vaillancourt")
    await me.page.locator("#chat-1 textarea").focus()
    await keyboard.type("/mentor rej")
    await keyboard.press("ArrowDown")
    await keyboard.press("Enter")
    await expect(me.page.locator("#chat-1 textarea")).to_have_value("/mentor rejoindre")
    await me.page.locator("#chat-1 textarea").fill("checkin")
    await keyboard.press("Enter")
    await me.left.sees("Did you and Camille meet")
    await me.left.card.get_by_role("button", name="Yes, we met").focus()
    await keyboard.press("Enter")
    await me.left.sees("Vous avez choisi")
    # The pressed button is gone with its card; the new card in its place has the keyboard now.
    await expect(me.left.card).to_be_focused()
    await me.page.locator("#tab-guide").focus()
    await keyboard.press("ArrowRight")
    await expect(me.page.locator("#tab-digests")).to_be_focused()
    await expect(me.page.locator("#digests")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_switch_between_chats_names_whoever_was_chosen(me, width):
    await me.page.set_viewport_size({"width": width, "height": 844})
    for chat in (me.left, me.right):
        for name in ("Hélène Vaillancourt", "Margaux Delisle"):
            await chat.be(name)
            switch = me.page.locator(f".views [data-view={chat.name}]")
            await expect(switch).to_have_text(name)


async def test_a_form_keeps_what_was_typed_and_points_at_what_is_wrong(me):
    await me.left.be("Jonah Whitlock")
    await me.left.say("join")
    goal = me.form.get_by_label("In one sentence")
    await expect(goal).to_be_focused()
    await goal.fill("nothing")
    await me.form.get_by_label("Generative AI").first.check()
    await me.page.keyboard.press("Escape")
    await expect(me.form).to_have_count(0)
    await expect(me.page.locator("#chat-1 .parked")).to_contain_text("still open")
    await me.page.get_by_role("button", name="Continue").click()
    await expect(me.form.get_by_label("Generative AI").first).to_be_checked()
    await me.send_form()
    await expect(goal).to_be_focused()
    await expect(goal).to_have_attribute("aria-invalid", "true")
    await expect(me.form.locator(".fault:visible")).to_have_text(
        "Please name one thing, however small."
    )
    await goal.fill("Prompts")
    await me.send_form()
    await me.left.sees("Your profile is kept.")
    await expect(me.page.locator("#chat-1 textarea")).to_be_focused()


async def test_news_appear_without_reload(me, pages):
    await me.left.be("Margaux Delisle")
    await me.right.be("Nadia Benchekroun")
    await me.move("next")
    await me.left.sees("Did you and Camille meet")
    await me.left.be("Jonah Whitlock")
    await pages.chats.parts.platform.send(Recipient(TENANT, MARGAUX), note("Still there?"), key="k")
    await me.page.locator("#unread").get_by_role("button", name="Margaux Delisle").click()
    await me.left.sees("Still there?")
    await expect(me.page.locator("#unread button")).to_have_count(0)
    await me.move("week")
    await me.tab("What HR sees")
    await expect(me.page.locator("#digests .card")).to_have_count(1)


async def test_texts_of_people_are_never_markup(me, pages):
    await me.left.be("Margaux Delisle")
    card = Card(title=HOSTILE, body=(Text(HOSTILE), Quote(HOSTILE, HOSTILE)), next=HOSTILE)
    await pages.chats.parts.platform.send(Recipient(TENANT, MARGAUX), card, key="k")
    await me.left.say(HOSTILE)
    await expect(me.page.locator("#chat-1 .bubble").first).to_have_text(HOSTILE.strip())
    await expect(me.page.locator("#chat-1 h3").first).to_have_text(HOSTILE.strip())
    assert await me.page.locator("#chat-1 .log :is(img, b)").count() == 0


async def test_what_cannot_be_sent_stays_and_can_be_sent_again(me):
    await me.left.be("Jonah Whitlock")
    box = me.page.locator("#chat-1 textarea")
    await me.page.route("**/api/say", lambda route: route.abort())
    await box.fill("checkin")
    await box.press("Enter")
    await expect(me.page.locator("#chat-1 .trouble")).to_contain_text("does not answer")
    await expect(box).to_have_value("checkin")
    await me.page.unroute("**/api/say")
    await box.press("Enter")
    await me.left.sees("Did you and Camille meet")
    await expect(me.page.locator("#chat-1 .trouble")).to_be_hidden()

    # A press that went astray is tried again under its own key, so it counts once.
    await me.page.route("**/api/press", lambda route: route.abort())
    await me.left.press("Yes, we met")
    again = me.page.locator("#chat-1 .trouble").get_by_role("button", name="Try again")
    await expect(again).to_be_visible()
    await me.page.unroute("**/api/press")
    await again.click()
    await me.left.sees("You chose “Yes, we met”")


async def test_the_page_speaks_both_languages_and_remembers(me):
    await me.page.get_by_role("button", name="Français").click()
    await expect(me.page.locator("html")).to_have_attribute("lang", "fr")
    await expect(me.page.get_by_role("tab", name="Ce que voient les RH")).to_be_visible()
    await me.page.reload()
    await expect(me.page.get_by_role("tab", name="Ce que voient les RH")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_words_stand_out_enough_from_their_ground(me, scheme):
    await me.page.emulate_media(color_scheme=scheme)
    await me.left.be("Jonah Whitlock")
    await me.left.say("checkin")
    await me.left.press("Yes, we met")
    await me.left.sees("Meetings held")
    await me.tab("Outbox")
    await expect(me.page.locator("#outbox .badge").first).to_be_visible()
    weak, seen = await me.page.evaluate(CONTRASTS)
    assert seen > 60
    assert weak == []


CONTRASTS = """() => {
    const light = (channel) => {
        const part = channel / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
    const ground = (element) => {
        for (let each = element; each; each = each.parentElement) {
            const [r, g, b, a = 1] = numbers(getComputedStyle(each).backgroundColor);
            if (a > 0.99) return [r, g, b];
        }
        return [255, 255, 255];
    };
    const weak = [];
    let seen = 0;
    for (const element of document.querySelectorAll("body *")) {
        const words = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
        if (!words || !element.checkVisibility() || element.closest(":disabled")) continue;
        const style = getComputedStyle(element);
        const pair = [luminance(numbers(style.color)), luminance(ground(element))].sort();
        const contrast = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
        seen += 1;
        if (contrast < 4.5) weak.push(`${element.textContent.trim()}: ${contrast.toFixed(2)}`);
    }
    return [weak, seen];
}"""
