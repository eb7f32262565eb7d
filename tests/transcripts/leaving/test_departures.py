"""Transcripts: somebody leaves the organisation or is away, and their partner hears in time."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain import rhythm
from bot.domain.meeting import MeetingState
from bot.domain.pairing import PairingState
from bot.domain.people import Departure, Person, Role
from bot.domain.programme import Enrolment, EnrolmentState
from bot.messages.plain import plain
from bot.ports import Work
from bot.services import directory
from bot.services.directory import Profile, Standing
from bot.services.rounds.request import request_for
from bot.texts import LANGUAGES, say
from tests.builders import ORGANISATION, an_invitation
from tests.transcripts.pair import Pair, a_pair, only_id
from tests.world import TENANT, a_person

ENDED = {language: say(language, "exits-ended.title") for language in LANGUAGES}
LEAVER = {"en": "leaver marc@example.org", "fr": "départ marc@example.org"}
ABSENT = {
    "en": "absent marc@example.org until 2026-10-12",
    "fr": "absence marc@example.org jusqu’au 2026-10-12",
}
RETURNED = {"en": "returned marc@example.org", "fr": "retour marc@example.org"}


async def tells(pair: Pair, standing: Standing, name: str = "marc") -> None:
    """Somebody's platform tells that their account is closed, or open again."""

    def act(work: Work) -> None:
        tenant = directory.tenant_at(work, "playground", TENANT)
        profile = Profile(address=name, standing=standing)
        directory.admit(work, tenant, [profile], now=pair.clock.now())

    await pair.look(act)


async def person(pair: Pair, name: str = "marc") -> Person:
    found = await pair.look(lambda work: work.get(Person, name))
    assert isinstance(found, Person)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
async def test_hr_names_a_leaver_and_the_partner_reads_the_usual_words(language: str) -> None:
    pair = await a_pair(language)
    await pair.says("nadia", "plan")
    await pair.presses("nadia", pair.shown["nadia"].buttons[0].value)  # type: ignore[union-attr]

    await pair.says("claire", LEAVER[language])
    assert "Marc Test, marc@example.org" in pair.text("claire")
    await pair.presses("claire", "yes")
    assert "Marc Test" in pair.text("claire")
    arrived = await pair.pass_time(days=1)

    assert [(name, card.title) for name, card in arrived] == [("nadia", ENDED[language])]
    assert (await pair.pairing()).state is PairingState.ENDED
    meetings = await pair.look(lambda work: work.pairings.meetings(only_id(work)))
    assert {meeting.state for meeting in meetings} <= {MeetingState.CANCELLED}
    assert await pair.pass_time(weeks=12) == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_leaver_is_told_of_within_one_working_day_of_a_full_week(language: str) -> None:
    pair = await a_pair(language)
    monday = f"{pair.clock.now():%G-W%V}"

    def full(work: Work) -> None:
        for account in work.accounts.all("nadia"):
            account.weeks = {monday: rhythm.MESSAGES_PER_WEEK}

    await pair.look(full)
    await pair.says("claire", LEAVER[language])
    await pair.presses("claire", "yes")

    arrived = await pair.pass_time(days=1)
    assert [(name, card.title) for name, card in arrived] == [("nadia", ENDED[language])]
    assert await pair.pass_time(weeks=12) == []


async def test_an_account_that_is_open_again_in_time_ends_nothing() -> None:
    pair = await a_pair()
    await tells(pair, Standing.DEACTIVATED)
    await pair.pass_time(hours=2)

    await tells(pair, Standing.MEMBER)
    await pair.pass_time(days=1)

    assert (await pair.pairing()).state is PairingState.ACTIVE
    assert (await person(pair)).active


