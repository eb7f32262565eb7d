"""``passerelle playground`` and ``passerelle serve``: what stays up until it is interrupted."""

from typing import Annotated

import typer

from adapters.command_line import Database, Language, console, run, settings


def playground(
    port: Annotated[int | None, typer.Option(help="On 127.0.0.1; 0 takes any free one.")] = None,
    database: Database = None,
    language: Language = None,
) -> None:
    """Chat with the bot in the browser, be everybody, and move the clock."""
    # Other commands need no web server, which takes half a second to load.
    from adapters.serving.playground import serve  # noqa: PLC0415
    from bot import texts  # noqa: PLC0415

    found = settings(port=port, database_url=database, language=language)

    def announce(address: str) -> None:
        sentence = texts.say(found.language, "command-address", address=address)
        console.print(sentence, soft_wrap=True)

    run(serve(found, announce))


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

    run(server.serve(found, announce))
