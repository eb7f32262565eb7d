"""Writing the review of the open round, with the price of undoing each pair."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.progress import track

from adapters.export.files import Table, write
from adapters.export.review import COLUMNS, NothingUnderReview, Review, Row, prices, read
from bot import texts
from bot.matching import Price
from bot.ports import Store

WRONG_INPUT = 2


@dataclass(frozen=True, kw_only=True)
class ReviewExport:
    """One export, in one language; ``progress`` is where the bar is drawn."""

    store: Store
    organisation_id: str
    language: str
    console: Console
    progress: Console

    async def run(self, path: Path, format_: str, now: datetime) -> int:
        """Write the file; return the exit code: 0, or 2 with the reason and nothing written."""
        try:
            review = await self.store.transact(
                self.organisation_id, lambda work: read(work, now, self.language)
            )
        except NothingUnderReview:
            self._line("export-nothing")
            return WRONG_INPUT
        rows = [*self._pairs(review), *review.left]
        try:
            write(path, format_, self._table(rows))
        except OSError as error:
            self._line("export-unwritable", path=str(path), why=error.strerror or "")
            return WRONG_INPUT
        self._line("export-done", count=len(rows), path=str(path))
        return 0

    def _pairs(self, review: Review) -> list[Row]:
        """Return the rows of the pairs with their prices."""
        found = track(
            zip(review.pairs.values(), prices(review.request, review.pairs), strict=True),
            description=self._say("export-weighing"),
            total=len(review.pairs),
            console=self.progress,
            transient=True,
        )
        return [
            {
                **row,
                "cost": price.total_before - price.total_after,
                "payers": self._payers(review, price),
            }
            for row, price in found
        ]

    def _payers(self, review: Review, price: Price) -> str:
        names = [review.names.get(person_id, "") for person_id in price.unserved]
        listed = texts.listing(self.language, filter(None, names)) or "none"
        return self._say("export-payers", names=listed, moved=len(price.moved))

    def _table(self, rows: list[Row]) -> Table:
        return Table(
            title=self._say("export-sheet"),
            notice=self._say("export-notice"),
            header=[self._say(f"export-column.{name}") for name in COLUMNS],
            rows=[[row.get(name, "") for name in COLUMNS] for row in rows],
        )

    def _say(self, key: str, **values: str | float) -> str:
        return texts.say(self.language, key, **values)

    def _line(self, key: str, **values: str | float) -> None:
        sentence = self._say(key, **values)
        self.console.print(sentence, highlight=False, markup=False, soft_wrap=True)
