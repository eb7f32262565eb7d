"""What people do to the page: they are erased, reload, open it twice, and change their minds."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from playwright.async_api import BrowserContext, Page, expect

from tests.adapters.playground.real import pages_of
from tests.browser.visitor import Visitor
from tests.transcripts.coordinated import a_company, settings, with_volunteers
from tests.transcripts.meeting.test_plan import agreed
from tests.world import World

# The browser lives as long as its worker, so its tests share one event loop.
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.asyncio(loop_scope="session"),
]

Window = Callable[[], Awaitable[Visitor]]


@pytest_asyncio.fixture(loop_scope="session")
async def complaints() -> AsyncIterator[list[str]]:
    """What any window's browser complained about; the page must give it no reason."""
    found: list[str] = []
    yield found
    assert found == []


@asynccontextmanager
async def windows(
    world: World, context: BrowserContext, complaints: list[str]
) -> AsyncIterator[Window]:
    """Serve a world's playground; what is given opens one more window of one browser."""
    opened: list[Page] = []

    async def window() -> Visitor:
        page = await context.new_page()
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.set_default_timeout(10_000)
        await page.emulate_media(reduced_motion="reduce")
        await page.goto(str(server.make_url("/")))
        await ready(page)
        opened.append(page)
        return Visitor(page)

    async with TestServer(pages_of(world).app, host="127.0.0.1") as server:
        yield window
        # Leaves the pages before their server is gone, which they would rightly complain about.
        for page in opened:
            await page.goto("about:blank")


async def ready(page: Page) -> None:
    await expect(page.locator("body")).to_have_attribute("data-ready", "true")


async def test_who_is_erased_leaves_the_picker_and_no_window_minds(page, complaints):
    async with windows(await with_volunteers(), page.context, complaints) as window:
        me, other = await window(), await window()
        for each in (me, other):
            await each.left.be("Nadia Test")
            await each.right.be("Claire Test")
        await me.left.say("forget-me")
        await me.left.press("Erase everything")
        for each in (me, other):
            await each.left.sees("I will not write to you again")
        await expect(me.page.locator("#chat-1 button.who")).to_contain_text("Erased at their own")
        await me.left.say("hello")
        await other.right.say("status")
        await expect(other.page.locator("#chat-1 button.who")).to_contain_text("Erased")
        await me.page.locator("#chat-2 button.who").click()
        await me.page.locator("#chat-2").get_by_role("combobox").first.fill("Nadia")
        await expect(me.page.locator("#chat-2 .nobody")).to_be_visible()
        await me.page.reload()
        await ready(me.page)
        await expect(me.page.locator("#chat-1 button.who")).not_to_contain_text("Nadia")
        await me.left.say("status")


async def test_what_is_suggested_while_the_clock_stands_reaches_the_partner(page, complaints):
    async with windows(await agreed(), page.context, complaints) as window:
        me = await window()
        await me.left.be("Marc Test")
        await me.right.be("Nadia Test")
        await me.left.say("plan")
        await me.left.press("I cannot make")
        await me.left.sees("Suggest a new date in one tap")
        await me.left.card.get_by_role("button").first.click()
        await me.left.sees("Your suggestion is on its way")
        await me.move("next")
        await me.right.sees("Another moment?")


async def test_a_form_is_still_there_after_a_reload(page, complaints):
    async with windows(await a_company(), page.context, complaints) as window:
        me = await window()
        await me.left.be("Claire Test")
        await me.left.say("programme")
        await me.form.get_by_label("Name of the programme").fill("Bridges")
        await me.form.locator("input[type=date]").fill(settings()["answer_by"])
        await me.page.reload()
        await ready(me.page)
        await me.page.get_by_role("button", name="Continue").click()
        await expect(me.form.get_by_label("Name of the programme")).to_have_value("Bridges")
        await me.send_form()
        await me.left.sees("round 1 is open")
        await me.page.reload()
        await ready(me.page)
        await expect(me.page.locator("#chat-1 .parked")).to_be_hidden()


async def test_one_person_in_two_windows_acts_once(page, complaints):
    async with windows(await a_company(), page.context, complaints) as window:
        one, two = await window(), await window()
        for each in (one, two):
            await each.left.be("Claire Test")
            await each.left.say("programme")
            await each.form.get_by_label("Name of the programme").fill("Bridges")
            await each.form.locator("input[type=date]").fill(settings()["answer_by"])
        await one.send_form()
        await one.left.sees("round 1 is open")
        await two.send_form()
        await expect(two.form).to_have_count(0)
        await two.left.sees("round 1 is open")
        await one.left.say("programme")
        await two.left.press("Close the round")
        await one.left.sees("Nobody new can join")
        await one.left.press("Keep it open")
        await two.left.sees("This is how Bridges runs")
        await expect(two.page.locator("#chat-1 .trouble")).to_be_hidden()


async def test_the_clock_stands_where_it_was_after_a_reload(page, complaints):
    async with windows(await with_volunteers(), page.context, complaints) as window:
        me, other = await window(), await window()
        await me.move("day")
        shown = await me.page.locator("#offices").inner_text()
        await me.page.reload()
        await ready(me.page)
        for each in (me, other):
            await expect(each.page.locator("#offices")).to_have_text(shown, use_inner_text=True)
