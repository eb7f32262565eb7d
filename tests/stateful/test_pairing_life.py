"""A pairing's life, whatever people do in whatever order, against a small model."""

import asyncio
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from bot import calendar
from bot.domain.pairing import PAIRING_MOVES, PairingState, Stage
from bot.domain.programme import EnrolmentState
from bot.messages.card import COMMAND, Button, Card
from bot.messages.form import Form
from tests.stateful import FEW, QUICK
from tests.stateful import model as m
from tests.stateful.judge import no_orphans, right_messages, was_silent
from tests.stateful.life import EVERYBODY, MENTEES, MENTORS, Life, Seen
from tests.world import MONDAY

COMMANDS = (
    *("status", "pause", "resume", "leave", "rematch", "plan", "checkin", "join", "profile"),
    *("help", "who-sees", "my-data", "forget-me", "lang", "feedback", "agenda", "bilan"),
)
AT_WORK = MONDAY.replace(hour=18)
"""Everybody is at work: 14:30 in Montréal, 11:30 in Vancouver."""
EVENING = 2
"""The hour of UTC at which nobody is at work any more: 22:00 in Montréal, 19:00 in Vancouver."""
PEOPLE = st.sampled_from(EVERYBODY)
VOLUNTEERS = st.sampled_from((*MENTORS, *MENTEES))
INDEX = st.integers(0, 200)
SELDOM = st.sampled_from((False, False, False, True))
FILLED: tuple[dict[str, str | list[str]], ...] = (
    {"matching": "yes", "facts": "yes"},
    {"topics-mentor": ["ai-assistants"], "topics-mentee": ["ai-assistants"], "goal": "A letter"},
    {},
)
"""The forms of joining, filled in well: consent, profile, levels."""


