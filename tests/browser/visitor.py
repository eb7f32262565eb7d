"""What a visitor of the playground does and sees, by what can be read on the page."""

from dataclasses import dataclass
from re import Pattern

from playwright.async_api import Locator, Page, expect


@dataclass(frozen=True)
class Chat:
    """One of the two chats; on a narrow screen it is brought to the front first."""

    page: Page
    name: str

    @property
    def _frame(self) -> Locator:
        return self.page.locator(f"#{self.name}")

    @property
    def card(self) -> Locator:
        """The newest card."""
        return self._frame.locator(".card").last

    async def look(self) -> None:
        """Bring the chat to the front."""
        switch = self.page.locator(f".views [data-view={self.name}]")
        if await switch.is_visible():
            await switch.click()

    async def be(self, name: str) -> None:
        """Choose who one is, by typing a part of the name."""
        await self.look()
        await self._frame.locator("button.who").click()
        await self._frame.get_by_role("combobox").first.fill(name)
        await self._frame.get_by_role("option").first.click()
        await expect(self._frame.locator("button.who strong")).to_contain_text(name)

    async def say(self, line: str) -> None:
        """Type a line and send it with the enter key."""
        await self.look()
        box = self._frame.locator("textarea")
        await box.fill(line)
        await box.press("Enter")
        await expect(box).to_have_value("")

    async def press(self, label: str | Pattern[str]) -> None:
        """Press a button of the newest card."""
        await self.look()
        await self.card.get_by_role("button", name=label).first.click()

    async def sees(self, text: str) -> None:
        """Wait until the conversation holds a text."""
        await self.look()
        await expect(self._frame.locator(".log")).to_contain_text(text)


@dataclass(frozen=True)
class Visitor:
    """Somebody in front of the page."""

    page: Page

    @property
    def left(self) -> Chat:
        """The first chat."""
        return Chat(self.page, "chat-1")

    @property
    def right(self) -> Chat:
        """The second chat."""
        return Chat(self.page, "chat-2")

    @property
    def form(self) -> Locator:
        """The form that is open."""
        return self.page.locator("dialog[open]")

    async def send_form(self) -> None:
        """Send the open form in with its own button."""
        await self.form.locator("button[type=submit]").click()

    async def move(self, to: str) -> None:
        """Move the clock and wait until it stands still."""
        await self.page.locator(f"[data-move={to}]").click()
        await self.idle()

    async def guide(self, label: str) -> None:
        """Press a button of the guide and wait until it is done."""
        await self.tab("Guide")
        await self.page.locator("#guide").get_by_role("button", name=label).click()
        await self.idle()

    async def tab(self, name: str) -> None:
        """Open a panel by its tab."""
        switch = self.page.locator(".views [data-view=panel]")
        if await switch.is_visible():
            await switch.click()
        await self.page.get_by_role("tab", name=name).click()

    async def idle(self) -> None:
        """Wait until nothing long is under way."""
        await expect(self.page.locator("#stop")).to_be_hidden(timeout=60_000)
