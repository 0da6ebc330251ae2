"""Two hundred lives in every run, and what they are able to find."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any
from unittest.mock import patch

import pytest

from pillarplan.journal import journal, memory, open_journal
from pillarplan.journal.meaning import commands, replay
from pillarplan.journal.storage import log, scan, survey
from pillarplan.journal.storage.event import Event, order
from tests.simulation.disk import in_memory
from tests.simulation.life import BrokenLawError
from tests.simulation.lives import Stage, live, on_real_folders, stage

# Lives run what other tests count, a thousand times over.
pytestmark = pytest.mark.no_cover

LIVES, AT_ONCE = 200, 5
NAMED = {
    "a check-in that was withdrawn is told again by its name": 7,
    "the longer log of a twin stands in the place of the own one": 21,
    "what is left of a damaged command seems cut short after a repair": 639,
    "a torn end looks from outside as the copy of the whole": 3354,
    "the halves of a command stand in two files": 7599,
    "what follows a torn end begins with the same bytes": 7330,
}
"""Seeds of lives that broke a law until what they had found was mended."""
ENOUGH = 40
"""So many lives must find what is broken on purpose."""


@pytest.fixture(scope="module")
def on() -> Iterator[Stage]:
    """Set the stage once for all lives of a process."""
    with stage() as set_up:
        yield set_up


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, LIVES, AT_ONCE))
def test_in_every_life_the_promises_hold(on: Stage, first: int) -> None:
    for seed in range(first, first + AT_ONCE):
        assert live(seed, on).ending


@pytest.mark.parametrize("seed", NAMED.values(), ids=NAMED)
def test_what_lives_found_stays_mended(on: Stage, seed: int) -> None:
    assert live(seed, on).ending


def test_a_life_follows_from_its_seed_alone(on: Stage) -> None:
    one, again = live(7, on), live(7, on)

    assert one.told == again.told
    assert one.happened == again.happened


def test_a_life_is_the_same_in_memory_and_on_real_folders(on: Stage) -> None:
    for seed in (3, 28):  # told to the journal alone, and to the services
        one, other = live(seed, on, in_memory), live(seed, on, on_real_folders)

        assert one.told == other.told
        assert one.happened == other.happened
        assert one.ending == other.ending


def test_nothing_else_takes_a_place_in_memory_for_a_path() -> None:
    with in_memory() as top, pytest.raises(TypeError, match="PathLike"):
        os.fspath(top)


def all_of_them(sources: Iterable[Iterable[Event]]) -> tuple[Event, ...]:
    """Merge events without a look at whether two sources hold the same."""
    return tuple(sorted((e for each in sources for e in each), key=order))


def tell_all(told: Any, events: Any) -> bool:
    """Tell what is new although it takes back what is remembered."""
    replay.tell_more(told, events)
    return True


def in_any_order() -> Callable[[Event], tuple[int]]:
    """Return a sort key by which each event comes after all that were looked at."""
    later = count(1)
    return lambda _: (next(later),)


BROKEN = {
    "no copies of others' logs": (journal, "keep_up", lambda _: None),
    "no copy of the own log": (journal, "follow", lambda *_: None),
    "copies are not read": (survey.Survey, "lost_from", lambda *_: ()),
    "events of two files count twice": (survey, "merge", all_of_them),
    "commands in part count": (scan, "_without_unfinished", lambda each, *_: each),
    "undo is not heeded": (commands, "_undone", lambda _: set()),
    "names that were withdrawn are forgotten": (replay, "keys", lambda _: set()),
    "no look at what others wrote": (
        open_journal.OpenJournal,
        "_look_again",
        lambda self: bool(self.log) and False,
    ),
    "a memory heeds no undo": (memory, "_tell_more", tell_all),
    "a memory takes what comes between for new": (memory, "order", in_any_order()),
    "no look at numbers that are not here": (log, "missing", lambda _: {}),
}


@pytest.mark.parametrize(("where", "what", "instead"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_on_purpose_is_found(
    on: Stage, where: object, what: str, instead: object
) -> None:
    with patch.object(where, what, instead), pytest.raises(BrokenLawError):
        for seed in range(ENOUGH):
            live(seed, on)
