"""Opening a programme, inviting, announcing, closing and calling off: what Claire does and sees."""

import pytest

from bot.domain.programme import CycleState, EnrolmentState
from bot.messages.card import Quote
from bot.messages.plain import plain
from tests.transcripts.coordinated import (
    a_company,
    a_programme,
    enrolment,
    settings,
    the_cycle,
    with_volunteers,
)


async def test_a_programme_begins_with_its_form():
    world = await a_company()
    await world.says("claire", "/mentor console")
    assert "There is no programme yet" in world.text("claire")
    await world.presses("claire", "programme")
    await world.submits("claire", **settings())
    assert "round 1 is open" in world.text("claire")
    assert "Friday, October 2" in world.text("claire")
    assert "Monday, September 21 at 9:00" in world.text("claire")
    programme = (await world.look(lambda work: work.programmes.all()))[0]
    assert (programme.weeks, programme.meetings, programme.checkin_weekday) == (12, 6, 3)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "needs a name"),
        ("name", "x" * 81, "81 characters; 80 fit"),
        ("weeks", "twelve", "whole number from 4 to 52"),
        ("weeks", "3", "whole number from 4 to 52"),
        ("weeks", "1_2", "whole number"),
        ("weeks", "\uff11\uff12", "whole number"),
        ("meetings", "13", "Choose 12 or fewer"),
        ("meetings", "-1", "whole number"),
        ("weekday", "6", "choose one"),
        ("hour", "", "choose one"),
        ("answer_by", "tomorrow", "2026-12-31"),
        ("answer_by", "2026-09-14", "not in the future"),
        ("answer_by", "2020-01-01", "not in the future"),
        ("answer_by", "2028-01-01", "more than a year away"),
        ("answer_by", "2026-02-30", "cannot read this date"),
    ],
)
async def test_what_is_wrong_is_said_next_to_its_field(field, value, words):
    world = await a_company()
    await world.says("claire", "programme")
    reply = await world.submits("claire", **settings(**{field: value}))
    assert list(reply.faults) == [field]
    assert words in reply.faults[field]
    assert await world.look(lambda work: work.programmes.all()) == []


async def test_all_faults_are_said_at_once_and_in_french():
    world = await a_company("fr")
    await world.says("claire", "programme")
    reply = await world.submits("claire", name="x" * 200, weeks="0", answer_by="hier")
    assert set(reply.faults) == {"name", "weeks", "meetings", "weekday", "hour", "answer_by"}
    assert "200 caractères" in reply.faults["name"]


async def test_a_second_programme_is_not_made_by_an_old_form():
    world = await a_programme()
    form = world.shown["claire"]
    await world.says("claire", "programme")
    assert "This is how Bridges runs" in world.text("claire")
    assert form is not world.shown["claire"]


async def test_settings_can_be_changed():
    world = await a_programme()
    await world.says("claire", "programme")
    await world.presses("claire", "edit")
    await world.submits("claire", **settings(name="Ponts\n et  passerelles", weeks="10"))
    assert "Ponts et passerelles" in world.text("claire")
    assert "Weeks\u00a0: 10" in world.text("claire")


async def test_only_coordinators_get_in():
    world = await with_volunteers()
    words = (
        "console",
        "programme",
        "invite",
        "announce",
        "volunteers",
        "match",
        "review",
        "digest",
    )
    for word in (*words, "digest", "rules"):
        await world.says("nadia", f"/mentor {word}")
        assert "for programme coordinators" in world.text("nadia"), word


async def test_nobody_presses_a_coordinators_button():
    world = await with_volunteers()
    await world.says("claire", "invite")
    button = world.button("claire", "go")
    await world.press_button("nadia", button)
    assert "for programme coordinators" in world.text("nadia")


async def test_invitations_go_out_after_two_confirmations():
    world = await a_programme()
    await world.says("claire", "invite")
    assert "8 colleagues would be asked" in world.text("claire")
    assert "Reverse mentoring pairs a colleague" in world.text("claire")
    await world.presses("claire", "go")
    assert "it can be taken back" in world.text("claire")
    assert await world.run_due() == []
    await world.presses("claire", "Send it to 8 people")
    assert "8 invitations are on their way" in world.text("claire")
    arrived = await world.run_due()
    assert len(arrived) == 8
    assert (await enrolment(world, "nadia")).state is EnrolmentState.INVITED
    await world.presses("nadia", "yes")
    assert (await enrolment(world, "nadia")).state is EnrolmentState.CHOOSING


async def test_nobody_is_invited_twice():
    world = await a_programme()
    await world.says("claire", "invite")
    await world.presses("claire", "go")
    yes = world.button("claire", "yes")
    await world.press_button("claire", yes)
    await world.press_button("claire", yes)
    assert "nobody is asked twice" in world.text("claire")
    assert len(await world.run_due()) == 8
    await world.says("claire", "inviter")
    assert "Everybody has been asked already" in world.text("claire")


