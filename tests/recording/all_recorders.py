"""Every recorder there is."""

from tests.recording import commands, stored_names
from tests.recording.recorder import Recorder

RECORDERS: tuple[Recorder, ...] = (commands.RECORDER, stored_names.RECORDER)
