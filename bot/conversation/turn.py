"""A turn: one person's answer, and everything a step may look at, change and send."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from bot import calendar
from bot.conversation import auditing, cards, gate, naming, people, telling, voice
from bot.conversation.flow import Step
from bot.conversation.registry import Registry
from bot.domain.pairing import LIVE, Pairing
from bot.domain.people import Account, Person
from bot.domain.programme import Cycle, Enrolment
from bot.messages.card import Card
from bot.messages.form import Form, Values, first
from bot.ports import Work
from bot.texts.topics import CATALOGUE, Catalogue


@dataclass(kw_only=True)
class Turn:
    """What a step sees: who answers, when, what about, and the unit of work of their organisation.

    ``subject`` is the opaque id the card was about, ``value`` the argument of the pressed button,
    ``args`` what was typed after a command, ``values`` a form's fields, ``rooms`` the platforms on
    which two people can share a room, ``registry`` all that can be said. Everything derived is read
    from the store on first use, so a turn costs no more questions than it asks.
    """

    work: Work
    now: datetime
    person: Person
    account: Account | None = None
    step: Step | None = None
    subject: str = ""
    value: str = ""
    args: str = ""
    values: Values = field(default_factory=dict)
    rooms: frozenset[str] = frozenset()
    registry: Registry = field(default_factory=Registry)

    @property
    def today(self) -> date:
        """The local date of the person."""
        return calendar.local_date(self.now, self.person.zone)

    @cached_property
    def cycle(self) -> Cycle | None:
        """The cycle that welcomes volunteers."""
        return self.work.programmes.current_cycle()

    @cached_property
    def enrolment(self) -> Enrolment | None:
        """The person's part in the newest cycle they were asked into."""
        return self.work.enrolments.latest(self.person.id)

    @cached_property
    def catalogue(self) -> Catalogue:
        """All topics: those that come with the product, and the organisation's own."""
        return CATALOGUE.with_own(self.work.programmes.topics())

    def topic(self, code: str) -> str:
        """Return a topic's name in this person's language."""
        return self.catalogue.label(code, self.person.language)

    @cached_property
    def pairing(self) -> Pairing | None:
        """The person's newest pairing that has not ended."""
        return next(iter(self.work.pairings.of(self.person.id, *LIVE)), None)

    @property
    def is_present(self) -> bool:
        """Whether the person presses or types this moment; else a card is made to be sent."""
        return self.account is not None

    def field(self, name: str) -> str:
        """Return the single text of a field that was filled in."""
        return first(self.values, name)

    def shown(self, step: Step, subject: str = "") -> Card | Form:
        """Return what a step shows to this turn's person about a subject."""
        return step.show(replace(self, step=step, subject=subject))

    def seen_by(self, person: Person, value: str = "") -> "Turn":
        """Return a turn of somebody else at the same instant: a card is made to be sent to them."""
        return Turn(
            work=self.work,
            now=self.now,
            person=person,
            value=value,
            rooms=self.rooms,
            registry=self.registry,
        )

    # The verbs of a step; each is a function of a turn, written where its concept lives.
    mine = gate.mine
    from_partner = gate.from_partner
    coordinated = gate.coordinated
    coordinated_if_there = gate.coordinated_if_there
    someone = people.someone
    partner = people.partner
    seat = people.seat
    called = naming.called
    named = naming.named
    in_full = naming.in_full
    say = voice.say
    day = voice.day
    moment = voice.moment
    listing = voice.listing
    card = cards.card
    tap = cards.tap
    form = cards.form
    tell = telling.tell
    audit = auditing.audit