async def test_each_reads_the_invitation_in_their_own_language():
    world = await a_programme("fr")
    await world.says("claire", "inviter")
    assert "Rien n’est encore envoyé" in world.text("claire")
    await world.presses("claire", "Continuer")
    await world.presses("claire", "Envoyer à 8 personnes")
    arrived = await world.run_due()
    assert all("mentorat inversé" in plain(card) for _, card in arrived)


async def test_an_announcement_is_previewed_confirmed_and_sent_once():
    world = await with_volunteers(omar={"state": EnrolmentState.PAUSED})
    await world.says("claire", "announce")
    await world.submits("claire", fr="Bienvenue <!channel>", en="Welcome *all*")
    assert "7 people take part; all who are not on a break" in world.text("claire")
    await world.presses("claire", "go")
    yes = world.button("claire", "yes")
    await world.press_button("claire", yes)
    assert "on its way to the 7 people who take part" in world.text("claire")
    await world.press_button("claire", yes)
    assert "nobody gets it twice" in world.text("claire")
    arrived = dict(await world.run_due())
    assert "omar" not in arrived
    assert Quote("Welcome *all*", "Claire Test") in arrived["nadia"].body


async def test_an_announcement_needs_both_languages_and_a_bound():
    world = await with_volunteers()
    await world.says("claire", "announce")
    reply = await world.submits("claire", fr="", en="x" * 1001)
    assert "both languages" in reply.faults["fr"]
    assert "1,001 characters; 1,000 fit" in reply.faults["en"]


async def test_an_announcement_can_be_dropped_or_written_anew():
    world = await with_volunteers()
    await world.says("claire", "announce")
    await world.submits("claire", fr="Un", en="One")
    await world.presses("claire", "again")
    await world.submits("claire", fr="Deux", en="Two")
    await world.presses("claire", "no")
    assert "nothing was sent" in world.text("claire")
    assert await world.run_due() == []


async def test_calling_a_round_off_tells_those_who_wait_and_takes_offers_back():
    world = await with_volunteers()
    await world.says("claire", "match")
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")
    await world.run_due()
    await world.says("claire", "programme")
    await world.presses("claire", "cancel")
    assert "Call round 1 off?" in world.text("claire")
    await world.presses("claire", "yes")
    assert (await the_cycle(world)).state is CycleState.CANCELLED
    arrived = await world.run_due()
    assert {person for person, _ in arrived} == {
        "nadia", "omar", "lina", "théo", "marc", "sophie", "denis"
    }  # fmt: skip
    assert len({plain(card) for _, card in arrived}) == 1
    assert "has been called off" in plain(arrived[0][1])


async def test_an_invitation_not_yet_sent_is_withdrawn_with_the_round():
    world = await a_programme()
    await world.says("claire", "invite")
    await world.presses("claire", "go")
    await world.presses("claire", "yes")
    await world.says("claire", "programme")
    await world.presses("claire", "cancel")
    await world.presses("claire", "yes")
    assert await world.run_due() == []


async def test_a_new_round_opens_only_after_the_last_is_closed():
    world = await with_volunteers()
    await world.says("claire", "programme")
    await world.presses("claire", "close")
    await world.presses("claire", "no")
    assert "This is how Bridges runs" in world.text("claire")
    await world.presses("claire", "close")
    await world.presses("claire", "yes")
    assert "Whoever was waiting reads it in working hours" in world.text("claire")
    await world.says("claire", "programme")
    await world.presses("claire", "cycle")
    await world.submits("claire", answer_by="2026-11-02")
    assert "round 2 is open" in world.text("claire")
    assert (await the_cycle(world)).number == 2


async def test_the_console_says_what_to_decide_next():
    world = await a_programme()
    await world.says("claire", "admin")
    assert "some colleagues have not been asked yet" in world.text("claire")
    world = await with_volunteers()
    await world.says("claire", "admin")
    assert "You can run the pairing" in world.text("claire")
    await world.says("claire", "match")
    await world.says("claire", "admin")
    assert "2 proposals wait for your review" in world.text("claire")


async def test_volunteers_are_counted_and_named_but_never_said_to_rest():
    world = await with_volunteers(omar={"state": EnrolmentState.PAUSED})
    await world.says("claire", "volontaires")
    assert "Mentors\u00a0: 4 (3 can be paired now)" in world.text("claire")
    assert "wanted: fewer than 5; offered: 0" in world.text("claire")
    await world.presses("claire", "names")
    assert "Omar Test: mentor; can be paired now: no" in world.text("claire")
    assert "pause" not in world.text("claire").casefold()
