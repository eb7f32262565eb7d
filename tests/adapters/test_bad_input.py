"""Bad input: a sentence that says what to do, and nothing half-stored."""

import asyncio
from functools import cache

import pytest

from bot.conversation.events import Reply, Submitted
from bot.messages.form import Form
from bot.messages.plain import plain
from tests import product
from tests.builders import ORGANISATION
from tests.gallery.filling import well
from tests.gallery.tour import Stop, tour
from tests.gallery.worlds import apart, opened, worlds
from tests.world import TENANT, World, driver

LONG = "word " * 2000
HOSTILE = (
    *("", "   ", LONG, "x" * 5001, "2026-02-30", "2020-01-01", "9999-12-31", "31/12/2026"),
    *("-1", "1e9", "0", "٣", "9" * 400, "nope", "' OR 1=1 --", "=cmd()", "<!channel> <@U1>"),
    *("🙂" * 50, "\u202egnp.exe", "a\n\nb", "{ $name }", "%s %d {0}", "__import__('os')"),
)
"""What no field should trip over, whatever it asks for."""
FORMS = [step.full_name for step in product.steps() if step.submit]


def stops(step: str) -> list[tuple[Stop, Form]]:
    """Return every form of a step that is on show."""
    found = [(stop, stop.shown) for stop in tour("en").stops if stop.step == step]
    return [(stop, shown) for stop, shown in found if isinstance(shown, Form)]


async def submit(stop: Stop, form: Form, **changes: str) -> tuple[Reply, bool]:
    """Send a form in, well but for some fields; tell whether a refused one changed anything."""
    world = opened(stop.world)
    event = Submitted(
        organisation_id=ORGANISATION,
        key="bad",
        platform="playground",
        tenant=TENANT,
        address=stop.person,
        action=form.action,
        subject=form.subject,
        values={**well(form), **{name: (value,) for name, value in changes.items()}},
    )
    reply = await world.engine.turn(event)
    changed = bool(reply.faults) and await stored(world) != untouched(stop.world)
    world.store.close()
    return reply, changed


@cache
def untouched(copy: bytes) -> list[str]:
    """Return every row of a world in which nothing was done yet."""
    return apart(stored(opened(copy)))


async def stored(world: World) -> list[str]:
    """Return every row but those that only say where a conversation stands."""

    def dump(work: object) -> list[str]:
        lines = driver(work.unit.connection).iterdump()  # type: ignore[attr-defined]
        passing = ('INSERT INTO "turns"', 'INSERT INTO "accounts"')
        return [line for line in lines if not line.startswith(passing)]

    found: list[str] = await world.look(dump)
    return found


@pytest.mark.parametrize("step", FORMS)
def test_a_form_filled_in_well_is_taken(step: str) -> None:
    for stop, form in stops(step):
        reply, _ = asyncio.run(submit(stop, form))

        assert not reply.faults, stop.name


@pytest.mark.parametrize("step", FORMS)
def test_hostile_words_are_taken_as_words_or_refused_with_a_sentence(step: str) -> None:
    async def try_all() -> None:
        # Neighbours share the values between them: each field gets another fourth.
        fields = [(stop, form, each.name) for stop, form in stops(step) for each in form.inputs]
        for number, (stop, form, field) in enumerate(fields):
            for value in HOSTILE[number % 4 :: 4]:
                reply, changed = await submit(stop, form, **{field: value})
                told = " ".join([*reply.faults.values(), *map(plain, reply.cards)])
                assert told or reply.form, (field, value)
                assert not (reply.faults and changed), (field, value)
                assert all(len(sentence) > 10 for sentence in reply.faults.values())

    asyncio.run(try_all())


def test_there_are_forms_enough() -> None:
    assert len(FORMS) > 12
    assert all(stops(step) for step in FORMS)


@pytest.mark.parametrize(
    ("name", "field", "value", "words"),
    [
        ("settings.which_day", "until", "2026-10-04", "2026-10-19"),
        ("settings.which_day", "until", "2026-10-05", "2026-10-19"),
        ("settings.which_day", "until", "next week", "2026-10-19"),
        ("settings.which_day", "until", "2028-01-01", "twelve months"),
        ("checkin.note", "note", "x" * 1001, "1,000"),
        ("checkin.thanks", "thanks", "x" * 501, "500"),
        ("checkin.thanks", "thanks", "  ", "I need"),
        ("feedback.mid", "change", "x" * 501, "500"),
        ("feedback.mid", "voice", "6", "choice"),
        ("profile.mentee", "goal", "", "One sentence"),
        ("profile.mentee", "goal", "x" * 301, "300"),
        ("profile.mentor", "avoid", "Nobody Atall", "Nobody Atall"),
        ("profile.mentor", "avoid", "Test", "Test"),
        ("announcement.write", "fr", "x" * 1001, "1,000"),
        ("announcement.write", "en", "", "both languages"),
        ("programme.create", "answer_by", "2026-10-05", "October 5"),
        ("programme.create", "answer_by", "soon", "2026"),
        ("programme.create", "weeks", "0", "4"),
        ("programme.create", "weeks", "²", "52"),
        ("programme.create", "meetings", "27", "26"),
        ("programme.create", "name", "", "name"),
        ("programme.edit", "hour", "3", "choose"),
        ("welcome.consent", "facts", "", "taking part"),
    ],
)
def test_a_fault_is_said_next_to_its_field(name: str, field: str, value: str, words: str) -> None:
    [(stop, form), *_] = stops(name)

    reply, changed = asyncio.run(submit(stop, form, **{field: value}))

    assert set(reply.faults) == {field}
    assert words in reply.faults[field], reply.faults[field]
    assert not changed


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("pause 2026-10-04", "2026-10-19"),
        ("pause yesterday", "2026-10-19"),
        ("pause 2026-13-45", "2026-10-19"),
        ("pause 0 weeks", "2026-10-19"),
        ("pause 99999999999999999999 weeks", "2026-10-19"),
        ("pause 99 weeks", "twelve months"),
        ("lang klingon", "klingon"),
        ("lang " + "x" * 500, "x" * 40),
        ("status " + LONG[:2900], "Where you stand"),
        ("x" * 3001, "3,001 characters"),
        (LONG, "shorter"),
    ],
)
def test_a_bad_line_is_answered_and_nothing_is_stored(line: str, words: str) -> None:
    async def say() -> tuple[str, bool]:
        world = opened(worlds("en")["full"])
        reply = await world.says("nadia", line)
        changed = await stored(world) != untouched(worlds("en")["full"])
        world.store.close()
        return "\n".join(map(plain, reply.cards)), changed

    told, changed = asyncio.run(say())

    assert words in told
    assert not changed
    assert len(told) < 1000
