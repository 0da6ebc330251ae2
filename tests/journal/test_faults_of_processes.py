"""Processes that die, compete or starve: see the table in test_faults.py.

Each runs tests/journal/driver.py, which is the journal and nothing else.
"""

import contextlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from pillarplan.journal.care.doctor import examine
from tests.journal.driver import DAY, items, journal, spend
from tests.journal.running import drive, need, start

POSIX = pytest.mark.skipif(os.name != "posix", reason="made for POSIX systems")

NOBODY = 65534


def said(process: "subprocess.Popen[str]") -> list[str]:
    """Wait until the process ends; return the lines that it wrote."""
    return process.communicate()[0].split()


@POSIX
def test_1_a_process_killed_at_any_time_loses_nothing_that_it_acknowledged(
    tmp_path: Path,
) -> None:
    told: list[str] = []
    for round_ in range(25):
        process = start(tmp_path, "spend-each", *(f"{round_}-{n}" for n in range(999)))
        assert process.stdout
        acknowledged = 1 if process.stdout.readline() else 0
        time.sleep(random.Random(round_).uniform(0, 0.1))
        process.send_signal(signal.SIGKILL)
        acknowledged += len(process.stdout.read().split())
        process.communicate()

        now = items(journal(tmp_path))

        assert now[: len(told)] == told
        new = now[len(told) :]
        assert new == [f"{round_}-{n}" for n in range(len(new))]
        assert 1 <= acknowledged <= len(new) <= acknowledged + 1
        told = now
    spend(journal(tmp_path), "next")
    assert items(journal(tmp_path)) == [*told, "next"]


