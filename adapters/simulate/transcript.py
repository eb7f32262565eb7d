"""One person's whole chat, as they lived it: local days and times, what they read and did."""

from dataclasses import dataclass, field
from datetime import datetime

from bot import texts
from bot.domain.people import Person


@dataclass(frozen=True, slots=True)
class Line:
    """One message; ``theirs`` when the person said or did it."""

    at: datetime
    text: str
    theirs: bool


@dataclass
class Transcript:
    """Everything that passed between one person and the bot."""

    person: Person
    lines: list[Line] = field(default_factory=list)

    def reads(self, at: datetime, text: str) -> None:
        """Note what the person sees."""
        self.lines.append(Line(at, text, theirs=False))

    def says(self, at: datetime, text: str) -> None:
        """Note what the person does."""
        self.lines.append(Line(at, text, theirs=True))

    def text(self, language: str) -> str:
        """Return it all as plain text, with the days and times of the person's own clock."""
        zone = self.person.zone
        title = {"name": self.person.name, "office": self.person.office, "zone": zone}
        parts = [texts.say(language, "simulate-transcript", **title)]
        for line in self.lines:
            who = self.person.first_name if line.theirs else "Passerelle"
            when = texts.moment(language, line.at, zone)
            body = "\n".join(f"    {row}" for row in line.text.splitlines())
            parts.append(f"{when} · {who}\n{body}")
        return "\n\n".join(parts)
