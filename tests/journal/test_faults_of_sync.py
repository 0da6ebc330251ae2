"""What sync tools do to a journal: numbers 16 to 19 of the table in test_faults.py."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from pillarplan.domain.text import counted
from pillarplan.journal.care.backup import pack_journal
from pillarplan.journal.care.doctor import examine
from pillarplan.journal.care.repair import accept, repair
from pillarplan.journal.care.restore import Backup
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.log import Trouble
from tests.journal.driver import DAY, items, journal, spend
from tests.journal.running import need


def git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """Run git in `folder`, away from the settings of whoever runs the tests."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    for role in ("AUTHOR", "COMMITTER"):
        environment[f"GIT_{role}_NAME"] = "Ana"
        environment[f"GIT_{role}_EMAIL"] = "ana@example.org"
    return subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True
    )


def done(ran: "subprocess.CompletedProcess[bytes]") -> None:
    assert ran.returncode == 0, ran.stderr + ran.stdout


def save(mine: Journal) -> None:
    done(git(mine.data, "add", "--all"))
    done(git(mine.data, "commit", "--message", "more"))


def pull(mine: Journal, other: Journal) -> "subprocess.CompletedProcess[bytes]":
    return git(mine.data, "pull", "--no-rebase", "--no-edit", str(other.data), "main")


@pytest.fixture
def laptop(tmp_path: Path) -> Journal:
    """A journal in git with one command."""
    mine = journal(tmp_path / "laptop")
    spend(mine, "a")
    done(git(mine.data, "init", "--initial-branch", "main"))
    save(mine)
    return mine


@need("git")
def test_16_two_machines_that_sync_through_git_see_the_same(
    laptop: Journal, tmp_path: Path
) -> None:
    desktop = journal(tmp_path / "desktop")
    desktop.data.parent.mkdir()
    done(git(tmp_path, "clone", str(laptop.data), str(desktop.data)))

    for mine in (laptop, desktop):
        spend(mine, f"on {mine.data.parent.name}", "and more")
        spend(mine, "later")
        save(mine)
    done(pull(desktop, laptop))
    done(pull(laptop, desktop))

    assert laptop.read() == desktop.read()
    assert laptop.read().problems == ()
    assert sorted(items(laptop)) == [
        *("a", "and more", "and more"),
        *("later", "later", "on desktop", "on laptop"),
    ]


@need("git")
@pytest.mark.parametrize("union", [True, False])
def test_17_two_machines_with_one_device_id_keep_all_events(
    laptop: Journal, tmp_path: Path, union: bool
) -> None:
    if union:
        (laptop.data / ".gitattributes").write_text("*.jsonl merge=union\n")
        save(laptop)
    copied = shutil.copytree(laptop.data.parent, tmp_path / "copied home")
    copy = journal(copied)

    for mine in (laptop, copy):
        spend(mine, f"on {mine.data.parent.name}")
        save(mine)
    merged = pull(laptop, copy)
    told = items(laptop)
    problems = laptop.read().problems
    spend(laptop, "later")

    assert merged.returncode == (0 if union else 1)
    assert sorted(told) == ["a", "on copied home", "on laptop"]
    assert items(laptop) == [*told, "later"]
    if union:
        assert problems == ()
    else:
        # The marks that git leaves are damaged lines, and no more than that.
        assert {problem.line for problem in problems} == {2, 4, 6}
    *_, fork = examine(laptop, DAY).problems
    assert "Two machines wrote as device" in fork.message


@pytest.mark.parametrize(
    "name",
    [
        "{}.sync-conflict-20261123-101500-ABCDEFG.jsonl",
        "{} (Ana's conflicted copy 2026-11-23).jsonl",
        "{}-LAPTOP.jsonl",
        "{} (1).jsonl",
    ],
)
def test_18_a_conflict_copy_is_read_as_one_more_log(tmp_path: Path, name: str) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    log = mine.survey().own
    copy = log.with_name(name.format(log.name.removesuffix(".jsonl")))
    shutil.copy(log, copy)
    spend(mine, "b")
    only_in_copy = journal(tmp_path / "elsewhere")
    spend(only_in_copy, "c")
    with copy.open("ab") as stream:
        stream.write(only_in_copy.survey().own.read_bytes())

    log_now = mine.read()
    notes = examine(mine, DAY).notes

    assert sorted(items(mine)) == ["a", "b", "c"]
    assert len(log_now.events) == 3
    assert log_now.problems == ()
    assert "1 of its 2 events are nowhere else" in notes[0]


@pytest.mark.parametrize("first_half_is_own", [True, False])
def test_18_the_halves_of_a_command_in_two_files_are_one_command(
    tmp_path: Path, first_half_is_own: bool
) -> None:
    mine = journal(tmp_path)
    spend(mine, "a", "b", "c")
    log = mine.survey().own
    copy = log.with_name(f"{log.stem}.sync-conflict-1.jsonl")
    a, b, c = log.read_bytes().splitlines(keepends=True)
    halves = [a + b + c[:40], c]
    for path, half in zip(
        (log, copy), halves if first_half_is_own else halves[::-1], strict=True
    ):
        path.write_bytes(half)
    shutil.rmtree(mine.state / "shadow")

    told = items(mine)
    repair(mine)
    repaired = items(mine)
    spend(mine, "d")

    assert told == repaired == ["a", "b", "c"]
    assert items(mine) == ["a", "b", "c", "d"]
    assert items(restored(mine, tmp_path / "elsewhere")) == ["a", "b", "c", "d"]


def restored(mine: Journal, folder: Path) -> Journal:
    """Return a new journal with what a backup of this one holds."""
    other = journal(folder)
    Backup(other, folder / "config", "x.zip", pack_journal(mine)).bring()
    return other


def test_18_what_the_device_itself_holds_counts_more_than_a_copy(
    tmp_path: Path,
) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    log = mine.survey().own
    for name in ("{} (1).jsonl", "{}~1.jsonl"):
        shutil.copy(log, log.with_name(name.format(log.stem)))
    log.write_bytes(log.read_bytes().replace(b'"item":"a"', b'"item":"corrected"'))

    accept(mine)

    assert items(mine) == ["corrected"]


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_19_an_older_file_is_found_by_its_length_and_restored(
    tmp_path: Path, kept: int
) -> None:
    mine = journal(tmp_path)
    for item in ("a", "b", "c"):
        spend(mine, item)
    log = mine.survey().own
    newest = log.read_bytes()
    log.write_bytes(b"".join(newest.splitlines(keepends=True)[:kept]))

    (problem,) = mine.read().problems
    told = items(mine)
    spend(mine, "d")

    assert problem == Trouble(
        file=f"journal/{log.name}",
        message=f"{counted(3 - kept, 'event')} vanished from this file after "
        "pillarplan wrote it; the copy in the state folder has what is lost",
        next_step="The next command that saves puts them back. If you edited it "
        "yourself, try: pillarplan doctor --accept. Otherwise: pillarplan doctor "
        "--repair",
    )
    assert told == ["a", "b", "c"]
    assert items(mine) == ["a", "b", "c", "d"]
    assert log.read_bytes().startswith(newest)
    assert mine.read().problems == ()


def test_19_a_changed_file_of_the_same_length_is_restored_by_the_next_command(
    tmp_path: Path,
) -> None:
    mine, other = journal(tmp_path / "mine"), journal(tmp_path / "other")
    spend(mine, "a")
    spend(other, "b")
    log = mine.survey().own
    log.write_bytes(other.survey().own.read_bytes())

    spend(mine, "c")

    assert sorted(items(mine)) == ["a", "b", "c"]
