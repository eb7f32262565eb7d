"""One turn: take an event once, find its step, let it answer, keep everything in one transaction.

A turn is one transaction: the event's key, the change and the deliveries it causes are committed
together, and nothing is answered before. A turn that cannot be done raises Sorry, which rolls all
of it back, so that bad input loses nothing and changes nothing; so does one that would move
something where it cannot go.
"""

from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches

from bot import texts
from bot.conversation import typed
from bot.conversation.awaiting import Conversation, conversation_with
from bot.conversation.events import Event, Opened, Pressed, Reply, Said, Submitted
from bot.conversation.flow import Ask, Finish, Invalid, Next, Step
from bot.conversation.form_in_chat import FormInChat
from bot.conversation.turn import Turn
from bot.domain.people import Person
from bot.errors import IllegalMove, Sorry
from bot.flows.mine.home import home
from bot.messages.card import COMMAND, Button, Card, note
from bot.messages.form import Form
from bot.ports import Clock, Store, Work
from bot.runtime.registry import every_flow
from bot.runtime.reporting import to_nobody
from bot.texts.folding import folded

LINE_LIMIT = 3000
"""Characters of one typed line; the shortest limit of the platforms' own text inputs."""
PREFIXES = ("/mentor", "mentor")
AROUND = " .,;:!?"
"""Signs around a word that nobody means by it."""
LONGEST_COMMAND = 3
"""Words of a command that is usually typed with hyphens: "ordre-du-jour"."""


