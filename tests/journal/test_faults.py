"""What may happen to a journal, and that it loses nothing by it.

The promise for all: *every event whose command succeeded is there; the events of a
command that failed are all there or all absent; the next command works; nothing is
deleted, at most moved to the quarantine; the message names the file and the next step.*

| #  | fault                                         | tested in                   |
|----|-----------------------------------------------|-----------------------------|
| 1  | killed at random times                        | test_faults_of_processes.py |
| 2  | killed at each system call                    | test_faults_injected.py     |
| 3  | disk full at each system call                 | test_faults_injected.py     |
| 4  | disk broken at each system call               | test_faults_injected.py     |
| 5  | really full disk                              | test_faults_of_processes.py |
| 6  | torn write after a power loss                 | here                        |
| 7  | flipped bits                                  | here                        |
| 8  | block of NULs, empty file                     | here                        |
| 9  | several processes write                       | test_faults_of_processes.py |
| 10 | readers while somebody writes                 | test_faults_of_processes.py |
| 11 | lock held for ever                            | test_faults_of_processes.py |
| 12 | folder not writable, or missing               | test_faults_of_processes.py |
| 13 | newer major, newer minor                      | here                        |
| 14 | clock goes back and forward                   | test_faults_of_processes.py |
| 15 | summer time, other time zone                  | test_faults_of_processes.py |
| 16 | two machines that sync through git            | test_faults_of_sync.py      |
| 17 | two machines with one device id               | test_faults_of_sync.py      |
| 18 | a sync tool's conflict copy                   | test_faults_of_sync.py      |
| 19 | a sync tool puts back an older file           | test_faults_of_sync.py      |
| 20 | a line edited by hand                         | here                        |
| 21 | umask 0, a folder that others can read        | here                        |
| 22 | symbolic links                                | here                        |
| 23 | killed while a file is replaced               | test_faults_injected.py     |
| 24 | killed while the format is upgraded           | test_faults_injected.py     |
"""

import json
import os
import random
from pathlib import Path

import pytest

from pillarplan.journal.care.doctor import examine
from pillarplan.journal.care.repair import accept, repair
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.errors import NewerJournalError
from pillarplan.journal.storage.event import seal
from pillarplan.journal.storage.format import CURRENT
from pillarplan.journal.storage.scan import scan
from tests.journal.driver import DAY, items, journal, spend


@pytest.fixture
def mine(tmp_path: Path) -> Journal:
    """A journal with three commands, of one, two and one events."""
    mine = journal(tmp_path)
    spend(mine, "a")
    spend(mine, "b", "c")
    spend(mine, "d")
    return mine


def without_shadow(mine: Journal) -> Journal:
    """Return the journal after its shadow copy was lost, to see what it does alone."""
    mine.survey().shadow_file.unlink()
    return mine


def quarantined(mine: Journal) -> list[bytes]:
    return [path.read_bytes() for path in sorted(mine.quarantine.iterdir())]


def test_6_a_log_cut_at_any_byte_keeps_all_commands_before(mine: Journal) -> None:
    whole = mine.survey().own.read_bytes()
    lines = whole.splitlines(keepends=True)
    told = {0: 0, 1: 1, 3: 3, 4: 4}  # the second command has two events
    sizes = {len(b"".join(lines[:count])): kept for count, kept in told.items()}

    for length in range(len(whole)):
        found = scan(whole[:length], CURRENT)

        # A newline that is missing costs nothing, since the checksum fits.
        expected = sizes[max(size for size in sizes if size <= length + 1)]
        assert len(found.entries) == expected, f"cut to {length} bytes"
        assert b"".join(lines[:expected]).startswith(whole[: found.end])
        assert found.end + len(found.torn) == length


def test_6_a_torn_end_goes_to_the_quarantine_and_the_next_command_works(
    mine: Journal,
) -> None:
    log = without_shadow(mine).survey().own
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:2]) + lines[2][:50])

    (problem,) = mine.read().problems
    spend(mine, "e")

    assert problem.place == f"journal/{log.name}:2"
    assert "cut short" in problem.message
    assert items(mine) == ["a", "e"]
    assert mine.read().problems == ()
    assert quarantined(mine) == [lines[1] + lines[2][:50]]


def test_6_a_last_line_without_its_newline_is_ended_by_the_next_command(
    mine: Journal,
) -> None:
    log = without_shadow(mine).survey().own
    log.write_bytes(log.read_bytes().rstrip(b"\n"))

    told = items(mine)
    spend(mine, "e")

    assert told == ["a", "b", "c", "d"]
    assert items(mine) == ["a", "b", "c", "d", "e"]
    assert mine.read().problems == ()


