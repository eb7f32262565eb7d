"""The command line: every command, in the order of the help; each is written beside its work."""

import zoneinfo

import typer

from adapters.export import command as export
from adapters.matching import command as matching
from adapters.people import command as people
from adapters.serving import command as serving
from adapters.simulate import command as simulate
from adapters.slack import command as slack
from adapters.teams import command as teams
from adapters.upkeep import command as upkeep

app = typer.Typer(
    name="passerelle",
    help="Reverse mentoring inside workplace chat.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)
app.command("import")(people.import_people)
app.command("playground")(serving.playground)
app.command("simulate")(simulate.simulate)
app.command("match")(matching.match)
app.command("serve")(serving.serve)
app.command("doctor")(upkeep.doctor)
app.command("migrate")(upkeep.migrate)
app.add_typer(export.app, name="export")
app.add_typer(upkeep.keys, name="key")
app.add_typer(slack.app, name="slack")
app.add_typer(teams.app, name="teams")


def main() -> None:
    """Run the command line, with the time zones of the lock file, not an older system's."""
    zoneinfo.reset_tzpath(to=())
    app()


if __name__ == "__main__":
    main()
