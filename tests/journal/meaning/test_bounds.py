"""Lines with a right checksum may still say what nobody lives or does."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pillarplan.domain.person.rating import Rating
from pillarplan.domain.plan.availability import Break
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.changes import Change
from pillarplan.journal.meaning.replay import misfits, replay
from tests.journal.driver import journal
from tests.program import Run

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = date(2026, 11, 23)
FAR, LONG_AGO = date(9999, 12, 31), date(1, 1, 1)


def odd(day: date) -> list[Change]:
    """Return what says that something happened on a day."""
    return [
        changes.checked_in(day),
        changes.spent(day, "getting-to-yes", 1.0),
        changes.finished(day, "getting-to-yes"),
        changes.dropped(day, "getting-to-yes"),
        changes.evidence(day, "negotiation", "x"),
        changes.resumed(day),
        changes.paused(Break(first=DAY, last=day)),
        changes.rated(Rating(skill="negotiation", level=1, rated_on=day)),
        changes.assessment_started(["negotiation"], day),
    ]


ODD = [*odd(FAR), *odd(LONG_AGO), changes.spent(DAY, "getting-to-yes", 1e308)]


@pytest.mark.parametrize(
    "change", ODD, ids=[f"{n}-{each.type}" for n, each in enumerate(ODD)]
)
def test_a_day_or_an_hour_beyond_all_bounds_is_left_out_and_told(
    change: Change, tmp_path: Path
) -> None:
    mine = journal(tmp_path)
    before = replay(mine.read().events)

    mine.record([change], AT)

    (misfit,) = misfits(mine.read().events)
    assert "is not" in misfit.reason or "ends before" in misfit.reason
    assert replay(mine.read().events) == before


COMMANDS: list[Sequence[str]] = [
    ("status",),
    ("next",),
    ("roadmap", "--timeline"),
    ("history",),
    ("review",),
    ("gaps",),
    ("explain",),
    ("plan", "--hours", "3", "--dry-run"),
    ("recall", "--list"),
    ("export", "ical"),
    ("export", "json"),
    ("export", "html"),
]


def test_no_command_stumbles_over_them(run: Run, home: Path) -> None:
    run("assess", "--role", "senior-pm", "--set", "negotiation=1")
    run("plan", "--hours", "3")
    mine = journal(home)
    for change in ODD:
        mine.record([change], AT)

    codes = {" ".join(words): run(*words).exit_code for words in COMMANDS}

    assert codes == dict.fromkeys(codes, 0)
    assert run("doctor").exit_code == 6
