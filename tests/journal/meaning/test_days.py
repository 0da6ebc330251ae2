"""The newest day counts, whenever it was told; days to come do not count yet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from pillarplan.domain.person.ahead import ToCome
from pillarplan.domain.person.profile import Profile
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.adopted import adopted_roadmaps
from pillarplan.journal.meaning.changes import Change
from pillarplan.journal.meaning.replay import misfits, replay
from tests.journal.meaning.test_replay import DAY, LATER, ROADMAP, pause, rating, told

OLD, NEW = DAY, LATER

FACTS: dict[str, tuple[Callable[[int, date], Change], Callable[[Profile], object]]] = {
    "ratings": (
        lambda level, on: changes.rated(replace(rating("writing", level), rated_on=on)),
        lambda profile: profile.own_ratings["writing"].level,
    ),
    "importance in ratings": (
        lambda level, on: changes.rated(
            replace(rating("writing", 3, importance=level), rated_on=on)
        ),
        lambda profile: profile.importance["writing"],
    ),
    "importance": (
        lambda level, on: changes.weighed("writing", level, on),
        lambda profile: profile.importance["writing"],
    ),
    "targets": (
        lambda level, on: changes.target_set("writing", level, on),
        lambda profile: profile.targets["writing"],
    ),
    "roles": (
        lambda level, on: changes.role_chosen(f"role-{level}", (), on),
        lambda profile: profile.role and int(profile.role[-1]),
    ),
}


@pytest.mark.parametrize("fact", FACTS)
def test_the_newest_day_counts_and_the_order_of_recording_breaks_ties(
    fact: str,
) -> None:
    tell, read = FACTS[fact]

    late = [tell(2, NEW), tell(1, OLD)]
    same_day = [tell(1, NEW), tell(2, NEW)]

    assert read(replay(told(*late))) == 2
    assert read(replay(told(*reversed(late)))) == 2
    assert read(replay(told(*same_day))) == 2
    assert read(replay(told(*reversed(same_day)))) == 1


def test_an_importance_in_an_old_rating_does_not_push_out_a_newer_one() -> None:
    old = replace(rating("writing", importance=1), rated_on=OLD)

    newest = changes.weighed("writing", 3, NEW)

    assert replay(told(newest, changes.rated(old))).importance == {"writing": 3}


def test_a_word_without_a_day_as_earlier_versions_wrote_it_counts() -> None:
    dated, undated = changes.target_set("writing", 2, NEW), ("target-set", "writing")
    without = Change(undated[0], {"skill": undated[1], "level": 4})
    older = changes.target_set("writing", 1, OLD)

    assert replay(told(dated, without)).targets == {"writing": 4}
    assert replay(told(dated, without, older)).targets == {"writing": 4}


AHEAD = DAY + timedelta(days=2)

EVERY_DAY: dict[str, Callable[[date], Change]] = {
    "rating": lambda on: changes.rated(replace(rating("writing"), rated_on=on)),
    "choice of what matters": lambda on: changes.weighed("writing", 3, on),
    "target": lambda on: changes.target_set("writing", 3, on),
    "choice of role": lambda on: changes.role_chosen("pm", (), on),
    "check-in": lambda on: changes.checked_in(on, "A note"),
    "entry of hours": lambda on: changes.spent(on, "a", 1.0),
    "finished item": lambda on: changes.finished(on, "a"),
    "dropped item": lambda on: changes.dropped(on, "a"),
    "piece of evidence": lambda on: changes.evidence(on, "writing", "A memo"),
    "adopted roadmap": lambda on: changes.roadmap_adopted(replace(ROADMAP, made_on=on)),
    "pause": lambda on: changes.paused(pause(on, on)),
}


@pytest.mark.parametrize("kind", EVERY_DAY)
def test_what_is_dated_after_tomorrow_is_set_aside_and_named(kind: str) -> None:
    events = told(EVERY_DAY[kind](AHEAD))

    before = replay(events, DAY)

    assert before == Profile(ahead=(ToCome(on=AHEAD, told=kind, id="id-1"),))
    assert replay(events, DAY + timedelta(days=1)).ahead == ()  # tomorrow elsewhere
    assert replay(events, AHEAD) == replay(events)
    assert misfits(events) == ()


def test_a_check_in_ahead_is_still_known_by_its_key() -> None:
    events = told(changes.checked_in(AHEAD, "A note", "week-48"))

    profile = replay(events, DAY)

    assert profile.notes == ()
    assert profile.checkin_ids == frozenset({"week-48"})


def test_a_plan_of_a_day_to_come_was_not_adopted_yet() -> None:
    later = replace(ROADMAP, made_on=AHEAD)
    events = told(changes.roadmap_adopted(ROADMAP), changes.roadmap_adopted(later))

    assert replay(events, DAY).roadmap == ROADMAP
    assert list(adopted_roadmaps(events, DAY)) == [ROADMAP]
