"""Installing: the page where somebody allows the app, and the exchange of codes and tokens."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from aiohttp import web

from tests.adapters.slack.fake.calls import Refusal
from tests.adapters.slack.fake.state import TOKEN_LIFE, Code, State
from tests.adapters.slack.fake.workspaces import Install, Json


@dataclass(frozen=True, kw_only=True)
class Admin:
    """Who sits at the browser, and where they put the app; ``enterprise_id`` for all of it."""

    user: str
    team_id: str = ""
    enterprise_id: str = ""


def authorize(state: State, query: Mapping[str, str], admin: Admin | None) -> web.Response:
    """Answer the page of consent: the admin allows at once, or (None) cancels."""
    app = state.app
    if query.get("client_id") != app.client_id:
        return web.Response(status=400, text="invalid_client_id")
    redirect = query.get("redirect_uri") or app.redirect_uri
    if redirect != app.redirect_uri:
        return web.Response(status=400, text="bad_redirect_uri")
    answer = {"state": query.get("state", "")}
    if admin is None:
        answer["error"] = "access_denied"
    else:
        code = state.number("code.")
        scopes = tuple(filter(None, query.get("scope", "").split(",")))
        state.codes[code] = Code(
            user=admin.user,
            team_id=admin.team_id,
            enterprise_id=admin.enterprise_id,
            redirect_uri=redirect,
            scopes=scopes,
        )
        answer["code"] = code
    raise web.HTTPFound(f"{redirect}?{urlencode(answer)}")


def access(state: State, args: Mapping[str, str], authorization: str) -> Json:
    """oauth.v2.access: a code, or a refresh token, against tokens."""
    _check_client(state, args, authorization)
    if args.get("grant_type") == "refresh_token":
        return _refreshed(state, args.get("refresh_token", ""))
    code = state.codes.get(args.get("code", ""))
    if code is None:
        raise Refusal("invalid_code")
    if code.is_used:
        raise Refusal("code_already_used")
    if (args.get("redirect_uri") or state.app.redirect_uri) != code.redirect_uri:
        raise Refusal("bad_redirect_uri")
    code.is_used = True
    install = state.install(
        team_id=code.team_id,
        enterprise_id=code.enterprise_id,
        installer=code.user,
        scopes=code.scopes,
    )
    return _tokens(state, install)


def _check_client(state: State, args: Mapping[str, str], authorization: str) -> None:
    given = args.get("client_id"), args.get("client_secret")
    if authorization.startswith("Basic "):
        client_id, _, secret = base64.b64decode(authorization[6:]).decode().partition(":")
        given = client_id, secret
    if given[0] != state.app.client_id:
        raise Refusal("invalid_client_id")
    if given[1] != state.app.client_secret:
        raise Refusal("bad_client_secret")


def _refreshed(state: State, refresh_token: str) -> Json:
    """Exchange a refresh token, once; the old access token lives on to its own end."""
    for install in state.installs:
        if refresh_token and install.refresh_token == refresh_token and not install.revoked:
            old = Install(**{**vars(install), "refresh_token": ""})
            install.token = state.number("xoxe.xoxb-1-")
            install.refresh_token = state.number("xoxe-1-")
            install.expires_at = (state.clock.now() + TOKEN_LIFE).timestamp()
            state.installs.insert(0, old)
            return _tokens(state, install)
    raise Refusal("invalid_refresh_token")


def _tokens(state: State, install: Install) -> Json:
    team = state.workspaces.get(install.team_id)
    enterprise = install.enterprise_id
    rotation = (
        {
            "refresh_token": install.refresh_token,
            "expires_in": int(TOKEN_LIFE.total_seconds()),
        }
        if install.refresh_token
        else {}
    )
    return {
        "ok": True,
        "app_id": state.app.app_id,
        "authed_user": {"id": install.installer},
        "scope": ",".join(sorted(install.scopes)),
        "token_type": "bot",
        "access_token": install.token,
        "bot_user_id": install.bot_user_id,
        "team": {"id": team.id, "name": team.name} if team else None,
        "enterprise": {"id": enterprise, "name": state.enterprises[enterprise]}
        if enterprise
        else None,
        "is_enterprise_install": install.is_org_wide,
        **rotation,
    }
