"""``passerelle import``: people from a CSV file, in a dry run first."""

from pathlib import Path
from typing import Annotated

import typer

from adapters.command_line import Database, Language, console, run, settings


def import_people(  # noqa: PLR0913  every parameter is an option of the command
    path: Annotated[Path | None, typer.Argument(help="A CSV file of people.")] = None,
    *,
    closing_days: Annotated[
        Path | None,
        typer.Option(help="Instead of people, a CSV file of days on which offices are closed."),
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Keep them; else a dry run.")] = False,
    coordinator: Annotated[list[str] | None, typer.Option(help="E-mail of a coordinator.")] = None,
    concern_contact: Annotated[
        list[str] | None,
        typer.Option(help="E-mail of somebody to whom a concern may be brought."),
    ] = None,
    holidays: Annotated[
        list[str] | None,
        typer.Option(help="An office and its public holidays, as in Montréal=CA-QC."),
    ] = None,
    same: Annotated[
        list[str] | None,
        typer.Option(
            help="A former address, a name or an id, and the address in the file, of one person: "
            "old@x.org=new@x.org."
        ),
    ] = None,
    new: Annotated[
        list[str] | None,
        typer.Option(help="E-mail of somebody in the file who only resembles somebody known."),
    ] = None,
    left: Annotated[
        list[str] | None,
        typer.Option(help="E-mail, name or id of somebody who works here no more."),
    ] = None,
    back: Annotated[
        list[str] | None,
        typer.Option(help="E-mail, name or id of somebody who had left and is back."),
    ] = None,
    database: Database = None,
    language: Language = None,
) -> None:
    """Import people from a CSV file: a dry run first, then with --apply."""
    # Nothing that works on the store is loaded to list the commands.
    from adapters import bootstrap  # noqa: PLC0415
    from adapters.clocks import WallClock  # noqa: PLC0415
    from adapters.people.closing_days import ClosingsRun  # noqa: PLC0415
    from adapters.people.importing import ImportRun, appoint, said  # noqa: PLC0415
    from bot import texts  # noqa: PLC0415

    found = settings(database_url=database, language=language)

    async def close(path: Path) -> int:
        async with bootstrap.database(found) as store:
            importing = ClosingsRun(
                store=store,
                organisation_id=bootstrap.ORGANISATION,
                language=found.language,
                console=console,
                apply=apply,
            )
            return await importing.run(path, WallClock().now())

    async def act(path: Path) -> int:
        appointments = appoint(
            coordinators=coordinator or (),
            concern_contacts=concern_contact or (),
            holidays=holidays or (),
            language=found.language,
        )
        word = said(
            same=same or (),
            new=new or (),
            left=left or (),
            back=back or (),
            language=found.language,
        )
        async with bootstrap.database(found) as store:
            importing = ImportRun(
                store=store,
                organisation_id=bootstrap.ORGANISATION,
                appointments=appointments,
                language=found.language,
                console=console,
                apply=apply,
                word=word,
            )
            return await importing.run(path, WallClock().now())

    match (path, closing_days):
        case (Path() as people, None):
            run(act(people))
        case (None, Path() as days):
            run(close(days))
        case _:
            raise typer.BadParameter(texts.say(found.language, "import-one-file"))