@pytest.mark.parametrize("seed", range(5))
def test_7_a_flipped_bit_costs_at_most_its_own_line_and_is_reported(
    mine: Journal, seed: int
) -> None:
    log = without_shadow(mine).survey().own
    whole = log.read_bytes()
    for position in random.Random(seed).sample(range(len(whole)), 40):
        bit = random.Random(seed + position).randrange(8)
        flipped = bytearray(whole)
        flipped[position] ^= 1 << bit
        log.write_bytes(flipped)

        lost = {"a", "b", "c", "d"} - set(items(mine))

        number = whole[:position].count(b"\n") + 1
        touched = {1: "a", 2: "b", 3: "c", 4: "d"}
        expected = {touched[number]}
        if whole[position : position + 1] == b"\n":
            expected.add(touched.get(number + 1, "d"))
        assert lost <= expected
        if lost:
            assert [p.line for p in mine.read().problems] == [number]


def test_7_with_the_shadow_copy_a_flipped_bit_costs_nothing(mine: Journal) -> None:
    log = mine.survey().own
    whole = log.read_bytes()
    for position in range(0, len(whole), 7):
        flipped = bytearray(whole)
        flipped[position] ^= 4
        log.write_bytes(flipped)

        assert items(mine) == ["a", "b", "c", "d"]
        assert mine.read().problems != ()

    repair(mine)
    assert items(mine) == ["a", "b", "c", "d"]
    assert mine.read().problems == ()


@pytest.mark.parametrize("spoilt", ["nothing", "missing", "nuls", "only nuls"])
def test_8_an_emptied_log_or_a_block_of_nuls_is_reported_and_restored(
    mine: Journal, spoilt: str
) -> None:
    log = mine.survey().own
    whole = log.read_bytes()
    match spoilt:
        case "missing":
            log.unlink()
        case "nothing":
            log.write_bytes(b"")
        case "nuls":
            log.write_bytes(whole[:-300] + bytes(300))
        case _:
            log.write_bytes(bytes(len(whole)))

    problems = mine.read().problems
    told = items(mine)
    spend(mine, "e")

    assert told == ["a", "b", "c", "d"]
    assert "the copy in the state folder has what is lost" in problems[-1].message
    assert problems[-1].next_step.startswith("The next command that saves")
    assert items(mine) == ["a", "b", "c", "d", "e"]
    assert mine.read().problems == ()
    assert log.read_bytes().startswith(whole)


def test_13_a_newer_major_is_refused_with_a_hint_to_upgrade(mine: Journal) -> None:
    form = mine.data / "format.json"
    newer = json.dumps({"format": "pillarplan-log", "version": [2, 0]}).encode()
    form.write_bytes(newer)
    before = mine.survey().own.read_bytes()

    with pytest.raises(NewerJournalError, match="Upgrade pillarplan"):
        mine.read()
    with pytest.raises(NewerJournalError, match="Upgrade pillarplan") as refused:
        spend(mine, "e")

    assert refused.value.exit_code == 6
    assert form.read_bytes() == newer
    assert mine.survey().own.read_bytes() == before


def test_13_a_line_of_a_newer_major_is_refused_too(mine: Journal) -> None:
    log = mine.survey().own
    log.write_bytes(log.read_bytes() + seal({"v": 2, "all": "new"}))

    with pytest.raises(NewerJournalError, match=r"has format 2\.0"):
        mine.read()


def test_13_a_newer_minor_is_kept_byte_for_byte(mine: Journal, tmp_path: Path) -> None:
    form = mine.data / "format.json"
    newer = json.dumps({"format": "pillarplan-log", "version": [1, 7]}).encode()
    form.write_bytes(newer)
    log = mine.survey().own
    unknown = (
        mine.read()
        .events[-1]
        ._replace(
            id="0" * 16, cmd="1" * 16, seq=5, lam=4, type="dreamt", data={"of": "sheep"}
        )
    )
    line = seal({**unknown._asdict(), "at": "2030-01-01T00:00:00+00:00", "more": [1]})
    log.write_bytes(log.read_bytes() + line)

    spend(mine, "e")

    assert items(mine) == ["a", "b", "c", "d", "e"]
    assert mine.read().problems == ()
    assert line in log.read_bytes().splitlines(keepends=True)
    assert form.read_bytes() == newer


