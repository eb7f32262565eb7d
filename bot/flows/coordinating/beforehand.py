"""Each prompt as it would reach a pair that never was: who reads it, and what happened before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.conversation.prompt import Prompt
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.checkin import FeedbackKind
from bot.domain.digest import Decide, Digest, Figures, Milestones
from bot.domain.people import Departure, Role
from bot.domain.run import Found, Run, RunKind, Two
from bot.errors import Sorry
from bot.flows.coordinating.announcement import announced
from bot.flows.coordinating.approval import left_card
from bot.flows.coordinating.round_end import told_card
from bot.messages.card import Card
from bot.services import pairings
from bot.services.sample import Sample

MENTOR, MENTEE, COORDINATOR = Role.MENTOR, Role.MENTEE, Role.COORDINATOR
ONE_DAY = timedelta(days=1)
NUDGE = "nudge"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One message of a prompt: who reads it, and of which step where it is not the usual one.

    ``about`` says what has happened and returns the id of what the card is about, with the value it
    is shown with, if any. ``made`` makes a card that is no step's.
    """

    reader: Role = MENTEE
    step: str = ""
    about: Callable[[Turn, Sample], tuple[str, str] | str] = lambda _, made: made.pairing.id
    made: Callable[[Turn, Sample], Card] | None = None


def read(turn: Turn, made: Sample, prompt: Prompt, seen: Seen) -> Card:
    """Return a message as its reader would see it."""
    theirs = turn if seen.reader is COORDINATOR else turn.seen_by(made.people[seen.reader])
    if seen.made is not None:
        return seen.made(theirs, made)
    step = turn.registry.step(seen.step) if seen.step else prompt.step()
    about = seen.about(theirs, made)
    subject, value = (about, "") if isinstance(about, str) else about
    card = replace(theirs, value=value).shown(step, subject) if step is not None else None
    if not isinstance(card, Card):
        raise Sorry("stale")
    return card


def _cycle(_: Turn, made: Sample) -> str:
    return made.cycle.id


def _part(turn: Turn, made: Sample) -> str:
    return next(part.id for part in made.parts.values() if part.person_id == turn.person.id)


def _proposal(_: Turn, made: Sample) -> str:
    return made.proposal.id


def _proposal_over(_: Turn, made: Sample) -> str:
    for part in made.parts.values():
        part.capacity = 2  # they have each other, and wait for somebody else
    return made.proposal.id


def _with_a_goal(turn: Turn, made: Sample) -> str:
    made.parts[MENTEE].goal = turn.say("messages-words.goal")
    return made.pairing.id


def _asked_again(_: Turn, made: Sample) -> tuple[str, str]:
    return made.pairing.id, "again"


def _agreed(_: Turn, made: Sample) -> str:
    for meeting in made.meetings:
        meeting.agree()
    return made.pairing.id


def _lapsed(_: Turn, made: Sample) -> tuple[str, str]:
    for meeting in made.meetings:
        meeting.lapse()
    return made.pairing.id, made.meetings[0].starts_at.isoformat()


def _tomorrow(turn: Turn, made: Sample) -> tuple[str, str]:
    _agreed(turn, made)
    return made.meetings[0].id, "1"


def _called_off(turn: Turn, made: Sample) -> str:
    _agreed(turn, made)
    made.meetings[0].cancel(made.pairing.other(turn.person.id))
    return made.meetings[0].id


def _suggested(turn: Turn, made: Sample) -> str:
    _agreed(turn, made)
    first = made.meetings[0]
    first.want(first.starts_at + ONE_DAY, made.pairing.other(turn.person.id))
    return first.id


def _moved(turn: Turn, made: Sample) -> str:
    _agreed(turn, made)
    first = made.meetings[0]
    first.move(first.starts_at + ONE_DAY)
    return first.id


def _kept(turn: Turn, made: Sample) -> str:
    _agreed(turn, made)
    return made.meetings[0].id


