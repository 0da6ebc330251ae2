"""The roadmap in a terminal: by skill and by month, whatever stands in it."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from rich.console import Console

from pillarplan.domain.plan.roadmap import Booking, NotNow, State
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import one_line
from pillarplan.render.look import Look
from pillarplan.render.terminal.plan.roadmap import RoadmapPage, roadmap_view
from pillarplan.render.terminal.theme import THEME
from tests.program import CheckGolden
from tests.render.packets import HOSTILE, MADE_ON, hostile, ordinary
from tests.render.terminal.drawing import drawn

WIDTHS = (60, 80, 120)

FAIR = Booking(item="scope", on=date(2026, 12, 8), hours=1, book_by=date(2026, 12, 1))


def page(plan: Packet) -> RoadmapPage:
    return RoadmapPage(
        roadmap=plan.roadmap,
        role=plan.role_name,
        skills=plan.skills,
        entries=plan.items,
        important=frozenset({"negotiation"}),
        since=None,
        today=plan.today + timedelta(days=3),
    )


def busy() -> Packet:
    """Return a plan in which every kind of thing stands."""
    plan = ordinary()
    later = replace(
        plan.roadmap.items[-1], id="later", wave=2, starts_on=date(2028, 2, 3)
    )
    roadmap = replace(
        plan.roadmap,
        items=(*plan.roadmap.items, later),
        bookings=(FAIR, replace(FAIR, on=date(2027, 1, 8), is_exact=False)),
        not_now=(NotNow(skill="pricing", reason="Others come first."),),
        notes=("Before you pay: ask your company, then the library.",),
    )
    return replace(plan, roadmap=roadmap)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("by", ["skill", "month"])
def test_a_busy_plan_as_it_looks(
    by: str, width: int, check_golden: CheckGolden
) -> None:
    look = Look(unicode=True, width=width)

    text = drawn(roadmap_view(page(busy()), look, by), width)

    check_golden(f"terminal/roadmap-{by}-{width}.txt", text)


@pytest.mark.parametrize("by", ["skill", "month"])
def test_without_unicode_all_is_ascii(by: str) -> None:
    text = drawn(roadmap_view(page(busy()), Look(unicode=False, width=60), by), 60)

    assert text.isascii()


@pytest.mark.parametrize("by", ["skill", "month"])
@pytest.mark.parametrize("state", State)
def test_a_plan_may_be_all_in_one_state_or_empty(state: State, by: str) -> None:
    plan = busy()
    items = tuple(replace(item, state=state) for item in plan.roadmap.items)
    alike = replace(plan, roadmap=replace(plan.roadmap, items=items, bookings=()))
    empty = replace(plan, roadmap=replace(plan.roadmap, items=(), bookings=()))

    text = drawn(roadmap_view(page(alike), Look(unicode=True, width=60), by), 60)
    nothing = drawn(roadmap_view(page(empty), Look(unicode=True, width=60), by), 60)

    assert f" {5 * (state is State.DONE)} of 5 items" in text
    assert " 0 of 0 items" in nothing


@pytest.mark.parametrize("by", ["skill", "month"])
@pytest.mark.parametrize("days", [-400, 0, 60, 4000])
def test_today_may_be_any_day(days: int, by: str) -> None:
    today = replace(page(busy()), today=MADE_ON + timedelta(days=days))

    drawn(roadmap_view(today, Look(unicode=True, width=60), by), 60)


@pytest.mark.parametrize("by", ["skill", "month"])
@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_texts_stay_in_their_columns(width: int, by: str) -> None:
    # All text is cleaned where it comes in; what is left can still be wide or long.
    plan = hostile(tuple(map(one_line, HOSTILE)))

    drawn(roadmap_view(page(plan), Look(unicode=True, width=width), by), width)


def test_titles_lead_where_the_things_are_and_practices_are_yellow() -> None:
    console = Console(
        file=io.StringIO(),
        theme=THEME,
        force_terminal=True,
        color_system="standard",
        width=80,
    )
    with console.capture() as capture:
        console.print(roadmap_view(page(busy()), Look(unicode=True)))

    seen = capture.get()

    assert ";https://example.org/book?a=1,2;3\x1b\\\x1b[32mGetting to Yes" in seen
    assert "\x1b[33mpractice\x1b[0m" in seen
    assert seen.count("\x1b]8;id=") == 2  # the book and the talk; practices are at work
