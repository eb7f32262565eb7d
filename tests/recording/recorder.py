"""A recorder: some files that are made from the code."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Recorder:
    """Makes files, by path from the root of the checkout; all that match ``owns`` are its own."""

    name: str
    owns: str
    make: Callable[[], Mapping[str, str]]

    def kept(self, root: Path = ROOT) -> dict[str, str]:
        """Return the files as they are kept, by path."""
        paths = sorted(path for path in root.glob(self.owns) if path.is_file())
        return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in paths}

    def record(self, root: Path = ROOT) -> list[str]:
        """Make the files anew, delete what is made no more, and return the paths that changed."""
        made, kept = self.make(), self.kept(root)
        for path in kept.keys() - made.keys():
            (root / path).unlink()
        changed = [path for path, text in made.items() if kept.get(path) != text]
        for path in changed:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(made[path], encoding="utf-8")
        return sorted({*changed, *(kept.keys() - made.keys())})


def lines(each: Iterable[str]) -> str:
    """Return lines as the text of a file."""
    return "".join(f"{line}\n" for line in each)
