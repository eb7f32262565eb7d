"""Kinds of people, as numbers: how soon they answer, what they press, what they do unasked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from adapters.simulate.seen import Errand

LIKES: Mapping[str, float] = {
    "welcome.invitation.yes": 8,
    "welcome.invitation.no": 1,
    "command.who-sees": 0.4,
    "profile.saved.prepare": 0.6,
    "privacy.data.more": 0.3,
    "privacy.data.earlier": 0.1,
    "proposal.offer.accept": 12,
    "proposal.offer.other": 1,
    "proposal.reminder.accept": 12,
    "proposal.reminder.other": 1,
    "introduction.mentor.prepare": 1,
    "introduction.mentee.prepare": 4,
    "plan.times.pick": 12,
    "plan.times.more": 1,
    "plan.later.more": 0.3,
    "plan.agree.other": 2,
    "plan.show.yes": 12,
    "plan.show.other": 2,
    "plan.show.choose": 0.2,
    "plan.show.cancel": 0.03,
    "plan.show.rebook": 6,
    "moves.rebook.more": 1,
    "moves.rebook.keep": 2,
    "moves.rebook.short": 3,
    "moves.asked.keep": 2,
    "moves.asked.other": 1,
    "moves.change.more": 1,
    "moves.change.cancel": 0.1,
    "plan.show.change": 0.02,
    "moves.later.more": 0.3,
    "checkin.progress.forward": 14,
    "checkin.progress.hand": 1.5,
    "checkin.done.note": 0.1,
    "checkin.done.again": 0.05,
    "checkin.later.again": 0.05,
    "checkin.low.leave_it": 3,
    "checkin.stuck.hand": 3,
    "checkin.offer.write": 4,
    "checkin.offer.no": 6,
    "checkin.thanks_preview.change": 1,
    "checkin.thanks_preview.discard": 1,
    "checkin.hand.pass_on": 4,
    "checkin.hand.keep": 6,
    "checkin.hand_preview.keep": 2,
    "checkin.quiet.met": 4,
    "checkin.quiet.let_be": 6,
    "exits.leave.stop": 0.3,
    "exits.rematch.change": 1,
    "exits.stopped.why": 2,
    "exits.changed.why": 2,
    "exits.left.why": 2,
    "exits.ended.rest": 3,
    "feedback.closing.again": 3,
    "staff.closed.away": 0.1,
    "command.plan": 0.04,
    "": 0.5,
}
"""How much somebody is drawn to a button by its name; "" is drawn to doing nothing more.

Names that are not listed count TAP, SUGGESTED_TAP when they stand out, or COMMAND_TAP when they act
like a typed command; a dangerous one is pressed only on an errand.
"""
TAP, SUGGESTED_TAP, COMMAND_TAP = 10.0, 80.0, 0.05

FIELDS: Mapping[str, Mapping[str, float]] = {
    "partner": {"keep": 8, "adjust": 3, "change": 0.6},
    "next": {"continue": 6, "new": 2, "swap": 1, "stop": 2},
    "capacity": {"1": 5, "2": 1},
    "recommend": {"6": 1, "7": 2, "8": 4, "9": 4, "10": 3},
}
"""How much somebody is drawn to an option of a form, by the field's name."""
SELDOM_FILLED = frozenset({"avoid", "departments", "others"})
"""Fields most people leave empty."""
SHARED_TASTES = 12
"""Topics most people choose from: the first ones of the list."""

LEAVES = Errand(
    line={"fr": "/mentor quitter", "en": "/mentor leave"},
    after=(2, 6),
    wishes=("exits.leave.out", "exits.confirm.out"),
)
GOES_ON_HOLIDAY = Errand(
    line={"fr": "/mentor pause {day}", "en": "/mentor pause {day}"},
    after=(1, 5),
    days=16,
)
CANCELS = Errand(
    line={"fr": "/mentor plan", "en": "/mentor plan"},
    after=(1.5, 3.5),
    wishes=("plan.show.cancel",),
)
CANCELS_AGAIN = Errand(
    line={"fr": "/mentor échéancier", "en": "/mentor plan"},
    after=(4, 6),
    wishes=("plan.show.cancel",),
)
CANCELS_SOON = Errand(
    line={"fr": "/mentor plan", "en": "/mentor plan"},
    after=(3.5, 4),
    wishes=("plan.show.cancel",),
)
LOOKS_AROUND = Errand(line={"fr": "/mentor statut", "en": "/mentor status"}, after=(0.5, 4))
ASKS_WHO_SEES = Errand(line={"fr": "qui-voit", "en": "who-sees"}, after=(0.2, 2))
MISTYPES = Errand(line={"fr": "/mentor bilna", "en": "/mentor hepl"}, after=(1, 8))
TELLS_A_STORY = Errand(
    line={"fr": "/mentor " + "et puis… " * 400, "en": "/mentor " + "and then… " * 400},
    after=(1, 9),
)
WANTS_ANOTHER = Errand(
    line={"fr": "/mentor rejumeler", "en": "/mentor rematch"},
    after=(4, 8),
    wishes=("exits.rematch.change",),
)


