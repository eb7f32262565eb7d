"""What the operator says about Slack, and whether it is enough to begin with."""

from dataclasses import dataclass

from adapters.slack.manifest import Shape
from bot.errors import BotError

API_URL = "https://slack.com/api/"


class IncompleteSlack(BotError):
    """The settings of Slack do not go together; the message says what is missing."""


@dataclass(frozen=True, kw_only=True)
class SlackOptions:
    """How the app is known to Slack.

    Either one workspace by its ``bot_token``, or any number that install it themselves
    (``client_id``, ``client_secret``). Requests come over HTTP, signed with one of
    ``signing_secrets``, or over Socket Mode, which ``app_token`` opens.

    ``workspaces`` are the ids that may install it (none named: the first one does, and no other);
    ``coordinators`` the member ids that coordinate from the first day; ``reads_history`` says that
    the operator granted the history scopes, ``reads_emails`` the one of e-mails.
    """

    signing_secrets: tuple[str, ...] = ()
    bot_token: str = ""
    app_token: str = ""
    client_id: str = ""
    client_secret: str = ""
    workspaces: frozenset[str] = frozenset()
    coordinators: frozenset[str] = frozenset()
    reads_history: bool = False
    reads_emails: bool = False
    api_url: str = API_URL

    @property
    def shape(self) -> Shape:
        """What kind of app these options are for."""
        return Shape(
            several=bool(self.client_id),
            socket=bool(self.app_token),
            emails=self.reads_emails,
            history=self.reads_history,
        )

    def check(self) -> None:
        """Raise IncompleteSlack unless all that is needed is there."""
        faults = self._faults()
        if faults:
            raise IncompleteSlack("\n".join(faults))

    def _faults(self) -> list[str]:
        """Return what is missing, by the setting's name."""
        checks = (
            (
                bool(self.bot_token) or bool(self.client_id),
                "PASSERELLE_SLACK_BOT_TOKEN is missing, or else PASSERELLE_SLACK_CLIENT_ID",
            ),
            (
                bool(self.client_id) == bool(self.client_secret),
                "PASSERELLE_SLACK_CLIENT_ID and PASSERELLE_SLACK_CLIENT_SECRET go together",
            ),
            (
                bool(self.signing_secrets) or (bool(self.app_token) and not self.client_id),
                "PASSERELLE_SLACK_SIGNING_SECRET is missing: it proves what Slack sent",
            ),
        )
        return [fault for is_well, fault in checks if not is_well]