def _not_moved(turn: Turn, made: Sample) -> tuple[str, str]:
    _agreed(turn, made)
    first = made.meetings[0]
    return first.id, (first.starts_at + ONE_DAY).isoformat()


def _checkin(turn: Turn, made: Sample) -> str:
    _agreed(turn, made)
    return made.checkin(made.pairing.role_of(turn.person.id) or MENTEE).id


def _reminded(turn: Turn, made: Sample) -> tuple[str, str]:
    return _checkin(turn, made), NUDGE


def _quiet(turn: Turn, made: Sample) -> str:
    made.pairing.started_on = turn.today - rhythm.NO_MEETING
    made.pairing.warned_at = made.now
    return made.pairing.id


def _thanked(turn: Turn, made: Sample) -> str:
    checkin = made.checkin(MENTEE)
    checkin.thanks = turn.say("messages-words.thanks")
    return checkin.id


def _told(turn: Turn, made: Sample) -> str:
    made.seat(MENTEE).words = turn.say("messages-words.told")
    return made.pairing.id


def _half_way(turn: Turn, made: Sample) -> str:
    return made.feedback(made.pairing.role_of(turn.person.id) or MENTEE, FeedbackKind.MID).id


def _half_way_reminded(turn: Turn, made: Sample) -> tuple[str, str]:
    return _half_way(turn, made), NUDGE


def _shared(turn: Turn, made: Sample) -> str:
    feedback = made.feedback(MENTEE, FeedbackKind.MID)
    feedback.answers = {"share": True, "change": turn.say("messages-words.change")}
    return feedback.id


def _look_back(turn: Turn, made: Sample) -> str:
    return made.feedback(made.pairing.role_of(turn.person.id) or MENTEE, FeedbackKind.FINAL).id


def _over(turn: Turn, made: Sample) -> str:
    """All weeks have gone by, and every meeting was held."""
    pairing = made.pairing
    span = pairing.ends_on - pairing.started_on
    pairing.started_on, pairing.ends_on = pairing.started_on - span, pairing.ends_on - span
    for meeting in made.meetings:
        meeting.agree()
        meeting.move(meeting.starts_at - span)
        meeting.hold()
    thanks = {"thanks": turn.say("messages-words.thanks")}
    made.feedback(MENTEE, FeedbackKind.FINAL).answers = thanks
    return pairing.id


def _partner_rests(turn: Turn, made: Sample) -> str:
    part = next(part for part in made.parts.values() if part.person_id != turn.person.id)
    part.pause(turn.today + rhythm.SHORT_BREAK, None)
    return made.pairing.id


def _rest_ends(_: Turn, made: Sample) -> str:
    made.pairing.rest()
    made.pairing.rests_until = made.now + rhythm.REST_ENDS_TOLD
    return made.pairing.id


def _left(turn: Turn, _: Sample) -> Card:
    return left_card(turn, key="approval-left-no-common-topic", role=MENTOR.value, before="no")


def _closed(turn: Turn, _: Sample) -> Card:
    return told_card(turn, key="programme-told-closed")


def _cancelled(turn: Turn, _: Sample) -> Card:
    return told_card(turn, key="programme-told-cancelled")


def _announced(turn: Turn, made: Sample) -> Card:
    name = pairings.programme_of(made.work, made.pairing).name
    words = turn.say("messages-words.announcement")
    author = next(iter(made.work.people.coordinators()), turn.person)
    return announced(turn, words, author=author, name=name)


def _account_closed(_: Turn, made: Sample) -> str:
    person = made.people[MENTEE]
    person.depart(Departure.PLATFORM, made.now, made.now + ONE_DAY)
    return person.id


def _programme(_: Turn, made: Sample) -> str:
    return made.cycle.programme_id


