"""One pair, two platforms: Nadia is in Teams and reads French, Marc elsewhere and reads English.

Everything goes through each one's own chat; the bot passes on what each chooses, and no more.
"""

from bot.domain.people import Role
from bot.domain.programme import Enrolment, EnrolmentState
from bot.domain.proposal import Proposal
from bot.flows.pairing.proposal import offer_pair
from bot.messages.card import Quote
from bot.messages.plain import plain
from bot.ports import ChatPlatform, Work
from bot.runtime.outbox import Outbox
from tests.adapters.teams.company import Company, said
from tests.adapters.teams.fake.person import Person
from tests.builders import ORGANISATION
from tests.transcripts.proposed import REASONS
from tests.world import a_person


async def paired(acme: Company) -> Person:
    """Pair Nadia, who is in Teams alone, with Marc, who is not in Teams; return her."""
    await acme.opens_cycle()
    nadia = await acme.employs("Nadia", language="fr")
    await nadia.installs()
    await acme.world.add_people([a_person("Marc")])

    def act(work: Work) -> None:
        for who, role in (("nadia", Role.MENTOR), ("marc", Role.MENTEE)):
            work.add(
                Enrolment(
                    organisation_id=ORGANISATION,
                    id=f"enrolment-{who}",
                    cycle_id="cycle",
                    person_id=who,
                    state=EnrolmentState.JOINED,
                    role=role,
                    consents=("matching", "facts"),
                )
            )
        proposal = Proposal(
            organisation_id=ORGANISATION,
            id="proposal",
            cycle_id="cycle",
            mentor_id="nadia",
            mentee_id="marc",
            score=740,
            reasons=REASONS,
        )
        work.add(proposal)
        offer_pair(work, acme.clock.now(), proposal)

    await acme.world.look(act)
    await run_due(acme)
    await nadia.presses("J’accepte")
    await acme.world.presses("marc", "Accept")
    await run_due(acme)
    return nadia


async def run_due(acme: Company) -> None:
    """Do what is due and deliver it on both platforms."""
    platforms: dict[str, ChatPlatform] = {
        "teams": acme.service.platform,
        "playground": acme.world.platform,
    }
    outbox = Outbox(acme.world.store, acme.clock, platforms, owner="both")
    await acme.world.schedule.run()
    while await outbox.run():
        pass
    acme.world.arrived()


async def test_each_is_introduced_in_their_own_chat_and_language(acme: Company) -> None:
    nadia = await paired(acme)

    assert "Marc" in said(nadia)[-1]
    assert "Vous" in said(nadia)[-1]
    assert "Nadia" in plain(acme.world.inbox("marc")[-1])
    assert "You" in plain(acme.world.inbox("marc")[-1])


async def test_a_message_from_teams_arrives_word_for_word(acme: Company) -> None:
    nadia = await paired(acme)
    words = "À jeudi? <b>10 h</b> me va."

    await nadia.types(f"dire {words}")
    assert "mot pour mot" in said(nadia)[-1]
    await nadia.presses("Envoyer")
    await run_due(acme)

    card = acme.world.inbox("marc")[-1]
    assert plain(card).startswith("A message\nNadia asked me to give you this:")
    assert Quote(words, "Nadia") in card.body


async def test_an_answer_to_teams_arrives_word_for_word(acme: Company) -> None:
    nadia = await paired(acme)
    words = "Thursday, [yes](https://x.example) {{DATE(2026-01-01)}}"

    await acme.world.says("marc", f"tell {words}")
    await acme.world.presses("marc", "send")
    await run_due(acme)

    assert said(nadia)[-1].splitlines()[:2] == [
        "Un message",
        "Marc m’a demandé de vous remettre ceci\u00a0:",
    ]
    assert f"| {words}" in said(nadia)[-1]
    await nadia.presses("Répondre")
    assert nadia.dialog is not None


async def test_nothing_else_of_one_is_shown_to_the_other(acme: Company) -> None:
    nadia = await paired(acme)
    before = len(acme.world.inbox("marc"))

    await nadia.types("dire Ceci reste entre nous.")
    await nadia.presses("Ne pas envoyer")
    await run_due(acme)

    assert len(acme.world.inbox("marc")) == before