def edit(mine: Journal, old: bytes, new: bytes) -> bytes:
    """Edit the own log by hand; return what it was before."""
    log = mine.survey().own
    before = log.read_bytes()
    log.write_bytes(before.replace(old, new, 1))
    return before


def test_20_an_edit_by_hand_is_reported_and_has_no_effect(mine: Journal) -> None:
    edit(mine, b'"item":"b"', b'"item":"bee"')

    (problem, *_) = mine.read().problems

    assert problem.place == f"journal/{mine.survey().own.name}:2"
    assert "its checksum does not fit" in problem.message
    assert "pillarplan doctor --accept" in problem.next_step
    assert items(mine) == ["a", "b", "c", "d"]


def test_20_an_edit_can_be_accepted_and_the_original_is_kept(mine: Journal) -> None:
    before = edit(mine, b'"item":"b"', b'"item":"bee"')

    accept(mine)

    assert items(mine) == ["a", "bee", "c", "d"]
    assert mine.read().problems == ()
    assert before in quarantined(mine)
    assert spend(mine, "e")
    assert items(mine) == ["a", "bee", "c", "d", "e"]


def test_20_an_edit_can_be_accepted_after_other_commands(mine: Journal) -> None:
    edit(mine, b'"item":"b"', b'"item":"bee"')
    spend(mine, "e")

    accept(mine)

    assert items(mine) == ["a", "bee", "c", "d", "e"]
    assert mine.read().problems == ()


def test_20_an_edit_can_be_taken_back(mine: Journal) -> None:
    edit(mine, b'"item":"b"', b'"item":"bee"')

    repair(mine)

    assert items(mine) == ["a", "b", "c", "d"]
    assert mine.read().problems == ()
    assert b'"item":"bee"' in b"".join(quarantined(mine))


def test_20_a_deleted_line_comes_back_unless_it_is_accepted(mine: Journal) -> None:
    log = mine.survey().own
    lines = log.read_bytes().splitlines(keepends=True)
    without_a = b"".join(lines[1:])

    log.write_bytes(without_a)
    reported = mine.read().problems
    spend(mine, "e")
    told = items(mine)
    log.write_bytes(without_a)
    accept(mine)

    assert "1 event vanished" in reported[0].message
    assert told == ["a", "b", "c", "d", "e"]
    assert items(mine) == ["b", "c", "d"]
    assert mine.read().problems == ()


@pytest.mark.skipif(os.name != "posix", reason="permissions mean something else")
def test_21_all_is_private_whatever_the_umask(tmp_path: Path) -> None:
    mine = journal(tmp_path / "new" / "home")
    before = os.umask(0)
    try:
        spend(mine, "a")
        log = mine.survey().own
        log.write_bytes(log.read_bytes() + b"torn")
        spend(mine, "b")
    finally:
        os.umask(before)

    made = [tmp_path / "new", *(tmp_path / "new").rglob("*")]
    assert len(made) == 13
    for path in made:
        expected = 0o700 if path.is_dir() else 0o600
        assert path.stat().st_mode & 0o777 == expected, path


@pytest.mark.skipif(os.name != "posix", reason="permissions mean something else")
def test_21_a_folder_that_others_can_read_is_reported_and_closed(
    mine: Journal,
) -> None:
    mine.data.chmod(0o750)
    mine.survey().own.chmod(0o644)

    report = examine(mine, DAY)
    repair(mine)

    assert report.is_healthy, "git pull opens files; it harms nothing"
    assert report.notes == (
        f"Others than you may be able to read {mine.data} and 1 more, as after git "
        "pull. To make them private: pillarplan doctor --repair",
    )
    assert examine(mine, DAY).notes == ()
    assert mine.data.stat().st_mode & 0o777 == 0o700


def test_22_symbolic_links_stay_and_their_targets_are_written(tmp_path: Path) -> None:
    target = tmp_path / "dotfiles"
    (target / "data").mkdir(parents=True)
    folder = tmp_path / "linked"
    folder.mkdir()
    (folder / "data").symlink_to(target / "data", target_is_directory=True)
    mine = journal(folder)
    spend(mine, "a")
    log = mine.survey().own
    for path in (log, mine.data / "format.json"):
        moved = target / path.name
        path.rename(moved)
        path.symlink_to(moved)

    spend(mine, "b")
    edit(mine, b'"item":"b"', b'"item":"bee"')
    accept(mine)

    assert items(mine) == ["a", "bee"]
    assert (folder / "data").is_symlink()
    assert log.is_symlink()
    assert b"bee" in (target / log.name).read_bytes()
