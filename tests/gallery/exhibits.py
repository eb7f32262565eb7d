"""Every step of every flow as it is shown in the fixed programme, in either language."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from adapters.playground.message import Message
from adapters.playground.render import form_json, message_json
from bot.conversation.turn import Turn
from bot.messages.card import Card
from bot.messages.form import Form
from bot.messages.plain import plain
from bot.ports import Work
from bot.runtime.registry import every_flow
from tests.gallery.world import NOW, a_full_programme, an_empty_organisation, person
from tests.world import World

T = TypeVar("T")


@dataclass(frozen=True)
class Exhibit:
    """One step as one person sees it; ``variant`` tells cards of one step apart."""

    step: str
    person: str
    subject: str = ""
    variant: str = ""
    value: str = ""
    world: str = "full"

    @property
    def name(self) -> str:
        return f"{self.step}-{self.variant}" if self.variant else self.step


EXHIBITS = (
    Exhibit("welcome.invitation", "eve", "cycle"),
    Exhibit("welcome.role", "paul", "enrolment-paul"),
    Exhibit("welcome.role", "rose", "enrolment-rose", "senior"),
    Exhibit("welcome.consent", "paul", "enrolment-paul"),
    Exhibit("profile.mentor", "theo", "enrolment-theo"),
    Exhibit("profile.mentee", "bob", "enrolment-bob"),
    Exhibit("profile.levels", "theo", "enrolment-theo"),
    Exhibit("profile.levels", "bob", "enrolment-bob", "mentee"),
    Exhibit("profile.saved", "theo", "enrolment-theo"),
    Exhibit("profile.saved", "nadia", "enrolment-nadia", "paired"),
    Exhibit("settings.how_long", "nadia"),
    Exhibit("settings.which_day", "nadia"),
    Exhibit("settings.back", "bob", "enrolment-bob"),
    Exhibit("settings.back", "nadia", "enrolment-nadia", "paired"),
    Exhibit("settings.back", "luc", "enrolment-luc", "resting"),
    Exhibit("settings.silent", "nadia", "enrolment-nadia"),
    Exhibit("settings.resting", "ana", "resting"),
    Exhibit("settings.awake", "marc", "dated"),
    Exhibit("settings.which_language", "nadia"),
    Exhibit("privacy.data", "bob", "1"),
    Exhibit("privacy.data", "nadia", "2", "second"),
    Exhibit("erasure.sure", "nadia"),
    Exhibit("proposal.offer", "theo", "offered"),
    Exhibit("proposal.offer", "ana", "offered", "mentee"),
    Exhibit("proposal.reminder", "ana", "offered"),
    Exhibit("proposal.over", "ana", "offered"),
    Exhibit("introduction.mentor", "omar", "undated"),
    Exhibit("introduction.mentee", "denis", "undated"),
    Exhibit("introduction.room", "omar", "undated"),
    Exhibit("introduction.preparation", "nadia", "agreed", value="1"),
    Exhibit("introduction.preparation", "marc", "agreed", "mentee", value="2"),
    Exhibit("plan.which", "nadia"),
    Exhibit("plan.show", "nadia", "dated"),
    Exhibit("plan.show", "omar", "undated", "empty"),
    Exhibit("plan.show", "sophie", "asked", "to-agree"),
    Exhibit("plan.show", "lina", "asked", "waiting"),
    Exhibit("plan.show", "ana", "resting", "resting"),
    Exhibit("plan.agree", "sophie", "asked"),
    Exhibit("plan.agree", "sophie", "asked", "again", value="again"),
    Exhibit("plan.times", "omar", "undated"),
    Exhibit("plan.later", "omar", "undated"),
    Exhibit("plan.dates", "nadia", "dated"),
    Exhibit("moves.rebook", "marc", "off"),
    Exhibit("moves.later", "marc", "off"),
    Exhibit("moves.moved", "nadia", "agreed"),
    Exhibit("moves.cancelled", "nadia", "off"),
    Exhibit("relay.which", "nadia"),
    Exhibit("relay.write", "nadia", "dated"),
    Exhibit("relay.preview", "nadia", "dated"),
    Exhibit("relay.told", "marc", "dated"),
    Exhibit("checkin.met", "nadia", "checkin-open"),
    Exhibit("checkin.met", "nadia", "checkin-open", "nudge", value="nudge"),
    Exhibit("checkin.met", "nadia", "checkin-open", "last", value="last"),
    Exhibit("checkin.rating", "nadia", "checkin-rating"),
    Exhibit("checkin.progress", "nadia", "checkin-progress"),
    Exhibit("checkin.still", "nadia", "checkin-still"),
    Exhibit("checkin.done", "nadia", "checkin-forward"),
    Exhibit("checkin.done", "nadia", "checkin-same", "same"),
    Exhibit("checkin.done", "nadia", "checkin-middling", "middling"),
    Exhibit("checkin.done", "nadia", "checkin-low", "left"),
    Exhibit("checkin.done", "nadia", "checkin-planned", "planned"),
    Exhibit("checkin.done", "nadia", "checkin-not-this-week", "not-this-week"),
    Exhibit("checkin.note", "nadia", "checkin-forward"),
    Exhibit("checkin.offer", "nadia", "checkin-thanks"),
    Exhibit("checkin.thanks", "nadia", "checkin-thanks"),
    Exhibit("checkin.thanks_preview", "nadia", "checkin-thanks"),
    Exhibit("checkin.thanked", "marc", "checkin-thanks"),
    Exhibit("checkin.low", "nadia", "checkin-low"),
    Exhibit("checkin.low", "nadia", "checkin-hand", "hand"),
    Exhibit("checkin.stuck", "nadia", "checkin-stuck"),
    Exhibit("checkin.hand", "nadia", "checkin-hand"),
    Exhibit("checkin.hand_preview", "nadia", "checkin-hand"),
    Exhibit("checkin.date", "marc", "dated"),
    Exhibit("checkin.quiet", "marc", "dated"),
    Exhibit("feedback.invite", "nadia", "mid-nadia"),
    Exhibit("feedback.invite", "nadia", "final-nadia", "final"),
    Exhibit("feedback.invite", "nadia", "mid-nadia", "nudge", value="nudge"),
    Exhibit("feedback.invite", "nadia", "mid-nadia", "last", value="last"),
    Exhibit("feedback.mid", "nadia", "mid-nadia"),
    Exhibit("feedback.shared", "nadia", "mid-marc"),
    Exhibit("feedback.change", "nadia", "mid-nadia"),
    Exhibit("feedback.final", "nadia", "final-nadia"),
    Exhibit("feedback.final", "marc", "final-marc", "mentee"),
    Exhibit("feedback.closing", "nadia", "ended"),
    Exhibit("feedback.closing", "zoe", "ended", "mentee"),
    Exhibit("exits.leave", "nadia"),
    Exhibit("exits.confirm", "bob"),
    Exhibit("exits.rematch", "nadia"),
    Exhibit("exits.stopped", "nadia", "ended"),
    Exhibit("exits.changed", "nadia", "ended"),
    Exhibit("exits.left", "eve"),
    Exhibit("exits.ended", "zoe", "ended"),
    Exhibit("exits.completed", "zoe", "ended"),
    Exhibit("exits.why", "nadia"),
    Exhibit("console.home", "claire"),
    Exhibit("console.home", "claire", variant="empty", world="empty"),
    Exhibit("programme.home", "claire", "programme"),
    Exhibit("programme.create", "claire", world="empty"),
    Exhibit("programme.edit", "claire", "programme"),
    Exhibit("programme.cycle", "claire", "programme"),
    Exhibit("programme.closing", "claire", "cycle"),
    Exhibit("programme.cancelling", "claire", "cycle"),
    Exhibit("announcement.write", "claire", "cycle"),
    Exhibit("announcement.preview", "claire", "announcement"),
    Exhibit("announcement.sure", "claire", "announcement"),
    Exhibit("invitations.preview", "claire", "cycle"),
    Exhibit("invitations.sure", "claire", "cycle"),
    Exhibit("volunteers.home", "claire", "cycle"),
    Exhibit("volunteers.names", "claire", "0"),
    Exhibit("review.summary", "claire", "cycle"),
    Exhibit("review.pair", "claire", "draft"),
    Exhibit("review.pair", "claire", "draft-two", "free"),
    Exhibit("review.swap", "claire", "draft"),
    Exhibit("review.rules", "claire", "cycle"),
    Exhibit("review.leaving_out", "claire", "draft"),
    Exhibit("review.criteria", "claire", "cycle"),
    Exhibit("review.two", "claire", "cycle"),
    Exhibit("review.trial", "claire", "run-settings"),
    Exhibit("review.trial", "claire", "run-lock", "lock"),
    Exhibit("review.trial", "claire", "run-forbid", "forbid"),
    Exhibit("review.trial", "claire", "run-working", "working"),
    Exhibit("review.trial", "claire", "run-outdated", "outdated"),
    Exhibit("review.trial", "claire", "run-cancelled", "cancelled"),
    Exhibit("review.trial", "claire", "run-failed", "failed"),
    Exhibit("review.trial", "claire", "run-drafts", "drafts"),
    Exhibit("topics.home", "claire"),
    Exhibit("topics.edit", "claire", "own-grafting"),
    Exhibit("approval.names", "claire", "0"),
    Exhibit("approval.unmatched", "claire", "cycle"),
    Exhibit("approval.sure", "claire", "cycle"),
    Exhibit("digest.newest", "claire", "digest"),
)


def apart(work: Coroutine[Any, Any, T]) -> T:
    """Run something asynchronous to its end, whether or not a loop is running here."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@cache
