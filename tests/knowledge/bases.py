"""Knowledge bases for tests: the small one, and ways to make others."""

from pathlib import Path
from shutil import copytree

SMALL = Path(__file__).parents[1] / "data" / "knowledge" / "pillars.yaml"

OVERLAY_HEAD = 'format: pillarplan-overlay\nversion: "1.0"\n'


def copied(folder: Path) -> Path:
    """Copy the small knowledge base into a folder and return its entry file."""
    copytree(SMALL.parent, folder, dirs_exist_ok=True)
    return folder / SMALL.name


BASE_HEAD = 'format: pillarplan-knowledge\nversion: "1.1"\n'


def own_base(folder: Path, content: str) -> Path:
    """Write the entry file of a knowledge base of one's own and return its path."""
    folder.mkdir(exist_ok=True, parents=True)
    path = folder / "base.yaml"
    path.write_text(BASE_HEAD + content, encoding="utf-8")
    return path


def overlay(folder: Path, content: str) -> Path:
    """Write an overlay file and return its path."""
    path = folder / "own.yaml"
    path.write_text(OVERLAY_HEAD + content, encoding="utf-8")
    return path


def edit(path: Path, old: str, new: str) -> None:
    """Replace some words of a file, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
