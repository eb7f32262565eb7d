"""What is made from the code and kept beside it is current (``deploy/run.py record``)."""

import pytest

from tests.recording.all_recorders import RECORDERS
from tests.recording.recorder import Recorder

REMEDY = "run: python3 deploy/run.py record, and read the difference"


@pytest.mark.parametrize("recorder", RECORDERS, ids=lambda recorder: recorder.name)
def test_what_is_kept_is_what_the_code_makes(recorder: Recorder) -> None:
    made, kept = recorder.make(), recorder.kept()

    assert made, f"{recorder.name} makes nothing"
    assert sorted(kept) == sorted(made), REMEDY
    for path, text in made.items():
        assert kept[path] == text, f"{path}: {REMEDY}"