def _digest(_: Turn, made: Sample) -> str:
    digest = Digest(
        organisation_id=made.work.organisation_id,
        id=made.work.new_id(),
        programme_id=made.cycle.programme_id,
        number=1,
        at=made.now,
        figures=Figures(
            number=1, decide=Decide(drafts=6, free=False), milestones=Milestones(mid=8)
        ),
    )
    made.work.add(digest)
    return digest.id


def _run(turn: Turn, made: Sample) -> str:
    two = made.pairing.mentor_id, made.pairing.mentee_id
    run = Run(
        organisation_id=made.work.organisation_id,
        id=made.work.new_id(),
        cycle_id=made.cycle.id,
        asked_by=turn.person.id,
        asked_at=made.now,
        kind=RunKind.LOCK,
        change=Two(*two),
    )
    run.finish(
        Found(
            pairs=(600, 600),
            mentees=(600, 600),
            total=(402_150, 401_980),
            changed=4,
            moved=2,
            new=(two,),
        ),
    )
    made.work.add(run)
    return run.id


BY_PROMPT: Mapping[str, tuple[Seen, ...]] = {
    "invitation": (Seen(about=_cycle),),
    "announcement": (Seen(made=_announced),),
    "answer-due": (Seen(about=_part),),
    "proposal": (
        Seen(reader=MENTOR, about=_proposal),
        Seen(about=_proposal),
        Seen(step="proposal.reminder", about=_proposal),
    ),
    "left-without": (Seen(reader=MENTOR, made=_left),),
    "proposal-over": (Seen(about=_proposal_over),),
    "pairing-begins": (
        Seen(reader=MENTOR, about=_with_a_goal),
        Seen(step="introduction.mentee"),
    ),
    "room": (Seen(),),
    "dates-asked": (Seen(),),
    "dates-asked-again": (Seen(about=_asked_again),),
    "dates-set": (Seen(reader=MENTOR, about=_agreed),),
    "dates-lapsed": (Seen(about=_lapsed),),
    "preparation": (Seen(reader=MENTOR, about=_tomorrow), Seen(about=_tomorrow)),
    "meeting-off": (Seen(reader=MENTOR, about=_called_off),),
    "move-asked": (Seen(about=_suggested),),
    "meeting-moved": (Seen(about=_moved), Seen(step="moves.stays", about=_kept)),
    "move-lapsed": (Seen(about=_not_moved),),
    "checkin": (
        Seen(reader=MENTOR, about=_checkin),
        Seen(step="checkin.met", about=_reminded),
        Seen(step="checkin.rating", about=_reminded),
        Seen(step="checkin.progress", about=_reminded),
    ),
    "still-there": (Seen(about=_checkin),),
    "no-meeting": (Seen(about=_quiet),),
    "date-wanted": (Seen(reader=MENTOR),),
    "thanks": (Seen(reader=MENTOR, about=_thanked),),
    "words-of-partner": (Seen(reader=MENTOR, about=_told),),
    "half-way": (Seen(about=_half_way), Seen(about=_half_way_reminded)),
    "half-way-shared": (Seen(reader=MENTOR, about=_shared),),
    "look-back": (Seen(about=_look_back),),
    "closing": (Seen(reader=MENTOR, about=_over), Seen(about=_over)),
    "rests-for-silence": (Seen(about=_part),),
    "partner-rests": (Seen(about=_partner_rests),),
    "break-over": (Seen(about=_part),),
    "partner-is-back": (Seen(),),
    "rest-ends-soon": (Seen(about=_rest_ends),),
    "pairing-ended": (Seen(),),
    "cycle-over": (Seen(made=_closed), Seen(made=_cancelled)),
    "digest": (Seen(reader=COORDINATOR, about=_digest),),
    "digest-last": (Seen(reader=COORDINATOR, about=_programme),),
    "account-closed": (Seen(reader=COORDINATOR, about=_account_closed),),
    "contact-wanted": (Seen(reader=COORDINATOR),),
    "run-done": (Seen(reader=COORDINATOR, about=_run),),
}
"""What is shown of each prompt, by its name."""
