"""The contract of every chat platform; Slack and Teams join by adding a stage to ``STAGES``."""

from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from itertools import repeat
from typing import Any, Protocol, get_args

import pytest

from adapters.clocks import MovableClock
from adapters.playground.render import message_json
from bot.errors import BotError, Gone, RateLimited, Unreachable
from bot.messages.card import (
    COMMAND,
    Block,
    Bullets,
    Button,
    Card,
    Chart,
    Facts,
    Heading,
    Quote,
    Style,
    Text,
    note,
)
from bot.ports import ChatPlatform, Recipient
from tests.adapters.playground.faulty import Fault, FaultyPlayground
from tests.adapters.slack.fake import faults as slack
from tests.adapters.slack.office import Office, one_workspace
from tests.adapters.slack.shown import words
from tests.adapters.teams.stage import TeamsStage

RETRY_AFTER = 7
TYPED = (
    "*bold* _italic_ ~struck~ `code` > quote",
    "<!channel> <!here> @everyone <@U123|ana>",
    "<https://example.org|click here> [a](https://example.org)",
    "<b>bold</b><script>alert(1)</script> &amp; &lt; <at>Ana</at>",
    "=HYPERLINK(1) +1 -1 @x",
    "an « accent » aigu, l’apostrophe, \u00a0: and 漢字, עברית, \u202eright to left",
    "two\nlines, and **a third**\n\n1. numbered\n# title",
    ":smile: \\n \\ %s {name} {{name}} $name",
)
"""What somebody may type; it is shown exactly so, and means nothing to the platform."""


class Fate(Enum):
    """What befalls one sending."""

    RATE_LIMITED = auto()  # refused with RETRY_AFTER
    LOST = auto()  # no answer, and the message is not there
    LOST_AFTER = auto()  # no answer, but the message is there


class Stage(Protocol):
    """A platform with one person on it, whose faults and screen a test can steer and see."""

    to: Recipient

    @property
    def platform(self) -> ChatPlatform:
        """The platform itself, as the core sees it."""
        ...

    def befall(self, *fates: Fate | None) -> None:
        """Say what befalls the next sendings, in turn."""
        ...

    def pass_time(self, seconds: float) -> None:
        """Let time go by."""
        ...

    def leave(self) -> None:
        """Let the person leave the tenant or block the bot."""
        ...

    def screen(self) -> list[list[str]]:
        """Return the pieces of text the person reads, message by message, oldest first."""
        ...


class PlaygroundStage:
    """The playground: what its page is given to show."""

    to = Recipient("tenant", "ana@example.org")

    def __init__(self) -> None:
        self._fates: deque[Fault | None] = deque()
        faults = (self._fates.popleft() if self._fates else None for _ in repeat(None))
        self._clock = MovableClock(datetime(2026, 9, 14, 14, 0, tzinfo=UTC))
        self._platform = FaultyPlayground(self._clock, faults)
        self._platform.admit(self.to.tenant, self.to.address)

    @property
    def platform(self) -> ChatPlatform:
        return self._platform

    def befall(self, *fates: Fate | None) -> None:
        scripted = {
            Fate.RATE_LIMITED: Fault(RateLimited(RETRY_AFTER)),
            Fate.LOST: Fault(Unreachable("no answer")),
            Fate.LOST_AFTER: Fault(Unreachable("no answer"), taken=True),
            None: None,
        }
        self._fates.extend(scripted[fate] for fate in fates)

    def pass_time(self, seconds: float) -> None:
        self._clock.advance(timedelta(seconds=seconds))

    def leave(self) -> None:
        self._platform.dismiss(self.to.tenant, self.to.address)

    def screen(self) -> list[list[str]]:
        messages = self._platform.messages(self.to.tenant, self.to.address)
        drawn = [message_json(message, "America/Toronto") for message in messages]
        return [list(_shown(message["card"])) for message in drawn]


@asynccontextmanager
async def playground_stage() -> AsyncIterator[Stage]:
    yield PlaygroundStage()


def _shown(card: dict[str, Any]) -> Iterator[str]:
    """The texts of a card's JSON that the page shows: all but the names stored in its buttons."""
    yield card["title"]
    for block in card["body"]:
        yield from _leaves({name: value for name, value in block.items() if name != "kind"})
    for button in card["buttons"]:
        yield button["label"]
    yield card["next"]


