import errno
import os
import time
from pathlib import Path
from threading import Thread

import pytest

from pillarplan.files import (
    PATIENCE,
    is_replaceable,
    make_private,
    read_at_most,
    sync_folder,
    write_atomically,
    write_into,
)

POSIX = pytest.mark.skipif(os.name != "posix", reason="made for POSIX systems")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@POSIX
def test_new_folders_are_private_and_those_above_stay_as_they_are(
    tmp_path: Path,
) -> None:
    tmp_path.chmod(0o755)
    before = os.umask(0)
    try:
        make_private(tmp_path / "a" / "b")
        make_private(tmp_path / "a" / "b")
    finally:
        os.umask(before)

    assert [mode(tmp_path / path) for path in ("", "a", "a/b")] == [
        *(0o755, 0o700, 0o700)
    ]


def test_a_file_where_a_folder_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(FileExistsError):
        make_private(tmp_path / "file" / "folder")


@POSIX
def test_a_new_file_is_private_unless_it_is_asked_for_otherwise(
    tmp_path: Path,
) -> None:
    before = os.umask(0)
    try:
        write_atomically(tmp_path / "private", b"1")
        write_atomically(tmp_path / "public", b"1", mode=0o644)
    finally:
        os.umask(before)

    assert (mode(tmp_path / "private"), mode(tmp_path / "public")) == (0o600, 0o644)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with nothing else in it."""
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder


def test_a_file_is_replaced_and_nothing_is_left_beside_it(folder: Path) -> None:
    write_atomically(folder / "file", b"old")
    write_atomically(folder / "file", b"new")

    assert [*folder.iterdir()] == [folder / "file"]
    assert (folder / "file").read_bytes() == b"new"


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(folder: Path) -> None:
    (folder / "file" / "in the way").mkdir(parents=True)

    with pytest.raises(IsADirectoryError):
        write_atomically(folder / "file", b"new")

    assert [*folder.iterdir()] == [folder / "file"]


def test_behind_a_link_the_target_is_replaced_and_the_link_stays(
    folder: Path,
) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "target").write_bytes(b"old")
    (folder / "link").symlink_to(folder / "elsewhere" / "target")

    write_atomically(folder / "link", b"new")

    assert (folder / "link").is_symlink()
    assert (folder / "elsewhere" / "target").read_bytes() == b"new"


def test_a_folder_that_is_not_there_cannot_be_synced(folder: Path) -> None:
    with pytest.raises(FileNotFoundError) as missing:
        sync_folder(folder / "missing")

    assert missing.value.errno == errno.ENOENT


@POSIX
def test_a_system_that_cannot_sync_folders_does_no_harm() -> None:
    # The kernel answers EINVAL, as some network mounts do.
    sync_folder(Path("/proc/self/fd"))


@POSIX
def test_what_is_no_regular_file_is_written_into_and_stays_what_it_is(
    tmp_path: Path,
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()

    assert not is_replaceable(pipe)
    write_into(pipe, b"x" * 200_000)
    reader.join(5)

    assert read == [b"x" * 200_000]
    assert pipe.is_fifo()
    assert not is_replaceable(tmp_path)
    assert is_replaceable(tmp_path / "new")


@POSIX
def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "gone")

    with pytest.raises(FileNotFoundError, match="leads nowhere"):
        is_replaceable(link)


@POSIX
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    begun = time.monotonic()

    with pytest.raises(OSError, match="nobody writes to"):
        read_at_most(pipe, 10)

    assert time.monotonic() - begun < 2 * PATIENCE


@POSIX
@pytest.mark.parametrize("pause", [0.0, PATIENCE + 0.3])
def test_a_pipe_is_read_however_long_its_writer_thinks(
    tmp_path: Path, pause: float
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def write() -> None:
        with pipe.open("wb") as stream:
            time.sleep(pause)
            stream.write(b"0123456789")

    writer = Thread(target=write)
    writer.start()

    assert read_at_most(pipe, 8) == b"01234567"
    writer.join(5)


@POSIX
def test_a_pipe_may_be_empty(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=lambda: pipe.write_bytes(b""))
    writer.start()

    assert read_at_most(pipe, 8) == b""
    writer.join(5)
