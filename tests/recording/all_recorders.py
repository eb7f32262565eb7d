"""Every recorder there is."""

from tests.recording import commands, settings_page, states, stored_names, timetable_page
from tests.recording.recorder import Recorder

RECORDERS: tuple[Recorder, ...] = (
    commands.RECORDER,
    settings_page.RECORDER,
    states.RECORDER,
    stored_names.RECORDER,
    timetable_page.RECORDER,
)
