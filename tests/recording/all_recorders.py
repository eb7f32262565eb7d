"""Every recorder there is."""

from tests.recording import stored_names
from tests.recording.recorder import Recorder

RECORDERS: tuple[Recorder, ...] = (stored_names.RECORDER,)
