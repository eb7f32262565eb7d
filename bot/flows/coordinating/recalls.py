"""Taking back an invitation, an approval or an announcement, as far as it has not gone out."""

from collections.abc import Iterable
from datetime import datetime

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Next, ask, finish
from bot.conversation.paging import PAGE
from bot.conversation.turn import Turn
from bot.domain.invitation import Invitation
from bot.domain.people import Person
from bot.domain.programme import Announcement, Cycle
from bot.flows.coordinating.cycles import lock_cycle, open_cycle
from bot.messages.card import Block, Bullets, Button, Card, Style, Text
from bot.services import recalls
from bot.services.called import with_address
from bot.texts.folding import folded

flow = Flow("recalls", roles=COORDINATORS, chapter=Chapter.COORDINATORS)

MOST = 3
"""Invitations, and announcements, that are looked at: the newest."""


@flow.command("recall", "rappeler")
def recall(turn: Turn) -> Next:
    return ask(home, open_cycle(turn).id)


@flow.step("home")
def home(turn: Turn) -> Card:
    """What can still be taken back, the newest of each kind first."""
    cycle = open_cycle(turn, turn.subject)
    buttons = [
        *(_button(turn, "invitation", each, each.sent_at) for each in _invitations(turn, cycle)),
        *(_button(turn, "announcement", a, a.sent_at) for a in _announcements(turn, cycle)),
    ]
    if cycle.approved_at and recalls.offers_of(turn.work, cycle).count:
        buttons.append(_button(turn, "approval", cycle, cycle.approved_at))
    if not buttons:
        return turn.card("recalls-none", commands=("console",))
    return turn.card("recalls-home", taps=buttons)


@home.on("invitation")
def invitation_chosen(turn: Turn) -> Next:
    return ask(invitation, turn.coordinated(Invitation, turn.value).id)


@home.on("announcement")
def announcement_chosen(turn: Turn) -> Next:
    return ask(announcement, turn.coordinated(Announcement, turn.value).id)


@home.on("approval")
def approval_chosen(turn: Turn) -> Next:
    return ask(approval, open_cycle(turn, turn.value).id)


@flow.step("invitation")
def invitation(turn: Turn) -> Card:
    sent = turn.coordinated(Invitation)
    count = recalls.invitations_unseen(turn.work, sent)
    return _sure(turn, "invitation", count, turn.work.invitations.reached(sent.id))


@flow.step("announcement")
def announcement(turn: Turn) -> Card:
    sent = turn.coordinated(Announcement)
    return _sure(turn, "announcement", len(_still_waiting(turn, sent)), _have_it(turn, sent))


@flow.step("approval")
def approval(turn: Turn) -> Card:
    offers = recalls.offers_of(turn.work, open_cycle(turn, turn.subject))
    return _sure(turn, "approval", offers.count, _asked(turn, offers))


@invitation.on("yes")
def invitation_taken_back(turn: Turn) -> Next:
    sent = turn.coordinated(Invitation)
    lock_cycle(turn, sent.cycle_id)
    count = recalls.recall_invitation(turn.work, turn.now, sent)
    people = turn.work.invitations.reached(sent.id)
    return _done(turn, "invitation", count, people, "invite")


@announcement.on("yes")
def announcement_taken_back(turn: Turn) -> Next:
    sent = turn.coordinated(Announcement)
    lock_cycle(turn, sent.cycle_id)
    count = recalls.recall_announcement(turn.work, turn.now, sent)
    return _done(turn, "announcement", count, _have_it(turn, sent), "announce")


@approval.on("yes")
def approval_taken_back(turn: Turn) -> Next:
    cycle = lock_cycle(turn, turn.subject)
    offers = recalls.recall_approval(turn.work, turn.now, cycle)
    return _done(turn, "approval", offers.count, _asked(turn, offers), "review")


@invitation.on("no")
@announcement.on("no")
@approval.on("no")
def left_as_it_is(turn: Turn) -> Next:
    return finish(turn.card("recalls-kept", commands=("console",)))


def _invitations(turn: Turn, cycle: Cycle) -> list[Invitation]:
    sent = turn.work.invitations.sent(cycle.id)[:MOST]
    return [each for each in sent if recalls.invitations_unseen(turn.work, each)]


def _announcements(turn: Turn, cycle: Cycle) -> list[Announcement]:
    sent = turn.work.programmes.announcements(cycle.id)[:MOST]
    return [each for each in sent if _still_waiting(turn, each)]


def _still_waiting(turn: Turn, sent: Announcement) -> set[str]:
    """Return the deliveries of an announcement that nobody has seen."""
    return turn.work.deliveries.unseen(recalls.announced_to(turn.work, sent))


def _have_it(turn: Turn, sent: Announcement) -> list[Person]:
    """Return who got an announcement, by name."""
    people = recalls.announced_to(turn.work, sent)
    seen = turn.work.deliveries.seen(people)
    return _by_name(turn, (people[key] for key in seen))


def _asked(turn: Turn, offers: recalls.Offers) -> list[Person]:
    """Return who is asked already, by name."""
    return _by_name(turn, (id_ for each in offers.out for id_ in (each.mentor_id, each.mentee_id)))


def _by_name(turn: Turn, ids: Iterable[str]) -> list[Person]:
    people = turn.work.people.by_id(ids).values()
    return sorted(people, key=lambda person: (folded(person.name), person.id))


def _button(
    turn: Turn, kind: str, about: Invitation | Announcement | Cycle, at: datetime | None
) -> Button:
    when = turn.moment(at) if at else ""
    return turn.tap(kind, turn.say(f"recalls-home.{kind}", when=when), value=about.id)


def _sure(turn: Turn, kind: str, count: int, out: list[Person]) -> Card:
    """Say how many it would spare, and name who has it already."""
    if not count:
        return _none(turn, out)
    yes = turn.tap("yes", turn.say("recalls-sure.yes"), style=Style.DANGER)
    said = turn.say(f"recalls-what.{kind}", count=count)
    return turn.card("recalls-sure", *_out(turn, out), taps=(yes, "no"), what=said)


def _done(turn: Turn, kind: str, count: int, out: list[Person], then: str) -> Next:
    if not count:
        return finish(_none(turn, out))
    subject = turn.subject
    turn.audit(f"{kind}.recalled", subject, count=count, out=len(out))
    said = turn.say(f"recalls-back.{kind}", count=count)
    return finish(turn.card("recalls-done", *_out(turn, out), commands=(then,), what=said))


def _none(turn: Turn, out: list[Person]) -> Card:
    return turn.card("recalls-too-late", *_out(turn, out), commands=("console",))


def _out(turn: Turn, people: list[Person]) -> list[Block]:
    """Name whom it reached already: a page of them, and how many more there are."""
    if not people:
        return []
    shown = people[:PAGE]
    called = turn.in_full(person.id for person in shown)
    names = [with_address(person, called[person.id]) for person in shown]
    more = len(people) - len(names)
    items = [*names, *([turn.say("recalls-more", count=more)] if more else [])]
    return [Text(turn.say("recalls-out", count=len(people))), Bullets(tuple(items))]
