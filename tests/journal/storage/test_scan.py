from pathlib import Path

import pytest

from pillarplan.journal.storage.files import log_files
from pillarplan.journal.storage.format import CURRENT
from pillarplan.journal.storage.scan import Scan, ended, scan, settled
from tests.journal.driver import journal, spend


def lines_of(folder: Path, *commands: tuple[str, ...]) -> list[bytes]:
    """Return the lines of a log with these commands."""
    mine = journal(folder)
    for items in commands:
        spend(mine, *items)
    return mine.survey().own.read_bytes().splitlines(keepends=True)


def items(found: Scan) -> list[str | None]:
    return [
        entry.event.data["item"] if entry.event else None for entry in found.entries
    ]


def test_line_ends_of_windows_and_empty_lines_do_no_harm(tmp_path: Path) -> None:
    lines = lines_of(tmp_path, ("a",), ("b",))
    content = b"\r\n" + b"\n\n".join(line.replace(b"\n", b"\r\n") for line in lines)

    found = scan(content, CURRENT)

    assert items(found) == ["a", "b"]
    assert [entry.number for entry in found.entries] == [2, 5]
    assert found.torn == b""


def test_damage_before_the_end_costs_one_line_only(tmp_path: Path) -> None:
    a, b, c, d = lines_of(tmp_path, ("a", "b", "c"), ("d",))

    found = scan(a + b"junk\n" + c + d, CURRENT)

    assert items(found) == ["a", None, "c", "d"]
    assert [(entry.number, entry.text) for entry in found.damaged] == [(2, b"junk")]
    assert found.torn == b""
    assert b not in found.content


def test_a_command_whose_last_lines_are_missing_counts_as_never_written(
    tmp_path: Path,
) -> None:
    a, b, c, _ = lines_of(tmp_path, ("a",), ("b", "c", "d"))

    found = scan(a + b + c, CURRENT)

    assert items(found) == ["a"]
    assert found.torn == b + c


@pytest.mark.parametrize("end", [b"", b"torn"])
def test_what_was_cut_short_counts_where_its_end_is_elsewhere(
    tmp_path: Path, end: bytes
) -> None:
    a, b, c, d = lines_of(tmp_path, ("a",), ("b", "c", "d"))

    found = scan(a + b + c + end, CURRENT)
    whole = found.with_rest_elsewhere(ended([scan(d, CURRENT)]))
    still_cut = found.with_rest_elsewhere(ended([found, scan(a, CURRENT)]))

    assert items(whole) == ["a", "b", "c"]
    assert whole.torn == end
    assert still_cut == found


def test_a_command_whose_lines_are_out_of_order_is_whole(tmp_path: Path) -> None:
    a, b, c = lines_of(tmp_path, ("a",), ("b", "c"))

    found = scan(c + a + b, CURRENT)

    assert items(found) == ["c", "a", "b"]
    assert found.torn == b""


def test_only_one_command_is_cut_short(tmp_path: Path) -> None:
    a, _, c, d = lines_of(tmp_path, ("a", "b"), ("c", "d"))

    found = scan(a + c + d[:9], CURRENT)

    assert items(found) == ["a"]
    assert found.torn == c + d[:9]


@pytest.mark.parametrize("end", [b"", b'0badc0de {"torn'])
def test_what_stands_before_an_empty_line_is_not_cut_short(
    tmp_path: Path, end: bytes
) -> None:
    a, b, c = lines_of(tmp_path, ("a",), ("b", "c"))

    assert settled(a + b + c, CURRENT) == a + b + c
    assert settled(a + b, CURRENT) == a + b + b"\n"
    assert items(scan(a + b + b"\n" + end, CURRENT)) == ["a", "b"]
    assert items(scan((a + b + b"\n").replace(b"\n", b"\r\n"), CURRENT)) == ["a", "b"]
    assert scan(a + b + b"\n" + end, CURRENT).torn == end


def test_a_damaged_last_line_is_damage_and_not_a_torn_end(tmp_path: Path) -> None:
    a, b, _ = lines_of(tmp_path, ("a",), ("b", "c"))

    found = scan(a + b + b"junk\n", CURRENT)

    assert items(found) == ["a", "b", None]
    assert found.torn == b""


def test_only_visible_log_files_are_read(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a (1).jsonl", ".hidden.jsonl", "notes.txt"):
        (tmp_path / name).touch()
    (tmp_path / "folder.jsonl").mkdir()

    assert log_files(tmp_path) == [tmp_path / "a (1).jsonl", tmp_path / "b.jsonl"]
    assert log_files(tmp_path / "missing") == []
    assert log_files(tmp_path / "b.jsonl") == []
