"""What was told is listed, and a single entry corrected by number or by id."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pillarplan.domain.person.checkin import CheckIn
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.journal.meaning import changes
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.looking_back.entries import amend, in_words, list_entries
from pillarplan.services.safety.undoing import undo
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On, after, planned

BOOK = "getting-to-yes"


@pytest.fixture
def now(on: On) -> Workspace:
    """Somebody who told 10 h, meant 1.0, and went on for three weeks."""
    planned(on(MONDAY))
    check_in(on(after(7)), CheckIn(hours={BOOK: 10}, note="A good week"))
    check_in(on(after(28)), CheckIn(hours={BOOK: 1.5}))
    return on(after(28))


def texts(workspace: Workspace) -> list[str]:
    return [f"{each.told}: {each.text}" for each in list_entries(workspace).entries]


def number(workspace: Workspace, text: str) -> str:
    entries = list_entries(workspace).entries
    return next(str(each.number) for each in entries if each.text == text)


def test_all_that_was_told_is_listed_oldest_first(now: Workspace) -> None:
    assert texts(now) == [
        "choice of role: senior-pm",
        "rating: negotiation at 1",
        "adopted roadmap: until 2027-05-24",
        "check-in: A good week",
        f"entry of hours: 10 h on {BOOK}",
        "check-in: ",
        f"entry of hours: 1.5 h on {BOOK}",
    ]
    assert [each.number for each in list_entries(now).entries] == [*range(1, 8)]


def test_an_entry_of_three_weeks_ago_is_corrected_and_nothing_else(
    now: Workspace,
) -> None:
    corrected = amend(now, number(now, f"10 h on {BOOK}"), 1.0)

    assert now.profile().hours_spent == {BOOK: 2.5}
    assert in_words(corrected) == (
        f"Corrected 10 h on {BOOK} of 2026-11-30: 1 h, not 10 h."
    )
    assert f"entry of hours: 1 h on {BOOK}" in texts(now)


def test_undo_takes_a_correction_back_and_then_what_was_before_it(
    now: Workspace,
) -> None:
    before = now.profile()
    amend(now, number(now, f"10 h on {BOOK}"), None)
    assert now.profile().hours_spent == {BOOK: 1.5}

    undo(now)

    assert now.profile() == before
    undo(now)
    assert now.profile().hours_spent == {BOOK: 10}


def test_what_is_no_entry_of_hours_cannot_be_amended_but_withdrawn(
    now: Workspace,
) -> None:
    note = number(now, "A good week")

    with pytest.raises(UsageError, match="tells no hours"):
        amend(now, note, 1.0)
    amend(now, note, None)

    assert (now.profile().notes, len(now.profile().checkins)) == ((), 1)
    with pytest.raises(UsageError, match="does not hold any more"):
        amend(now, note, None)


@pytest.mark.parametrize("stated", ["0", "99", "abc", "zzzzzzzz", ""])
def test_what_is_no_entry_is_refused(now: Workspace, stated: str) -> None:
    list_entries(now)

    with pytest.raises(UsageError, match="no entry"):
        amend(now, stated, 1.0)


def test_nothing_told_is_nothing_to_list(on: On) -> None:
    with pytest.raises(NothingYetError):
        list_entries(on(MONDAY))


def test_a_number_is_of_the_list_shown_and_an_id_the_same_on_every_device(
    now: Workspace, tmp_path: Path
) -> None:
    laptop = replace(
        now, data=tmp_path / "b", state=tmp_path / "s", cache=tmp_path / "c", host="lap"
    )
    shutil.copytree(now.data, laptop.data)
    wrong = number(now, f"10 h on {BOOK}")
    id_ = list_entries(now).entries[int(wrong) - 1].id
    check_in(replace(laptop, today=after(8)), CheckIn(hours={BOOK: 3}, note="Away"))
    sync(now, laptop)

    amend(replace(now), wrong, 1.0)
    sync(now, laptop)
    amend(replace(laptop), id_, 2.0)
    sync(laptop, now)

    both = [replace(each).profile().hours_spent for each in (now, laptop)]
    assert both == [{BOOK: 6.5}, {BOOK: 6.5}]


def sync(one: Workspace, other: Workspace) -> None:
    """Copy each log to where it lacks or is shorter, as a sync tool does."""
    for source, target in ((one, other), (other, one)):
        for log in (source.data / "journal").glob("*.jsonl"):
            copy = target.data / "journal" / log.name
            if not copy.exists() or copy.stat().st_size < log.stat().st_size:
                shutil.copy(log, copy)


def test_an_entry_that_nobody_can_read_is_listed_and_can_be_withdrawn(
    now: Workspace,
) -> None:
    odd = changes.spent(MONDAY, BOOK, 1)._replace(data={"on": "9999-12-31"})
    now.record([odd])

    (entry,) = [each for each in list_entries(now).entries if "not fit" in each.text]
    amend(now, entry.id, None)

    assert (entry.told, entry.on, entry.hours) == ("entry of hours", now.today, None)
    assert entry not in list_entries(now).entries
