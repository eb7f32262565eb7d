"""The state of the fake Slack, without any HTTP: one app, and where it is installed."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from bot.ports import Clock
from tests.adapters.slack.fake.faults import Faults
from tests.adapters.slack.fake.rates import Rates
from tests.adapters.slack.fake.workspaces import Install, Json, Member, Workspace
from tests.history import History

TRIGGER_LIFE = timedelta(seconds=3)
TOKEN_LIFE = timedelta(hours=12)
"""Of a token that rotates."""
HOOK_LIFE, HOOK_USES = timedelta(minutes=30), 5
"""Of a response_url: https://docs.slack.dev/interactivity/handling-user-interaction."""
SCOPES = ("commands", "chat:write", "im:write", "mpim:write", "users:read")


@dataclass(frozen=True, kw_only=True)
class App:
    """The one app of this Slack, as its settings page would show it."""

    app_id: str = "A0PASSERELLE"
    client_id: str = "1111.2222"
    client_secret: str = "client-secret"  # noqa: S105  the fake's own
    signing_secret: str = "signing-secret"  # noqa: S105
    app_token: str = "xapp-1-A0PASSERELLE-1"  # noqa: S105
    redirect_uri: str = ""
    rotates: bool = True


@dataclass(kw_only=True)
class Trigger:
    """A trigger_id: good for one modal, for three seconds."""

    made_at: datetime
    user: str
    team_id: str
    is_used: bool = False


@dataclass(kw_only=True)
class Hook:
    """A response_url: where a conversation's later answers go; ``ts`` is the message it is of."""

    made_at: datetime
    team_id: str
    channel: str
    user: str
    ts: str = ""
    uses: int = 0


@dataclass(kw_only=True)
class Code:
    """An OAuth code on its way: good for one exchange."""

    user: str
    team_id: str
    enterprise_id: str
    redirect_uri: str
    scopes: tuple[str, ...]
    is_used: bool = False


@dataclass(eq=False, kw_only=True)
class Screens:
    """What people have open: each one's stack of modals and their home, by workspace and person."""

    modals: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    homes: dict[tuple[str, str], Json] = field(default_factory=dict)

    def stack(self, team_id: str, user: str) -> list[Json]:
        """Return somebody's open modals, the topmost last."""
        return self.modals.setdefault((team_id, user), [])

    def view(self, view_id: str) -> Json | None:
        """Return an open view by its id."""
        views = [view for stack in self.modals.values() for view in stack]
        return next(
            (view for view in (*views, *self.homes.values()) if view["id"] == view_id), None
        )


class State:
    """Everything the fake knows; the clock is the only time it has."""

    def __init__(self, clock: Clock, app: App | None = None) -> None:
        self.clock = clock
        self.app = app or App()
        self.history = History()
        self.rates = Rates(clock)
        self.faults = Faults()
        self.screens = Screens()
        self.workspaces: dict[str, Workspace] = {}
        self.enterprises: dict[str, str] = {}
        self.installs: list[Install] = []
        self.triggers: dict[str, Trigger] = {}
        self.hooks: dict[str, Hook] = {}
        self.codes: dict[str, Code] = {}
        self.tickets: set[str] = set()
        self.calls: list[tuple[str, Json]] = []
        self.told: Callable[[Json], None] = lambda _: None
        """Told of every event the fake makes by itself; delivery sets it."""
        self._numbers = count(1)

    def number(self, prefix: str) -> str:
        """Return an id nothing else has."""
        return f"{prefix}{next(self._numbers):08X}"

    def add_workspace(self, team_id: str, name: str, *, enterprise_id: str = "") -> Workspace:
        """Add a workspace; the enterprise is its organisation, where it has one."""
        if enterprise_id:
            self.enterprises.setdefault(enterprise_id, f"Organisation {enterprise_id}")
        workspace = Workspace(team_id, name, enterprise_id=enterprise_id)
        self.workspaces[team_id] = workspace
        return workspace

    def install(
        self,
        *,
        team_id: str = "",
        enterprise_id: str = "",
        installer: str = "",
        scopes: Iterable[str] = SCOPES,
    ) -> Install:
        """Put the app into a workspace, or into all of an organisation; its bot user joins."""
        place = team_id or enterprise_id
        bot_user = f"U{place[1:]}BOT"
        expires = self.clock.now() + TOKEN_LIFE
        install = Install(
            token=self.number("xoxe.xoxb-1-" if self.app.rotates else "xoxb-"),
            bot_user_id=bot_user,
            bot_id=f"B{place[1:]}",
            scopes=frozenset(scopes),
            team_id=team_id,
            enterprise_id=enterprise_id or self.workspaces[team_id].enterprise_id,
            installer=installer,
            refresh_token=self.number("xoxe-1-") if self.app.rotates else "",
            expires_at=expires.timestamp() if self.app.rotates else None,
        )
        self.installs.append(install)
        for workspace in self.places(install):
            workspace.join(bot_user, "Passerelle", is_bot=True)
        return install

    def uninstall(self, install: Install, *, tokens_first: bool = False) -> None:
        """Remove the app: its tokens end, and both events follow, in either order."""
        install.revoked = "account_inactive"
        gone: list[Json] = [
            {"type": "app_uninstalled"},
            {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [install.bot_user_id]}},
        ]
        for event in reversed(gone) if tokens_first else gone:
            self.told({"event": event, "install": install})

    def changed(self, member: Member, kind: str = "user_change") -> None:
        """Tell the app of a new or changed member."""
        user = member.as_json(email="users:read.email" in self._scopes(member.team_id), locale=True)
        install = self.installed_in(member.team_id)
        if install is not None:
            self.told({"event": {"type": kind, "user": user}, "install": install})

    def installed_in(self, team_id: str) -> Install | None:
        """Return the living installation that covers a workspace."""
        enterprise_id = self.workspaces[team_id].enterprise_id
        for install in reversed(self.installs):
            covers = install.team_id == team_id or (
                install.is_org_wide and install.enterprise_id == enterprise_id
            )
            if covers and not install.revoked:
                return install
        return None

    def places(self, install: Install) -> list[Workspace]:
        """Return the workspaces an installation covers."""
        if install.team_id:
            return [self.workspaces[install.team_id]]
        return [w for w in self.workspaces.values() if w.enterprise_id == install.enterprise_id]

    def trigger(self, team_id: str, user: str) -> str:
        """Return a new trigger_id for what somebody just did."""
        trigger_id = self.number("trigger.")
        self.triggers[trigger_id] = Trigger(made_at=self.clock.now(), user=user, team_id=team_id)
        return trigger_id

    def client_msg_hash(self, text: str) -> str:
        """Return a short fingerprint, as the hash of a view."""
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def _scopes(self, team_id: str) -> frozenset[str]:
        install = self.installed_in(team_id)
        return install.scopes if install else frozenset()
