"""Teams put in service by the settings, and the answers of the last minute."""

import asyncio
from datetime import UTC, datetime

import pytest

from adapters import bootstrap
from adapters.clocks import MovableClock
from adapters.sealing import Sealer, new_key
from adapters.serving.service import Core
from adapters.settings import read_settings
from adapters.teams.app import PATH
from adapters.teams.limits import ANSWERS_KEPT, ANSWERS_LAST
from adapters.teams.recent import Recent
from bot.runtime.engine import Engine
from tests.builders import ORGANISATION
from tests.world import World

APP = "00000000-0000-0000-0000-000000000001"
TENANT = "00000000-0000-0000-0000-000000000002"
SERVED = {"teams_app_id": APP, "teams_tenants": TENANT}


@pytest.mark.parametrize(
    "given",
    [
        {**SERVED, "teams_secret": "a~secret"},
        {**SERVED, "teams_identity": True, "teams_cloud": "gcch"},
        {"teams_development": True},
    ],
)
async def test_the_settings_put_teams_in_service(given: dict[str, object]) -> None:
    world = await World.create([])
    core = Core(
        organisation_id=ORGANISATION,
        store=world.store,
        clock=world.clock,
        engine=Engine(world.store, world.clock),
        sealer=Sealer([new_key()]),
    )

    [service] = bootstrap.make_services(read_settings(**given), core)

    assert service.platform.name == "teams"
    assert [route.path for route in service.routes()] == [PATH]  # type: ignore[attr-defined]
    await service.daily()
    await service.stop()


class Making:
    """Makes answers, counts them, and fails as it is told."""

    def __init__(self) -> None:
        self.made = 0
        self.fails = False
        self.go = asyncio.Event()

    async def __call__(self) -> int:
        await self.go.wait()
        self.made += 1
        if self.fails:
            raise RuntimeError
        return self.made


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(datetime(2026, 9, 14, 13, 30, tzinfo=UTC))


async def test_all_who_ask_under_one_key_get_one_answer(clock: MovableClock) -> None:
    recent: Recent[int] = Recent(clock)
    make = Making()
    asked = [asyncio.create_task(recent.once("k", make)) for _ in range(5)]
    await asyncio.sleep(0)
    make.go.set()

    assert await asyncio.gather(*asked) == [1] * 5
    assert await recent.once("k", make) == 1
    assert await recent.once("another", make) == 2


async def test_after_a_minute_it_is_made_anew(clock: MovableClock) -> None:
    recent: Recent[int] = Recent(clock)
    make = Making()
    make.go.set()
    await recent.once("k", make)
    clock.advance(ANSWERS_LAST)

    assert await recent.once("k", make) == 2


async def test_a_failure_is_not_kept(clock: MovableClock) -> None:
    recent: Recent[int] = Recent(clock)
    make = Making()
    make.go.set()
    make.fails = True
    with pytest.raises(RuntimeError):
        await recent.once("k", make)
    make.fails = False

    assert await recent.once("k", make) == 2


async def test_no_more_are_kept_than_fit(clock: MovableClock) -> None:
    recent: Recent[int] = Recent(clock)
    make = Making()
    make.go.set()
    await recent.once("first", make)
    for number in range(ANSWERS_KEPT):
        await recent.once(str(number), make)

    assert await recent.once("first", make) == ANSWERS_KEPT + 2
