"""Every roadmap that was adopted can be read again, as long as its adoption holds."""

from dataclasses import replace

from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.adopted import adopted_roadmaps
from tests.journal.meaning.test_replay import LATER, ROADMAP, event, told

NEXT = replace(ROADMAP, made_on=LATER)


def test_all_adopted_roadmaps_come_back_oldest_first() -> None:
    events = told(changes.roadmap_adopted(ROADMAP), changes.roadmap_adopted(NEXT))

    assert list(adopted_roadmaps(events)) == [ROADMAP, NEXT]


def test_what_was_undone_was_never_adopted() -> None:
    events = told(
        changes.roadmap_adopted(ROADMAP),
        changes.roadmap_adopted(NEXT),
        changes.undone("command-2"),
    )

    assert list(adopted_roadmaps(events)) == [ROADMAP]


def test_one_that_cannot_be_read_is_left_out() -> None:
    good = told(changes.roadmap_adopted(ROADMAP))
    bad = event("roadmap-adopted", {"made_on": "2026-11-23"}, seq=2, lam=2)

    assert list(adopted_roadmaps([bad, *good])) == [ROADMAP]
