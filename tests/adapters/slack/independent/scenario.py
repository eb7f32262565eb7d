"""A small programme in local-slack: join, match, accept, check in, digest.

    unshare --net -- python -m tests.adapters.slack.independent.scenario FOLDER

Two acts on one database. First over HTTP, signed, by ``serve`` as it is: the programme is created
and four people volunteer. Then over Socket Mode, by ``serve`` with a clock that is moved: matching,
two acceptances, a check-in and the weekly digest. Prints what was seen as one JSON object; with
Chromium found, leaves pictures of the page in the folder.
"""

import asyncio
import contextlib
import fcntl
import json
import re
import socket
import struct
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp

from adapters.clocks import WallClock
from adapters.sealing import new_key
from bot import calendar
from bot.calendar import WorkingTime
from tests.adapters.slack.fake import payloads
from tests.adapters.slack.fake.workspaces import Json
from tests.adapters.slack.independent import local_slack
from tests.adapters.slack.independent.local_slack import BINARY, LocalSlack, configuration
from tests.adapters.slack.independent.pictures import Album
from tests.adapters.slack.reading import form_seen

TORONTO = WorkingTime("America/Toronto", "CA", "QC")
HR, MENTORS, MENTEES = "U0HR", ("U0MIA", "U0NOE"), ("U0ANNE", "U0LUC")
PEOPLE = {
    HR: ("Claire Roy", "", 6),
    "U0ANNE": ("Anne Côté", "", 12),
    "U0LUC": ("Luc Dubé", "", 12),
    "U0MIA": ("Mia Tran", "claire.roy@example.org", 3),
    "U0NOE": ("Noé Gagnon", "claire.roy@example.org", 3),
}
LEFT_EMPTY = frozenset({"avoid", "departments", "others"})
SIOCSIFFLAGS, IFF_UP = 0x8914, 0x1
"""Linux's request for the flags of a network interface, and the flag that brings it up."""
TICK = 2.5
"""Seconds for what is due to be done after the clock was moved; it ticks every second."""


def email(name: str) -> str:
    """Return somebody's address."""
    plain = name.casefold().translate(str.maketrans("ôé", "oe"))
    return f"{plain.replace(' ', '.')}@example.org"


def roster() -> str:
    """Return the people as the CSV file that ``import`` reads."""
    head = "email,name,manager_email,level,hired_on,department,office,time_zone,languages"
    rows = [
        f"{email(name)},{name},{manager},{level},2019-05-06,Dept {user},Montréal,"
        "America/Toronto,en;fr"
        for user, (name, manager, level) in PEOPLE.items()
    ]
    return "\n".join([head, *rows]) + "\n"


def members() -> list[Json]:
    """Return the people as members of the workspace."""
    return [
        {
            "id": user,
            "name": user.casefold(),
            "real_name": name,
            "email": email(name),
            "tz": TORONTO.zone,
        }
        for user, (name, _, _) in PEOPLE.items()
    ]


def answers(view: Json, given: Mapping[str, tuple[str, ...]]) -> Json:
    """Fill in a form: what is given, and for the rest what anybody would say."""
    form = form_seen(view).form
    assert form is not None
    filled = {item["name"]: given.get(item["name"], _usual(item)) for item in form["inputs"]}
    elements = {b["block_id"]: b["element"] for b in view["blocks"] if b["type"] == "input"}
    return {
        name: {elements[name]["action_id"]: payloads.value_of(elements[name], values)}
        for name, values in filled.items()
    }


def _usual(item: Json) -> tuple[str, ...]:
    match item["kind"]:
        case "switch":
            return ("yes",)
        case "date":
            return (item["value"],)
        case "text":
            usual = item["value"] or ("Write with an assistant" if item["required"] else "")
            return (usual,) if usual else ()
    options = tuple(option["value"] for option in item["options"])
    if item["name"] in LEFT_EMPTY:
        return ()
    if item["most"] == 1:
        return tuple(item["values"]) or options[:1]
    return options if item["most"] >= len(options) else options[:4]


