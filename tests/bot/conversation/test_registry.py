"""A flow declares itself: what it leaves out, and what two of them claim, is refused at once."""

import pytest

from bot.conversation.flow import COORDINATORS, EVERYBODY, Chapter, Flow, Next, finish
from bot.conversation.registry import Registry
from bot.conversation.turn import Turn
from bot.domain.people import Role
from bot.errors import Sorry
from bot.messages.card import COMMAND, Button, Card, note


def a_flow(name: str, *commands: tuple[str, ...], roles: frozenset[Role] = EVERYBODY) -> Flow:
    flow = Flow(name, roles=roles, chapter=Chapter.EVERYBODY)
    for words in commands:
        flow.command(*words)(answered)
    return flow


def answered(turn: Turn) -> Next:
    return finish(note("done"))


def test_a_flow_that_does_not_say_who_may_use_it_cannot_be_made() -> None:
    with pytest.raises(TypeError, match="roles"):
        Flow("plan")  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="say roles=EVERYBODY or roles=COORDINATORS"):
        Flow("plan", roles=frozenset())


def test_a_command_that_no_chapter_tells_cannot_be_made() -> None:
    flow = Flow("plan", roles=EVERYBODY)

    with pytest.raises(ValueError, match=r"/mentor plan: say chapter=Chapter\.… where the flow"):
        flow.command("plan", "échéancier")


def test_two_flows_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two flows are named plan: give the newer one a name"):
        Registry([a_flow("plan"), a_flow("plan")])


def test_a_word_that_is_claimed_twice_is_refused_by_both_names() -> None:
    plan, moves = a_flow("plan", ("plan", "échéancier")), a_flow("moves", ("move", "Echeancier"))

    with pytest.raises(ValueError, match=r"claimed by plan\.plan and by moves\.move: give one"):
        Registry([plan, moves])


def test_two_spellings_that_fold_alike_are_one_command() -> None:
    registry = Registry([a_flow("review", ("review", "réviser", "reviser"))])

    assert set(registry.commands) == {"review", "reviser"}
    assert registry.commands["reviser"].word("fr") == "réviser"


def test_roles_that_are_not_named_are_turned_away() -> None:
    console = a_flow("console", ("admin",), roles=COORDINATORS)

    console.admit(frozenset({Role.MEMBER, Role.COORDINATOR}))
    for roles in (frozenset[Role](), EVERYBODY, frozenset({Role.MENTOR, Role.CONCERN_CONTACT})):
        with pytest.raises(Sorry, match="not-allowed"):
            console.admit(roles)
        assert Registry([console]).allowed(roles) == []


def test_commands_are_told_flow_by_flow_and_in_one_by_rank() -> None:
    flow = a_flow("review", ("review",), ("rules", "regles"))
    flow.command("match", "jumeler", rank=-1)(answered)
    registry = Registry([a_flow("topics", ("topics",)), flow])

    told = [command.name for command in registry.allowed(EVERYBODY)]

    assert told == ["topics", "match", "review", "rules"]


def test_what_leads_to_a_form_is_said_where_it_is_written() -> None:
    flow = Flow("relay", roles=EVERYBODY, chapter=Chapter.PARTICIPANTS)
    flow.command("tell", "dire", form=True)(answered)
    flow.command("hello", "bonjour")(answered)

    @flow.step("preview")
    def preview(turn: Turn) -> Card:
        return note("done")

    preview.on("again", form=True)(answered)
    preview.on("send")(answered)
    registry = Registry([flow])

    def opens(action: str, value: str = "") -> bool:
        return registry.opens_form(Button("?", action, value=value))

    assert opens(COMMAND, "Dire")
    assert opens("relay.preview.again")
    assert not opens(COMMAND, "hello")
    assert not opens(COMMAND, "nowhere")
    assert not opens("relay.preview.send")


def test_without_flows_there_is_nothing_to_say() -> None:
    registry = Registry()

    assert registry.step("checkin.met") is None
    assert not registry.commands
    assert not registry.opens_form(Button("?", "checkin.met.yes"))
