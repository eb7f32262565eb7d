"""The command line: ``passerelle playground | serve | import | export | match | simulate | …``."""

import asyncio
import logging
import sys
import zoneinfo
from collections.abc import Coroutine
from enum import StrEnum
from pathlib import Path
from typing import Annotated, cast

import structlog
import typer
from rich.console import Console

from adapters import bootstrap
from adapters.clocks import WallClock
from adapters.people.importing import ImportRun, appoint
from adapters.sealing import new_key
from adapters.settings import Settings, WrongSettings, read_settings
from adapters.simulate.command import simulate as play
from adapters.simulate.options import Options
from adapters.slack import command as slack
from adapters.teams.command import teams
from bot import texts
from bot.domain.people import Organisation
from bot.errors import BotError
from bot.matching import Fairness

WRONG_INPUT = 2
INTERRUPTED = 130

app = typer.Typer(
    name="passerelle",
    help="Reverse mentoring inside workplace chat.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)
exports = typer.Typer(help="Write files for a spreadsheet.", no_args_is_help=True)
app.add_typer(exports, name="export")
app.add_typer(slack.app, name="slack")
app.add_typer(teams, name="teams")
console = Console()
errors = Console(stderr=True)


class Format(StrEnum):
    """How a file for a spreadsheet is written."""

    CSV = "csv"
    XLSX = "xlsx"


Database = Annotated[
    str | None,
    typer.Option("--database", help="sqlite:///file.db or postgresql+psycopg://…"),
]
Language = Annotated[str | None, typer.Option("--language", help="fr or en")]


def run(work: Coroutine[None, None, int]) -> None:
    """Run a command to its exit code; what the operator can act on is one line, not a traceback."""
    try:
        code = asyncio.run(work)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BotError as error:
        _complain(str(error) or (type(error).__doc__ or "").strip())
        code = WRONG_INPUT
    raise typer.Exit(code)


def settings(**overrides: object) -> Settings:
    """Read the settings, or say every fault at once and leave with code 2."""
    try:
        found = read_settings(**overrides)
    except WrongSettings as wrong:
        for fault in wrong.faults:
            _complain(fault)
        raise typer.Exit(WRONG_INPUT) from wrong
    _log_to_stderr(found.log_level)
    return found


@app.command("import")
def import_people(  # noqa: PLR0913  every parameter is an option of the command
    path: Annotated[Path, typer.Argument(help="A CSV file of people.")],
    *,
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
    database: Database = None,
    language: Language = None,
) -> None:
    """Import people from a CSV file: a dry run first, then with --apply."""
    found = settings(database_url=database, language=language)

    async def work() -> int:
        appointments = appoint(
            coordinators=coordinator or (),
            concern_contacts=concern_contact or (),
            holidays=holidays or (),
            language=found.language,
        )
        async with bootstrap.opened(found.database_url, _organisation(found)) as store:
            importing = ImportRun(
                store=store,
                organisation_id=bootstrap.ORGANISATION,
                appointments=appointments,
                language=found.language,
                console=console,
                apply=apply,
            )
            return await importing.run(path, WallClock().now().date())

    run(work())


@app.command()
def playground(
    port: Annotated[int | None, typer.Option(help="On 127.0.0.1; 0 takes any free one.")] = None,
    database: Database = None,
    language: Language = None,
) -> None:
    """Chat with the bot in the browser, be everybody, and move the clock."""
    # Other commands need no web server, which takes half a second to load.
    from adapters.serving import playground  # noqa: PLC0415

    found = settings(port=port, database_url=database, language=language)

    def announce(address: str) -> None:
        sentence = texts.say(found.language, "command-address", address=address)
        console.print(sentence, soft_wrap=True)

    run(playground.serve(found, announce))


@app.command()
def simulate(  # noqa: PLR0913  every parameter is an option of the command
    *,
    people: Annotated[int, typer.Option(help="How many work there, 6 to 20,000.")] = 24,
    weeks: Annotated[int, typer.Option(help="How long a pairing lasts, 1 to 52.")] = 12,
    seed: Annotated[int, typer.Option(help="The same seed plays the same programme.")] = 7,
    json_file: Annotated[
        str,
        typer.Option("--json", help="A file for the figures; - for standard output."),
    ] = "",
    show: Annotated[str, typer.Option(help="Print the whole transcript of this person.")] = "",
    language: Language = None,
) -> None:
    """Play a whole programme with invented people on a moved clock."""
    found = settings(language=language)
    options = Options(
        people=people,
        weeks=weeks,
        seed=seed,
        show=show,
        language=found.language,
    )
    raise typer.Exit(play(options, open_house=bootstrap.open_house, json_file=json_file))


@exports.command("review")
def export_review(
    out: Annotated[Path, typer.Option(help="The file to write.")],
    format_: Annotated[Format, typer.Option("--format", help="csv or xlsx.")] = Format.XLSX,
    database: Database = None,
    language: Language = None,
) -> None:
    """Write the pairs under review, with reasons and prices, for a spreadsheet."""
    from adapters.export.command import ReviewExport  # noqa: PLC0415  openpyxl takes long to load

    found = settings(database_url=database, language=language)

    async def work() -> int:
        async with bootstrap.opened(found.database_url, _organisation(found)) as store:
            exporting = ReviewExport(
                store=store,
                organisation_id=bootstrap.ORGANISATION,
                language=found.language,
                console=console,
                progress=errors,
            )
            return await exporting.run(out, format_.value, WallClock().now())

    run(work())


@app.command("match")
def find_pairs(  # noqa: PLR0913  every parameter is an option of the command
    *,
    programme: Annotated[str, typer.Option(help="The name of a programme; needs --dry-run.")] = "",
    instance: Annotated[str, typer.Option(help="A JSON file of people, capacities, edges.")] = "",
    synthetic: Annotated[int, typer.Option(help="So many invented people on each side.")] = 0,
    seed: Annotated[int, typer.Option(help="The same seed invents the same people.")] = 7,
    fairness: Annotated[str, typer.Option(help="--synthetic: total, worst or concave.")] = "total",
    seconds: Annotated[float, typer.Option(help="Stop after so long; 0: never.")] = 0,
    json_file: Annotated[
        str,
        typer.Option("--json", help="A file for the pairs; - for standard output."),
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Keep nothing.")] = False,
    database: Database = None,
    language: Language = None,
) -> None:
    """Find the best pairs of a programme, of a file, or of invented people, and prove them."""
    # Other commands need no solver, which takes a third of a second to load.
    from adapters.matching import command, options  # noqa: PLC0415

    found = settings(database_url=database, language=language)
    asked = options.Options(
        programme=programme,
        instance=instance,
        synthetic=synthetic,
        seed=seed,
        fairness=cast("Fairness", fairness),
        seconds=seconds,
        json_file=json_file,
        dry_run=dry_run,
        language=found.language,
    )
    place = command.Place(
        open_store=lambda: bootstrap.opened(found.database_url, _organisation(found)),
        organisation_id=bootstrap.ORGANISATION,
        today=WallClock().now().date(),
    )
    raise typer.Exit(command.match(asked, place))


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="The port; 0 takes any free one.")] = None,
    database: Database = None,
) -> None:
    """Serve the chat platforms that are set up, until interrupted."""
    from adapters.serving import server  # noqa: PLC0415  its libraries take a second to load

    found = settings(host=host, port=port, database_url=database)

    def announce(address: str) -> None:
        console.print(f"Serving on {address}", soft_wrap=True)

    run(server.serve(found, _organisation(found), announce))