class Stage:
    """The folder with the database, and what was seen so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: dict[str, object] = {}
        self.album = Album(folder)
        self.ahead = folder / "ahead"
        self.ahead.write_text("0", "ascii")
        self.settings = {
            "PASSERELLE_DATABASE_URL": f"sqlite:///{folder / 'passerelle.db'}",
            "PASSERELLE_SECRET_KEY": new_key(),
            "PASSERELLE_LANGUAGE": "en",
            "PASSERELLE_PORT": "0",
            "PASSERELLE_SLACK_BOT_TOKEN": local_slack.BOT_TOKEN,
            "PASSERELLE_SLACK_DEVELOPMENT": "true",
            "PASSERELLE_SLACK_API_URL": f"{local_slack.ADDRESS}/api/",
            "PASSERELLE_SLACK_EMAILS": "true",
        }

    @contextlib.asynccontextmanager
    async def slack(self, mode: str, request_url: str = "") -> AsyncIterator[LocalSlack]:
        """Run local-slack."""
        file = self.folder / f"{mode}.yaml"
        config = configuration(members(), mode=mode, request_url=request_url)
        file.write_text(json.dumps(config), "utf-8")
        command = [str(BINARY), "--config", str(file), "--port", str(local_slack.PORT)]
        with (self.folder / f"{mode}.log").open("w") as log:
            process = await asyncio.create_subprocess_exec(*command, stdout=log, stderr=log)
        try:
            async with aiohttp.ClientSession() as session:
                slack = LocalSlack(session)
                await slack.connect()
                listening = asyncio.create_task(slack.listen())
                yield slack
                listening.cancel()
        finally:
            process.terminate()
            await process.wait()

    @contextlib.asynccontextmanager
    async def bot(self, *module: str, **settings: str) -> AsyncIterator[str]:
        """Serve; yield the address."""
        with (self.folder / "serve.log").open("a") as log:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", *module, "serve"),
                env={**self.settings, **settings},
                stdout=subprocess.PIPE,
                stderr=log,
            )
        try:
            assert process.stdout is not None
            found = re.search(rb"http://\S+", await process.stdout.readline())
            assert found, (self.folder / "serve.log").read_text("utf-8")[-2000:]
            yield found[0].decode()
        finally:
            process.terminate()
            await process.wait()

    def move_to(self, instant: datetime) -> None:
        """Move the bot's clock."""
        self.ahead.write_text(str((instant - WallClock().now()).total_seconds()), "ascii")

    async def picture(self, name: str, user: str) -> None:
        """Take a picture of somebody's chat with the bot."""
        await self.album.take(name, user, PEOPLE[user][0])

    async def run(self, *command: str) -> None:
        """Run one of the product's commands."""
        program = (sys.executable, "-m", "adapters", *command)
        pipe = subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*program, env=self.settings, stdout=pipe)
        said, _ = await process.communicate()
        assert process.returncode == 0, said


async def fills(slack: LocalSlack, user: str, **given: tuple[str, ...]) -> str:
    """Fill in and send the open form; return its title."""
    view = await slack.modal()
    await slack.submits(user, answers(view, given))
    return str(view["title"]["text"])


async def joins(slack: LocalSlack, user: str, role: str) -> None:
    """Say yes to the invitation, and choose a role."""
    await slack.types(user, "/mentor join")
    if await _has(slack, user, "welcome.invitation.yes"):
        await slack.presses(user, "welcome.invitation.yes")
    if await _has(slack, user, "welcome.leading.no"):
        await slack.presses(
            user, "welcome.leading.yes" if role == "mentee" else "welcome.leading.no"
        )
    await slack.presses(user, f"welcome.role.{role}")


async def volunteers(slack: LocalSlack, user: str, role: str) -> list[str]:
    """Join by command, buttons and modals; return the titles of the forms that came."""
    await joins(slack, user, role)
    titles = []
    while slack.stack and slack.stack[-1]["callback_id"] == "form":
        titles.append(await fills(slack, user))
    return titles


