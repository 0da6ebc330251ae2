"""Only files below the folder of the entry file are included."""

import os
from pathlib import Path

import pytest

from pillarplan.knowledge.base.included import resolve

pytestmark = pytest.mark.skipif(os.name == "nt", reason="few may link there")


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    folder = tmp_path / "base"
    (folder / "parts").mkdir(parents=True)
    for name in ("pillars.yaml", "parts/a.yaml", "b..yaml"):
        (folder / name).touch()
    (tmp_path / "outside.yaml").touch()
    (folder / "link.yaml").symlink_to("parts/a.yaml")
    (folder / "escape.yaml").symlink_to("../outside.yaml")
    (folder / "circle.yaml").symlink_to("circle.yaml")
    return folder / "pillars.yaml"


@pytest.mark.parametrize("include", ["parts/a.yaml", "./b..yaml", "link.yaml"])
def test_a_file_below_the_folder_is_found(entry: Path, include: str) -> None:
    assert resolve(entry, include, set()) == entry.parent / include


@pytest.mark.parametrize(
    ("include", "problem"),
    [
        ("../outside.yaml", "must be a path below the folder"),
        ("parts/../../outside.yaml", "must be a path below the folder"),
        ("/etc/passwd", "must be a path below the folder"),
        ("parts\\a.yaml", "must be a path below the folder"),
        ("escape.yaml", "is a link that leads out of the folder"),
        ("circle.yaml", "there is no file"),
        ("none.yaml", "there is no file"),
        ("parts", "there is no file"),
        ("", "there is no file"),
        ("a/" * 5000, "there is no file"),
        ("x" * 300, "there is no file"),
        ("pillars.yaml", "is included twice"),
    ],
)
def test_anything_else_is_refused(entry: Path, include: str, problem: str) -> None:
    found = resolve(entry, include, set())

    assert isinstance(found, str)
    assert problem in found
    assert len(found) < 150


def test_a_file_is_included_once_whatever_it_is_called(entry: Path) -> None:
    earlier: set[Path] = set()

    assert resolve(entry, "parts/a.yaml", earlier) == entry.parent / "parts/a.yaml"
    assert resolve(entry, "link.yaml", earlier) == "'link.yaml' is included twice"
