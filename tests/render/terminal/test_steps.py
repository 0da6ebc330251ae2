"""The levels of a skill as steps."""

from datetime import date, timedelta
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.person.rating import MYSELF, Rater, RaterKind, Rating
from pillarplan.render.look import Look
from pillarplan.render.terminal.steps import steps_view

MONDAY = date(2026, 11, 23)
DANA = Rater(name="Dana", kind=RaterKind.MANAGER)


def rating(days: int, level: int | None, rater: Rater = MYSELF) -> Rating:
    on = MONDAY + timedelta(days=days)
    return Rating(skill="x", level=level, rated_on=on, rater=rater)


TOLD = (
    rating(0, 1),
    rating(10, 3, DANA),
    rating(30, 4),
    rating(45, 4, DANA),
    rating(60, 3),
    rating(70, None),
    rating(80, 2),
    rating(100, 2, DANA),
)


def lines(ratings: tuple[Rating, ...], width: int, *, unicode: bool) -> list[str]:
    return [
        each.plain.rstrip() for each in steps_view(ratings, 5, Look(unicode, width))
    ]


def test_levels_are_steps_and_others_stand_between() -> None:
    assert lines(TOLD, 44, unicode=True) == [
        " 5",
        " 4              ●─────◆────┐",
        " 3      ◆       │          ●───",
        " 2              │                  ●───────◆",
        " 1  ●───────────┘",
        "    23 Nov 2026                   3 Mar 2027",
        "    ● you  ◆ others",
    ]


def test_steps_without_unicode() -> None:
    assert lines(TOLD, 44, unicode=False) == [
        " 5",
        " 4              o-----x----+",
        " 3      x       |          o---",
        " 2              |                  o-------x",
        " 1  o-----------+",
        "    23 Nov 2026                   3 Mar 2027",
        "    o you  x others",
    ]


@pytest.mark.parametrize("told", [(), (rating(0, 2), rating(0, 3, DANA))])
def test_ratings_of_one_day_are_no_chart(told: tuple[Rating, ...]) -> None:
    assert lines(told, 80, unicode=True) == []


@given(
    st.lists(
        st.tuples(st.integers(0, 900), st.integers(0, 5) | st.none(), st.booleans()),
        max_size=12,
    ).map(lambda told: sorted(told, key=itemgetter(0))),
    st.integers(28, 120),
)
def test_every_chart_fits_and_shows_where_one_is(
    told: list[tuple[int, int | None, bool]], width: int
) -> None:
    ratings = tuple(
        rating(days, level, DANA if other else MYSELF) for days, level, other in told
    )

    chart = lines(ratings, width, unicode=True)

    assert all(len(line) <= width for line in chart)
    own = [each for each in ratings if each.rater == MYSELF and each.level is not None]
    if chart and own:
        (row,) = (line for line in chart if line.startswith(f" {own[-1].level}  "))
        assert "●" in row
