import json
from pathlib import Path

from pillarplan.journal.care.backup import verify_backup
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.format import read_version
from tests.journal.driver import HOST, NEXT, items, journal, spend


def hours(mine: Journal) -> list[float]:
    return [event.data["hours"] for event in mine.read().events]


def test_events_of_an_older_format_are_upgraded_when_they_are_read(
    tmp_path: Path,
) -> None:
    spend(journal(tmp_path), "a")

    assert hours(journal(tmp_path, NEXT)) == [60]
    assert read_version(tmp_path / "data") == (1, 0), "reading changes nothing"


def test_the_first_command_of_a_newer_program_backs_up_and_upgrades(
    tmp_path: Path,
) -> None:
    old, new = journal(tmp_path), journal(tmp_path, NEXT)
    spend(old, "a")
    before = old.survey().own.read_bytes()

    spend(new, "b")

    backup = tmp_path / "state" / "backups" / "before-2.0.zip"
    assert read_version(tmp_path / "data") == (2, 0)
    assert verify_backup(backup) == ()
    assert new.survey().own.read_bytes().startswith(before), "no line is rewritten"
    assert hours(new) == [60, 1]
    assert items(new) == ["a", "b"]
    assert new.read().problems == ()


def test_a_device_that_upgrades_later_loses_nothing(tmp_path: Path) -> None:
    shared = tmp_path / "data"
    early, late = (
        Journal(shared, tmp_path / "early", HOST, NEXT),
        Journal(shared, tmp_path / "late", HOST),
    )
    spend(late, "old, before")
    spend(early, "new")

    upgraded = Journal(shared, tmp_path / "late", HOST, NEXT)
    spend(upgraded, "new, after")

    assert hours(early) == hours(upgraded) == [60, 1, 1]


def test_a_newer_minor_of_ours_is_named_after_a_backup(tmp_path: Path) -> None:
    spend(journal(tmp_path), "a")
    newer = NEXT.__class__(version=(1, 1))

    spend(journal(tmp_path, newer), "b")

    assert read_version(tmp_path / "data") == (1, 1)
    assert (tmp_path / "state" / "backups" / "before-1.1.zip").exists()
    assert hours(journal(tmp_path)) == [1, 1], "the older program reads it, too"


def test_the_version_is_kept_as_two_numbers(tmp_path: Path) -> None:
    spend(journal(tmp_path, NEXT), "a")

    record = json.loads((tmp_path / "data" / "format.json").read_bytes())
    assert record == {"format": "pillarplan-log", "version": [2, 0]}
