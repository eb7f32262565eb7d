"""The coordinator: creates the programme, invites, pairs, approves, and looks after it weekly."""

from datetime import datetime, timedelta

from adapters.simulate.personas import HaveMet, Persona
from adapters.simulate.report import DigestSeen
from adapters.simulate.seen import Errand, Json, Seen, name_of
from adapters.simulate.tempers import Temper
from bot.domain.people import Person

FEWEST_WEEKS, WEEKS_A_MEETING = 4, 2
"""The shortest programme that can be created, and how often a pairing meets in it."""
DECIDES_AFTER = timedelta(days=8)
"""How long people have before the first matching."""
AT_ONCE = timedelta(hours=6)
"""From the first morning to the first pairs of somebody in a hurry."""
ANSWER_BY = timedelta(days=21)
AGAIN_EVERY = timedelta(weeks=3)

DIGEST, RUN = "digest", "run:"
"""What the keys of deliveries begin with: a digest's, and an answer's of the matching."""
READS_WITHIN = timedelta(minutes=20)
LOOKS_CLOSELY = (
    "review.summary.look",
    "review.pair.lock",
    "review.trial.yes",
    "review.pair.swap",
    "review.swap.no",
    "review.pair.following",
    "review.pair.approve",
    "approval.sure.yes",
)
APPROVES = ("review.summary.approve", "approval.sure.yes")
TEMPER = Temper(name="coordinator", hours=(0.1, 1), answers={"": 0.0}, types=0, twice=0)


class Coordinator(Persona):
    """Runs the programme from the chat, with the commands anybody in HR would use."""

    def __init__(self, person: Person, temper: Temper, seed: int, *, have_met: HaveMet) -> None:
        super().__init__(person, temper, seed, have_met=have_met)
        self.digests: list[DigestSeen] = []

    def programme(
        self, start: datetime, *, weeks: int, until: datetime, at_once: bool = False
    ) -> list[tuple[datetime, Errand]]:
        """Return everything that is planned from the first morning on.

        With ``at_once`` whoever has answered by the first afternoon is paired before it closes.
        """
        planned = [
            (start, _creates(start, weeks)),
            (start + timedelta(days=3), _errand("volontaires", "volunteers")),
            (start + DECIDES_AFTER, _matches(*LOOKS_CLOSELY)),
            (start + DECIDES_AFTER + timedelta(days=1), _announces()),
        ]
        if at_once:
            planned.append((start + AT_ONCE, _matches(*APPROVES)))
        again = start + DECIDES_AFTER + AGAIN_EVERY
        while again < until - AGAIN_EVERY:
            planned.append((again, _matches(*APPROVES)))
            planned.append((again + timedelta(days=1), _errand("admin", "admin")))
            again += AGAIN_EVERY
        return [(self.at_work(at), errand) for at, errand in planned]

    def notices(self, seen: Seen, now: datetime) -> datetime | None:
        """Read everything, and keep the digests; decisions are made on the errands."""
        if seen.key.startswith(DIGEST):
            self.digests.append(DigestSeen(now, seen.plain))
        # A large company's pairs come as a message: they are approved as soon as it is read.
        return self.at_work(now + READS_WITHIN) if seen.key.startswith(RUN) else None

    def _liked(self, seen: Seen, now: datetime) -> Json | None:
        """Approve what came by itself; press nothing else on a whim."""
        del now
        wanted = APPROVES if seen.key.startswith(RUN) else APPROVES[1:]
        return next((button for button in seen.buttons if name_of(button) in wanted), None)


def _errand(
    french: str, english: str, *wishes: str, fields: dict[str, str] | None = None
) -> Errand:
    line = {"fr": f"/mentor {french}", "en": f"/mentor {english}"}
    return Errand(line=line, wishes=wishes, fields=fields or {})


def _creates(start: datetime, weeks: int) -> Errand:
    length = max(FEWEST_WEEKS, weeks)
    fields = {
        "name": "Passerelle",
        "weeks": str(length),
        "meetings": str(length // WEEKS_A_MEETING),
        "weekday": "3",
        "hour": "10",
        "answer_by": (start + ANSWER_BY).date().isoformat(),
    }
    wishes = (
        "command.programme",
        "command.invite",
        "invitations.preview.go",
        "invitations.sure.yes",
    )
    return _errand("admin", "admin", *wishes, fields=fields)


def _matches(*wishes: str) -> Errand:
    return _errand("jumeler", "match", *wishes)


def _announces() -> Errand:
    fields = {
        "fr": "Les propositions sont en route. Merci à tout le monde.",
        "en": "The proposals are on their way. Thank you, everyone.",
    }
    wishes = ("announcement.preview.go", "announcement.sure.yes")
    return _errand("annoncer", "announce", *wishes, fields=fields)
