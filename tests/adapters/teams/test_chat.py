"""People in Teams talk to the bot: what they type, press and fill in, and what they read."""

from datetime import timedelta

import pytest

from adapters.teams.addresses import route
from bot.domain.delivery import Kind
from bot.domain.people import Person
from bot.domain.programme import Enrolment
from bot.messages.card import note
from bot.ports import Work
from bot.services.courier import Courier
from tests.adapters.teams.company import NOW, Company, company, said
from tests.adapters.teams.fake import fates
from tests.adapters.teams.fake.server import OTHER_TENANT

ROLE = "I show: mentor"


async def enrolment(acme: Company, person: str) -> Enrolment:
    found = await acme.world.look(lambda work: work.enrolments.latest(person))
    assert isinstance(found, Enrolment)
    return found


async def test_whoever_installs_the_app_is_greeted_and_known_by_their_e_mail(acme: Company) -> None:
    ana = await acme.employs("Ana")

    await ana.installs()

    [greeting] = said(ana)
    assert greeting.startswith("Welcome\nNobody coordinates")
    account = await acme.account(ana)
    assert account.person_id == "ana"
    assert route(account.route).conversation == ana.chat.id


async def test_a_coordinator_who_installs_the_app_is_told_what_comes_first(acme: Company) -> None:
    ana = await acme.employs("Ana", is_coordinator=True, language="fr")

    await ana.installs()

    [greeting] = said(ana)
    assert "il commence en trois temps" in greeting


async def test_whoever_wrote_first_is_known_as_well(acme: Company) -> None:
    ana = await acme.employs("Ana", language="fr")
    ana.chat.installed = True

    await ana.types("aide")

    assert said(ana)[0].splitlines()[1].startswith("J’anime le programme")


@pytest.mark.parametrize(
    "line",
    [
        "help",
        "/help",
        "mentor help",
        "/mentor help",
        "@Mentor help",
        "@Passerelle help",
        "<at>Passerelle</at> help",
        "<at>Passerelle</at>&nbsp;/mentor help",
        "aide",
        "/mentor aide",
        " HELP ",
    ],
)
async def test_a_command_is_understood_however_it_is_typed(acme: Company, line: str) -> None:
    ana = await acme.employs("Ana")
    ana.chat.installed = True

    await ana.types(line)

    assert said(ana)[-1].startswith("What I can do")


async def test_an_answer_takes_the_place_of_the_card_that_asked(acme: Company) -> None:
    await acme.opens_cycle()
    ana = await acme.employs("Ana")
    await ana.installs()
    await ana.types("join")
    cards = len(said(ana))

    await ana.presses("Not for me")

    assert len(said(ana)) == cards
    assert "Not for me" not in said(ana)[-1]


async def test_a_form_opens_in_a_dialog_and_faults_keep_what_was_typed(acme: Company) -> None:
    await acme.opens_cycle()
    ana = await acme.employs("Ana")
    await ana.installs()
    await ana.types("join")
    await ana.presses("I’m in")
    await ana.presses(ROLE)
    assert ana.dialog is not None
    agree = {"matching": "yes", "facts": "no"}

    await ana.submits(agree)

    assert ana.dialog is not None
    inputs = {each["id"]: each for each in ana.dialog["body"] if "id" in each}
    assert inputs["matching"]["value"] == "yes"
    assert any(
        run.get("color") == "Attention"
        for each in ana.dialog["body"]
        for run in each.get("inlines", ())
    )
    await ana.submits({"facts": "yes"})
    assert ana.dialog is not None
    assert "topics-mentor" in {each.get("id") for each in ana.dialog["body"]}


async def test_topics_are_found_by_typing(acme: Company) -> None:
    await acme.opens_cycle()
    ana = await acme.employs("Ana")
    await ana.installs()
    await ana.types("join")
    await ana.presses("I’m in")
    await ana.presses(ROLE)
    await ana.submits({"matching": "yes", "facts": "yes"})

    found = await ana.searches("topics-mentor", "cyber")

    assert found[0] == ("Everyday cybersecurity", "cyber-hygiene")
    assert "Families online" in dict(found)  # by another of its names, about cyberbullying
    assert len(await ana.searches("topics-mentor", "")) == 15
    assert await ana.searches("topics-mentor", "zzzzqqq") == []


async def test_a_whole_enrolment_comes_through_dialogs(acme: Company) -> None:
    await acme.opens_cycle()
    ana = await acme.employs("Ana")
    await ana.installs()
    await ana.types("join")
    await ana.presses("I’m in")
    await ana.presses(ROLE)
    await ana.submits({"matching": "yes", "facts": "yes"})
    await ana.submits({"topics-mentor": ["ai-assistants"], "slots": ["0-am"], "capacity": "1"})
    await ana.submits({"ai-assistants": "3"})

    assert ana.dialog is None
    assert ROLE not in str(ana.screen)  # the answer stands in the place of the question
    found = await enrolment(acme, "ana")
    assert list(found.topics) == ["ai-assistants"]
    assert found.consents == ("matching", "facts")


async def test_when_the_question_is_gone_the_answer_comes_below(acme: Company) -> None:
    await acme.opens_cycle()
    ana = await acme.employs("Ana")
    await ana.installs()
    await ana.types("join")
    await ana.presses("I’m in")
    await ana.presses(ROLE)
    await ana.submits({"matching": "yes", "facts": "yes"})
    await ana.submits({"topics-mentor": ["ai-assistants"], "slots": ["0-am"], "capacity": "1"})
    cards = len(said(ana))
    acme.teams.connector.fates = [fates.NO_CONVERSATION]

    await ana.submits({"ai-assistants": "3"})

    assert len(said(ana)) == cards + 1


