"""Levels, hours and evidence on terminals of several widths."""

from datetime import date, timedelta

import pytest

from pillarplan.domain.person.rating import Rater, RaterKind, Rating
from pillarplan.domain.person.work import Evidence, Spent
from pillarplan.domain.reports.history import History, SkillHistory, Stretch, sum_hours
from pillarplan.render.look import Look
from pillarplan.render.terminal.history import history_view
from tests.program import CheckGolden
from tests.render.terminal.drawing import drawn
from tests.scales import FIVE

MONDAY = date(2026, 11, 23)


def told(skill: str | None) -> History:
    def rating(weeks: int, level: int | None, rater: Rater | None = None) -> Rating:
        return Rating(
            skill="negotiation",
            level=level,
            rated_on=MONDAY + timedelta(weeks=weeks),
            rater=rater or Rater(),
        )

    dana = Rater(name="Dana", kind=RaterKind.MANAGER)
    levels = (rating(0, None), rating(1, 0), rating(2, 1), rating(3, 4, dana))
    others = Rating(skill="pricing", level=3, rated_on=MONDAY)
    spent = [
        Spent(on=MONDAY + timedelta(weeks=week), item="book", hours=hours)
        for week, hours in enumerate((1.5, 0, 3, 0.25, 12))
    ]
    skills = (
        SkillHistory(
            skill="negotiation",
            name="Negotiation 談判 with a name that is too long for its place",
            ratings=(*levels, rating(9, 3)),
        ),
        SkillHistory(skill="pricing", name="Pricing", ratings=(others,)),
    )
    return History(
        skill=skill,
        skills=skills[:1] if skill else skills,
        by=Stretch.WEEK,
        hours=sum_hours(spent, Stretch.WEEK),
        evidence=(
            Evidence(on=MONDAY, skill="negotiation", text="Cut scope with Sales"),
            Evidence(on=MONDAY, skill="lost", text="One that goes on " * 6),
            Evidence(
                on=MONDAY + timedelta(weeks=9),
                skill="negotiation",
                text="Kept the date",
            ),
        ),
    )


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("unicode", [True, False])
def test_a_history_fits_its_terminal(
    check_golden: CheckGolden, width: int, unicode: bool
) -> None:
    look = Look(unicode=unicode, width=width)
    name = f"terminal/history{'' if unicode else '-ascii'}-{width}.txt"

    text = "\n".join(
        drawn(history_view(told(skill), FIVE, look), width)
        for skill in (None, "negotiation")
    )

    check_golden(name, text)
    assert unicode or text.replace("談", "").replace("判", "").isascii()


def test_without_levels_and_hours_it_says_so() -> None:
    empty = History(skill="x", skills=(), by=Stretch.WEEK, hours=(), evidence=())

    assert drawn(history_view(empty, FIVE, Look(unicode=True)), 80) == (
        "Nothing is recorded of this yet.\n"
    )
