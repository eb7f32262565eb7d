"""``passerelle doctor``, ``key`` and ``migrate``: what looks after an installation."""

import typer

from adapters.command_line import Database, console, run, settings


def doctor(database: Database = None) -> None:
    """Check the settings, the database and the chat platforms; say what to do."""
    from adapters.upkeep.doctor import examine  # noqa: PLC0415  its libraries take a second to load

    run(examine(settings(database_url=database), console))


keys = typer.Typer(help="Make a key for PASSERELLE_SECRET_KEY, or change to the newest one.")


@keys.callback(invoke_without_command=True)
def key(asked: typer.Context) -> None:
    """Print a fresh key for PASSERELLE_SECRET_KEY."""
    from adapters.sealing import new_key  # noqa: PLC0415  its library takes a while to load

    if asked.invoked_subcommand is None:
        console.print(new_key(), soft_wrap=True)


@keys.command()
def rotate(database: Database = None) -> None:
    """Seal everything with the first key of PASSERELLE_SECRET_KEY, so that others can go."""
    from adapters.upkeep.rotating import rotate as change  # noqa: PLC0415  storage loads slowly

    run(change(settings(database_url=database), console))


def migrate(database: Database = None) -> None:
    """Bring the database to the newest schema."""
    from adapters import bootstrap  # noqa: PLC0415  storage takes a second to load

    found = settings(database_url=database)

    async def act() -> int:
        async with bootstrap.database(found):
            console.print("The database has the newest schema.")
        return 0

    run(act())
