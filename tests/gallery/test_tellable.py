"""Every choice is tellable apart: on every card there is, and where everybody has one name."""

import pytest

from bot import texts
from bot.messages.card import Bullets, Button, Card, Chart, Facts
from bot.messages.form import Choice, Form, Option
from bot.ports import Work
from tests.gallery.alike import alike
from tests.gallery.tour import Guide, Tour, everything, shown_by
from tests.gallery.worlds import apart, opened, packed, worlds

FEWEST = 450
FEWEST_NAMESAKES = 100


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_two_choices_of_a_card_read_alike(language: str) -> None:
    shown = everything(language)

    found = {name: labels for name, each in shown.items() if (labels := alike(each))}

    assert found == {}, "call people by turn.called or turn.named, which tell namesakes apart"
    assert len(shown) > FEWEST


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_nor_in_a_company_where_everybody_has_one_name(language: str) -> None:
    found = apart(_among_namesakes(language))
    shown = {stop.name: stop.shown for stop in found.stops}
    shown |= {str(v): each for v in found.visits for each in shown_by(v.reply)}

    wrong = {name: labels for name, each in shown.items() if (labels := alike(each))}

    assert wrong == {}, "call people by turn.called or turn.named, which tell namesakes apart"
    assert sum("marie" in repr(each).casefold() for each in shown.values()) > FEWEST_NAMESAKES


async def _among_namesakes(language: str) -> Tour:
    """Go through the product among people who share their name, their team and their office."""
    found, renamed = Tour(), {}
    for name, copy in worlds(language).items():
        stage = opened(copy)
        await stage.look(_share_one_name)
        renamed[name] = await packed(stage)
    guide = Guide(found, renamed)
    await guide.types_every_command()
    await guide.looks_at_the_exhibits()
    await guide.tries_everything()
    return found


def _share_one_name(work: Work) -> None:
    for person in work.people.all():
        person.name, person.department, person.office = "Marie Roy", "Data", "Montréal"


@pytest.mark.parametrize(
    "shown",
    [
        Card(buttons=(Button("Stop with Marie", "a", value="1"), Button("stop with MARIE", "a"))),
        Card(body=(Bullets(("Nadia – Marc", "Nadia – Marc")),)),
        Card(body=(Facts((("Nadia", "900"), ("Nadia", "800"))),)),
        Card(body=(Chart("", ("1 May", "1 May"), (1.0, 2.0)),)),
        Form(
            title="",
            inputs=(Choice(name="x", label="", options=(Option("a", "A"), Option("b", "A"))),),
            submit="",
        ),
    ],
)
def test_what_reads_alike_is_seen(shown: Card | Form) -> None:
    assert len(alike(shown)) == 1
