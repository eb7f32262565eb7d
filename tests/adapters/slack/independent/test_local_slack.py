"""The bot in a Slack that others wrote: from joining to the digest, over HTTP and Socket Mode."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.adapters.slack.independent.local_slack import BINARY
from tests.adapters.slack.independent.scenario import MENTEES, MENTORS
from tests.conftest import unavailable

ALONE = (["unshare", "--net"], ["unshare", "--map-root-user", "--net"])
"""A network namespace of its own, because local-slack listens on every interface: as root, or not.
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What people saw in both acts."""
    if not BINARY.exists():
        unavailable("no local-slack: npm ci --prefix tests/npm")
    if shutil.which("unshare") is None:
        unavailable("no unshare on the PATH (Debian: util-linux)")
    alone = next((way for way in ALONE if _works(way)), None)
    if alone is None:
        unavailable("this user may make no network namespace")
    folder = str(tmp_path_factory.mktemp("slack"))
    play = [sys.executable, "-m", "tests.adapters.slack.independent.scenario", folder]
    root = Path(__file__).parents[4]
    played = subprocess.run(
        [*alone, "--", *play], check=True, cwd=root, stdout=subprocess.PIPE, timeout=600
    )
    found: dict[str, Any] = json.loads(played.stdout)
    return found


def _works(way: list[str]) -> bool:
    tried = subprocess.run([*way, "--", "true"], check=False, stderr=subprocess.DEVNULL)
    return tried.returncode == 0


pytestmark = pytest.mark.slow


def test_a_form_with_a_fault_says_so_beside_the_field(seen: dict[str, Any]) -> None:
    assert list(seen["faults"]) == ["matching"]


def test_people_join_by_command_button_and_modals(seen: dict[str, Any]) -> None:
    assert set(seen["forms"]) == {*MENTORS, *MENTEES}
    assert all(titles[0] == "What you agree to" for titles in seen["forms"].values())
    assert {len(titles) for titles in seen["forms"].values()} == {3}


def test_every_signed_request_was_answered_with_200(seen: dict[str, Any]) -> None:
    assert len(seen["http"]) > 20
    assert set(seen["http"]) == {"HTTP 200"}


def test_two_pairs_accept_and_are_told_their_roles(seen: dict[str, Any]) -> None:
    assert ["Your yes is noted" in text for text in seen["accepted"]] == [True, True, False, False]
    assert all(text.startswith("You are a pair") for text in seen["accepted"][2:])


def test_a_check_in_is_answered_over_socket_mode(seen: dict[str, Any]) -> None:
    assert "I ask again next week" in seen["checkin"]


def test_the_coordinator_reads_the_digest(seen: dict[str, Any]) -> None:
    assert seen["digest"].startswith("Passerelle: digest")
