"""The planning screen: it fits its window, and says what is there and what moves."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.plan.availability import Availability, spread
from pillarplan.domain.plan.depth import Depth
from pillarplan.domain.plan.dials import DIALS, Dials
from pillarplan.domain.plan.outlook import Outlook
from pillarplan.domain.plan.roadmap import (
    Limits,
    PlannedItem,
    Rerating,
    Roadmap,
    Totals,
)
from pillarplan.render.look import Look
from pillarplan.render.screens.screen import NARROWEST
from pillarplan.render.screens.tuning import Tuned, tuning_screen
from tests.program import CheckGolden

START = Dials(
    hours=spread(3),
    focus=3,
    until=date(2027, 5, 31),
    depth=Depth.SOLID,
    budget=None,
    starts_on=date(2026, 11, 23),
)
NAMES = {"negotiation": "Negotiation", "pricing": "Pricing and packaging", "ux": "UX"}


def item(name: str, title: str, skill: str, to: int, *days: str) -> PlannedItem:
    first, last = map(date.fromisoformat, days)
    return PlannedItem(
        id=name,
        kind="practice" if name.startswith("p-") else "book",
        title=title,
        hours=4,
        closes=(Span(skill=skill, from_=to - 1, to=to),),
        starts_on=first,
        ends_on=last,
    )


def roadmap(*items: PlannedItem, hours: float, money: float = 0) -> Roadmap:
    return Roadmap(
        made_on=START.starts_on,
        starts_on=START.starts_on,
        until=START.until,
        role="senior-pm",
        focus=(),
        items=items,
        sessions=(),
        rerate=tuple(
            Rerating(skill=each.closes[0].skill, on=each.ends_on) for each in items
        ),
        not_now=(),
        totals=Totals(
            hours=hours,
            money=money,
            value=4,
            steps=len(items),
            wanted_hours=40,
            wanted_steps=5,
            free_hours=60,
            proven_optimal=True,
        ),
        limits=Limits(
            availability=Availability(desk=START.hours),
            starts_on=START.starts_on,
            until=START.until,
            role="senior-pm",
        ),
        notes=("Before you pay: ask your company, then the library.",),
    )


YES = item(
    "getting-to-yes",
    "Getting to Yes: Negotiating Agreement Without Giving In",
    "negotiation",
    2,
    "2026-11-24",
    "2026-12-10",
)
NO = item("p-no", "Tell Sales no", "negotiation", 3, "2026-12-01", "2026-12-15")
PRICE = item("price", "Monetizing Innovation", "pricing", 2, "2027-01-05", "2027-02-02")
SKETCH = item("p-sketch", "Sketch with a customer", "ux", 2, "2027-01-05", "2027-01-12")

PRESENT = roadmap(YES, NO, PRICE, hours=24, money=40)
LATER = replace(NO, starts_on=date(2026, 12, 15), ends_on=date(2027, 1, 5))
NEW = roadmap(YES, LATER, SKETCH, hours=17)


def outlook(**changes: object) -> Outlook:
    whole = Outlook(
        role="Senior Product Manager",
        names=NAMES,
        present=PRESENT,
        roadmap=NEW,
        remark="You chose Pricing.",
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def tuned(**changes: object) -> Tuned:
    dials = replace(START, hours=spread(2), until=date(2027, 3, 31))
    whole = Tuned(dials=dials, start=START, chosen="until", outlook=outlook())
    return replace(whole, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("columns", "rows", "unicode"),
    [(120, 40, True), (80, 24, True), (60, 20, True), (40, 12, True), (80, 40, False)],
)
def test_the_planning_screen_as_it_looks(
    check_golden: CheckGolden, columns: int, rows: int, unicode: bool
) -> None:
    look = Look(unicode, columns)
    screens = (
        tuning_screen(tuned(), look, rows),
        tuning_screen(tuned(helps=True, chosen="hours"), look, rows),
        tuning_screen(
            tuned(
                dials=replace(START, chosen=("ux", "pricing")),
                start=replace(START, chosen=("ux", "pricing")),
                chosen="focus",
                outlook=outlook(present=None),
                is_planning=True,
            ),
            look,
            rows,
        ),
        tuning_screen(
            tuned(
                outlook=outlook(roadmap=None, problem="Nothing fits.\nTry: --hours 4"),
                message="It goes no further here; digits type any value.",
            ),
            look,
            rows,
        ),
    )

    shown = "".join(f"{screen.text}\n{'=' * columns}\n" for screen in screens)
    name = f"{columns}x{rows}" if unicode else f"ascii-{columns}x{rows}"
    check_golden(f"terminal/tuning-{name}.txt", shown)
    assert unicode or shown.replace("\n", "").isascii()


@cache
def long(number: int) -> Roadmap:
    items = [
        replace(YES, id=f"i{each}", title=f"Item {each} " * 9, closes=())
        for each in range(number)
    ]
    return roadmap(*[replace(each, closes=NO.closes) for each in items], hours=9)


@given(
    chosen=st.sampled_from(DIALS),
    present=st.sampled_from([None, 1, 30]),
    number=st.sampled_from([None, 1, 30]),
    top=st.integers(-5, 50),
    width=st.integers(1, 200),
    height=st.integers(1, 60),
    message=st.sampled_from(["", "x" * 400, "no such thing " * 30]),
    helps=st.booleans(),
    unicode=st.booleans(),
)
def test_it_fits_any_window_and_the_cursor_is_on_the_chosen_dial(
    chosen: str,
    present: int | None,
    number: int | None,
    top: int,
    width: int,
    height: int,
    message: str,
    helps: bool,
    unicode: bool,
) -> None:
    both = outlook(
        present=present and long(present),
        roadmap=number and long(number),
        problem="" if number else "Nothing fits.",
    )
    state = tuned(outlook=both, top=top, chosen=chosen, message=message, helps=helps)

    screen = tuning_screen(state, Look(unicode, width), height)

    lines = screen.text.split("\n")
    assert len(lines) <= height
    assert all(len(line) < max(NARROWEST, width) for line in lines)
    edge = "▌ " if unicode else "> "
    assert [line[:2] for line in lines].index(edge) == screen.cursor
    assert unicode or screen.text.replace("\n", "").isascii()


def test_every_line_of_a_long_plan_comes_into_view() -> None:
    state = tuned(outlook=outlook(roadmap=long(30), present=None))
    seen: set[str] = set()
    top = 0
    for _ in range(9):
        screen = tuning_screen(replace(state, top=top), Look(True), 24)
        seen |= set(screen.text.split("\n"))
        top = screen.top + screen.page

    assert len([line for line in seen if "Item " in line]) == 30
    assert any("Before you pay" in line for line in seen)
    assert any("You chose Pricing." in line for line in seen)
