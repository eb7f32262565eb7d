"""Nothing private reaches a coordinator: a mark in every private field, then every screen."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.conversation.flow import COORDINATORS
from bot.domain.checkin import AskState, CheckIn, Feedback, FeedbackKind, Met, Progress
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import HelpLabel, Pairing, Seat
from bot.domain.people import Role
from bot.domain.programme import EnrolmentState
from bot.messages.card import COMMAND, Button, Card
from bot.messages.form import Form
from bot.messages.plain import plain
from bot.ports import Work
from bot.runtime.registry import every_flow
from tests.builders import ORGANISATION
from tests.transcripts.coordinated import MENTEES, MENTORS, TOPICS, the_cycle, with_volunteers
from tests.world import World

ORG: dict[str, Any] = {"organisation_id": ORGANISATION}
MARK = "canary"
CHANGES = frozenset({"yes", "go", "cancel", "close", "drop", "forbid", "take", "choose", "lock"})
"""Taps that change something: pressed last, so that the walk sees everything first."""


async def a_private_world(language: str) -> World:
    """Open a world in which everybody wrote something private everywhere they can."""
    private: dict[str, Any] = {}
    for name in (*MENTORS, *MENTEES):
        person = name.lower()
        private[person] = {
            "goal": f"{MARK}-goal-{person}",
            "obstacle": f"{MARK}-obstacle",
            "wishes": (f"{MARK}-wish-{person}",),
            "topics": dict.fromkeys(TOPICS[person], 3),
            "excluded_departments": (f"{MARK}-department-{person}",),
            "consents": ("matching", "facts", "statistics"),
            "unmatched_reason": f"{MARK}-reason",
        }
    private["nadia"]["excluded_people"] = ("denis",)
    private["théo"] |= {"state": EnrolmentState.PAUSED, "paused_until": date(2031, 3, 7)}
    world = await with_volunteers(language, **private)
    cycle = await the_cycle(world)
    await world.look(lambda work: _pair(work, world, cycle.id))
    return world


def _pair(work: Work, world: World, cycle_id: str) -> None:
    """Let Omar and Denis be a pair who answered everything, and wrote what is private."""
    now = world.clock.now()
    pair = Pairing(
        **ORG,
        id="pair",
        cycle_id=cycle_id,
        proposal_id=f"{MARK}-proposal",
        mentor_id="omar",
        mentee_id="denis",
        started_on=date(2026, 8, 3),
        ends_on=date(2026, 10, 26),
        help_label=HelpLabel.NO_MEETING,
    )
    work.add(pair)
    starts_at = now - timedelta(days=1)
    meeting = Meeting(**ORG, id="meeting", pairing_id="pair", number=1, starts_at=starts_at)
    meeting.state = MeetingState.CANCELLED
    work.add(meeting)
    for person, role in (("omar", Role.MENTOR), ("denis", Role.MENTEE)):
        mine: dict[str, Any] = {**ORG, "pairing_id": "pair", "person_id": person, "role": role}
        answered: dict[str, Any] = {"asked_at": now, "answered_at": now, "state": AskState.ANSWERED}
        notes: dict[str, object] = {
            name: f"{MARK}-{name}-{person}" for name in ("change", "changed", "thanks", "partner")
        }
        work.add(
            Seat(**mine, silent_weeks=2, low_ratings=2),
            CheckIn(
                **mine,
                **answered,
                id=f"checkin-{person}",
                week="2026-W37",
                met=Met.STUCK,
                rating=1,
                progress=Progress.HAND,
                stuck_on=f"{MARK}-stuck",
                note=f"{MARK}-note-{person}",
                thanks=f"{MARK}-thanks-{person}",
            ),
        )
        for kind in FeedbackKind:
            answers = {**notes, "voice": 1, "publish": False, "share": True}
            work.add(
                Feedback(**mine, **answered, id=f"{kind}-{person}", kind=kind, answers=answers)
            )


async def screens(world: World) -> list[str]:
    """Walk from every command of a coordinator through every button; return all that was shown."""
    seen: list[str] = []
    pressed: set[tuple[str, str, str]] = set()
    flows = {name: flow for name, flow in every_flow().flows.items() if flow.roles == COORDINATORS}
    words = [command.name for flow in flows.values() for command in flow.commands]
    assert len(words) >= 9
    for changing in (False, True):
        ahead = [Button(word, COMMAND, value=word) for word in words]
        while ahead:
            button = ahead.pop(0)
            await world.press_button("claire", button)
            shown = world.shown["claire"]
            seen.append(_text(shown))
            for found in shown.buttons if isinstance(shown, Card) else ():
                name = (found.action, found.subject, found.value)
                flow = found.action.partition(".")[0]
                changes = found.action.rsplit(".", 1)[-1] in CHANGES
                if flow in flows and name not in pressed and (changing or not changes):
                    pressed.add(name)
                    ahead.append(replace(found))
    assert len(pressed) >= 20
    return seen


def _text(shown: Card | Form) -> str:
    return plain(shown) if isinstance(shown, Card) else repr(shown)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_no_screen_and_no_digest_of_a_coordinator_shows_anything_private(language):
    world = await a_private_world(language)
    await world.says("claire", "match")
    arrived = await world.pass_time(days=8)
    digests = [plain(card) for person, card in arrived if person == "claire"]
    assert any("Omar Test" in text and "49" in text for text in digests)
    texts = [*digests, *await screens(world)]
    texts += [plain(card) for person, card in await world.pass_time(days=8) if person == "claire"]
    assert len(texts) > 40
    for text in texts:
        assert MARK not in text
        assert "2031" not in text


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_private_exclusion_reads_like_any_other_obstacle(language):
    obstacles: list[dict[str, Any]] = [
        {"nadia": {"excluded_people": ("marc",)}},
        {"nadia": {"excluded_departments": ("Sales",)}},
        {"nadia": {"slots": ("0-am",)}, "marc": {"slots": ("4-pm",)}},
    ]
    seen = set()
    for obstacle in obstacles:
        without = ("omar", "lina", "théo", "sophie", "denis")
        world = await with_volunteers(language, without=without, **obstacle)
        await world.says("claire", "match")
        seen.add(world.text("claire"))
        assert "exclu" not in world.text("claire").casefold()
    assert len(seen) == 1


async def test_stored_figures_hold_no_private_word():
    world = await a_private_world("en")
    await world.pass_time(days=8)
    digests = await world.look(lambda work: work.figures.all(work.programmes.all()[0].id))
    assert digests
    for digest in digests:
        assert MARK not in repr(digest.figures)
        assert "Test" not in repr(digest.figures)
