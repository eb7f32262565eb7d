"""Every recorder there is."""

from tests.recording import commands, states, stored_names, timetable_page
from tests.recording.recorder import Recorder

RECORDERS: tuple[Recorder, ...] = (
    commands.RECORDER,
    states.RECORDER,
    stored_names.RECORDER,
    timetable_page.RECORDER,
)
