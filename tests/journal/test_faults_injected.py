"""Faults at every system call: 2, 3, 4, 23 and 24 of the table in test_faults.py.

SQLite's harness is the model (https://www.sqlite.org/testing.html): a task is repeated
while its first, second, third … call fails, until none is left that could.
"""

import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path

import pytest

from pillarplan.journal.care.backup import verify_backup
from pillarplan.journal.care.repair import repair
from pillarplan.journal.storage.format import read_version
from tests.journal.driver import NEXT, items, journal, spend
from tests.journal.running import Point, need, points, trace

TORN = b'0badc0de {"id":"half of an ev'

EMPTY, USED, TORN_TAIL, ROLLED_BACK = "empty", "used", "torn tail", "rolled back"

KILLED = "signal=KILL"
DISK_FULL = "error=ENOSPC"
DISK_BROKEN = "error=EIO"


@pytest.fixture
def begun(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a folder in which a journal is in the state that the test asks for."""
    folder = tmp_path / "begun"
    folder.mkdir()
    mine = journal(folder)
    if request.param != EMPTY:
        spend(mine, "a", "b")
        spend(mine, "c")
    log = mine.survey().own
    if request.param == TORN_TAIL:
        log.write_bytes(log.read_bytes() + TORN)
    if request.param == ROLLED_BACK:
        log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:2]))
    return folder


@need("strace")
@pytest.mark.parametrize("fault", [KILLED, DISK_FULL, DISK_BROKEN])
@pytest.mark.parametrize("begun", [EMPTY, USED, TORN_TAIL, ROLLED_BACK], indirect=True)
def test_2_3_4_no_fault_at_any_system_call_loses_or_halves_a_command(
    begun: Path, tmp_path: Path, fault: str
) -> None:
    before = items(journal(begun))
    found = points(shutil.copytree(begun, tmp_path / "traced"), "spend", "x", "y")

    complaints = _each(found, partial(_complaints, begun, before, fault))

    assert [*complaints] == []
    assert len(found) >= 12, "strace saw hardly any call"


@need("strace")
def test_2_a_command_is_one_write_that_is_on_disk_before_it_is_told(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    spend(journal(folder), "a")
    log = journal(folder).survey().own

    calls = [*trace(folder, "spend", "x", "y", "z")]

    # The file of each call by the number under which it is open.
    opened = next(n for n, line in enumerate(calls) if f'{log}", O_RDWR' in line)
    handle = calls[opened].rsplit("= ")[-1]
    on_log = [
        line.split("(")[0]
        for line in calls[opened:]
        if re.match(rf"(write|fsync|ftruncate)\({handle},? ?", line)
    ]
    assert on_log[:2] == ["write", "fsync"]
    assert calls[-1].startswith("write(1, ")
    assert log.read_bytes().count(b"\n") == 4


@need("strace")
@pytest.mark.parametrize("fault", [KILLED, DISK_FULL, DISK_BROKEN])
def test_23_a_file_that_is_replaced_is_the_old_or_the_new_one(
    tmp_path: Path, fault: str
) -> None:
    begun = tmp_path / "begun"
    begun.mkdir()
    (begun / "export").write_bytes(b"old")
    found = points(shutil.copytree(begun, tmp_path / "traced"), "replace")

    complaints = _each(found, partial(_complaints_after_replacing, begun, fault))

    assert [*complaints] == []
    assert len(found) >= 6, "strace saw hardly any call"


def _complaints_after_replacing(begun: Path, fault: str, point: Point) -> Iterator[str]:
    folder = begun.with_name(f"{point.call}-{point.number}")
    shutil.copytree(begun, folder)

    ran = point.inject(fault, folder, "replace")

    content = (folder / "export").read_bytes()
    if content != b"new" and (content != b"old" or ran.stdout):
        yield f"after it said {ran.stdout!r} there is {content!r}"
    if fault != KILLED and len([*folder.iterdir()]) > 1:
        yield f"it left {[*folder.iterdir()]}"


@need("strace")
def test_24_an_upgrade_that_is_killed_leaves_the_old_or_the_new_and_a_backup(
    tmp_path: Path,
) -> None:
    begun = tmp_path / "begun"
    begun.mkdir()
    spend(journal(begun), "a", "b")
    found = points(shutil.copytree(begun, tmp_path / "traced"), "upgrade", "x")

    complaints = _each(found, partial(_complaints_after_upgrade, begun))

    assert [*complaints] == []
    assert len(found) >= 12, "strace saw hardly any call"


def _complaints_after_upgrade(begun: Path, point: Point) -> Iterator[str]:
    folder = begun.with_name(f"{point.call}-{point.number}")
    shutil.copytree(begun, folder)
    backup = folder / "state" / "backups" / "before-2.0.zip"

    point.inject(KILLED, folder, "upgrade", "x")

    if read_version(folder / "data") == (2, 0):
        yield from (fault.message for fault in verify_backup(backup))
    elif items(journal(folder)) != ["a", "b"]:
        yield "the old program does not find what it wrote"
    upgraded = journal(folder, NEXT)
    after = items(upgraded)
    if after not in (["a", "b"], ["a", "b", "x"]):
        yield f"now there is {after}"
    spend(upgraded, "next")
    if items(upgraded) != [*after, "next"] or upgraded.read().problems:
        yield f"the next command left {upgraded.read()}"


@need("strace")
@pytest.mark.parametrize("begun", [TORN_TAIL, ROLLED_BACK], indirect=True)
def test_2_a_repair_that_is_killed_can_be_run_again(
    begun: Path, tmp_path: Path
) -> None:
    log = journal(begun).survey().own
    log.write_bytes(log.read_bytes().replace(b'"hours":1.0', b'"hours":7.0', 1))
    found = points(shutil.copytree(begun, tmp_path / "traced"), "repair")

    complaints = _each(found, partial(_complaints_after_repair, begun))

    assert [*complaints] == []
    assert len(found) >= 12, "strace saw hardly any call"


def _complaints_after_repair(begun: Path, point: Point) -> Iterator[str]:
    folder = begun.with_name(f"{point.call}-{point.number}")
    shutil.copytree(begun, folder)

    point.inject(KILLED, folder, "repair")

    if items(journal(folder)) != ["a", "b", "c"]:
        yield f"after the kill there is {items(journal(folder))}"
    repair(journal(folder))
    if items(journal(folder)) != ["a", "b", "c"]:
        yield f"after another repair there is {items(journal(folder))}"
    if journal(folder).read().problems:
        yield f"after another repair it says {journal(folder).read().problems}"
    kept = b"".join(
        path.read_bytes() for path in (folder / "data/quarantine").iterdir()
    )
    if b'"hours":7.0' not in kept:
        yield "the edited line is not in the quarantine"


def _each(found: list[Point], check: "partial[Iterator[str]]") -> Iterator[str]:
    # The runs wait for processes, so that threads make use of all cores.
    with ThreadPoolExecutor(4) as pool:
        yield from chain.from_iterable(
            pool.map(lambda point: [f"{point}: {each}" for each in check(point)], found)
        )


def _complaints(
    begun: Path, before: list[str], fault: str, point: Point
) -> Iterator[str]:
    folder = begun.with_name(f"{point.call}-{point.number}")
    shutil.copytree(begun, folder)
    mine = journal(folder)
    log = mine.survey().own
    length = log.stat().st_size if log.exists() else 0

    ran = point.inject(fault, folder, "spend", "x", "y")

    after = items(mine)
    if after not in ([*before, "x", "y"], before):
        yield f"now there is {after}"
    if ran.stdout and after == before:
        yield "it said that it had saved, and had not"
    if fault != KILLED:
        if ran.code != (0 if ran.stdout else 5):
            yield f"it ended with {ran.code} and said {ran.stderr}"
        if "Traceback" in ran.stderr or (ran.code and not ran.stderr):
            yield f"it said {ran.stderr}"
        now = log.stat().st_size if log.exists() else 0
        if ran.code and now not in (length, length - len(TORN)):
            yield f"a log of {length} bytes has {now} bytes now"
    spend(mine, "next")
    if items(mine) != [*after, "next"] or mine.read().problems:
        yield f"the next command left {mine.read()}"
    shutil.rmtree(folder)
