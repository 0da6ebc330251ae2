"""The forecast and the hours, as the status says them."""

from dataclasses import replace
from datetime import date

import pytest

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.forecast import Basis, Finish, Forecast, SkillFinish
from pillarplan.domain.reports.next_action import Act, NextAction
from pillarplan.domain.reports.since_start import find_since_start
from pillarplan.domain.reports.status import Status
from pillarplan.render.lines.status import status_lines
from pillarplan.render.look import Look
from pillarplan.render.pieces import plain

TODAY = date(2026, 12, 28)
SPRING, SUMMER = date(2027, 4, 20), date(2027, 6, 6)

WORK = NextAction(act=Act.WORK, sentence="Begin.", command="pillarplan checkin")
PLAN = NextAction(act=Act.PLAN, sentence="Plan.", command="pillarplan plan")

STATUS = Status(
    role="pm",
    skills_rated=7,
    plan_until=date(2027, 5, 31),
    items_done=1,
    items_total=8,
    hours_total=29.5,
    since_start=find_since_start(Profile()),
    next=WORK,
)


def said(status: Status, label: str) -> list[str]:
    """Return the lines that say the fact with this label."""
    look = Look(unicode=True, width=200)
    names = {"ux": "User experience"}
    lines = plain(status_lines(status, look, TODAY, names)).split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith(label))
    rest = lines[start + 1 :]
    more = next(n for n, line in enumerate(rest) if not line.startswith(" "))
    return [line[11:] for line in (lines[start], *rest[:more])]


def forecast(
    by_50: date | None, by_80: date | None, *skills: SkillFinish, weeks: int = 5
) -> Forecast:
    return Forecast(
        basis=Basis.OWN_WEEKS,
        weeks=weeks,
        whole=Finish(by_50=by_50, by_80=by_80),
        skills=skills,
    )


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (
            forecast(SPRING, SUMMER),
            "At your pace done by 20 Apr (even chance), or by 6 Jun 2027 (four in "
            "five)",
        ),
        (
            forecast(SPRING, None),
            "At your pace done by 20 Apr 2027 (even chance), but four in five only "
            "beyond two years",
        ),
        (
            forecast(None, None),
            "At your pace it takes more than two years; a smaller plan may suit you "
            "better",
        ),
        (
            replace(forecast(SPRING, SUMMER, weeks=2), basis=Basis.USUAL_WEEKS),
            "Done by 20 Apr (even chance), or by 6 Jun 2027 (four in five), as plans "
            "usually go; from four weeks on your own count most",
        ),
    ],
)
def test_a_forecast_says_its_chances(made: Forecast, words: str) -> None:
    assert said(replace(STATUS, forecast=made), "Forecast") == [words]


def test_each_skill_has_its_days_the_first_to_be_done_first() -> None:
    made = forecast(
        SUMMER,
        None,
        SkillFinish(skill="strategy", by_50=None, by_80=None),
        SkillFinish(skill="writing", by_50=SUMMER, by_80=None),
        SkillFinish(skill="pricing", by_50=SPRING, by_80=SUMMER),
        SkillFinish(skill="ux", by_50=SPRING, by_80=SPRING),
    )

    assert said(replace(STATUS, forecast=made), "Forecast")[1] == (
        "pricing by 20 Apr or 6 Jun, User experience by 20 Apr, writing by 6 Jun, "
        "strategy beyond two years"
    )


def test_after_two_weeks_of_other_work_the_way_back_is_named() -> None:
    behind = replace(STATUS, hours_planned=6, hours_per_week=3)
    back = "To move the dates on from today: pillarplan plan"

    assert said(behind, "Hours") == [
        "0 h done of 29.5 h; the plan had 6 h in mind by now",
        back,
    ]
    assert back not in said(replace(behind, hours_done=1), "Hours")
    assert back not in said(replace(behind, next=PLAN), "Hours")


def test_hours_that_nobody_told_are_no_zero() -> None:
    done = replace(STATUS, items_done=8)

    assert said(STATUS, "Hours") == ["0 h done of 29.5 h"]
    assert said(done, "Hours") == ["none told; the plan had 29.5 h in mind"]


def test_days_of_two_years_say_which() -> None:
    last, next_ = date(2026, 12, 31), date(2027, 1, 7)
    pricing = SkillFinish(skill="pricing", by_50=last, by_80=next_)
    security = SkillFinish(skill="security", by_50=next_, by_80=SPRING)
    made = forecast(SUMMER, None, pricing, security)

    assert said(replace(STATUS, forecast=made), "Forecast")[1] == (
        "pricing by 31 Dec 2026 or 7 Jan 2027, security by 7 Jan or 20 Apr"
    )


def test_the_pace_is_told_as_exactly_as_it_is_known() -> None:
    assert said(replace(STATUS, pace=7.54), "Pace")[0].startswith("7.5 h a week")


def test_what_does_not_apply_is_not_counted_as_rated() -> None:
    assert said(STATUS, "Ratings") == ["7 skills rated"]
    assert said(replace(STATUS, skills_rated=1, not_applicable=2), "Ratings") == [
        "1 skill rated, 2 not applicable"
    ]