class Engine:
    """Answers events; the only way in from any platform.

    ``rooms`` names the platforms in service on which two people can be written to in one room,
    ``registry`` all that can be said and pressed; ``report`` is told of moves that were refused.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        report: Callable[[str, IllegalMove], None] = to_nobody,
    ) -> None:
        self._store = store
        self._clock = clock
        self._report = report
        self.rooms: frozenset[str] = frozenset()
        self.registry = every_flow()

    async def turn(self, event: Event) -> Reply:
        """Play one event and return what to show; committed when this returns."""
        language = ""

        def act(work: Work) -> Reply:
            nonlocal language
            account = work.accounts.at(event.platform, event.tenant, event.address)
            person = work.get(Person, account.person_id) if account else None
            if account is None or person is None or not person.active:
                return Reply(cards=(_stranger(),))
            language = person.language
            account.reachable = True  # whoever speaks to us can be written to again
            account.route = event.route or account.route
            turn = Turn(
                work=work,
                now=self._clock.now(),
                person=person,
                account=account,
                rooms=self.rooms,
                registry=self.registry,
            )
            if isinstance(event, Opened):
                return Reply(cards=home(turn))
            if not work.first_time(event.key, turn.now):
                return Reply(cards=(note(turn.say("already-taken")),), is_repeat=True)
            account.heard_on = turn.today
            return _reply(turn, event, _play(turn, event))

        try:
            reply = await self._store.transact(event.organisation_id, act)
        except Sorry as sorry:
            reply = Reply(cards=(note(texts.say(language, sorry.key, **sorry.values)),))
        except IllegalMove as refused:
            # What they saw has gone on since. No step asks for it knowingly, so no step says why;
            # that one asked for it at all may be our fault.
            self._report(type(event).__name__, refused)
            reply = Reply(cards=(note(texts.say(language, "stale")),))
        return replace(reply, language=language)


def _stranger() -> Card:
    """Nobody knows this address, so nobody knows its language either."""
    return note("\n".join(texts.say(language, "stranger") for language in texts.LANGUAGES))


def _play(turn: Turn, event: Event) -> Next:
    match event:
        case Said(text=text):
            return _said(turn, text)
        case Pressed(action=action, value=value) if action == COMMAND:
            return _command(turn, value)
        case Pressed(action=action, subject=subject, value=value):
            return _press(turn, action, subject, value)
        case Submitted(action=action, subject=subject, values=values):
            step = _step(turn, action)
            if step.submit is None:
                raise Sorry("stale")
            return step.submit(replace(turn, step=step, subject=subject, values=values))
    raise Sorry("stale")


def _said(turn: Turn, line: str) -> Next:
    text = line.strip()
    if len(text) > LINE_LIMIT:
        raise Sorry("line-too-long", limit=LINE_LIMIT, length=len(text))
    first, _, rest = text.partition(" ")
    if first.casefold() in PREFIXES:
        return _command(turn, rest)
    answer = _typed_answer(turn, text)
    return answer if answer is not None else _command(turn, text)


def _typed_answer(turn: Turn, text: str) -> Next | None:
    """What a typed line answers of the card shown last; None when it answers nothing there."""
    account = turn.account
    if account is None:
        return None
    conversation = conversation_with(turn.work, account)
    try:
        step = _step(turn, f"{conversation.flow}.{conversation.step}")
        shown = turn.shown(step, conversation.subject)
    except Sorry:  # that card is past: what is typed now is a command again
        return None
    if isinstance(shown, Form):
        chat = FormInChat(replace(turn, step=step, subject=conversation.subject), shown)
        return None if _is_command(turn, chat, text) else chat.take(text)
    button = typed.pressed(shown, text)
    return _press_button(turn, button) if button else None


def _is_command(turn: Turn, chat: FormInChat, text: str) -> bool:
    """Whether a line typed where a form is asked is a command; once it is begun, a bare word."""
    word, args = _split(turn, text)
    if word not in turn.registry.commands:
        return False
    return not chat.is_begun or (not args and chat.leaves_to_commands(text))


def _press_button(turn: Turn, button: Button) -> Next:
    if button.action == COMMAND:
        return _command(turn, button.value)
    return _press(turn, button.action, button.subject, button.value)


def _press(turn: Turn, action: str, subject: str, value: str) -> Next:
    name, _, tap_name = action.rpartition(".")
    step = _step(turn, name)
    tap = step.taps.get(tap_name)
    if tap is None:
        raise Sorry("stale")
    return tap(replace(turn, step=step, subject=subject, value=value))


def _step(turn: Turn, full_name: str) -> Step:
    """Return a step by its stored name, if the person may be there at all."""
    step = turn.registry.step(full_name)
    if step is None:
        raise Sorry("stale")
    turn.registry.flows[step.flow].admit(turn.person.roles)
    return step


def _split(turn: Turn, line: str) -> tuple[str, str]:
    """Return the folded word a line begins with and what follows; "who sees" reads "who-sees"."""
    words = line.split()
    for count in range(min(len(words), LONGEST_COMMAND), 1, -1):
        joined = folded("-".join(words[:count]))
        if joined in turn.registry.commands:
            return joined, " ".join(words[count:])
    return folded(words[0]) if words else "", " ".join(words[1:])


def _command(turn: Turn, line: str) -> Next:
    word, args = _split(turn, line)
    commands = turn.registry.commands
    command = commands.get(word or "help")
    if command is None:
        # Where only commands can be typed, "/mentor 1" and "/mentor yes" answer the last card.
        answer = _typed_answer(turn, line)
        if answer is not None:
            return answer
        said = line.split(maxsplit=1)[0].strip(AROUND)
        near = get_close_matches(word, commands, n=1, cutoff=0.6)
        if near:
            raise Sorry("unknown-near", word=said, near=turn.registry.spelled(near[0]))
        raise Sorry("unknown", word=said)
    command.flow.admit(turn.person.roles)
    return command.run(replace(turn, args=args))


def _reply(turn: Turn, event: Event, next_: Next) -> Reply:
    """Show what comes next, and remember what it awaits."""
    conversation = conversation_with(turn.work, turn.account) if turn.account else None
    replaces = isinstance(event, Pressed) and event.action != COMMAND
    match next_:
        case Finish(card):
            if conversation and (not conversation.is_in_form or _ends_form(event, conversation)):
                conversation.rest()
            return Reply(cards=(card,), replace=replaces)
        case Invalid(faults):
            return Reply(faults=faults, form=_sent_in(turn, event))
        case Ask(step, subject):
            shown = turn.shown(step, subject)
            if conversation:
                conversation.await_answer(step.flow, step.name, subject)
            if isinstance(shown, Form):
                return Reply(form=shown)
            return Reply(cards=(shown,), replace=replaces)


def _ends_form(event: Event, conversation: Conversation) -> bool:
    """Whether the form that is half typed in the chat was sent in from its window."""
    return isinstance(event, Submitted) and conversation.awaits(event.action, event.subject)


def _sent_in(turn: Turn, event: Event) -> Form | None:
    """Return the form that was sent in, as it was asked."""
    if not isinstance(event, Submitted):
        return None
    shown = turn.shown(_step(turn, event.action), event.subject)
    return shown if isinstance(shown, Form) else None
