"""An answer that Teams does not take at once reaches the person all the same, and once."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from adapters.teams.limits import ANSWER_LATEST, ANSWER_RETRY
from tests.adapters.teams.company import Company, company, said
from tests.adapters.teams.fake import fates
from tests.adapters.teams.fake.person import Person


class Naps:
    """Sleeping that lasts until the test lets it end."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self._begun = asyncio.Condition()
        self._ends = asyncio.Semaphore(0)

    async def sleep(self, seconds: float) -> None:
        async with self._begun:
            self.asked.append(seconds)
            self._begun.notify_all()
        await self._ends.acquire()

    async def begun(self, number: int) -> None:
        """Wait until somebody went to sleep so many times."""
        async with self._begun:
            await self._begun.wait_for(lambda: len(self.asked) >= number)

    def end(self) -> None:
        """Wake the sleeper."""
        self._ends.release()


@pytest.fixture
def naps() -> Naps:
    return Naps()


@pytest.fixture
async def acme(naps: Naps) -> AsyncIterator[Company]:
    async with company(sleep=naps.sleep) as acme:
        yield acme


@pytest.fixture
async def ana(acme: Company) -> Person:
    ana = await acme.employs("Ana")
    ana.chat.installed = True
    await ana.types("status")
    return ana


async def until(happened: Callable[[], bool]) -> None:
    """Let the loop go round until something has happened."""
    while not happened():  # noqa: ASYNC110  what is awaited happens behind a socket
        await asyncio.sleep(0)


def answers(ana: Person) -> list[str]:
    """Return the first line of each thing that was said."""
    return [text.splitlines()[0] for text in said(ana)]


@pytest.mark.parametrize(
    ("fate", "seconds"),
    [
        (fates.throttled("7"), 7),
        (fates.UNAVAILABLE, ANSWER_RETRY),
        (fates.BAD_GATEWAY, ANSWER_RETRY),
    ],
)
async def test_what_teams_refuses_for_now_is_said_when_it_is_time(
    acme: Company, naps: Naps, ana: Person, fate: fates.Fate, seconds: float
) -> None:
    before = len(said(ana))
    acme.teams.connector.fates = [fate]

    heard = await ana.types("help")
    await naps.begun(1)

    assert heard.status == 200
    assert naps.asked == [seconds]
    assert len(said(ana)) == before
    naps.end()
    await until(lambda: len(said(ana)) > before)
    assert answers(ana)[-1] == "What I can do"


async def test_what_is_answered_meanwhile_waits_for_its_turn(
    acme: Company, naps: Naps, ana: Person
) -> None:
    before = len(said(ana))
    acme.teams.connector.fates = [fates.throttled("7"), fates.throttled("9")]
    await ana.types("help")
    await naps.begun(1)

    await ana.types("who-sees")
    assert len(said(ana)) == before
    naps.end()
    await naps.begun(2)
    naps.end()

    await until(lambda: len(said(ana)) == before + 2)
    assert answers(ana)[before] == "What I can do"
    assert naps.asked == [7, 9]


async def test_an_answer_is_not_tried_for_ever(
    acme: Company, naps: Naps, ana: Person, capsys
) -> None:
    before = len(said(ana))
    most = int(ANSWER_LATEST // 50)
    acme.teams.connector.fates = [fates.throttled("50")] * (most + 1)
    await ana.types("help")
    for number in range(1, most + 1):
        await naps.begun(number)
        naps.end()

    await until(lambda: "teams.not-said" in capsys.readouterr().out)

    await ana.types("who-sees")
    assert len(said(ana)) == before + 1
    assert naps.asked == [50] * most


async def test_somebody_who_blocked_the_bot_is_not_tried_again(
    acme: Company, naps: Naps, ana: Person
) -> None:
    acme.teams.connector.fates = [fates.BLOCKED]

    await ana.types("help")

    assert naps.asked == []


async def test_the_end_of_the_service_does_not_wait_for_late_answers(
    acme: Company, naps: Naps, ana: Person, capsys
) -> None:
    acme.teams.connector.fates = [fates.throttled("7")]
    await ana.types("help")
    await naps.begun(1)

    await acme.service.stop()

    assert "teams.not-said" in capsys.readouterr().out
