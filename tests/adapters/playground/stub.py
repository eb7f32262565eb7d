"""A tiny scripted engine and store: the playground's page and HTTP without the real ones."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.clocks import MovableClock
from adapters.playground.chats import Parts
from adapters.playground.company import CONCERN_CONTACTS, COORDINATORS, SUBDIVISIONS, people
from adapters.playground.send import PlaygroundPlatform
from bot.conversation.events import Event, Pressed, Reply, Said, Submitted
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.people import Account, Person, Tenant
from bot.messages.card import (
    COMMAND,
    Bullets,
    Button,
    Card,
    Chart,
    Facts,
    Quote,
    Style,
    Text,
    note,
)
from bot.messages.form import Choice, DateInput, Form, Option, Switch, TextInput, first
from bot.ports import Recipient
from bot.runtime.registry import every_flow

ORGANISATION, TENANT = "org", "phares"
MONDAY = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
"""A Monday, 9:30 in Montréal, before work in Vancouver."""

TOPICS = tuple(
    Option(f"t{n}", label)
    for n, label in enumerate(
        (
            "Generative AI",
            "Short video",
            "Data and dashboards",
            "Passkeys and phishing",
            "Working in channels",
            "Accessibility",
            "LinkedIn",
            "Automation",
            "Online communities",
        )
    )
)

QUESTION = Card(
    title="Weekly check-in",
    body=(Text("Did you and Camille meet since last time?"),),
    buttons=(
        Button("Yes, we met", "checkin.met.yes", "s1", style=Style.PRIMARY),
        Button("It is planned", "checkin.met.planned", "s1"),
        Button("Not this week, as planned", "checkin.met.no", "s1"),
        Button("Stuck", "checkin.met.stuck", "s1"),
    ),
    next="Two short questions follow. Nobody but you sees the answers.",
)
THANKS = Card(
    title="Thank you",
    body=(
        Text("Here is where you two stand."),
        Facts((("Meetings held", "3 of 6"), ("Next meeting", "Thursday, November 26"))),
        Bullets(("Ask for their questions two days ahead", "One thing done beats five shown")),
        Quote("I finally wrote my own prompt.\nAnd it worked!", "Raymond"),
        Chart("Meetings held by week", ("Week 1", "Week 2", "Week 3"), (4.0, 7.0, 9.5)),
    ),
    buttons=(
        Button("Where do I stand?", COMMAND, value="status"),
        Button("Stop the pairing", "exits.stop.stop", "s1", style=Style.DANGER),
    ),
    next="Your next check-in comes on Thursday at 10:00 a.m.",
)
PROFILE = Form(
    title="What could you show a leader?",
    intro="Everything can be changed later. Only the first question is needed.",
    action="profile.mentor",
    subject="e1",
    submit="Keep my profile",
    inputs=(
        TextInput(
            name="goal",
            label="In one sentence",
            hint="A skill, a tool, a habit.",
            required=True,
            limit=80,
        ),
        TextInput(name="more", label="Anything else?", long=True),
        Choice(name="topics", label="Topics", hint="Up to three.", options=TOPICS, most=3),
        Choice(name="format", label="Where", options=TOPICS[:2]),
        Choice(name="team", label="A team to avoid", options=TOPICS),
        DateInput(name="until", label="Away until", hint="Leave empty if you are here."),
        Switch(name="statistics", label="Count my answers in groups of five or more"),
    ),
)


class StubEngine:
    """Answers a few words; "fall" raises, as a bug would."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    async def turn(self, event: Event) -> Reply:
        """Return a scripted answer."""
        self.events.append(event)
        match event:
            case Said(text="fall"):
                raise RuntimeError("scripted")
            case Said(text=text) if "join" in text:
                return Reply(form=PROFILE)
            case Said(text=text) if "checkin" in text:
                return Reply(cards=(QUESTION,))
            case Pressed(action=action) if action.startswith("checkin.met"):
                return Reply(cards=(THANKS,), replace=True)
            case Submitted(values=values):
                goal = first(values, "goal")
                if goal == "nothing":
                    return Reply(faults={"goal": "Please name one thing, however small."})
                return Reply(cards=(note("Your profile is kept.", title="Thank you"),))
        return Reply(cards=(THANKS,))


