"""A stamp tells whether a file still has the content that it had."""

import os
from pathlib import Path

from pillarplan.knowledge.base.file_stamp import all_unchanged
from pillarplan.knowledge.base.stamped import read_stamped

LATER = 2**62
TWO_SECONDS = 2 * 10**9
"""The clock of FAT ticks no faster; in nanoseconds."""


def test_a_file_is_known_again_by_its_times_or_else_by_its_content(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n")
    stamp = read_stamped(path)[1]

    assert all_unchanged([stamp], compiled_ns=LATER)
    os.utime(path, (1, 1))
    assert all_unchanged([stamp], compiled_ns=LATER)
    path.write_bytes(b"a: 2\n")
    assert not all_unchanged([stamp], compiled_ns=LATER)
    path.write_bytes(b"a: 1\n")
    assert all_unchanged([stamp], compiled_ns=LATER)
    path.unlink()
    assert not all_unchanged([stamp], compiled_ns=LATER)


def test_times_are_not_believed_right_after_a_change(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n")
    stamp = read_stamped(path)[1]
    # A stamp of the same times, but of another content, as one tick would leave it.
    other = stamp._replace(sha256="0" * 64)

    assert all_unchanged([other], compiled_ns=LATER)
    assert not all_unchanged([other], compiled_ns=stamp.ctime_ns + TWO_SECONDS)
    assert all_unchanged([other], compiled_ns=stamp.ctime_ns + TWO_SECONDS + 1)
