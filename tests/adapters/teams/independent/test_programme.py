"""A whole programme in Teams, and one half in Slack and half in Teams: both end as on the page."""

import asyncio
import re
from collections import Counter
from collections.abc import Mapping
from functools import partial
from random import Random
from typing import Any

import pytest

from adapters.simulate.options import Options
from adapters.teams.source import digest
from tests.adapters.slack.programme import Played, Rows, without_platform
from tests.adapters.teams.fake.server import FakeTeams
from tests.adapters.teams.programme import a_scene, play, play_on_pages
from tests.history import Intent, Kind, faults

ID = re.compile(r"\b[0-9a-f]{20}\b")
"""What a rehearsal's store gives out (rehearsal.ids_from)."""
SMALL = Options(people=14, weeks=2, seed=5)
FULL = Options(people=24, weeks=12, seed=4)


async def in_teams(options: Options) -> tuple[Played, Played, FakeTeams]:
    expected = await play_on_pages(options, "teams")
    async with a_scene() as scene:
        return expected, await play(options, scene, [scene.in_teams]), scene.teams


async def in_both(options: Options) -> tuple[Played, Played, FakeTeams]:
    expected = await play_on_pages(options, "slack", "teams")
    async with a_scene() as scene:
        found = await play(options, scene, [scene.in_slack, scene.in_teams])
        assert scene.slack.state.rates.refused == 0
        return expected, found, scene.teams


async def in_both_with_trouble(options: Options) -> tuple[Played, Played, FakeTeams]:
    """As above, but Teams tells all of it three times at once, and anything once more, late."""
    expected = await play_on_pages(options, "slack", "teams")
    async with a_scene() as scene:
        scene.teams.wire.copies = 3
        trouble = Random(options.seed)  # noqa: S311  to be played again, not secret
        in_teams = partial(scene.in_teams, trouble=trouble)
        return expected, await play(options, scene, [scene.in_slack, in_teams]), scene.teams


PLAYS = (
    (in_teams, SMALL),
    (in_both, SMALL),
    (in_both_with_trouble, SMALL),
    pytest.param((in_teams, FULL), marks=pytest.mark.slow),
    pytest.param((in_both, FULL), marks=pytest.mark.slow),
)


@pytest.fixture(scope="module", params=PLAYS, ids=lambda p: f"{p[0].__name__}-{p[1].people}")
def played(request: pytest.FixtureRequest) -> tuple[Played, Played, FakeTeams]:
    """The same programme on the page and through the adapters, over HTTP."""
    play_it, options = request.param
    found: tuple[Played, Played, FakeTeams] = asyncio.run(play_it(options))
    return found


def test_it_comes_to_the_same_figures_and_digests(
    played: tuple[Played, Played, FakeTeams],
) -> None:
    expected, found, _ = played

    assert found.report.faults == ()
    assert figures(found) == figures(expected)
    assert found.report.figures["people"]["matched"] > 0


def test_every_row_ends_the_same(played: tuple[Played, Played, FakeTeams]) -> None:
    expected, found, _ = played

    for table, rows in kept(expected.rows).items():
        assert kept(found.rows)[table] == rows, table


def test_nothing_was_wrong_and_no_limit_of_teams_overrun(
    played: tuple[Played, Played, FakeTeams],
) -> None:
    _, _, teams = played

    assert teams.faults == []
    assert teams.connector.throttled == 0
    told, taken = (
        [each.key for each in teams.connector.history.of(kind)] for kind in (Kind.TOLD, Kind.TAKEN)
    )
    assert Counter(told) == Counter(taken)
    assert len(told) > 20


def has_buttons(row: dict[str, Any]) -> bool:
    """Whether a card had buttons: what it awaited stays when its words are let go by age."""
    return bool(row["flow"] or (row["payload"] and row["payload"]["buttons"]))


def test_every_message_arrived_in_teams_once_and_in_order(
    played: tuple[Played, Played, FakeTeams],
) -> None:
    _, found, teams = played
    tenant = teams.app.tenant
    chats = {chat.user.object_id: chat.id for chat in teams.directory.chats()}
    accounts = {row["id"]: row["address"] for row in found.rows["accounts"]}
    sent = sorted(
        (row for row in found.rows["outbox"] if row["state"] == "sent"),
        key=lambda row: (row["due_at"], row["id"]),
    )
    intents = [
        Intent(
            tenant=tenant,
            conversation=chats[accounts[row["account_id"]]],
            key=digest(row["key"]),
            remote_id=row["remote_id"],
        )
        for row in sent
        if accounts[row["account_id"]] in chats and has_buttons(row)
    ]
    keys = {intent.key for intent in intents}
    # Answers to what people did bear marks of their own.
    happened = [each for each in teams.connector.history if each.key in keys]

    assert len(intents) > 10
    assert faults(happened, intents) == []


def figures(played: Played) -> Mapping[str, Any]:
    return {**played.report.figures, "seconds": 0}


def kept(rows: Rows) -> dict[str, list[str]]:
    """The rows without what a platform names, and without ids.

    A second tap on one card of Teams is the same gesture to the bot; on the page it is another,
    which draws ids of its own, so that ids and the order by them say nothing; and a reason given
    with two taps is noted twice there.
    """
    found = without_platform(rows)
    for row in found["outbox"]:
        del row["id"]
    told = {table: sorted(ID.sub("an id", repr(row)) for row in found[table]) for table in found}
    return {**told, "audit": sorted(set(told["audit"]))}
