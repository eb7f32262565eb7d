"""Lists everything the bot says by itself, in the order of a programme."""

from bot.conversation.prompt import Prompt
from bot.domain.checkin import FeedbackKind
from bot.flows.checkin import due as weekly
from bot.flows.checkin.between import DATE_WANTED, THANKS
from bot.flows.coordinating.announcement import ANNOUNCEMENT
from bot.flows.coordinating.approval import LEFT
from bot.flows.coordinating.digest import DIGEST, NO_MORE
from bot.flows.coordinating.round_end import CYCLE_OVER
from bot.flows.feedback import ASKED
from bot.flows.feedback.asking import SHARED
from bot.flows.feedback.milestones import CLOSING
from bot.flows.joining.profile import ANSWER_DUE
from bot.flows.leaving import closed, exits, pause, rests
from bot.flows.leaving import due as people
from bot.flows.meeting import due as dates
from bot.flows.meeting import picking, suggesting
from bot.flows.mine.help import WANTED
from bot.flows.pairing import introduction, proposal, relay
from bot.runtime.solving import RUN_DONE

EVERY_PROMPT: tuple[Prompt, ...] = (
    *(people.INVITATION, ANNOUNCEMENT, ANSWER_DUE),
    *(proposal.OFFER, LEFT, proposal.OVER, introduction.BEGINS, introduction.ROOM),
    *(picking.DATES_ASKED, dates.DATES_AGAIN, picking.DATES_SET, dates.DATES_LAPSED),
    *(dates.PREPARATION, suggesting.CALLED_OFF, suggesting.SUGGESTED, suggesting.MOVED),
    dates.MOVE_LAPSED,
    *(weekly.CHECKIN, weekly.STILL_THERE, weekly.QUIET, DATE_WANTED, THANKS, relay.WORDS),
    *(ASKED[FeedbackKind.MID], SHARED, ASKED[FeedbackKind.FINAL], CLOSING),
    *(pause.RESTS, pause.PARTNER_RESTS, people.BREAK_OVER, pause.PARTNER_IS_BACK),
    *(rests.SOON, exits.ENDED, CYCLE_OVER),
    *(DIGEST, NO_MORE, closed.ACCOUNT_CLOSED, WANTED, RUN_DONE),
)
