"""Answers to check-ins in any order, twice, late, by the wrong side: what is kept is foretold."""

import asyncio
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.checkin import AskState
from bot.messages.card import Button
from tests.stateful import MODERATE, QUICK
from tests.transcripts.pair import Pair, a_pair

TODAY = "today"
"""Stands for the day on which "yes, today" is pressed."""
MET = ("yes", "planned", "not_this_week", "stuck")
PROGRESS = ("forward", "same", "hand")
QUESTIONS = [
    *(("met", action, TODAY if action == "yes" else "") for action in MET),
    ("met", "yes", ""),
    *(("rating", "rate", str(number)) for number in range(7)),
    *(("progress", action, "") for action in PROGRESS),
    ("still", "yes", ""),
]
FOLLOW_UPS = [
    *(("low", action, "") for action in ("tip", "words", "leave_it", "hand")),
    *(("stuck", action, "") for action in ("no_answer", "unsure")),
    *(("done", "note", ""), ("offer", "no", ""), ("offer", "write", "")),
    *(("done", "again", ""), ("later", "again", "")),
    *(("hand", "keep", ""), ("hand", "pass_on", ""), ("hand_preview", "keep", "")),
]
WEEK = ("week", "", "")
Step = tuple[tuple[str, str, str], int, bool]
"""What is pressed, on which check-in counted from the newest, and whether by the wrong side."""


@dataclass
class Asked:
    """One check-in as it should be kept."""

    step: str
    state: str = "open"
    met: str = ""
    rating: int | None = None
    progress: str = ""
    taps: int = 0
    most_taps: int = field(default=3, compare=False)


@dataclass
class Model:
    """All check-ins of one person; ``silent`` counts weeks without a word in a row."""

    asked: list[Asked] = field(default_factory=list)
    silent: int = 0
    rests: bool = False

    def week(self, *, is_heard: bool) -> None:
        """The next Thursday comes; ``is_heard`` says that they wrote otherwise since the last."""
        if self.rests:
            return
        if self.asked and self.asked[-1].state == "open":
            last = self.asked[-1]
            last.state = "answered" if last.met else "lapsed"
            last.step = "done" if last.met else last.step
            self.silent = 0 if last.met or is_heard else self.silent + 1
        if self.silent >= 3:
            self.rests = True
            return
        is_silent = self.silent >= 2
        self.asked.append(Asked("still", most_taps=4) if is_silent else Asked("met"))

    def press(self, asked: Asked, step: str, action: str, value: str) -> None:
        """Somebody answers, if this is what the check-in awaits."""
        if action == "again" and asked.state == "answered" and asked is self.asked[-1]:
            asked.state, asked.step, asked.taps = "open", "met", 0
            asked.met, asked.rating, asked.progress = "", None, ""
        if asked.state != "open" or asked.step != step:
            return
        if step == "still":
            asked.step, asked.taps, self.silent = "met", 1, 0
        elif step == "met" and (action, value) != ("yes", ""):  # that one only asks when
            asked.rating, asked.progress = None, ""
            asked.met, asked.taps, self.silent = action, asked.taps + 1, 0
            asked.step, asked.state = (
                ("rating", "open") if action == "yes" else ("done", "answered")
            )
        elif step == "rating" and value in {"1", "2", "3", "4", "5"}:
            asked.rating, asked.step, asked.taps = int(value), "progress", asked.taps + 1
        elif step == "progress":
            asked.progress, asked.taps = action, asked.taps + 1
            asked.step, asked.state = "done", "answered"


async def keep_going(pair: Pair) -> None:
    """Let the other side answer, so that only one side's silence counts."""
    theirs = await pair.checkins("marc")
    if theirs and theirs[-1].state is AskState.OPEN:
        await pair.press_button("marc", Button("", "checkin.met.planned", theirs[-1].id))


async def is_heard(pair: Pair) -> bool:
    """Whether a press was taken since the last question, be it of an older one."""
    accounts = await pair.look(lambda work: work.accounts.all("nadia"))
    asked_on = [checkin.asked_at.date() for checkin in await pair.checkins("nadia")]
    return bool(asked_on) and any(account.was_heard_since(asked_on[-1]) for account in accounts)


async def play(steps: list[Step]) -> None:
    pair = await a_pair()
    await pair.change(lambda _, pairing: pairing.leave_be())
    model, week = Model(), 0
    for (step, action, value), which, by_the_other in [(WEEK, 0, False), *steps]:
        if step == "week":
            week += 1
            await pair.change(lambda _, pairing: pairing.leave_be())  # also after they met
            model.week(is_heard=await is_heard(pair))
            await pair.asked(week)
            await keep_going(pair)
            continue
        kept = await pair.checkins("nadia")
        index = -1 - which % len(kept)
        today = pair.clock.now().date().isoformat()
        shown = today if value == TODAY else value
        button = Button("", f"checkin.{step}.{action}", kept[index].id, shown)
        if by_the_other:
            await pair.press_button("marc", button)
        else:
            model.press(model.asked[index], step, action, value)
            await pair.press_button("nadia", button)
        assert await _told(pair) == model.asked
    assert await _told(pair) == model.asked
    assert all(each.taps <= each.most_taps for each in model.asked)
    assert all(each.reminders <= 2 for each in await pair.checkins("nadia"))
    assert (await pair.pairing()).state.value == ("paused" if model.rests else "active")
    pair.store.close()


async def _told(pair: Pair) -> list[Asked]:
    """The check-ins by what the model speaks of; a thank-you that may follow is no question."""
    checkins, questions = await pair.checkins("nadia"), await pair.questions("nadia")
    return [
        Asked(
            step="done" if asked.step == "offer" else asked.step,
            state=kept.state.value,
            met=kept.met.value,
            rating=kept.rating,
            progress=kept.progress.value,
            taps=asked.taps,
        )
        for kept, asked in zip(checkins, questions, strict=True)
    ]


PRESSES = st.one_of(*[st.sampled_from(QUESTIONS)] * 3, st.sampled_from(FOLLOW_UPS), st.just(WEEK))
STEPS = st.tuples(
    PRESSES,
    st.sampled_from((0, 0, 0, 1, 2)),
    st.sampled_from((False, False, False, True)),
)


def has_few_weeks(steps: list[Step]) -> bool:
    """Whether these steps end before the sixth week, whose question is a longer one."""
    return sum(step == WEEK for step, _, _ in steps) < 5


@settings(max_examples=MODERATE, phases=QUICK)
@given(st.lists(STEPS, max_size=16).filter(has_few_weeks))
def test_what_is_kept_is_what_was_asked_and_answered(steps: list[Step]) -> None:
    asyncio.run(play(steps))


def test_the_longest_way_takes_three_taps_and_four_after_silence() -> None:
    in_order = [("met", "yes", TODAY), ("rating", "rate", "1"), ("progress", "hand", "")]
    asyncio.run(play([(step, 0, False) for step in in_order * 2]))
    after_silence = [WEEK, WEEK, ("still", "yes", ""), *in_order]
    asyncio.run(play([(step, 0, False) for step in after_silence]))


def test_three_silent_weeks_and_a_way_back_in_between() -> None:
    silence = [(WEEK, 0, False)] * 2
    back = [(("still", "yes", ""), 0, False), (("met", "planned", ""), 0, False)]
    asyncio.run(play([*silence, *back, *silence]))
    asyncio.run(play([*silence, (WEEK, 0, False), (("met", "yes", TODAY), 0, False)]))