class PairingLife(RuleBasedStateMachine):
    """Everybody presses, types and waits; the model foretells what that changes."""

    @initialize(paired=st.sampled_from((2, 2, 1, 0)))
    def begin(self, paired: int) -> None:
        self.runner = asyncio.Runner()
        self.life: Life = self.runner.run(Life.begin())
        self.life.clock.move_to(AT_WORK)
        self.life.watch = self._watch
        self.model = m.Model(
            parts=dict.fromkeys((*MENTORS, *MENTEES), m.JOINED),
            subjects={f"enrolment-{person}": person for person in (*MENTORS, *MENTEES)},
        )
        self.before: dict[str, PairingState] = {}
        self.counted = 0
        self.seen_up_to = 0
        for number, (mentor, mentee) in enumerate(zip(MENTORS, MENTEES, strict=True)):
            self._offer(mentor, mentee)
            self.runner.run(self.life.run_due())
            for person in (mentor, mentee) if number < paired else ():
                self._press_newest(person, m.YES)

    def teardown(self) -> None:
        if hasattr(self, "life"):
            self.life.store.close()
            self.runner.close()

    @rule(mentor=st.sampled_from(MENTORS), mentee=st.sampled_from(MENTEES))
    def coordinator_proposes(self, mentor: str, mentee: str) -> None:
        if self.model.is_free(mentor) and self.model.is_free(mentee):
            self._offer(mentor, mentee)
            self.runner.run(self.life.run_due())

    @rule(first=st.booleans(), index=INDEX)
    def both_accept(self, first: bool, index: int) -> None:  # noqa: FBT001
        if offers := [offer for offer in self.model.offers.values() if offer.state == m.OFFERED]:
            offer = offers[index % len(offers)]
            sides = (offer.mentor, offer.mentee)
            for person in sides if first else sides[::-1]:
                self._press_newest(person, m.YES)

    @rule(person=VOLUNTEERS, taps=st.lists(st.integers(0, 4), min_size=1, max_size=4))
    def answers_the_checkin(self, person: str, taps: list[int]) -> None:
        self._say(person, "checkin")
        for tap in taps:
            self.presses_what_is_in_front(person, tap)

    @rule(person=VOLUNTEERS, slot=st.integers(0, 2))
    def picks_dates(self, person: str, slot: int) -> None:
        self._say(person, "plan")
        for tap in (0, slot):
            self.presses_what_is_in_front(person, tap)

    @rule(person=VOLUNTEERS)
    def joins_again(self, person: str) -> None:
        if self.model.parts.get(person) not in {m.LEFT, m.DECLINED, m.CHOOSING}:
            return
        self._say(person, "join")
        self._press_newest(person, ("welcome.invitation.yes",))
        role = "mentor" if person in MENTORS else "mentee"
        self._press_newest(person, (f"welcome.role.{role}",))
        for filled in FILLED:
            form = self.life.shown[person]
            if isinstance(form, Form):
                known = {each.name for each in form.inputs}
                values = {k: v for k, v in filled.items() if k in known}
                self.runner.run(self.life.submits(person, **values))
        self.model.parts[person] = m.JOINED

    @rule(person=PEOPLE, line=st.sampled_from(COMMANDS))
    def says(self, person: str, line: str) -> None:
        self._say(person, line)

    @rule(person=PEOPLE, weeks=st.integers(1, 5))
    def takes_a_break(self, person: str, weeks: int) -> None:
        self._say(person, f"pause {weeks} weeks")
        if person not in self.model.erased:
            self.model.pause(person, self._today(person) + timedelta(weeks=weeks))

    @rule(index=INDEX, first=st.booleans())
    def both_rest_and_one_comes_back(self, index: int, first: bool) -> None:  # noqa: FBT001
        if live := [pair for pair in self.model.pairs.values() if pair.state in m.LIVE]:
            pair = live[index % len(live)]
            for person in (pair.mentor, pair.mentee):
                self.takes_a_break(person, 3)
            self._say(pair.mentor if first else pair.mentee, "resume")

    @rule(index=INDEX, first=st.booleans())
    def news_of_the_evening_waits_for_somebody_who_leaves(
        self,
        index: int,
        first: bool,  # noqa: FBT001
    ) -> None:
        evening = self.life.clock.now().replace(hour=EVENING) + timedelta(days=1)
        wait = evening - self.life.clock.now()
        self.runner.run(self.life.pass_time(seconds=wait.total_seconds()))
        self.both_accept(first, index)
        if live := [pair for pair in self.model.pairs.values() if pair.state in m.LIVE]:
            pair = live[index % len(live)]
            self.takes_a_break(pair.mentor, 2)
            self.leaves(pair.mentee, sure=True)

    @rule(person=VOLUNTEERS, sure=SELDOM)
    def leaves(self, person: str, sure: bool) -> None:  # noqa: FBT001
        self._say(person, "leave")
        if sure:
            self._press_newest(person, m.OUT)

    @rule(person=VOLUNTEERS, stays=st.booleans())
    def stops(self, person: str, stays: bool) -> None:  # noqa: FBT001
        self._say(person, "rematch" if stays else "leave")
        self._press_newest(person, m.CHANGE if stays else m.STOP)

    @rule(person=VOLUNTEERS, sure=SELDOM)
    def is_forgotten(self, person: str, sure: bool) -> None:  # noqa: FBT001
        self._say(person, "forget-me")
        if sure:
            self._press_newest(person, m.SURE)

    @rule(person=PEOPLE, back=st.integers(0, 3))
    def presses_what_is_in_front(self, person: str, back: int) -> None:
        card = self.life.shown.get(person)
        if isinstance(card, Card) and card.buttons:
            self._press(person, card.buttons[back % len(card.buttons)])

    @rule(person=PEOPLE, index=INDEX)
    def presses_something_old(self, person: str, index: int) -> None:
        if seen := self.life.buttons[person]:
            self._press(person, seen[index % len(seen)])

    @rule(person=PEOPLE, owner=PEOPLE, index=INDEX)
    def presses_what_is_not_theirs(self, person: str, owner: str, index: int) -> None:
        if seen := self.life.buttons[owner]:
            self._press(person, seen[index % len(seen)])

    @rule(person=PEOPLE, index=INDEX)
    def presses_twice(self, person: str, index: int) -> None:
        if seen := self.life.buttons[person]:
            button = seen[-1 - index % len(seen)]
            self._press(person, button)
            self._press(person, button)

    @rule(person=PEOPLE, index=INDEX)
    def the_platform_tells_it_twice(self, person: str, index: int) -> None:
        if seen := self.life.buttons[person]:
            button, key = seen[index % len(seen)], f"twice-{index}-{self.counted}"
            self._press(person, button, key)
            before = self.runner.run(self.life.seen())
            again = self.runner.run(self.life.press_button(person, button, key))
            assert len(again.cards) == 1
            assert not again.cards[0].buttons
            assert _states(self.runner.run(self.life.seen())) == _states(before)

    @rule(hours=st.sampled_from((1, 5, 24)))
    def some_hours_pass(self, hours: int) -> None:
        self.runner.run(self.life.pass_time(hours=hours))

    @rule(days=st.sampled_from((3, 5, 7, 9, 30)))
    def days_pass(self, days: int) -> None:
        self.runner.run(self.life.pass_time(days=days))

    @rule(weeks=st.sampled_from((2, 6, 14)))
    def all_goes_well_for_some_weeks(self, weeks: int) -> None:
        """Everybody answers every week, so that no silence ends anything before its time."""
        for _ in range(weeks):
            self.runner.run(self.life.pass_time(days=7))
            for person in (*MENTORS, *MENTEES):
                if any(pair.state == m.ACTIVE for pair in self.model.live(person)):
                    self._say(person, "checkin")
                    self.presses_what_is_in_front(person, 1)

    @invariant()
    def everything_is_as_foretold(self) -> None:
        if not hasattr(self, "life"):
            return
        seen = self.runner.run(self.life.seen())
        self._learn(seen)
        model = self.model
        assert {p: e.state.value for p, e in seen.parts.items()} == model.parts
        assert {k: o.state.value for k, o in seen.offers.items()} == {
            key: offer.state for key, offer in model.offers.items()
        }
        assert {k: p.state.value for k, p in seen.pairs.items()} == {
            key: pair.state for key, pair in model.pairs.items()
        }
        self._only_legal_moves(seen)
        self.runner.run(self.life.look(lambda work: no_orphans(work, model)))

    def _offer(self, mentor: str, mentee: str) -> None:
        id_, lapses_at = self.runner.run(self.life.offer(mentor, mentee))
        self.model.offers[id_] = m.Offer(mentor, mentee, lapses_at)
        self.model.subjects[id_] = id_

    def _say(self, person: str, line: str) -> None:
        self.model.command(person, line)
        self.runner.run(self.life.says(person, line))

    def _press_newest(self, person: str, actions: tuple[str, ...]) -> None:
        for button in reversed(self.life.buttons[person]):
            if button.action in actions:
                self._press(person, button)
                return

    def _press(self, person: str, button: Button, key: str | None = None) -> None:
        self.counted += 1
        if button.action == COMMAND:
            self.model.command(person, button.value)
        self.model.press(person, button, self._today(person))
        reply = self.runner.run(self.life.press_button(person, button, key))
        assert reply.cards or reply.form or reply.faults, "a press without an answer"
        self._learn(self.runner.run(self.life.seen()))

    def _learn(self, seen: Seen) -> None:
        """Note which ids stand for which pairing and part."""
        self.model.subjects |= {pairing.id: key for key, pairing in seen.pairs.items()}
        self.model.subjects |= {part.id: person for person, part in seen.parts.items()}

    async def _watch(self) -> None:
        """Judge what one instant changed by itself, then take it over."""
        model, seen = self.model, await self.life.seen()
        self._judge_offers(seen)
        for person, part in seen.parts.items():
            if self._judge_break(person, part.state):
                await self.life.look(lambda work, who=person: was_silent(work, who))
        self._judge_pairs(seen)
        after, self.seen_up_to = self.seen_up_to, self.life.platform.version
        if after != self.seen_up_to:
            await self.life.look(lambda work: right_messages(work, self.life, model, after=after))

    def _judge_offers(self, seen: Seen) -> None:
        """Take over what lapsed, and what one side ended once the other may know."""
        now = self.life.clock.now()
        for key, offer in self.model.offers.items():
            over_at = seen.offers[key].over_at
            if offer.state == m.OFFERED and seen.offers[key].state == m.REFUSED:
                assert offer.out, "nobody said no"
                offer.state = m.REFUSED
            elif offer.state == m.OFFERED and offer.lapses_at <= now:
                offer.state = m.LAPSED
            assert over_at is None or over_at > now, "the morning has come"
            assert seen.offers[key].state == offer.state

    def _judge_pairs(self, seen: Seen) -> None:
        """Take over what came to its end, and what one side stopped once the other may know."""
        now = self.life.clock.now()
        for key, pair in self.model.pairs.items():
            pairing = seen.pairs[key]
            if pair.state == m.PAUSED and pairing.state == m.ENDED and not pair.out:
                assert pairing.ended_at == now, "a rest that came to its end"
                pair.state = m.ENDED
            if pair.out and pair.state in m.LIVE and pairing.state == m.ENDED:
                pair.state = m.ENDED
            assert pairing.over_at is None or pairing.over_at > now, "the morning has come"
            if pairing.completed and pair.state == m.ACTIVE:
                assert pairing.stage is Stage.DONE
                assert calendar.local_date(now, "America/Toronto") >= pairing.ends_on
                pair.state = m.ENDED
            assert pairing.state == pair.state

    def _judge_break(self, person: str, state: EnrolmentState) -> bool:
        """Take over a break that began or ended by itself; True when silence began it."""
        was = self.model.parts.get(person)
        by_silence = was == m.JOINED and state == m.PAUSED
        if was == m.PAUSED and (until := self.model.until.get(person)) is not None:
            if self._today(person) >= until and state == m.JOINED:
                self.model.resume(person)
        elif by_silence:
            assert any(pair.state == m.ACTIVE for pair in self.model.live(person))
            self.model.fall_silent(person)
        assert self.model.parts.get(person) == state
        return by_silence

    def _today(self, person: str) -> date:
        zone = "America/Vancouver" if person == "marc" else "America/Toronto"
        return calendar.local_date(self.life.clock.now(), zone)

    def _only_legal_moves(self, seen: Seen) -> None:
        for key, pairing in seen.pairs.items():
            before = self.before.get(key, pairing.state)
            assert pairing.state in {before, *PAIRING_MOVES.after(before)}
            self.before[key] = pairing.state


def _states(seen: Seen) -> list[dict[str, str]]:
    return [
        {key: entity.state.value for key, entity in group.items()}
        for group in (seen.parts, seen.offers, seen.pairs)
    ]


@pytest.mark.slow
def test_a_pairings_life_is_as_the_model_says() -> None:
    run_state_machine_as_test(
        PairingLife,
        settings=settings(
            max_examples=FEW,
            stateful_step_count=40,
            phases=QUICK,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
