import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pillarplan.journal.care.doctor import File, Report, examine
from pillarplan.journal.meaning import changes
from pillarplan.journal.storage.event import seal
from pillarplan.journal.storage.log import Trouble
from tests.journal.driver import DAY, HOST, journal, spend

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_healthy_journal_is_told_in_numbers(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    first = mine.record([changes.finished(DAY, "a"), changes.finished(DAY, "b")], AT)
    mine.record([changes.undone(first)], AT + timedelta(days=1))

    assert examine(mine, DAY) == Report(
        files=(
            File(
                name=f"journal/{mine.survey().own.name}",
                events=3,
                is_own=True,
                is_copy=False,
                only_here=3,
            ),
        ),
        events=3,
        commands=2,
        undone=1,
        first=AT,
        last=AT + timedelta(days=1),
        shadow="in step with the own log",
        quarantine=(),
        problems=(),
        notes=(),
    )
    assert examine(mine, DAY).is_healthy


def test_where_there_is_no_journal_there_is_nothing_wrong(tmp_path: Path) -> None:
    report = examine(journal(tmp_path), DAY)

    assert report.is_healthy
    assert (report.files, report.events, report.first) == ((), 0, None)
    assert report.shadow == "none yet"


def test_data_that_does_not_fit_is_told_with_its_line(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    log = mine.survey().own
    (event,) = mine.read().events
    odd = event._replace(id="odd", cmd="odd", seq=2, lam=2, data={"hours": "many"})
    line = seal({**odd._asdict(), "at": AT.isoformat()})
    log.write_bytes(log.read_bytes() + line)

    assert examine(mine, DAY).problems == (
        Trouble(
            file=f"journal/{log.name}",
            line=2,
            message="the data of this 'spent' does not fit and is left out: "
            "Spent needs 'on'",
            next_step="Correct the line, then: pillarplan doctor --accept. To take it "
            "back: pillarplan amend odd --withdraw",
        ),
    )


def test_a_future_date_is_told_and_tomorrow_is_none_since_zones_differ(
    tmp_path: Path,
) -> None:
    mine = journal(tmp_path)
    mine.record([changes.finished(DAY, "a")], AT)

    mine.record([changes.finished(DAY, "b"), changes.finished(DAY, "c")], AT)

    assert examine(mine, date(2026, 11, 22)).notes == ()
    report = examine(mine, date(2026, 11, 21))
    assert report.is_healthy
    assert report.notes == (
        "3 events from the future, up to 2026-11-23: the clock of this machine is "
        "behind, or that of another was ahead. The order of events is right all the "
        "same.",
    )


def test_what_killed_commands_left_is_told(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    left = mine.data / ".format.json.0badc0de.tmp"
    left.touch(mode=0o600)

    assert examine(mine, DAY).problems == (
        Trouble(
            file=str(left),
            message="a command that was killed left this file behind",
            next_step="Try: pillarplan doctor --repair",
        ),
    )


def test_events_that_are_nowhere_are_noted(tmp_path: Path) -> None:
    mine, other = journal(tmp_path), journal(tmp_path / "other")
    for item in ("a", "b", "c"):
        spend(other, item)
    spend(mine, "d")
    log = mine.logs / other.survey().own.name
    a, _, c = other.survey().own.read_bytes().splitlines(keepends=True)
    log.write_bytes(a + c)
    log.chmod(0o600)

    report = examine(mine, DAY)

    assert report.is_healthy
    assert not report.is_well
    assert report.missing == 1
    assert report.notes == (
        f"1 of the events that device {log.stem} wrote are not here: they are in the "
        "quarantine, or still on their way.",
    )


def test_copies_that_hold_nothing_of_their_own_may_be_deleted(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    shutil.copy(mine.survey().own, mine.logs / "x (1).jsonl")

    report = examine(mine, DAY)

    assert report.is_healthy
    assert report.events == 1
    assert [file.only_here for file in report.files] == [0, 0]
    assert report.notes == (
        "journal/x (1).jsonl is a sync tool's copy; 0 of its 1 events are nowhere "
        "else, so that it may be deleted.",
    )


def test_the_state_of_the_shadow_copy_is_told(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    spend(mine, "a")
    spend(mine, "b")
    found = mine.survey()
    whole = found.own.read_bytes()

    found.shadow_file.write_bytes(whole[:100])
    behind = examine(mine, DAY)
    found.shadow_file.write_bytes(whole)
    found.own.write_bytes(whole.splitlines(keepends=True)[0])
    ahead = examine(mine, DAY)

    assert behind.shadow == (
        "differs from the own log; the next command that saves renews it"
    )
    assert behind.is_healthy
    assert ahead.shadow == "holds events that the own log lacks"
    assert not ahead.is_healthy


def test_a_name_that_would_trick_a_terminal_is_cleaned(tmp_path: Path) -> None:
    mine = journal(tmp_path, host=HOST)
    spend(mine, "a")
    (mine.logs / "x\x1b[2J.jsonl").write_bytes(b"junk\n")

    (problem,) = (p for p in examine(mine, DAY).problems if p.line)

    assert problem.place == "journal/x[2J.jsonl:1"


def test_what_was_taken_back_is_told_no_more(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    ahead = mine.record([changes.checked_in(DAY, "", None)], AT + timedelta(days=900))
    mine.record([changes.finished(DAY, "a")], AT)
    (note,) = examine(mine, DAY).notes
    assert note.startswith("1 event from the future")

    mine.record([changes.undone(ahead)], AT)

    assert examine(mine, DAY).notes == ()


def test_what_nobody_can_read_is_taken_back_as_doctor_says(tmp_path: Path) -> None:
    mine = journal(tmp_path)
    odd = changes.spent(DAY, "a", 1)._replace(data={"on": "9999-12-31"})
    mine.record([odd], AT)
    (problem,) = examine(mine, DAY).problems
    (event,) = mine.read().events
    assert f"pillarplan amend {event.id[:8]} --withdraw" in (problem.next_step or "")

    mine.record([changes.withdrawn(event.id)], AT)

    assert examine(mine, DAY).problems == ()