def company_people() -> list[Person]:
    """Return the people of the playground's company; their ids are their e-mails."""
    return [
        Person(
            organisation_id=ORGANISATION,
            id=row.email,
            email=row.email,
            name=row.name,
            language=row.bot_language or "en",
            spoken=row.languages,
            zone=row.time_zone,
            country="CA",
            subdivision=SUBDIVISIONS[row.office],
            office=row.office,
            department=row.department,
            level=row.level,
            hired_on=row.hired_on,
            manager_id=row.manager_email,
            is_coordinator=row.email in COORDINATORS,
            is_concern_contact=row.email in CONCERN_CONTACTS,
        )
        for row in people(MONDAY.date())
    ]


class StubWork:
    """A company at rest."""

    def __init__(self) -> None:
        everybody = company_people()
        self.people = StubPeople(everybody)
        self.tenants = StubTenants()
        self.accounts = StubAccounts()
        self.outbox = StubOutbox(everybody)


class StubPeople:
    def __init__(self, people: list[Person]) -> None:
        self._people = people

    def all(self) -> list[Person]:
        return self._people

    def coordinators(self) -> list[Person]:
        return [person for person in self._people if person.is_coordinator]

    def by_id(self, ids: Iterable[str]) -> dict[str, Person]:
        return {person.id: person for person in self._people if person.id in set(ids)}


class StubTenants:
    def named(self, platform: str, external_id: str) -> Tenant:
        return Tenant(
            organisation_id=ORGANISATION, id="t", platform=platform, external_id=external_id
        )


class StubAccounts:
    def warm(self, person_ids: Iterable[str]) -> None:
        pass

    def of(self, person_id: str) -> Account:
        return Account(
            organisation_id=ORGANISATION,
            id=person_id,
            tenant_id="t",
            person_id=person_id,
            address=person_id,
        )


class StubOutbox:
    def __init__(self, people: list[Person]) -> None:
        self._people = people

    def newest(self, limit: int) -> list[Delivery]:
        return [
            Delivery(
                organisation_id=ORGANISATION,
                tenant_id="t",
                account_id="a",
                person_id=person.id,
                key=f"k{n}",
                kind=tuple(Kind)[n % 3],
                id=n,
                due_at=MONDAY + timedelta(hours=n),
                visible_at=MONDAY,
                closes_at=MONDAY,
                state=tuple(DeliveryState)[n % 8],
                attempts=n % 3,
                payload={"title": "Weekly check-in", "body": []},
            )
            for n, person in enumerate(self._people[:limit])
        ]

    def counts(self) -> dict[str, int]:
        return {"sent": 12, "pending": 3}


class StubStore:
    """Runs work at once; something is due every day at the same hour."""

    def __init__(self, clock: MovableClock) -> None:
        self._clock = clock
        self._work: Any = StubWork()

    async def transact(self, organisation_id: str, act: Callable[[Any], Any]) -> Any:
        """Run work on the resting company."""
        assert organisation_id == ORGANISATION
        return act(self._work)

    async def tenants(self) -> list[Tenant]:
        return []

    async def next_due(self) -> datetime:
        """Return tomorrow's hour."""
        passed = (self._clock.now() - MONDAY) // timedelta(days=1)
        return MONDAY + (passed + 1) * timedelta(days=1)


def stub_parts(**changes: Any) -> Parts:
    """Return a playground where every second day brings a prompt to the first person."""
    clock = MovableClock(MONDAY)
    platform = PlaygroundPlatform(clock)
    addresses = [row.email for row in people(MONDAY.date())]
    platform.admit(TENANT, *addresses)
    coordinator = next(iter(COORDINATORS))

    async def run_due() -> None:
        days, rest = divmod(clock.now() - MONDAY, timedelta(days=1))
        if not rest and days and days % 2 == 0:
            to = Recipient(TENANT, addresses[0])
            await platform.send(to, QUESTION, key=f"pairing:1:{days}")
        if not rest and days == 7:
            to = Recipient(TENANT, coordinator)
            await platform.send(to, THANKS, key=f"digest:{days}")

    values = {
        "engine": StubEngine(),
        "registry": every_flow(),
        "store": StubStore(clock),
        "platform": platform,
        "clock": clock,
        "run_due": run_due,
        "organisation_id": ORGANISATION,
        "tenant": TENANT,
    }
    return Parts(**{**values, **changes})
