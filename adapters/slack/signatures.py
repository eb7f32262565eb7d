"""What was seen of signatures, so that a wrong signing secret can be told from silence."""

from datetime import datetime, timedelta

from adapters.sealing import Unsealable
from adapters.serving.service import Core
from adapters.slack import secrets
from bot.ports import Work

ROW = "slack:signatures"
AT_MOST = timedelta(minutes=1)
"""How often a refusal is written down: a flood of forged requests must cost nothing."""


class Signatures:
    """When a request was last refused for its signature, and last let in after that.

    ``is_news`` while the next one that is let in is worth writing down.
    """

    def __init__(self, core: Core) -> None:
        self._core = core
        self._noted_at: datetime | None = None
        self.is_news = True

    def is_time_to_note(self) -> bool:
        """Whether a refusal is to be written down now: once a minute."""
        now = self._core.clock.now()
        if self._noted_at is not None and now - self._noted_at < AT_MOST:
            return False
        self._noted_at, self.is_news = now, True
        return True

    async def refuse(self) -> None:
        """Note that a request was refused."""
        await self._note("refused_at", self._core.clock.now())

    async def let_in(self) -> None:
        """Note that Slack's signature was right, if one was ever refused."""
        self.is_news = False
        if await self.were_all_refused():
            await self._note("let_in_at", self._core.clock.now())

    async def were_all_refused(self) -> bool:
        """Whether requests came of late, and none of them was let in."""
        noted = await self._core.store.transact(self._core.organisation_id, self._noted)
        return noted.get("refused_at", "") > noted.get("let_in_at", "")

    async def _note(self, what: str, at: datetime) -> None:
        def act(work: Work) -> None:
            noted = {**self._noted(work), what: at.isoformat()}
            secrets.keep(self._core, work, ROW, noted)

        await self._core.store.transact(self._core.organisation_id, act)

    def _noted(self, work: Work) -> dict[str, str]:
        """Return what was noted; what another key sealed counts for nothing."""
        try:
            return secrets.kept(self._core, work, ROW)
        except Unsealable:
            return {}
