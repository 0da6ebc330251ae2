from datetime import UTC, datetime
from pathlib import Path

import pytest

from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning import changes
from pillarplan.journal.storage.errors import (
    DamagedFormatError,
    NotReadableError,
    NotWritableError,
)
from pillarplan.journal.storage.event import LATEST, to_line
from pillarplan.journal.storage.format import CURRENT
from pillarplan.journal.storage.log import Log
from tests.journal.driver import DAY, items, journal, spend

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_journal_that_does_not_exist_is_empty_and_reading_makes_nothing(
    tmp_path: Path,
) -> None:
    mine = journal(tmp_path / "new")

    assert mine.read() == Log()
    assert list(tmp_path.glob("new*")) == []


def test_the_first_command_lays_out_both_folders(tmp_path: Path) -> None:
    mine = journal(tmp_path)

    spend(mine, "a")

    device = mine.survey().own.name
    assert files(mine.data) == {"format.json", f"journal/{device}"}
    assert files(mine.state) == {"devices.json", "lock", f"shadow/{device}"}
    assert (mine.data / "format.json").read_text() == (
        '{"format": "pillarplan-log", "version": [1, 0]}\n'
    )


def test_each_command_has_one_id_and_one_logical_time(tmp_path: Path) -> None:
    mine = journal(tmp_path)

    first = spend(mine, "a", "b")
    second = spend(mine, "c")

    told = [
        (event.cmd, event.lam, event.seq, event.left) for event in mine.read().events
    ]
    assert told == [(first, 1, 1, 1), (first, 1, 2, 0), (second, 2, 3, 0)]


def test_the_shadow_copy_is_the_log_byte_for_byte(tmp_path: Path) -> None:
    mine = journal(tmp_path)

    for item in ("a", "b", "c"):
        spend(mine, item)

    found = mine.survey()
    assert found.shadow_file.read_bytes() == found.own.read_bytes()


def test_a_lost_shadow_copy_is_made_anew(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    mine.survey().shadow_file.unlink()

    spend(mine, "b")

    found = mine.survey()
    assert found.shadow_file.read_bytes() == found.own.read_bytes()


def test_a_shadow_copy_that_cannot_be_read_is_not_overwritten(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    shadow = mine.survey().shadow_file
    shadow.unlink()
    shadow.mkdir()

    with pytest.raises(NotReadableError, match="Is a directory"):
        spend(mine, "b")

    assert shadow.is_dir()


def test_what_one_device_saw_comes_before_what_it_writes(tmp_path: Path) -> None:
    laptop = Journal(tmp_path / "data", tmp_path / "laptop", "laptop")
    desktop = Journal(tmp_path / "data", tmp_path / "desktop", "desktop")

    for number in range(3):
        spend(laptop, f"laptop {number}")
        spend(desktop, f"desktop {number}")

    assert (
        items(laptop)
        == items(desktop)
        == [
            *("laptop 0", "desktop 0", "laptop 1", "desktop 1", "laptop 2", "desktop 2")
        ]
    )


def test_a_log_that_claims_the_highest_time_of_all_does_not_stop_others(
    tmp_path: Path,
) -> None:
    mine, other = journal(tmp_path), journal(tmp_path, host="other")
    spend(other, "a")
    log = other.survey().own
    (event,) = other.read().events
    log.write_bytes(to_line(event._replace(lam=LATEST), CURRENT))

    spend(mine, "b")
    spend(mine, "c")

    assert sorted(items(mine)) == ["a", "b", "c"]


def test_each_host_name_has_a_log_of_its_own(tmp_path: Path) -> None:
    for host in ("office", "cluster", "office"):
        spend(journal(tmp_path, host=host), host)

    mine = journal(tmp_path, host="office")
    assert items(mine) == ["office", "cluster", "office"]
    assert len(list(mine.logs.iterdir())) == 2


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": "other"}', "\0" * 9])
def test_devices_that_cannot_be_read_lead_to_a_new_log(
    tmp_path: Path, content: str
) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    (mine.state / "devices.json").write_text(content)

    spend(mine, "b")

    assert items(mine) == ["a", "b"]
    assert mine.read().problems == ()


def test_a_device_id_is_never_taken_for_a_path(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    mine.state.mkdir()
    (mine.state / "devices.json").write_text(
        '{"hosts": {"test-host": "../../../../x"}}'
    )

    spend(mine, "a")

    assert {path.parent for path in tmp_path.rglob("*.jsonl")} == {
        *(mine.logs, mine.shadows)
    }


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\0\0",
        "[]",
        "{}",
        '{"format": "other", "version": [1, 0]}',
        '{"format": "pillarplan-log", "version": "1.0"}',
        '{"format": "pillarplan-log", "version": ["1", "0"]}',
    ],
)
def test_a_damaged_format_file_is_reported_and_nothing_is_written(
    tmp_path: Path, content: str
) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    (mine.data / "format.json").write_text(content)

    with pytest.raises(DamagedFormatError, match="pillarplan doctor --repair"):
        spend(mine, "b")

    assert items(mine) == ["a"]
    assert [problem.file for problem in mine.read().problems] == ["format.json"]


def test_a_missing_format_file_is_written_again(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    (mine.data / "format.json").unlink()

    spend(mine, "b")

    assert items(mine) == ["a", "b"]
    assert (mine.data / "format.json").exists()


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").touch()

    with pytest.raises(NotWritableError, match=r"Cannot save to .*data: File exists"):
        spend(journal(tmp_path), "a")

    assert journal(tmp_path).read() == Log()


def test_odd_texts_are_cleaned_before_they_are_written(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    nasty = "\x1b[2Jtwo\nlines \u202ereversed\ud800 " + "long " * 1000

    mine.record([changes.checked_in(DAY, nasty)], AT)

    (event,) = mine.read().events
    assert event.data["note"].startswith("[2Jtwo lines reversed long long")
    assert len(event.data["note"]) <= 2000
