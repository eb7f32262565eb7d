"""What pressing buttons does to parts, proposals and pairings, told without any of the real code.

The model knows names of actions and nothing of flows, texts, records or deliveries. Time is not
foretold but judged: ``Model.pass_to`` says whether what time did to somebody is allowed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol

JOINED, PAUSED, LEFT, CHOOSING, DECLINED = "joined", "paused", "left", "choosing", "declined"
OFFERED, ACCEPTED, REFUSED, LAPSED, WITHDRAWN = (
    *("offered", "accepted", "declined"),
    *("lapsed", "withdrawn"),
)
NOBODY = "nobody"
"""Who ended an offer that came to nothing by itself."""
ACTIVE, ENDED = "active", "ended"
IN = (JOINED, PAUSED)
LIVE = (ACTIVE, PAUSED)

YES = ("proposal.offer.accept", "proposal.reminder.accept")
NO = ("proposal.offer.other", "proposal.reminder.other")
OUT = ("exits.leave.out", "exits.confirm.out")
STOP, CHANGE = ("exits.leave.stop",), ("exits.rematch.change",)
BACK = ("exits.stopped.back", "exits.changed.back")
CARDS = ("exits.stopped", "exits.ended", "feedback.closing")
SURE = ("erasure.sure.yes",)


class Pressed(Protocol):
    """A button, whatever it is made of."""

    @property
    def action(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def value(self) -> str: ...


@dataclass
class Pair:
    """A pairing, known by the proposal it came from."""

    mentor: str
    mentee: str
    state: str = ACTIVE
    out: set[str] = field(default_factory=set)
    """Who stopped it, while the other side does not know yet."""

    def other(self, person: str) -> str:
        return self.mentee if person == self.mentor else self.mentor


@dataclass
class Offer:
    """A proposal that both were asked about."""

    mentor: str
    mentee: str
    lapses_at: datetime
    state: str = OFFERED
    yes: set[str] = field(default_factory=set)
    out: str = ""
    """Who ended it, while the other side does not know yet."""
    no: set[str] = field(default_factory=set)

    def is_over_for(self, person: str) -> bool:
        return self.state != OFFERED or person in {self.out, *self.no}

    def end(self, person: str) -> None:
        self.out = self.out or person

    def other(self, person: str) -> str:
        return self.mentee if person == self.mentor else self.mentor


@dataclass
class Model:
    """Everybody's part, every offer and every pairing; ``until`` is the end of somebody's break.

    ``subjects`` tells what an id in a button stands for: a pairing's or proposal's offer, or a
    person's own part.
    """

    parts: dict[str, str]
    offers: dict[str, Offer] = field(default_factory=dict)
    pairs: dict[str, Pair] = field(default_factory=dict)
    until: dict[str, date | None] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)
    subjects: dict[str, str] = field(default_factory=dict)

    def live(self, person: str) -> list[Pair]:
        """Somebody's pairings that have not ended."""
        mine = (p for p in self.pairs.values() if person in {p.mentor, p.mentee})
        return [pair for pair in mine if pair.state in LIVE and person not in pair.out]

    def is_free(self, person: str) -> bool:
        """Whether a coordinator may propose somebody."""
        asked = any(
            person in {offer.mentor, offer.mentee} and offer.state == OFFERED
            for offer in self.offers.values()
        )
        return self.parts.get(person) == JOINED and not self.live(person) and not asked

    def press(self, person: str, pressed: "Pressed", today: date) -> None:
        """Change what a button changes, if it is the person's and still means something."""
        if person in self.erased:
            return
        for actions, effect in EFFECTS.items():
            if pressed.action in actions:
                effect(self, person, pressed, today)

    def command(self, person: str, line: str) -> None:
        """Change what a typed command changes."""
        if person not in self.erased and line in {"resume", "reprendre"}:
            self.resume(person)

    def pause(self, person: str, until: date | None) -> None:
        """Begin or change a break; live pairings rest with it, and no offer waits for its end."""
        if self.parts.get(person) in IN:
            self.withdraw(person)
            self.fall_silent(person, until)

    def fall_silent(self, person: str, until: date | None = None) -> None:
        """Rest, with all live pairings."""
        self.parts[person], self.until[person] = PAUSED, until
        for pair in self.live(person):
            pair.state = PAUSED

    def withdraw(self, person: str) -> None:
        """Take back what somebody was asked about; the other side learns of it in the morning."""
        for offer in self.offers.values():
            if person in {offer.mentor, offer.mentee} and not offer.is_over_for(person):
                offer.end(person)

    def resume(self, person: str) -> None:
        """End a break; a pairing wakes when neither side is on one."""
        if self.parts.get(person) == PAUSED:
            self.parts[person] = JOINED
            for pair in self.live(person):
                if self.parts.get(pair.other(person)) != PAUSED:
                    pair.state = ACTIVE

    def leave(self, person: str) -> None:
        """Step out of everything."""
        if self.parts.get(person) in (*IN, CHOOSING):
            self.parts[person] = LEFT
        for pair in self.live(person):
            self.stop(person, pair)
        self.withdraw(person)

    def stop(self, person: str, pair: Pair) -> None:
        """Be out of a pairing; it ends in the other's morning, even if both are out of it."""
        pair.out.add(person)

    def take_back(self, person: str, pair: Pair | None) -> None:
        """Go on with a pairing one stopped; a break that was chosen afterwards is over."""
        stays = self.parts.get(person) in IN
        if pair is not None and stays and person in pair.out and pair.state != ENDED:
            pair.out.discard(person)
            if pair.state == ACTIVE:
                self.resume(person)

    def erase(self, person: str) -> None:
        """Forget somebody; what they had with others ends first."""
        self.leave(person)
        for pair in self.pairs.values():
            if person in pair.out:
                pair.state = ENDED
        self.parts.pop(person, None)
        self.erased.add(person)
        for key, offer in list(self.offers.items()):
            if person in {offer.mentor, offer.mentee} and offer.state != ACCEPTED:
                del self.offers[key]

    def answer(self, person: str, offer: Offer | None, *, says_yes: bool) -> None:
        """Say yes or no to an offer; the second yes makes a pairing, unless the other rests."""
        if offer is None or person not in {offer.mentor, offer.mentee}:
            return
        if offer.is_over_for(person):
            return
        if not says_yes:
            offer.no.add(person)
            offer.end(person)
            return
        offer.yes.add(person)
        if offer.out or offer.yes < {offer.mentor, offer.mentee}:
            return
        if self.parts.get(offer.other(person)) == PAUSED:
            offer.out = NOBODY
            return
        offer.state = ACCEPTED
        key = next(key for key, known in self.offers.items() if known is offer)
        self.pairs[key] = Pair(offer.mentor, offer.mentee)
        if self.parts.get(person) == PAUSED:
            self.parts[person] = JOINED

    def pair(self, subject: str, person: str) -> Pair | None:
        """Return the pairing an id stands for, if it is the person's."""
        pair = self.pairs.get(self.subjects.get(subject, ""))
        return pair if pair and person in {pair.mentor, pair.mentee} else None

    def end(self, person: str, pair: Pair | None, *, again: bool) -> None:
        """End a pairing, and perhaps wait for another."""
        if pair is None or (again and self.parts.get(person) not in IN):
            return
        if pair.state in LIVE and person not in pair.out:
            self.stop(person, pair)
        if again:
            self.wait_again(person, pair)

    def wait_again(self, person: str, pair: Pair | None) -> None:
        """Wait for a partner: whoever does is back from a break."""
        if pair is not None and self.parts.get(person) == PAUSED and not self.live(person):
            self.parts[person] = JOINED

    def rest(self, person: str, pair: Pair | None) -> None:
        """Take a break of no planned end after a pairing, if no other goes on."""
        if pair is not None and self.parts.get(person) == JOINED and not self.live(person):
            self.parts[person], self.until[person] = PAUSED, None

    def invited(self, person: str, *, says_yes: bool) -> None:
        """Say yes or no to an invitation; who took part once stays counted as that after a no."""
        part = self.parts.get(person)
        if part not in IN and (says_yes or part != LEFT):
            self.parts[person] = CHOOSING if says_yes else DECLINED


