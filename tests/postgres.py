"""A PostgreSQL server for the tests: the one DATABASE_URL names, or one started for the run."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy.engine import URL, make_url

SUPERUSER = "passerelle"
START_SECONDS = 60
# Runs the server until its own standard input closes, which happens however the tests end, even
# by kill -9; then stops the server and removes its files.
WATCHER = """
"$@" & server=$!
cat > /dev/null
kill -INT $server
wait $server
rm -rf "$DIRECTORY"
"""
NEW_CLUSTER = ("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
# Text sorts as in a French dictionary, as it may in production: another order must be asked for.
FRENCH = ("--locale-provider=icu", "--icu-locale=fr-CA")
# A test database may be lost at any time, so nothing waits for the disk; and units of work that
# wait for one another are told within a moment.
FAST = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "shared_buffers=32MB",
    "deadlock_timeout=50ms",
)


class NoServerError(Exception):
    """There is no PostgreSQL to test against; the message says what was looked for."""


@dataclass(frozen=True)
class Server:
    """A running server on which databases may be created."""

    address: URL

    def create(self, name: str, *, template: str = "template0") -> str:
        """Create a database as a copy of another and return its SQLAlchemy address."""
        self._run("CREATE DATABASE {} TEMPLATE {}", name, template)
        return self.address.set(database=name).render_as_string(hide_password=False)

    def drop(self, name: str) -> None:
        """Remove a database, closing what is still connected to it."""
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _run(self, statement: str, *names: str) -> None:
        with psycopg.connect(plain(self.address), autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def plain(address: URL) -> str:
    """The same address as libpq reads it, without SQLAlchemy's driver name."""
    return address.set(drivername="postgresql").render_as_string(hide_password=False)


def is_required() -> bool:
    """Whether a missing server or browser is a failure: in CI a skipped test tells nobody."""
    return bool(os.environ.get("CI"))


@contextmanager
def running() -> Iterator[Server]:
    """Give a server; one started here is stopped and deleted again.

    Raises NoServerError when DATABASE_URL is unset and no server is installed.
    """
    given = os.environ.get("DATABASE_URL")
    if given:
        yield Server(make_url(given).set(drivername="postgresql+psycopg"))
        return
    programs = find_programs()
    if programs is None:
        raise NoServerError(
            "no PostgreSQL: DATABASE_URL is not set and initdb is neither under "
            "/usr/lib/postgresql nor on the PATH (Debian: apt-get install postgresql)"
        )
    with own_server(programs) as server:
        yield server


def find_programs() -> Path | None:
    """The folder of the newest installed server's programs."""
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(debian, key=lambda path: int(path.parts[-3]), default=None)
    found = newest or shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def own_server(programs: Path) -> Iterator[Server]:
    """Start a server on a Unix socket in a temporary folder of its own."""
    # PostgreSQL refuses to run as root; Debian's package made an account for it.
    account = "postgres" if os.geteuid() == 0 else None
    directory = Path(tempfile.mkdtemp(prefix="passerelle-pg-"))
    if account:
        shutil.chown(directory, account, account)
    data = directory / "data"
    # Both start in a folder which that account may read; the checkout need not be one.
    initdb: list[str | Path] = [
        programs / "initdb",
        "--pgdata",
        data,
        "--username",
        SUPERUSER,
        *NEW_CLUSTER,
    ]
    subprocess.run(
        [*initdb, *language(programs)],
        check=True,
        capture_output=True,
        cwd=directory,
        user=account,
        group=account,
    )
    options = [*FAST, "listen_addresses=", f"unix_socket_directories={directory}"]
    command = [str(programs / "postgres"), "-D", str(data), *(f"--{line}" for line in options)]
    address = URL.create(
        "postgresql+psycopg", SUPERUSER, database="postgres", query={"host": str(directory)}
    )
    with (
        (directory / "log").open("wb") as log,
        subprocess.Popen(
            ["/bin/sh", "-c", WATCHER, "sh", *command],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            cwd=directory,
            user=account,
            group=account,
            env={**os.environ, "DIRECTORY": str(directory)},
        ) as watcher,
    ):
        wait_until_ready(address, watcher=watcher, log=directory / "log")
        # Leaving the block closes the watcher's input and waits until it has cleaned up.
        yield Server(address)


def language(programs: Path) -> tuple[str, ...]:
    """The options for a French cluster; none before PostgreSQL 15."""
    said = subprocess.run([programs / "initdb", "--help"], check=True, capture_output=True)
    return FRENCH if b"--icu-locale" in said.stdout else ()


def wait_until_ready(address: URL, *, watcher: subprocess.Popen[bytes], log: Path) -> None:
    """Return once the server answers; show its log when it does not."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and watcher.poll() is None:
        try:
            psycopg.connect(plain(address)).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    message = f"PostgreSQL did not start:\n{log.read_text(encoding='utf-8')}"
    raise RuntimeError(message)