async def first_act(stage: Stage) -> None:
    """Over HTTP: the programme is created, and four people volunteer."""
    roster_file = stage.folder / "people.csv"
    roster_file.write_text(roster(), "utf-8")
    staff = ("--coordinator", email(PEOPLE[HR][0]), "--holidays", "Montréal=CA-QC")
    await stage.run("import", str(roster_file), "--apply", *staff)
    secret = {"PASSERELLE_SLACK_SIGNING_SECRET": local_slack.SECRET}
    port = "3998"
    where = f"http://127.0.0.1:{port}/slack/events"
    async with (
        stage.slack("events", where) as slack,
        stage.bot("adapters", **secret, PASSERELLE_PORT=port),
    ):
        await slack.types(HR, "/mentor programme")
        stage.seen["programme"] = await fills(slack, HR, name=("Passerelle",))
        await joins(slack, MENTORS[0], "mentor")
        await stage.picture("modal", MENTORS[0])
        await fills(slack, MENTORS[0], matching=())
        stage.seen["faults"] = dict(slack.errors)
        stage.seen["forms"] = {
            user: await volunteers(slack, user, role)
            for users, role in ((MENTORS, "mentor"), (MENTEES, "mentee"))
            for user in users
        }
        await slack.types(HR, "/mentor volunteers")
        stage.seen["volunteers"] = (await slack.texts(HR))[-1]
        await slack.opens_home(MENTORS[0])
        await slack.types(MENTORS[0], "/mentor status")
        stage.seen["status"] = (await slack.texts(MENTORS[0]))[-1]
        stage.seen["http"] = await statuses(slack)
        await stage.picture("status", MENTORS[0])


async def second_act(stage: Stage) -> None:
    """Over Socket Mode, with a moved clock: from the matching to the digest."""
    monday = _a_monday(WallClock().now())
    stage.move_to(monday)
    token = {"PASSERELLE_SLACK_APP_TOKEN": local_slack.APP_TOKEN}
    moved = ("tests.adapters.slack.independent.moved", str(stage.ahead))
    async with stage.slack("socket") as slack, stage.bot(*moved, **token):
        await slack.types(HR, "/mentor match")
        await slack.presses(HR, "review.summary.approve")
        await slack.presses(HR, "approval.sure.yes")
        accepted = []
        now = monday
        for user in (*MENTORS, *MENTEES):
            now = await awaited(stage, slack, user, "proposal.offer.accept", now)
            await slack.presses(user, "proposal.offer.accept")
            accepted.append((await slack.texts(user))[-1])
        stage.seen["accepted"] = accepted
        mentor = MENTORS[0]
        await stage.picture("pair", mentor)
        now = await awaited(stage, slack, mentor, "checkin.met.planned", now)
        await slack.presses(mentor, "checkin.met.planned")
        stage.seen["checkin"] = (await slack.texts(mentor))[-1]
        await stage.picture("checkin", mentor)
        stage.move_to(_a_monday(now + timedelta(days=1)))
        await slack.until(lambda: has_digest(slack))
        stage.seen["digest"] = (await slack.texts(HR))[-1]
        await stage.picture("digest", HR)


async def statuses(slack: LocalSlack) -> list[str]:
    """Return how the bot answered each request."""
    summaries = [e["summary"] for e in await slack.log() if e["direction"] == "from_bot"]
    return [summary for summary in summaries if summary.startswith("HTTP")]


async def has_digest(slack: LocalSlack) -> bool:
    """Whether the coordinator has a digest that speaks of decisions."""
    return any("digest" in text.casefold() for text in (await slack.texts(HR))[-1:])


async def awaited(stage: Stage, slack: LocalSlack, user: str, wish: str, now: datetime) -> datetime:
    """Move the clock through working hours until somebody has a button; return the instant."""
    for _ in range(40):
        stage.move_to(now)
        for _ in range(int(TICK / 0.25)):
            if await _has(slack, user, wish):
                return now
            await asyncio.sleep(0.25)
        now = calendar.next_open(now + timedelta(hours=4), TORONTO)
    raise AssertionError(f"no {wish} for {user}: {await slack.texts(user)}")


async def _has(slack: LocalSlack, user: str, wish: str) -> bool:
    return any(wish in json.dumps(m.get("blocks", [])) for m in await slack.messages(user))


def _a_monday(after: datetime) -> datetime:
    """Return half past ten on the next Monday that is no holiday."""
    local = after.astimezone(ZoneInfo(TORONTO.zone))
    day = local.date() + timedelta(days=-local.weekday() % 7 or 7)
    instant = calendar.at_local(day, datetime.min.time().replace(10, 30), TORONTO.zone)
    return instant if calendar.is_open(instant, TORONTO) else _a_monday(instant)


def loopback_up() -> None:
    """Bring up the loopback of a fresh network namespace, in which nothing is up."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh", b"lo", IFF_UP))


async def main(folder: Path) -> None:
    """Play both acts."""
    stage = Stage(folder)
    async with stage.album:
        await first_act(stage)
        await second_act(stage)
    sys.stdout.write(json.dumps(stage.seen, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    loopback_up()
    asyncio.run(main(Path(sys.argv[1])))
