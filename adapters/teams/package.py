"""The app package that is uploaded to Teams: a manifest, two icons, and its words in French.

Microsoft's manifest schema 1.25; 1.29 and later know slash commands, which exist in teams and
group chats alone, and which the bot answers by pointing to its own chat.
"""

import io
import json
import zipfile
from typing import Any

from adapters.teams.icons import ACCENT, colour_icon, outline_icon
from bot import texts

Json = dict[str, Any]

VERSION, SLASH_VERSION = "1.25", "1.29"
SCHEMAS = "https://developer.microsoft.com/json-schemas/teams/v{}/MicrosoftTeams{}.schema.json"
DEFAULT, OTHER = "en", "fr"
COMMANDS = (
    "join",
    "status",
    "plan",
    "checkin",
    "tell",
    "pause",
    "who-sees",
    "my-data",
    "report",
    "help",
)
"""Commands that Teams suggests while somebody types; ten of them is what it shows."""
MADE = (2020, 1, 1, 0, 0, 0)
"""The time in the archive, so that the same package is the same bytes."""


def package(app_id: str, host: str, *, version: str, slash: bool, website: str = "") -> bytes:
    """Return the archive; ``host`` is where the bot is reached, ``website`` where its pages are."""
    site = website or f"https://{host}"
    form = manifest(app_id, host, version=version, slash=slash, site=site)
    files = {
        "manifest.json": _json(form),
        f"{OTHER}.json": _json(localisation(OTHER, slash=slash)),
        "color.png": colour_icon(),
        "outline.png": outline_icon(),
    }
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            zipped.writestr(zipfile.ZipInfo(name, MADE), content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def manifest(app_id: str, host: str, *, version: str, slash: bool, site: str) -> Json:
    """Return the manifest, with its words in English."""
    edition = SLASH_VERSION if slash else VERSION
    lists = _command_lists(DEFAULT, slash=slash)
    bot = {
        "botId": app_id,
        "scopes": [scope for each in lists for scope in each["scopes"]],
        "isNotificationOnly": False,
        "supportsFiles": False,
        "commandLists": lists,
    }
    return {
        "$schema": SCHEMAS.format(edition, ""),
        "manifestVersion": edition,
        "version": version,
        "id": app_id,
        "developer": {
            "name": "Passerelle",
            "websiteUrl": site,
            "privacyUrl": site,
            "termsOfUseUrl": site,
        },
        "name": {"short": _say("name"), "full": _say("full-name")},
        "description": {"short": _say("short"), "full": _say("full")},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": ACCENT,
        "localizationInfo": {
            "defaultLanguageTag": DEFAULT,
            "additionalLanguages": [{"languageTag": OTHER, "file": f"{OTHER}.json"}],
        },
        "bots": [{**bot, "supportsTargetedMessages": True} if slash else bot],
        "validDomains": [host],
    }


def localisation(language: str, *, slash: bool) -> Json:
    """Return the words of the manifest in another language, by the path of each."""
    words = {
        "$schema": SCHEMAS.format(SLASH_VERSION if slash else VERSION, ".Localization"),
        "name.short": _say("name", language),
        "name.full": _say("full-name", language),
        "description.short": _say("short", language),
        "description.full": _say("full", language),
    }
    for place, each in enumerate(_command_lists(language, slash=slash)):
        for number, command in enumerate(each["commands"]):
            path = f"bots[0].commandLists[{place}].commands[{number}]"
            words |= {f"{path}.{name}": text for name, text in command.items()}
    return words


def _command_lists(language: str, *, slash: bool) -> list[Json]:
    """Return the commands of the personal chat, and as slash commands those of shared ones."""
    commands = [_command(word, language) for word in COMMANDS]
    personal = {"scopes": ["personal"], "commands": commands}
    shared = {
        "scopes": ["team", "groupChat"],
        "triggers": ["mention", "slash"],
        "commands": commands,
    }
    return [personal, shared] if slash else [personal]


def _command(word: str, language: str) -> Json:
    """Return a command as the help says it: "join – take part"."""
    title, _, description = texts.say(language, f"help-command-{word}").partition(" – ")
    return {"title": title.partition(",")[0].strip(), "description": description.strip()}


def _say(name: str, language: str = DEFAULT) -> str:
    return texts.say(language, f"teams-app-{name}")


def _json(data: Json) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=2).encode() + b"\n"
