"""``passerelle match``: the best pairs of a programme, of a file, or of invented people."""

from typing import TYPE_CHECKING, Annotated, cast

import typer

from adapters.command_line import Database, Language, settings

if TYPE_CHECKING:
    from bot.matching import Fairness


def match(  # noqa: PLR0913  every parameter is an option of the command
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
    verify: Annotated[str, typer.Option(help="An answer (--json) to check, not to look for.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Keep nothing.")] = False,
    database: Database = None,
    language: Language = None,
) -> None:
    """Find the best pairs of a programme, of a file, or of invented people, and prove them."""
    # Other commands need no solver, which takes a third of a second to load.
    from adapters import bootstrap  # noqa: PLC0415
    from adapters.clocks import WallClock  # noqa: PLC0415
    from adapters.matching import finding, options  # noqa: PLC0415

    found = settings(database_url=database, language=language)
    asked = options.Options(
        programme=programme,
        instance=instance,
        synthetic=synthetic,
        seed=seed,
        fairness=cast("Fairness", fairness),
        seconds=seconds,
        json_file=json_file,
        verify=verify,
        dry_run=dry_run,
        language=found.language,
    )
    place = finding.Place(
        open_store=lambda: bootstrap.database(found),
        organisation_id=bootstrap.ORGANISATION,
        today=WallClock().now().date(),
    )
    raise typer.Exit(finding.find(asked, place))