def _leaves(value: Any) -> Iterator[str]:
    match value:
        case dict():
            yield from _leaves(list(value.values()))
        case list() | tuple():
            for item in value:
                yield from _leaves(item)
        case float():
            yield f"{value:g}"
        case _:
            yield str(value)


class SlackStage:
    """The fake Slack: what its clients would show of the blocks they are given."""

    to = Recipient("T1", "U1ANA")

    def __init__(self, office: Office) -> None:
        self._office = office

    @property
    def platform(self) -> ChatPlatform:
        return self._office.service.platform

    def befall(self, *fates: Fate | None) -> None:
        scripted = {
            Fate.RATE_LIMITED: slack.Fault(slack.Manner.LIMITED, str(RETRY_AFTER)),
            Fate.LOST: slack.Fault(slack.Manner.DROPPED),
            Fate.LOST_AFTER: slack.Fault(slack.Manner.DROPPED_AFTER),
            None: None,
        }
        faults = self._office.slack.state.faults
        faults.befall("chat.postMessage", *(scripted[fate] for fate in fates))

    def pass_time(self, seconds: float) -> None:
        self._office.clock.advance(timedelta(seconds=seconds))

    def leave(self) -> None:
        self._office.slack.state.workspaces["T1"].members["U1ANA"].deleted = True

    def screen(self) -> list[list[str]]:
        return [list(words(message.blocks)) for message in self._office.person().messages]


@asynccontextmanager
async def slack_stage() -> AsyncIterator[Stage]:
    async with one_workspace(reads_history=True) as office:
        history = {"im:history", "mpim:history"}
        [install] = office.slack.state.installs
        install.scopes |= history
        yield SlackStage(office)


class OnTeams(TeamsStage):
    """A personal chat in Teams, whose connector is scripted."""

    def befall(self, *fates: Fate | None) -> None:
        for fate in fates:
            match fate:
                case Fate.RATE_LIMITED:
                    self.rate_limit(RETRY_AFTER)
                case Fate.LOST | Fate.LOST_AFTER:
                    self.lose(after=fate is Fate.LOST_AFTER)
                case None:
                    self.spare()


@asynccontextmanager
async def teams_stage() -> AsyncIterator[Stage]:
    yield OnTeams()


STAGES: dict[str, Callable[[], AbstractAsyncContextManager[Stage]]] = {
    "playground": playground_stage,
    "slack": slack_stage,
    "teams": teams_stage,
}