def gallery(language: str) -> dict[str, Card | Form]:
    """Return what every exhibit shows, by its name."""
    return apart(build(language))


async def build(language: str) -> dict[str, Card | Form]:
    """Make the fixed programme and look at everything in it."""
    worlds = {
        "full": await a_full_programme(language),
        "empty": await an_empty_organisation(language),
    }
    shown = {each.name: await _show(worlds[each.world], each) for each in EXHIBITS}
    for world in worlds.values():
        world.store.close()
    return shown


async def _show(world: World, exhibit: Exhibit) -> Card | Form:
    flow, _, name = exhibit.step.partition(".")

    def act(work: Work) -> Card | Form:
        who = person(work, exhibit.person)
        turn = Turn(work=work, now=NOW, person=who, value=exhibit.value)
        turn.account = work.accounts.of(who.id)
        return turn.shown(every_flow().flows[flow].steps[name], exhibit.subject)

    found: Card | Form = await world.look(act)
    return found


def rendered(shown: Card | Form) -> dict[str, Any]:
    """Return what the playground's page is given, without when it was sent."""
    if isinstance(shown, Form):
        return form_json(shown)
    message = message_json(Message(id="1", version=1, at=NOW, card=shown), "America/Toronto")
    return {"card": message["card"], "plain": plain(shown).splitlines()}
