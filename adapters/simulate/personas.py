"""People who decide: each sees cards and forms as drawn on the page, and answers in their way."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random

from adapters.simulate.forms import Pen
from adapters.simulate.seen import Errand, Gesture, Json, Seen, Sitting, name_of, press, say, submit
from adapters.simulate.tempers import COMMAND_TAP, LIKES, SUGGESTED_TAP, TAP, Temper
from bot import calendar
from bot.calendar.people import working_time
from bot.domain.people import Person
from bot.messages.card import COMMAND, Style

MET, RATING, LEADING = "checkin.met", "checkin.rating.rate", "welcome.leading."
MOST_MENDINGS = 3
"""How often somebody corrects a form before they give up."""
NEXT_TAP = timedelta(seconds=20)
"""How soon the next tap of a sitting comes."""

HaveMet = Callable[[str, datetime], bool | None]


class Persona:
    """Somebody with a temper, and chance of their own."""

    def __init__(
        self, person: Person, temper: Temper, seed: int, *, have_met: HaveMet, leads: bool = False
    ) -> None:
        self.person = person
        self.temper = temper
        self._leads = leads
        self._regretted: set[str] = set()
        self._chance = Random(f"{seed}:{person.id}")  # noqa: S311 - played again, not kept secret
        self._pen = Pen(self._chance, temper, person.language)
        self._have_met = have_met

    def notices(self, seen: Seen, now: datetime) -> datetime | None:
        """Return when they deal with a message that arrived; None for never."""
        answers = self.temper.answers
        if not seen.buttons or self._chance.random() >= answers.get(seen.flow, answers[""]):
            return None
        return self.at_work(now + timedelta(hours=self._chance.uniform(*self.temper.hours)))

    def at_work(self, instant: datetime) -> datetime:
        """Return an instant, or the next one at which they are at work."""
        return calendar.next_open(instant, working_time(self.person))

    def next_tap(self, now: datetime) -> datetime:
        """Return when the next tap of a sitting comes."""
        return now + NEXT_TAP * self._chance.uniform(0.3, 3)

    def errands(self, now: datetime) -> list[tuple[datetime, Errand]]:
        """Return what they are going to do of their own accord, now that they have a partner."""
        planned = []
        for errand in self.temper.errands:
            after = timedelta(weeks=self._chance.uniform(*errand.after))
            planned.append((self.at_work(now + after), errand))
        return planned

    def begins(self, errand: Errand, today: date) -> Gesture:
        """Return the line that begins an errand."""
        day = today + timedelta(days=errand.days)
        return say(errand.line[self.person.language].format(day=day.isoformat()))

    def answers(self, sitting: Sitting, now: datetime, *, newest: bool) -> Gesture | None:
        """Return what they do about what they see; None when they leave it at that.

        ``newest`` tells that nothing came after it, so that it can be answered by typing.
        """
        seen = sitting.seen
        if sitting.taps <= 0:
            return None
        sitting.taps -= 1
        if seen.form is not None:
            return self._fills_in(sitting, seen.form, now)
        button = self._wished(sitting) or self._liked(seen, now)
        if button is None:
            return None
        if newest and self._chance.random() < self.temper.types:
            number = 1 + seen.buttons.index(button)
            return say(
                str(number) if self._chance.random() < self.temper.types else button["label"]
            )
        return press(button)

    def second_thoughts(
        self, sitting: Sitting, gesture: Gesture, now: datetime
    ) -> list[tuple[datetime, Gesture]]:
        """Return what they do later about what they did; look on for what puts it right at once."""
        pressed = self._name_pressed(gesture)
        sitting.wishes += self.temper.puts_right.get(pressed, ())
        wanted, subject = self.temper.regrets.get(pressed), str(gesture.data.get("subject"))
        button = next((b for b in sitting.seen.buttons if name_of(b) == wanted), None)
        if button is None or subject in self._regretted:
            return []
        self._regretted.add(subject)
        later = timedelta(hours=self._chance.uniform(*self.temper.hours))
        return [(self.at_work(now + later), press(button))]

    def _name_pressed(self, gesture: Gesture) -> str:
        return name_of(gesture.data) if gesture.kind == "press" else ""

    def presses_twice(self) -> bool:
        """Whether their finger slips."""
        return self._chance.random() < self.temper.twice

    def _fills_in(self, sitting: Sitting, form: Json, now: datetime) -> Gesture | None:
        faults = sitting.seen.faults
        if faults:
            sitting.mended += 1
            if sitting.mended > MOST_MENDINGS:
                return None
        today = calendar.local_date(now, self.person.zone)
        given = sitting.errand.fields if sitting.errand else {}
        return submit(form, self._pen.fills(form, faults, today=today, given=given))

    def _wished(self, sitting: Sitting) -> Json | None:
        """Return a button they came for."""
        for wish in sitting.wishes:
            for button in sitting.seen.buttons:
                if name_of(button) == wish:
                    sitting.wishes.remove(wish)
                    return button
        return None

    def _liked(self, seen: Seen, now: datetime) -> Json | None:
        if not seen.buttons:
            return None
        weights = self._weights(seen, now)
        choices: list[Json | None] = [*seen.buttons, None]
        return self._chance.choices(choices, weights)[0]

    def _weights(self, seen: Seen, now: datetime) -> list[float]:
        weights = [self._likes(button) for button in seen.buttons]
        met = self._have_met(self.person.id, now) if seen.flow == "checkin" else None
        if met is not None:
            weights = [
                weight * _truth(button, met=met)
                for weight, button in zip(weights, seen.buttons, strict=True)
            ]
        if seen.flow == "welcome":
            weights = [
                weight * self._knows_standing(button)
                for weight, button in zip(weights, seen.buttons, strict=True)
            ]
        tired = self.temper.likes.get("", LIKES[""])
        # Whoever came to answer a question answers it; leaving is for cards that ask nothing.
        return [*weights, 0 if max(weights) >= TAP else tired]

    def _knows_standing(self, button: Json) -> float:
        """Weigh the answers to "do you lead people": everybody knows, and most tell."""
        if not str(button["action"]).startswith(LEADING):
            return 1
        return {"yes": self._leads, "no": not self._leads}.get(_last(button), 0.05)

    def _likes(self, button: Json) -> float:
        if button["style"] == Style.DANGER:
            return 0
        name = name_of(button)
        if name == RATING:
            return self.temper.ratings[int(button["value"]) - 1] * TAP
        ordinary = SUGGESTED_TAP if button["style"] == Style.PRIMARY else TAP
        ordinary = COMMAND_TAP if button["action"] == COMMAND else ordinary
        return self.temper.likes.get(name, LIKES.get(name, ordinary))


def _last(button: Json) -> str:
    """Return the last word of a button's action."""
    return str(button["action"]).rpartition(".")[2]


def _truth(button: Json, *, met: bool) -> float:
    """Weigh the answers to "did you meet" by what happened: nearly everybody tells the truth."""
    flow_step, answer = str(button["action"]).rpartition(".")[0], _last(button)
    if flow_step != MET:
        return 1
    if answer == "yes":
        return 20 if met else 0.02
    return {"planned": 1.0, "not_this_week": 0.8, "stuck": 0.15}[answer]
