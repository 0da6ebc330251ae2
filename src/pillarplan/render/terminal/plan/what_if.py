"""What would come of other limits, as a table."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pillarplan.domain.plan.variant import PlanOutcome, WhatIf
from pillarplan.domain.text import in_hours, on_day
from pillarplan.render.look import Look

NOTHING = "No step fits in any of these. Try more hours, or a later day."

NAMED_BY = "Lists: how many, and guests of a podcast, name a resource on the average."


def what_if_view(answer: WhatIf, look: Look) -> RenderableType:
    """Return one line for each change, below the plan without any."""
    table = Table(box=None, pad_edge=False, header_style="quiet", padding=(0, 2, 0, 0))
    table.add_column("What if", overflow="fold")
    for name in ("Steps", "Hours", "Money", "Lists", "Last session"):
        table.add_column(name, justify="right", no_wrap=True)
    for label, outcome in _rows(answer):
        table.add_row(*map(Text, (label, *_numbers(outcome, look))))
    return Group(table, Text(""), Text(NAMED_BY), *map(Text, _least(answer)))


def _rows(answer: WhatIf) -> Iterator[tuple[str, PlanOutcome]]:
    yield from _more_or_less_time(answer)
    for outcome in answer.depth:
        yield f"depth {outcome.depth}", outcome
    for outcome in answer.focus:
        yield f"focus {outcome.focus or 'all'}", outcome
    for outcome in answer.role:
        yield f"role {outcome.role}", outcome


def _more_or_less_time(answer: WhatIf) -> Iterator[tuple[str, PlanOutcome]]:
    asked = answer.asked
    week = f"{in_hours(asked.hours_per_week)} a week"
    yield f"{week}, until {on_day(asked.until)}", asked
    for outcome in answer.hours:
        yield f"{in_hours(outcome.hours_per_week)} a week", outcome
    for outcome in answer.until:
        yield f"until {on_day(outcome.until)}", outcome


def _numbers(outcome: PlanOutcome, look: Look) -> tuple[str, ...]:
    if not outcome.fits:
        return look.dash, look.dash, look.dash, look.dash, "pins do not fit"
    return (
        f"{outcome.steps} of {outcome.wanted_steps}",
        in_hours(outcome.hours),
        f"{outcome.money:g} USD",
        f"{outcome.named_by:g}",
        on_day(outcome.ends_on) if outcome.ends_on else look.dash,
    )


def _least(answer: WhatIf) -> Iterator[str]:
    """Yield which least time closes the most, if other times were compared."""
    if not any(outcome.value for _, outcome in _rows(answer)):
        yield NOTHING
    elif answer.hours or answer.until:
        rows = [*_more_or_less_time(answer)]
        best = max(outcome.value for _, outcome in rows)
        least = min((row for row in rows if row[1].value == best), key=_effort)
        closes = f"{least[1].steps} of {least[1].wanted_steps} steps"
        yield f"The least time of these that closes the most: {least[0]} ({closes})."


def _effort(row: tuple[str, PlanOutcome]) -> tuple[float, int]:
    return row[1].hours_per_week, row[1].until.toordinal()
