"""What an invoke is answered, as plain dictionaries: the stock adapter cannot send most of them."""

from collections.abc import Iterable

from adapters.teams.render import CONTENT_TYPE
from adapters.teams.text import Json


def card(content: Json) -> Json:
    """Answer an Action.Execute with a card in the pressed one's place."""
    return {"statusCode": 200, "type": CONTENT_TYPE, "value": content}


def words(text: str) -> Json:
    """Answer an Action.Execute with a passing sentence; the pressed card stays."""
    kind = "application/vnd.microsoft.activity.message"
    return {"statusCode": 200, "type": kind, "value": text}


def refusal(status: int, code: str, text: str) -> Json:
    """Answer an Action.Execute that cannot be taken."""
    value = {"code": code, "message": text}
    return {"statusCode": status, "type": "application/vnd.microsoft.error", "value": value}


def task(content: Json) -> Json:
    """Answer task/fetch or task/submit with the dialog to show next."""
    return {"task": content}


def closing(text: str) -> Json:
    """Answer task/fetch or task/submit with a last sentence; the dialog closes."""
    return {"task": {"type": "message", "value": text}}


def results(found: Iterable[tuple[str, str]]) -> Json:
    """Answer application/search with (title, value) pairs, best first."""
    rows = [{"title": title, "value": value} for title, value in found]
    kind = "application/vnd.microsoft.search.searchResponse"
    return {"statusCode": 200, "type": kind, "value": {"results": rows}}
