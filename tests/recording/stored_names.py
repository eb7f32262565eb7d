"""The names that are stored in buttons, forms and accounts, and the words people are used to.

A name that goes strands whoever holds a card with it. So recording only adds to the list; taking a
name out is done by hand, with a migration.
"""

from collections.abc import Mapping

from tests import product
from tests.recording.recorder import ROOT, Recorder, lines

PATH = "tests/recording/stored_names.txt"


def stored_names() -> list[str]:
    """Return the full name of every step, form and tap, and every word after ``/mentor``."""
    steps = product.steps()
    names = [step.full_name for step in steps]
    names += [f"{step.full_name} (form)" for step in steps if step.submit]
    names += [f"{step.full_name}.{tap}" for step in steps for tap in step.taps]
    names += [f"/mentor {word}" for word in product.words()]
    return sorted(names)


def kept_names() -> list[str]:
    """Return the names that were stored so far."""
    return (ROOT / PATH).read_text("utf-8").splitlines()


def _make() -> Mapping[str, str]:
    return {PATH: lines(sorted({*kept_names(), *stored_names()}))}


RECORDER = Recorder("stored names", PATH, _make)
