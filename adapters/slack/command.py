"""``passerelle slack manifest``: what to paste at api.slack.com to make the app."""

import json
from typing import Annotated
from urllib.parse import urlsplit

import typer

from adapters.command_line import WRONG_INPUT, errors
from adapters.slack.manifest import Shape, manifest, reasons

app = typer.Typer(help="What Slack needs to know.", no_args_is_help=True)


@app.callback()
def slack() -> None:
    """What Slack needs to know."""


@app.command("manifest")
def print_manifest(  # noqa: PLR0913  each is another right or way in
    url: Annotated[str, typer.Option(help="Where Slack reaches this server: https://host")],
    *,
    several: Annotated[bool, typer.Option(help="Several workspaces install it.")] = False,
    socket_mode: Annotated[bool, typer.Option(help="Slack cannot reach this server.")] = False,
    emails: Annotated[bool, typer.Option(help="Know people by their e-mail.")] = False,
    profiles: Annotated[bool, typer.Option(help="Read departments and managers.")] = False,
    history: Annotated[bool, typer.Option(help="Look up messages of unknown outcome.")] = False,
) -> None:
    """Print the app manifest (standard output) and why it asks for each scope (standard error)."""
    parts = urlsplit(url.rstrip("/"))
    if parts.scheme != "https" or not parts.hostname or parts.path or parts.query:
        errors.print(f"--url must be https://host, without a path (given: {url!r})", style="red")
        raise typer.Exit(WRONG_INPUT)
    shape = Shape(
        several=several, socket=socket_mode, emails=emails, profiles=profiles, history=history
    )
    # Not the console's own printing, which would fold long lines.
    typer.echo(json.dumps(manifest(shape, parts.geturl()), ensure_ascii=False, indent=2))
    for scope, reason in reasons(shape).items():
        errors.print(f"{scope:<18} {reason}", highlight=False, soft_wrap=True)
