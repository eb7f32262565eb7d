"""The page of all settings, made from the classes that read them."""

from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic import SecretStr
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

from adapters.settings import PREFIX, Settings
from adapters.settings.core import CoreSettings
from adapters.settings.slack import SlackSettings
from adapters.settings.teams import TeamsSettings
from tests.recording.recorder import Recorder, lines

PATH = "docs/settings.md"
INTRODUCTION = """\
# Settings

<!-- Made from adapters/settings by `python3 deploy/run.py record`. -->

Settings are environment variables; an option of the command line goes first where there is one.
They are read once and checked together: everything that is wrong is said at once, with the
remedy, and the exit code is 2. A variable that begins with `PASSERELLE_` and is not on this page
is refused, so that a slip of the keyboard does not pass for a default.

A *secret* may stand in a file instead: the variable with `_FILE` behind its name says which.

`passerelle doctor` tries what was set: [operations](operations.md) says how."""
CHAPTERS: dict[str, tuple[type[BaseSettings], str]] = {
    "The program": (
        CoreSettings,
        "The playground needs none of these; `passerelle serve` needs the secret key.",
    ),
    "Slack": (
        SlackSettings,
        "Slack is served as soon as one of them is set: [install in Slack](install-slack.md).",
    ),
    "Microsoft Teams": (
        TeamsSettings,
        "Teams is served once it has an app id: [install in Teams](install-teams.md).",
    ),
}
HEADING = ["| variable | default | takes | what it sets |", "|---|---|---|---|"]


def _make() -> Mapping[str, str]:
    page = [INTRODUCTION]
    for title, (kind, sentence) in CHAPTERS.items():
        page += ["", f"## {title}", "", sentence, "", *HEADING]
        page += [_row(name, field) for name, field in kind.model_fields.items()]
    told = sum(len(kind.model_fields) for kind, _ in CHAPTERS.values())
    assert told == len(Settings.model_fields), "a class of settings has no chapter on the page"
    return {PATH: lines(page)}


def _row(name: str, field: FieldInfo) -> str:
    default = str(field.default).lower() if field.annotation is bool else str(field.default)
    shown = f"`{default}`" if default else "–"
    return f"| `{PREFIX}{name.upper()}` | {shown} | {_taken(field)} | {field.description} |"


def _taken(field: FieldInfo) -> str:
    """Say what a setting takes, by its type."""
    kind: Any = field.annotation
    if get_origin(kind) is Literal:
        return ", ".join(f"`{each}`" for each in get_args(kind))
    if kind is bool:
        return "`true`, `false`"
    if kind is int:
        limits = {type(each).__name__: each for each in field.metadata}
        return f"{limits['Ge'].ge} to {limits['Le'].le}"
    return "a secret" if kind is SecretStr else "text"


RECORDER = Recorder("settings page", PATH, _make)
