"""The first line of an invitation, in a coordinator's own words where they are given."""

from bot.conversation.flow import Invalid, Next, ask
from bot.conversation.turn import Turn
from bot.domain.invitation import LINE
from bot.flows.coordinating.invitations.drafts import drafted, flow
from bot.flows.coordinating.invitations.sending import preview
from bot.flows.joining import welcome
from bot.messages.form import Form, TextInput
from bot.texts import LANGUAGES


@preview.on("lines", form=True)
def lines_asked(turn: Turn) -> Next:
    return ask(lines, drafted(turn).id)


@flow.step("lines")
def lines(turn: Turn) -> Form:
    draft = drafted(turn)
    inputs = [
        TextInput(
            name=language,
            label=turn.say(f"invitations-lines.{language}"),
            hint=welcome.opening(language),
            value=draft.lines.get(language, ""),
            limit=LINE,
            long=True,
        )
        for language in LANGUAGES
    ]
    return turn.form("invitations-lines", *inputs)


@lines.on_submit
def lines_written(turn: Turn) -> Next:
    draft = drafted(turn)
    said = {language: " ".join(turn.field(language).split()) for language in LANGUAGES}
    faults = {
        language: turn.say("field-length", length=len(line), limit=LINE)
        for language, line in said.items()
        if len(line) > LINE
    }
    if faults:
        return Invalid(faults)
    draft.lines = {language: _ended(line) for language, line in said.items() if line}
    return ask(preview, draft.id)


def _ended(line: str) -> str:
    """Return a line that ours can follow: one without an end gets a full stop."""
    return line if line[-1] in ".!?…:»”\"'" else f"{line}."
