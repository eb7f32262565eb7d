"""A client made by Microsoft takes people from joining to the digest.

Its Playground listens on all interfaces, so it runs where there are none but loopback.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.adapters.teams.independent.agents import PACKAGE
from tests.conftest import unavailable

APART = ["unshare", "--net"]
PICTURES = 20
SECONDS = 400


@pytest.fixture
def network_apart() -> list[str]:
    """The beginning of a command that runs without any network but loopback."""
    for program in ("unshare", "ip", "node"):
        if shutil.which(program) is None:
            unavailable(f"no {program} on the PATH")
    if not PACKAGE.is_dir():
        unavailable("no Playground in tests/npm (npm ci --prefix tests/npm --ignore-scripts)")
    if subprocess.run([*APART, "true"], check=False, capture_output=True).returncode:
        unavailable("this user may not make a network of their own (unshare --net)")
    return [*APART, "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]


@pytest.mark.browser
@pytest.mark.slow
def test_three_employees_go_from_joining_to_the_digest(
    network_apart: list[str], chromium: Path, tmp_path: Path
) -> None:
    scenes = [sys.executable, "-m", "tests.adapters.teams.independent.scenes", str(tmp_path)]

    done = subprocess.run(
        [*network_apart, *scenes], check=False, capture_output=True, text=True, timeout=SECONDS
    )

    assert done.returncode == 0, done.stderr[-3_000:]
    assert len(list(tmp_path.glob("*.png"))) == PICTURES
