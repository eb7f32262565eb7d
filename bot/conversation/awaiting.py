"""What a conversation awaits, kept from one turn to the next in the row of what it is about.

Whoever asks where something stands whose row is gone hears that nothing is awaited, and what is
noted there goes nowhere: erasing happens in the middle of a turn, which has a last card to show.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.checkin import CheckIn
from bot.domain.delivery import Awaited
from bot.domain.people import Account
from bot.ports.store import Work

FIRST_QUESTION = "met"
"""The stored name of the question that a check-in begins with, if nothing else is said."""


@dataclass(eq=False, kw_only=True)
class Conversation:
    """Where the conversation with one account stands; ``id`` is the account's.

    ``flow``, ``step`` and ``subject`` name the last card that awaits an answer, so that a typed
    answer finds it; ``draft`` holds a form answered one typed line at a time (None: no such form).
    """

    organisation_id: str
    id: str
    flow: str = ""
    step: str = ""
    subject: str = ""
    draft: Mapping[str, object] | None = None

    @property
    def stands_at(self) -> Awaited:
        """The card that awaits an answer."""
        return Awaited(self.flow, self.step, self.subject)

    @property
    def is_in_form(self) -> bool:
        """Whether a form is being answered, one typed line at a time."""
        return self.draft is not None

    def awaits(self, action: str, subject: str) -> bool:
        """Whether what was sent in, in a window or in the chat, is the form that is awaited."""
        return (f"{self.flow}.{self.step}", self.subject) == (action, subject)

    def await_answer(self, flow: str, step: str, subject: str) -> None:
        """Remember the card that was shown last; a half-typed form is abandoned."""
        self.flow, self.step, self.subject, self.draft = flow, step, subject, None

    def rest(self) -> None:
        """Await nothing: the next typed line is a command or small talk."""
        self.await_answer("", "", "")


@dataclass(eq=False, kw_only=True)
class Questionnaire:
    """Where the questions of one check-in stand; ``id`` is the check-in's.

    ``step`` is the stored name of the question that awaits an answer; ``taps`` counts the answers,
    a word after silent weeks among them.
    """

    organisation_id: str
    id: str
    step: str = FIRST_QUESTION
    taps: int = 0

    def stand_at(self, step: str) -> None:
        """Await this question, or nothing any more, though nobody pressed anything."""
        self.step = step

    def go_on(self, step: str) -> None:
        """One more question is answered; this one comes next."""
        self.step, self.taps = step, self.taps + 1


def conversation_with(work: Work, account: Account) -> Conversation:
    """Return where the conversation with an account stands."""
    found = work.get(Conversation, account.id)
    return found or Conversation(organisation_id=account.organisation_id, id=account.id)


def questions_of(work: Work, checkin: CheckIn) -> Questionnaire:
    """Return where the questions of a check-in stand."""
    found = work.get(Questionnaire, checkin.id)
    return found or Questionnaire(organisation_id=checkin.organisation_id, id=checkin.id)
