"""A folder of files is there as a whole, or nothing has changed."""

from pathlib import Path

import pytest

from pillarplan.errors import OccupiedError, PillarplanError
from pillarplan.services.library.new_folder import check_place, write_folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of its own, in which a test sees all that lies there."""
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


FILES = {"base.yaml": "a: 1\n", "skills/one.yaml": "b: 2\n"}


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_new_folder_holds_all_files_and_nothing_lies_beside_it(
    place: Path,
) -> None:
    folder = place / "base"

    check_place(folder, "base.yaml", force=False)
    write_folder(folder, FILES)

    assert contents(folder) == FILES
    assert [*place.iterdir()] == [place / "base"]
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_base_that_is_there_is_replaced_only_if_asked(place: Path) -> None:
    folder = place / "base"
    write_folder(folder, {**FILES, "old.yaml": "c: 3\n"})

    with pytest.raises(OccupiedError):
        check_place(folder, "base.yaml", force=False)
    check_place(folder, "base.yaml", force=True)
    write_folder(folder, FILES)

    assert contents(folder) == FILES
    assert [*place.iterdir()] == [place / "base"]


@pytest.mark.parametrize("other", ["photo.jpg", "skills/notes.md", "skills/link"])
def test_a_folder_with_other_things_is_never_replaced(other: str, place: Path) -> None:
    write_folder(place / "base", FILES)
    if other.endswith("link"):
        (place / "base" / other).symlink_to(place)
    else:
        (place / "base" / other).write_text("mine")

    with pytest.raises(PillarplanError, match="holds other things"):
        check_place(place / "base", "base.yaml", force=True)


def test_a_folder_without_an_entry_is_no_base(place: Path) -> None:
    (place / "notes.yaml").write_text("mine")

    with pytest.raises(PillarplanError, match="holds other things"):
        check_place(place, "base.yaml", force=True)


def test_a_file_and_a_link_are_no_place_for_a_folder(place: Path) -> None:
    (place / "file").write_text("x")
    (place / "link").symlink_to(place)

    for name in ("file", "link"):
        with pytest.raises(PillarplanError, match="is there and is no folder"):
            check_place(place / name, "base.yaml", force=True)


def test_what_cannot_be_written_leaves_the_old_folder(place: Path) -> None:
    folder = place / "base"
    write_folder(folder, FILES)

    with pytest.raises(PillarplanError, match=r"Nothing was written\."):
        write_folder(folder, {"base.yaml": "new\n", "x" * 300: "too long a name"})

    assert contents(folder) == FILES
    assert [*place.iterdir()] == [place / "base"]


def test_a_folder_in_a_folder_that_is_not_there_is_refused(place: Path) -> None:
    with pytest.raises(PillarplanError, match="No such file or directory"):
        write_folder(place / "no" / "base", FILES)
