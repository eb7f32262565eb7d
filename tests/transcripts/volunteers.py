"""A round that welcomes volunteers: a world in which nobody has joined yet."""

from datetime import date
from typing import Any

from bot.domain.programme import Cycle, CycleState, Enrolment, EnrolmentState, Programme
from bot.messages.form import Form
from bot.ports import Work
from tests.builders import ORGANISATION
from tests.world import World, a_person

ANSWER_BY = date(2026, 9, 28)
CONSENTS = {"matching": "yes", "facts": "yes"}


class Joining(World):
    """People and an open cycle; Marc is high up, Nadia is not, Claire coordinates."""

    async def open_cycle(self, id_: str = "cycle", number: int = 1, **changes: Any) -> None:
        """Keep a programme and a cycle that is open."""

        def act(work: Work) -> None:
            if not work.programmes.all():
                work.add(
                    Programme(
                        organisation_id=ORGANISATION,
                        id="programme",
                        name="Bridges",
                        created_by="claire",
                    ),
                )
            values: dict[str, Any] = {
                "organisation_id": ORGANISATION,
                "id": id_,
                "programme_id": "programme",
                "number": number,
                "answer_by": ANSWER_BY,
            }
            work.add(Cycle(**{**values, **changes}))

        await self.look(act)

    async def close_cycle(self, id_: str = "cycle") -> None:
        """End a cycle."""

        def act(work: Work) -> None:
            cycle = work.get(Cycle, id_)
            assert cycle is not None
            cycle.state = CycleState.CLOSED

        await self.look(act)

    async def joins(self, person: str, role: str, **profile: str | list[str]) -> None:
        """Somebody goes all the way from the invitation to a kept profile."""
        await self.says(person, "join")
        if (await self.kept_state(person)) is not EnrolmentState.CHOOSING:
            await self.presses(person, "yes")
        await self.presses(person, role)
        if self.form(person).action == "welcome.consent":
            await self.submits(person, **CONSENTS)
        given: dict[str, str | list[str]] = {f"topics-{role}": ["ai-assistants"]}
        if role == "mentee":
            given["goal"] = "Draft a letter with the assistant"
        await self.submits(person, **{**given, **profile})
        await self.submits(person)

    def form(self, person: str) -> Form:
        """Return the form somebody saw last."""
        form = self.shown[person]
        assert isinstance(form, Form), form
        return form

    async def enrolment(self, person: str, cycle: str = "cycle") -> Enrolment | None:
        """Return somebody's part in a cycle as it is stored."""
        found = await self.look(lambda work: work.enrolments.part(cycle, person))
        assert found is None or isinstance(found, Enrolment)
        return found

    async def kept_state(self, person: str) -> EnrolmentState | None:
        """Return how somebody stands in the newest cycle they were asked into."""
        found = await self.look(lambda work: work.enrolments.latest(person))
        return found.state if isinstance(found, Enrolment) else None

    async def kept(self, person: str, cycle: str = "cycle") -> Enrolment:
        """Return somebody's part in a cycle, which exists."""
        found = await self.enrolment(person, cycle)
        assert found is not None
        return found


async def a_round(language: str = "en", **marc: Any) -> Joining:
    """Open a world with an open cycle in which nobody has joined."""
    people = (
        a_person("Claire", language=language, is_coordinator=True, department="HR"),
        a_person("Marc", **{"language": language, "level": 9, "department": "Finance", **marc}),
        a_person("Nadia", language=language, level=2),
    )
    world = await Joining.create(people)
    await world.open_cycle()
    return world
