"""The book of the product: every card, form and answer, a file for each chapter and language.

What was written out once is named wherever else it is shown.
"""

from collections.abc import Iterable, Iterator, Mapping

from bot.conversation.events import Reply
from bot.messages.card import COMMAND, Card
from bot.messages.form import Form
from bot.texts import LANGUAGES
from tests import product
from tests.gallery.tour import TYPED, Played, Stop, Tour, Visit, shown_by, tour
from tests.gallery.transcript import above, below, button_line, lines
from tests.recording.recorder import Recorder
from tests.recording.recorder import lines as as_text

FOLDER = "tests/gallery/cards"
BELOW = "below"
"""Where an answer stands that is written out after the card."""
LEGEND = (
    "Made from the code (python3 deploy/run.py record); how to read it: tests/gallery/__init__.py"
)


class Book:
    """The pages in one language."""

    def __init__(self, tour: Tour) -> None:
        self._tour = tour
        self._steps = {stop.step for stop in tour.stops}
        self._names: dict[tuple[str, ...], str] = {}
        for stop in tour.stops:
            self._names.setdefault(tuple(lines(stop.shown)), stop.name)

    def chapter(self, name: str) -> Iterator[str]:
        """Yield the lines of one chapter: its conversations in order, then its scenes."""
        yield from (LEGEND, "")
        for flow in product.flows():
            if product.folder(flow) == name:
                yield from (f"=== {flow.name} ===", "", *self._commands(flow.name))
                for stop in self._tour.stops:
                    if stop.flow == flow.name:
                        yield from (*self._stop(stop), "")
        for played in self._tour.scenes:
            if played.scene.chapter == name:
                yield from (*self._scene(played), "")

    def _commands(self, flow: str) -> Iterator[str]:
        steps = {visit.where: visit.step for visit in self._tour.commands}
        for command in product.commands():
            if command.flow.name == flow:
                where = steps[f"{TYPED}{command.name}"] or BELOW
                yield f"{TYPED}{', '.join(command.words)} → {where}"
        yield ""

    def _stop(self, stop: Stop) -> Iterator[str]:
        yield f"--- {stop.name} · {stop.person.title()} ---"
        visits = [visit for visit in self._tour.visits if visit.where == stop.name]
        first = self._names[tuple(lines(stop.shown))]
        if first != stop.name:
            yield from _indented([f"as {first}"])
        elif isinstance(stop.shown, Form):
            yield from _indented(self._form(stop.shown, visits))
        else:
            yield from _indented(self._card(stop.shown, visits))

    def _form(self, form: Form, visits: list[Visit]) -> Iterator[str]:
        yield from lines(form)
        for visit in visits:
            yield from self._answer(visit)

    def _card(self, card: Card, visits: list[Visit]) -> Iterator[str]:
        yield from above(card)
        written: list[str] = []
        for visit in visits:
            assert visit.button is not None
            where, line = self._known(visit.reply, visit.step), button_line(visit.button)
            yield line if line.endswith(f" {where}") else f"{line} → {where or BELOW}"
            if not where:
                written += self._answer(visit)
        yield from below(card)
        yield from written

    def _scene(self, played: Played) -> Iterator[str]:
        yield f"--- {played.scene.name} · {played.scene.world} ---"
        read: set[str] = set()
        for number, each in enumerate(played.happened, 1):
            step = "" if each.did else _step_of(each.reply)
            known = self._known(each.reply, step)
            if known and known in read and not each.did:
                continue  # many are written the same
            read.add(known)
            name = f"{played.scene.name}, {number}"
            yield from _indented([f"{each.person.title()} {each.did or 'is written to'}"])
            yield from _indented(_indented(self._shown(name, each.reply, step)))

    def _answer(self, visit: Visit) -> Iterator[str]:
        yield f"> {visit.did}"
        yield from _indented(self._shown(str(visit), visit.reply, visit.step))

    def _shown(self, name: str, reply: Reply, step: str) -> Iterator[str]:
        """Yield an answer in full, or the name under which it stands already."""
        known = self._known(reply, step)
        if known:
            yield f"→ {known}"
        elif reply.faults:
            for sentence in dict.fromkeys(reply.faults.values()):
                fields = [field for field, each in reply.faults.items() if each == sentence]
                yield f"{', '.join(fields)}: {sentence}"
        else:
            for shown in shown_by(reply):
                text = lines(shown)
                self._names.setdefault(tuple(text), name)
                yield from text

    def _known(self, reply: Reply, step: str) -> str:
        """Return where an answer is written out already, or nothing."""
        if reply.faults or len(reply.cards) > 1:
            return ""
        [shown] = shown_by(reply)
        return self._names.get(tuple(lines(shown)), "") or (step if step in self._steps else "")


def _step_of(reply: Reply) -> str:
    """Return the step that something belongs to which arrived by itself, by its last button."""
    own = [each.action for each in reply.cards[0].buttons if each.action != COMMAND]
    return own[-1].rpartition(".")[0] if own else ""


def _indented(each: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for line in each)


def _make() -> Mapping[str, str]:
    return {
        f"{FOLDER}/{name}.{language}.txt": as_text(line.rstrip() for line in book.chapter(name))
        for language in LANGUAGES
        for book in [Book(tour(language))]
        for name in product.folders()
    }


RECORDER = Recorder("transcripts", f"{FOLDER}/*.txt", _make)
