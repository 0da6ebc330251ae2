"""The months in a terminal of any width."""

import re
from datetime import date

import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType

from pillarplan.domain.reports.shape import find_shape
from pillarplan.domain.text import one_line
from pillarplan.render.look import Look
from pillarplan.render.terminal.plan.timeline import timeline_view
from pillarplan.render.terminal.shape import shape_view
from tests.program import CheckGolden
from tests.render.html.pages import hostile_page, told
from tests.render.packets import HOSTILE, packet

WIDTHS = (60, 80, 120)
CLEAN = tuple(map(one_line, HOSTILE))


def drawn(view: RenderableType, width: int) -> str:
    console = Console(width=width, color_system=None, markup=False)
    with console.capture() as capture:
        console.print(view)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def timeline(width: int, *, unicode: bool = True, hostile: bool = False) -> str:
    # All text is cleaned where it comes in; what is left can still be wide or long.
    plan = hostile_page(CLEAN) if hostile else told()
    look = Look(unicode=unicode, width=width)
    view = timeline_view(plan.roadmap, plan.profile, plan.skills, plan.today, look)
    return drawn(view, width)


def shape(width: int, *, unicode: bool = True) -> str:
    plan = told()
    shapes = find_shape(plan.gaps, plan.pillars, {})
    look = Look(unicode=unicode, width=width)
    return drawn(
        shape_view(shapes, plan.pillars, plan.role_name, plan.scale, look), width
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_the_timeline_is_as_it_was(check_golden: CheckGolden, width: int) -> None:
    check_golden(f"terminal/timeline-{width}.txt", timeline(width))


@pytest.mark.parametrize("width", WIDTHS)
def test_the_shape_is_as_it_was(check_golden: CheckGolden, width: int) -> None:
    check_golden(f"terminal/shape-{width}.txt", shape(width))


def test_without_unicode_all_is_ascii(check_golden: CheckGolden) -> None:
    plain = timeline(80, unicode=False) + "\n" + shape(80, unicode=False)

    assert plain.isascii()
    check_golden("terminal/ascii-80.txt", plain)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal_and_bars_stay_aligned(width: int) -> None:
    lines = timeline(width, hostile=True).splitlines()

    assert max(map(cell_len, lines)) <= width
    rows = [line for line in lines if line[:2] == "○ " and "planned" not in line]
    starts = [cell_len(line[: _bar_of(line)]) for line in rows]
    assert len(rows) == len(CLEAN)
    assert starts == sorted(starts)


def _bar_of(line: str) -> int:
    bar = re.search("[─╍]", line)
    assert bar is not None
    return bar.start()


def test_an_empty_plan_says_so() -> None:
    empty = packet((), ())
    look = Look(unicode=True)

    view = timeline_view(empty.roadmap, empty.profile, {}, date(2026, 11, 23), look)

    assert drawn(view, 80) == "The plan is empty.\n"