@POSIX
def test_5_a_disk_that_is_really_full_takes_whole_commands_only(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    size = mine.survey().own.stat().st_size

    full = [
        drive(tmp_path, "spend", "b", "c", variables={"DRIVER_FILE_LIMIT": str(limit)})
        for limit in range(size, 3 * size, size // 4)
    ]
    enough = drive(
        tmp_path, "spend", "d", variables={"DRIVER_FILE_LIMIT": str(3 * size)}
    )

    for ran in full:
        assert (ran.code, ran.stdout) == (5, "")
        assert "File too large. Nothing was changed." in ran.stderr
    assert enough.code == 0
    assert items(mine) == ["a", "d"]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kB, which only root can make."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount).returncode:
        pytest.skip("only root can mount a small file system")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_5_a_tiny_disk_keeps_what_it_acknowledged_and_goes_on_after_a_clean_up(
    tiny_disk: Path,
) -> None:
    ballast = tiny_disk / "ballast"
    ballast.write_bytes(bytes(20_000))
    process = start(tiny_disk, "spend-each", *(f"{n}" for n in range(500)))
    acknowledged = len(said(process))

    told = items(journal(tiny_disk))
    ballast.unlink()
    ran = drive(tiny_disk, "spend", "next")

    assert process.returncode == 5
    assert told == [f"{n}" for n in range(acknowledged)]
    assert acknowledged > 10
    assert ran.code == 0
    assert items(journal(tiny_disk)) == [*told, "next"]


def test_9_four_processes_write_at_once_and_all_is_there(tmp_path: Path) -> None:
    names = [[f"{who}-{n}" for n in range(40)] for who in range(4)]
    began = time.monotonic()

    processes = [start(tmp_path, "spend-each", *each) for each in names]
    acknowledged = [len(said(process)) for process in processes]

    took = time.monotonic() - began
    events = journal(tmp_path).read().events
    assert acknowledged == [40, 40, 40, 40]
    assert sorted(event.data["item"] for event in events) == sorted(chain(*names))
    assert [event.seq for event in events] == list(range(1, 161))
    assert journal(tmp_path).read().problems == ()
    assert took < 20, "two seconds as a rule; writers wait for each other too long"


def test_10_readers_never_see_an_error_or_half_a_command(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    spend(mine, "first")
    process = start(tmp_path, "spend-each", *(f"{n}" for n in range(100)))
    lengths = []

    while process.poll() is None:
        log = mine.read()
        assert log.problems == ()
        lengths.append(len(log.events))

    process.communicate()
    assert lengths == sorted(lengths)
    assert len(set(lengths)) > 5, "nothing was written while we read"
    assert len(items(mine)) == 101


def test_11_a_lock_held_for_ever_is_waited_for_five_seconds(tmp_path: Path) -> None:
    spend(journal(tmp_path), "a")
    holder = start(tmp_path, "hold", "30")
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    began = time.monotonic()

    ran = drive(tmp_path, "spend", "b")

    took = time.monotonic() - began
    read = drive(tmp_path, "read")
    holder.kill()
    holder.communicate()
    assert ran.code == 5
    assert f"process {holder.pid}" in ran.stderr
    assert 4.5 < took < 10
    assert json.loads(read.stdout) == {"items": ["a"], "problems": []}
    assert drive(tmp_path, "spend", "b").code == 0, "the lock ends with its holder"


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that other users can reach, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def unprivileged(folder: Path) -> dict[str, str]:
    """Give `folder` to a user who is not root, and say how the driver becomes them."""
    if os.geteuid():
        return {}
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    return {"DRIVER_UID": str(NOBODY)}


@contextlib.contextmanager
def read_only(*folders: Path) -> Iterator[None]:
    for folder in folders:
        folder.chmod(0o555)
    try:
        yield
    finally:
        for folder in folders:
            folder.chmod(0o755)


@POSIX
@pytest.mark.parametrize("closed", ["data", "data/journal", "state", "all"])
def test_12_where_nothing_can_be_written_reading_works_and_saving_says_so(
    shared: Path, closed: str
) -> None:
    mine = journal(shared)
    spend(mine, "a")
    as_nobody = unprivileged(shared)
    log = mine.survey().own
    log.chmod(0o400)
    folders = [shared / closed]
    if closed == "all":
        folders = [path for path in shared.rglob("*") if path.is_dir()]
        (mine.state / "lock").chmod(0o400)
    before = sorted(shared.rglob("*"))

    with read_only(*folders):
        read = drive(shared, "read", variables=as_nobody)
        ran = drive(shared, "spend", "b", variables=as_nobody)

    assert json.loads(read.stdout) == {"items": ["a"], "problems": []}
    assert (ran.code, ran.stdout) == (5, "")
    assert re.match(r"Cannot save to .*: Permission denied\. Nothing", ran.stderr)
    assert sorted(shared.rglob("*")) == before


@POSIX
def test_12_where_there_is_no_home_nothing_is_created_elsewhere(shared: Path) -> None:
    as_nobody = unprivileged(shared)

    with read_only(shared):
        read = drive(shared, "read", variables=as_nobody)
        ran = drive(shared, "spend", "a", variables=as_nobody)

    assert json.loads(read.stdout) == {"items": [], "problems": []}
    assert ran.code == 5
    assert f"Cannot save to {shared / 'data'}: Permission denied" in ran.stderr
    assert list(shared.iterdir()) == []


@POSIX
def test_12_a_log_that_cannot_be_read_is_named(shared: Path) -> None:
    mine = journal(shared)
    spend(mine, "a")
    as_nobody = unprivileged(shared)
    log = mine.survey().own
    log.chmod(0)

    read = drive(shared, "read", variables=as_nobody)
    ran = drive(shared, "spend", "b", variables=as_nobody)

    assert (read.code, ran.code) == (5, 5)
    assert f"Cannot read {log}: Permission denied" in read.stderr
    assert read.stderr == ran.stderr


@need("faketime")
def test_14_the_clock_may_go_back_and_forward(tmp_path: Path) -> None:
    for item, day in (("a", "2030-06-01"), ("b", "2020-06-01"), ("c", "2026-06-01")):
        ran = drive(tmp_path, "spend", item, under=("faketime", f"{day} 12:00:00"))
        assert ran.code == 0, ran.stderr

    report = examine(journal(tmp_path), DAY)

    assert items(journal(tmp_path)) == ["a", "b", "c"]
    assert [event.at.year for event in journal(tmp_path).read().events] == [
        *(2030, 2020, 2026)
    ]
    assert report.is_healthy
    (note,) = report.notes
    assert note.startswith("1 event from the future, up to 2030-06-01")


ZONES = ("UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati")


@need("faketime")
@pytest.mark.parametrize(
    "moment",
    ["2026-03-29 00:00:01", "2026-03-29 02:30:00", "2026-10-25 23:30:00"],
)
def test_15_no_change_of_clock_or_zone_moves_the_day_of_a_check_in(
    tmp_path: Path, moment: str
) -> None:
    day = moment[:10]
    for zone in ZONES:
        # The wall of each zone shows this moment.
        under = ("faketime", "-f", f"@{moment}")
        ran = drive(tmp_path, "check-in", under=under, variables={"TZ": zone})
        assert ran.code == 0, ran.stderr

    for zone in ZONES:
        ran = drive(tmp_path, "read-days", variables={"TZ": zone})
        assert json.loads(ran.stdout) == [day] * len(ZONES)
