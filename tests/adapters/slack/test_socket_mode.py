"""Socket Mode: the same app, told through a socket it opened itself."""

from collections.abc import AsyncIterator

import pytest

from tests.adapters.slack.fake.state import App
from tests.adapters.slack.office import Office, one_workspace
from tests.adapters.slack.shown import words


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    app_token = App().app_token
    async with one_workspace(app_token=app_token, signing_secrets=()) as office:
        office.slack.post.line = office.slack.sockets
        yield office


async def test_a_command_a_click_and_a_form_are_answered_over_the_socket(office: Office) -> None:
    claire = office.person("U1HR")

    answer = await claire.types("/mentor help")
    assert answer.body is not None
    assert "What I can do" in "\n".join(words(answer.body["blocks"]))

    await claire.presses("Where I stand")
    assert claire.messages[-1].text.startswith("Where you stand")

    await claire.types("/mentor programme")
    await claire.submits({"name": ("Bridges",), "weeks": ("99",)})
    assert claire.modal is not None
    assert list(claire.modal["errors"]) == ["weeks"]
    await claire.submits({"name": ("Bridges",)})
    assert claire.modal["title"]["text"] == "The round is open"


async def test_the_home_is_published_over_the_socket(office: Office) -> None:
    ana = office.person()

    await ana.opens_home()
    await office.service.desk.settle()

    assert ana.home is not None


def test_without_a_secret_nobody_can_knock(office: Office) -> None:
    assert list(office.service.routes()) == []