@pytest.fixture(params=STAGES)
async def stage(request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    async with STAGES[request.param]() as stage:
        yield stage


async def send(stage: Stage, key: str = "k", card: Card | None = None) -> str:
    return await stage.platform.send(stage.to, card or note(f"Hello {key}"), key=key)


async def find(stage: Stage, key: str = "k") -> str | None:
    if not stage.platform.capabilities.finds_sent:
        pytest.skip("this platform cannot look for what was sent")
    return await stage.platform.find(stage.to, key=key)


def test_it_says_what_it_can_do_and_how_fast(stage: Stage) -> None:
    assert stage.platform.name
    assert stage.platform.pace.per_second > 0
    assert stage.platform.pace.burst >= 1


async def test_each_key_shows_one_message_in_the_order_of_sending(stage: Stage) -> None:
    sent = [await send(stage, key) for key in ("a", "b", "c")]

    assert len(set(sent)) == 3
    assert ["Hello " + key in shown for key, shown in zip("abc", stage.screen(), strict=True)]


async def test_sending_twice_with_one_key_shows_one_message(stage: Stage) -> None:
    first = await send(stage)
    again = await send(stage)

    assert first == again
    assert len(stage.screen()) == 1


async def test_what_was_sent_is_found_by_its_key(stage: Stage) -> None:
    sent = await send(stage)

    assert await find(stage) == sent
    assert await find(stage, "other") is None


@pytest.mark.parametrize("stranger", [{"address": "nobody"}, {"tenant": "elsewhere"}])
async def test_whoever_is_not_there_is_gone(stage: Stage, stranger: dict[str, str]) -> None:
    with pytest.raises(Gone):
        await stage.platform.send(replace(stage.to, **stranger), note("Hello"), key="k")


async def test_whoever_left_is_gone(stage: Stage) -> None:
    await send(stage, "before")
    stage.leave()

    with pytest.raises(Gone):
        await send(stage, "after")


async def test_a_rate_limit_says_for_how_long(stage: Stage) -> None:
    stage.befall(Fate.RATE_LIMITED)

    with pytest.raises(RateLimited) as limited:
        await send(stage)
    assert limited.value.retry_after == RETRY_AFTER
    assert stage.screen() == []

    stage.pass_time(RETRY_AFTER)
    await send(stage)
    assert len(stage.screen()) == 1


@pytest.mark.parametrize("fate", [Fate.LOST, Fate.LOST_AFTER])
async def test_no_answer_is_unreachable_and_sending_again_is_safe(stage: Stage, fate: Fate) -> None:
    stage.befall(fate)

    with pytest.raises(Unreachable):
        await send(stage)
    await send(stage)

    # Where nobody can look for the first copy there may be a second, and it is the same.
    blind = fate is Fate.LOST_AFTER and not stage.platform.capabilities.finds_sent
    assert 1 <= len(stage.screen()) <= 1 + blind
    assert len({tuple(shown) for shown in stage.screen()}) == 1


@pytest.mark.parametrize(("fate", "there"), [(Fate.LOST, 0), (Fate.LOST_AFTER, 1)])
async def test_finding_tells_whether_the_lost_message_is_there(
    stage: Stage, fate: Fate, there: int
) -> None:
    stage.befall(fate)
    with pytest.raises(Unreachable):
        await send(stage)

    found = await find(stage)

    assert (found is not None) == bool(there)
    assert len(stage.screen()) == there


async def test_the_four_errors_are_all_there_is(stage: Stage) -> None:
    for fate in Fate:
        stage.befall(fate)
        with pytest.raises(BotError):
            await send(stage)


BLOCKS: tuple[Block, ...] = (
    Text("A paragraph of the bot."),
    Heading("What follows"),
    Quote("What somebody typed.", author="Ana"),
    Quote("Anonymous."),
    Facts((("Role", "Mentor"), ("Partner", "Bob"))),
    Bullets(("first", "second", "third")),
    Chart("Meetings held", ("Week 1", "Week 2"), (3.0, 4.5)),
)


def test_every_kind_of_block_is_held_to_this_contract() -> None:
    assert {type(block) for block in BLOCKS} == set(get_args(Block))


@pytest.mark.parametrize("block", BLOCKS, ids=repr)
async def test_a_block_is_shown_without_loss(stage: Stage, block: Block) -> None:
    await send(stage, card=Card(body=(block,)))

    assert_shown(stage, *_leaves(vars(block)))


async def test_a_whole_card_is_shown_in_order(stage: Stage) -> None:
    card = Card(
        title="The title",
        body=BLOCKS,
        buttons=(
            Button("Yes", "checkin.met.yes", "subject", style=Style.PRIMARY),
            Button("No", "checkin.met.no", "subject", style=Style.DANGER),
            Button("Where I stand", COMMAND, value="status"),
        ),
        next="What happens next.",
    )

    await send(stage, card=card)

    body = [leaf for block in BLOCKS for leaf in _leaves(vars(block))]
    assert_shown(stage, "The title", *body, "Yes", "No", "Where I stand", "What happens next.")


async def test_a_card_of_hardly_anything_is_shown(stage: Stage) -> None:
    await send(stage, card=note("Hi"))

    assert_shown(stage, "Hi")


@pytest.mark.parametrize("typed", TYPED)
async def test_what_somebody_typed_arrives_as_typed(stage: Stage, typed: str) -> None:
    line = typed.splitlines()[0]
    card = Card(
        title=line,
        body=(
            Text(typed),
            Quote(typed, author=line),
            Facts(((line, typed),)),
            Bullets((typed,)),
            Chart(line, (line,), (1.0,)),
        ),
        buttons=(Button(line, "a.b.c"),),
        next=typed,
    )

    await send(stage, card=card)

    [shown] = stage.screen()
    pieces = [typed] * 5 + [line] * 6
    assert sorted(piece for piece in shown if piece in pieces) == sorted(pieces)


async def test_a_long_text_is_shown_whole(stage: Stage) -> None:
    words = " ".join(f"word{number}" for number in range(400))

    await send(stage, card=Card(title="Long", body=(Text(words), Quote(words))))

    [shown] = stage.screen()
    assert " ".join(shown).split().count("word399") == 2


def assert_shown(stage: Stage, *texts: str) -> None:
    """All of these are on the screen, in this order."""
    [shown] = stage.screen()
    rest = iter(shown)
    for text in filter(None, texts):
        assert text in rest, f"{text!r} is missing or out of order in {shown}"
