"""``passerelle simulate``: a whole programme, played with invented people."""

from typing import Annotated

import typer

from adapters.command_line import Language, settings


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
    levels: Annotated[bool, typer.Option(help="Whether HR told levels and managers.")] = True,
    language: Language = None,
) -> None:
    """Play a whole programme with invented people on a moved clock."""
    # Nothing of the product is loaded to list the commands.
    from adapters.rehearsal import open_house  # noqa: PLC0415
    from adapters.simulate.options import Options  # noqa: PLC0415
    from adapters.simulate.playing import play  # noqa: PLC0415

    found = settings(language=language)
    options = Options(
        people=people,
        weeks=weeks,
        seed=seed,
        show=show,
        language=found.language,
        levels=levels,
    )
    raise typer.Exit(play(options, open_house=open_house, json_file=json_file))
