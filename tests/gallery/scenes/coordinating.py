"""What a coordinator cannot do, or does twice; and where things stand at odd moments."""

from datetime import timedelta

from bot.domain.programme import Enrolment, EnrolmentState, Programme
from bot.domain.proposal import Proposal, ProposalState
from bot.flows.coordinating.beforehand import BY_PROMPT
from bot.ports import Work
from tests.gallery.scene import Chapter
from tests.gallery.stage import Stage
from tests.gallery.worlds.full import NOW
from tests.product import REGISTRY

chapter = Chapter("coordinating")


@chapter.scene("empty")
async def a_programme_with_faults(stage: Stage) -> None:
    await stage.says("claire", "programme")
    form = stage.shown["claire"]
    far = (NOW + timedelta(days=400)).date().isoformat()
    await stage.sends("claire", {"name": "x" * 200, "answer_by": far})
    await stage.sends("claire", {"weeks": "4", "meetings": "26", "answer_by": "2026-10-05"})
    await stage.sends("claire", {})
    stage.shown["claire"] = form
    await stage.sends("claire", {})


@chapter.scene()
async def opening_a_round_while_one_is_open(stage: Stage) -> None:
    await stage.taps("claire", "programme.home.cycle", "programme")


@chapter.scene("between")
async def inviting_between_two_rounds(stage: Stage) -> None:
    await stage.says("claire", "invite")


@chapter.scene()
async def inviting_everybody_twice(stage: Stage) -> None:
    await stage.says("claire", "invite")
    for _ in range(2):
        await stage.taps("claire", "invitations.sure.yes", "invitation")
    await stage.says("claire", "invite")


@chapter.scene()
async def a_round_that_is_cancelled(stage: Stage) -> None:
    await stage.taps("claire", "programme.cancelling.yes", "cycle")
    await stage.says("claire", "programme")
    await stage.run_due()


@chapter.scene()
async def a_round_that_is_closed(stage: Stage) -> None:
    await stage.taps("claire", "programme.closing.yes", "cycle")
    await stage.run_due()


@chapter.scene()
async def messages_with_words_of_people_read_beforehand(stage: Stage) -> None:
    shown = [name for name in REGISTRY.prompts for _ in BY_PROMPT[name]]
    for name in ("announcement", "pairing-begins", "thanks", "words-of-partner", "half-way-shared"):
        place = str(shown.index(name))
        await stage.taps("claire", "messages.message.following", value=place)
    await stage.taps("claire", "messages.message.following", value=str(shown.index("proposal") + 1))


@chapter.scene()
async def an_announcement_sent_twice(stage: Stage) -> None:
    await stage.says("claire", "announce")
    await stage.sends("claire", {"fr": "x" * 1001})
    for _ in range(2):
        await stage.taps("claire", "announcement.sure.yes", "announcement")
    await stage.run_due()


@chapter.scene()
async def a_topic_that_exists(stage: Stage) -> None:
    await stage.taps("claire", "topics.home.add")
    await stage.sends("claire", {"fr": "Tableaux de bord", "en": "Dashboards"})


@chapter.scene("fresh")
async def before_the_first_digest(stage: Stage) -> None:
    await stage.change(Programme, "programme", digest_due_at=NOW + timedelta(days=7))
    await stage.says("claire", "digest")


@chapter.scene("fresh")
async def the_last_digest(stage: Stage) -> None:
    stage.clock.move_to(NOW + timedelta(weeks=20))
    await stage.change(Programme, "programme", digest_due_at=stage.clock.now())
    await stage.run_due()


@chapter.scene("busy")
async def approving_and_telling_who_is_left(stage: Stage) -> None:
    await stage.taps("claire", "approval.sure.yes", "cycle")
    await stage.taps("claire", "approval.sure.yes", "cycle")
    await stage.run_due()


@chapter.scene()
async def what_to_decide_next(stage: Stage) -> None:
    await stage.taps("claire", "approval.sure.cancel", "cycle")
    await stage.says("claire", "admin")
    await everybody_is_invited(stage)

    def nobody_is_free(work: Work) -> None:
        for enrolment in work.enrolments.active("cycle", EnrolmentState.JOINED):
            enrolment.capacity = 0

    await stage.look(nobody_is_free)
    await stage.says("claire", "admin")
    await stage.change(Proposal, "offered", state=ProposalState.WITHDRAWN)
    await stage.says("claire", "admin")


@chapter.scene("alone")
async def one_volunteer_and_nobody_else(stage: Stage) -> None:
    await everybody_is_invited(stage)
    await stage.says("claire", "admin")
    await stage.says("claire", "match")
    await stage.change(Enrolment, "enrolment-rita", role="mentee")
    await stage.says("claire", "match")


async def everybody_is_invited(stage: Stage) -> None:
    """Claire invites all who are left, whatever she had chosen."""
    await stage.says("claire", "invite")

    def draft(work: Work) -> str:
        found = work.invitations.draft("cycle", "claire")
        assert found is not None
        return found.id

    await stage.taps("claire", "invitations.sure.yes", await stage.look(draft))
