"""Set up this checkout and run it, with nothing but Python 3.11+ on the machine.

python3 deploy/run.py playground [options]    a local chat where you can be every employee
python3 deploy/run.py tests [pytest options]  the test suite
python3 deploy/run.py record                  make the files that are made from the code
python3 deploy/run.py check [tools]           format, lint, types, imports, spelling, lock

The first run creates .venv in the checkout and installs the versions of the lock file into it,
each one checked against its hash. Later runs start at once, until a lock file changes.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMPS = VENV / "passerelle-installed"
LOG = VENV / "install.log"
RUNTIME = "requirements.lock"
DEVELOPMENT = "requirements-dev.lock"
OLDEST = (3, 11)
PROGRESS_STEP = 10

# Cheapest first, so that a slip of the keyboard is reported in a second.
CHECKS = (
    ("ruff", "format", "--check", "--quiet", "."),
    ("ruff", "check", "--quiet", "."),
    ("codespell",),
    ("vulture",),
    ("lint-imports", "--no-cache", "--no-logo"),
    ("deptry", "."),
    ("pip", "check"),
    ("mypy",),
)


class SetupFailed(Exception):
    """The checkout could not be made ready; the message says what to do about it."""


def main(arguments: list[str]) -> int:
    """Run one command line and return its exit code."""
    command, options = (arguments[0], arguments[1:]) if arguments else ("", [])
    try:
        require_python()
        if command == "playground":
            install(RUNTIME)
            return become([*python(), "-m", "adapters", "playground", *options])
        if command == "tests":
            install(DEVELOPMENT)
            return become([*python(), "-m", "pytest", "-n", "2", *options])
        if command == "record":
            install(DEVELOPMENT)
            return become([*python(), "-m", "tests.recording", *options])
        if command == "check":
            install(DEVELOPMENT)
            return check(options)
    except SetupFailed as failure:
        say(str(failure))
        return 1
    print(__doc__)
    return 0 if command in {"-h", "--help"} else 2


def require_python() -> None:
    """Refuse a Python that is too old, or one that Debian split a part from."""
    if sys.version_info < OLDEST:
        raise SetupFailed(
            f"Python 3.11 or newer is needed; {sys.executable} is {platform.python_version()}.\n"
            "If a newer one is installed, name it, for instance:\n"
            "    python3.12 deploy/run.py playground"
        )
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise SetupFailed(
            "This Python cannot create virtual environments: its venv part is missing.\n"
            "On Debian or Ubuntu, install it and run the same command again:\n"
            "    sudo apt-get install python3-venv"
        )


def install(lock: str) -> None:
    """Make .venv hold what the lock names, doing nothing where it already does."""
    if not is_alive():
        say("Creating the virtual environment in .venv …")
        run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    # The development lock contains the runtime one, so either satisfies the playground.
    wanted = {RUNTIME: [RUNTIME, DEVELOPMENT], DEVELOPMENT: [DEVELOPMENT]}[lock]
    stamps = STAMPS.read_text(encoding="utf-8").split() if STAMPS.exists() else []
    if any(fingerprint(name) in stamps for name in wanted):
        return
    install_locked(lock)
    if lock == DEVELOPMENT:
        project = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
        run([*python(), "-m", "pip", "install", "--quiet", *project])
    STAMPS.write_text(fingerprint(lock) + "\n", encoding="utf-8")
    say("Ready.")


def is_alive() -> bool:
    """Whether .venv has a Python that starts, is new enough and has pip."""
    question = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    try:
        return not subprocess.run(
            [*python(), "-c", question], stderr=subprocess.DEVNULL, check=False
        ).returncode
    except OSError:
        return False


def fingerprint(lock: str) -> str:
    """One word that changes whenever this lock changes."""
    return f"{lock}:{hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()}"


def install_locked(lock: str) -> None:
    """Install every package of a lock file, showing how far it is."""
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    # A package that has one version for each Python, or another system's, is counted once at most.
    total = len({line.partition("==")[0] for line in lines if line[:1].isalnum()})
    say(f"Installing {total} packages from {lock}; the first time takes a minute or two …")
    options = ["--require-hashes", "--no-deps", "--requirement", str(ROOT / lock)]
    command = [*python(), "-m", "pip", "install", "--no-input", "--progress-bar", "off", *options]
    seen = 0
    pip = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    with pip, LOG.open("w", encoding="utf-8") as log:
        for line in pip.stdout or ():
            log.write(line)
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                seen += 1
                if seen % PROGRESS_STEP == 0:
                    say(f"  {seen:>3} of {total}")
            elif line.startswith("Installing collected"):
                say("  all downloaded, unpacking …")
    if pip.returncode:
        tail = "".join(LOG.read_text(encoding="utf-8").splitlines(keepends=True)[-8:])
        raise SetupFailed(f"{tail}\nInstalling failed; all that was said is in {LOG}.")


def check(tools: list[str]) -> int:
    """Run every check to its end, or those of some tools, and name those that failed."""
    unknown = set(tools) - {tool for tool, *_ in CHECKS}
    if unknown:
        raise SetupFailed(f"No check is called {', '.join(sorted(unknown))}.")
    failed = []
    for tool, *options in CHECKS:
        if tools and tool not in tools:
            continue
        say(f"$ {shlex.join([tool, *options])}")
        program = [*python(), "-m", "pip"] if tool == "pip" else [str(scripts() / tool)]
        if subprocess.run([*program, *options], cwd=ROOT, check=False).returncode:
            failed.append(tool)
    say(f"Failed: {', '.join(failed)}" if failed else "Every check passed.")
    return 1 if failed else 0


def scripts() -> Path:
    """Where the virtual environment keeps its programs."""
    return VENV / ("Scripts" if os.name == "nt" else "bin")


def python() -> list[str]:
    """The start of every command line that runs the environment's own Python."""
    return [str(scripts() / ("python.exe" if os.name == "nt" else "python"))]


def run(command: list[str]) -> None:
    """Run one step of the set-up; what it says is shown only when it fails."""
    step = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if step.returncode:
        raise SetupFailed(f"{step.stdout}{step.stderr}\nThis step failed: {shlex.join(command)}")


def become(command: list[str]) -> int:
    """Continue as the command, in the checkout, so that Ctrl-C and signals reach it directly."""
    os.chdir(ROOT)
    if os.name == "nt":
        return subprocess.call(command)
    return os.execv(command[0], command)


def say(text: str) -> None:
    """Print at once: an installation that looks dead gets interrupted."""
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
