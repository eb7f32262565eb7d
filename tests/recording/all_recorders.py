"""Every recorder there is."""

from tests.adapters.playground import exhibits as playground
from tests.adapters.slack import exhibits as slack
from tests.adapters.teams import exhibits as teams
from tests.gallery import book
from tests.recording import commands, settings_page, states, stored_names, timetable_page
from tests.recording.recorder import Recorder

RECORDERS: tuple[Recorder, ...] = (
    commands.RECORDER,
    settings_page.RECORDER,
    states.RECORDER,
    stored_names.RECORDER,
    timetable_page.RECORDER,
    book.RECORDER,
    slack.RECORDER,
    teams.RECORDER,
    playground.RECORDER,
)
