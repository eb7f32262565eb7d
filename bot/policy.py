"""Who may do what: one table, checked when a command executes; no entry means nobody."""

from bot.domain.people import Role
from bot.errors import Sorry

EVERYBODY = frozenset({Role.MEMBER})
COORDINATORS = frozenset({Role.COORDINATOR})

MAY_USE: dict[str, frozenset[Role]] = {
    "welcome": EVERYBODY,
    "profile": EVERYBODY,
    "settings": EVERYBODY,
    "help": EVERYBODY,
    "privacy": EVERYBODY,
    "erasure": EVERYBODY,
    "proposal": EVERYBODY,
    "introduction": EVERYBODY,
    "plan": EVERYBODY,
    "checkin": EVERYBODY,
    "feedback": EVERYBODY,
    "exits": EVERYBODY,
    "console": COORDINATORS,
    "programme": COORDINATORS,
    "volunteers": COORDINATORS,
    "review": COORDINATORS,
}
"""The roles that may take a flow's steps and commands; what a step is about is checked besides."""


def check(flow: str, roles: frozenset[Role]) -> None:
    """Raise Sorry unless one of the roles may use the flow."""
    if not MAY_USE.get(flow, frozenset()) & roles:
        raise Sorry("not-allowed")
