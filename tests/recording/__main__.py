"""Make every recorded file anew: ``python -m tests.recording``."""

import sys

from tests.recording.all_recorders import RECORDERS


def main() -> int:
    """Record everything, saying what changed."""
    for recorder in RECORDERS:
        changed = recorder.record()
        sys.stdout.write(f"{recorder.name}: {len(changed)} changed\n")
        sys.stdout.writelines(f"  {path}\n" for path in changed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
