"""Who may talk to the playground: pages it served itself, on this machine, and nobody else."""

from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web

from adapters.playground.words import refuse

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
"""What answers a request; aiohttp passes it to a middleware by the name ``handler``."""

NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@web.middleware
async def gate(request: web.Request, handler: Answer) -> web.StreamResponse:
    """Refuse what does not come from a page of ours on this machine.

    The Host check stops a foreign name that was made to point here (DNS rebinding); the Origin
    check and the JSON type stop a foreign page that posts here.
    """
    if not (is_local(request.remote) and _is_ours(request)):
        return refuse(request, 403, "playground-foreign")
    if request.method == "POST" and request.content_type != "application/json":
        return refuse(request, 415, "playground-not-json")
    return await handler(request)


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Send the security headers with every answer, streams and errors included."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)


def is_local(remote: str | None) -> bool:
    """Whether a peer address is one of this machine."""
    try:
        return ip_address(remote or "").is_loopback
    except ValueError:
        return False


def _is_ours(request: web.Request) -> bool:
    host = request.headers.get("Host", "")
    if _name(f"//{host}") not in NAMES:
        return False
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{host}":
        return False
    if request.path == "/" and request.headers.get("Sec-Fetch-Mode") == "navigate":
        return True  # A link to the page, wherever it stands; the page lets nobody frame it.
    return request.headers.get("Sec-Fetch-Site", "none") in {"none", "same-origin"}


def _name(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
