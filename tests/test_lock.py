"""The lock files hold what pyproject.toml asks for, with hashes and without an address."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(
    r"^(?P<requirement>[a-z0-9][^\\\n]*==[^\\\n]+?) *\\\n(?P<rest>(?: +.*\n)+)", re.MULTILINE
)
REMEDY = "run: uv pip compile, as the first lines of the lock file say"


def pins(lock: str) -> dict[Requirement, str]:
    """Every pinned requirement of a lock file and the lines below it."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    found = {Requirement(pin["requirement"]): pin["rest"] for pin in PIN.finditer(text)}
    starts = [line for line in text.splitlines() if line[:1].isalnum()]
    # An unpinned line would slip past the expression above.
    assert len(found) == len(starts)
    return found


def pinned_versions(lock: str) -> dict[str, list[str]]:
    """The versions a lock file pins of each package; several where they differ by Python."""
    versions: dict[str, list[str]] = {}
    for pin in pins(lock):
        exact = next(iter(pin.specifier)).version
        versions.setdefault(canonicalize_name(pin.name), []).append(exact)
    return versions


def asked(*groups: str) -> list[Requirement]:
    """What pyproject.toml asks for: the program's needs, and those of the groups named."""
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = list(project["project"]["dependencies"])
    for group in groups:
        lines += [line for line in project["dependency-groups"][group] if isinstance(line, str)]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(
    ("lock", "groups", "fewest"),
    [
        ("requirements.lock", (), 15),
        ("requirements-dev.lock", ("test", "lint", "types", "build", "dev"), 30),
    ],
)
def test_the_lock_satisfies_every_requirement(
    lock: str, groups: tuple[str, ...], fewest: int
) -> None:
    wanted = asked(*groups)
    locked = pinned_versions(lock)

    unmet = [
        str(requirement)
        for requirement in wanted
        if not (versions := locked.get(canonicalize_name(requirement.name)))
        or not all(map(requirement.specifier.contains, versions))
    ]

    assert len(wanted) >= fewest
    assert not unmet, REMEDY


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_a_hash_and_no_address(lock: str) -> None:
    bare = [str(pin) for pin, rest in pins(lock).items() if "--hash=sha256:" not in rest]

    assert len(pins(lock)) >= 40
    assert not bare
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


def test_both_locks_agree() -> None:
    developed_with = pinned_versions("requirements-dev.lock")

    differing = {
        name
        for name, versions in pinned_versions("requirements.lock").items()
        if developed_with.get(name) != versions
    }

    assert not differing, REMEDY


def test_these_tests_run_on_the_locked_versions() -> None:
    here = [pin for pin in pins("requirements-dev.lock") if not pin.marker or pin.marker.evaluate()]

    strays = [str(pin) for pin in here if not pin.specifier.contains(version(pin.name))]

    assert len(here) >= 70
    assert not strays, "run: python3 deploy/run.py tests"
