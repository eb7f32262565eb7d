"""A whole programme in Slack: every card rendered and taken, every answer posted back, one end."""

import asyncio
from collections.abc import Iterator

import pytest

from adapters.simulate.options import Options
from adapters.slack.send import opaque
from tests.adapters.slack.fake.workspaces import Message
from tests.adapters.slack.programme import (
    TENANT,
    Played,
    PlayedInSlack,
    play_in_slack,
    play_on_pages,
    without_platform,
)
from tests.adapters.slack.shown import meanings
from tests.history import Intent, Kind, faults

SIZES = (
    Options(people=12, weeks=2, seed=2),
    pytest.param(Options(people=24, weeks=12, seed=4), marks=pytest.mark.slow),
)


@pytest.fixture(scope="module", params=SIZES, ids=lambda o: f"{o.people}-people-{o.weeks}-weeks")
def played(request: pytest.FixtureRequest) -> tuple[Played, PlayedInSlack]:
    """The same programme on the page and in Slack."""

    async def play() -> tuple[Played, PlayedInSlack]:
        return await play_on_pages(request.param), await play_in_slack(request.param)

    return asyncio.run(play())


@pytest.fixture
def in_slack(played: tuple[Played, PlayedInSlack]) -> PlayedInSlack:
    return played[1]


def messages(in_slack: PlayedInSlack) -> Iterator[Message]:
    for channel in in_slack.slack.state.workspaces[TENANT].channels.values():
        yield from channel.messages


def test_slack_ends_where_the_page_ends(played: tuple[Played, PlayedInSlack]) -> None:
    on_pages, in_slack = played

    assert without_platform(on_pages.rows) == without_platform(in_slack.rows)
    assert len(in_slack.rows["outbox"]) > 20


def test_it_comes_to_the_same_figures_and_digests(played: tuple[Played, PlayedInSlack]) -> None:
    on_pages, in_slack = (each.report.figures | {"seconds": 0} for each in played)

    assert on_pages == in_slack
    assert played[1].report.is_clean
    assert played[1].report.faults == ()


def test_every_message_arrived_once_in_its_order_under_its_name(in_slack: PlayedInSlack) -> None:
    sent = sorted(
        (row for row in in_slack.rows["outbox"] if row["state"] == "sent"),
        key=lambda row: (row["due_at"], row["id"]),
    )
    intents = []
    for row in sent:
        channel, _, ts = row["remote_id"].partition(":")
        key = opaque(row["key"])
        intents.append(Intent(tenant=TENANT, conversation=channel, key=key, remote_id=ts))

    assert len(intents) > 10
    assert faults(in_slack.slack.state.history, intents) == []


def test_everything_that_was_told_was_taken(in_slack: PlayedInSlack) -> None:
    told, taken = (
        [happening.key for happening in in_slack.slack.state.history.of(kind)]
        for kind in (Kind.TOLD, Kind.TAKEN)
    )

    assert len(told) > 20
    assert told == taken


def test_no_limit_of_slack_was_overrun(in_slack: PlayedInSlack) -> None:
    assert in_slack.slack.state.rates.refused == 0


def test_no_text_means_anything_to_slack_and_none_is_missing(in_slack: PlayedInSlack) -> None:
    shown = list(messages(in_slack))

    assert len(shown) > 30
    assert [message.ts for message in shown if not message.text.strip()] == []
    assert [found for message in shown for found in meanings(message.blocks)] == []
