"""Who is there, and who calls: the users, auth, team and bots families."""

from tests.adapters.slack.fake.calls import Call, Refusal, method
from tests.adapters.slack.fake.conversations import cursor, page_start
from tests.adapters.slack.fake.workspaces import Json, Member

MOST_ON_A_PAGE = 1000


@method("users.list", "users:read")
def users_list(call: Call) -> Json:
    """Return everybody, deactivated ones and bots too, page by page."""
    limit = int(call.text("limit") or 0)
    if limit > MOST_ON_A_PAGE or limit < 0:
        raise Refusal("invalid_limit")
    members = list(call.workspace.members.values())
    limit = limit or len(members)
    start = page_start(call.text("cursor"))
    more = start + limit < len(members)
    return {
        "members": [_shown(call, member) for member in members[start : start + limit]],
        "response_metadata": {"next_cursor": cursor(start + limit) if more else ""},
    }


@method("users.info", "users:read")
def users_info(call: Call) -> Json:
    """Return one person."""
    member = call.workspace.members.get(call.needed("user"))
    if member is None:
        raise Refusal("user_not_found")
    return {"user": _shown(call, member)}


@method("users.lookupByEmail", "users:read.email")
def users_lookup_by_email(call: Call) -> Json:
    """Return whoever has an address; nobody who was deactivated."""
    wanted = call.needed("email").casefold()
    for member in call.workspace.members.values():
        if member.email.casefold() == wanted and not member.deleted:
            return {"user": _shown(call, member)}
    raise Refusal("users_not_found")


@method("auth.test")
def auth_test(call: Call) -> Json:
    """Tell the bot who it is, and where."""
    install, workspace = call.install, call.workspace
    enterprise = {"enterprise_id": install.enterprise_id} if install.enterprise_id else {}
    return {
        "url": f"https://{workspace.domain}.slack.com/",
        "team": workspace.name,
        "user": "passerelle",
        "team_id": install.enterprise_id if install.is_org_wide else workspace.id,
        "user_id": install.bot_user_id,
        "bot_id": install.bot_id,
        "is_enterprise_install": install.is_org_wide,
        **enterprise,
    }


@method("auth.teams.list")
def auth_teams_list(call: Call) -> Json:
    """Return the workspaces an org-wide installation covers."""
    teams = [{"id": found.id, "name": found.name} for found in call.state.places(call.install)]
    return {"teams": teams, "response_metadata": {"next_cursor": ""}}


@method("auth.revoke")
def auth_revoke(call: Call) -> Json:
    """End the token that calls."""
    call.install.revoked = "token_revoked"
    return {"revoked": True}


@method("bots.info", "users:read")
def bots_info(call: Call) -> Json:
    """Return the bot itself."""
    install = call.install
    bot = {"id": install.bot_id, "user_id": install.bot_user_id, "app_id": call.state.app.app_id}
    return {"bot": {**bot, "name": "Passerelle", "deleted": False}}


@method("team.info", "team:read")
def team_info(call: Call) -> Json:
    """Return the workspace."""
    found = call.workspace
    return {"team": {"id": found.id, "name": found.name, "domain": found.domain}}


@method("team.profile.get", "users.profile:read")
def team_profile_get(call: Call) -> Json:
    """Return the fields that the workspace made for its profiles."""
    shown = call.text("visibility") == "visible"
    fields = [each for each in call.workspace.fields if not (shown and each.get("is_hidden"))]
    return {"profile": {"fields": fields, "sections": []}}


@method("users.profile.get", "users.profile:read")
def users_profile_get(call: Call) -> Json:
    """Return somebody's profile with the workspace's own fields; a list where none is filled."""
    member = call.workspace.members.get(call.needed("user"))
    if member is None:
        raise Refusal("user_not_found")
    fields = {each: {"value": value, "alt": ""} for each, value in member.fields.items()}
    return {"profile": {"real_name": member.name, "title": member.title, "fields": fields or []}}


def _shown(call: Call, member: Member) -> Json:
    email = "users:read.email" in call.install.scopes
    return member.as_json(email=email, locale=call.flag("include_locale"))
