"""A turn: one person's answer and everything a step may look at, change and send."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from bot import calendar, texts
from bot.conversation.flow import Step
from bot.conversation.registry import Registry
from bot.domain.delivery import Kind
from bot.domain.pairing import Pairing, PairingState, Seat
from bot.domain.people import Account, AuditEntry, Person, Role
from bot.domain.programme import Cycle, Enrolment, Programme
from bot.errors import Sorry
from bot.messages.card import COMMAND, Block, Button, Card, Style, Text
from bot.messages.form import Form, Input, Values, first
from bot.ports import Records
from bot.services.courier import Courier
from bot.texts.topics import CATALOGUE, Catalogue

T = TypeVar("T")


@dataclass(kw_only=True)
class Turn:
    """What a step sees: who answers, when, what about, and the records of their organisation.

    ``subject`` is the opaque id the card was about, ``value`` the argument of the pressed button,
    ``args`` what was typed after a command, ``values`` a form's fields, ``rooms`` the platforms on
    which two people can share a room, ``registry`` all that can be said. Everything derived is read
    from the records on first use, so a turn costs no more questions than it asks.
    """

    records: Records
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
        return self.records.current_cycle()

    @cached_property
    def enrolment(self) -> Enrolment | None:
        """The person's part in the newest cycle they were asked into."""
        return self.records.latest_enrolment(self.person.id)

    @property
    def programme(self) -> Programme:
        """The programme of the current or else the newest cycle; Sorry when there is none."""
        cycle = self.cycle or self.records.last_cycle()
        programme = self.records.get(Programme, cycle.programme_id) if cycle else None
        if programme is None:
            raise Sorry("no-programme")
        return programme

    @cached_property
    def catalogue(self) -> Catalogue:
        """All topics: those that come with the product, and the organisation's own."""
        return CATALOGUE.with_own(self.records.own_topics())

    def topic(self, code: str) -> str:
        """Return a topic's name in this person's language."""
        return self.catalogue.label(code, self.person.language)

    @cached_property
    def pairing(self) -> Pairing | None:
        """The person's newest pairing that has not ended."""
        live = (PairingState.ACTIVE, PairingState.PAUSED)
        return next(iter(self.records.pairings_of(self.person.id, *live)), None)

    @property
    def roles(self) -> frozenset[Role]:
        """Standing roles, and the role in the newest enrolment."""
        role = self.enrolment.role if self.enrolment else None
        return self.person.roles | ({role} if role else set())

    def someone(self, person_id: str) -> Person:
        """Return a person of the organisation; a tombstone keeps its id."""
        person = self.records.get(Person, person_id)
        if person is None:
            raise Sorry("stale")
        return person

    def seat(self, pairing_id: str) -> Seat:
        """Return this person's side of a pairing of theirs."""
        return self.records.seat(pairing_id, self.person.id)

    def partner(self, pairing: Pairing) -> Person:
        """Return the other side of a pairing."""
        return self.someone(pairing.other(self.person.id))

    def mine(self, kind: type[T], subject: str = "") -> T:
        """Return the subject if it is this person's own to answer; Sorry otherwise.

        The one gate against pressing somebody else's button: an entity belongs to ``person_id``,
        or to both sides it names.
        """
        entity = self.records.get(kind, subject or self.subject)
        if entity is None:
            raise Sorry("stale")
        owner = getattr(entity, "person_id", None)
        role_of = getattr(entity, "role_of", lambda _: None)
        if self.person.id != owner and role_of(self.person.id) is None:
            raise Sorry("not-yours")
        return entity

    def say(self, key: str, **values: str | float) -> str:
        """Return a text in this person's language."""
        return texts.say(self.person.language, key, **values)

    def day(self, when: date | datetime) -> str:
        """Return a day in this person's words and zone."""
        if isinstance(when, datetime):
            when = calendar.local_date(when, self.person.zone)
        return texts.day(self.person.language, when)

    def moment(self, when: datetime) -> str:
        """Return a local day and time in this person's words."""
        return texts.moment(self.person.language, when, self.person.zone)

    def listing(self, items: Iterable[str]) -> str:
        """Join words as this person's language does."""
        return texts.listing(self.person.language, items)

    def card(
        self,
        key: str,
        *blocks: Block,
        taps: Iterable[str | Button] = (),
        commands: Iterable[str] = (),
        **values: str | float,
    ) -> Card:
        """Make a card from one message of the catalogue.

        Its value is the paragraph; its attributes ``.title`` and ``.next`` show if present, and
        attributes named as the taps (of the step being shown) and commands label the buttons.
        """
        buttons = [self._button(key, tap, values) for tap in taps]
        buttons += [
            Button(self.say(f"{key}.{word}", **values), COMMAND, value=word) for word in commands
        ]
        return Card(
            title=self._attribute(key, "title", values),
            body=(Text(self.say(key, **values)), *blocks),
            buttons=tuple(buttons),
            next=self._attribute(key, "next", values),
        )

    def tap(
        self,
        action: str,
        label: str,
        *,
        value: str = "",
        style: Style = Style.PLAIN,
    ) -> Button:
        """Make a button of the step being shown, with a label and value of its own."""
        return Button(label, self._action(action), self.subject, value, style)

    def form(self, key: str, *inputs: Input, **values: str | float) -> Form:
        """Make a form of the step being shown, worded by ``.title``, ``.submit`` and its value."""
        return Form(
            title=self.say(f"{key}.title", **values),
            intro=self.say(key, **values),
            inputs=inputs,
            submit=self.say(f"{key}.submit", **values),
            action=self.step.full_name if self.step else "",
            subject=self.subject,
        )

    def field(self, name: str) -> str:
        """Return the single text of a field that was filled in."""
        return first(self.values, name)

    def tell(  # noqa: PLR0913  one call says all about one message
        self,
        person: Person,
        step: Step,
        *,
        subject: str = "",
        value: str = "",
        kind: Kind,
        key: str,
        not_before: datetime | None = None,
    ) -> bool:
        """Queue a step's card for somebody, in their language; False when it goes nowhere."""
        theirs = Turn(records=self.records, now=self.now, person=person, value=value)
        card = theirs.shown(step, subject)
        if not isinstance(card, Card):
            message = f"{step.full_name} is a form; only cards can be sent"
            raise TypeError(message)
        courier = Courier(self.records, self.now)
        account = courier.send(person, card, kind=kind, key=key, not_before=not_before)
        if account is not None and card.buttons and account.draft is None:
            account.await_answer(step.flow, step.name, subject)
        return account is not None

    def shown(self, step: Step, subject: str = "") -> Card | Form:
        """Return what a step shows to this turn's person about a subject."""
        return step.show(replace(self, step=step, subject=subject))

    def audit(self, action: str, subject: str = "", **details: object) -> None:
        """Note a decision of this person, by ids only."""
        self.records.add(
            AuditEntry(
                organisation_id=self.records.organisation_id,
                id=self.records.new_id(),
                actor_id=self.person.id,
                action=action,
                subject=subject,
                at=self.now,
                details=details,
            ),
        )

    def _action(self, name: str) -> str:
        if self.step is None:
            message = f"{name}: buttons belong to a step"
            raise TypeError(message)
        return f"{self.step.full_name}.{name}"

    def _button(self, key: str, tap: str | Button, values: dict[str, str | float]) -> Button:
        if isinstance(tap, Button):
            return tap
        return self.tap(tap, self.say(f"{key}.{tap}", **values))

    def _attribute(self, key: str, name: str, values: dict[str, str | float]) -> str:
        full = f"{key}.{name}"
        return self.say(full, **values) if texts.has_text(self.person.language, full) else ""
