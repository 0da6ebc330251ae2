"""What would come of other hours or another last day, as a table."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pillarplan.domain.plan.variant import PlanOutcome, WhatIf
from pillarplan.domain.text import counted, in_hours, on_day
from pillarplan.render.look import Look


def what_if_view(answer: WhatIf, look: Look) -> RenderableType:
    """Return one line for each change, below the plan without any."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column("What if", overflow="fold")
    for name in ("Steps", "Value", "Hours", "Last session"):
        table.add_column(name, justify="right", no_wrap=True)
    rows = [*_rows(answer)]
    for label, outcome in rows:
        table.add_row(*map(Text, (label, *_numbers(outcome, answer, look))))
    best = max(outcome.value for _, outcome in rows)
    least = min(
        (row for row in rows if row[1].value == best), key=lambda row: _effort(row[1])
    )
    closes = f"{least[1].steps} of {counted(answer.wanted_steps, 'step')}"
    words = (
        f"The least of these that closes the most: {least[0]} ({closes})."
        if best
        else NOTHING
    )
    return Group(table, Text(""), Text(words))


NOTHING = "No step fits in any of these. Try more hours, or a later day."


def _rows(answer: WhatIf) -> Iterator[tuple[str, PlanOutcome]]:
    asked = answer.asked
    week = f"{in_hours(asked.hours_per_week)} a week"
    yield f"{week}, until {on_day(asked.until)}", asked
    for outcome in answer.hours:
        yield f"{in_hours(outcome.hours_per_week)} a week", outcome
    for outcome in answer.until:
        yield f"until {on_day(outcome.until)}", outcome


def _numbers(outcome: PlanOutcome, answer: WhatIf, look: Look) -> tuple[str, ...]:
    if not outcome.fits:
        return look.dash, look.dash, look.dash, "pins do not fit"
    return (
        f"{outcome.steps} of {answer.wanted_steps}",
        str(outcome.value),
        in_hours(outcome.hours),
        on_day(outcome.ends_on) if outcome.ends_on else look.dash,
    )


def _effort(outcome: PlanOutcome) -> tuple[float, int]:
    return outcome.hours_per_week, outcome.until.toordinal()