@app.command()
def doctor(database: Database = None) -> None:
    """Check the settings, the database and the chat platforms; say what to do."""
    from adapters.doctor import examine  # noqa: PLC0415  its libraries take a second to load

    found = settings(database_url=database)
    run(examine(found, _organisation(found), console))


@app.command()
def key() -> None:
    """Print a fresh key for PASSERELLE_SECRET_KEY."""
    console.print(new_key(), soft_wrap=True)


@app.command()
def migrate(database: Database = None) -> None:
    """Bring the database to the newest schema."""
    found = settings(database_url=database)

    async def work() -> int:
        async with bootstrap.opened(found.database_url, _organisation(found)):
            console.print("The database has the newest schema.")
        return 0

    run(work())


def _organisation(found: Settings) -> Organisation:
    return Organisation(
        id=bootstrap.ORGANISATION,
        name=found.organisation,
        language=found.language,
    )


def _complain(sentence: str) -> None:
    errors.print(sentence, style="red", highlight=False, markup=False, soft_wrap=True)


def _log_to_stderr(level: str) -> None:
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[level.upper()],
        ),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def main() -> None:
    """Run the command line, with the time zones of the lock file, not an older system's."""
    zoneinfo.reset_tzpath(to=())
    app()


if __name__ == "__main__":
    main()
