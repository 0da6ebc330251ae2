import json
import os
import zipfile
from pathlib import Path

import pytest

from pillarplan.journal.care.backup import back_up, verify_backup
from pillarplan.journal.care.unpack import differences
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.errors import NotReadableError, NotWritableError
from tests.journal.driver import items, journal, spend


@pytest.fixture
def mine(tmp_path: Path) -> Journal:
    mine = journal(tmp_path / "home")
    spend(mine, "a")
    spend(mine, "b")
    return mine


def faults(path: Path) -> list[str]:
    return [problem.message for problem in verify_backup(path)]


def test_a_backup_is_whole_and_private(mine: Journal, tmp_path: Path) -> None:
    made = back_up(mine, tmp_path / "new" / "backup.zip")

    assert made == tmp_path / "new" / "backup.zip"
    assert verify_backup(made) == ()
    assert made.stat().st_mode & 0o777 == (0o600 if os.name == "posix" else 0o666)
    with zipfile.ZipFile(made) as opened:
        assert opened.namelist() == [
            "format.json",
            f"journal/{mine.survey().own.name}",
            "manifest.json",
        ]


def test_equal_journals_give_equal_bytes(mine: Journal, tmp_path: Path) -> None:
    first = back_up(mine, tmp_path / "1.zip").read_bytes()
    os.utime(mine.survey().own, (0, 0))

    assert back_up(mine, tmp_path / "2.zip").read_bytes() == first


def test_an_unpacked_backup_is_a_journal(mine: Journal, tmp_path: Path) -> None:
    made = back_up(mine, tmp_path / "backup.zip")
    restored = journal(tmp_path / "restored")

    with zipfile.ZipFile(made) as opened:
        opened.extractall(restored.data)

    assert items(restored) == ["a", "b"]
    assert restored.read() == mine.read()


def test_hidden_files_and_the_backup_itself_are_left_out(mine: Journal) -> None:
    (mine.data / ".git").mkdir()
    (mine.data / ".git" / "HEAD").touch()
    target = mine.data / "backup.zip"

    first = back_up(mine, target).read_bytes()

    assert back_up(mine, target).read_bytes() == first
    with zipfile.ZipFile(target) as opened:
        assert len(opened.namelist()) == 3


def test_where_there_is_no_journal_there_is_nothing_to_back_up(
    tmp_path: Path,
) -> None:
    with pytest.raises(NotReadableError, match="There is no journal yet"):
        back_up(journal(tmp_path), tmp_path / "backup.zip")


def test_a_target_that_cannot_be_written_is_named(
    mine: Journal, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(NotWritableError, match=r"Cannot save to .*file"):
        back_up(mine, tmp_path / "file" / "backup.zip")


def test_any_flipped_byte_of_a_backup_is_found(mine: Journal, tmp_path: Path) -> None:
    whole = back_up(mine, tmp_path / "backup.zip").read_bytes()
    damaged = tmp_path / "damaged.zip"
    unseen = []
    for position in range(0, len(whole), 5):
        content = bytearray(whole)
        content[position] ^= 0xFF
        damaged.write_bytes(content)
        if not faults(damaged):
            unseen.append(position)

    # Dates, versions and attributes of entries mean nothing to us.
    with zipfile.ZipFile(tmp_path / "backup.zip") as opened:
        for position in unseen:
            damaged.write_bytes(flipped(whole, position))
            with zipfile.ZipFile(damaged) as again:
                for name in opened.namelist():
                    assert again.read(name) == opened.read(name)


def flipped(content: bytes, position: int) -> bytes:
    changed = bytearray(content)
    changed[position] ^= 0xFF
    return bytes(changed)


def test_what_is_missing_or_added_or_changed_is_named(
    mine: Journal, tmp_path: Path
) -> None:
    made = back_up(mine, tmp_path / "backup.zip")
    log = f"journal/{mine.survey().own.name}"
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(made) as opened, zipfile.ZipFile(other, "w") as changed:
        changed.writestr("manifest.json", opened.read("manifest.json"))
        changed.writestr(log, b"something else")
        changed.writestr("stranger.txt", b"")
        found = {name: changed.read(name) for name in changed.namelist()[1:]}
        checksums = json.loads(changed.read("manifest.json"))["files"]

    assert [*differences(found, checksums)] == [
        "format.json is missing",
        f"{log} differs from its checksum",
        "stranger.txt is not in the manifest",
    ]
    assert faults(other) == ["format.json is missing"]


def test_what_is_no_backup_is_told(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("hello")
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass
    with zipfile.ZipFile(tmp_path / "list.zip", "w") as opened:
        opened.writestr("manifest.json", "[]")

    assert faults(tmp_path / "text") == ["it cannot be read (File is not a zip file)"]
    assert faults(tmp_path / "gone") == ["there is no such file"]
    assert faults(tmp_path) == [
        f"it cannot be read ([Errno 21] Is a directory: '{tmp_path}')"
    ]
    for name in ("empty.zip", "list.zip"):
        (fault,) = faults(tmp_path / name)
        assert fault == "it is not a backup of pillarplan"
