"""Check-ins with one key on two machines: nothing that was told is lost."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.replay import tell

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def _hours(tmp_path: Path, first: float, second: float, day: int) -> float:
    """Let two machines tell hours by one key, offline; return what both then tell."""
    journals = [
        Journal(tmp_path / name / "data", tmp_path / name / "state", host=name)
        for name in ("desk", "lap")
    ]
    for journal, hours, on in zip(journals, (first, second), (23, day), strict=True):
        told = date(2026, 11, on)
        journal.record(
            [
                changes.checked_in(told, "", "2026-w48"),
                changes.spent(told, "getting-to-yes", hours),
            ],
            AT,
        )
    desk, lap = (journal.logs for journal in journals)
    for path in lap.glob("*.jsonl"):
        (desk / path.name).write_bytes(path.read_bytes())
    profile = tell(journals[0].read().events).profile()
    return sum(each.hours for each in profile.spent)


@pytest.mark.parametrize("day", [23, 24])
def test_the_same_content_counts_once(tmp_path: Path, day: int) -> None:
    assert _hours(tmp_path, 2.0, 2.0, day) == 2.0


def test_the_name_of_a_check_in_that_was_withdrawn_stays_known(tmp_path: Path) -> None:
    desk = Journal(tmp_path / "data", tmp_path / "state", host="desk")
    on = date(2026, 11, 23)
    desk.record([changes.checked_in(on, "", "2026-w48")], AT)
    desk.record([changes.withdrawn(desk.read().events[0].id)], AT)

    profile = tell(desk.read().events).profile()

    assert profile.checkins == ()
    assert profile.checkin_ids == {"2026-w48"}


def test_other_content_is_kept_too(tmp_path: Path) -> None:
    assert _hours(tmp_path, 2.0, 3.0, 23) == 5.0