async def test_the_playground_shows_forms_in_the_chat() -> None:
    async with company(development=True, tenants=frozenset()) as acme:
        await acme.opens_cycle()
        ana = await acme.employs("Ana")
        await ana.installs()
        await ana.types("join")
        await ana.presses("I’m in")
        await ana.presses(ROLE)
        assert ana.dialog is None
        await ana.presses("Continue", {"matching": "yes", "facts": "yes"})

        assert "topics-mentor" in str(ana.card)
        assert "msteams" not in str(ana.card)
        assert acme.teams.faults == []


async def test_an_old_client_is_answered_below(acme: Company) -> None:
    await acme.opens_cycle()
    ana = await acme.employs("Ana")
    ana.old_client = True
    await ana.installs()
    await ana.types("join")
    cards = len(said(ana))

    await ana.presses("Not for me")

    assert len(said(ana)) == cards + 1


async def test_the_same_activity_told_five_times_at_once_is_taken_once(acme: Company) -> None:
    ana = await acme.employs("Ana")
    await ana.installs()
    acme.teams.wire.copies = 5

    await ana.types("help")

    assert len(said(ana)) == 2


async def test_a_late_copy_is_told_that_it_was_taken(acme: Company) -> None:
    ana = await acme.employs("Ana")
    await ana.installs()
    await ana.types("help")
    acme.clock.move_to(NOW + timedelta(minutes=5))

    await acme.teams.wire.tell_once(acme.teams.wire.last)

    assert said(ana)[-1] == "I have that already; nothing was done twice."


async def test_a_second_press_of_a_card_changes_nothing(acme: Company) -> None:
    await acme.opens_cycle()
    ana = await acme.employs("Ana")
    await ana.installs()
    await ana.types("join")
    message = ana.screen[-1]
    await ana.presses("Not for me", on=message)
    acme.clock.move_to(NOW + timedelta(minutes=5))

    await ana.presses("Not for me", on=message)

    assert ana.notices == ["I have that already; nothing was done twice."]


async def test_whoever_removes_the_app_is_not_written_to_until_they_are_back(
    acme: Company,
) -> None:
    ana = await acme.employs("Ana")
    await ana.installs()

    await ana.uninstalls()
    assert not (await acme.account(ana)).reachable

    await ana.installs()
    assert (await acme.account(ana)).reachable


async def test_whoever_blocked_the_bot_is_found_out_by_the_first_message(acme: Company) -> None:
    ana = await acme.employs("Ana")
    await ana.installs()
    ana.blocks()
    await _sends(acme, "k1")

    await acme.run_due()

    assert not (await acme.account(ana)).reachable
    ana.unblocks()
    await ana.types("status")
    assert (await acme.account(ana)).reachable


async def test_a_message_of_the_bot_arrives_in_the_stored_chat(acme: Company) -> None:
    ana = await acme.employs("Ana")
    await ana.installs()
    await _sends(acme, "k1")

    await acme.run_due()

    assert said(ana)[-1] == "Hello k1"


async def test_a_guest_is_not_admitted(acme: Company) -> None:
    gus = acme.teams.person("Gus Guest", role="guest")
    gus.chat.installed = True

    await gus.types("join")

    assert "I do not know you yet" in said(gus)[-1]


async def test_whoever_hr_never_heard_of_is_admitted_without_a_level(acme: Company) -> None:
    zoe = acme.teams.person("Zoé Neuve", email="zoe@example.org", locale="fr-CA")
    await zoe.installs()

    [person] = await acme.world.look(lambda work: work.people.named("Zoé", 2))

    assert (person.language, person.level, person.zone) == ("fr", 0, "America/Toronto")


async def test_while_the_roster_is_down_nobody_new_is_admitted(acme: Company) -> None:
    ana = await acme.employs("Ana")
    ana.chat.installed = True
    acme.teams.connector.fates = [fates.UNAVAILABLE]

    await ana.types("help")
    assert "I do not know you yet" in said(ana)[-1]

    await ana.types("help")
    assert said(ana)[-1].startswith("What I can do")


async def test_a_group_is_pointed_to_the_personal_chat(acme: Company) -> None:
    ana = await acme.employs("Ana")
    await ana.installs()
    conversation = {"conversationType": "groupChat", "id": ana.chat.id}

    await ana.types("status", conversation=conversation)

    assert said(ana)[-1].startswith("Everything about the mentoring programme is between you")


async def test_another_tenant_is_refused_and_leaves_nothing(acme: Company) -> None:
    mallory = acme.teams.person("Mallory", tenant=OTHER_TENANT)
    mallory.chat.installed = True

    heard = await mallory.types("join")

    assert (heard.status, heard.body) == (403, "")
    tenants = await acme.world.look(lambda work: work.tenants.all())
    assert [each.platform for each in tenants] == ["playground"]


async def _sends(acme: Company, key: str) -> None:
    def act(work: Work) -> None:
        ana = work.get(Person, "ana")
        assert ana is not None
        card = note(f"Hello {key}")
        Courier(work, acme.clock.now()).send(ana, card, kind=Kind.NOTICE, key=key)

    await acme.world.look(act)
