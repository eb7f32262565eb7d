"""Slack alone is enough: the page “Install in Slack” to the letter, and a pair at its end."""

from collections.abc import Mapping

from bot.domain.pairing import Pairing, PairingState
from bot.ports import Work
from tests.adapters.slack.fake.person import Visitor
from tests.adapters.slack.office import Office
from tests.adapters.slack.shown import words
from tests.adapters.slack.test_conversation import ALL_CONSENTS, open_a_round


def seen(who: Visitor) -> str:
    return "\n".join(words(who.messages[-1].blocks))


async def joins(
    who: Visitor, answer: str, role: str, profile: Mapping[str, tuple[str, ...]]
) -> None:
    """Somebody goes from the invitation to a kept profile, through the one question."""
    await who.presses("I’m in")
    assert "do you lead people or a budget?" in seen(who)
    await who.presses(answer)
    await who.presses(role)
    await who.submits(ALL_CONSENTS)
    await who.submits(profile)
    await who.submits({})


async def pairings(office: Office) -> list[tuple[str, str]]:
    def act(work: Work) -> list[tuple[str, str]]:
        found: list[Pairing] = [
            pairing
            for person in work.people.all()
            for pairing in work.pairings.of(person.id, PairingState.ACTIVE)
        ]
        people = work.people.by_id(i for p in found for i in (p.mentor_id, p.mentee_id))
        names = {(people[p.mentor_id].name, people[p.mentee_id].name) for p in found}
        return sorted(names)

    answer: list[tuple[str, str]] = await office.look(act)
    return answer


async def both_join(office: Office, *, answers: tuple[str, str]) -> None:
    await open_a_round(office)
    topic = ("ai-assistants",)
    await joins(office.person("U1ANA"), answers[0], "I show: mentor", {"topics-mentor": topic})
    goal = ("Draft a letter",)
    profile = {"topics-mentee": topic, "goal": goal}
    await joins(office.person("U1BOB"), answers[1], "I learn: mentee", profile)


async def review_and_accept(office: Office) -> None:
    claire = office.person("U1HR")
    await claire.types("/mentor match")
    await claire.presses("Review one by one")
    card = seen(claire)
    assert "department and office unknown" in card
    assert "The reporting lines of Ana Test and Bob Test are unknown" in card
    assert "Different departments" not in card
    assert "Levels between" not in card
    await claire.presses("Approve all")
    await claire.presses("Approve one pair")
    await office.run_due()
    for user_id in ("U1ANA", "U1BOB"):
        await office.person(user_id).presses("Accept")


async def test_from_the_installation_to_a_pair_that_both_accepted(office: Office) -> None:
    await both_join(office, answers=("No", "Yes"))

    await review_and_accept(office)

    assert await pairings(office) == [("Ana Test", "Bob Test")]


async def test_where_nobody_says_it_the_coordinator_does_and_a_pair_forms(office: Office) -> None:
    unsaid = "I would rather not say"
    await both_join(office, answers=(unsaid, unsaid))
    claire = office.person("U1HR")
    await claire.types("/mentor match")
    assert "because levels are missing" in seen(claire)

    await claire.presses("Say who leads")
    await claire.presses("Name people")
    await claire.submits({"lead": ("Bob Test",), "rest": ("yes",)})
    await review_and_accept(office)

    assert await pairings(office) == [("Ana Test", "Bob Test")]


async def test_a_title_in_slack_is_suggested_and_tells_people_apart(office: Office) -> None:
    member = office.slack.state.workspaces["T1"].members["U1BOB"]
    member.title = "VP Sales"
    office.slack.state.changed(member)
    await office.slack.post.deliver()
    claire = office.person("U1HR")
    await claire.types("/mentor leaders")
    await claire.presses("Go through the unknown")
    assert "Bob Test – VP Sales leads" in seen(claire)

    await claire.types("/mentor leaders")
    await claire.presses("Name people")
    assert claire.modal is not None
    [lead] = [block for block in claire.modal["blocks"] if block.get("block_id") == "lead"]
    assert lead["element"]["initial_value"] == "Bob Test"


async def test_a_journey_changes_the_hours_in_slack_and_not_the_holidays(office: Office) -> None:
    member = office.slack.state.workspaces["T1"].members["U1ANA"]
    member.tz = "Europe/Paris"
    office.slack.state.changed(member)
    await office.slack.post.deliver()

    ana = (await office.everybody())["Ana Test"]
    assert (ana.zone, ana.country) == ("Europe/Paris", "CA")
