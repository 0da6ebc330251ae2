"""Where a knowledge base begins: the built-in one, and one in a folder or a file."""

from pathlib import Path

import pytest

from pillarplan.knowledge.base import entry


def test_a_checkout_has_it_at_its_root() -> None:
    root = Path(__file__).parents[3]

    assert entry.bundled_path() == root / "data" / "pillars.yaml"


def test_a_wheel_has_it_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = tmp_path / "pillarplan" / "data" / "pillars.yaml"
    packaged.parent.mkdir(parents=True)
    packaged.touch()
    module = tmp_path / "pillarplan" / "knowledge" / "base" / "entry.py"
    monkeypatch.setattr(entry, "__file__", str(module))

    assert entry.bundled_path() == packaged


@pytest.mark.parametrize("name", entry.ENTRY_NAMES)
def test_a_folder_has_an_entry_file_of_a_usual_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "other.yaml").touch()
    (tmp_path / name).touch()

    assert entry.find_entry(tmp_path) == tmp_path / name


def test_a_file_may_have_any_name(tmp_path: Path) -> None:
    path = tmp_path / "ladder.yaml"
    path.touch()

    assert entry.find_entry(path) == path


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere", "there is no such file or folder"),
        ("", "the folder holds none of base.yaml, base.yml, base.json, pillars.yaml"),
        ("n" * 300, "File name too long"),
        ("a\0b", "there is no such file or folder"),
    ],
)
def test_what_is_no_base_is_one_clear_error_with_the_next_step(
    tmp_path: Path, name: str, reason: str
) -> None:
    with pytest.raises(entry.NoBaseError) as caught:
        entry.find_entry(tmp_path / name)

    assert reason in str(caught.value)
    assert "pillarplan config unset base" in str(caught.value)
