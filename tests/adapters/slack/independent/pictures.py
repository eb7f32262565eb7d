"""Pictures of local-slack's page, where Chromium can be had."""

import shutil
from pathlib import Path
from typing import Self

from playwright.async_api import Browser, Page, Playwright, async_playwright

from tests.adapters.slack.independent import local_slack


class Album:
    """Takes pictures into a folder; without Chromium it takes none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None

    async def __aenter__(self) -> Self:
        found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
        if found is not None:
            self._playwright = await async_playwright().start()
            self._browser = await self._playwright.chromium.launch(
                executable_path=found, args=["--no-sandbox"]
            )
        return self

    async def __aexit__(self, *error: object) -> None:
        if self._browser is not None:
            await self._browser.close()
        if self._playwright is not None:
            await self._playwright.stop()

    async def take(self, name: str, user: str, called: str) -> None:
        """Take a picture of what somebody, by id and name, sees in the bot's chat."""
        if self._browser is None:
            return
        page = await self._browser.new_page(viewport={"width": 1200, "height": 1000})
        await page.goto(local_slack.ADDRESS)
        await self._as(page, user, called)
        await page.screenshot(path=self._folder / f"{name}.png")
        await page.close()

    async def _as(self, page: Page, user: str, called: str) -> None:
        """Look at somebody's chat with the bot: in the list it bears their name."""
        await page.locator("select").first.select_option(user)
        chat = page.get_by_text(called, exact=True).last
        # Behind an open modal nothing can be clicked, and the modal is what the picture is of.
        if not await page.get_by_role("button", name="Cancel").count():
            await chat.click()
        await page.wait_for_timeout(300)
