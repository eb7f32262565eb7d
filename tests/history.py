"""What happened on a fake platform, and a checker of it: nothing lost, doubled or out of order.

A fake notes what it did and what the bot was told; a test says what the bot meant to do. Nothing
here knows which platform it was.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class Kind(StrEnum):
    """What happened."""

    POSTED = "posted"  # a message became visible; key is the delivery's, where the bot gave one
    REPEATED = "repeated"  # the platform knew the key already, and showed nothing new
    CHANGED = "changed"  # a message was shown anew in its place
    DELETED = "deleted"  # a message is no longer visible
    REFUSED = "refused"  # the platform said no
    TOLD = "told"  # the bot was told something; key is the same when it is told again
    TAKEN = "taken"  # the bot acknowledged what it was told: a person saw success


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One thing that happened; ``order`` counts all of a history, from nought."""

    order: int
    kind: Kind
    tenant: str
    conversation: str
    key: str = ""
    remote_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Intent:
    """A message the bot believes it sent; a remote id, where it knows one, must be the real one."""

    tenant: str
    conversation: str
    key: str
    remote_id: str = ""


class History:
    """Everything that happened on one fake platform, in order."""

    def __init__(self) -> None:
        self._happenings: list[Happening] = []

    def __iter__(self) -> Iterator[Happening]:
        return iter(self._happenings)

    def __len__(self) -> int:
        return len(self._happenings)

    def note(
        self,
        kind: Kind,
        *,
        tenant: str,
        conversation: str,
        key: str = "",
        remote_id: str = "",
    ) -> None:
        """Add what just happened."""
        self._happenings.append(
            Happening(
                order=len(self._happenings),
                kind=kind,
                tenant=tenant,
                conversation=conversation,
                key=key,
                remote_id=remote_id,
            )
        )

    def of(self, *kinds: Kind) -> list[Happening]:
        """Return what happened of some kinds."""
        return [happening for happening in self._happenings if happening.kind in kinds]


Place = tuple[str, str]
"""A tenant and a conversation of it."""


def faults(history: Iterable[Happening], intended: Iterable[Intent]) -> list[str]:
    """Return what is wrong, a line each; ``intended`` is in the order of each conversation.

    Lost: intended, and not visible. Doubled: visible twice under one key. Uncalled for: visible
    under a key nobody intended. Misnamed: known to the bot by another id than the platform's. Out
    of order: visible in another order than intended. Messages without a key answer in a request
    and are not judged.
    """
    shown = _visible(history)
    wanted: defaultdict[Place, list[Intent]] = defaultdict(list)
    for intent in intended:
        wanted[intent.tenant, intent.conversation].append(intent)
    found: list[str] = []
    for place in sorted({*shown, *wanted}):
        found += _judge("/".join(place), shown.get(place, []), wanted[place])
    return found


def _visible(history: Iterable[Happening]) -> dict[Place, list[Happening]]:
    """What is visible in each conversation under a key, oldest first."""
    posted: defaultdict[Place, list[Happening]] = defaultdict(list)
    for happening in history:
        place = happening.tenant, happening.conversation
        if happening.kind is Kind.POSTED and happening.key:
            posted[place].append(happening)
        elif happening.kind is Kind.DELETED:
            posted[place] = [h for h in posted[place] if h.remote_id != happening.remote_id]
    return dict(posted)


def _judge(place: str, shown: list[Happening], wanted: list[Intent]) -> Iterator[str]:
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for happening in shown:
        ids[happening.key].append(happening.remote_id)
    places = {intent.key: number for number, intent in enumerate(wanted)}
    for key, remote_ids in ids.items():
        if len(remote_ids) > 1:
            yield f"doubled: {place} {key} {' '.join(remote_ids)}"
        if key not in places:
            yield f"uncalled for: {place} {key}"
    for intent in wanted:
        if intent.key not in ids:
            yield f"lost: {place} {intent.key}"
        elif intent.remote_id and intent.remote_id not in ids[intent.key]:
            yield f"misnamed: {place} {intent.key} {intent.remote_id}"
    yield from _disorder(place, [key for key in ids if key in places], places)


def _disorder(place: str, keys: list[str], places: dict[str, int]) -> Iterator[str]:
    for earlier, later in pairwise(keys):
        if places[earlier] > places[later]:
            yield f"out of order: {place} {earlier} before {later}"