@dataclass(frozen=True, kw_only=True)
class Temper:
    """A kind of person.

    ``hours`` is the span of hours they let a message lie; ``answers`` the chance that they deal
    with a message at all, by the conversation it belongs to ("" for all others); ``ratings`` the
    weights of one to five; ``meets`` the chance that they keep an appointment; ``types`` that they
    type instead of pressing; ``long`` that a text is long, ``too_long`` that it is over-long;
    ``twice`` that they press twice. ``regrets`` maps a button to the one of the same card they come
    back for later, once; ``puts_right`` maps one to those they look for in what follows.
    """

    name: str
    hours: tuple[float, float] = (0.2, 7)
    answers: Mapping[str, float] = field(default_factory=lambda: {"": 0.9})
    likes: Mapping[str, float] = field(default_factory=dict)
    ratings: tuple[float, ...] = (0.2, 0.6, 2, 5, 4)
    meets: float = 0.75
    types: float = 0.05
    long: float = 0.0
    too_long: float = 0.0
    twice: float = 0.02
    errands: tuple[Errand, ...] = ()
    regrets: Mapping[str, str] = field(default_factory=dict)
    puts_right: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


KEEN = Temper(
    name="keen",
    hours=(0.05, 3),
    answers={"": 0.97},
    twice=0.05,
    errands=(LOOKS_AROUND, ASKS_WHO_SEES, MISTYPES),
)
BUSY = Temper(
    name="busy",
    hours=(4, 70),
    answers={"": 0.75, "welcome": 0.95, "proposal": 0.9},
    likes={"checkin.met.planned": 14, "checkin.met.yes": 9, "checkin.done.note": 0},
    meets=0.55,
    errands=(CANCELS, CANCELS_AGAIN),
)
SHY = Temper(
    name="shy",
    hours=(1, 20),
    answers={"": 0.85},
    likes={"checkin.low.hand": 0, "checkin.hand.pass_on": 0.5, "introduction.mentor.prepare": 8},
    types=0.2,
)
GHOST = Temper(name="ghost", answers={"": 0.0, "welcome": 1.0, "proposal": 0.6})
LEAVER = Temper(name="leaver", errands=(LEAVES,))
HOLIDAY = Temper(name="holiday", hours=(0.5, 12), errands=(GOES_ON_HOLIDAY,))
LOW_RATER = Temper(
    name="low",
    ratings=(4, 5, 2, 0.5, 0.1),
    likes={"checkin.progress.hand": 8, "checkin.progress.same": 12},
    errands=(WANTS_ANOTHER,),
)
WORDY = Temper(
    name="wordy",
    likes={"checkin.done.note": 12, "checkin.offer.write": 12, "command.report": 0.05},
    types=0.5,
    long=0.6,
    too_long=0.15,
    errands=(TELLS_A_STORY,),
)
SILENT = Temper(name="silent", answers={"": 0.0})
STEADY = Temper(
    name="steady",
    hours=(0.1, 4),
    answers={"": 1.0},
    likes={"checkin.met.yes": 40, "plan.show.cancel": 0},
    meets=2.0,  # whoever meets a steady person meets them: more than certain makes up for the other
)
CANCELLER = Temper(
    name="canceller",
    answers={"": 0.95},
    errands=(CANCELS, CANCELS_SOON, CANCELS_AGAIN),
    meets=0.4,
)
FICKLE = Temper(
    name="fickle",
    hours=(0.1, 2),
    answers={"": 1.0},
    likes={"proposal.offer.other": 60},
    regrets={"proposal.offer.other": "proposal.offer.accept"},
)
MISTAKEN = Temper(
    name="mistaken",
    answers={"": 1.0},
    likes={"checkin.met.not_this_week": 600},
    puts_right={
        "checkin.met.not_this_week": (
            "checkin.done.again",
            "checkin.later.again",
            "checkin.met.yes",
        )
    },
)
DECLINER = Temper(name="decliner", likes={"welcome.invitation.yes": 0, "": 0})

LEADERS = (
    *(BUSY, KEEN, STEADY, LOW_RATER, WORDY, CANCELLER),
    *(HOLIDAY, FICKLE, LEAVER, DECLINER, GHOST, SILENT),
)
"""Who leads people, by turns: mostly busy, as everywhere."""
OTHERS = (
    *(SHY, KEEN, WORDY, HOLIDAY, STEADY, LOW_RATER),
    *(MISTAKEN, GHOST, FICKLE, LEAVER, SILENT, DECLINER),
)
"""Everybody else, by turns."""
CROWD_FROM, CROWD_SHARE = 100, 3
"""In a larger company most people let an invitation pass: beyond so many, all but one in three."""


def temper_of(turn: int, *, leads: bool, in_crowd: bool) -> Temper:
    """Return the temper of the person whose turn it is among those who lead, or do not."""
    if in_crowd and turn % CROWD_SHARE:
        return SILENT
    deck = LEADERS if leads else OTHERS
    return deck[(turn // CROWD_SHARE if in_crowd else turn) % len(deck)]
