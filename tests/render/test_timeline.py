"""Months as a scale, and the items under their skills."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.step import Span
from pillarplan.render.timeline import covering, days_of, items_by_skill, scale_of
from tests.render.packets import MADE_ON, ordinary, packet, planned, practice

DAYS = st.dates(date(1999, 12, 1), date(2060, 1, 31))


@given(st.lists(DAYS, min_size=1))
def test_a_scale_holds_its_days_and_keeps_their_order(days: list[date]) -> None:
    scale = covering(days)

    shares = [scale.share(day) for day in sorted(days)]

    assert all(map(scale.holds, days))
    assert shares == sorted(shares)
    assert all(0 <= share < 1 for share in shares)
    assert all(scale.share(day) < scale.share_after(day) for day in days)


@given(DAYS, st.integers(0, 20_000), st.integers(2, 40))
def test_names_of_months_never_crowd(first: date, days: int, most: int) -> None:
    scale = covering([first, first + timedelta(days=days)])

    labelled = scale.labelled(most)

    assert len(labelled) <= most
    assert set(labelled) <= set(scale.months())


def test_a_short_scale_names_every_month() -> None:
    scale = covering([date(2026, 11, 23), date(2027, 1, 5)])

    assert scale.labelled(12) == (
        date(2026, 11, 1),
        date(2026, 12, 1),
        date(2027, 1, 1),
    )
    assert scale.end == date(2027, 2, 1)


def test_a_day_off_the_scale_is_at_its_end() -> None:
    scale = covering([date(2026, 11, 23)])

    assert scale.share(date(2026, 1, 1)) == 0
    assert scale.share(date(2028, 1, 1)) == 1
    assert not scale.holds(date(2026, 12, 1))


def test_what_is_done_stands_where_it_was_done_and_the_rest_where_it_is_planned() -> (
    None
):
    told = ordinary()

    days = {item.id: days_of(item, told.profile) for item in told.roadmap.items}

    assert days == {
        "book": (date(2026, 11, 24), date(2026, 11, 24)),
        "talk": (date(2026, 11, 25), date(2026, 11, 25)),
        "sales": (date(2026, 11, 26), date(2026, 11, 26)),
        "scope": (date(2026, 12, 1), date(2026, 12, 8)),
    }


def test_the_scale_of_a_plan_ends_with_its_last_work_or_rating() -> None:
    told = ordinary()

    scale = scale_of(told.roadmap, told.profile)

    assert (scale.first, scale.end) == (date(2026, 11, 1), date(2027, 2, 1))


def test_items_stand_under_their_first_skill_focus_first_and_the_rest_last() -> None:
    pinned = planned(practice("pinned", "Pinned"), MADE_ON)
    told = packet(
        (),
        (
            replace(pinned, closes=()),
            replace(pinned, id="b", closes=(span("b"), span("a"))),
            replace(pinned, id="a", closes=(span("a"),)),
        ),
    )
    roadmap = replace(told.roadmap, focus=("a", "c"))

    groups = items_by_skill(roadmap)

    assert [
        (skill, [item.id for item in items]) for skill, items in groups.items()
    ] == [
        ("a", ["a"]),
        ("b", ["b"]),
        ("", ["pinned"]),
    ]


def span(skill: str) -> Span:
    return Span(skill=skill, from_=1, to=2)
