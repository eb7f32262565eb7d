"""What the operator says about Slack, and whether it is enough to begin with."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from adapters.slack.manifest import Shape
from bot.errors import BotError


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where Slack is: its API, its page of consent, and the origin of each ``response_url``."""

    api_url: str
    consent_url: str
    responses: str


SLACK = Place(
    api_url="https://slack.com/api/",
    consent_url="https://slack.com/oauth/v2/authorize",
    # Where an interaction's response_url leads; answers go nowhere else (docs.slack.dev).
    responses="https://hooks.slack.com",
)


def stand_in(api_url: str) -> Place:
    """Return a place where one server is all of Slack."""
    parts = urlsplit(api_url)
    return Place(
        api_url=api_url,
        consent_url=f"{api_url.removesuffix('api/')}oauth/v2/authorize",
        responses=f"{parts.scheme}://{parts.netloc}",
    )


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
    the operator granted the history scopes, ``reads_emails`` the one of e-mails, ``reads_profiles``
    the one of profiles' own fields. ``place`` is where Slack is.
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
    reads_profiles: bool = False
    place: Place = SLACK

    @property
    def shape(self) -> Shape:
        """What kind of app these options are for."""
        return Shape(
            several=bool(self.client_id),
            socket=bool(self.app_token),
            emails=self.reads_emails,
            profiles=self.reads_profiles,
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
