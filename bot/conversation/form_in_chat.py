"""A form asked in the chat, one typed line at a time, for keyboards and screen readers."""

from collections.abc import Mapping
from typing import cast

from bot.conversation import typed
from bot.conversation.awaiting import conversation_with
from bot.conversation.flow import Invalid, Next, finish
from bot.conversation.turn import Turn
from bot.errors import Sorry
from bot.messages.card import Block, Bullets, Card, Text, note
from bot.messages.form import Choice, DateInput, Form, Input, TextInput
from bot.texts.folding import folded

CANCEL = frozenset({"annuler", "cancel"})
MOST_LISTED = 40
"""Choices read out one by one; a longer list fits neither a card nor anybody's patience."""


class FormInChat:
    """The open form of one person; what was answered so far is their conversation's draft."""

    def __init__(self, turn: Turn, form: Form) -> None:
        if turn.account is None or turn.step is None or turn.step.submit is None:
            raise Sorry("stale")
        self._turn, self._form = turn, form
        self._talk, self._submit = conversation_with(turn.work, turn.account), turn.step.submit

    @property
    def is_begun(self) -> bool:
        """Whether its first question was asked."""
        return self._talk.is_in_form

    def leaves_to_commands(self, text: str) -> bool:
        """Whether a line that is a command is meant as one: what is asked is answered otherwise.

        A question for free text takes any line; cancelling is the way out of it.
        """
        question = typed.unanswered(self._form, self._talk.draft or {})
        if folded(text) in CANCEL or question is None or isinstance(question, TextInput):
            return False
        no_answer = isinstance(typed.read(question, text), typed.Misread)
        return no_answer or isinstance(question, DateInput)

    def take(self, text: str) -> Next:
        """Take one typed line: start asking, note an answer, or send the form in when complete."""
        if folded(text) in CANCEL:
            self._talk.draft = None
            return finish(self._turn.card("typed-cancelled"))
        if self._talk.draft is None:
            self._talk.draft = {}
            return self._ask_next()
        question = typed.unanswered(self._form, self._talk.draft)
        if question is None:
            raise Sorry("stale")
        answer = typed.read(question, text)
        if isinstance(answer, typed.Misread):
            return finish(self._question(question, self._turn.say(answer.key)))
        self._talk.draft = {**self._talk.draft, question.name: list(answer)}
        return self._ask_next()

    def _ask_next(self) -> Next:
        draft = self._talk.draft or {}
        question = typed.unanswered(self._form, draft)
        if question is not None:
            return finish(self._question(question))
        self._turn.values = {
            name: tuple(cast("list[str]", values)) for name, values in draft.items()
        }
        self._talk.draft = None
        next_ = self._sent_in()
        return self._again(draft, next_) if isinstance(next_, Invalid) else next_

    def _sent_in(self) -> Next:
        """Send the form in; where that is refused the form ends, for its answers are all there."""
        sent: list[Next] = []
        error = self._turn.work.attempt(lambda: sent.append(self._submit(self._turn)))
        if isinstance(error, Sorry):
            self._talk.rest()
            return finish(note(self._turn.say(error.key, **error.values)))
        if error is not None:
            raise error
        return sent[0]

    def _again(self, draft: Mapping[str, object], invalid: Invalid) -> Next:
        """Ask anew what was at fault, and only that."""
        self._talk.draft = {k: v for k, v in draft.items() if k not in invalid.faults}
        question = typed.unanswered(self._form, self._talk.draft)
        if question is None:
            self._talk.draft = {}
            question = self._form.inputs[0]
        return finish(self._question(question, *invalid.faults.values()))

    def _question(self, question: Input, *faults: str) -> Card:
        number = 1 + self._form.inputs.index(question)
        blocks: list[Block] = [Text(fault) for fault in faults]
        blocks.append(Text(question.label))
        if question.hint:
            blocks.append(Text(question.hint))
        if isinstance(question, Choice) and len(question.options) > MOST_LISTED:
            count = len(question.options)
            blocks.append(Text(self._turn.say("typed-long-list", count=count)))
        elif isinstance(question, Choice):
            numbered = enumerate(question.options, 1)
            blocks.append(Bullets(tuple(f"{n} – {option.label}" for n, option in numbered)))
        kind = type(question).__name__.lower()
        progress = self._turn.say("typed-progress", number=number, count=len(self._form.inputs))
        hint = self._turn.say("typed-hint", kind=kind, optional=str(not question.required).lower())
        return Card(title=progress, body=tuple(blocks), next=hint)
