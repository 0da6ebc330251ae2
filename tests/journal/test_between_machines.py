"""What one machine does to the files of another, and that nobody forgets a line."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pillarplan.journal.care.doctor import examine
from pillarplan.journal.care.repair import accept, repair
from pillarplan.journal.journal import Journal
from pillarplan.journal.open_journal import OpenJournal
from pillarplan.journal.storage.event import LATEST, seal
from pillarplan.journal.storage.lock import held
from tests.journal.driver import DAY, NOON, items, journal, spend

TOLD = ["a", "b", "c"]


@pytest.fixture
def laptop(tmp_path: Path) -> Journal:
    """A machine that told three things."""
    laptop = journal(tmp_path / "laptop", host="laptop")
    for item in TOLD:
        spend(laptop, item)
    return laptop


@pytest.fixture
def desktop(tmp_path: Path, laptop: Journal) -> Journal:
    """A machine that got the log of the laptop and read it."""
    desktop = journal(tmp_path / "desktop", host="desktop")
    desktop.logs.mkdir(parents=True, mode=0o700)
    desktop.data.chmod(0o700)
    shutil.copy2(laptop.survey().own, theirs(desktop, laptop))
    look(desktop)
    return desktop


def theirs(desktop: Journal, laptop: Journal) -> Path:
    """Return where the desktop has the log of the laptop."""
    return desktop.logs / laptop.survey().own.name


def look(mine: Journal) -> list[str]:
    """Read as a command does that records nothing; return what was told."""
    book = OpenJournal(mine, lambda _: None)
    return [spent.item for spent in book.profile.spent]


def keep_two(log: Path) -> None:
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:2]))


def flip(log: Path) -> None:
    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 1
    before = log.stat()
    log.write_bytes(content)
    # As a disk does it, which tells nobody.
    os.utime(log, ns=(before.st_atime_ns, before.st_mtime_ns))


def empty(log: Path) -> None:
    log.write_bytes(b"")


HARM: list[Callable[[Path], None]] = [keep_two, flip, empty, Path.unlink]


def test_reading_once_is_enough_to_keep_a_copy(
    desktop: Journal, laptop: Journal
) -> None:
    copy = desktop.shadows / laptop.survey().own.name

    assert copy.read_bytes() == laptop.survey().own.read_bytes()
    if os.name == "posix":
        assert copy.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("harm", HARM)
def test_what_was_read_once_stays_and_repair_puts_it_back_byte_by_byte(
    desktop: Journal, laptop: Journal, harm: Callable[[Path], None]
) -> None:
    log = theirs(desktop, laptop)
    whole = log.read_bytes()
    harm(log)

    told, report = look(desktop), examine(desktop, DAY)
    repair(desktop)

    assert told == TOLD
    assert not report.is_healthy
    assert report.missing == 0
    assert log.read_bytes() == whole
    assert examine(desktop, DAY).is_well
    assert look(desktop) == TOLD


def test_an_end_that_nobody_was_told_of_hides_nothing(
    desktop: Journal, laptop: Journal
) -> None:
    log = theirs(desktop, laptop)
    before = log.stat()
    log.write_bytes(log.read_bytes()[:-1] + b"\0")
    os.utime(log, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert look(desktop) == TOLD


@pytest.mark.parametrize("harm", HARM)
def test_a_command_that_saves_forgets_nothing_either(
    desktop: Journal, laptop: Journal, harm: Callable[[Path], None]
) -> None:
    harm(theirs(desktop, laptop))

    for item in ("d", "e"):
        spend(desktop, item)

    assert sorted(look(desktop)) == [*TOLD, "d", "e"]


def test_a_log_that_was_set_back_and_goes_on_keeps_both(
    desktop: Journal, laptop: Journal
) -> None:
    keep_two(laptop.survey().own)
    laptop.survey().shadow_file.unlink()
    spend(laptop, "after the restore")
    shutil.copy2(laptop.survey().own, theirs(desktop, laptop))

    assert sorted(look(desktop)) == sorted([*TOLD, "after the restore"])
    repair(desktop)
    assert sorted(look(desktop)) == sorted([*TOLD, "after the restore"])
    assert examine(desktop, DAY).missing == 0


def test_what_no_copy_holds_is_said_to_be_missing(
    tmp_path: Path, laptop: Journal
) -> None:
    desktop = journal(tmp_path / "desktop", host="desktop")
    desktop.logs.mkdir(parents=True, mode=0o700)
    log = theirs(desktop, laptop)
    shutil.copy2(laptop.survey().own, log)
    flip(log)

    read = desktop.read()
    (mended,) = (each for each in repair(desktop) if each.kept)
    report = examine(desktop, DAY)

    assert (read.missing, read.unexplained) == (1, 1)
    assert mended.done.endswith("no copy holds an event that may have stood there")
    assert report.is_healthy
    assert not report.is_well
    assert report.missing == 1


def test_nothing_is_written_while_nothing_changes(
    desktop: Journal, laptop: Journal
) -> None:
    before = {path: path.stat().st_mtime_ns for path in desktop.state.rglob("*")}

    look(desktop)
    desktop.read()

    assert {p: p.stat().st_mtime_ns for p in desktop.state.rglob("*")} == before


def test_a_copy_grows_with_its_log(desktop: Journal, laptop: Journal) -> None:
    spend(laptop, "d")
    shutil.copy2(laptop.survey().own, theirs(desktop, laptop))
    look(desktop)
    theirs(desktop, laptop).unlink()

    assert look(desktop) == [*TOLD, "d"]


def test_who_reads_neither_waits_nor_fails_where_no_copy_can_be_made(
    tmp_path: Path, laptop: Journal
) -> None:
    desktop = journal(tmp_path / "desktop", host="desktop")
    desktop.logs.mkdir(parents=True)
    shutil.copy2(laptop.survey().own, theirs(desktop, laptop))
    desktop.state.mkdir()
    with held(desktop.state / "lock"):
        assert look(desktop) == TOLD
    assert not [*desktop.shadows.glob("*.jsonl")]
    shutil.rmtree(desktop.state)
    desktop.state.write_text("in the way")

    assert look(desktop) == TOLD


def test_the_longer_log_of_a_twin_hides_nothing_from_who_only_reads(
    tmp_path: Path, laptop: Journal
) -> None:
    twin = journal(tmp_path / "twin", host="laptop")
    shutil.copytree(tmp_path / "laptop", tmp_path / "twin")
    spend(laptop, "mine")
    for item in ("theirs", "more of theirs"):
        spend(twin, item)
    shutil.copy2(theirs(twin, laptop), laptop.survey().own)

    assert sorted(look(laptop)) == sorted([*TOLD, "mine", "theirs", "more of theirs"])


def test_a_log_that_somebody_gave_up_stays_away(
    desktop: Journal, laptop: Journal
) -> None:
    theirs(desktop, laptop).unlink()

    accept(desktop)

    assert look(desktop) == []
    assert examine(desktop, DAY).is_healthy
    assert [path.name for path in desktop.quarantine.iterdir()] == [
        f"{laptop.survey().own.name}.1"
    ]


def test_the_newest_events_of_another_device_are_missed_by_those_who_knew_them(
    desktop: Journal, laptop: Journal, tmp_path: Path
) -> None:
    spend(desktop, "d")
    third = journal(tmp_path / "third", host="third")
    third.logs.mkdir(parents=True, mode=0o700)
    third.data.chmod(0o700)
    log = desktop.survey().own
    shutil.copy2(log, third.logs / log.name)

    report = examine(third, DAY)

    assert [note.partition(":")[0] for note in report.notes] == ["Something is missing"]
    assert (report.missing, report.is_healthy, report.is_well) == (3, True, False)


FOREIGN = [
    ".syncthing.abcdef.jsonl.tmp",
    ".syncthing.x.0badc0de.tmp",
    "~syncthing~x.jsonl.tmp",
    "~$x.jsonl",
    ".DS_Store",
    ".~lock.x.jsonl#",
    "Thumbs.db",
]


@pytest.mark.parametrize("name", FOREIGN)
def test_what_sync_tools_leave_is_left_alone(
    desktop: Journal, laptop: Journal, name: str
) -> None:
    litter = desktop.logs / name
    litter.write_bytes(b"half a line")
    litter.chmod(0o644)

    report = examine(desktop, DAY)
    repair(desktop)

    assert (report.problems, report.notes) == ((), ())
    assert litter.read_bytes() == b"half a line"
    assert not [*desktop.quarantine.glob("*")]


def test_a_line_with_the_highest_number_of_all_leaves_room_for_ours(
    laptop: Journal,
) -> None:
    last = laptop.read().events[-1]
    odd = last._replace(id="0" * 16, cmd="1" * 16, seq=LATEST, lam=LATEST)
    line = seal({**odd._asdict(), "at": NOON.isoformat()})
    for path in (laptop.survey().own, laptop.survey().shadow_file):
        path.write_bytes(path.read_bytes() + line)

    spend(laptop, "d", "e")
    spend(laptop, "f")

    assert laptop.read().problems == ()
    assert laptop.read().missing == 0, "nobody told so many events"
    assert {*items(laptop)} == {*TOLD, *"def"}
    assert len(laptop.read().events) == 7
