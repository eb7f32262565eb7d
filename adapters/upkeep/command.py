"""``passerelle doctor``, ``key`` and ``migrate``: what looks after an installation."""

from adapters.command_line import Database, console, run, settings


def doctor(database: Database = None) -> None:
    """Check the settings, the database and the chat platforms; say what to do."""
    from adapters.upkeep.doctor import examine  # noqa: PLC0415  its libraries take a second to load

    run(examine(settings(database_url=database), console))


def key() -> None:
    """Print a fresh key for PASSERELLE_SECRET_KEY."""
    from adapters.sealing import new_key  # noqa: PLC0415  nothing else is sealed here

    console.print(new_key(), soft_wrap=True)


def migrate(database: Database = None) -> None:
    """Bring the database to the newest schema."""
    from adapters import bootstrap  # noqa: PLC0415  storage takes a second to load

    found = settings(database_url=database)

    async def act() -> int:
        async with bootstrap.opened(found.database_url, bootstrap.employer(found)):
            console.print("The database has the newest schema.")
        return 0

    run(act())
