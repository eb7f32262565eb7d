"""The command ``passerelle teams package``: writes the archive that is uploaded to Teams."""

import re
from pathlib import Path
from typing import Annotated

import typer

from adapters.command_line import console
from adapters.teams.package import package

app = typer.Typer(help="Microsoft Teams.", no_args_is_help=True)

GUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
HOST = re.compile(r"(?=.{4,253}$)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+", re.IGNORECASE)
PAGE = re.compile(r"(?:https://[^\s/]+\.[^\s/]+(?:/\S*)?)?", re.IGNORECASE)
NUMBER = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}", re.ASCII)


def _check(pattern: re.Pattern[str], wanted: str, given: str) -> str:
    if not pattern.fullmatch(given):
        raise typer.BadParameter(wanted)
    return given


def _app_id(given: str) -> str:
    return _check(GUID, "must be an id such as 00000000-0000-0000-0000-000000000000", given)


def _host(given: str) -> str:
    return _check(HOST, "must be a host name such as mentor.example.org, without https://", given)


def _version(given: str) -> str:
    return _check(NUMBER, "must be three numbers such as 1.0.0", given)


def _website(given: str) -> str:
    return _check(PAGE, "must be an https address such as https://example.org/mentoring", given)


def _out(given: Path) -> Path:
    if not given.parent.is_dir():
        raise typer.BadParameter("must be in a folder that is there")
    return given


@app.command("package")
def write_package(  # noqa: PLR0913  every parameter is an option of the command
    *,
    app_id: Annotated[str, typer.Option(callback=_app_id, help="The id of the app registration.")],
    host: Annotated[str, typer.Option(callback=_host, help="The host name the bot is reached at.")],
    out: Annotated[
        Path, typer.Option(callback=_out, dir_okay=False, help="The archive to write.")
    ] = Path("passerelle.zip"),
    version: Annotated[
        str, typer.Option(callback=_version, help="Higher than that of the last upload.")
    ] = "1.0.0",
    website: Annotated[
        str, typer.Option(callback=_website, help="https address of your page about it.")
    ] = "",
    slash: Annotated[
        bool, typer.Option("--slash", help="Offer slash commands in teams (manifest 1.29).")
    ] = False,
) -> None:
    """Write the app package to upload to Teams."""
    out.write_bytes(package(app_id, host, version=version, slash=slash, website=website))
    console.print(f"{out}", markup=False, soft_wrap=True)


@app.callback()
def _group() -> None:
    """Keep the command's name in front, though it is the only one."""
