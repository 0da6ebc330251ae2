"""A single event is corrected or withdrawn, whatever command it came with."""

import pytest

from pillarplan.domain.person.work import Spent
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.changes import Change
from pillarplan.journal.meaning.replay import misfits, replay
from tests.journal.meaning.test_replay import DAY, event, told

HOURS = [changes.spent(DAY, "a", 10.0), changes.spent(DAY, "b", 2.0)]
"""One command; its events are called id-1 and id-2."""


def hours(*commands: Change | list[Change]) -> dict[str, float]:
    return replay(told(HOURS, *commands)).hours_spent


def test_the_last_correction_of_an_event_counts() -> None:
    first, second = changes.amended("id-1", 5.0), changes.amended("id-1", 1.0)

    assert hours(first) == {"a": 5.0, "b": 2.0}
    assert hours(first, second) == {"a": 1.0, "b": 2.0}


def test_what_is_withdrawn_does_not_hold_and_the_rest_of_its_command_does() -> None:
    assert hours(changes.withdrawn("id-1")) == {"b": 2.0}


@pytest.mark.parametrize("order", [1, -1])
def test_what_one_device_withdrew_stays_so_whatever_another_corrected(
    order: int,
) -> None:
    both = [changes.withdrawn("id-1"), changes.amended("id-1", 1.0)]

    assert hours(*both[::order]) == {"b": 2.0}


def test_a_correction_that_was_undone_leaves_what_was_before() -> None:
    amended, withdrawn = changes.amended("id-1", 1.0), changes.withdrawn("id-2")

    assert hours(amended, changes.undone("command-2")) == {"a": 10.0, "b": 2.0}
    assert hours(withdrawn, changes.undone("command-2")) == {"a": 10.0, "b": 2.0}


def test_a_correction_of_what_was_undone_changes_nothing() -> None:
    assert hours(changes.amended("id-1", 1.0), changes.undone("command-1")) == {}


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"event": 7, "hours": 1.0},
        {"event": "id-1"},
        {"event": "id-1", "hours": "1"},
        {"event": ["id-1"], "hours": float("nan")},
    ],
)
def test_an_odd_correction_is_left_out_and_reported(data: dict[str, object]) -> None:
    odd = event("amended", data, seq=3, lam=2)

    assert replay([*told(HOURS), odd]).spent == (
        Spent(on=DAY, item="a", hours=10.0),
        Spent(on=DAY, item="b", hours=2.0),
    )
    assert [misfit.event for misfit in misfits([*told(HOURS), odd])] == [odd]


def test_only_hours_are_amended() -> None:
    done = changes.finished(DAY, "a")

    profile = replay(told(done, changes.amended("id-1", 3.0)))

    assert profile == replay(told(done))
