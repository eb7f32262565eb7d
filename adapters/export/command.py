"""``passerelle export``: files for a spreadsheet."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from adapters.command_line import Database, Language, console, errors, run, settings

app = typer.Typer(help="Write files for a spreadsheet.", no_args_is_help=True)


class Format(StrEnum):
    """How a file for a spreadsheet is written."""

    CSV = "csv"
    XLSX = "xlsx"


@app.command("review")
def export_review(
    out: Annotated[Path, typer.Option(help="The file to write.")],
    format_: Annotated[Format, typer.Option("--format", help="csv or xlsx.")] = Format.XLSX,
    database: Database = None,
    language: Language = None,
) -> None:
    """Write the pairs under review, with reasons and prices, for a spreadsheet."""
    # Nothing that works on the store is loaded to list the commands, and openpyxl takes long.
    from adapters import bootstrap  # noqa: PLC0415
    from adapters.clocks import WallClock  # noqa: PLC0415
    from adapters.export.writing import ReviewExport  # noqa: PLC0415

    found = settings(database_url=database, language=language)

    async def act() -> int:
        async with bootstrap.database(found) as store:
            exporting = ReviewExport(
                store=store,
                organisation_id=bootstrap.ORGANISATION,
                language=found.language,
                console=console,
                progress=errors,
            )
            return await exporting.run(out, format_.value, WallClock().now())

    run(act())
