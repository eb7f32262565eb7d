"""Questions about the place of work: each finds what it should, and nothing else, on both."""

from datetime import date

from bot.domain.closing import Closing
from bot.domain.people import Person
from bot.domain.programme import EnrolmentState
from bot.ports import Work
from bot.ports.workplace import Known
from tests.builders import a_closing, a_person, an_enrolment
from tests.contract.asking import OTHER, Ask, ids, lay_out

DAYS = (date(2026, 12, 24), date(2026, 12, 31))


def company(work: Work) -> None:
    """People of whom somebody said something, and of whom nobody did."""
    lay_out(
        work,
        a_person("ana", level=2, office="Ottawa"),
        a_person("bob", level=7, leads=False, office="Élan"),
        a_person("cyd", level=0, leads=True, office="Ottawa"),
        a_person("dan", level=0, leads=False, office=""),
        a_person("eve", level=0, name="Ève Roy", office=""),
        a_person("abe", level=0, name="Abe Roy", office="zone 3"),
        a_person("gone", level=0, active=False, office="Closed"),
        a_person("top", level=15, active=False),
        a_person("them", level=9, office="Elsewhere", **OTHER),
        a_person("they", level=0, **OTHER),
    )


async def test_offices_are_listed_once_and_nowhere_is_none(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        company(work)
        return work.offices.names()

    assert await ask(act) == ["Closed", "Élan", "Montréal", "Ottawa", "zone 3"]


async def test_closing_days_come_in_their_order(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(
            work,
            a_closing("late"),
            a_closing("early", first=date(2026, 7, 20), last=date(2026, 7, 31)),
            a_closing("theirs", **OTHER),
        )
        work.add(a_closing("new", first=date(2026, 7, 20), last=date(2026, 7, 20)))
        return ids(work.offices.closings())

    assert await ask(act) == ["new", "early", "late"]


async def test_the_people_of_one_office_are_off_those_known_already_too(ask: Ask) -> None:
    def act(work: Work) -> dict[str, tuple[date, ...]]:
        company(work)
        known = work.get(Person, "ana")
        work.offices.close("Ottawa", DAYS)
        work.offices.close("", DAYS[:1])
        work.offices.close("Closed", DAYS)
        assert known is not None
        everybody = [known, *work.people.by_id(["bob", "cyd", "dan", "gone"]).values()]
        return {person.id: person.closed for person in everybody}

    off = await ask(act)
    assert off == {"ana": DAYS, "bob": (), "cyd": DAYS, "dan": DAYS[:1], "gone": DAYS}


async def test_closing_days_nobody_said_yes_to_are_not_among_them_and_are_forgotten(
    ask: Ask,
) -> None:
    def act(work: Work) -> list[object]:
        lay_out(work, a_closing("kept"), a_closing("asked", kept=False))
        lay_out(work, a_closing("asked", kept=False, **OTHER))
        before = ids(work.offices.closings())
        work.offices.forget_unkept()
        return [before, work.get(Closing, "asked"), ids(work.offices.closings())]

    assert await ask(act) == [["kept"], None, ["kept"]]


async def test_an_office_opens_again(ask: Ask) -> None:
    def act(work: Work) -> list[tuple[date, ...]]:
        lay_out(work, a_person("ana", closed=DAYS))
        work.offices.close("Montréal", ())
        return [person.closed for person in work.people.all()]

    assert await ask(act) == [()]


async def test_what_is_known_is_counted_a_level_first(ask: Ask) -> None:
    def act(work: Work) -> Known:
        company(work)
        return work.seniority.known()

    assert await ask(act) == Known(level=2, leads=1, leads_nobody=1, unknown=2)
    assert await ask(lambda work: work.seniority.known()) == Known()


async def test_an_unknown_level_is_not_the_lowest(ask: Ask) -> None:
    def act(work: Work) -> tuple[int, int]:
        company(work)
        return work.seniority.levels()

    assert await ask(act) == (2, 7)


async def test_those_of_whom_nobody_said_it_come_by_name(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        company(work)
        return ids(work.seniority.untold())

    assert await ask(act) == ["abe", "eve"]


async def test_those_who_take_part_untold_are_counted(ask: Ask) -> None:
    def act(work: Work) -> int:
        company(work)
        lay_out(
            work,
            *(an_enrolment(id_, id=id_) for id_ in ("ana", "cyd", "eve", "gone")),
            an_enrolment("abe", id="abe", state=EnrolmentState.INVITED),
            an_enrolment("they", id="they", **OTHER),
        )
        return work.seniority.untold_in("cycle")

    assert await ask(act) == 1


async def test_when_the_list_is_complete_nobody_else_leads(ask: Ask) -> None:
    def act(work: Work) -> tuple[int, list[bool | None]]:
        company(work)
        count = work.seniority.nobody_else_leads()
        people = work.people.by_id(["ana", "bob", "cyd", "eve", "abe", "gone"])
        return count, [person.leads for person in people.values()]

    assert await ask(act) == (2, [None, False, True, False, False, None])
