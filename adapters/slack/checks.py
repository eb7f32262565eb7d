"""What ``passerelle doctor`` asks Slack: tokens, scopes, clocks and secrets, each with a remedy."""

import asyncio
from datetime import datetime
from email.utils import parsedate_to_datetime

from slack_sdk.web.async_client import AsyncWebClient

from adapters.serving.service import Finding
from adapters.slack.api import Api
from adapters.slack.errors import code, translate
from adapters.slack.manifest import reasons
from adapters.slack.options import SlackOptions
from adapters.slack.signatures import Signatures
from bot.errors import BotError, Unreachable

SKEW = 60.0
"""Seconds between Slack's clock and ours that are worth a word; at 300 nothing is let in."""
REMEDIES = {
    "invalid_auth": "copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions once more",
    "not_authed": "set PASSERELLE_SLACK_BOT_TOKEN",
    "account_inactive": "the app was removed from this workspace: install it again",
    "token_revoked": "the app was removed from this workspace: install it again",
    "token_expired": "the token was rotated elsewhere: install the app again",
}


async def examine(api: Api, options: SlackOptions, signatures: Signatures) -> list[Finding]:
    """Return what was looked at, well or not."""
    findings = [await _secret(signatures)] if options.signing_secrets else []
    tokens = {"PASSERELLE_SLACK_BOT_TOKEN": options.bot_token} if options.bot_token else {}
    if options.client_id:
        installed = await api.installations.tenants()
        findings.append(
            Finding(
                what=f"workspaces that installed the Slack app: {len(installed)}",
                well=bool(installed),
                remedy="open https://YOUR-HOST/slack/install in a browser",
            )
        )
        for tenant in installed:
            name = f"the token of {tenant.external_id}"
            try:
                tokens[name] = await api.installations.token(tenant.external_id)
            except BotError as error:
                remedy = (type(error).__doc__ or "").strip()
                findings.append(Finding(what=f"{name} is there", well=False, remedy=remedy))
    for name, token in tokens.items():
        findings += await _token(api, name, token, options)
    if options.app_token:
        findings.append(await _socket(api.bare, options))
    return findings


async def _secret(signatures: Signatures) -> Finding:
    """Only Slack's requests prove a secret: what the server saw of them tells."""
    return Finding(
        what="the requests that came were signed with PASSERELLE_SLACK_SIGNING_SECRET",
        well=not await signatures.were_all_refused(),
        remedy="copy the Signing Secret from Basic Information of this very app, and restart",
    )


async def _token(api: Api, name: str, token: str, options: SlackOptions) -> list[Finding]:
    """Ask whose token it is; the answer's headers tell its scopes and Slack's time."""
    what = f"Slack knows {name}"
    try:
        answer = await api.bare.auth_test(token=token)
    except Exception as error:  # noqa: BLE001  whatever it is, it is said in the words of the remedy
        said = code(error)
        is_network = isinstance(translate(error), Unreachable)
        other = f"Slack answers {said}" if said else "see what Slack answers"
        remedy = "let this machine reach slack.com (HTTPS)" if is_network else other
        return [Finding(what=what, well=False, remedy=REMEDIES.get(said, remedy))]
    headers = {key.casefold(): str(value) for key, value in answer.headers.items()}
    now = api.clock.now()
    return [Finding(what=what, well=True), _scopes(headers, name, options), _clock(headers, now)]


def _scopes(headers: dict[str, str], name: str, options: SlackOptions) -> Finding:
    granted = {scope.strip() for scope in headers.get("x-oauth-scopes", "").split(",")}
    missing = [scope for scope in reasons(options.shape) if scope not in granted]
    return Finding(
        what=f"{name} has every scope it needs",
        well=not missing,
        remedy=f"add {', '.join(missing)} under OAuth & Permissions, and reinstall the app",
    )


def _clock(headers: dict[str, str], now: datetime) -> Finding:
    """Compare clocks: a request is let in only when its time is within five minutes of ours."""
    try:
        skew = abs((parsedate_to_datetime(headers["date"]) - now).total_seconds())
    except (KeyError, TypeError, ValueError):  # no date that can be read says nothing
        skew = 0.0
    return Finding(
        what=f"this machine's clock and Slack's differ by {skew:.0f} s",
        well=skew <= SKEW,
        remedy="set the clock by NTP; above 300 s every request is refused",
    )


async def _socket(client: AsyncWebClient, options: SlackOptions) -> Finding:
    what = "Slack opens a socket for PASSERELLE_SLACK_APP_TOKEN"
    try:
        async with asyncio.timeout(15):
            await client.apps_connections_open(app_token=options.app_token)
    except Exception as error:  # noqa: BLE001  as above
        said = code(error) or type(error).__name__
        remedy = f"Slack answers {said}: make an App-Level Token with connections:write, and "
        return Finding(what=what, well=False, remedy=remedy + "turn Socket Mode on")
    return Finding(what=what, well=True)
