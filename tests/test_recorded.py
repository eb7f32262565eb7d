"""What is made from the code and kept beside it is current (``deploy/run.py record``)."""

from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest

from tests.recording.all_recorders import RECORDERS
from tests.recording.recorder import Recorder

REMEDY = "run: python3 deploy/run.py record, and read the difference"
MOST_LINES = 20
"""Lines of a difference that are shown; the whole of it is git's to show."""


def difference(kept: str, made: str) -> list[str]:
    """Return the first lines in which a file differs."""
    found = unified_diff(kept.splitlines(), made.splitlines(), lineterm="", n=0)
    return list(islice(found, 2, 2 + MOST_LINES))


@pytest.mark.parametrize("recorder", RECORDERS, ids=lambda recorder: recorder.name)
def test_what_is_kept_is_what_the_code_makes(recorder: Recorder) -> None:
    made, kept = recorder.make(), recorder.kept()

    stale = sorted(kept.keys() - made.keys())
    changed = {
        path: difference(kept.get(path, ""), text)
        for path, text in made.items()
        if kept.get(path) != text
    }
    assert made, f"{recorder.name} makes nothing"
    assert stale == [], f"nothing makes these files any more; {REMEDY}"
    assert changed == {}, REMEDY


def test_recording_makes_what_is_new_and_deletes_what_nothing_makes_any_more(
    tmp_path: Path,
) -> None:
    recorder = Recorder("two", "kept/*.txt", lambda: {"kept/a.txt": "A\n", "kept/b.txt": "B\n"})
    (tmp_path / "kept").mkdir()
    for name, text in (("a.txt", "A\n"), ("b.txt", "old\n"), ("c.txt", "C\n"), ("d.md", "D\n")):
        (tmp_path / "kept" / name).write_text(text, encoding="utf-8")

    changed = recorder.record(tmp_path)

    assert changed == ["kept/b.txt", "kept/c.txt"]
    assert recorder.kept(tmp_path) == {"kept/a.txt": "A\n", "kept/b.txt": "B\n"}
    assert (tmp_path / "kept" / "d.md").exists()
    assert recorder.record(tmp_path) == []
