"""Every recorder there is."""

from tests.recording import states, stored_names
from tests.recording.recorder import Recorder

RECORDERS: tuple[Recorder, ...] = (states.RECORDER, stored_names.RECORDER)