async def test_whoever_lost_a_partner_goes_before_all_who_wait() -> None:
    pair = await a_pair()
    await pair.add_people([a_person("Zoe", level=2), a_person("Omar", level=8)])

    def join(work: Work) -> None:
        for name, role, waited in (("zoe", Role.MENTOR, 1), ("omar", Role.MENTEE, 0)):
            values: dict[str, Any] = {"organisation_id": ORGANISATION, "cycle_id": "cycle"}
            work.add(
                Enrolment(
                    **values,
                    id=f"enrolment-{name}",
                    person_id=name,
                    state=EnrolmentState.JOINED,
                    role=role,
                    rounds_waited=waited,
                )
            )

    await pair.look(join)
    await pair.says("claire", "leaver marc@example.org")
    await pair.presses("claire", "yes")
    await pair.pass_time(days=1)

    def waited(work: Work) -> dict[str, int]:
        cycle = work.programmes.current_cycle()
        assert cycle is not None
        request = request_for(work, cycle, pair.clock.now().date())
        return {c.person_id: c.rounds_waited for c in (*request.mentors, *request.mentees)}

    assert await pair.look(waited) == {"nadia": 2, "zoe": 1, "omar": 0}
    # What Nadia can look up is what it is after any end.
    part = await pair.look(lambda work: work.enrolments.part("cycle", "nadia"))
    assert part.rounds_waited == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "one pair lost a member"), ("fr", "une paire a perdu un membre")],
)
async def test_the_digest_counts_the_pairs_that_lost_a_member(language: str, words: str) -> None:
    pair = await a_pair(language)
    monday = pair.clock.now() + timedelta(days=7)

    def plan(work: Work) -> None:
        programme = work.programmes.running()
        assert programme is not None
        programme.digest_due_at = monday

    await pair.look(plan)
    await pair.pass_time(hours=1)
    await pair.says("claire", LEAVER[language])
    await pair.presses("claire", "yes")
    await pair.pass_time(days=8)

    [digest] = [card for card in pair.inbox("claire") if words in plain(card)]
    assert "Marc" not in plain(digest)
    assert "Nadia" not in plain(digest)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_absence_rests_the_pairing_and_ends_by_itself(language: str) -> None:
    pair = await a_pair(language)

    await pair.says("claire", ABSENT[language])
    assert "Marc Test" in pair.text("claire")
    assert (await pair.pairing()).state is PairingState.PAUSED
    [(reader, card)] = await pair.pass_time(weeks=3)
    assert reader == "nadia"
    assert "Marc" in plain(card)
    await tells(pair, Standing.DEACTIVATED)
    await pair.pass_time(days=2)
    assert (await person(pair)).active
    await tells(pair, Standing.MEMBER)

    arrived = await pair.pass_time(weeks=2)

    assert (await pair.pairing()).state is PairingState.ACTIVE
    assert {name for name, _ in arrived} == {"nadia", "marc"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_is_back_sooner_goes_on_sooner(language: str) -> None:
    pair = await a_pair(language)
    await pair.says("claire", ABSENT[language])
    await pair.pass_time(days=2)

    await pair.says("claire", RETURNED[language])
    await pair.pass_time(hours=1)

    assert (await pair.pairing()).state is PairingState.ACTIVE
    assert (await person(pair)).absent_until is None


async def test_an_absence_does_not_shorten_a_break_of_ones_own() -> None:
    pair = await a_pair()
    await pair.says("marc", "pause 8 weeks")
    await pair.says("claire", ABSENT["en"])
    await pair.pass_time(weeks=5)
    assert (await pair.pairing()).state is PairingState.PAUSED

    await pair.says("claire", "absent marc@example.org until 2026-12-21")
    await pair.pass_time(weeks=6)
    assert (await pair.pairing()).state is PairingState.PAUSED


async def test_an_absence_can_be_given_another_day() -> None:
    pair = await a_pair()
    await pair.says("claire", "absent marc@example.org until 2026-12-21")
    await pair.says("claire", ABSENT["en"])

    await pair.pass_time(weeks=5)

    assert (await pair.pairing()).state is PairingState.ACTIVE


async def test_a_leaver_who_is_back_is_known_again_and_the_pairing_stays_ended() -> None:
    pair = await a_pair()
    await pair.says("claire", LEAVER["en"])
    await pair.presses("claire", "yes")
    await pair.pass_time(days=1)
    assert (await person(pair)).departure is Departure.HR

    await pair.says("claire", RETURNED["en"])

    assert (await person(pair)).active
    assert (await pair.pairing()).state is PairingState.ENDED
    await pair.says("marc", "status")
    assert "stranger" not in pair.text("marc")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("leaver", "Write the e-mail address after the word"),
        ("leaver zoe@example.org", "I know nobody with the address zoe@example.org"),
        ("leaver claire@example.org", "the only coordinator"),
        ("absent marc@example.org", "until when?"),
        ("absent marc@example.org until 2026-09-01", "That day is not in the future"),
        ("absent marc@example.org until Christmas", "I could not read that as a day"),
        ("absent marc@example.org until 2028-01-01", "twelve months at most"),
        ("absent zoe@example.org until 2026-12-20", "I know nobody"),
        ("returned marc@example.org", "neither away nor gone"),
        ("départ", "De qui s’agit-il?"),
        ("départ zoe@example.org", "Je ne connais personne à l’adresse zoe@example.org"),
        ("départ claire@example.org", "Personne d’autre ne coordonne"),
        ("absence marc@example.org", "jusqu’à quand?"),
        ("absence marc@example.org jusqu’au 2026-09-01", "Il faut un jour à venir"),
        ("absence marc@example.org jusqu’au Noël", "Je n’ai pas pu lire ce jour"),
        ("absence marc@example.org au 2028-01-01", "au plus douze mois"),
        ("retour marc@example.org", "n’est pas en absence"),
    ],
)
async def test_what_cannot_be_is_said_and_nothing_is_half_done(line: str, words: str) -> None:
    french = line.split(maxsplit=1)[0] in {"départ", "absence", "retour"}
    pair = await a_pair("fr" if french else "en")

    await pair.says("claire", line)

    assert words in pair.text("claire")
    assert (await pair.pairing()).state is PairingState.ACTIVE
    assert (await person(pair)).absent_until is None
    assert await pair.pass_time(hours=1) == []


async def test_whoever_has_left_is_neither_a_leaver_twice_nor_away() -> None:
    pair = await a_pair()
    await pair.says("claire", LEAVER["en"])
    await pair.presses("claire", "no")
    assert (await person(pair)).active
    await pair.says("claire", LEAVER["en"])
    button = pair.button("claire", "yes")
    await pair.press_button("claire", button)

    await pair.press_button("claire", button)
    assert "has left already" in pair.text("claire")
    await pair.says("claire", ABSENT["en"])
    assert "has left already" in pair.text("claire")


async def test_only_coordinators_name_leavers_and_absences() -> None:
    pair = await a_pair()
    for line in (LEAVER["en"], ABSENT["en"], RETURNED["en"]):
        await pair.says("nadia", line.replace("marc", "claire"))
        assert "coordinator" in pair.text("nadia")


async def test_whoever_is_away_is_invited_when_they_are_back() -> None:
    pair = await a_pair()
    await pair.add_people([a_person("Zoe", level=2)])
    await pair.says("claire", "absent zoe@example.org until 2026-09-28")

    await pair.look(lambda work: work.invitations.send(an_invitation(), pair.clock.now()))
    early = await pair.pass_time(days=10)
    late = await pair.pass_time(days=5)

    assert "zoe" not in {name for name, _ in early}
    assert "zoe" in {name for name, _ in late}
