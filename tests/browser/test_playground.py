"""The playground as a visitor meets it: a whole programme by clicks, in a real browser."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.visitor import Visitor

# The browser lives as long as its worker, so its tests share one event loop.
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.asyncio(loop_scope="session"),
]

ROOT = Path(__file__).resolve().parents[2]
DESKTOP, PHONE = (1280, 860), (390, 844)
Scheme = Literal["light", "dark"]
LOOKS: dict[str, tuple[tuple[int, int], Scheme]] = {
    "desktop": (DESKTOP, "light"),
    "phone": (PHONE, "dark"),
}


@pytest_asyncio.fixture(loop_scope="session")
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """The playground, started as anybody starts it, on a free port with a file of its own."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "adapters", "playground", "--port", "0", "--language", "en"),
        *("--database", f"sqlite:///{tmp_path / 'playground.db'}"),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    found = None
    while found is None and (line := await process.stdout.readline()):
        found = re.search(r"http://127\.0\.0\.1:\d+/", line.decode())
    assert found, "the playground printed no address"
    yield found.group()
    process.terminate()
    await process.wait()


@pytest_asyncio.fixture(loop_scope="session")
async def complaints(page: Page) -> list[str]:
    """What the browser complained about; the page must give it no reason."""
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


async def visit(page: Page, address: str, look: str) -> Visitor:
    (width, height), scheme = LOOKS[look]
    await page.set_viewport_size({"width": width, "height": height})
    await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    await page.goto(address)
    await expect(page.locator("body")).to_have_attribute("data-ready", "true", timeout=20_000)
    return Visitor(page)


@pytest.mark.parametrize("look", LOOKS)
async def test_a_programme_from_joining_to_the_digest(page, address, complaints, look):
    me = await visit(page, address, look)
    await me.left.be("Devon Clarke")
    await me.right.be("Nadia Benchekroun")
    await create_a_programme(me)
    await join_as_mentor(me)
    await me.guide("others join")
    await approve_the_matching(me)
    await accept_on_both_sides(me)
    await answer_a_checkin(me)
    await read_the_digest(me)
    assert complaints == []


async def create_a_programme(me: Visitor) -> None:
    """Nadia reads French; so does her form."""
    await me.right.say("/mentor programme")
    await me.form.get_by_label("Nom du programme").fill("Cap croisé")
    await me.form.locator("input[type=date]").fill(await in_two_weeks(me.page))
    await me.send_form()
    await me.right.sees("Cap croisé est prêt")


async def join_as_mentor(me: Visitor) -> None:
    """Consents are asked for until given; a form that was closed on the way is still there."""
    await me.left.say("/mentor join")
    await me.left.press("I’m in")
    await me.left.press("I show: mentor")
    await me.send_form()
    await expect(me.form.locator(".fault:visible")).to_have_count(2)
    for switch in await me.form.get_by_role("switch").all():
        await switch.check()
    await me.send_form()
    for topic in ("Dashboards", "Team messaging"):
        await me.form.get_by_role("searchbox").first.fill(topic)
        await me.form.get_by_role("checkbox", name=topic).check()
    await me.page.keyboard.press("Escape")
    await me.page.get_by_role("button", name="Continue").click()
    await expect(me.form.get_by_role("checkbox", name="Dashboards")).to_be_checked()
    await me.send_form()
    await expect(me.form.get_by_role("group", name="Dashboards")).to_be_visible()
    await me.send_form()
    await me.left.sees("Your profile is kept")


async def approve_the_matching(me: Visitor) -> None:
    """The coordinator approves, and confirms it."""
    await me.right.say("/mentor jumeler")
    await me.right.press("Approuver")
    await me.right.press(re.compile(r"Approuver \d"))
    await me.right.sees("paires sont approuvées")


async def accept_on_both_sides(me: Visitor) -> None:
    """The visitor accepts by hand; the others accept, and agree on a first date."""
    await me.left.sees("A partner for you")
    await me.left.press("Accept")
    await me.guide("others answer")
    await me.guide("others answer")


async def answer_a_checkin(me: Visitor) -> None:
    """Time passes until the visitor is asked; they say yes."""
    for _ in range(20):
        await me.left.look()
        if "Your weekly check-in" in await me.left.card.inner_text():
            break
        await me.move("next")
    await me.left.press("Yes")
    await me.left.sees("You chose “Yes, today”")


async def read_the_digest(me: Visitor) -> None:
    """A week later, HR has its digest, and the outbox shows what was sent."""
    await me.guide("others answer")
    await me.move("week")
    await me.tab("What HR sees")
    await expect(me.page.locator("#digests .card").first).to_contain_text("Cap croisé")
    await me.tab("Outbox")
    await expect(me.page.locator("#outbox tbody tr").first).to_be_visible()


async def in_two_weeks(page: Page) -> str:
    """A day two weeks after the one the page's clock shows."""
    day: str = await page.evaluate(
        """() => {
            const day = new Date(document.querySelector("#offices time").dateTime);
            day.setDate(day.getDate() + 14);
            return day.toISOString().slice(0, 10);
        }""",
    )
    return day
