from pathlib import Path

import pytest

from pillarplan.journal.care.doctor import examine
from pillarplan.journal.care.repair import Mended, accept, repair
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.errors import NewerJournalError
from pillarplan.journal.storage.event import seal
from tests.journal.driver import DAY, items, journal, spend


@pytest.fixture
def mine(tmp_path: Path) -> Journal:
    mine = journal(tmp_path)
    spend(mine, "a")
    spend(mine, "b")
    return mine


@pytest.mark.parametrize("mend", [repair, accept])
def test_a_healthy_journal_is_left_as_it_is(mine: Journal, mend: object) -> None:
    before = {path: path.read_bytes() for path in mine.data.rglob("*.*")}

    assert (repair if mend is repair else accept)(mine) == ()
    assert {path: path.read_bytes() for path in mine.data.rglob("*.*")} == before


def test_damage_goes_to_the_quarantine_and_lost_events_come_back(
    mine: Journal,
) -> None:
    log = mine.survey().own
    a, b = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"junk\n" + b + b'{"torn')

    mended = repair(mine)

    assert mended == (
        Mended(
            file=f"journal/{log.name}",
            done="2 damaged places taken out, 1 event put back from the shadow copy",
            kept=mine.quarantine / f"{log.name}.1",
        ),
    )
    assert (mine.quarantine / f"{log.name}.1").read_bytes() == b'junk\n{"torn'
    assert log.read_bytes() == mine.survey().shadow_file.read_bytes() == b + a
    assert examine(mine, DAY).is_healthy
    assert examine(mine, DAY).quarantine == (str(mine.quarantine / f"{log.name}.1"),)


def test_the_log_of_another_device_is_freed_of_damage_but_not_of_its_end(
    mine: Journal, tmp_path: Path
) -> None:
    other = journal(tmp_path, host="other")
    spend(other, "c")
    log = other.survey().own
    whole = log.read_bytes()
    log.write_bytes(b"junk\n" + whole + b'0badc0de {"on its way')

    (mended,) = repair(mine)

    assert mended.done == (
        "1 damaged place taken out; no copy holds an event that may have stood there"
    )
    assert log.read_bytes() == whole + b'0badc0de {"on its way'


def test_an_event_that_no_copy_holds_is_named_until_it_comes_back(
    mine: Journal, tmp_path: Path
) -> None:
    other = journal(tmp_path, host="other")
    for item in ("c", "d"):
        spend(other, item)
    log = other.survey().own
    whole = log.read_bytes()
    mine.survey().shadow_of(log).unlink(missing_ok=True)
    log.write_bytes(whole.replace(b'"item":"d"', b'"item":"D"'))
    repair(mine)

    report = examine(mine, DAY)

    assert (report.is_healthy, report.is_well, report.missing) == (True, False, 1)
    assert report.notes[0].startswith("1 event in the quarantine can no longer be read")
    log.write_bytes(whole)
    assert examine(mine, DAY).is_well


@pytest.mark.parametrize("end", [b"", b'0badc0de {"torn'])
@pytest.mark.parametrize("is_own", [True, False])
def test_what_is_left_of_a_damaged_command_counts_after_repair_as_before(
    mine: Journal, tmp_path: Path, is_own: bool, end: bytes
) -> None:
    other = mine if is_own else journal(tmp_path, host="other")
    spend(other, "c", "d")
    log = other.survey().own
    log.write_bytes(log.read_bytes().replace(b'"item":"d"', b'"item":"D"') + end)
    mine.survey().shadow_of(log).unlink(missing_ok=True)
    assert items(mine) == ["a", "b", "c"]

    for _ in range(2):
        repair(mine)
        assert items(mine) == ["a", "b", "c"]
    accept(mine)
    examine(mine, DAY)  # which copies what it sees
    log.unlink()
    assert items(mine) == ["a", "b", "c"], "the copy tells the same"
    spend(other, "e")
    assert items(mine) == ["a", "b", "c", "e"]


def test_a_damaged_format_file_is_written_anew(mine: Journal) -> None:
    form = mine.data / "format.json"
    before = form.read_bytes()
    form.write_bytes(b"\0\0\0")

    (mended,) = repair(mine)

    assert mended == Mended(
        file="format.json",
        done="written anew",
        kept=mine.quarantine / "format.json.1",
    )
    assert form.read_bytes() == before
    assert (mine.quarantine / "format.json.1").read_bytes() == b"\0\0\0"


def test_a_newer_journal_is_not_repaired(mine: Journal) -> None:
    log = mine.survey().own
    log.write_bytes(log.read_bytes() + seal({"v": 2}))
    before = log.read_bytes()

    for mend in (repair, accept):
        with pytest.raises(NewerJournalError):
            mend(mine)

    assert log.read_bytes() == before


def test_leftovers_of_killed_commands_move_to_the_quarantine(mine: Journal) -> None:
    left = mine.logs / ".x.jsonl.0badc0de.tmp"
    left.write_bytes(b"half")

    repair(mine)

    assert not left.exists()
    assert (mine.quarantine / "x.jsonl.0badc0de.tmp.1").read_bytes() == b"half"
    assert examine(mine, DAY).is_healthy


def test_the_same_damage_is_kept_once_and_other_damage_beside_it(
    mine: Journal,
) -> None:
    log = mine.survey().own
    for junk in (b"one\n", b"two\n", b"one\n"):
        log.write_bytes(log.read_bytes() + junk)
        repair(mine)

    kept = sorted(mine.quarantine.iterdir())
    assert [path.read_bytes() for path in kept] == [b"one\n", b"two\n"]


def test_a_log_that_was_deleted_can_be_given_up(mine: Journal) -> None:
    log = mine.survey().own
    whole = log.read_bytes()
    log.unlink()

    (mended,) = accept(mine)

    assert items(mine) == []
    assert mine.read().problems == ()
    assert mended.kept
    assert mended.kept.read_bytes() == whole
    spend(mine, "c")
    assert items(mine) == ["c"]


def test_a_line_that_holds_no_event_cannot_be_accepted(mine: Journal) -> None:
    log = mine.survey().own
    log.write_bytes(b"junk\n" + log.read_bytes())

    assert accept(mine) == ()

    assert items(mine) == ["a", "b"]
    assert [problem.line for problem in mine.read().problems] == [1]


def test_an_edited_last_line_without_its_newline_can_be_accepted(
    mine: Journal,
) -> None:
    log = mine.survey().own
    edited = log.read_bytes().replace(b'"item":"b"', b'"item":"bee"')
    log.write_bytes(edited.rstrip(b"\n"))

    accept(mine)

    assert items(mine) == ["a", "bee"]
    assert mine.read().problems == ()
    assert log.read_bytes().endswith(b"\n")


def test_edits_in_the_log_of_another_device_are_accepted_too(
    mine: Journal, tmp_path: Path
) -> None:
    other = journal(tmp_path, host="other")
    spend(other, "c")
    log = other.survey().own
    log.write_bytes(log.read_bytes().replace(b'"item":"c"', b'"item":"sea"'))

    accept(mine)

    assert sorted(items(mine)) == ["a", "b", "sea"]
    assert mine.read().problems == ()