def _erase(model: Model, person: str, pressed: Pressed, today: date) -> None:
    """An old card only asks again: the day it was shown is in its button."""
    if pressed.value == today.isoformat():
        model.erase(person)


Effect = Callable[[Model, str, Pressed, date], None]

EFFECTS: dict[tuple[str, ...], Effect] = {
    YES: lambda model, who, button, _: model.answer(
        who, model.offers.get(model.subjects.get(button.subject, "")), says_yes=True
    ),
    NO: lambda model, who, button, _: model.answer(
        who, model.offers.get(model.subjects.get(button.subject, "")), says_yes=False
    ),
    ("settings.how_long.two",): lambda model, who, _, today: model.pause(
        who, today + timedelta(weeks=2)
    ),
    ("settings.how_long.four",): lambda model, who, _, today: model.pause(
        who, today + timedelta(weeks=4)
    ),
    ("settings.silent.yes",): lambda model, who, button, _: (
        model.resume(who) if model.subjects.get(button.subject) == who else None
    ),
    OUT: lambda model, who, *_: model.leave(who),
    STOP: lambda model, who, button, _: model.end(who, model.pair(button.value, who), again=False),
    CHANGE: lambda model, who, button, _: model.end(who, model.pair(button.value, who), again=True),
    BACK: lambda model, who, button, _: model.take_back(who, model.pair(button.subject, who)),
    tuple(f"{card}.again" for card in CARDS): lambda model, who, button, _: model.wait_again(
        who, model.pair(button.subject, who)
    ),
    tuple(f"{card}.rest" for card in CARDS): lambda model, who, button, _: model.rest(
        who, model.pair(button.subject, who)
    ),
    SURE: _erase,
    ("welcome.invitation.yes",): lambda model, who, *_: model.invited(who, says_yes=True),
    ("welcome.invitation.no",): lambda model, who, *_: model.invited(who, says_yes=False),
}
"""What each button of consequence does; every other one changes nothing the model knows of."""
